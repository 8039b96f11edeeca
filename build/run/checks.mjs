import path from 'node:path';
import { root } from '../setup.mjs';
import { followFor, tool } from './tools.mjs';
import { totalOfCheck } from './totals.mjs';

/** Looks at the source text in every way there is; goes on after a failure, so that one run shows all of them. */
export async function runChecks() {
  const checks = {
    'style (biome)': [...tool('@biomejs/biome', 'biome'), 'check', '--error-on-warnings'],
    // Each of several checkers works out the same types anew: one needs half the processor, and is as soon done where there are two.
    'types (tsc)': [...tool('typescript', 'tsc'), '-b', '--checkers', '1'],
    'unused code (knip)': tool('knip'),
    translations: [process.execPath, path.join(root, 'build/check-translations.mjs')],
  };
  const totals = [];
  for (const [name, commandLine] of Object.entries(checks)) {
    console.log(`\nCheck: ${name}`);
    const code = await followFor(5, commandLine);
    console.log(`${name}: ${code === 0 ? 'passed' : 'FAILED'}`);
    totals.push(totalOfCheck(code));
  }
  return totals;
}
