import { mkdirSync, mkdtempSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, Menu, powerMonitor } from 'electron';
import { AppError, type Reply } from '../shared/api/errors';
import { type App, compose } from './app/compose';
import { openLog } from './app/log.electron';
import { closeDoors, declareProtocol, ORIGIN, serveFiles } from './app/security.electron';
import { openHiddenWindow, openMainWindow, pageUrl } from './app/windows.electron';
import { type Ledger, openLedger } from './db/open';
import { clockFrom } from './ipc/context';
import type { Dispatch } from './ipc/dispatch';
import { answerWindows, tellWindows } from './ipc/ipc.electron';
import { createPrinter } from './print/pdf.electron';

/** How often an idle window is looked at; it locks by then even when it asks nothing. */
const IDLE_LOOK_MS = 5_000;

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

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** A ledger that cannot be opened answers every question with the reason. */
function refusing(error: unknown): Dispatch {
  const { code, reason, details } =
    error instanceof AppError ? error : new AppError('internal', 'unexpected', { detail: String(error) });
  return async (): Promise<Reply> => ({ ok: false, error: { code, reason, details } });
}

function composeWith(ledger: Ledger, log: ReturnType<typeof openLog>): App {
  const made: App = compose({
    db: ledger.db,
    clock: clockFrom(app.isPackaged ? undefined : process.env.ANJUAN_NOW),
    version: app.getVersion(),
    freeBytes: () => freeBytes(dataDir),
    log,
    publish: tellWindows,
    printer: createPrinter({
      openHidden: openHiddenWindow,
      pageUrl: pageUrl('print.html', devOrigin),
      lendSession: (from, to) => made.sessions.lend(from, to),
      takeBackSession: (id) => made.sessions.end(id),
    }),
  });
  return made;
}

/** Keys and clicks keep a session awake; silence, sleep and the system's own lock end it. */
function watch(window: BrowserWindow, sessions: App['sessions']): void {
  const { id } = window.webContents;
  window.webContents.on('input-event', () => sessions.touch(id));
  const timer = setInterval(() => sessions.of(id), IDLE_LOOK_MS);
  window.on('closed', () => clearInterval(timer));
  powerMonitor.on('lock-screen', () => sessions.lock(id));
  powerMonitor.on('suspend', () => sessions.lock(id));
}

function start(): void {
  Menu.setApplicationMenu(null);
  closeDoors(devOrigin);
  serveFiles(join(import.meta.dirname, '../renderer'));
  const origins = devOrigin ? [ORIGIN, devOrigin] : [ORIGIN];
  let sessions: App['sessions'] | undefined;
  try {
    const ledger = openLedger(dataDir);
    app.once('will-quit', ledger.close);
    const made = composeWith(ledger, openLog(dataDir));
    sessions = made.sessions;
    answerWindows(made.dispatch, origins);
  } catch (error) {
    answerWindows(refusing(error), origins);
  }
  const window = openMainWindow(devOrigin);
  if (sessions) watch(window, sessions);
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  });
}

declareProtocol();
keepProfile();
if (app.requestSingleInstanceLock()) {
  app.on('window-all-closed', () => app.quit());
  void app.whenReady().then(start);
} else app.quit();
