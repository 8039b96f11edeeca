import type { DisposalView } from '../../../shared/api/disposal.contract';
import type { DossierView } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { HandoverView, LatenessRow } from '../../../shared/api/handover.contract';
import type { LedgerQuestion, LedgerRow } from '../../../shared/api/ledger.contract';
import {
  DISPOSAL_FORMS,
  type FormData,
  type FormFrame,
  type LedgerNames,
  MOST_LEDGER_ROWS,
  type PrintedAttachment,
  type Subject,
} from '../../../shared/api/print.contract';
import type { ContactLetter, StaffHandoverView } from '../../../shared/api/staff-handover.contract';
import type { SupplementView } from '../../../shared/api/supplement.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import { barcodeOf } from '../../search/search-index';
import { fileNameOf } from './print.rules';

interface Parts {
  disposalOf(id: number, ctx: SignedInContext): DisposalView;
  dossierOf(id: number, ctx: SignedInContext): DossierView;
  handoverOf(id: number, ctx: SignedInContext): HandoverView;
  supplementOf(id: number, ctx: SignedInContext): SupplementView;
  latenessOf(year: number, today: Day): LatenessRow[];
  staffHandovers: {
    show(id: number, ctx: SignedInContext): StaffHandoverView;
    letters(id: number, ctx: SignedInContext): ContactLetter[];
  };
  attachmentOf(id: number): PrintedAttachment;
  /** The first rows of the ledger as it is asked, and how many there are in all. */
  ledgerOf(asked: LedgerQuestion, limit: number, ctx: SignedInContext): { rows: LedgerRow[]; total: number };
  namesOf(filter: LedgerQuestion['filter']): LedgerNames;
  /** The company's full name. */
  companyOf(): string;
  /** The journal's last event, and the ledger's own name. */
  journalHead(): { seq: number; hash: string; ledgerId: string };
  commit: Commit;
}

export type PrintService = ReturnType<typeof createPrintService>;

/** As many digits of an event's hash as stand on paper. */
const CODE_LENGTH = 16;

export function createPrintService(parts: Parts) {
  const { dossierOf, handoverOf, staffHandovers, attachmentOf, ledgerOf, namesOf, companyOf, journalHead, commit } =
    parts;
  const frameOf = (subject: Subject, ctx: SignedInContext): FormFrame => {
    const { seq, hash, ledgerId } = journalHead();
    return {
      company: companyOf(),
      barcode: barcodeFor(subject, seq),
      printedOn: ctx.today,
      printedBy: ctx.actor.name,
      anchor: { seq, code: hash.slice(0, CODE_LENGTH), ledgerId },
    };
  };
  const ledger = (asked: LedgerQuestion, frame: FormFrame, ctx: SignedInContext): FormData => {
    const { rows, total } = ledgerOf(asked, MOST_LEDGER_ROWS, ctx);
    if (total > MOST_LEDGER_ROWS)
      throw new AppError('conflict', 'ledgerTooLongToPrint', { count: total, most: MOST_LEDGER_ROWS });
    return { form: 'ledger', frame, asked, names: namesOf(asked.filter), rows };
  };
  /** Each kind of list has its own paper. */
  const disposalFor = (asked: (typeof DISPOSAL_FORMS)[number], id: number, ctx: SignedInContext): DisposalView => {
    const its = parts.disposalOf(id, ctx);
    if (asked !== `${its.kind}-list`) throw new AppError('conflict', 'disposalOfOtherKind', { no: its.no });
    return its;
  };
  const form = (subject: Subject, ctx: SignedInContext): FormData => {
    const frame = frameOf(subject, ctx);
    switch (subject.form) {
      case 'ledger':
        return ledger(subject.asked, frame, ctx);
      case 'attachment': {
        const attachment = attachmentOf(subject.id);
        return {
          form: subject.form,
          frame: { ...frame, barcode: barcodeOf('AJ-D-', attachment.dossierId) },
          attachment,
        };
      }
      case 'handover-list':
        return { form: subject.form, frame, handover: handoverOf(subject.id, ctx) };
      case 'late-statistics':
        return { form: subject.form, frame, year: subject.id, rows: parts.latenessOf(subject.id, ctx.today) };
      case 'appraisal-list':
      case 'destruction-list':
      case 'transfer-list':
        return { form: subject.form, frame, disposal: disposalFor(subject.form, subject.id, ctx) };
      case 'supplement-list':
        return { form: subject.form, frame, supplement: parts.supplementOf(subject.id, ctx) };
      case 'staff-handover':
        return { form: subject.form, frame, staffHandover: staffHandovers.show(subject.id, ctx) };
      case 'contact-letter':
        return { form: subject.form, frame, letters: staffHandovers.letters(subject.id, ctx) };
      default:
        return { form: subject.form, frame, dossier: dossierOf(subject.id, ctx) };
    }
  };
  return {
    form,
    /** A name to offer for the PDF; fails when there is no such record. */
    fileName: (subject: Subject, ctx: SignedInContext): string => fileNameOf(form(subject, ctx)),
    /** Notes that the form leaves the program. Before it is laid out, so that the paper carries this very event. */
    note: (action: 'print.savePdf' | 'print.toPrinter', subject: Subject, ctx: SignedInContext): void => {
      form(subject, ctx);
      commit(ctx, action, subject, () => undefined);
    },
  };
}

/** A list is no record: its paper is numbered by the journal's event from which it is. */
function barcodeFor(subject: Subject, seq: number): string {
  if (subject.form === 'ledger' || subject.form === 'late-statistics') return barcodeOf('AJ-L-', seq);
  if (DISPOSAL_FORMS.some((form) => form === subject.form)) return barcodeOf('AJ-X-', subject.id);
  if (subject.form === 'supplement-list') return barcodeOf('AJ-S-', subject.id);
  if (subject.form === 'staff-handover' || subject.form === 'contact-letter') return barcodeOf('AJ-P-', subject.id);
  return barcodeOf(subject.form === 'handover-list' ? 'AJ-H-' : 'AJ-D-', subject.id);
}
