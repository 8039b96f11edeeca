import { existsSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../setup.mjs';
import { buildApplication } from './application.mjs';
import { runChecks } from './checks.mjs';
import { openScreens } from './screens.mjs';
import { followFor, tool } from './tools.mjs';
import { sum, totalOfCheck, totalOfPlaywright, totalOfVitest } from './totals.mjs';

const wholeRunMinutes = 30;
const mostWindows = 3;

/** Every check and test of the project, after what setup('test') does; returns the sum. */
export async function runTests(prepare) {
  const began = performance.now();
  const minutesLeft = () => Math.max(0.5, wholeRunMinutes - (performance.now() - began) / 60_000);

  // What Electron and the database need is fetched and compiled by one processor; the checks and the build have the other one meanwhile.
  const checking = runChecks();
  const prepared = await prepare();
  const building = checking.then(() => build(prepared));
  const [checks, built, vitest] = await Promise.all([
    checking,
    building,
    prepared.rest.then(() => runVitest(prepared, minutesLeft())),
  ]);
  const totals = [...checks, totalOfCheck(built), vitest];
  if (built === 0) totals.push(await runEndToEnd(prepared, minutesLeft()));
  else console.error('The end-to-end tests did not run, because the build failed.');
  return sum(totals);
}

function build({ env }) {
  console.log('\nBuild');
  return buildApplication(env);
}

async function runVitest({ env }, minutes) {
  console.log('\nTests without a window (vitest)');
  const report = freshReport('vitest.json');
  const commandLine = [
    ...tool('vitest'),
    'run',
    '--config',
    'build/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const code = await followFor(minutes, commandLine, { ...env, TMPDIR: folderOfLedgers() });
  return totalOfVitest(read(report), code);
}

const MEMORY_DISK = '/dev/shm';
const enoughBytes = 4e9;

/** A thousand ledgers are made and thrown away: in memory where there is room. What needs a disk that can fail mounts its own. */
function folderOfLedgers() {
  if (!existsSync(MEMORY_DISK)) return tmpdir();
  const { bavail, bsize } = statfsSync(MEMORY_DISK);
  return bavail * bsize >= enoughBytes ? MEMORY_DISK : tmpdir();
}

async function runEndToEnd({ env, virtualScreen }, minutes) {
  console.log('\nTests in the program (playwright)');
  const report = freshReport('playwright.json');
  // A screen for each window that is tested at the same time; where a person sits, there is only the one.
  const screens = virtualScreen ? await openScreens(Math.min(availableParallelism(), mostWindows)) : undefined;
  const its = { PLAYWRIGHT_JSON_OUTPUT_FILE: report, ANJUAN_SCREENS: screens?.names.join(' ') };
  const code = await followFor(minutes, playwright('e2e', ['--reporter=list,json,./build/run/seen-reporter.mjs']), {
    ...env,
    ...its,
  });
  screens?.close();
  return totalOfPlaywright(read(report), code);
}

/** The command line that runs one of the projects in build/playwright.config.ts. */
export function playwright(project, args) {
  return [
    ...tool('@playwright/test', 'playwright'),
    'test',
    '-c',
    'build/playwright.config.ts',
    `--project=${project}`,
    ...args,
  ];
}

/** A report of an earlier run must not stand for this one. */
function freshReport(name) {
  const file = path.join(root, 'out/test', name);
  rmSync(file, { force: true });
  return file;
}

function read(report) {
  if (!existsSync(report)) return undefined;
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return undefined;
  }
}
