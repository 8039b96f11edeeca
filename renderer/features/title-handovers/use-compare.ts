import { useEffect, useMemo, useRef, useState } from 'react';
import type { TitleHandoverView } from '../../../shared/api/title-handover.contract';
import { client } from '../../api/client';
import { type Found, withFound } from './compare';

/** What the three find, on the screen at once and written in its order; what could not be written is asked for again. */
export function useCompare(handover: TitleHandoverView) {
  const [pending, setPending] = useState<Readonly<Record<number, Found>>>({});
  const [failure, setFailure] = useState<unknown>();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const lines = useMemo(() => withFound(handover.lines, pending), [handover.lines, pending]);
  // What the ledger shows by now is no longer held here.
  useEffect(() => {
    setPending((all) => {
      const open = Object.entries(all).filter(([id, found]) => {
        const line = handover.lines.find((its) => its.id === Number(id));
        const same =
          line?.nameAgrees === found.nameAgrees &&
          line.numberAgrees === found.numberAgrees &&
          line.quantityFound === found.quantityFound &&
          line.checkRemark === found.remark;
        return line !== undefined && !same;
      });
      return open.length === Object.keys(all).length ? all : Object.fromEntries(open);
    });
  }, [handover.lines]);
  const note = (lineId: number, found: Found) => {
    const its = { ...found, remark: found.remark.trim() };
    setPending((all) => ({ ...all, [lineId]: its }));
    setFailure(undefined);
    queue.current = queue.current
      .then(() => client.titleHandover.check({ id: handover.id, found: [{ lineId, ...its }] }))
      .catch((refused: unknown) => {
        setFailure(refused);
        setPending(({ [lineId]: _, ...others }) => others);
      });
  };
  return { lines, note, failure, written: Object.keys(pending).length === 0 };
}
