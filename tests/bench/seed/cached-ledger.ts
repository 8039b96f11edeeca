import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inChild } from '../in-child';

const SOURCES = ['electron/db/migrations', 'electron/search', 'tests/bench/seed'];

/** A seeded ledger is used again until the schema, the cutting of words or the seeding itself changes. */
function stampOf(root: string): string {
  const hash = createHash('sha256');
  for (const folder of SOURCES)
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }))
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(root, folder, entry.name)));
  return hash.digest('hex');
}

export interface CachedLedger {
  dataDir: string;
  /** How long the seeding took, today or when it was made. */
  seconds: number;
}

/**
 * What a ledger is filled with: dossiers with all their papers, so many items; the same with a tenth as many movements of titles; or
 * dossiers without any papers, so many.
 */
const SEEDS = {
  items: { file: 'seed/seed.ts', name: 'seedLedger' },
  tenYears: { file: 'seed/ten-years.ts', name: 'seedTenYears' },
  dossiers: { file: 'seed/many-dossiers.ts', name: 'seedDossiers' },
} as const;
type Counted = keyof typeof SEEDS;

/** The ledger of that size, made when there is none yet. Nobody writes into it: measures that do take a copy. */
export async function cachedLedger(root: string, count: number, of: Counted = 'items'): Promise<CachedLedger> {
  const dataDir = join(root, 'out/bench', of === 'items' ? `ledger-${count}` : `${of}-${count}`);
  const note = join(dataDir, 'seeded.json');
  const stamp = stampOf(root);
  if (existsSync(note)) {
    const made = JSON.parse(readFileSync(note, 'utf8')) as { stamp: string; seconds: number };
    if (made.stamp === stamp) return { dataDir, seconds: made.seconds };
  }
  console.log(`Seeding a ledger of ${count} ${of}; later runs use it again.`);
  rmSync(dataDir, { recursive: true, force: true });
  const partial = `${dataDir}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true });
  const startedAt = performance.now();
  const { file, name } = SEEDS[of];
  await inChild(root, file, name, { dataDir: partial, [of]: count });
  const seconds = (performance.now() - startedAt) / 1000;
  writeFileSync(join(partial, 'seeded.json'), JSON.stringify({ stamp, seconds }));
  renameSync(partial, dataDir);
  console.log(`Seeded ${count} ${of} in ${seconds.toFixed(0)} s.`);
  return { dataDir, seconds };
}

/** A copy to write in; gone with the next run. */
export function copyOf({ dataDir }: CachedLedger, name: string): string {
  const copy = join(dataDir, '..', name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(dataDir, copy, { recursive: true });
  return copy;
}
