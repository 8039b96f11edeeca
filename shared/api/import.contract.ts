import { z } from 'zod';
import { command, query } from './contract';
import { day, id, nothing, prose, requiredLine, secret } from './fields';

/** What a column of somebody's ledger can mean. */
export const IMPORT_FIELDS = [
  'archiveNo',
  'title',
  'client',
  'className',
  'contractNo',
  'projectName',
  'amount',
  'guarantors',
  'year',
  'aManager',
  'bManager',
  'keeper',
  'receivedOn',
  'disbursedOn',
  'endedOn',
  'dueOn',
  'retention',
  'secrecy',
  'place',
  'room',
  'cabinet',
  'shelf',
  'box',
  'volumes',
  'items',
  'pages',
  'state',
  'lentTo',
  'lentOn',
  'backBy',
  'remarks',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Why a row cannot be taken as it stands. */
export const IMPORT_FAULTS = [
  'cellError',
  'charactersUnreadable',
  'tooLong',
  'titleMissing',
  'classUnknown',
  'classMissing',
  'yearUnreadable',
  'yearMissing',
  'dayUnreadable',
  'dayNotReal',
  'numberUnreadable',
  'amountUnreadable',
  'retentionUnknown',
  'secrecyUnknown',
  'stateUnknown',
  'stateLent',
  'stateUnderReview',
  'archiveNoMissing',
  'archiveNoNotYet',
  'archiveNoTwice',
  'archiveNoOfOther',
  'archiveNoInLedger',
  'receivedOnMissing',
  'contractNoTwice',
  'contractNoInLedger',
  'clientMissing',
  'managerMissing',
  'managersSame',
  'managerUndecided',
  'managerGone',
  'placeUnreadable',
  'placeIncomplete',
  'placeUnknown',
] as const;
export type ImportFaultName = (typeof IMPORT_FAULTS)[number];

const MOST_COLUMNS = 200;
const MOST_ROWS = 1_048_576;
/** So many cells can be mended in the program; a file with more faults is mended where it was made. */
export const MOST_MENDED = 2_000;

/** How a file is to be understood; nothing of it is kept before the ledger is written. */
export const importPlan = z.strictObject({
  sheet: z.int().min(0).max(1_000),
  /** The row of the headings as the spreadsheet counts it; 0: there are none. */
  headingRow: z.int().min(0).max(MOST_ROWS),
  /** For each column what it means; null: it is not taken. */
  columns: z.array(z.enum(IMPORT_FIELDS).nullable()).max(MOST_COLUMNS),
  /** In what amounts are written that name no unit themselves. */
  amountUnit: z.enum(['yuan', 'wan']).default('yuan'),
  /** For rows that name no class. */
  classId: id.optional(),
  /** For dossiers on the shelf of which nobody wrote down since when. */
  receivedOn: day.optional(),
  /** What is decided about names that the staff list does not know, or knows twice. */
  people: z
    .array(
      z.strictObject({
        name: requiredLine(60),
        /** Somebody of the list; somebody who has left and is put into it; nobody. */
        is: z.union([id, z.literal('left'), z.literal('nobody')]),
      }),
    )
    .max(2_000)
    .default([]),
  addPlaces: z.boolean().default(true),
  /** A contract without two managers: a fault, or a dossier without a project that has the contract number in its remarks. */
  withoutManagers: z.enum(['refuse', 'noProject']).default('refuse'),
  /** Dossiers that are lent: a fault, or on the shelf, with whoever has them in the remarks. */
  lent: z.enum(['refuse', 'onShelf']).default('refuse'),
  mended: z
    .array(
      z.strictObject({
        row: z.int().positive().max(MOST_ROWS),
        column: z
          .int()
          .min(0)
          .max(MOST_COLUMNS - 1),
        text: prose(2_000),
      }),
    )
    .max(MOST_MENDED)
    .default([]),
  /** Rows that are no dossiers: a line of sums at the end, a note. */
  leftOut: z.array(z.int().positive().max(MOST_ROWS)).max(MOST_MENDED).default([]),
});
export type ImportPlan = z.output<typeof importPlan>;

export interface OpenedSheet {
  name: string;
  hidden: boolean;
  /** With something in them. */
  rows: number;
  /** The first rows, merged headings filled in. */
  head: { row: number; cells: string[] }[];
  guess: { headingRow: number; columns: (ImportField | null)[]; amountUnit: 'yuan' | 'wan'; remembered: boolean };
}

/** A file that was read and waits in memory until it is written, given up, or its reader signs out. */
export interface OpenedFile {
  name: string;
  sha256: string;
  bytes: number;
  encoding?: 'utf8' | 'utf16le' | 'utf16be' | 'gb18030';
  sheets: OpenedSheet[];
  /** The sheet that looks most like a ledger. */
  sheet: number;
  /** The same file was imported already, and not undone. */
  importedOn?: string;
}

export interface ImportFault {
  fault: ImportFaultName;
  /** The column in which it can be mended; -1 when the file has none. */
  column: number;
  field: ImportField;
  /** What the sentence names: the number, the name, the other row. */
  about: string;
}

export interface FaultyRow {
  row: number;
  cells: string[];
  faults: ImportFault[];
}

/** A name in the columns of managers that is not exactly one person of the staff list. */
export interface UndecidedName {
  name: string;
  rows: number;
  is?: number | 'left' | 'nobody';
  /** Those of the list who are called so. */
  same: { staffId: number; name: string; department: string }[];
}

export interface ImportCheck {
  /** Rows with something in them below the headings, without those left out. */
  rows: number;
  ready: number;
  faulty: number;
  /** How many rows have each fault, the most frequent first. */
  faults: { fault: ImportFaultName; rows: number }[];
  /** The faulty rows asked for. */
  shown: FaultyRow[];
  /** How many faulty rows there are of the fault asked for. */
  shownOf: number;
  names: UndecidedName[];
  /** What writing it would make. */
  makes: { received: number; underway: number; projects: number; clients: number; people: number; places: number };
}

export interface ImportRow {
  id: number;
  fileName: string;
  sha256: string;
  importedOn: string;
  importedBy: string;
  dossiers: number;
  projects: number;
  clients: number;
  people: number;
  places: number;
  undoneOn?: string;
  undoneBy?: string;
  undoReason?: string;
}

export interface ImportProgress {
  doing: 'reading' | 'checking' | 'writing' | 'undoing';
  /** 0 to 1. */
  share: number;
}

const READS = [
  'dossier',
  'archive_number',
  'project',
  'client',
  'staff',
  'record_class',
  'retention',
  'place',
] as const;

/** Brings an existing ledger in from a spreadsheet (SPEC, section 10). */
export const importing = {
  /** Asks for a file and reads it; no `file` when the person chose none or cancelled. */
  read: command<{ read: boolean }>()({ access: 'ledger.import', input: nothing }),
  /** The file that this window has read; null when there is none. */
  opened: query<OpenedFile | null>()({
    access: 'ledger.import',
    reads: ['import', 'import_batch', 'import_mapping'],
    input: nothing,
  }),
  /** What would become of each row; nothing is written. */
  check: query<ImportCheck>()({
    access: 'ledger.import',
    reads: ['import', 'company', 'department', ...READS],
    input: z.strictObject({
      plan: importPlan,
      fault: z.enum(IMPORT_FAULTS).optional(),
      offset: z.int().min(0).default(0),
      limit: z.int().min(0).max(200).default(50),
    }),
  }),
  /** Writes the whole file as one event, or nothing of it. */
  write: command<{ id: number; dossiers: number }>()({
    access: 'ledger.import',
    input: z.strictObject({ plan: importPlan }),
  }),
  progress: query<ImportProgress | null>()({ access: 'signedIn', reads: ['import'], input: nothing }),
  /** Gives up what is going on, of which nothing stays, or forgets the file that was read. */
  cancel: command()({ access: 'signedIn', input: nothing }),
  list: query<ImportRow[]>()({ access: 'ledger.import', reads: ['import_batch', 'staff'], input: nothing }),
  /** Takes a whole import back while nothing was built on it. */
  undo: command<{ dossiers: number }>()({
    access: 'ledger.import',
    input: z.strictObject({ id, reason: requiredLine(200), signature: secret }),
  }),
} as const;
