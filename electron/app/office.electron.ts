import { readdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { AppError } from '../../shared/api/errors';
import { pluggedIn } from '../backup/places';
import { type BlobStore, openBlobStore } from '../blobs/blob-store';
import { chooseFiles, chooseFolder, chooseTable } from '../blobs/open-dialog.electron';
import { type Ledger, openLedger, SETTINGS, setAsideLedger } from '../db/open';
import { asStorageError } from '../db/storage-errors';
import type { BackupWork } from '../features/backup/backup-work';
import { clockFrom } from '../ipc/context';
import type { Dispatch } from '../ipc/dispatch';
import { tellWindows } from '../ipc/ipc.electron';
import { createRunJob } from '../jobs/run-job.electron';
import { createPrinter } from '../print/pdf.electron';
import { type App, compose } from './compose';
import { openLog } from './log.electron';
import { openRescueOffice } from './rescue-office';
import { openHiddenWindow, pageUrl } from './windows.electron';

/** The office at work on one data folder. */
export interface Office {
  readonly dispatch: Dispatch;
  /** Absent when the ledger could not be opened. */
  readonly sessions?: App['sessions'];
  readonly asksBeforeQuitting?: App['asksBeforeQuitting'];
  readonly readAhead?: App['readAhead'];
  /** Makes backups without a window. */
  readonly backup?: BackupWork;
  /** Why the ledger could not be opened. */
  readonly failure?: AppError;
  close(): void;
}

/**
 * Opens the ledger of a folder with everything that works on it; one that cannot be opened answers every call with the reason, but
 * those that put a backup in its place. `reopen` closes this office, lets its argument work on the folder, and opens another.
 */
export function openOffice(dataDir: string, devOrigin: string | undefined, reopen: (act: () => void) => void): Office {
  try {
    return workOn(dataDir, devOrigin, reopen);
  } catch (error) {
    const failure = asStorageError(error);
    const clock = clockFrom(startOfClock());
    const outside = { dataDir, clock, chooseFolder, pluggedIn: sticks, publish: tellWindows, reopen };
    return { ...openRescueOffice(failure, { ...outside, runJob: createRunJob(() => undefined) }), failure };
  }
}

/** Puts the ledger of a closed office aside under a name that tells when. */
function setAside(dataDir: string): void {
  const now = clockFrom(startOfClock()).now().toISOString().replaceAll(':', '').slice(0, 17);
  setAsideLedger(dataDir, `demonstration-${now}.sqlite`);
}

const MINUTE_MS = 60_000;
const startOfClock = () => (app.isPackaged ? undefined : process.env.ANJUAN_NOW);

function workOn(dataDir: string, devOrigin: string | undefined, reopen: (act: () => void) => void): Office {
  const clock = clockFrom(startOfClock());
  const ledger = openLedger(dataDir, SETTINGS, clock);
  const log = openLog(dataDir);
  let minutely: NodeJS.Timeout | undefined;
  let backup: BackupWork | undefined;
  const made: App = compose({
    db: ledger.db,
    clock,
    version: app.getVersion(),
    freeBytes: () => freeBytes(dataDir),
    startAfresh: () => reopen(() => setAside(dataDir)),
    reopen,
    quit: () => setImmediate(() => app.quit()),
    eachMinute: (look) => {
      minutely = setInterval(look, MINUTE_MS);
    },
    dataDir,
    chooseFolder,
    pluggedIn: sticks,
    takeBackup: (work) => {
      backup = work;
    },
    log,
    publish: tellWindows,
    blobs: openBlobsOf(ledger, dataDir),
    chooseFiles,
    chooseTable,
    runJob: createRunJob(log.failed),
    printer: createPrinter({
      openHidden: openHiddenWindow,
      pageUrl: pageUrl('print.html', devOrigin),
      lendSession: (from, to) => made.sessions.lend(from, to),
      takeBackSession: (id) => made.sessions.end(id),
    }),
  });
  const close = () => {
    clearInterval(minutely);
    ledger.close();
  };
  return { ...made, ...(backup && { backup }), close };
}

/** Only with the ledger in hand: what lies half received may be another program's until then. */
function openBlobsOf(ledger: Ledger, dataDir: string): BlobStore {
  try {
    return openBlobStore(join(dataDir, 'blobs'));
  } catch (error) {
    ledger.close();
    throw error;
  }
}

/** Unpackaged runs may name a folder in which each folder is a stick. */
async function sticks(): Promise<string[]> {
  const made = app.isPackaged ? undefined : process.env.ANJUAN_STICKS;
  return made === undefined ? pluggedIn() : readdirSync(made).map((name) => join(made, name));
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
