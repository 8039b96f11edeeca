import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import { runnerImport } from 'vite';
import { type Program, startProgram } from './program';

// What is lost or let through once is not put right by a second go.
test.describe.configure({ retries: 0 });

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

let first: Program;
test.beforeAll(async () => {
  first = await startProgram();
});
test.afterAll(() => first.close());

/**
 * Starts the program as a double click does, without anybody driving it; answers its exit code. Without Chromium's sandbox, as
 * the driver starts the first one: in a container or a chroot an ordinary user cannot have it.
 */
function startOnceMore(dataDir: string): Promise<number | null> {
  const flags = JSON.parse(process.env.ANJUAN_ELECTRON_ARGS ?? '[]') as string[];
  const second = spawn(
    process.env.ANJUAN_ELECTRON ?? '',
    [...new Set([...flags, '--no-sandbox']), ROOT, `--data-dir=${dataDir}`],
    {
      stdio: 'ignore',
      timeout: 20_000,
    },
  );
  return new Promise((resolve) => second.once('exit', resolve));
}

const windows = () =>
  first.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({ minimised: window.isMinimized(), shown: window.isVisible() })),
  );

test('started a second time on the same data folder, the program shows the window that is there', async () => {
  await first.electron.evaluate(({ app, BrowserWindow }) => {
    const global = globalThis as unknown as { asked: number; focused: number };
    global.asked = 0;
    global.focused = 0;
    app.on('second-instance', () => {
      global.asked += 1;
    });
    const window = BrowserWindow.getAllWindows()[0];
    if (!window) return;
    const focus = window.focus.bind(window);
    window.focus = () => {
      global.focused += 1;
      focus();
    };
    window.hide();
  });
  expect(await startOnceMore(first.dataDir)).toBe(0);
  await expect
    .poll(() =>
      first.electron.evaluate(() => {
        const { asked, focused } = globalThis as unknown as { asked: number; focused: number };
        return { asked, focused };
      }),
    )
    .toEqual({ asked: 1, focused: 1 });
  expect(await windows()).toEqual([{ minimised: false, shown: true }]);
  expect(await first.invoke('company.start')).toMatchObject({ ok: true });
});

test('while the program is open, nothing else opens its ledger', async () => {
  const { module } = await runnerImport<typeof import('../../electron/db/open')>('electron/db/open.ts');
  expect(() => module.openLedger(first.dataDir)).toThrow(/busy: ledgerInUse/);
  expect(await first.invoke('company.start')).toMatchObject({ ok: true });
});
