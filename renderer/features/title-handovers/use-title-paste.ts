import { useEffect, useRef, useState } from 'react';
import type { TitleColumn, TitlePasteReading } from '../../../shared/api/title-handover.contract';
import { client } from '../../api/client';
import { isDialogOpen } from '../../ui/use-keys';
import { type DraftRow, putIn } from './title-draft';

/** Without these a list is no list: their columns are asked for where no heading named them. */
const NEEDED: readonly TitleColumn[] = ['name', 'certificateNo', 'owner', 'quantity'];
const isPlain = ({ columns, headingRecognised }: TitlePasteReading): boolean =>
  headingRecognised && NEEDED.every((column) => columns.some(({ field }) => field === column));

/** The row that the keys are in; 0, which no row has, where they are in no field; none where they are in another one. */
function rowInFocus(): number | undefined {
  const active = document.activeElement;
  const row = active?.closest<HTMLElement>('[data-row]');
  if (row) return Number(row.dataset.row);
  return active?.matches('input, textarea') ? undefined : 0;
}

interface Asked {
  text: string;
  key: number;
  reading: TitlePasteReading;
}

/** A list of choices hears of no paste, the window does. A block of several cells becomes rows of the list; one cell is typed into its field as ever. */
export function useTitlePaste(onRows: (put: (rows: readonly DraftRow[]) => readonly DraftRow[]) => void) {
  const [asked, setAsked] = useState<Asked>();
  const [failure, setFailure] = useState<unknown>();
  const take = (key: number, reading: TitlePasteReading) => {
    setAsked(undefined);
    onRows((rows) => putIn(rows, key, reading.entries));
  };
  const read = (text: string, columns?: (TitleColumn | null)[]) =>
    client.titleHandover.readPaste({ text, ...(columns && { columns }) });
  const paste = (event: ClipboardEvent) => {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const key = rowInFocus();
    if (key === undefined || isDialogOpen() || !/[\t\n]/.test(text.trim())) return;
    event.preventDefault();
    setFailure(undefined);
    void read(text).then(
      (reading) => (isPlain(reading) ? take(key, reading) : setAsked({ text, key, reading })),
      setFailure,
    );
  };
  const latest = useRef(paste);
  latest.current = paste;
  useEffect(() => {
    const listen = (event: ClipboardEvent) => latest.current(event);
    window.addEventListener('paste', listen);
    return () => window.removeEventListener('paste', listen);
  }, []);
  const putAsked = (columns: (TitleColumn | null)[]) => {
    if (asked) void read(asked.text, columns).then((reading) => take(asked.key, reading), setFailure);
  };
  return { asked, failure, putAsked, close: () => setAsked(undefined) };
}
