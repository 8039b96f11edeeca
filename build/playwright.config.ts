import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { screens } from '../tests/e2e/screen';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));

export default defineConfig({
  outputDir: at('out/test-results'),
  // Two windows at once on one screen would take the focus and the clipboard from each other.
  workers: screens().length,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  projects: [
    {
      name: 'e2e',
      testDir: at('tests/e2e'),
      testMatch: '**/*.e2e.ts',
      // As in vitest.config.ts.
      testIgnore: process.env.ANJUAN_TORTURE ? [] : ['**/*.release.e2e.ts'],
      // A key pressed by a machine may overtake a busy window. What needed it is told, and more than two make the run red.
      retries: 1,
    },
    { name: 'demo', testDir: at('tests/demo'), testMatch: '**/*.demo.ts', timeout: 1_200_000 },
    { name: 'bench', testDir: at('tests/bench'), testMatch: '**/*.bench.ts', timeout: 3_600_000 },
  ],
});
