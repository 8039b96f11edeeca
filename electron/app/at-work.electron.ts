import { app, type BrowserWindow, powerMonitor } from 'electron';
import { tellWindows } from '../ipc/ipc.electron';
import { type Office, openOffice } from './office.electron';

/** How often an idle window is looked at; it locks by then even when it asks nothing. */
const IDLE_LOOK_MS = 5_000;

/** How soon a stick that was plugged in is noticed. */
const MEDIA_LOOK_MS = 5_000;

/** Opens the office behind the program's window; answers how to ask for the one that is there now. */
export function goToWork(window: BrowserWindow, dataDir: string, devOrigin: string | undefined): () => Office {
  const office = openLastingOffice(dataDir, devOrigin);
  watch(window, () => office().sessions);
  askBeforeClosing(window, office);
  return office;
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

/** Leaving the demonstration and a restore put another office in the place of the one that is open. */
function openLastingOffice(dataDir: string, devOrigin: string | undefined): () => Office {
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
  return () => office;
}
