import { rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inChild } from '../bench/in-child';
import type { JournalFigures } from '../bench/measures/journal';
import { cachedLedger, copyOf } from '../bench/seed/cached-ledger';
import { tell } from './report';
import { sizeOf } from './sizes';

/** D10: the check of a journal of ten years takes no more memory than that of two. */
const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FLAT = 1.1;

/** Put together before: the builder would need more memory than the check. */
let folder: string;
beforeAll(async () => {
  const { bundle } = await import(new URL('../bench/bundle.mjs', import.meta.url).href);
  folder = await bundle(join(ROOT, 'tests/bench/measures/journal.ts'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function verify(items: number, more: { hoard?: true } = {}): Promise<JournalFigures> {
  const dataDir = copyOf(await cachedLedger(ROOT, items), `ten-years-${items}`);
  const file = relative(join(ROOT, 'tests/bench'), join(folder, 'bundle.mjs'));
  return inChild<JournalFigures>(ROOT, file, 'measureJournal', { dataDir, lean: true, ...more });
}

test('the check of a long journal finds it whole, and takes no more memory than that of a short one', async () => {
  const items = sizeOf('items');
  const short = await verify(items / 5);
  const long = await verify(items);
  const perMillion = (its: number) => ((its * 1_000_000) / long.changes).toFixed(1);
  tell({
    id: 'D10',
    what: `check of a journal of ${long.events} events and ${long.changes} changes (${items} items)`,
    count: 1,
    result:
      `whole, ${long.seconds.toFixed(1)} s, ${perMillion(long.seconds)} s a million changes (${perMillion(long.processor)} s of a processor; ` +
      `target 10 s); at most ${long.most.toFixed(0)} MB, ${short.most.toFixed(0)} MB with a fifth of it`,
  });
  expect(long.changes).toBeGreaterThan(items);
  expect(long.most).toBeLessThan(FLAT * short.most);
  // Negative control: a check that reads everything at once.
  const hoarded = await verify(items, { hoard: true });
  console.log(`read at once: ${hoarded.most.toFixed(0)} MB`);
  expect(hoarded.most).toBeGreaterThan(FLAT * short.most);
}, 7_200_000);
