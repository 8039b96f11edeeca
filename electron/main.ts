import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, Menu, powerMonitor } from 'electron';
import { type Office, openOffice } from './app/office.electron';
import { type Order, readOrder } from './app/order';
import { closeDoors, declareProtocol, ORIGIN, serveFiles } from './app/security.electron';
import { openMainWindow } from './app/windows.electron';
import { workWithoutWindow } from './app/without-window.electron';
import { answerWindows, tellWindows } from './ipc/ipc.electron';

/** How often an idle window is looked at; it locks by then even when it asks nothing. */
const IDLE_LOOK_MS = 5_000;

/** How soon a stick that was plugged in is noticed. */
const MEDIA_LOOK_MS = 5_000;

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

/** Keys and clicks keep a session awake; silence, sleep and the system's own lock end it. */
function watch(window: BrowserWindow, sessions: () => Office['sessions']): void {
  const { id } = window.webContents;
  window.webContents.on('input-event', () => sessions()?.touch(id));
  const timer = setInterval(() => sessions()?.of(id), IDLE_LOOK_MS);
  window.on('closed', () => clearInterval(timer));
  powerMonitor.on('lock-screen', () => sessions()?.lock(id));
  powerMonitor.on('suspend', () => sessions()?.lock(id));
}

/** Whoever closes the window with much that no backup holds is asked in it; a program that is told to quit quits. */
function askBeforeClosing(window: BrowserWindow, office: () => Office): void {
  let isQuitting = false;
  app.on('before-quit', () => {
    isQuitting = true;
  });
  window.on('close', (event) => {
    const { webContents } = window;
    if (isQuitting || webContents.isCrashed() || !office().asksBeforeQuitting?.(webContents.id)) return;
    event.preventDefault();
    tellWindows(['quit']);
  });
}

/** The office that answers the window. Leaving the demonstration and a restore put another one in its place. */
function openAnsweringOffice(): () => Office {
  const reopen = (act: () => void) => {
    office.close();
    try {
      act();
    } finally {
      // Also when it could not be done: the window goes on with what is there.
      office = openOffice(dataDir, devOrigin, reopen);
      tellWindows(['company', 'session']);
    }
  };
  let office = openOffice(dataDir, devOrigin, reopen);
  const timer = setInterval(() => void office.backup?.lookForMedia(), MEDIA_LOOK_MS);
  app.once('will-quit', () => {
    clearInterval(timer);
    office.close();
  });
  answerWindows((...call) => office.dispatch(...call), devOrigin ? [ORIGIN, devOrigin] : [ORIGIN]);
  return () => office;
}

function start(): void {
  Menu.setApplicationMenu(null);
  closeDoors(devOrigin);
  serveFiles(join(import.meta.dirname, '../renderer'));
  // The window first: while it starts, the ledger opens. What it asks waits until this function has ended.
  const window = openMainWindow(devOrigin);
  const office = openAnsweringOffice();
  watch(window, () => office().sessions);
  askBeforeClosing(window, office);
  // While somebody types the password the ledger is read: its first page waits for nothing then.
  window.webContents.once('did-finish-load', () => office().readAhead?.());
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
  void app.whenReady().then(() => {
    closeDoors(devOrigin);
    serveFiles(join(import.meta.dirname, '../renderer'));
    return workWithoutWindow(order, { dataDir, alone });
  });
}

const isQuiet = (its: unknown): boolean => (its as { quiet?: boolean } | undefined)?.quiet === true;
const order = readOrder(
  (name) => (app.commandLine.hasSwitch(name) ? app.commandLine.getSwitchValue(name) : undefined),
  process.cwd(),
);

declareProtocol();
keepProfile();
const alone = app.requestSingleInstanceLock({ quiet: order !== undefined });
if (order) serve(order, alone);
else if (alone) {
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else app.quit();
