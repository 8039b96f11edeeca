import { AppError } from '../../shared/api/errors';
import type { OneAtATime } from '../backup/one-at-a-time';

import { swapIn } from '../backup/restore-swap';
import type { Journal } from '../db/journal';
import type { Credentials } from '../features/people/credentials';
import type { PeopleService } from '../features/people/people.service';
import { createLocalCopies } from '../features/restore/local-copies';
import { createBagFinder, createRestoreHandlers, createSteps } from '../features/restore/restore.handlers';
import { signersAmong } from '../features/restore/restore.rules';
import { createRestoreService } from '../features/restore/restore.service';
import { createRestoring, type Present } from '../features/restore/restoring';
import type { HandlersOf } from '../ipc/dispatch';
import type { Outside } from './outside';
import type { Repos } from './repos';
import { eventsAfter, openStagedLedger } from './staged-ledger';

interface Services {
  people: PeopleService;
  credentials: Credentials;
}

/** The way back: copies beside the ledger, looking through a backup, and putting it in the place of the ledger. */
export function createRestoreArea(
  outside: Outside,
  repos: Repos,
  journal: Journal,
  { people, credentials }: Services,
  run: OneAtATime,
) {
  const { db, dataDir, version, clock, runJob, chooseFolder, pluggedIn, publish } = outside;
  const company = () => repos.company.read();
  const copies = createLocalCopies({
    ...{ db, dataDir, version, clock, runJob, company },
    head: journal.head,
    tell: () => publish(['localCopy']),
  });
  outside.eachMinute(() => copies.look());
  const present = (): Present => {
    const { hashAt, kindsAfter, backedUpAfter } = repos.restores;
    const its = company();
    if (!its) return { hashAt, kindsAfter, backedUpAfter };
    const signers = signersAmong(people.staff(), (id) => people.allows(id, 'backup.make'));
    const signing = { ...signers, confirm: credentials.confirm };
    return { ledgerId: its.ledgerId, head: journal.head(), hashAt, kindsAfter, backedUpAfter, signing };
  };
  const bags = createBagFinder({
    dataDir,
    known: async () => [...new Set([...(await pluggedIn()), ...repos.backup.places()])],
    ledgerId: () => company()?.ledgerId,
  });
  const restoring = createRestoring({
    ...{ dataDir, runJob, run, present },
    openStaged: (folder) => openStagedLedger(folder, clock, outside.argon2),
    laterBags: bags.later,
    keepCopy: copies.make,
    swap: (its) => outside.reopen(() => swapIn(dataDir, its)),
    tell: () => publish(['restore']),
  });
  const steps = {
    ...{ restoring, clock, run, bags, chooseFolder },
    eventsAfter: (seq: number, offset: number, limit: number) =>
      eventsAfter(repos.audit, journal.head().seq, { seq, offset, limit }),
  };
  const service = createRestoreService(repos.restores, journal.commit);
  return {
    copies,
    handlers: {
      restore: createRestoreHandlers({ ...steps, service, copies }),
      rescue: onlyBeforeFounding(createSteps(steps, undefined), () => company() !== undefined),
    },
  };
}

/** As long as there is no company nobody can be signed in; from then on these ways are closed. */
function onlyBeforeFounding(steps: ReturnType<typeof createSteps>, isFounded: () => boolean): HandlersOf<'rescue'> {
  const { choose: _, ...its } = steps;
  const demandNone = () => {
    if (isFounded()) throw new AppError('notAllowed', 'companyExists');
  };
  const guarded = Object.fromEntries(
    Object.entries(its).map(([name, act]) => [
      name,
      (...asked: unknown[]) => {
        demandNone();
        return (act as (...given: unknown[]) => unknown)(...asked);
      },
    ]),
  ) as unknown as typeof its;
  return {
    ...guarded,
    salvage: () => {
      demandNone();
      throw new AppError('conflict', 'nothingToSalvage');
    },
  };
}
