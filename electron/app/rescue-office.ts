import { constants, copyFileSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { AppError, type Reply } from '../../shared/api/errors';
import { methods } from '../../shared/api/index';
import { RESCUABLE } from '../../shared/api/restore.contract';
import { openCopy, whereItEnds } from '../backup/ledger-copy';
import { createOneAtATime } from '../backup/one-at-a-time';

import { swapIn } from '../backup/restore-swap';
import { asStorageError } from '../db/storage-errors';
import { createAuditRepo } from '../features/audit/audit.repo';
import { createCompanyRepo } from '../features/company/company.repo';
import { createBagFinder, createSteps } from '../features/restore/restore.handlers';
import { createRestoreRepo } from '../features/restore/restore.repo';
import { createRestoring, type Present } from '../features/restore/restoring';
import { type Context, contextAt, type SignedInContext } from '../ipc/context';
import type { Dispatch, HandlersOf } from '../ipc/dispatch';
import type { Outside } from './outside';
import { eventsAfter, openStagedLedger } from './staged-ledger';

type Needed = Pick<
  Outside,
  'dataDir' | 'clock' | 'runJob' | 'chooseFolder' | 'pluggedIn' | 'publish' | 'reopen' | 'argon2'
>;

/**
 * Answers where the ledger cannot be opened: every call with the reason, but those by which two people put a backup in its place, or
 * take along what can still be read. The damaged ledger itself is only looked at, in a copy.
 */
export function openRescueOffice(error: unknown, outside: Needed): { dispatch: Dispatch; close(): void } {
  const failure = asStorageError(error);
  const damaged = createDamagedReader(outside.dataDir);
  const handlers = RESCUABLE.includes(failure.reason) ? createRescue(outside, damaged) : undefined;
  const dispatch: Dispatch = async (name, input, windowId): Promise<Reply> => {
    try {
      if (!handlers || !name.startsWith('rescue.')) throw failure;
      const parsed = methods.get(name)?.input.safeParse(input);
      if (!parsed?.success) throw new AppError('invalid', 'inputInvalid', { field: '', fault: 'custom' });
      const act = handlers[name.slice('rescue.'.length) as keyof typeof handlers] as Act;
      return { ok: true, data: (await act(parsed.data, contextAt(outside.clock, windowId))) ?? null };
    } catch (its) {
      const { code, reason, details } = asStorageError(its);
      return { ok: false, error: { code, reason, details } };
    }
  };
  return { dispatch, close: damaged.close };
}
type Act = (input: unknown, ctx: Context) => unknown;

function createRescue(outside: Needed, damaged: DamagedReader): HandlersOf<'rescue'> {
  const { dataDir, clock, runJob, chooseFolder, pluggedIn, publish } = outside;
  const run = createOneAtATime((topic) => publish([topic]));
  const { present } = damaged;
  const bags = createBagFinder({ dataDir, known: () => pluggedIn(), ledgerId: () => present().ledgerId });
  const restoring = createRestoring({
    ...{ dataDir, runJob, run, present },
    openStaged: (folder) => openStagedLedger(folder, clock, outside.argon2),
    laterBags: bags.later,
    // A copy of a damaged ledger would be taken for a whole one; it stays beside the new one as it is.
    keepCopy: async () => undefined,
    swap: (its) =>
      outside.reopen(() => {
        damaged.close();
        swapIn(dataDir, its);
      }),
    tell: () => publish(['restore']),
  });
  const { choose: _, ...steps } = createSteps(
    { ...{ restoring, clock, run, bags, chooseFolder }, eventsAfter: damaged.eventsAfter },
    undefined,
  );
  return { ...steps, salvage: (_input, ctx) => salvage(outside, damaged, ctx) };
}

/** Into a new folder inside of the one that the person chooses. */
async function salvage(outside: Needed, damaged: DamagedReader, ctx: SignedInContext) {
  const chosen = await outside.chooseFolder(ctx.windowId);
  if (chosen === undefined) return {};
  const path = join(chosen, `anjuan-${ctx.at.slice(0, 19).replaceAll(':', '')}`);
  const { rows, faulty } = await outside.runJob(
    'salvageLedger',
    { file: damaged.copy(), into: path },
    () => undefined,
    new AbortController().signal,
  );
  return { path, rows, faulty: faulty.length };
}

type DamagedReader = ReturnType<typeof createDamagedReader>;

const COPY = 'damaged-copy.sqlite';

/** What can be read of the ledger that cannot be opened, for as long as it can be read. */
function createDamagedReader(dataDir: string) {
  const path = join(dataDir, COPY);
  let db: Database | undefined;
  let known: { its: Present; events: ReturnType<typeof eventsIn> } | undefined;
  const drop = () => {
    for (const end of ['', '-wal', '-shm', '-journal']) rmSync(`${path}${end}`, { force: true });
  };
  const copy = (): string => {
    db?.close();
    db = undefined;
    drop();
    for (const end of ['', '-wal']) {
      const from = join(dataDir, `ledger.sqlite${end}`);
      if (existsSync(from)) copyFileSync(from, `${path}${end}`, constants.COPYFILE_FICLONE);
    }
    return path;
  };
  const read = () => {
    if (known) return known;
    try {
      db = openCopy(copy(), false);
      known = { its: presentIn(db), events: eventsIn(db) };
    } catch {
      known = { its: NOTHING, events: () => ({ events: [], total: 0 }) };
    }
    return known;
  };
  return {
    copy: () => {
      known = undefined;
      return copy();
    },
    present: () => read().its,
    eventsAfter: (seq: number, offset: number, limit: number) => {
      const { events } = read();
      return orElse(() => events(seq, offset, limit), { events: [], total: 0 });
    },
    close: () => {
      db?.close();
      db = undefined;
      known = undefined;
      drop();
    },
  };
}

const NOTHING: Present = { hashAt: () => undefined, kindsAfter: () => [], backedUpAfter: () => undefined };

/** Nobody can be asked to sign against people who may be altered: those of the backup sign. */
function presentIn(db: Database): Present {
  const { seq, head } = whereItEnds(db);
  const repo = createRestoreRepo(db);
  const its = createCompanyRepo(db).read();
  return {
    ...(its && { ledgerId: its.ledgerId }),
    head: { seq, hash: head },
    hashAt: (at) => orElse(() => repo.hashAt(at), undefined),
    kindsAfter: (at) => orElse(() => repo.kindsAfter(at), []),
    backedUpAfter: (at) => orElse(() => repo.backedUpAfter(at), undefined),
  };
}

function eventsIn(db: Database) {
  const repo = createAuditRepo(db);
  const { seq: last } = whereItEnds(db);
  return (seq: number, offset: number, limit: number) => eventsAfter(repo, last, { seq, offset, limit });
}

function orElse<T>(read: () => T, otherwise: T): T {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
