import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../setup.mjs';
import { follow, followFor, onScreen, tool } from './tools.mjs';

const config = ['-c', 'build/electron.vite.config.ts'];

const sources = [
  'electron',
  'renderer',
  'shared',
  'build/electron.vite.config.ts',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];
const program = path.join(root, 'out/main');
const stamp = path.join(root, 'out/.built-from');

/** Builds the application, unless the last build was made of the very same files; returns the exit code. */
export async function buildApplication(env) {
  const state = stateOfSources();
  if (existsSync(program) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state) {
    console.log('The build in out/ is up to date.');
    return 0;
  }
  forgetBuild();
  const code = await followFor(10, [...tool('electron-vite'), 'build', ...config], env);
  if (code === 0) writeFileSync(stamp, state);
  return code;
}

/** The next buildApplication() builds: what stands in out/ is no longer a finished build. */
function forgetBuild() {
  rmSync(stamp, { force: true });
}

/** Runs the application with hot reload; it builds for development into the same folder. */
export function developApplication(virtualScreen, args, env) {
  forgetBuild();
  return follow(onScreen(virtualScreen, [...tool('electron-vite'), 'dev', ...config, '--', ...args]), env);
}

/** Changes when a source file is edited, added, removed or renamed. */
function stateOfSources() {
  const files = sources
    .map((name) => path.join(root, name))
    .filter((name) => existsSync(name))
    .flatMap(filesIn);
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function filesIn(place) {
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place).flatMap((name) => filesIn(path.join(place, name)));
}
