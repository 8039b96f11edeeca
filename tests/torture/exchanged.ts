import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openLedger } from '../../electron/db/open';
import { pngOf, send } from '../api/files';
import { compileSample, foundCompany, LOGINS, openOffice, PASSWORD, PIN, registerProject, signIn } from '../api/office';
import { liveTables } from '../db/replay';
import { FIXTURES, unpack } from '../fixtures/bags/unpack';
import { folderFor } from './folders';
import { lookAt } from './look';

/** What an exchange of ledgers begins with, and the two states in which it may be found afterwards. */
export interface Prepared {
  /** The data folder before it. */
  before: string;
  bag?: string;
  old: string;
  next: string;
  drop(): void;
}

/** Everything that the office would see: rows, and scans. When a restore was and which copies there are is of the restore itself. */
const stateOf = (db: Database, dir: string): string =>
  JSON.stringify([
    ...[...liveTables(db)].flatMap(([name, rows]) => (name === 'restore' || name === 'backup' ? [] : [name, ...rows])),
    ...scansIn(join(dir, 'blobs')),
  ]);

const scansIn = (blobs: string): string[] =>
  readdirSync(blobs, { recursive: true, encoding: 'utf8' })
    .filter((path) => /[0-9a-f]{64}$/.test(path))
    .sort();

/** What the next start makes of a folder: its state, and what is wrong with it. */
export function reopened(dataDir: string): { state: string; aside: string | undefined; faults: string[] } {
  let state = '';
  let aside: string | undefined;
  try {
    const { faults } = lookAt(dataDir, (db, dir) => {
      state = stateOf(db, dir);
      const left = readdirSync(dir).filter((name) => name.startsWith('restore'));
      if (left.length > 0) throw new Error(`left behind: ${left.join(', ')}`);
      const name = readdirSync(dir).find((its) => its.startsWith('before-restore-'));
      aside = name === undefined ? undefined : openedState(join(dir, name));
    });
    return { state, aside, faults };
  } catch (error) {
    return { state, aside, faults: [String((error as { reason?: string }).reason ?? error)] };
  }
}

/** Without its scans a ledger that was set aside is none. */
function openedState(dir: string): string {
  const { db, close } = openLedger(dir);
  const state = stateOf(db, dir);
  close();
  return state;
}

/** The ledger of the oldest schema that there is a backup of; without one, an empty folder, as at the first start. */
export function prepareMigration(isFirst: boolean): Prepared {
  const folder = folderFor('migration');
  const before = join(folder, 'before');
  mkdirSync(before);
  if (!isFirst) cpSync(join(unpack(FIXTURES[0] ?? '', folder), 'data/ledger.sqlite'), join(before, 'ledger.sqlite'));
  // Old and new show the same to the office once they are open: the old one is brought up to date by the next start.
  const { state } = reopened(before);
  return { before, old: state, next: state, drop: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A company with a scan and a backup of it, and one client and one scan more since then. */
export async function prepareRestore(): Promise<Prepared> {
  const folder = folderFor('restore');
  const [before, stick] = [join(folder, 'before'), join(folder, 'stick')];
  for (const its of [before, stick]) mkdirSync(its);
  const office = openOffice(undefined, undefined, before);
  const people = await foundCompany(office);
  const manager = { name: '宁远', departmentId: 1, login: 'ningyuan', positions: ['generalManager' as const] };
  await office.call('people.engage', { ...manager, password: PASSWORD, pin: PIN });
  await signIn(office, LOGINS.a);
  const id = await compileSample(office, (await registerProject(office, people)).projectId);
  await send(office, { kind: 'dossier', id }, 'scan.png', pngOf('scan'));
  await signIn(office, LOGINS.archivist);
  office.chosenFiles = [stick];
  const { made } = await office.call('backup.make', { onOwnDisk: true });
  const bag = join(stick, made?.name ?? '');
  const inBag = join(folder, 'in-bag');
  mkdirSync(inBag);
  for (const its of ['ledger.sqlite', 'blobs']) cpSync(join(bag, 'data', its), join(inBag, its), { recursive: true });
  await signIn(office, LOGINS.a);
  await office.call('client.register', { kind: 'enterprise', name: '后来的客户' });
  await send(office, { kind: 'dossier', id }, 'later.png', pngOf('later'));
  office.close();
  const [old, next] = [reopened(before).state, reopened(inBag).state];
  return { before, bag, old, next, drop: () => rmSync(folder, { recursive: true, force: true }) };
}
