import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, totalmem } from 'node:os';
import path from 'node:path';
import { Stop } from '../setup/report.mjs';
import { root } from '../setup.mjs';
import { pack } from './package.mjs';
import { playwright } from './tests.mjs';
import { followFor, onScreen, tool } from './tools.mjs';

const hours = 60;

/**
 * What shows each measure of QUALITY's tables "Database", "Journal" and "Backup": the harnesses that are made for it, and the tests
 * that `npm test` runs too. A file that is not there counts as skipped.
 */
const harnesses = [
  ['D1', 'tests/db/settings.test.ts'],
  ['D3 D3n', 'tests/torture/power-cut.test.ts'],
  ['D4', 'tests/torture/kill-points.release.test.ts'],
  ['D5', 'tests/torture/disk-errors.release.test.ts'],
  ['D6', 'tests/db/disk.test.ts'],
  ['D6', 'tests/api/low-disk.test.ts'],
  ['D7', 'tests/db/migration-crash.test.ts'],
  ['D7', 'tests/db/restore-crash.test.ts'],
  ['D7', 'tests/torture/exchange-killed.release.test.ts'],
  ['D7', 'tests/e2e/killed-while-exchanging.release.e2e.ts'],
  ['D9', 'tests/db/clock.test.ts'],
  ['D10', 'tests/torture/ten-years.release.test.ts'],
  ['A1 A5', 'tests/db/append-only.test.ts'],
  ['A2 A3', 'tests/db/tampering.test.ts'],
  ['A4', 'tests/db/random-titles.test.ts'],
  ['A4', 'tests/db/random-borrowing.test.ts'],
  ['A4', 'tests/db/random-disposal.test.ts'],
  ['A4', 'tests/db/random-acts.test.ts'],
  ['B1', 'tests/api/backup-while-working.test.ts'],
  ['B1 B2', 'tests/api/backup.test.ts'],
  ['B2', 'tests/api/bag-stranger.test.ts'],
  ['B4', 'tests/api/bad-sticks.test.ts'],
  ['B3', 'tests/torture/pulled-stick.test.ts'],
  ['B3', 'tests/unit/backup/other-disk.test.ts'],
  ['B5', 'tests/torture/altered-bags.test.ts'],
  ['B6 B11', 'tests/api/restore.test.ts'],
  ['B7', 'tests/api/backup-cancelled.test.ts'],
  ['B8', 'tests/unit/backup/kept-backups.test.ts'],
  ['B9', 'tests/api/encrypted-backups.test.ts'],
  ['B9', 'tests/e2e/encrypted-backup.e2e.ts'],
  ['B10', 'tests/api/old-backups.test.ts'],
  ['D2 A5', 'tests/e2e/kill.e2e.ts'],
];
/** The command line of the built program is tried in `npm test`; here that of the packaged one. */
const ofPackage = ['B2 packaged', 'tests/e2e/command-line.e2e.ts'];

/** Runs them one after the other, at the sizes of a release unless ANJUAN_TORTURE says another number; returns the exit code. */
export async function torture(prepared, asked) {
  const { env, virtualScreen } = prepared;
  const out = path.join(root, 'out/torture');
  mkdirSync(out, { recursive: true });
  const its = { ...env, ANJUAN_TORTURE: process.env.ANJUAN_TORTURE ?? 'full' };
  const lines = [];
  const isNamed =
    (part) =>
    ([ids, file]) =>
      `${ids} ${file}`.includes(part);
  const isAsked = (harness) => asked.length === 0 || asked.some((part) => isNamed(part)(harness));
  // A name mistyped would otherwise try nothing, and find no fault.
  const unknown = asked.find((part) => ![...harnesses, ofPackage].some(isNamed(part)));
  if (unknown) throw new Stop(`Nothing is called "${unknown}". Name ids, as D3, or a part of a test's path.`);
  const run = async ([ids, file], more = {}) => {
    console.log(`\n${ids}: ${file}`);
    lines.push(await runOne(ids, file, { env: { ...its, ...more }, virtualScreen, out }));
  };
  for (const harness of harnesses) if (isAsked(harness)) await run(harness);
  if (isAsked(ofPackage)) {
    const code = await pack(prepared, ['--dir']);
    if (code !== 0) throw new Stop('The program could not be packaged: `npm run dist -- --dir` says why.');
    await run(ofPackage, { ANJUAN_PACKED: path.join(root, 'out/dist/linux-unpacked/anjuan') });
  }
  const report = write(lines, its.ANJUAN_TORTURE);
  writeFileSync(path.join(root, 'out/torture.md'), report);
  console.log(`\n${report}`);
  return lines.every(({ failed }) => failed === 0) ? 0 : 1;
}

async function runOne(ids, file, { env, virtualScreen, out }) {
  if (!existsSync(path.join(root, file))) {
    return {
      ids,
      file,
      passed: 0,
      skipped: 0,
      failed: 0,
      seconds: 0,
      told: [{ id: ids, skipped: 'there is no such test yet' }],
    };
  }
  const told = path.join(out, 'told.jsonl');
  const results = path.join(out, 'results.json');
  for (const old of [told, results]) rmSync(old, { force: true });
  const began = performance.now();
  const inWindow = file.includes('/e2e/');
  const commandLine = inWindow
    ? onScreen(virtualScreen, playwright('e2e', [path.basename(file), '--reporter=list,json']))
    : vitest(file, results);
  const code = await followFor(12 * hours, commandLine, {
    ...env,
    ANJUAN_TORTURE_REPORT: told,
    ...(inWindow && { PLAYWRIGHT_JSON_OUTPUT_FILE: results }),
  });
  return { ids, file, ...countOf(results, code), seconds: (performance.now() - began) / 1000, told: linesOf(told) };
}

const vitest = (file, results) => [
  ...tool('vitest'),
  'run',
  '--config',
  'build/vitest.config.ts',
  '--maxWorkers=1',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${results}`,
  file,
];

/** A run that ended badly never counts as less than one failure. */
function countOf(results, code) {
  const found = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : {};
  const passed = found.numPassedTests ?? found.stats?.expected ?? 0;
  const failed = found.numFailedTests ?? found.stats?.unexpected ?? 0;
  const skipped = found.numPendingTests ?? found.stats?.skipped ?? 0;
  return { passed, skipped, failed: failed === 0 && code !== 0 ? 1 : failed };
}

function linesOf(file) {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line));
}

function write(lines, sizes) {
  const processor = `${cpus().length} × ${cpus()[0]?.model.trim()}`;
  const machine = `${processor}, ${Math.round(totalmem() / 2 ** 30)} GB, Linux ${release()}, Node.js ${process.versions.node}`;
  const rows = lines.flatMap(({ ids, file, passed, skipped, failed, seconds, told }) => [
    `| ${ids} | ${file} | ${passed + failed} tests${skipped > 0 ? `, ${skipped} skipped` : ''} | ${failed === 0 ? 'passed' : `${failed} FAILED`} | ${seconds.toFixed(0)} s |`,
    ...told.map((its) =>
      its.skipped
        ? `| ${its.id} | ${its.what ?? file} | 0 | skipped: ${its.skipped} | |`
        : `| ${its.id} | ${its.what} | ${its.count} | ${its.result} | |`,
    ),
  ]);
  const sum = (of) => lines.reduce((all, line) => all + of(line), 0);
  // A part that says why it is skipped is one or more tests that the runner has not run either.
  const skipped = sum(({ skipped, told }) => Math.max(skipped, told.filter((its) => its.skipped).length));
  return [
    `Taken: ${new Date().toISOString()}; sizes: ${sizes}  `,
    `Machine: ${machine}  `,
    `Tests: ${sum(({ passed }) => passed)} passed, ${sum(({ failed }) => failed)} failed, ${skipped} skipped`,
    '',
    '| id | what was tried | count | result | time |',
    '| -- | -- | -- | -- | -- |',
    ...rows,
    '',
  ].join('\n');
}
