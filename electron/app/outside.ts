import type { Options } from '@node-rs/argon2';
import type { Database } from 'better-sqlite3';
import type { PluggedIn, VolumeIdOf } from '../backup/places';
import type { BlobStore } from '../blobs/blob-store';
import type { BackupWork } from '../features/backup/backup-work';
import type { Printer } from '../features/print/print.handlers';
import type { Clock } from '../ipc/context';
import type { DispatchParts } from '../ipc/dispatch';
import type { RunJob } from '../jobs/jobs';

/** What the office needs of the computer it works on. */
export interface Outside {
  db: Database;
  clock: Clock;
  version: string;
  /** Bytes free on the disk that holds the ledger. */
  freeBytes(): number;
  /** Puts the present ledger aside and opens an empty one in its place. */
  startAfresh(): void;
  /** Closes the ledger, lets `act` put another in its place, and opens that; everybody is signed out. */
  reopen(act: () => void): void;
  /** Ends the program, after what is being answered now. */
  quit(): void;
  /** Calls it every minute as long as the ledger is open. */
  eachMinute(look: () => void): void;
  /** The folder that holds the ledger and its files. */
  dataDir: string;
  /** Asks for a folder to put a backup in; `undefined` when the person chose none. */
  chooseFolder(askedBy: number): Promise<string | undefined>;
  /** Sticks and disks that hang in now. */
  pluggedIn: PluggedIn;
  /** The system's own by default. */
  volumeIdOf?: VolumeIdOf;
  /** Given the work of backups, for whoever does it without a window. */
  takeBackup?(work: BackupWork): void;
  /** Where the files of attachments lie. */
  blobs: BlobStore;
  /** Asks for files to read; none when the person chose none. */
  chooseFiles(askedBy: number): Promise<readonly string[]>;
  /** Asks for a spreadsheet to read; `undefined` when the person chose none. */
  chooseTable(askedBy: number): Promise<string | undefined>;
  runJob: RunJob;
  printer: Printer;
  log: DispatchParts['log'];
  /** Told the changed tables after each commit, and `session` when a window locks by itself. */
  publish(tables: readonly string[]): void;
  /** Cheaper passwords where thousands are made in a test; the real costs when absent. */
  argon2?: Options;
}
