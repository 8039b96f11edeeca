import type { ParsedOf } from '../../../shared/api/contract';
import type { DossierView } from '../../../shared/api/dossier.contract';
import type { HandoverView } from '../../../shared/api/handover.contract';
import type { Form, FormData, FormFrame, print } from '../../../shared/api/print.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import { barcodeOf } from '../../search/search-index';
import { fileNameOf } from './print.rules';

/** The form and the id of the record that it is about. */
export type Subject = ParsedOf<typeof print.form>;

interface Parts {
  dossierOf(id: number, ctx: SignedInContext): DossierView;
  handoverOf(id: number, ctx: SignedInContext): HandoverView;
  /** The company's full name. */
  companyOf(): string;
  /** The journal's last event, and the ledger's own name. */
  journalHead(): { seq: number; hash: string; ledgerId: string };
  commit: Commit;
}

export type PrintService = ReturnType<typeof createPrintService>;

/** As many digits of an event's hash as stand on paper. */
const CODE_LENGTH = 16;

export function createPrintService({ dossierOf, handoverOf, companyOf, journalHead, commit }: Parts) {
  const frameOf = (form: Form, id: number, ctx: SignedInContext): FormFrame => {
    const { seq, hash, ledgerId } = journalHead();
    return {
      company: companyOf(),
      barcode: barcodeOf(form === 'handover-list' ? 'AJ-H-' : 'AJ-D-', id),
      printedOn: ctx.today,
      printedBy: ctx.actor.name,
      anchor: { seq, code: hash.slice(0, CODE_LENGTH), ledgerId },
    };
  };
  const form = ({ form, id }: Subject, ctx: SignedInContext): FormData => {
    const frame = frameOf(form, id, ctx);
    if (form === 'handover-list') return { form, frame, handover: handoverOf(id, ctx) };
    return { form, frame, dossier: dossierOf(id, ctx) };
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
