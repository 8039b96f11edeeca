import type { Subject } from '../../../shared/api/print.contract';
import { useSavePdf, useToPrinter } from './print.queries';

export type PaperWays = ReturnType<typeof usePaperWays>;

/** Both ways to paper; closed while one is under way, and until there is something to print. */
export function usePaperWays(subject: Subject, ready: boolean) {
  const saving = useSavePdf();
  const printing = useToPrinter();
  const open = ready && !saving.isPending && !printing.isPending;
  const print = () => {
    if (!open) return;
    saving.reset();
    printing.mutate(subject);
  };
  const keep = () => {
    if (!open) return;
    printing.reset();
    saving.mutate(subject);
  };
  return { saving, printing, open, print, keep };
}
