import { useEffect, useState } from 'react';
import type { Printed, Subject } from '../../../shared/api/print.contract';
import { useSavePdf, useToPrinter } from './print.queries';

export type PaperWays = ReturnType<typeof usePaperWays>;
type Way = 'print' | 'keep';

/** Both ways to paper; closed while one is under way. What is asked for before the sheets lie there is done when they do. */
export function usePaperWays(subject: Printed, ready: boolean) {
  const saving = useSavePdf();
  const printing = useToPrinter(subject);
  const [wanted, setWanted] = useState<Way>();
  const onPaperOnly = subject.form === 'backup-key';
  const busy = saving.isPending || printing.isPending;
  const open = ready && !busy;
  useEffect(() => {
    if (!open || !wanted) return;
    setWanted(undefined);
    const [chosen, other] = wanted === 'print' ? [printing, saving] : [saving, printing];
    other.reset();
    chosen.mutate(subject as Subject);
  }, [open, wanted, printing, saving, subject]);
  const ask = (way: Way) => () => {
    if (!busy && !(way === 'keep' && onPaperOnly)) setWanted(way);
  };
  return { saving, printing, open, onPaperOnly, print: ask('print'), keep: ask('keep') };
}
