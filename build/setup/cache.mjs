import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Stop } from './report.mjs';

/** The folder, shared by all checkouts, for what is too big or too slow to make again for each. */
export function cacheFolder() {
  const folder =
    process.env.ANJUAN_CACHE ?? path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'anjuan');
  try {
    mkdirSync(folder, { recursive: true });
  } catch {
    throw new Stop(`Make ${folder} writable, or name another folder in ANJUAN_CACHE, and run the command again.`);
  }
  removeAbandoned(folder);
  return path.resolve(folder);
}

/**
 * Makes one entry of the cache. `make` fills a folder of its own and returns the part to keep, which gets its name in one
 * rename: an interrupted setup leaves no half-made entry, and of two setups at once one wins.
 */
export async function makeEntry(cache, name, make) {
  const work = mkdtempSync(path.join(cache, `unfinished-${process.pid}-`));
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

/** What a killed setup left: up to a gigabyte. */
function removeAbandoned(cache) {
  for (const name of readdirSync(cache)) {
    const [, owner] = name.match(/^unfinished-(\d+)-/) ?? [];
    if (owner && !isAlive(Number(owner))) rmSync(path.join(cache, name), { recursive: true, force: true });
  }
}

function isAlive(id) {
  try {
    return process.kill(id, 0);
  } catch (error) {
    return error.code !== 'ESRCH';
  }
}
