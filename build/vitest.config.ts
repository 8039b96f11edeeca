import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    globalSetup: 'tests/setup/empty-ledger.ts',
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/demo/**', 'tests/bench/**'],
    // Both of two processors: by itself it leaves one to whoever watches.
    maxWorkers: '100%',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
