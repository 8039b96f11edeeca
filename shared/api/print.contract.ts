import { z } from 'zod';
import { SLIP_FORMS, type SlipForm } from '../print/slip-forms';
import type { AttachmentRow, OwnRecord } from './attachment.contract';
import { backup, type PaperKey } from './backup.contract';
import { type BorrowingStatistics, type RecallView, recallIds, statisticsPeriod } from './borrowing-book.contract';
import type { BorrowingView } from './borrowing-slip.contract';
import type { ClientRow } from './client.contract';
import type { ComplaintView } from './complaint.contract';
import { type ComplaintStatistics, tallyPeriod } from './complaint-book.contract';
import { command, query } from './contract';
import { type DisposalView, type DueFilter, type DueRow, dueFilter } from './disposal.contract';
import type { DossierView } from './dossier.contract';
import { type PlainList, plainList } from './export.contract';
import { id, line } from './fields';
import { type HandoverRow, type HandoverView, handoverFilter, type LatenessRow } from './handover.contract';
import { type BoxLabel, type LabelLook, labelLook, type VolumeLabel } from './label.contract';
import { type LedgerNames, type LedgerQuestion, type LedgerRow, ledgerQuestion } from './ledger.contract';
import type { NoteRow } from './note.contract';
import { type NumberFault, type NumberFilter, type NumberRow, numberFilter } from './number.contract';
import type { PenaltyView } from './penalty.contract';
import { type PlaceFilter, type PlaceLine, placeFilter } from './place.contract';
import { PRINT_READS } from './print.reads';
import type { ProjectRow } from './project.contract';
import type { RehearsalView } from './restore.contract';
import { type CustodyRow, type OpeningFilter, type OpeningRow, openingFilter, type SafeRow } from './safe.contract';
import type { ClosingView } from './safe-closing.contract';
import type { ContactLetter, StaffHandoverView } from './staff-handover.contract';
import type { StocktakeView } from './stocktake.contract';
import type { SupplementView } from './supplement.contract';
import { type TitleFilter, type TitleRow, titleFilter } from './title.contract';
import type { TitleHandoverView } from './title-handover.contract';
import { registerFilter, type SlipView, type TitleRegister } from './title-move.contract';

export const COMPLAINT_FORMS = [
  'complaint-register',
  'complaint-handling',
  'complaint-reply',
  'complaint-feedback',
] as const;
export const DISPOSAL_FORMS = ['appraisal-list', 'destruction-list', 'transfer-list'] as const;
/** Forms about one record. */
export const RECORD_FORMS = [
  'volume-list',
  'handover-list',
  'title-handover',
  'supplement-list',
  'dossier-cover',
  'note-sheet',
  'attachment',
  'staff-handover',
  'contact-letter',
  'safe-keys',
  'safe-closing',
  'stocktake',
  'counting-sheet',
  'borrowing-slip',
  'out-card',
  'rehearsal',
  'penalty-notice',
  ...SLIP_FORMS,
  ...COMPLAINT_FORMS,
  ...DISPOSAL_FORMS,
] as const;
// By year: who handed over late. By days: when a safe was open, what was borrowed. Several notes at once, each with its own sheets.
const YEAR_FORM = 'late-statistics';
const DAYS_FORM = 'safe-openings';
const BORROWING_FORM = 'borrowing-statistics';
const TALLY_FORM = 'complaint-statistics';
const NOTES_FORM = 'recall-notice';
type RecordForm = (typeof RECORD_FORMS)[number];

/** Sheets of labels: for one dossier, or for those that the ledger was narrowed to. */
export const LABEL_FORMS = ['spine-label', 'dossier-labels', 'box-labels'] as const;
export type LabelForm = (typeof LABEL_FORMS)[number];

/** Lists as they are filtered on their pages. */
const LIST_FORMS = [
  'office-list',
  'ledger',
  'handover-register',
  'client-list',
  'project-list',
  'title-list',
  'title-register',
  'number-register',
  'place-list',
  'due-list',
] as const;
type ListForm = (typeof LIST_FORMS)[number];

export type Form =
  | RecordForm
  | LabelForm
  | ListForm
  | typeof YEAR_FORM
  | typeof DAYS_FORM
  | typeof BORROWING_FORM
  | typeof TALLY_FORM
  | typeof NOTES_FORM
  | 'backup-key';

/** A list is no record: its paper is numbered by the event in which it was printed. */
export const isListForm = (form: string | undefined): boolean =>
  [...LABEL_FORMS, ...LIST_FORMS, YEAR_FORM, DAYS_FORM, BORROWING_FORM, TALLY_FORM, NOTES_FORM].some(
    (its) => its === form,
  );

/** Lying sheets: lists of many columns. */
export const isLandscape = (form: Form): boolean => LIST_FORMS.some((list) => list === form);

/** A longer list is exported or narrowed, not printed. */
export const MOST_LEDGER_ROWS = 2_000;
/** Who put the papers together and who checked them, as the signed handovers say it. */
export interface Filing {
  keeper?: string;
  keptOn?: string;
  checker?: string;
  checkedOn?: string;
}
/** As many pages of one attachment are printed at once; a longer file is printed by a PDF program. */
export const MOST_ATTACHMENT_PAGES = 300;

/** A scan on paper: what it is, and what it belongs to. */
export type PrintedAttachment = Pick<AttachmentRow, 'id' | 'name' | 'kind' | 'bytes' | 'rotation' | 'itemTitle'> &
  OwnRecord & {
    /** A dossier's archive number, a title's number of its certificate. */
    number?: string;
  };

/** What every form carries besides its own fields. */
export interface FormFrame {
  company: string;
  /** Printed under the barcode, ASCII: AJ-D-000012. A scanner types it into the search field. */
  barcode: string;
  printedOn: string;
  printedBy: string;
  /** The journal's head when the form was made: paper in other hands anchors the journal. */
  anchor: { seq: number; code: string; ledgerId: string };
  /** The last year whose days off were known: a limit beyond it says that it is a guess. */
  knownUntilYear: number;
}

/** A form with what it is about. */
export type FormData =
  | { form: 'volume-list'; frame: FormFrame; dossier: DossierView }
  | { form: 'dossier-cover'; frame: FormFrame; dossier: DossierView }
  | { form: 'attachment'; frame: FormFrame; attachment: PrintedAttachment }
  | { form: 'handover-list'; frame: FormFrame; handover: HandoverView }
  | { form: 'title-handover'; frame: FormFrame; titleHandover: TitleHandoverView }
  | { form: 'note-sheet'; frame: FormFrame; dossier: DossierView; notes: NoteRow[]; filing: Filing }
  | { form: 'spine-label' | 'dossier-labels'; frame: FormFrame; look: LabelLook; labels: VolumeLabel[] }
  | { form: 'box-labels'; frame: FormFrame; look: LabelLook; boxes: BoxLabel[] }
  | { form: 'handover-register'; frame: FormFrame; asked: HandoverAsked; rows: HandoverRow[] }
  | { form: 'client-list'; frame: FormFrame; asked: { text: string }; rows: ClientRow[] }
  | { form: 'project-list'; frame: FormFrame; rows: ProjectRow[]; client?: string }
  | { form: 'office-list'; frame: FormFrame; asked: PlainList; names: Record<string, string>; list: PlainTable }
  | {
      form: 'number-register';
      frame: FormFrame;
      asked: NumberFilter;
      className: string;
      rows: NumberRow[];
      faults: NumberFault[];
    }
  | { form: 'place-list'; frame: FormFrame; asked: PlaceFilter; rows: PlaceLine[] }
  | { form: 'due-list'; frame: FormFrame; asked: DueFilter; className?: string; rows: DueRow[] }
  | { form: (typeof DISPOSAL_FORMS)[number]; frame: FormFrame; disposal: DisposalView }
  | { form: 'safe-keys'; frame: FormFrame; safe: SafeRow; rows: CustodyRow[] }
  | { form: 'safe-closing'; frame: FormFrame; closing: ClosingView }
  /** The result; the blank sheet is taken to the safe while they count. */
  | { form: 'stocktake' | 'counting-sheet'; frame: FormFrame; stocktake: StocktakeView }
  | { form: 'borrowing-slip' | 'out-card'; frame: FormFrame; borrowing: BorrowingView }
  | { form: (typeof COMPLAINT_FORMS)[number]; frame: FormFrame; complaint: ComplaintView }
  | { form: 'penalty-notice'; frame: FormFrame; penalty: PenaltyView }
  | { form: 'recall-notice'; frame: FormFrame; notes: RecallView[] }
  | { form: 'borrowing-statistics'; frame: FormFrame; statistics: BorrowingStatistics }
  | { form: 'complaint-statistics'; frame: FormFrame; complaints: ComplaintStatistics }
  | { form: 'safe-openings'; frame: FormFrame; asked: OpeningFilter; safe?: string; rows: OpeningRow[] }
  | { form: SlipForm; frame: FormFrame; slip: SlipView }
  | { form: 'title-list'; frame: FormFrame; asked: TitleFilter; rows: TitleRow[]; place?: string }
  | { form: 'title-register'; frame: FormFrame; register: TitleRegister }
  | { form: 'supplement-list'; frame: FormFrame; supplement: SupplementView }
  /** What was found when a backup was tried. */
  | { form: 'rehearsal'; frame: FormFrame; rehearsal: RehearsalView }
  | { form: 'backup-key'; frame: FormFrame; key: PaperKey }
  | { form: 'late-statistics'; frame: FormFrame; year: number; rows: LatenessRow[] }
  | { form: 'staff-handover'; frame: FormFrame; staffHandover: StaffHandoverView }
  /** To each client whose contact has changed, a letter. */
  | { form: 'contact-letter'; frame: FormFrame; letters: ContactLetter[] }
  | {
      form: 'ledger';
      frame: FormFrame;
      asked: LedgerQuestion;
      names: LedgerNames;
      rows: LedgerRow[];
    };

/**
 * A list as it is taken along. Main knows no words: what the paper says in its own words stands between `WORD` and `WORD_END` as the
 * key of the word, with letters that no text of the office can contain.
 */
export interface PlainTable {
  columns: readonly { heading: string; kind: 'text' | 'number' | 'yuan' | 'day' | 'limit' | 'moment'; width: number }[];
  rows: readonly (readonly (string | number | undefined)[])[];
}
export const WORD = '\u0001';
export const WORD_END = '\u0002';

type HandoverAsked = z.output<typeof handoverFilter>;

/**
 * A form and what it is about: a handover for `handover-list`, a dossier for the other records; for labels one dossier (or the box
 * that it stands in), or without one those that the ledger shows; for a list what its page was narrowed to.
 */
export const subject = z.discriminatedUnion('form', [
  z.strictObject({ form: z.enum(RECORD_FORMS), id }),
  z.strictObject({
    form: z.enum(LABEL_FORMS),
    id: id.optional(),
    asked: ledgerQuestion.prefault({}),
    look: labelLook.prefault({}),
  }),
  z.strictObject({ form: z.literal(YEAR_FORM), id: z.int().min(1980).max(2200) }),
  z.strictObject({ form: z.literal(DAYS_FORM), asked: openingFilter }),
  z.strictObject({ form: z.literal(BORROWING_FORM), asked: statisticsPeriod }),
  z.strictObject({ form: z.literal(TALLY_FORM), asked: tallyPeriod }),
  z.strictObject({ form: z.literal(NOTES_FORM), asked: z.strictObject({ ids: recallIds }) }),
  z.strictObject({ form: z.literal('ledger'), asked: ledgerQuestion.prefault({}) }),
  z.strictObject({ form: z.literal('office-list'), asked: plainList }),
  z.strictObject({ form: z.literal('handover-register'), asked: handoverFilter.prefault({}) }),
  z.strictObject({
    form: z.literal('client-list'),
    asked: z.strictObject({ text: line(100).default('') }).prefault({}),
  }),
  z.strictObject({ form: z.literal('title-list'), asked: titleFilter.prefault({}) }),
  z.strictObject({ form: z.literal('title-register'), asked: registerFilter }),
  z.strictObject({ form: z.literal('project-list'), asked: z.strictObject({ clientId: id.optional() }).prefault({}) }),
  z.strictObject({ form: z.literal('number-register'), asked: numberFilter }),
  z.strictObject({ form: z.literal('place-list'), asked: placeFilter.prefault({}) }),
  z.strictObject({ form: z.literal('due-list'), asked: dueFilter.prefault({}) }),
]);
export type Subject = z.output<typeof subject>;

/** A private key of backups, while it waits to be printed. It goes to paper only: there is no way to keep it as a PDF. */
const keySubject = z.strictObject({ form: z.literal('backup-key'), id });

/** Whatever is laid out on sheets. */
export const printed = z.union([keySubject, subject]);
export type Printed = Subject | z.output<typeof keySubject>;

export const print = {
  form: query<FormData>()({
    access: 'print.form',
    reads: PRINT_READS,
    input: subject,
  }),
  /** Asks where, then writes the PDF; `undefined` when the person chose no place. */
  savePdf: command<{ path?: string }>()({ access: 'print.form', input: subject }),
  /** Opens the system's print dialog. */
  toPrinter: command<{ printed: boolean }>()({ access: 'print.form', input: subject }),
  /** For who may encrypt backups, which is not who prints the forms of the office. */
  keyForm: query<FormData>()({
    access: 'company.manage',
    reads: [...backup.encryption.reads, 'company', 'event', 'calendar_year', 'holiday'],
    input: keySubject,
  }),
  keyToPrinter: command<{ printed: boolean }>()({ access: 'company.manage', input: keySubject }),
} as const;
