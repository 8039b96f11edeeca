import { z } from 'zod';
import { command, query } from './contract';
import { day, id, line, nothing } from './fields';

/** One column of one row that an event changed. Absent `before`: the row was new; absent `after`: it was removed. */
export interface ColumnChange {
  table: string;
  rowId: number;
  /** The row's own words, e.g. an item's title: history says which row it was. */
  rowName?: string;
  column: string;
  before?: string | number;
  after?: string | number;
}

export interface EventView {
  seq: number;
  at: string;
  /** `undefined`: the program itself. */
  actorId?: number;
  actor?: string;
  action: string;
  reason?: string;
  /** First 16 hex digits of the event's hash, as on paper. */
  code: string;
  /** At most 200 of them; `changeCount` says how many there are. */
  changes: ColumnChange[];
  changeCount: number;
  /** Records it touched, by words a person knows: archive number, title, name. */
  about: string;
}

export type JournalVerdict =
  | { whole: true; events: number; changes: number; seq: number; hash: string }
  /** `seq` is the first event from which the journal cannot be trusted. */
  | { whole: false; seq: number; fault: string };

/** Records that the whole log can be narrowed to. */
export const RECORD_TABLES = [
  'dossier',
  'client',
  'project',
  'staff',
  'handover',
  'title',
  'title_slip',
  'title_handover',
  'stocktake',
  'staff_handover',
  'borrowing',
  'complaint',
] as const;
/** Records that show their own history. */
export const HISTORY_TABLES = [...RECORD_TABLES, 'supplement_list', 'disposal', 'safe'] as const;

/** Records that others refer to: a history says them by their names. */
const REFERRED_TO = [
  ...['staff', 'department', 'client', 'project', 'dossier', 'dossier_note', 'record_class', 'retention', 'place'],
  ...['archive_number', 'checklist', 'ledger_view', 'handover', 'supplement_list', 'supplement_line'],
  ...['disposal', 'disposal_line', 'staff_handover', 'staff_handover_round', 'title', 'title_handover', 'title_slip'],
  ...['title_security', 'safe', 'compartment', 'safe_opening', 'safe_closing', 'stocktake', 'medium'],
  ...['borrowing', 'borrowing_line', 'borrowing_return', 'borrowing_renewal', 'borrowing_recall', 'dossier_item'],
  ...['complaint', 'complaint_procedure', 'complaint_contact'],
];

export const auditFilter = z.strictObject({
  actorId: id.optional(),
  table: z.enum(RECORD_TABLES).optional(),
  rowId: id.optional(),
  /** One event, as its number stands on paper. */
  seq: id.optional(),
  /** Only what came after that one: what a restore would lose. */
  afterSeq: id.optional(),
  from: day.optional(),
  to: day.optional(),
});

/** What a number and a code from paper say of the journal as it is now. */
export type SlipAnswer = { seq: number } & (
  | { answer: 'matches'; at: string; actor?: string; action: string; about: string }
  /** The event has another hash: it, or one before it, was changed after the paper was printed. */
  | { answer: 'differs'; at: string; code: string }
  /** The journal ends before that event. */
  | { answer: 'shorter'; last: number }
) & {
    /** The first event from which the journal cannot be trusted by itself, whatever the paper says. */
    broken?: { seq: number; fault: string };
  };

export const audit = {
  list: query<{ events: EventView[]; total: number }>()({
    access: 'audit.read',
    reads: ['event', ...REFERRED_TO],
    input: auditFilter.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(50),
    }),
  }),
  /** History of one record in words; a dossier's holds its items and handovers too, a title's its movements. */
  history: query<EventView[]>()({
    access: 'signedIn',
    reads: [
      ...['event', 'staff_position', 'permission', ...REFERRED_TO],
      // Whose events a dossier's history tells, too.
      ...['extension', 'attachment', 'title_movement', 'title_lookup', 'title_handover_line'],
      ...['safe_custody', 'safe_signature', 'stocktake_line'],
      ...['borrowing_return_line', 'borrowing_settlement', 'borrowing_signature', 'complaint_step'],
    ],
    input: z.strictObject({ table: z.enum(HISTORY_TABLES), id, limit: z.int().min(1).max(200).default(50) }),
  }),
  /** A number and a code from the footer of a form, as they are typed or scanned. Whoever is signed in may ask; that is an event. */
  checkSlip: command<SlipAnswer>()({ access: 'signedIn', input: z.strictObject({ seq: line(30), code: line(80) }) }),
  /** Walks the whole journal. The check itself is an event. */
  verify: command<JournalVerdict>()({ access: 'audit.read', input: nothing }),
} as const;
