import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Stop } from './report.mjs';

const unfinished = 'unfinished-';

/** The folder, shared by all checkouts, for what is too big or too slow to make again for each. */
export function cacheFolder() {
  const folder =
    process.env.ANJUAN_CACHE ?? path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'anjuan');
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Stop(`Make ${folder} writable, or name another folder in ANJUAN_CACHE, and run the command again.`);
  }
  return path.resolve(folder);
}

/**
 * Makes one entry of the cache. `make` fills a folder of its own and returns the part to keep, which gets its name in one
 * rename: an interrupted setup leaves no half-made entry, and of two setups at once one wins.
 */
export async function makeEntry(cache, name, make) {
  removeAbandoned(cache);
  const work = mkdtempSync(path.join(cache, unfinished));
  const entry = path.join(cache, name);
  try {
    renameSync(await make(work), entry);
  } catch (error) {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return entry;
}

function removeAbandoned(cache) {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(cache)) {
    const folder = path.join(cache, name);
    if (name.startsWith(unfinished) && statSync(folder).mtimeMs < anHourAgo)
      rmSync(folder, { recursive: true, force: true });
  }
}
