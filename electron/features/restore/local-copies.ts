import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { PROGRAM } from '../../../shared/api/backup.contract';
import { AppError } from '../../../shared/api/errors';
import type { LocalCopies } from '../../../shared/api/restore.contract';
import { PARTIAL } from '../../backup/bag';
import { bagsIn } from '../../backup/bag-folders';
import { copyLedger } from '../../backup/copy-ledger';
import { openCopy } from '../../backup/ledger-copy';
import { asStorageError } from '../../db/storage-errors';
import { type Clock, dayOf } from '../../ipc/context';
import type { RunJob } from '../../jobs/jobs';
import { copiesToDrop, isCopyDue, MOST_COPIES } from './copies.rules';

/** Below the data folder. */
export const COPIES = 'copies';
const WORKING_COPY = 'local-copy.sqlite';
/** As the database leaves a ledger before it changes its schema. */
const BEFORE_MIGRATION = /^ledger\.sqlite\.before-v\d+$/;

interface Parts {
  db: Database;
  dataDir: string;
  version: string;
  clock: Clock;
  runJob: RunJob;
  head(): { seq: number };
  company(): { name: string; ledgerId: string } | undefined;
  tell(): void;
}

export type LocalCopyMaker = ReturnType<typeof createLocalCopies>;

/**
 * Copies of the ledger beside it, made by the program itself: for a mistake of an hour ago, not for a lost computer. Scans are not in
 * them; files by their hash do not change. What goes wrong is kept to be shown, and holds up nobody.
 */
export function createLocalCopies(parts: Parts) {
  const { dataDir, clock, runJob, tell } = parts;
  const folder = join(dataDir, COPIES);
  let failure: LocalCopies['failure'];
  let underway: Promise<void> | undefined;
  const found = async () => {
    const bags = await bagsIn(folder).catch(() => []);
    return bags.sort((a, b) => (a.at < b.at ? 1 : -1));
  };
  const write = async (copy: string, its: { at: string; company: string; ledgerId: string }) => {
    const info = { ...its, madeBy: PROGRAM, version: parts.version, scansApart: true as const };
    const { dev: device } = await stat(folder);
    const source = { copy, blobs: join(dataDir, 'blobs'), target: folder, device, info };
    await runJob('writeBackup', source, () => undefined, new AbortController().signal);
  };
  const drop = async () => {
    const bags = await found();
    const names = copiesToDrop(bags.map((its) => ({ ...its, day: dayOf(new Date(its.at)) })));
    const unfinished = (await readdir(folder)).filter((name) => name.endsWith(PARTIAL));
    for (const name of [...names, ...unfinished]) await rm(join(folder, name), { recursive: true, force: true });
  };
  const make = async () => {
    const company = parts.company();
    const [newest] = await found();
    if (!company || newest?.seq === parts.head().seq) return;
    await mkdir(folder, { recursive: true });
    // Room for the new one first.
    await drop();
    const its = { at: clock.now().toISOString(), company: company.name, ledgerId: company.ledgerId };
    const copy = await copyLedger(parts.db, dataDir, () => undefined, new AbortController().signal, WORKING_COPY);
    await write(copy.path, its).finally(copy.drop);
    await drop();
  };
  /** What a migration has left beside the ledger becomes a copy like the others. */
  const adopt = async () => {
    for (const name of (await readdir(dataDir)).filter((its) => BEFORE_MIGRATION.test(its))) {
      const file = join(dataDir, name);
      const its = describe(file);
      if (its) {
        await mkdir(folder, { recursive: true });
        const isThere = (await found()).some(({ seq, ledgerId }) => seq === its.seq && ledgerId === its.ledgerId);
        if (!isThere) await write(file, its);
      }
      await rm(file, { force: true });
    }
  };
  /** One after the other, whoever asks. */
  const inTurn = (act: () => Promise<void>): Promise<void> => {
    const mine = (underway ?? Promise.resolve()).then(act).then(
      () => {
        failure = undefined;
      },
      (error) => {
        const { reason, details } = error instanceof AppError ? error : asStorageError(error, folder);
        failure = { at: clock.now().toISOString(), reason, details: details as Record<string, string | number> };
      },
    );
    underway = mine;
    return mine.finally(tell);
  };
  return {
    make: () => inTurn(make),
    /** Looks at the clock: makes the next copy when it is time for it. */
    look: async (): Promise<void> => {
      if ((await readdir(dataDir)).some((name) => BEFORE_MIGRATION.test(name))) await inTurn(adopt);
      // What could not be made is not tried again every minute.
      const newest = failure ? { at: failure.at, seq: 0 } : (await found())[0];
      if (isCopyDue(newest, parts.head(), clock.now().toISOString())) await inTurn(make);
    },
    standing: async (): Promise<LocalCopies> => {
      const bags = await found();
      return {
        count: bags.length,
        bytes: bags.reduce((sum, its) => sum + its.bytes, 0),
        most: MOST_COPIES,
        ...(bags[0] && { newestAt: bags[0].at }),
        ...(failure && { failure }),
      };
    },
  };
}

/** Whose ledger a file is, and from when; nothing where no company was founded in it yet. */
function describe(file: string): { at: string; company: string; ledgerId: string; seq: number } | undefined {
  const db = openCopy(file, false);
  try {
    return db
      .prepare<[], { at: string; company: string; ledgerId: string; seq: number }>(
        `SELECT e.at, e.seq, c.name AS company, c.ledger_id AS ledgerId FROM company c, event e ORDER BY e.seq DESC LIMIT 1`,
      )
      .get();
  } finally {
    db.close();
  }
}
