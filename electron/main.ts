import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, Menu } from 'electron';
import { type Order, readOrder } from './app/order';
import { closeDoors, declareProtocol, ORIGIN, serveFiles } from './app/security.electron';
import { openMainWindow } from './app/windows.electron';
import { answerWindows } from './ipc/ipc.electron';

const devOrigin = app.isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL;
const asked = app.commandLine.getSwitchValue('data-dir');
const dataDir = asked ? resolve(asked) : app.getPath('userData');

/** Chromium keeps its own files apart; its lock on them is what makes one program per data folder. */
function keepProfile(): void {
  try {
    const profile = join(dataDir, 'profile');
    mkdirSync(profile, { recursive: true });
    app.setPath('userData', profile);
  } catch {
    // The window must come up all the same, to say that the folder cannot be written to.
    app.setPath('userData', mkdtempSync(join(tmpdir(), 'anjuan-')));
  }
}

function start(): void {
  closeDoors(devOrigin);
  serveFiles(join(import.meta.dirname, '../renderer'));
  // The window first: while it starts, all the rest is read and the ledger opens. What the window asks meanwhile waits.
  const window = openMainWindow(devOrigin);
  const loaded = new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()));
  const asked = new Promise<void>((resolve) => window.webContents.once('did-navigate', () => resolve()));
  const work = asked
    .then(() => import('./app/at-work.electron'))
    .then(({ goToWork }) => goToWork(window, dataDir, devOrigin));
  answerWindows(async (...call) => (await work)().dispatch(...call), devOrigin ? [ORIGIN, devOrigin] : [ORIGIN]);
  // While somebody types the password the ledger is read: its first page waits for nothing then.
  void Promise.all([work, loaded]).then(([office]) => office().readAhead?.());
  app.on('second-instance', (_event, _argv, _folder, its) => {
    // Somebody's timer, not somebody at the computer.
    if (isQuiet(its)) return;
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
}

/** Whoever starts the program meanwhile gets its window as soon as the order is carried out. */
function serve(order: Order, alone: boolean): void {
  // Chromium's own files of an open window are not to be touched by two.
  if (!alone) app.setPath('userData', mkdtempSync(join(tmpdir(), 'anjuan-')));
  let isWanted = false;
  app.on('second-instance', (_event, _argv, _folder, its) => {
    if (isQuiet(its) || isWanted) return;
    isWanted = true;
    app.relaunch({ args: process.argv.slice(1).filter((arg) => !/^--(backup-to|verify|on-own-disk)\b/.test(arg)) });
  });
  void app.whenReady().then(async () => {
    closeDoors(devOrigin);
    serveFiles(join(import.meta.dirname, '../renderer'));
    const { workWithoutWindow } = await import('./app/without-window.electron');
    await workWithoutWindow(order, { dataDir, alone });
  });
}

const isQuiet = (its: unknown): boolean => (its as { quiet?: boolean } | undefined)?.quiet === true;
const order = readOrder(
  (name) => (app.commandLine.hasSwitch(name) ? app.commandLine.getSwitchValue(name) : undefined),
  process.cwd(),
);

// Before Electron is ready, or it makes a menu of its own first.
Menu.setApplicationMenu(null);
// A program that asks nothing of a network needs no process for it: sooner there, and 10 MB smaller.
app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2');
declareProtocol();
keepProfile();
const alone = app.requestSingleInstanceLock({ quiet: order !== undefined });
if (order) serve(order, alone);
else if (alone) {
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else app.quit();
