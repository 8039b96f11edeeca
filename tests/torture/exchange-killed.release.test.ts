import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MIGRATIONS } from '../../electron/db/migrate';
import { type Between, officeBetween } from './between';
import { whyNoCalls } from './calls';
import { startOffice } from './child';
import type { Exchange, ExchangeSaid } from './exchange';
import { type Prepared, prepareMigration, prepareRestore, reopened } from './exchanged';
import { folderFor, putBack } from './folders';
import { tell, tellSkipped } from './report';
import { sizeOf, spread } from './sizes';

/** D7 with real kills: a process that is killed while one ledger takes another's place leaves the one or the other, whole. */
const why = whyNoCalls();
if (why) tellSkipped('D7', 'a kill in the middle of a migration and of a restore', why);

let between: Between;
beforeAll(async () => {
  if (why) return;
  between = await officeBetween('exchange');
}, 120_000);
afterAll(() => {
  if (why) return;
  between.drop();
});

const start = (its: Prepared, how: Exchange['do'], order: Exchange['order']) => {
  putBack(its.before, between.dataDir);
  between.calls.rest();
  const job: Exchange = { do: how, dataDir: between.dataDir, order, ...(its.bag !== undefined && { bag: its.bag }) };
  return startOffice<ExchangeSaid>(between.office, job, { env: between.calls.env });
};

/** How many calls of the system it takes, undisturbed. */
async function callsOf(its: Prepared, how: Exchange['do']): Promise<number> {
  const { ended, said } = start(its, how, { mode: 'count' });
  expect(await ended, how).toBe(0);
  return said[0]?.calls ?? 0;
}

interface Killed {
  at: number;
  /** `user_version` of what lay there. */
  version: number;
  is: 'old' | 'new' | 'neither';
  faults: string[];
}

/** Kills it at calls from the first to the last, each time anew, and opens what is left. */
async function killOften(its: Prepared, how: Exchange['do'], kills: number): Promise<Killed[]> {
  const all = Array.from({ length: await callsOf(its, how) }, (_, i) => i + 1);
  const found: Killed[] = [];
  for (const at of spread(all, kills)) {
    const { ended } = start(its, how, { mode: 'kill', at });
    expect(await ended, `${how}, call ${at}`).toBe('SIGKILL');
    const version = versionIn(between.dataDir);
    const { state, aside, faults } = reopened(between.dataDir);
    const is = state === its.old && aside === undefined ? 'old' : state === its.next ? 'new' : 'neither';
    const lost =
      is === 'new' && its.old !== its.next && aside !== its.old ? ['the old ledger is not aside, whole'] : [];
    found.push({ at, version, is, faults: [...faults, ...lost] });
  }
  return found;
}

/** Of a copy: whoever opens it makes good what the write-ahead log holds. */
function versionIn(dir: string): number {
  if (!existsSync(join(dir, 'ledger.sqlite'))) return 0;
  const copy = folderFor('version');
  cpSync(dir, copy, { recursive: true });
  const said = execFileSync('sqlite3', [join(copy, 'ledger.sqlite'), 'PRAGMA user_version'], { encoding: 'utf8' });
  rmSync(copy, { recursive: true, force: true });
  return Number(said);
}

const faultsOf = (found: readonly Killed[]) =>
  found.flatMap(({ at, is, faults }) => [
    ...faults.map((fault) => `call ${at}: ${fault}`),
    ...(is === 'neither' ? [`call ${at}: neither old nor new`] : []),
  ]);

describe.skipIf(why)('a process that is killed', () => {
  test.each([
    ['in the middle of a migration', false],
    ['while it makes its first ledger', true],
  ])(
    '%s leaves a version of the schema, which the next start brings to the end',
    async (what, isFirst) => {
      const its = prepareMigration(isFirst);
      const found = await killOften(its, 'open', sizeOf('exchangeKills'));
      const versions = new Set(found.map(({ version }) => version));
      const faults = faultsOf(found);
      const result = `${versions.size} versions of the schema found, ${faults.length} ledgers other than after an undisturbed one`;
      tell({ id: 'D7', what: `SIGKILL ${what}`, count: found.length, result });
      expect(faults).toEqual([]);
      expect([...versions].filter((its) => its > 0 && !MIGRATIONS.some(({ version }) => version === its))).toEqual([]);
      expect(versions.size).toBeGreaterThan(1);
      its.drop();
    },
    3_600_000,
  );

  test('in the middle of a restore leaves exactly the old ledger or exactly the new one', async () => {
    const its = await prepareRestore();
    expect(its.old).not.toBe(its.next);
    const found = await killOften(its, 'restore', sizeOf('exchangeKills') * 2);
    const faults = faultsOf(found);
    const count = (what: Killed['is']) => found.filter(({ is }) => is === what).length;
    const result = `${count('old')} times exactly the old ledger, ${count('new')} times exactly the new one with the old one aside, ${faults.length} times anything else`;
    tell({ id: 'D7', what: 'SIGKILL in the middle of a restore', count: found.length, result });
    expect(faults).toEqual([]);
    expect(found[0]?.is).toBe('old');
    expect(found.at(-1)?.is).toBe('new');
    its.drop();
  }, 3_600_000);

  test('in a migration without its transaction, or in a restore that writes over the ledger, is caught', async () => {
    const old = prepareMigration(false);
    const bySteps = await killOften(old, 'openInPieces', 3);
    expect(faultsOf(bySteps).length).toBeGreaterThan(0);
    old.drop();
    const backedUp = await prepareRestore();
    const over = await killOften(backedUp, 'restoreInPlace', 3);
    expect(faultsOf(over).length).toBeGreaterThan(0);
    backedUp.drop();
  }, 600_000);
});
