import type { PaperKey } from '../../../shared/api/backup.contract';
import type { Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Form, FormData, FormFrame, Printed, Subject } from '../../../shared/api/print.contract';
import { barcodeOf } from '../../../shared/search/barcode';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { DemandSearchable } from '../../search/standing';
import { createContents } from './contents';
import { fileNameOf } from './print.rules';
import type { Shown } from './shown';

export interface PrintParts extends Shown {
  /** A private key that waits for its paper; for nobody but who made it. */
  backupKeyOf(id: number, ctx: SignedInContext): PaperKey;
  allows(staffId: number, permission: Permission): boolean;
  /** The company's full name. */
  companyOf(): string;
  /** The journal's last event, and the ledger's own name. */
  journalHead(): { seq: number; hash: string; ledgerId: string };
  knownUntilYear(): number;
  commit: Commit;
  demandSearchable: DemandSearchable;
}

export type PrintService = ReturnType<typeof createPrintService>;

/** As many digits of an event's hash as stand on paper. */
const CODE_LENGTH = 16;

/** Whoever prints a list must be allowed to read it. */
const NEEDS: Readonly<Partial<Record<Form, Permission>>> = {
  ledger: 'ledger.read',
  'handover-register': 'dossier.read',
  'title-handover': 'title.read',
  'client-list': 'client.read',
  'project-list': 'client.read',
  'number-register': 'ledger.read',
  'place-list': 'ledger.read',
  'due-list': 'ledger.read',
  'safe-keys': 'title.read',
  'safe-openings': 'title.read',
  'safe-closing': 'title.read',
  'borrowing-slip': 'borrowing.ask',
  'out-card': 'borrowing.ask',
  'complaint-register': 'complaint.read',
  'complaint-handling': 'complaint.read',
  'complaint-reply': 'complaint.read',
  'complaint-feedback': 'complaint.read',
  'complaint-statistics': 'complaint.oversee',
  'penalty-notice': 'complaint.read',
  'recall-notice': 'borrowing.ask',
  'borrowing-statistics': 'borrowing.read',
  rehearsal: 'backup.make',
  stocktake: 'title.read',
  'counting-sheet': 'title.read',
  'spine-label': 'ledger.read',
  'dossier-labels': 'ledger.read',
  'box-labels': 'ledger.read',
  'title-in': 'title.read',
  'title-out': 'title.read',
  'title-lending': 'title.read',
  'title-release': 'title.read',
  'title-list': 'title.read',
  'title-register': 'title.read',
};

export function createPrintService(parts: PrintParts) {
  const { companyOf, journalHead, knownUntilYear, allows, commit } = parts;
  const contents = createContents(parts);
  const frameOf = (subject: Printed, ctx: SignedInContext): FormFrame => {
    const { seq, hash, ledgerId } = journalHead();
    return {
      company: companyOf(),
      barcode: barcodeFor(subject, seq),
      printedOn: ctx.today,
      printedBy: ctx.actor.name,
      anchor: { seq, code: hash.slice(0, CODE_LENGTH), ledgerId },
      knownUntilYear: knownUntilYear(),
    };
  };
  const form = (subject: Printed, ctx: SignedInContext): FormData => {
    const permission = NEEDS[subject.form];
    if (permission !== undefined && !allows(ctx.actor.staffId, permission))
      throw new AppError('notAllowed', 'notAllowed', { permission });
    parts.demandSearchable(subject);
    const frame = frameOf(subject, ctx);
    return subject.form === 'backup-key'
      ? { form: subject.form, frame, key: parts.backupKeyOf(subject.id, ctx) }
      : contents(subject, frame, ctx);
  };
  return {
    form,
    /** A name to offer for the PDF; fails when there is no such record. */
    fileName: (subject: Subject, ctx: SignedInContext): string => fileNameOf(form(subject, ctx)),
    /** Notes that the form leaves the program. Before it is laid out, so that the paper carries this very event. */
    note: (action: 'print.savePdf' | 'print.toPrinter', subject: Printed, ctx: SignedInContext): void => {
      form(subject, ctx);
      commit(ctx, action, subject, () => undefined);
    },
  };
}

/** A list is no record: its paper is numbered by the journal's event from which it is. */
function barcodeFor(subject: Printed, seq: number): string {
  switch (subject.form) {
    case 'handover-list':
      return barcodeOf('handover', subject.id);
    case 'title-handover':
      return barcodeOf('titleHandover', subject.id);
    case 'stocktake':
    case 'counting-sheet':
      return barcodeOf('stocktake', subject.id);
    case 'supplement-list':
      return barcodeOf('supplement', subject.id);
    case 'staff-handover':
    case 'contact-letter':
      return barcodeOf('staffHandover', subject.id);
    case 'appraisal-list':
    case 'destruction-list':
    case 'transfer-list':
      return barcodeOf('disposal', subject.id);
    case 'title-in':
    case 'title-out':
    case 'title-lending':
    case 'title-release':
      return barcodeOf('titleSlip', subject.id);
    case 'borrowing-slip':
    case 'out-card':
      return barcodeOf('borrowing', subject.id);
    case 'complaint-register':
    case 'complaint-handling':
    case 'complaint-reply':
    case 'complaint-feedback':
      return barcodeOf('complaint', subject.id);
    case 'penalty-notice':
      return barcodeOf('penalty', subject.id);
    case 'volume-list':
    case 'dossier-cover':
    case 'note-sheet':
      return barcodeOf('dossier', subject.id);
    default:
      return barcodeOf('list', seq);
  }
}
