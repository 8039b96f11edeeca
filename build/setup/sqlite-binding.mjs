import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { makeEntry } from './cache.mjs';
import { gist, npm, run } from './command.mjs';
import { demandFreeSpace, Stop } from './report.mjs';

// better-sqlite3 ships binaries for Node-API 10; Node before 22.14 and Electron before 35 crash on them. The same sources,
// compiled with these settings, run on Node-API 9 as well.
const compilerSettings = '-UNAPI_VERSION -DNAPI_EXPERIMENTAL -DNODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT';
const program = 'better_sqlite3.node';

/** Where the binding for Node-API 9 stands in the cache, and whether it is there yet. */
export function locateBinding(root, cache) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/better-sqlite3/package.json'), 'utf8'));
  const entry = `better-sqlite3-${version}-napi9-${process.platform}-${process.arch}`;
  const file = path.join(cache, entry, program);
  return { entry, file, ready: existsSync(file) };
}

/** Compiles the binding, unless an earlier setup did, and tries it in the Electron that `electron` promises, where that is what needs it. */
export async function buildBinding(root, cache, electron, { entry, file, ready }) {
  if (ready) return { said: 'compiled for Node-API 9, from the cache' };
  if (process.platform !== 'linux') {
    throw new Stop(
      'Install Node.js 22.14 or later and run the command again: better-sqlite3 brings no binary for this older one.',
    );
  }
  demandFreeSpace(cache, 0.5);
  console.log('  better-sqlite3   compiling it once for Node-API 9; this takes about a minute …');
  await makeEntry(cache, entry, async (work) => {
    const folder = await compile(root, work);
    await tryBinding(root, await electron, path.join(folder, program));
    return folder;
  });
  return { said: `compiled, kept as ${file}` };
}

async function compile(root, work) {
  const sources = path.join(work, 'better-sqlite3');
  const modules = path.join(root, 'node_modules');
  await cp(path.join(modules, 'better-sqlite3'), sources, {
    recursive: true,
    filter: (from) => path.basename(from) !== 'prebuilds',
  });
  await cp(path.join(modules, 'node-addon-api'), path.join(sources, 'node_modules/node-addon-api'), {
    recursive: true,
  });

  const gyp = path.join(modules, 'node-gyp/bin/node-gyp.js');
  const headers = await nodeHeaders();
  const result = await run(
    process.execPath,
    [gyp, 'rebuild', '--release', '--force_build=1', '--jobs=2', ...(headers ? [`--nodedir=${headers}`] : [])],
    {
      cwd: sources,
      minutes: 10,
      // SQLite's own choice; what node-gyp asks for takes a third longer to compile.
      env: { ...process.env, CXXFLAGS: compilerSettings, CFLAGS: '-O2' },
    },
  );
  if (result.code !== 0) throw new Stop(adviceAfterFailure(result.output, headers));

  const kept = path.join(work, 'kept');
  await mkdir(kept);
  await cp(path.join(sources, 'build/Release', program), path.join(kept, program));
  return kept;
}

function adviceAfterFailure(output, headers) {
  return headers
    ? `Look at what the compiler said and run the command again: better-sqlite3 could not be compiled ("${gist(output)}").`
    : `Name the folder that holds include/node/node.h in npm's setting nodedir (npm config set nodedir=FOLDER), or use Node.js 22.14 or later, and run the command again: compiling better-sqlite3 ended with "${gist(output)}".`;
}

/** The folder with this very Node's headers: npm's own setting, else where Node is installed; else node-gyp downloads them. */
async function nodeHeaders() {
  const configured = (await npm(['config', 'get', 'nodedir', '--loglevel=silent'])).output.trim();
  return [configured, path.resolve(path.dirname(process.execPath), '..'), '/usr/local', '/usr'].find(
    hasHeadersOfThisNode,
  );
}

function hasHeadersOfThisNode(folder) {
  const file = path.join(folder, 'include/node/node_version.h');
  if (!existsSync(file)) return false;
  const header = readFileSync(file, 'utf8');
  const [major, minor] = ['MAJOR', 'MINOR'].map((part) => header.match(`NODE_${part}_VERSION (\\d+)`)?.[1]);
  return process.versions.node.startsWith(`${major}.${minor}.`);
}

/** In a process of its own, since a wrong binding does not fail but crashes; and in Electron, where that is what needs it. */
async function tryBinding(root, runtime, nativeBinding) {
  const question = `new (require('better-sqlite3'))(':memory:', ${JSON.stringify({ nativeBinding })}).prepare('SELECT 1 + 1').pluck().get()`;
  const user = runtime.napi < 10 ? runtime.path : process.execPath;
  const answer = await run(user, ['-p', question], { cwd: root, env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
  if (answer.output.trim() !== '2') {
    throw new Stop(
      `Use another version of Node.js and run the command again: better-sqlite3 compiled with this one does not work ("${gist(answer.output)}").`,
    );
  }
}
