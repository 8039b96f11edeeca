import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { isComposing } from '../../ui/use-keys';
import type { CheckField } from './CheckLine';
import { readFound } from './check.rules';
import type { FindingsWork } from './use-findings';

interface Place {
  index: number;
  field: CheckField;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 };

/** Checking by keys: Enter agrees and goes on, a number that differs leads to its remark, arrows go up and down. */
export function useCheckKeys({ items, find, keepUnread }: FindingsWork, goTo: (place: Place) => void) {
  const read = (index: number, text: string, agrees: boolean) => {
    const row = items[index];
    if (!row) return undefined;
    const found = agrees && text.trim() === '' ? row.item.pages : readFound(text);
    if (found === undefined) keepUnread(row, text);
    else if (found !== row.pagesFound || row.unread !== undefined) find(row, found, row.remark);
    return found;
  };
  const enter = (index: number, field: CheckField, text: string) => {
    const next: Place = { index: index + 1, field: 'found' };
    if (field === 'remark') return goTo(next);
    const found = read(index, text, true);
    if (found === undefined) goTo({ index, field });
    else goTo(found === items[index]?.item.pages ? next : { index, field: 'remark' });
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>, index: number, field: CheckField) => {
    if (isComposing(event.nativeEvent) || event.ctrlKey || event.altKey) return;
    const step = STEPS[event.key];
    if (event.key === 'Enter') enter(index, field, event.currentTarget.value);
    else if (step) goTo({ index: index + step, field });
    else return;
    event.preventDefault();
  };
  return { onKey, onFound: (index: number, text: string) => void read(index, text, false) };
}

/** Moves the focus to a field, also to one that is not drawn yet. */
export function useFocusedField(
  scroller: { current: HTMLElement | null },
  show: (index: number) => void,
  begin: number,
  last: number,
) {
  const [place, setPlace] = useState<Place>();
  const began = useRef(begin);
  useEffect(() => setPlace({ index: began.current, field: 'found' }), []);
  const reached = useRef<Place>(undefined);
  // What is not in view is drawn by the scrolling, and reached when it stands there.
  useLayoutEffect(() => {
    if (!place || reached.current === place) return;
    show(place.index);
    const field = scroller.current?.querySelector<HTMLInputElement>(`[data-check="${place.index}-${place.field}"]`);
    if (!field) return;
    reached.current = place;
    field.focus({ preventScroll: true });
    field.select();
  });
  // After the last line the keys stay on it: the field is drawn anew with what was found.
  const goTo = (next: Place) => setPlace({ index: Math.min(Math.max(0, next.index), last), field: next.field });
  return [place, goTo] as const;
}
