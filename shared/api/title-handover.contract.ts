import { z } from 'zod';
import { command, query } from './contract';
import { day, id, line, prose, secret } from './fields';
import { type Storage, type TitleFields, type TitleKind, titleFields } from './title-fields';

export const TITLE_HANDOVER_STATES = ['given', 'accepted', 'sentBack', 'withdrawn'] as const;
export type TitleHandoverState = (typeof TITLE_HANDOVER_STATES)[number];

/** One certificate as it was signed, and what the three found. */
export interface TitleHandoverLine {
  id: number;
  ordinal: number;
  kind: TitleKind;
  name: string;
  certificateNo: string;
  owner: string;
  quantity: number;
  storage: Storage;
  issuedBy: string;
  issuedOn?: string;
  expiresOn?: string;
  valueFen?: number;
  remarks: string;
  /** Absent until somebody has looked. */
  nameAgrees?: boolean;
  numberAgrees?: boolean;
  quantityFound?: number;
  checkRemark: string;
  /** The title that it became. */
  titleId?: number;
}

export interface TitleHandoverRow {
  id: number;
  no: string;
  state: TitleHandoverState;
  projectId: number;
  project: string;
  contractNo: string;
  client: string;
  /** Archive number, or the provisional one. */
  number: string;
  archiveNo?: string;
  obtainedOn: string;
  dueOn: string;
  givenOn: string;
  closedOn?: string;
  /** Calendar days past the limit, when it was accepted or as of today. */
  lateDays: number;
  aId: number;
  a: string;
  bId: number;
  b: string;
  custodianId?: number;
  custodian?: string;
  reason: string;
  titles: number;
  pieces: number;
}

export interface TitleHandoverSignature {
  staffId: number;
  name: string;
  role: 'giver' | 'a' | 'b' | 'custodian' | 'sender' | 'withdrawer';
  at: string;
  contentHash: string;
}

export interface TitleHandoverView extends TitleHandoverRow {
  lines: TitleHandoverLine[];
  signatures: TitleHandoverSignature[];
  checked: number;
  differences: number;
  /** The slip by which they went into the safe. */
  slipId?: number;
  slipNo?: string;
}

export const MOST_TITLES_HANDED = 200;

/** `late`: past their limit, still open or accepted after it. */
export const TITLE_HANDOVER_CHOICES = ['open', 'late', 'all'] as const;
export const titleHandoverFilter = z.strictObject({
  projectId: id.optional(),
  which: z.enum(TITLE_HANDOVER_CHOICES).default('all'),
});
export type TitleHandoverFilter = z.output<typeof titleHandoverFilter>;

/** Columns of a pasted list, in the order in which a block without headings is read. */
export const TITLE_COLUMNS = [
  'kind',
  'name',
  'certificateNo',
  'owner',
  'quantity',
  'issuedBy',
  'issuedOn',
  'expiresOn',
  'value',
  'remarks',
  'storage',
] as const;
export type TitleColumn = (typeof TITLE_COLUMNS)[number];

/** A row of a list as it is typed. */
export type TitleEntry = Readonly<Record<TitleColumn, string>>;

/** One row of a pasted block that could be read; `line` counts from 1, heading included. */
export type PastedTitle = TitleFields & { line: number };

/** What is wrong in one cell. `about`: the other line, or the list, that the same number stands on; what it should keep to. */
export interface TitleFault {
  column: TitleColumn;
  reason: string;
  text: string;
  about?: string;
}

export interface TitlePasteReading {
  titles: PastedTitle[];
  /** Kept as they were pasted. */
  refused: { line: number; cells: string[]; faults: TitleFault[] }[];
  /** Every row as it is typed into a list: what could be read of its kind, amounts with their unit, the rest as it stands there. */
  entries: { line: number; cells: TitleEntry }[];
  /** What each pasted column was taken for; no field where it was not recognised. */
  columns: { heading: string; field?: TitleColumn }[];
  headingRecognised: boolean;
}

const READS = [
  ...['title_handover', 'title_handover_line', 'title_handover_signature', 'title_slip'],
  ...['project', 'client', 'dossier', 'staff'],
];

export const titleHandover = {
  list: query<TitleHandoverRow[]>()({ access: 'title.read', reads: READS, input: titleHandoverFilter }),
  show: query<TitleHandoverView>()({ access: 'title.read', reads: READS, input: z.strictObject({ id }) }),
  /** Reads a block copied from a spreadsheet. Nothing is written. */
  readPaste: query<TitlePasteReading>()({
    access: 'title.give',
    reads: ['title', 'title_movement', 'title_handover', 'title_handover_line'],
    input: z.strictObject({
      text: z.string().max(2_000_000),
      /** Corrected by the user: which field each pasted column is. */
      columns: z.array(z.enum(TITLE_COLUMNS).nullable()).max(60).optional(),
    }),
  }),
  /** A hands the titles of a project over, apart from its dossier, and signs the list. */
  give: command<{ id: number; no: string }>()({
    access: 'title.give',
    input: z.strictObject({
      projectId: id,
      /** When the company got them: they go on the same working day. */
      obtainedOn: day,
      lines: z.array(titleFields).min(1).max(MOST_TITLES_HANDED),
      /** A's, whoever is signed in. */
      signature: secret,
    }),
  }),
  /** What the three find item by item; may be called as often as wanted until it is decided. */
  check: command()({
    access: 'title.keep',
    input: z.strictObject({
      id,
      found: z
        .array(
          z.strictObject({
            lineId: id,
            nameAgrees: z.boolean(),
            numberAgrees: z.boolean(),
            quantityFound: z.int().min(0).max(999),
            remark: line(200).default(''),
          }),
        )
        .min(1)
        .max(MOST_TITLES_HANDED),
    }),
  }),
  /** A, B and the custodian sign; at the safe the second holder signs with the custodian; then the titles are in. */
  accept: command<{ slipId: number; slipNo: string }>()({
    access: 'title.keep',
    input: z.strictObject({
      id,
      /** For each line on paper its compartment. */
      places: z.array(z.strictObject({ lineId: id, compartmentId: id })).max(MOST_TITLES_HANDED),
      /** Who opens the safe with the custodian. */
      secondId: id,
      signatures: z.strictObject({ a: secret, b: secret, custodian: secret, second: secret }),
    }),
  }),
  /** Something does not agree: back to A with the reason. */
  sendBack: command()({
    access: 'title.keep',
    input: z.strictObject({ id, reason: prose(500).min(1), signature: secret }),
  }),
  /** A takes them back before anybody has accepted them. */
  withdraw: command()({
    access: 'title.give',
    input: z.strictObject({ id, reason: prose(500).min(1), signature: secret }),
  }),
} as const;
