import { z } from 'zod';
import { audit, type EventView } from './audit.contract';
import type { BackupProgress, BagRow } from './backup.contract';
import { type Access, command, query } from './contract';
import { id, line, nothing, secret } from './fields';

/** Why a ledger could not be opened, where putting a backup in its place is a way out: it stays beside, as it is. */
export const RESCUABLE: readonly string[] = ['databaseDamaged', 'notOurFile', 'schemaAltered', 'diskError'];

/** What is looked at before a backup is believed, in this order. */
export const BAG_CHECKS = ['files', 'ours', 'schema', 'head', 'integrity', 'opens', 'journal', 'scans'] as const;
export type BagCheck = (typeof BAG_CHECKS)[number];
/** `warned`: wrong, but no reason to refuse the backup. */
export const CHECK_STATES = ['passed', 'failed', 'warned', 'notReached'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

export interface BagCounts {
  clients: number;
  dossiers: number;
  items: number;
  titles: number;
  borrowings: number;
  scans: number;
  staff: number;
}

/** A backup that could be restored, by what it says of itself. */
export interface FoundBag extends Omit<BagRow, 'verifiedAt' | 'isFaulty' | 'goesNext' | 'isMissing'> {
  place: string;
  ledgerId: string;
  /** A copy that the program has made by itself, beside the ledger. */
  isCopy: boolean;
}

/** Somebody who may sign a restore. */
export interface RestoreSigner {
  staffId: number;
  name: string;
}

/** Acts of one kind that a restore would lose; `ofRecords`: on what the office keeps, not only on the program. */
export interface LostKind {
  action: string;
  count: number;
  ofRecords: boolean;
}

/** A backup that was looked through, and what it would mean to put it in the place of the ledger. */
export interface OpenedBag {
  place: string;
  name: string;
  checks: Record<BagCheck, CheckState>;
  /** Why it is refused. */
  fault?: { reason: string; details: Record<string, string | number> };
  /** What it says of itself; absent when even that could not be read. */
  said?: Pick<BagRow, 'at' | 'madeBy' | 'company' | 'seq' | 'bytes' | 'files'> & {
    head: string;
    schema: number;
    scansApart: boolean;
  };
  counts?: BagCounts;
  missingScans: number;
  /** The last event of the present ledger; absent when there is none or it cannot be read. */
  present?: { seq: number; head: string };
  /** The last event that both have; what the present ledger has after it would be lost. */
  sharedSeq?: number;
  lost: { total: number; kinds: LostKind[] };
  /** Somebody knows of a later state of the same ledger. */
  newer?: { seq: number; place: string };
  /** Who may sign first, and who second. */
  first: RestoreSigner[];
  second: RestoreSigner[];
}

export interface RehearsalRow {
  id: number;
  rehearsedAt: string;
  rehearsedBy: string;
  place: string;
  name: string;
  passed: boolean;
}

/** All of one rehearsal, as it goes to paper. */
export interface RehearsalView extends RehearsalRow {
  madeAt?: string;
  madeBy?: string;
  company?: string;
  seq?: number;
  head?: string;
  schema?: number;
  bytes?: number;
  files?: number;
  counts?: BagCounts;
  missingScans: number;
  checks: Record<BagCheck, CheckState>;
  fault?: string;
}

/** The copies that the program makes by itself. */
export interface LocalCopies {
  count: number;
  bytes: number;
  newestAt?: string;
  /** At most so many are kept. */
  most: number;
  /** Why the last one could not be made. */
  failure?: { at: string; reason: string; details: Record<string, string | number> };
}

/** The restores that this ledger has been through. */
export interface RestoreRow {
  id: number;
  restoredAt: string;
  name: string;
  seq: number;
  lost: number;
  first: string;
  second: string;
  aside: string;
}

const place = line(1_000).default('');
/** `key`: the private key of an encrypted one, typed or scanned from its paper. */
const bag = z.strictObject({ place, name: line(300).default(''), key: secret.optional() });

/** Choose, look through, sign: the same steps in the office and where there is no office yet. */
const steps = <A extends Access>(access: A) => ({
  /** What there is to restore: on sticks, in known folders, beside the ledger; the newest first. */
  bags: query<FoundBag[]>()({ access, reads: ['backup', 'backupPlaces', 'company', 'localCopy'], input: nothing }),
  /** Looks through one of them, or through the one in a folder that main asks for; nothing when no folder was chosen. */
  open: command<{ opened: boolean }>()({ access, input: bag }),
  opened: query<OpenedBag | null>()({
    access,
    reads: [
      ...['restore', 'event', 'backup', 'company', 'staff', 'department', 'staff_position', 'staff_charge'],
      ...['permission', 'credential'],
    ],
    input: nothing,
  }),
  /** What the present ledger would lose, the newest first. */
  lost: query<{ events: EventView[]; total: number }>()({
    access,
    reads: ['restore', ...audit.list.reads],
    input: z.strictObject({ offset: z.int().min(0).default(0), limit: z.int().min(1).max(200).default(50) }),
  }),
  /** Puts it in the place of the present ledger, which stays under another name. `older`: although a later state is known. */
  carryOut: command<{ aside: string }>()({
    access,
    input: z.strictObject({
      firstId: id,
      secondId: id,
      older: z.boolean().default(false),
      signatures: z.strictObject({ first: secret, second: secret }),
    }),
  }),
  /** Puts the backup away again; nothing has happened. */
  close: command()({ access, input: nothing }),
  progress: query<BackupProgress | null>()({ access, reads: ['backupProgress'], input: nothing }),
  cancel: command()({ access, input: nothing }),
});

/** Restoring by two people, and rehearsing it. */
export const restore = {
  ...steps('backup.make'),
  /** Looks through a backup as for a restore, and writes down what was found. */
  rehearse: command<{ id?: number }>()({ access: 'backup.make', input: bag }),
  rehearsals: query<{ rows: RehearsalRow[]; total: number }>()({
    access: 'backup.make',
    reads: ['rehearsal', 'staff'],
    input: nothing,
  }),
  restores: query<RestoreRow[]>()({ access: 'backup.make', reads: ['restore'], input: nothing }),
  copies: query<LocalCopies>()({ access: 'backup.make', reads: ['localCopy'], input: nothing }),
} as const;

/** The same before a company has been founded, or where the ledger cannot be opened: the people of the backup sign. */
export const rescue = {
  ...steps('anyone'),
  /** Writes what can still be read of a damaged ledger into a folder that main asks for; nothing when none was chosen. */
  salvage: command<{ path?: string; rows?: number; faulty?: number }>()({ access: 'anyone', input: nothing }),
} as const;
