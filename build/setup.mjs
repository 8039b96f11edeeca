// Makes a fresh clone runnable. `npm start`, `npm test` and the other commands call it first; it only does what is still undone.
import { realpathSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder } from './setup/cache.mjs';
import { installDependencies } from './setup/dependencies.mjs';
import { electronRuntime, sayRuntime } from './setup/electron-runtime.mjs';
import { demandFreeSpace, note, Stop, step } from './setup/report.mjs';
import { buildBinding, locateBinding } from './setup/sqlite-binding.mjs';
import { provideSystemPackages } from './setup/system-packages.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

// What these commands look into PDFs, copies and databases with.
const commandsWithForms = ['test', 'demo', 'bench'];
// These open the database inside Electron only, never in this Node.
const commandsWithoutNode = ['start', 'dev', 'dist'];

/**
 * Returns what a command needs to run Electron: { runtime, electronPath, electronArgs, env, virtualScreen }.
 * `command` is one of the names that build/run.mjs knows.
 */
export async function setup(command) {
  console.log('Setup');
  await step('Node.js', () => demandNode());
  const cache = cacheFolder();
  await step('disk', () => ({ said: `${demandFreeSpace(root, 0.3).toFixed(1)} GB free` }));
  await step('dependencies', () => installDependencies(root));
  const runtime = await step('Electron', () => electronRuntime(root, cache));

  const virtualScreen = process.platform === 'linux' && !process.env.DISPLAY;
  const binding = bindingFor(command, runtime, cache);
  await step('system packages', () =>
    provideSystemPackages(runtime.path, [
      ...(virtualScreen ? ['screen'] : []),
      ...(commandsWithForms.includes(command) ? ['forms'] : []),
      ...(binding && !binding.ready ? ['compiler'] : []),
    ]),
  );
  if (binding)
    await step('better-sqlite3', () =>
      binding.ready ? { said: 'compiled for Node-API 9, from the cache' } : buildBinding(root, cache, binding),
    );

  sayRuntime(runtime);
  const electronArgs = sandboxArguments();
  return {
    runtime,
    electronPath: runtime.path,
    electronArgs,
    virtualScreen,
    env: environment(runtime, electronArgs, binding),
  };
}

function demandNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  const enough = major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19);
  if (!enough)
    throw new Stop(
      `Install Node.js 20.19, 22.12 or later and run the command again: this is ${process.versions.node}.`,
    );
  return { said: process.versions.node };
}

/** The binding for Node-API 9, where this Node (which runs the tests) or the Electron needs it. */
function bindingFor(command, runtime, cache) {
  const usesNode = !commandsWithoutNode.includes(command);
  const needed = runtime.napi < 10 || (usesNode && Number(process.versions.napi) < 10);
  return needed ? locateBinding(root, cache) : undefined;
}

function sandboxArguments() {
  if (process.getuid?.() !== 0) return [];
  note('running as root, where Chromium cannot use its sandbox: adding --no-sandbox');
  return ['--no-sandbox'];
}

/** The variables by which tests and tools find the runtime. */
function environment(runtime, electronArgs, binding) {
  return {
    ANJUAN_ELECTRON: runtime.path,
    ANJUAN_ELECTRON_ARGS: JSON.stringify(electronArgs),
    ELECTRON_EXEC_PATH: runtime.path,
    ELECTRON_OVERRIDE_DIST_PATH: runtime.folder,
    ...(binding && { ANJUAN_SQLITE_BINDING: binding.file }),
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
  await orStop(() => setup('test'));
}
