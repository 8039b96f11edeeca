import { z } from 'zod';
import { type AttachmentRow, attachment } from './attachment.contract';
import { command, query } from './contract';
import { type DisposalView, disposal } from './disposal.contract';
import { type DossierView, dossier } from './dossier.contract';
import { id } from './fields';
import { type HandoverView, handover, type LatenessRow } from './handover.contract';
import { type LedgerQuestion, type LedgerRow, ledger, ledgerQuestion } from './ledger.contract';
import { type ContactLetter, type StaffHandoverView, staffHandover } from './staff-handover.contract';
import { type SupplementView, supplement } from './supplement.contract';

export const DISPOSAL_FORMS = ['appraisal-list', 'destruction-list', 'transfer-list'] as const;
/** Forms about one record. */
export const RECORD_FORMS = [
  'volume-list',
  'handover-list',
  'supplement-list',
  'dossier-cover',
  'attachment',
  'staff-handover',
  'contact-letter',
  ...DISPOSAL_FORMS,
] as const;
/** By year: who handed over late. */
const YEAR_FORM = 'late-statistics';
type RecordForm = (typeof RECORD_FORMS)[number];
export type Form = RecordForm | 'ledger' | typeof YEAR_FORM;

/** Lying sheets: lists of many columns. */
export const isLandscape = (form: Form): boolean => form === 'ledger';

/** A longer ledger is exported or narrowed, not printed. */
export const MOST_LEDGER_ROWS = 2_000;

/** As many pages of one attachment are printed at once; a longer file is printed by a PDF program. */
export const MOST_ATTACHMENT_PAGES = 300;

/** A scan on paper: what it is, and what it belongs to. */
export type PrintedAttachment = Pick<AttachmentRow, 'id' | 'name' | 'kind' | 'bytes' | 'rotation' | 'itemTitle'> & {
  dossierId: number;
  dossier: string;
  archiveNo?: string;
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
}

/** What stands behind the numbers of a filter of the ledger. */
export interface LedgerNames {
  manager?: string | undefined;
  className?: string | undefined;
  retention?: string | undefined;
  client?: string | undefined;
  keeper?: string | undefined;
}

/**
 * The subject of a form: a dossier for `volume-list` and `dossier-cover`, a handover for `handover-list`, a supplement list, a staff
 * handover for `staff-handover` and `contact-letter`, a list for `ledger`.
 */
export type FormData =
  | { form: 'volume-list'; frame: FormFrame; dossier: DossierView }
  | { form: 'dossier-cover'; frame: FormFrame; dossier: DossierView }
  | { form: 'attachment'; frame: FormFrame; attachment: PrintedAttachment }
  | { form: 'handover-list'; frame: FormFrame; handover: HandoverView }
  | { form: (typeof DISPOSAL_FORMS)[number]; frame: FormFrame; disposal: DisposalView }
  | { form: 'supplement-list'; frame: FormFrame; supplement: SupplementView }
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

/** A form and what it is about. */
export const subject = z.discriminatedUnion('form', [
  z.strictObject({ form: z.enum(RECORD_FORMS), id }),
  z.strictObject({ form: z.literal(YEAR_FORM), id: z.int().min(1980).max(2200) }),
  z.strictObject({ form: z.literal('ledger'), asked: ledgerQuestion.prefault({}) }),
]);
export type Subject = z.output<typeof subject>;

export const print = {
  form: query<FormData>()({
    access: 'print.form',
    // What the record's own page looks at, and the journal's last event, which stands in the footer.
    reads: [
      ...new Set([
        ...dossier.show.reads,
        ...handover.show.reads,
        ...disposal.show.reads,
        ...supplement.show.reads,
        ...handover.lateness.reads,
        ...staffHandover.show.reads,
        ...ledger.list.reads,
        ...attachment.list.reads,
        'company',
        'event',
      ]),
    ],
    input: subject,
  }),
  /** Asks where, then writes the PDF; `undefined` when the person chose no place. */
  savePdf: command<{ path?: string }>()({ access: 'print.form', input: subject }),
  /** Opens the system's print dialog. */
  toPrinter: command<{ printed: boolean }>()({ access: 'print.form', input: subject }),
} as const;
