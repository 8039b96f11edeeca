import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';

const FIELD = 'input[type=password]';
const PATIENCE_MS = 60_000;

/** Milliseconds from starting the process until the password can be typed. Nothing but Chromium's own debugging port looks on. */
export async function startTime(application: string, dataDir: string, now: string): Promise<number> {
  const flags = JSON.parse(process.env.ANJUAN_ELECTRON_ARGS ?? '[]') as string[];
  const env = { ...process.env, ANJUAN_NOW: now };
  const args = [...flags, '--remote-debugging-port=0', application, `--data-dir=${dataDir}`];
  const startedAt = performance.now();
  const child = spawn(process.env.ANJUAN_ELECTRON ?? '', args, { env, stdio: ['ignore', 'ignore', 'pipe'] });
  const browser = await chromium.connectOverCDP(await debuggerOf(child));
  const [context] = browser.contexts();
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page', { timeout: PATIENCE_MS }));
  await page?.locator(FIELD).waitFor({ state: 'visible', timeout: PATIENCE_MS });
  const ms = performance.now() - startedAt;
  await page?.close();
  await ended(child);
  return ms;
}

/** Electron says on stderr where its debugger listens, before it opens a window. */
async function debuggerOf(child: ChildProcess): Promise<string> {
  if (!child.stderr) throw new Error('no stderr');
  for await (const line of createInterface(child.stderr)) {
    const found = /DevTools listening on (ws:\S+)/.exec(line);
    if (found?.[1]) return found[1];
  }
  throw new Error('Electron ended before it opened a window');
}

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
    child.once('exit', () => {
      clearTimeout(timer);
      resolve();
    });
  });
