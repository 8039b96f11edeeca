import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { app } from 'electron';
import { AppError } from '../../shared/api/errors';
import { bagFolders } from '../backup/bag-folders';
import { lookAt } from '../backup/places';
import { asStorageError } from '../db/storage-errors';
import { THE_PROGRAM } from '../ipc/context';
import { createRunJob } from '../jobs/run-job.electron';
import { type Office, openOffice } from './office.electron';
import { EXIT, exitFor, type Order } from './order';
import { openHiddenWindow, pageUrl } from './windows.electron';

/** A sentence by its key in one of the window's files of words. */
type Said = [file: 'errors' | 'commandLine', key: string, details?: object];
interface Ending {
  code: number;
  said: Said[];
}

/** `alone`: no window of the program is open on this data folder. */
export interface Surroundings {
  dataDir: string;
  alone: boolean;
}

const MEGABYTE = 1_048_576;

/** Carries an order out, says in one line how it went, and ends the program. */
export async function workWithoutWindow(order: Order, its: Surroundings): Promise<void> {
  // The window that makes the sentence closes before the program ends.
  app.on('window-all-closed', () => undefined);
  const { code, said } = await carryOut(order, its).catch((error): Ending => {
    const { reason, details } = asStorageError(error);
    return { code: exitFor(reason), said: [['errors', reason, details]] };
  });
  const line = await sentence(said, !its.alone);
  process.stdout.write(`${line}\n`, () => app.exit(code));
}

async function carryOut(order: Order, its: Surroundings): Promise<Ending> {
  if (order.act === 'nothing') return { code: EXIT.wrongOrder, said: [['commandLine', 'error--wrongOrder']] };
  if (order.act === 'verify') return verify(order.path, its);
  if (!its.alone) return { code: EXIT.programIsOpen, said: [['commandLine', 'error--programIsOpen']] };
  return backUp(order, its.dataDir);
}

async function backUp(order: Order & { act: 'backup' }, dataDir: string): Promise<Ending> {
  const office = openLedgerOf(dataDir);
  try {
    const place = await lookAt(order.path, dataDir);
    if (!place) throw new AppError('storage', 'stickGone', { path: order.path });
    if (place.ownDisk && !order.onOwnDisk) throw new AppError('conflict', 'stickIsOwnDisk', { path: order.path });
    app.on('before-quit', (event) => {
      event.preventDefault();
      office.backup.giveUp(THE_PROGRAM).catch(() => undefined);
    });
    const { made, cleared } = await office.backup.make(order.path, THE_PROGRAM);
    const faults: Said[] = [
      ...(made.journalWhole ? [] : [['commandLine', 'text--journalBroken'] satisfies Said]),
      ...(made.alteredFiles === 0
        ? []
        : [['commandLine', 'text--altered', { count: made.alteredFiles }] satisfies Said]),
    ];
    const went: Said[] = cleared.length === 0 ? [] : [['commandLine', 'text--cleared', { count: cleared.length }]];
    const { name, files, seq } = made;
    const megabytes = Math.ceil(made.bytes / MEGABYTE);
    const done: Said = ['commandLine', 'text--made', { path: join(order.path, name), files, megabytes, seq }];
    return { code: faults.length === 0 ? EXIT.done : EXIT.madeOfFaulty, said: [done, ...went, ...faults] };
  } finally {
    office.close();
  }
}

/** Never founds a ledger where there is none. */
function openLedgerOf(dataDir: string): Office & { backup: NonNullable<Office['backup']> } {
  if (!existsSync(join(dataDir, 'ledger.sqlite'))) throw new AppError('notFound', 'noLedgerThere', { path: dataDir });
  const { backup, ...office } = openOffice(dataDir, undefined, () => undefined);
  if (!backup) throw office.failure ?? new AppError('internal', 'unexpected', { detail: '' });
  return { ...office, backup };
}

/** Without a ledger at hand, or beside an open window, backups are checked all the same; nothing is written down then. */
async function verify(path: string, { dataDir, alone }: Surroundings): Promise<Ending> {
  const { place, names } = await bagsAt(path);
  const office = alone ? ledgerIfAny(dataDir) : undefined;
  const runJob = createRunJob(() => undefined);
  const look = (name: string): Promise<unknown> =>
    office
      ? office.backup.verify(place, name, THE_PROGRAM)
      : runJob('verifyBackup', { folder: join(place, name) }, () => undefined, new AbortController().signal);
  const faults: Said[] = [];
  try {
    for (const name of names) {
      const fault = await look(name).then(() => undefined, asStorageError);
      if (fault && exitFor(fault.reason) !== EXIT.faulty) throw fault;
      if (fault) faults.push(['commandLine', 'text--faultyOne', { name }], ['errors', fault.reason, fault.details]);
    }
  } finally {
    office?.close();
  }
  const count = names.length;
  if (faults.length > 0) return { code: EXIT.faulty, said: [['commandLine', 'text--faulty', { count }], ...faults] };
  const noted: Said[] = office ? [] : [['commandLine', 'text--notNoted']];
  return { code: EXIT.done, said: [['commandLine', 'text--whole', { count }], ...noted] };
}

function ledgerIfAny(dataDir: string) {
  try {
    return openLedgerOf(dataDir);
  } catch {
    return undefined;
  }
}

/** One backup, or every one in a folder. */
async function bagsAt(path: string): Promise<{ place: string; names: string[] }> {
  if (existsSync(join(path, 'bagit.txt'))) return { place: dirname(path), names: [basename(path)] };
  const names = await bagFolders(path);
  if (names.length === 0) throw new AppError('notFound', 'noBagThere', { path });
  return { place: path, names };
}

/** The window's own words in its own language; `both` where an open window keeps to itself which one it is. */
async function sentence(said: readonly Said[], both: boolean): Promise<string> {
  const window = openHiddenWindow();
  try {
    await window.loadURL(`${pageUrl('say.html')}?said=${encodeURIComponent(JSON.stringify({ said, both }))}`);
    return window.webContents.getTitle();
  } finally {
    window.destroy();
  }
}
