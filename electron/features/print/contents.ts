import type { DisposalView } from '../../../shared/api/disposal.contract';
import { AppError } from '../../../shared/api/errors';
import type { LabelLook } from '../../../shared/api/label.contract';
import type { LedgerQuestion, LedgerRow } from '../../../shared/api/ledger.contract';
import {
  type DISPOSAL_FORMS,
  type FormData,
  type FormFrame,
  MOST_LEDGER_ROWS,
  type Subject,
} from '../../../shared/api/print.contract';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
import { MOST_REGISTER_LINES, type SlipView } from '../../../shared/api/title-move.contract';
import { type SlipForm, slipForms } from '../../../shared/print/slip-forms';
import { barcodeOf } from '../../../shared/search/barcode';
import type { SignedInContext } from '../../ipc/context';
import { borrowingForm } from './borrowing-forms';
import { cardOrSlip } from './card-or-slip';
import { type CountedSubject, complaintForm, isOfComplaint } from './complaint-forms';
import { boxLabels, volumeLabels } from './labels';
import { demandShort, plainForm } from './plain-form';
import type { Listing, Shown } from './shown';

type LabelSubject = Extract<Subject, { look: LabelLook }>;
type ListSubject =
  Extract<Subject, { asked: unknown }> extends infer S ? Exclude<S, LabelSubject | CountedSubject> : never;
type RecordSubject = Exclude<Subject, LabelSubject | ListSubject | CountedSubject>;

type Contents = (subject: Subject, frame: FormFrame, ctx: SignedInContext) => FormData;

/** What stands on each form. */
export function createContents(shown: Shown): Contents {
  const lists = createLists(shown);
  const labels = createLabels(shown, lists.ledgerRows);
  const record = createRecords(shown);
  return (subject, frame, ctx) => {
    switch (subject.form) {
      case 'spine-label':
      case 'dossier-labels':
      case 'box-labels':
        return labels(subject, frame, ctx);
      case 'recall-notice':
      case 'borrowing-statistics':
        return borrowingForm(shown.borrowings, subject, frame, ctx);
      case 'complaint-statistics':
        return { form: subject.form, frame, complaints: shown.complaints.statistics(subject.asked, ctx) };
      case 'ledger':
      case 'handover-register':
      case 'client-list':
      case 'project-list':
      case 'title-list':
      case 'title-register':
      case 'office-list':
      case 'number-register':
      case 'place-list':
      case 'due-list':
      case 'safe-openings':
        return lists.form(subject, frame, ctx);
      default:
        return record(subject, frame, ctx);
    }
  };
}

function createRecords(shown: Shown) {
  const { dossierOf, handoverOf, supplementOf, staffHandovers, attachmentOf, notesOf, labels } = shown;
  /** Each kind of list has its own paper. */
  const disposalFor = (asked: (typeof DISPOSAL_FORMS)[number], id: number, ctx: SignedInContext): DisposalView => {
    const its = shown.disposalOf(id, ctx);
    if (asked !== `${its.kind}-list`) throw new AppError('conflict', 'disposalOfOtherKind', { no: its.no });
    return its;
  };
  /** A slip has its own papers. */
  const slipFor = (form: SlipForm, id: number, { today }: SignedInContext): SlipView => {
    const its = shown.titles.slip(id, today);
    if (!slipForms(its).includes(form)) throw new AppError('conflict', 'slipHasOtherForms', { no: its.no });
    return its;
  };
  /** While they count there is only a blank sheet, afterwards only the result. */
  const stocktakeFor = (form: 'stocktake' | 'counting-sheet', id: number): StocktakeView => {
    const its = shown.stocktakeOf(id);
    if ((its.state === 'counting') !== (form === 'counting-sheet') || its.state === 'abandoned')
      throw new AppError('conflict', 'stocktakeHasOtherForm', { no: its.no });
    return its;
  };
  return ({ form, id }: RecordSubject, frame: FormFrame, ctx: SignedInContext): FormData => {
    if (isOfComplaint(form)) return complaintForm({ form, id }, shown.complaints, frame, ctx);
    switch (form) {
      case 'handover-list':
        return { form, frame, handover: handoverOf(id, ctx) };
      case 'title-handover':
        return { form, frame, titleHandover: shown.titleHandoverOf(id, ctx.today) };
      case 'rehearsal':
        return { form, frame, rehearsal: shown.rehearsalOf(id) };
      case 'appraisal-list':
      case 'destruction-list':
      case 'transfer-list':
        return { form, frame, disposal: disposalFor(form, id, ctx) };
      case 'late-statistics':
        return { form, frame, year: id, rows: shown.latenessOf(id, ctx.today) };
      case 'title-in':
      case 'title-out':
      case 'title-lending':
      case 'title-release':
        return { form, frame, slip: slipFor(form, id, ctx) };
      case 'supplement-list':
        return { form, frame, supplement: supplementOf(id, ctx) };
      case 'staff-handover':
        return { form, frame, staffHandover: staffHandovers.show(id, ctx) };
      case 'contact-letter':
        return { form, frame, letters: staffHandovers.letters(id, ctx) };
      case 'safe-keys':
        return { form, frame, safe: shown.safes.one(id), rows: shown.safes.custody(id) };
      case 'safe-closing':
        return { form, frame, closing: shown.safes.closing(id) };
      case 'stocktake':
      case 'counting-sheet':
        return { form, frame, stocktake: stocktakeFor(form, id) };
      case 'borrowing-slip':
      case 'out-card':
        return { form, frame, borrowing: cardOrSlip(form, shown.borrowings.show(id, ctx)) };
      case 'attachment': {
        const attachment = attachmentOf(id, ctx);
        return {
          form,
          frame: { ...frame, barcode: barcodeOf(attachment.recordKind, attachment.recordId) },
          attachment,
        };
      }
      case 'note-sheet':
        return { form, frame, dossier: dossierOf(id, ctx), notes: notesOf(id), filing: labels.filing(id) };
      default:
        return { form, frame, dossier: dossierOf(id, ctx) };
    }
  };
}

/** Labels of one dossier or its box, or of all that the ledger shows. */
function createLabels(
  { ledgerRowOf, placeOf, labels }: Shown,
  ledgerRows: (asked: LedgerQuestion, ctx: SignedInContext) => LedgerRow[],
) {
  const rowsOf = ({ id, asked }: LabelSubject, ctx: SignedInContext): LedgerRow[] => {
    if (id === undefined) return ledgerRows(asked, ctx);
    const row = ledgerRowOf(id, ctx);
    if (!row) throw new AppError('notFound', 'noSuchDossier');
    return [row];
  };
  return (subject: LabelSubject, frame: FormFrame, ctx: SignedInContext): FormData => {
    const { form, look } = subject;
    const rows = rowsOf(subject, ctx);
    if (form !== 'box-labels') return { form, frame, look, labels: rows.flatMap((row) => volumeLabels(labels, row)) };
    const ids = rows.map(({ id }) => id);
    return { form, frame, look, boxes: boxLabels(labels, placeOf, ids) };
  };
}

/** Lists as they are filtered on their pages, all of them or none: half a list on paper passes for the whole. */
function createLists(shown: Shown) {
  const { ledgerOf, handoversOf, clientsOf, projectsOf, titles, namesOf, clientNameOf, classNameOf } = shown;
  const whole = <A, R>(listing: Listing<A, R>, asked: A, ctx: SignedInContext, reason = 'listTooLongToPrint'): R[] => {
    const { rows, total } = listing(asked, MOST_LEDGER_ROWS, ctx);
    demandShort(total, reason);
    return rows;
  };
  const ledgerRows = (asked: LedgerQuestion, ctx: SignedInContext) =>
    whole(ledgerOf, asked, ctx, 'ledgerTooLongToPrint');
  const form = (subject: ListSubject, frame: FormFrame, ctx: SignedInContext): FormData => {
    switch (subject.form) {
      case 'ledger': {
        const { form, asked } = subject;
        return { form, frame, asked, names: namesOf(asked.filter), rows: ledgerRows(asked, ctx) };
      }
      case 'handover-register':
        return { form: subject.form, frame, asked: subject.asked, rows: whole(handoversOf, subject.asked, ctx) };
      case 'client-list':
        return { form: subject.form, frame, asked: subject.asked, rows: whole(clientsOf, subject.asked.text, ctx) };
      case 'title-list': {
        const place = titles.placeOf(subject.asked);
        const rows = whole(titles.list, subject.asked, ctx);
        return { form: subject.form, frame, asked: subject.asked, rows, ...(place !== undefined && { place }) };
      }
      case 'title-register': {
        const register = titles.register(subject.asked);
        if (register.total > MOST_REGISTER_LINES)
          throw new AppError('conflict', 'listTooLongToPrint', { count: register.total, most: MOST_REGISTER_LINES });
        return { form: subject.form, frame, register };
      }
      case 'project-list': {
        const { clientId } = subject.asked;
        const rows = whole(projectsOf, clientId, ctx);
        return { form: subject.form, frame, rows, ...(clientId && { client: clientNameOf(clientId) }) };
      }
      case 'office-list':
        return plainForm(shown, subject, frame, ctx);
      case 'number-register': {
        const { form, asked } = subject;
        const { classId, year } = asked;
        const faults = shown.numberFaultsOf(classId, year);
        return {
          form,
          frame,
          asked,
          className: classNameOf(classId),
          rows: whole(shown.numbersOf, asked, ctx),
          faults,
        };
      }
      case 'safe-openings': {
        const { form, asked } = subject;
        const { rows, total } = shown.safes.openings(asked);
        demandShort(total > rows.length ? Number.MAX_SAFE_INTEGER : total, 'listTooLongToPrint');
        return { form, frame, asked, ...(asked.safeId && { safe: shown.safes.one(asked.safeId).name }), rows };
      }
      case 'place-list':
        return { form: subject.form, frame, asked: subject.asked, rows: whole(shown.placesOf, subject.asked, ctx) };
      case 'due-list': {
        const { form, asked } = subject;
        const named = asked.classId === undefined ? {} : { className: classNameOf(asked.classId) };
        return { form, frame, asked, ...named, rows: whole(shown.dueOf, asked, ctx) };
      }
    }
  };
  return { ledgerRows, form };
}
