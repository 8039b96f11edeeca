import { asOfNow, type Clock } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { PrintService, Subject } from './print.service';

/** Everything about paper that needs the system; `askedBy` is the window in whose name it happens. */
export interface Printer {
  pdf(subject: Subject, askedBy: number): Promise<Uint8Array>;
  /** Answers false when the person closed the dialog without printing. */
  toPrinter(subject: Subject, askedBy: number): Promise<boolean>;
  choosePath(suggestedName: string, askedBy: number): Promise<string | undefined>;
  write(path: string, bytes: Uint8Array): Promise<void>;
}

export function createPrintHandlers(service: PrintService, printer: Printer, clock: Clock): HandlersOf<'print'> {
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
    toPrinter: async (subject, ctx) => {
      service.note('print.toPrinter', subject, ctx);
      return { printed: await printer.toPrinter(subject, ctx.windowId) };
    },
  };
}
