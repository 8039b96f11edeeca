import { z } from 'zod';
import { command, query } from './contract';
import { id, line, nothing, requiredLine, secret } from './fields';

/** Who made a backup that nobody has asked for in a window; as the labels of the bag say it. */
export const SCHEDULER = 'scheduler';
/** The same of a copy beside the ledger. */
export const PROGRAM = 'Anjuan';

/** A disk or stick that is plugged in, or a folder that a backup was made in before. */
export interface BackupPlace {
  path: string;
  /** A stick or another disk that comes and goes. */
  removable: boolean;
  freeBytes: number;
  totalBytes: number;
  /** The same disk as the ledger's: lost with it. */
  ownDisk: boolean;
  /** Which medium it is; none where it was never used. */
  mediumId?: number;
  /** Why a backup would be refused there. */
  hindrance?: 'tooSmall' | 'notWritable';
  /** Another one that is plugged in has the same marker: one is a copy of the other, byte for byte. */
  twin?: string;
  /** So much must be free for a backup. */
  neededBytes: number;
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
  /** Found faulty when it was looked at last. */
  isFaulty: boolean;
  /** Goes with the next backup on this medium, by the rule of what is kept. */
  goesNext: boolean;
  /** Written on this medium and never cleared away, but not there: what is said of it is what the register remembers. */
  isMissing: boolean;
  /** Opened by the private key on paper only. */
  encrypted: boolean;
}

/** Are backups encrypted, since when, and who signed it? */
export interface BackupEncryption {
  now?: { recipient: string; since: string; by: string };
  /** A key that waits to be printed and typed from its paper, of who asks. */
  printing?: number;
}

/** A private key as it goes to paper, twice. It is kept nowhere. */
export interface PaperKey {
  id: number;
  recipient: string;
  privateKey: string;
  madeAt: string;
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
  /** Cleared away by the rule of what is kept. */
  removedAt?: string;
}

/** A stick or disk that backups lie on. */
export interface MediumRow {
  id: number;
  name: string;
  holder: string;
  keptAt: string;
  serial: string;
  sizeBytes: number;
  firstUsedAt: string;
  /** Backups that lie on it, as far as this ledger knows. */
  backups: number;
  lastBackupAt?: string;
  lastVerifiedAt?: string;
  /** Days since then, where they are too many for a stick that somebody has at home. */
  unseenDays?: number;
  /** How many of them were found faulty. */
  faulty: number;
}

export interface BackupMade {
  /** None when the person chose no folder. */
  made?: BackupRow;
  /** Older ones that had to go by the rule of what is kept. */
  cleared?: string[];
}

/** The list shows the newest; `total` says how many there are. */
export const MOST_BACKUPS = 200;
const place = requiredLine(1_000);

/** Backups as bags that need none of our software (docs/backup-format.md). */
export const backup = {
  places: query<BackupPlace[]>()({
    access: 'backup.make',
    reads: ['backup', 'medium', 'attachment', 'event', 'backupPlaces'],
    input: nothing,
  }),
  /** Those in one of the places. */
  bags: query<BagRow[]>()({
    access: 'backup.make',
    reads: ['backup', 'medium', 'staff', 'backupPlaces', 'company'],
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
  verify: command<BagRow>()({ access: 'backup.make', input: z.strictObject({ place, name: requiredLine(300) }) }),
  /** The sticks and disks that are known. */
  media: query<MediumRow[]>()({ access: 'backup.make', reads: ['medium', 'backup'], input: nothing }),
  /** Who carries it, where it lies, and what is written on it. */
  describeMedium: command<MediumRow>()({
    access: 'backup.make',
    input: z.strictObject({ id, name: requiredLine(200), holder: line(100), keptAt: line(200), serial: line(100) }),
  }),
  /** Events that no sound backup holds. */
  unsaved: query<{ events: number }>()({ access: 'backup.make', reads: ['backup', 'event'], input: nothing }),
  /** Ends the program although they are many. */
  quitWithout: command()({ access: 'backup.make', input: nothing }),
  encryption: query<BackupEncryption>()({
    access: 'backup.make',
    reads: ['backup_key', 'backupKey', 'staff'],
    input: nothing,
  }),
  /** A new pair of keys; nothing is encrypted before the private one was printed and typed from its paper. */
  makeKey: command<{ id: number }>()({ access: 'company.manage', input: nothing }),
  dropKey: command()({ access: 'company.manage', input: nothing }),
  /** From now on backups are encrypted. `key`: as it stands on the paper. */
  encrypt: command()({ access: 'company.manage', input: z.strictObject({ key: secret, signature: secret }) }),
  stopEncrypting: command()({ access: 'company.manage', input: z.strictObject({ signature: secret }) }),
  progress: query<BackupProgress | null>()({ access: 'signedIn', reads: ['backupProgress'], input: nothing }),
  /** Gives up what is going on; nothing of it stays. */
  cancel: command()({ access: 'backup.make', input: nothing }),
} as const;
