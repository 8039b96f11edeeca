import type { ClientRow } from '../../../shared/api/client.contract';
import type { Permission } from '../../../shared/api/contract';
import type { DossierView, Place } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { HandoverRow, HandoverView } from '../../../shared/api/handover.contract';
import type { LedgerQuestion, LedgerRow } from '../../../shared/api/ledger.contract';
import type { NoteRow } from '../../../shared/api/note.contract';
import {
  type Form,
  type FormData,
  type FormFrame,
  type LabelLook,
  type LedgerNames,
  MOST_LEDGER_ROWS,
  type PrintedAttachment,
  type Subject,
} from '../../../shared/api/print.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { SupplementView } from '../../../shared/api/supplement.contract';
import { barcodeOf } from '../../../shared/search/barcode';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { LabelRepo } from './label.repo';
import { boxLabels, volumeLabels } from './labels';
import { fileNameOf } from './print.rules';

/** Rows of a list as it is filtered, at most `limit` of them, and how many there are in all. */
type Listing<Asked, R> = (asked: Asked, limit: number, ctx: SignedInContext) => { rows: R[]; total: number };
type Of<F extends Form> = Extract<Subject, { form: F }>;
type LabelSubject = Extract<Subject, { look: LabelLook }>;
type ListSubject = Of<'ledger'> | Of<'handover-register'> | Of<'client-list'> | Of<'project-list'>;

interface Parts {
  dossierOf(id: number, ctx: SignedInContext): DossierView;
  handoverOf(id: number, ctx: SignedInContext): HandoverView;
  supplementOf(id: number, ctx: SignedInContext): SupplementView;
  notesOf(dossierId: number): NoteRow[];
  attachmentOf(id: number): PrintedAttachment;
  ledgerOf: Listing<LedgerQuestion, LedgerRow>;
  ledgerRowOf(dossierId: number, ctx: SignedInContext): LedgerRow | undefined;
  handoversOf: Listing<Of<'handover-register'>['asked'], HandoverRow>;
  clientsOf: Listing<string, ClientRow>;
  projectsOf: Listing<number | undefined, ProjectRow>;
  namesOf(filter: LedgerQuestion['filter']): LedgerNames;
  clientNameOf(clientId: number): string;
  placeOf(placeId: number): Place | undefined;
  labels: LabelRepo;
  allows(staffId: number, permission: Permission): boolean;
  /** The company's full name. */
  companyOf(): string;
  /** The journal's last event, and the ledger's own name. */
  journalHead(): { seq: number; hash: string; ledgerId: string };
  commit: Commit;
}

export type PrintService = ReturnType<typeof createPrintService>;

/** As many digits of an event's hash as stand on paper. */
const CODE_LENGTH = 16;

/** Whoever prints a list must be allowed to read it. */
const NEEDS: Readonly<Partial<Record<Form, Permission>>> = {
  ledger: 'ledger.read',
  'handover-register': 'dossier.read',
  'client-list': 'client.read',
  'project-list': 'client.read',
  'spine-label': 'ledger.read',
  'dossier-labels': 'ledger.read',
  'box-labels': 'ledger.read',
};

export function createPrintService(parts: Parts) {
  const { companyOf, journalHead, allows, commit } = parts;
  const contents = createContents(parts);
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
  const form = (subject: Subject, ctx: SignedInContext): FormData => {
    const permission = NEEDS[subject.form];
    if (permission !== undefined && !allows(ctx.actor.staffId, permission))
      throw new AppError('notAllowed', 'notAllowed', { permission });
    return contents(subject, frameOf(subject, ctx), ctx);
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

/** What stands on each form. */
function createContents(parts: Parts) {
  const lists = createLists(parts);
  const { dossierOf, handoverOf, attachmentOf, notesOf, ledgerRowOf, placeOf, labels } = parts;
  const rowsOf = ({ id, asked }: LabelSubject, ctx: SignedInContext): LedgerRow[] => {
    if (id === undefined) return lists.ledgerRows(asked, ctx);
    const row = ledgerRowOf(id, ctx);
    if (!row) throw new AppError('notFound', 'noSuchDossier');
    return [row];
  };
  return (subject: Subject, frame: FormFrame, ctx: SignedInContext): FormData => {
    switch (subject.form) {
      case 'handover-list':
        return { form: subject.form, frame, handover: handoverOf(subject.id, ctx) };
      case 'supplement-list':
        return { form: subject.form, frame, supplement: parts.supplementOf(subject.id, ctx) };
      case 'volume-list':
      case 'dossier-cover':
        return { form: subject.form, frame, dossier: dossierOf(subject.id, ctx) };
      case 'attachment': {
        const attachment = attachmentOf(subject.id);
        const barcode = barcodeOf('dossier', attachment.dossierId);
        return { form: subject.form, frame: { ...frame, barcode }, attachment };
      }
      case 'note-sheet': {
        const dossier = dossierOf(subject.id, ctx);
        return { form: subject.form, frame, dossier, notes: notesOf(dossier.id), filing: labels.filing(dossier.id) };
      }
      case 'spine-label':
      case 'dossier-labels': {
        const volumes = rowsOf(subject, ctx).flatMap((row) => volumeLabels(labels, row));
        return { form: subject.form, frame, look: subject.look, labels: volumes };
      }
      case 'box-labels': {
        const ids = rowsOf(subject, ctx).map(({ id }) => id);
        return { form: subject.form, frame, look: subject.look, boxes: boxLabels(labels, placeOf, ids) };
      }
      default:
        return lists.form(subject, frame, ctx);
    }
  };
}

/** Lists as they are filtered on their pages, all of them or none: half a list on paper passes for the whole. */
function createLists(parts: Parts) {
  const { ledgerOf, handoversOf, clientsOf, projectsOf, namesOf, clientNameOf } = parts;
  const whole = <A, R>(listing: Listing<A, R>, asked: A, ctx: SignedInContext, reason = 'listTooLongToPrint'): R[] => {
    const { rows, total } = listing(asked, MOST_LEDGER_ROWS, ctx);
    if (total > MOST_LEDGER_ROWS) throw new AppError('conflict', reason, { count: total, most: MOST_LEDGER_ROWS });
    return rows;
  };
  const ledgerRows = (asked: LedgerQuestion, ctx: SignedInContext) =>
    whole(ledgerOf, asked, ctx, 'ledgerTooLongToPrint');
  const form = (subject: ListSubject, frame: FormFrame, ctx: SignedInContext): FormData => {
    switch (subject.form) {
      case 'ledger':
        return {
          ...{ form: subject.form, frame, asked: subject.asked },
          names: namesOf(subject.asked.filter),
          rows: ledgerRows(subject.asked, ctx),
        };
      case 'handover-register':
        return { form: subject.form, frame, asked: subject.asked, rows: whole(handoversOf, subject.asked, ctx) };
      case 'client-list':
        return { form: subject.form, frame, asked: subject.asked, rows: whole(clientsOf, subject.asked.text, ctx) };
      case 'project-list': {
        const { clientId } = subject.asked;
        const rows = whole(projectsOf, clientId, ctx);
        return { form: subject.form, frame, rows, ...(clientId && { client: clientNameOf(clientId) }) };
      }
    }
  };
  return { ledgerRows, form };
}

/** A list is no record: its paper is numbered by the journal's event from which it is. */
function barcodeFor(subject: Subject, seq: number): string {
  switch (subject.form) {
    case 'handover-list':
      return barcodeOf('handover', subject.id);
    case 'supplement-list':
      return barcodeOf('supplement', subject.id);
    case 'volume-list':
    case 'dossier-cover':
    case 'note-sheet':
      return barcodeOf('dossier', subject.id);
    default:
      return barcodeOf('list', seq);
  }
}
