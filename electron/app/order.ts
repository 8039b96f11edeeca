import { resolve } from 'node:path';

/** What the command line asks for without a window. */
export type Order =
  | { act: 'backup'; path: string; onOwnDisk: boolean }
  | { act: 'verify'; path: string }
  /** Asked in a way that cannot be carried out. */
  | { act: 'nothing' };

/** How the program ends after an order (README.md, "Without a window"). */
export const EXIT = {
  done: 0,
  failed: 1,
  wrongOrder: 2,
  programIsOpen: 3,
  noLedger: 4,
  place: 5,
  faulty: 6,
  madeOfFaulty: 7,
  givenUp: 8,
} as const;

/** `switchOf` answers the value of a switch, and nothing where it was not given. */
export function readOrder(switchOf: (name: string) => string | undefined, folder: string): Order | undefined {
  const [to, verify] = [switchOf('backup-to'), switchOf('verify')];
  if (to === undefined && verify === undefined) return undefined;
  const path = to ?? verify ?? '';
  if ((to !== undefined && verify !== undefined) || path === '') return { act: 'nothing' };
  if (verify !== undefined) return { act: 'verify', path: resolve(folder, path) };
  return { act: 'backup', path: resolve(folder, path), onOwnDisk: switchOf('on-own-disk') !== undefined };
}

/** The exit code for a reason that something could not be done. */
export function exitFor(reason: string): number {
  if (/^(stick|noBagThere$)/.test(reason)) return EXIT.place;
  if (/^bag/.test(reason)) return EXIT.faulty;
  if (reason === 'jobCancelled') return EXIT.givenUp;
  return OF_LEDGER.has(reason) ? EXIT.noLedger : EXIT.failed;
}
const OF_LEDGER = new Set([
  'noLedgerThere',
  'noCompanyYet',
  'ledgerInUse',
  'databaseDamaged',
  'databaseIsNewer',
  'schemaAltered',
  'notOurFile',
  'folderNotWritable',
  'fileInTheWay',
  'diskFull',
  'diskError',
]);
