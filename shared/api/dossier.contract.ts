import { z } from 'zod';
import { command, query } from './contract';
import { day, id, line, requiredLine } from './fields';

/** Parts of an in-volume list in their order; the annex is stored but neither coded nor counted (SPEC: parts 1–4 and 附件). */
export const PARTS = ['approval', 'contracts', 'investigation', 'clientPapers', 'annex'] as const;
export type Part = (typeof PARTS)[number];

export const ORIGINALITIES = ['original', 'copy'] as const;
export type Originality = (typeof ORIGINALITIES)[number];

export const DOSSIER_STATES = [
  'collecting',
  'underReview',
  'received',
  'partlyLent',
  'lent',
  'transferred',
  'destroyed',
] as const;
export type DossierState = (typeof DOSSIER_STATES)[number];

export const HOLDERS = ['a', 'b', 'archive', 'outside', 'nobody'] as const;
/** Who has the papers in hand: A, B (or the keeper, where there is no project), the archive; handed on, or destroyed. */
export type Holder = (typeof HOLDERS)[number];

export const SECRECIES = ['ordinary', 'confidential', 'secret'] as const;
export type Secrecy = (typeof SECRECIES)[number];

/** An item as the grid sends it. Order in the array within a part is the order in the volume. */
export const itemInput = z.strictObject({
  /** Absent for a new row; present rows keep their history. */
  id: id.optional(),
  part: z.enum(PARTS),
  title: requiredLine(500),
  documentNo: line(100).default(''),
  datedOn: day.optional(),
  responsible: line(200).default(''),
  originality: z.enum(ORIGINALITIES).default('original'),
  copies: z.int().min(1).max(999).default(1),
  /** Sides with text or picture. 0 = expected, not there yet. */
  pages: z.int().min(0).max(9999),
  signatureComplete: z.boolean().default(true),
  remarks: line(500).default(''),
  /** The volume that it is bound in, from 1; never lower than that of the item before it. */
  volume: z.int().min(1).max(99).default(1),
});
export type ItemInput = z.input<typeof itemInput>;

export interface DossierItem {
  id: number;
  part: Part;
  title: string;
  documentNo: string;
  datedOn?: string;
  responsible: string;
  originality: Originality;
  copies: number;
  pages: number;
  signatureComplete: boolean;
  remarks: string;
  volume: number;
  /** 鸿借字第001号-合1: given with the archive number to contracts. */
  contractCode?: string;
}

export interface Place {
  room: string;
  cabinet: string;
  shelf: string;
  box: string;
}

/** How many papers are there and signed, are not there, or are there without a signature. */
export interface Completeness {
  complete: number;
  missing: number;
  unsigned: number;
}

/** The complaint whose papers a dossier holds, with all the dossiers of that case. */
export interface CaseOfDossier {
  id: number;
  no: string;
  volumes: { id: number; title: string; archiveNo?: string }[];
}

export interface DossierView {
  id: number;
  title: string;
  classId: number;
  className: string;
  year: number;
  retentionId: number;
  /** In words. */
  retention: string;
  secrecy: Secrecy;
  state: DossierState;
  holder: Holder;
  archiveNo?: string;
  receivedOn?: string;
  /** End of the business: retention counts from here. */
  endedOn?: string;
  /** Last day of the retention; absent: for ever, or the business goes on. */
  keepUntil?: string;
  /** The last appraisal that decided on it. */
  appraisedOn?: string;
  place?: Place;
  volumes: number;
  remarks: string;
  /** Brought in from a file, maybe without an in-volume list: these counts came with it. */
  imported: boolean;
  itemCount: number;
  pageCount: number;
  projectId?: number;
  project?: string;
  clientId?: number;
  client?: string;
  contractNo?: string;
  disbursedOn?: string;
  aManagerId?: number;
  aManager?: string;
  bManagerId?: number;
  bManager?: string;
  /** Who answers for a dossier without a project until the archive has it. */
  keeperId?: number;
  keeper?: string;
  /** Counts the writes of the list; send it back with `compile` so that two people cannot overwrite each other. */
  revision: number;
  items: DossierItem[];
  /** May the person signed in change the list now? When not, the reason is an errors.json key. */
  compilable: boolean;
  notCompilableBecause?: string;
  /** The version of the checklist that it was made from. */
  checklist?: { id: number; name: string; version: number };
  /** Titles that the checklist requires and the list does not have, or that stand in the list without a page. */
  missing: string[];
  completeness: Completeness;
  /** Deadlines in working days. */
  aToBDueOn?: string;
  bToArchiveDueOn?: string;
  /** Calendar days past the deadline of the step that is due next, as of today; 0 when it is not late or received. */
  lateDays: number;
  /** Working days left until it; `undefined` when late, received, or without a deadline. */
  workingDaysLeft?: number;
  expectedArchiveNo?: string;
  /** Of the dossier of a complaint. */
  complaint?: CaseOfDossier;
}

/** One row of a pasted block that could be read. */
export interface PastedItem extends Omit<DossierItem, 'id' | 'contractCode'> {
  /** Row in the pasted block, counted from 1, heading included. */
  line: number;
  /** True when its remark says that a signature is missing: the user decides whether that is taken over. */
  remarkSaysUnsigned: boolean;
}

/** One row that could not be read: kept as it was typed, with what is wrong in which column. */
export interface RefusedRow {
  line: number;
  cells: string[];
  /** Keys of errors.json, e.g. `pagesNotWhole`, with the column and the text that stands there. */
  faults: { column: string; reason: string; text: string }[];
}

export interface PasteReading {
  items: PastedItem[];
  refused: RefusedRow[];
  /** The column that each pasted column was taken for; `undefined` where it was not recognised. */
  columns: { heading: string; field?: string }[];
  headingRecognised: boolean;
  unsignedRemarks: number;
}

/** Columns of the list, in the order in which a block without headings is read. */
export const ITEM_COLUMNS = [
  'part',
  'order',
  'title',
  'documentNo',
  'datedOn',
  'responsible',
  'originality',
  'copies',
  'pages',
  'remarks',
] as const;
export type ItemColumn = (typeof ITEM_COLUMNS)[number];

export const MAX_ITEMS = 10_000;

export const dossier = {
  show: query<DossierView>()({
    access: 'dossier.read',
    reads: [
      ...[
        'dossier',
        'dossier_item',
        'complaint',
        'complaint_paper',
        'checklist',
        'checklist_entry',
        'project',
        'client',
        'handover',
        'extension',
        'staff',
        'staff_position',
        'record_class',
        'retention',
        'place',
      ],
      // The number that it would be given, and until when.
      ...['archive_number', 'company', 'holiday', 'calendar_year'],
    ],
    input: z.strictObject({ id }),
  }),
  /**
   * Opens a dossier for a project, or of a class that needs none; filled with the expected items of its checklist, or empty.
   * Whoever opens one without a project answers for it, or the colleague for whom an archivist opens it.
   */
  open: command<{ id: number }>()({
    access: 'dossier.compile',
    input: z.strictObject({
      projectId: id.optional(),
      /** Without a project: the class, and whom it is about. */
      classId: id.optional(),
      clientId: id.optional(),
      /** Without a project: who answers for it; only an archivist names somebody else. */
      keeperId: id.optional(),
      title: requiredLine(200),
      year: z.int().min(1980).max(2200),
      /** Absent: what the class says. */
      retentionId: id.optional(),
      secrecy: z.enum(SECRECIES).default('ordinary'),
      checklistId: id.optional(),
    }),
  }),
  /**
   * Writes the whole in-volume list: rows with an id are kept, new ones added, absent ones removed. One event. An id that this
   * dossier's list had earlier may come back (undo of a removal). `ids`: the ids of `items`, in their order.
   */
  compile: command<{ revision: number; ids: number[] }>()({
    access: 'dossier.compile',
    input: z.strictObject({ id, revision: z.int().min(0), items: z.array(itemInput).max(MAX_ITEMS) }),
  }),
  /** Reads a block copied from a spreadsheet. Nothing is written. */
  readPaste: query<PasteReading>()({
    access: 'dossier.compile',
    reads: [],
    input: z.strictObject({
      text: z.string().max(20_000_000),
      /** Corrected by the user: which field each pasted column is. */
      columns: z.array(z.enum(ITEM_COLUMNS).nullable()).max(60).optional(),
      part: z.enum(PARTS).default('approval'),
    }),
  }),
  retitle: command()({
    access: 'dossier.compile',
    input: z.strictObject({
      id,
      title: requiredLine(200),
      retentionId: id,
      secrecy: z.enum(SECRECIES),
      /** End of the business; refused where a project says it. */
      endedOn: day.optional(),
      remarks: line(500).default(''),
    }),
  }),
  /** Corrects what describes a dossier that the archive has; title and list stay as they were signed. */
  describe: command()({
    access: 'dossier.describe',
    input: z.strictObject({
      id,
      retentionId: id,
      secrecy: z.enum(SECRECIES),
      /** End of the business; refused where a project says it. */
      endedOn: day.optional(),
      remarks: line(500).default(''),
      reason: requiredLine(200),
    }),
  }),
} as const;
