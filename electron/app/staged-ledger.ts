import type { Options } from '@node-rs/argon2';
import type { Database } from 'better-sqlite3';
import type { EventView } from '../../shared/api/audit.contract';
import type { RestoreSigner } from '../../shared/api/restore.contract';
import { createJournal } from '../db/journal';
import { openLedger, SETTINGS } from '../db/open';
import { exportedEvents } from '../features/audit/audit.handlers';
import type { createAuditRepo } from '../features/audit/audit.repo';
import { checkJournal } from '../features/audit/audit.rules';
import { createCompanyRepo } from '../features/company/company.repo';
import { createCredentials } from '../features/people/credentials';
import { createPeopleRepo } from '../features/people/people.repo';
import { createRestoreRepo } from '../features/restore/restore.repo';
import { signersAmong } from '../features/restore/restore.rules';
import { createRestoreService } from '../features/restore/restore.service';
import type { StagedLedger } from '../features/restore/restoring';
import type { Clock, SignedInContext } from '../ipc/context';
import { inTurns } from '../ipc/in-turns';
import { createSearchIndex } from '../search/search-index';
import { walkAllSignatures } from './handover-area';
import { createRepos } from './repos';

/** Opens a ledger that lies ready beside the present one, and brings it up to date as the program does with any. */
export function openStagedLedger(folder: string, clock: Clock, argon2?: Options): StagedLedger {
  const { db, close } = openLedger(folder, SETTINGS, clock);
  const { commit } = createJournal(db, createSearchIndex(db).follow, () => undefined);
  const people = createPeopleRepo(db);
  const repo = createRestoreRepo(db);
  const { confirm } = createCredentials(db, people, commit, argon2);
  const { noteRestore } = createRestoreService(repo, commit);
  return {
    ledgerId: createCompanyRepo(db).read()?.ledgerId,
    hashAt: repo.hashAt,
    isWhole: () => isWhole(db),
    signing: { ...signersAmong(people.staff(), (id) => people.allows(id, 'backup.make')), confirm },
    noteRestore: (its, signers, ctx) => noteRestore(its, actingAs(signers, repo.isStaff, ctx)),
    close,
  };
}

/** The first of the signers whom the restored ledger knows; the names of both stand in the event in any case. */
function actingAs(
  signers: readonly RestoreSigner[],
  isStaff: (id: number, name: string) => boolean,
  ctx: SignedInContext,
): SignedInContext {
  const known = signers.find(({ staffId, name }) => isStaff(staffId, name));
  const actor = known && { ...known, positions: [], session: ctx.actor?.session ?? 'restore' };
  return { ...ctx, actor } as SignedInContext;
}

/** Walks the whole journal of a ledger that nobody works on, every row and every signature. */
async function isWhole(db: Database): Promise<boolean> {
  const repos = createRepos(db);
  return (await inTurns(checkJournal(repos.audit, () => walkAllSignatures(repos)))).whole;
}

/** The events of a ledger after that one, the newest first, as its log shows them. */
export function eventsAfter(
  repo: ReturnType<typeof createAuditRepo>,
  last: number,
  { seq, offset, limit }: { seq: number; offset: number; limit: number },
): { events: EventView[]; total: number } {
  const { byId } = exportedEvents(repo);
  const events: EventView[] = [];
  for (let at = last - offset; at > seq && events.length < limit; at -= 1) {
    const event = byId(at);
    if (event) events.push(event);
  }
  return { events, total: Math.max(0, last - seq) };
}
