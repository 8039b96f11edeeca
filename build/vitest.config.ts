import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Counts what a module does that others have loaded before it: this one file needs modules of its own. */
const APART = ['tests/api/sign-in.test.ts'];
const OTHER_RUNNERS = ['tests/e2e/**', 'tests/demo/**', 'tests/bench/**'];
/** Tried by `npm run torture`, beside cheaper tests of the same promise that run every time. */
const BEFORE_A_RELEASE = process.env.ANJUAN_TORTURE ? [] : ['tests/**/*.release.test.ts'];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    globalSetup: 'tests/setup/empty-ledger.ts',
    // Both of two processors: by itself it leaves one to whoever watches.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      {
        extends: true,
        // Loading the whole program anew for each of 150 files was a quarter of the time.
        test: {
          name: 'shared',
          isolate: false,
          include: ['tests/**/*.test.ts'],
          exclude: [...OTHER_RUNNERS, ...APART, ...BEFORE_A_RELEASE],
        },
      },
      { extends: true, test: { name: 'apart', include: APART } },
    ],
  },
});
