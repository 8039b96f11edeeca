import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inChild } from '../bench/in-child';
import type { JournalFigures } from '../bench/measures/journal';
import { cachedLedger, copyOf } from '../bench/seed/cached-ledger';
import { tell } from './report';
import { isFull } from './sizes';

/** D10: the check of a journal of ten years adds no more memory than that of two to what the program holds of such a ledger anyway. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Of an office's ledger, with a tenth as many movements of titles; memory is compared with that for a fifth of it. A quick look needs enough to see. */
const ITEMS = isFull ? 1_000_000 : 5_000;
const FLAT = 1.1;
/** Of a million changes; on a computer that does other things at the same time, no more than so many times only reading and hashing them. */
const SECONDS = 10;
const TIMES_BARE = 3;

/** Put together before: the builder would need more memory than the check. */
let folder: string;
beforeAll(async () => {
  const { bundle } = await import(new URL('../bench/bundle.mjs', import.meta.url).href);
  folder = await bundle(join(ROOT, 'tests/bench/measures/journal.ts'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verify(items: number, more: { hoard?: true } = {}): Promise<JournalFigures> {
  const dataDir = copyOf(await cachedLedger(ROOT, items, isFull ? 'tenYears' : 'items'), `ten-years-${items}`);
  const file = relative(join(ROOT, 'tests/bench'), join(folder, 'bundle.mjs'));
  return inChild<JournalFigures>(ROOT, file, 'measureJournal', { dataDir, lean: true, ...more });
}

test('the check of a long journal finds it whole, and takes no more memory than that of a short one', async () => {
  const short = await verify(ITEMS / 5);
  const long = await verify(ITEMS);
  const perMillion = (its: number) => (its * 1_000_000) / long.changes;
  const said = (its: number) => perMillion(its).toFixed(1);
  const added = (its: JournalFigures) => Math.max(0, its.needed - its.held);
  const most = added(short) + (FLAT - 1) * short.needed;
  const ratio = long.processor / long.bare;
  tell({
    id: 'D10',
    what: `check of a journal of ${long.events} events and ${long.changes} changes (${ITEMS} items, ${isFull ? ITEMS / 10 : 0} movements of titles)`,
    count: 1,
    result:
      `whole, ${long.seconds.toFixed(1)} s, ${said(long.seconds)} s a million changes (${said(long.processor)} s of a processor; ` +
      `target 10 s), ${ratio.toFixed(1)} × only reading and hashing it; adds at most ${added(long).toFixed(1)} MB to ${long.held.toFixed(1)}, with a fifth of it ${added(short).toFixed(1)} MB to ${short.held.toFixed(1)} (${long.most.toFixed(0)} and ${short.most.toFixed(0)} MB of the processes)`,
  });
  expect(long.changes).toBeGreaterThan(ITEMS);
  expect(isFull && perMillion(long.seconds) > SECONDS && ratio > TIMES_BARE).toBe(false);
  expect(added(long)).toBeLessThan(most);
  // Negative control: a check that reads everything at once.
  const hoarded = await verify(ITEMS, { hoard: true });
  console.log(`read at once: adds ${added(hoarded).toFixed(1)} MB`);
  expect(added(hoarded)).toBeGreaterThan(most);
}, 7_200_000);
