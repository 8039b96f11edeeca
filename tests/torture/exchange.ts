// Runs in a process of its own, between which and the system calls.c stands.
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { generateTriggers } from '../../electron/db/journal-triggers';
import { MIGRATIONS } from '../../electron/db/migrate';
import { openLedger } from '../../electron/db/open';
import { LOGINS, openOffice, PASSWORD, signIn } from '../api/office';
import { LATER } from './acts';
import { lookAtCalls, type Order, orderCalls } from './calls';

/** One ledger takes the place of another: a newer version's, or a backup's. */
export interface Exchange {
  do: 'open' | 'openInPieces' | 'restore' | 'restoreInPlace';
  dataDir: string;
  /** The backup that is restored. */
  bag?: string;
  order: Order;
}

export type ExchangeSaid = { over: true; calls: number };

const WAYS: Readonly<Record<Exchange['do'], (its: Exchange) => unknown>> = {
  open: ({ dataDir }) => openLedger(dataDir).close(),
  openInPieces: ({ dataDir }) => migrateInPieces(dataDir),
  restore,
  restoreInPlace: ({ dataDir, bag = '' }) => writeOver(join(bag, 'data/ledger.sqlite'), join(dataDir, 'ledger.sqlite')),
};

export async function exchange(its: Exchange, say: (said: ExchangeSaid) => void): Promise<void> {
  if (its.do !== 'restore') orderCalls(its.order);
  await WAYS[its.do](its);
  const { count: calls } = lookAtCalls();
  orderCalls({ mode: 'off' });
  say({ over: true, calls });
}

/** Looks a backup through and puts it in the ledger's place, signed by two people. */
async function restore({ dataDir, bag = '', order }: Exchange): Promise<void> {
  const office = openOffice(LATER, undefined, dataDir);
  await signIn(office, LOGINS.archivist);
  office.chosenFiles = [bag];
  orderCalls(order);
  await office.call('restore.open', {});
  const opened = await office.call('restore.opened', {});
  const firstId = opened?.first[0]?.staffId ?? 0;
  const secondId = opened?.second.find(({ staffId }) => staffId !== firstId)?.staffId ?? 0;
  const signatures = { first: PASSWORD, second: PASSWORD };
  await office.call('restore.carryOut', { firstId, secondId, signatures });
  office.close();
}

/** What must fail: each statement of a migration is written by itself. */
function migrateInPieces(dataDir: string): void {
  const binding = Number(process.versions.napi) < 10 ? process.env.ANJUAN_SQLITE_BINDING : undefined;
  const db = new SqliteDatabase(join(dataDir, 'ledger.sqlite'), binding ? { nativeBinding: binding } : {});
  db.pragma('journal_mode = WAL');
  db.pragma('foreign_keys = OFF');
  const version = Number(db.pragma('user_version', { simple: true }));
  for (const step of MIGRATIONS.filter((its) => its.version > version)) {
    db.exec(step.sql);
    generateTriggers(db);
    db.pragma(`user_version = ${step.version}`);
  }
  db.close();
}

/** What must fail: the old ledger is gone before the new one is there. */
function writeOver(from: string, to: string): void {
  const bytes = readFileSync(from);
  const file = openSync(to, 'r+');
  for (let at = 0; at < bytes.length; at += 65_536) writeSync(file, bytes, at, Math.min(65_536, bytes.length - at), at);
  fsyncSync(file);
  closeSync(file);
}
