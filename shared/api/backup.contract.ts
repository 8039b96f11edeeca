import { z } from 'zod';
import { command, query } from './contract';
import { line, nothing, requiredLine } from './fields';

/** Who made a backup that nobody has asked for in a window; as the labels of the bag say it. */
export const SCHEDULER = 'scheduler';

/** A disk or stick that is plugged in, or a folder that a backup was made in before. */
export interface BackupPlace {
  path: string;
  /** A stick or another disk that comes and goes. */
  removable: boolean;
  freeBytes: number;
  totalBytes: number;
  /** The same disk as the ledger's: lost with it. */
  ownDisk: boolean;
}

export interface BackupProgress {
  doing: 'checking' | 'copying' | 'readingBack' | 'finishing' | 'verifying';
  /** Bytes of this step; 0 of 0 where they are not known. */
  done: number;
  total: number;
  /** What is left of this step at the speed so far. */
  secondsLeft?: number;
  place: string;
}

/** A backup that lies in a folder, by what it says of itself. */
export interface BagRow {
  name: string;
  /** The instant at which it was made. */
  at: string;
  madeBy: string;
  company: string;
  /** Of this ledger, and not of another company or of one that was begun anew. */
  ours: boolean;
  seq: number;
  bytes: number;
  files: number;
  /** When it was last found whole from here; a bag that this ledger knows nothing of has none. */
  verifiedAt?: string;
}

/** A backup that this ledger remembers. */
export interface BackupRow {
  id: number;
  place: string;
  name: string;
  madeAt: string;
  /** None when the scheduler made it (`--backup-to`). */
  madeBy?: string;
  seq: number;
  bytes: number;
  files: number;
  alteredFiles: number;
  journalWhole: boolean;
  verifiedAt: string;
  /** None when the program did it by itself. */
  verifiedBy?: string;
  /** Since then found faulty. */
  faultyAt?: string;
}

export interface BackupMade {
  /** None when the person chose no folder. */
  made?: BackupRow;
}

/** The list shows the newest; `total` says how many there are. */
export const MOST_BACKUPS = 200;
const place = requiredLine(1_000);

/** Backups as bags that need none of our software (docs/backup-format.md). */
export const backup = {
  places: query<BackupPlace[]>()({ access: 'backup.make', reads: ['backup', 'backupPlaces'], input: nothing }),
  /** Those in one of the places. */
  bags: query<BagRow[]>()({
    access: 'backup.make',
    reads: ['backup', 'backupPlaces', 'company'],
    input: z.strictObject({ place }),
  }),
  list: query<{ rows: BackupRow[]; total: number }>()({
    access: 'backup.make',
    reads: ['backup', 'staff'],
    input: nothing,
  }),
  /** Into that place, or into a folder that main asks for; a place on the ledger's own disk only when that is said. */
  make: command<BackupMade>()({
    access: 'backup.make',
    input: z.strictObject({ place: line(1_000).default(''), onOwnDisk: z.boolean().default(false) }),
  }),
  /** Reads every file of a bag again. */
  verify: command<BagRow>()({ access: 'backup.make', input: z.strictObject({ place, name: requiredLine(120) }) }),
  progress: query<BackupProgress | null>()({ access: 'signedIn', reads: ['backupProgress'], input: nothing }),
  /** Gives up what is going on; nothing of it stays. */
  cancel: command()({ access: 'backup.make', input: nothing }),
} as const;
