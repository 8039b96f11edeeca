import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Reply } from '../../shared/api/errors';
import { takeScreen } from './screen';
import { type Asks, asksBy, temporaryFolder, workBefore } from './work-before';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

takeScreen();

export const PASSWORD = 'songfeng-2026';
export const PIN = '260302';

/** The real program in a real window, on a data folder of its own; asked through the window's own bridge. */
export interface Program extends Asks {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly dataDir: string;
  close(): Promise<void>;
}

export interface Launch {
  dataDir?: string;
  /** Where its clock starts. */
  now?: string;
  size?: { width: number; height: number };
  args?: readonly string[];
  /** A folder in which each folder is a stick that is plugged in. */
  sticks?: string;
  /** What it finds in its environment besides. */
  env?: Record<string, string>;
  /** Until main can be asked, and not until the first page is there. */
  soon?: boolean;
  /** What the company has done before the window opens. */
  before?: (asks: Asks) => Promise<unknown>;
}

/** A screen in memory has no graphics card: whoever does not look for one has the window a fifth sooner. */
const WITHOUT_CARD = process.env.ANJUAN_SCREENS ? ['--disable-gpu', '--disable-software-rasterizer'] : [];

/** What starts the built program on a data folder, as somebody does without a test. */
export function commandLine(dataDir: string, args: readonly string[] = []) {
  const command = process.env.ANJUAN_ELECTRON;
  if (!command) throw new Error('ANJUAN_ELECTRON is not set: run this through `npm test` or `npm run demo`');
  const flags = JSON.parse(process.env.ANJUAN_ELECTRON_ARGS ?? '[]') as string[];
  return { command, args: [...flags, ...WITHOUT_CARD, ROOT, `--data-dir=${dataDir}`, ...args] };
}

/** What Chromium keeps of the program's scripts, compiled, once it has read them a few times: people open the program every day. */
const compiledIn = (dataDir: string) => join(dataDir, 'profile', 'Code Cache');
const KEPT = temporaryFolder();

/** Starts the built program; build/run.mjs names the runtime in the environment. */
export async function startProgram({
  dataDir,
  now = '2026-03-02T16:00:00+08:00',
  size,
  args = [],
  sticks,
  env = {},
  soon = false,
  before,
}: Launch = {}): Promise<Program> {
  const folder = dataDir ?? mkdtempSync(join(tmpdir(), 'anjuan-e2e-'));
  if (before) await workBefore(folder, now, before);
  if (!existsSync(compiledIn(folder))) cpSync(KEPT, compiledIn(folder), { recursive: true });
  const its = commandLine(folder, args);
  const electron = await _electron.launch({
    executablePath: its.command,
    args: its.args,
    env: { ...process.env, ...env, ANJUAN_NOW: now, ...(sticks && { ANJUAN_STICKS: sticks }) } as Record<
      string,
      string
    >,
  });
  const page = await electron.firstWindow();
  await page.waitForFunction(
    (bridgeIsEnough) =>
      'bridge' in window && (bridgeIsEnough || (document.querySelector('#root')?.childElementCount ?? 0) > 0),
    soon,
  );
  if (size)
    await electron.evaluate(
      ({ BrowserWindow }, its) => BrowserWindow.getAllWindows()[0]?.setContentSize(its.width, its.height),
      size,
    );
  const invoke = (name: string, input: unknown = {}) =>
    page.evaluate(
      ([method, its]) =>
        (window as unknown as { bridge: { invoke(name: unknown, input: unknown): Promise<Reply> } }).bridge.invoke(
          method,
          its,
        ),
      [name, input] as const,
    );
  return {
    electron,
    page,
    dataDir: folder,
    ...asksBy(invoke),
    close: async () => {
      await electron.close();
      cpSync(compiledIn(folder), KEPT, { recursive: true });
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Answers the next "save as" dialog with `path`; dialogs and the clock are the only things ever faked. */
export async function answerSaveDialog({ electron }: Program, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Answers the next "open" dialogs with these files. */
export async function answerOpenDialog({ electron }: Program, paths: readonly string[]): Promise<void> {
  await electron.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] });
  }, paths);
}

/** A folder for sticks on another disk than the ledger's, where this system has one in memory. */
export const makePort = (): string => mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'anjuan-port-'));
