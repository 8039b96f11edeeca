// Makes a fresh clone runnable. `npm start`, `npm test` and the other commands call it first; it only does what is still undone.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './setup/cache.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { electronRuntime, sayRuntime } from './setup/electron-runtime.mjs';
import { demandFreeSpace, Stop, step } from './setup/report.mjs';
import { sandboxArguments } from './setup/sandbox.mjs';
import { buildBinding, locateBinding } from './setup/sqlite-binding.mjs';
import { provideExtras, provideSystemPackages } from './setup/system-packages.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

// What each command needs besides Electron: a screen, the tools that look into printed forms and copies, and the database in
// this very Node (start, dev and demo open it inside Electron only).
const needs = {
  start: ['screen'],
  dev: ['screen'],
  test: ['screen', 'forms', 'database'],
  demo: ['screen', 'forms'],
  bench: ['screen', 'forms', 'database'],
  torture: ['screen', 'forms', 'database'],
  dist: [],
};

/** Installs what package.json names: enough to look at the source. */
export async function setUpSource() {
  console.log('Setup');
  await step('Node.js', () => demandNode());
  await step('disk', () => ({ said: `${demandFreeSpace(root, 0.3).toFixed(1)} GB free` }));
  await step('dependencies', () => installDependencies(root));
}

/**
 * Returns what a command needs to run Electron: { runtime, electronPath, electronArgs, env, virtualScreen, rest }. For `test` the promise
 * `rest` may still go on: until it is kept there is no database to open, and no tool that looks into forms.
 * `command` is one of the names that build/run.mjs knows.
 */
export async function setup(command) {
  const cache = cacheFolder();
  const electron = step('Electron', () => electronRuntime(root, cache));
  // Compiling takes longest: it waits for Electron only where nothing else says whether it is needed.
  const isCompiled = isNodeTooOld(command) || (await electron).napi < 10;
  const binding = isCompiled ? locateBinding(root, cache) : undefined;
  const compiler = binding && !binding.ready && step('compiler', () => provideSystemPackages(undefined, ['compiler']));
  const compiled =
    binding &&
    Promise.resolve(compiler).then(() => step('better-sqlite3', () => buildBinding(root, cache, electron, binding)));
  // What it fails with is said where `rest` is waited for.
  compiled?.catch(() => undefined);

  const runtime = await electron;
  const virtualScreen = process.platform === 'linux' && !process.env.DISPLAY;
  const purposes = needs[command].filter((need) => need === 'forms' || (need === 'screen' && virtualScreen));
  // apt-get works for one at a time.
  const packages = Promise.resolve(compiler)
    .then(() => step('system packages', () => provideSystemPackages(runtime.path, purposes)))
    .then(() => (command === 'test' || command === 'torture') && step('extras', () => provideExtras()));
  const rest = Promise.all([compiled, packages]);
  if (command !== 'test') await rest;

  sayRuntime(runtime);
  const electronArgs = sandboxArguments(runtime, command === 'start' || command === 'dev');
  return {
    runtime,
    electronPath: runtime.path,
    electronArgs,
    virtualScreen,
    env: environment(runtime, electronArgs, binding),
    rest,
  };
}

function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!enough) {
    throw new Stop(
      `Install Node.js 20.19 or 22.12 or later and run the command again: this is ${process.versions.node}.`,
    );
  }
  return { said: process.versions.node };
}

/** Whether this very Node opens the database for a command, and needs a binding for Node-API 9 for it. */
function isNodeTooOld(command) {
  return needs[command].includes('database') && Number(process.versions.napi) < 10;
}

/** The variables by which tests and tools find the runtime. */
function environment(runtime, electronArgs, binding) {
  return {
    ANJUAN_ELECTRON: runtime.path,
    ANJUAN_ELECTRON_ARGS: JSON.stringify(electronArgs),
    ELECTRON_EXEC_PATH: runtime.path,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    ANJUAN_SQLITE_BINDING: binding?.file,
    // Terminals inside Electron programs set it, and Electron would start as a plain Node.
    ELECTRON_RUN_AS_NODE: undefined,
  };
}

/** Runs `work`; a failure ends the process with one sentence. */
export async function orStop(work) {
  try {
    return await work();
  } catch (error) {
    const sentence =
      error instanceof Stop ? error.message : `Mend this and run the command again: ${error?.message ?? error}`;
    console.error(`\n${sentence}`);
    process.exit(1);
  }
}

if (process.argv[1] && realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  await orStop(async () => {
    await setUpSource();
    return (await setup('test')).rest;
  });
}
