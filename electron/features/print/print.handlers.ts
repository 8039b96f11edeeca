import type { Printed, Subject } from '../../../shared/api/print.contract';
import { asOfNow, type Clock, type SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Content } from '../../print/write-whole';
import type { PrintService } from './print.service';

/** Everything about paper that needs the system; `askedBy` is the window in whose name it happens. */
export interface Printer {
  pdf(subject: Subject, askedBy: number): Promise<Uint8Array>;
  /** Answers false when the person closed the dialog without printing. */
  toPrinter(subject: Printed, askedBy: number): Promise<boolean>;
  choosePath(suggestedName: string, askedBy: number): Promise<string | undefined>;
  write(path: string, content: Content): Promise<void>;
}

export function createPrintHandlers(service: PrintService, printer: Printer, clock: Clock): HandlersOf<'print'> {
  const toPrinter = async (subject: Printed, ctx: SignedInContext) => {
    service.note('print.toPrinter', subject, ctx);
    return { printed: await printer.toPrinter(subject, ctx.windowId) };
  };
  return {
    form: (subject, ctx) => service.form(subject, ctx),
    savePdf: async (subject, ctx) => {
      const path = await printer.choosePath(service.fileName(subject, ctx), ctx.windowId);
      if (!path) return {};
      // A dialog may stand open for hours.
      service.note('print.savePdf', subject, asOfNow(clock, ctx));
      await printer.write(path, await printer.pdf(subject, ctx.windowId));
      return { path };
    },
    toPrinter,
    keyForm: (subject, ctx) => service.form(subject, ctx),
    keyToPrinter: toPrinter,
  };
}
