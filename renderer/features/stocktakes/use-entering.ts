import { useEffect, useRef, useState } from 'react';
import type { CountedCompartment, StocktakeView } from '../../../shared/api/stocktake.contract';
import { useErrorText } from '../../api/use-error-text';
import { useScanned } from '../../ui/scanned';
import { useFollowing } from '../../ui/use-following';
import {
  type CountLine,
  countBehind,
  decide,
  forgetLast,
  isWaiting,
  putInLine,
  standAt,
  useCountLine,
} from './count-line.store';
import { readCompartment } from './read-compartment';
import { useUndo } from './stocktakes.queries';

const NOTHING = { text: '', quantity: 1 };
const entryOf = (refused: CountLine['refused']) =>
  refused ? { text: refused.its.certificate, quantity: refused.its.quantity } : NOTHING;

/** What is typed or scanned, taken down one by one in its order; what is refused comes back into the field and holds the rest. */
export function useEntering(its: StocktakeView, compartment: CountedCompartment, onCompartment: (id: number) => void) {
  const errorText = useErrorText();
  const line = useCountLine();
  const { refused, last } = line;
  const undo = useUndo();
  const field = useRef<HTMLInputElement>(null);
  const undone = useRef(Number.POSITIVE_INFINITY);
  const here = useRef(compartment);
  const [{ text, quantity }, setEntry] = useFollowing(refused, entryOf);
  const [turn, setTurn] = useState(0);
  here.current = compartment;
  useEffect(() => standAt(its.id), [its.id]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new field has the keys
  useEffect(() => field.current?.focus(), [turn, compartment.id]);
  useEffect(() => {
    if (last) undone.current = Number.POSITIVE_INFINITY;
  }, [last]);

  /** Into another compartment at once: what is read next lies there. */
  const goTo = (next: CountedCompartment | undefined): void => {
    if (!next) return;
    here.current = next;
    onCompartment(next.id);
  };
  const clear = () => {
    setEntry(NOTHING);
    undo.reset();
    if (refused) decide(undefined);
  };
  const put = (typed: string, many: number) => {
    const certificate = typed.trim();
    if (certificate === '') return;
    const other = readCompartment(certificate, its.compartments, here.current.safeId);
    if (other) return goTo(other);
    undo.reset();
    const piece = { compartmentId: here.current.id, certificate, quantity: many, unknown: false };
    if (!refused) return putInLine(piece);
    const doubted = refused.failure.reason === 'certificateUnknown' && refused.its.certificate === certificate;
    // It lies where it was read, wherever the person has gone meanwhile.
    decide({ ...piece, compartmentId: refused.its.compartmentId, unknown: doubted });
  };
  const enter = () => {
    // The field is free at once for what comes next.
    setEntry(NOTHING);
    put(text, quantity);
  };
  useScanned((code) => {
    setTurn((n) => n + 1);
    setEntry({ text: refused?.its.certificate ?? '', quantity });
    const other = readCompartment(code, its.compartments, here.current.safeId);
    if (other) return goTo(other);
    undo.reset();
    putInLine({ compartmentId: here.current.id, certificate: code, quantity: refused ? 1 : quantity, unknown: false });
    if (!refused) setEntry(NOTHING);
  });
  const step = (by: number) =>
    goTo(its.compartments[its.compartments.findIndex(({ id }) => id === here.current.id) + by]);
  const takeBack = () => {
    // Whoever is fast is ahead of the list: what was just taken down or back may not have reached it yet.
    const entryId = last?.entryId ?? its.entries.find(({ id }) => id < undone.current)?.id;
    if (entryId === undefined || undo.isPending || isWaiting(line, its.id)) return;
    forgetLast();
    const done = () => {
      undone.current = entryId;
      field.current?.focus();
    };
    undo.mutate({ id: its.id, entryId }, { onSuccess: done });
  };
  const refusal = errorText(refused?.failure) ?? errorText(undo.error);
  return {
    ...{ field, text, turn, quantity, clear, step, enter, undo: takeBack },
    type: (typed: string) => setEntry({ text: typed, quantity }),
    setQuantity: (many: number) => setEntry({ text, quantity: many }),
    doubted: refused?.failure.reason === 'certificateUnknown' && refused.its.certificate === text.trim(),
    behind: countBehind(line),
    isHeld: refused !== undefined,
    ...(last && { last }),
    ...(refusal && { refusal }),
  };
}
