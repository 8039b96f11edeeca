import { useMemo, useRef } from 'react';
import { useDraft } from '../../app/session.store';
import { useSettled } from '../../ui/use-settled';
import { blockOf, type DraftRow, type TitleDraft, withEnd } from './title-draft';
import { useReading, useToday } from './title-handovers.queries';

const EMPTY: TitleDraft = { rows: [] };
/** Where what is typed into a new list is kept. */
export const NEW_LIST = 'titleHandover/new';
/** As long as a person pauses between two letters. */
const PAUSE_MS = 150;

/** A list that is being typed: kept until it is handed over, read by main after each pause. */
export function useNewList() {
  const { draft, isKept, keep, drop } = useDraft<TitleDraft>(NEW_LIST, EMPTY);
  const today = useToday();
  const rows = useMemo(() => withEnd(draft.rows), [draft.rows]);
  const text = useMemo(() => blockOf(rows), [rows]);
  const settled = useSettled(text, PAUSE_MS);
  const { data: reading, isPlaceholderData, error } = useReading(settled);
  const faults = useMemo(
    () => new Map(reading?.refused.map(({ line, faults: its }) => [line - 2, its] as const)),
    [reading],
  );
  const titles = useMemo(() => reading?.titles.map(({ line: _, ...its }) => its) ?? [], [reading]);
  const latest = useRef(draft);
  latest.current = draft;
  return {
    rows,
    faults,
    titles,
    pieces: titles.reduce((sum, { quantity }) => sum + quantity, 0),
    /** What was read is what stands there now. */
    isRead: reading !== undefined && !isPlaceholderData && settled === text,
    failure: error,
    isKept,
    drop,
    projectId: draft.projectId,
    obtainedOn: draft.obtainedOn ?? today ?? '',
    chooseProject: (projectId: number) => keep({ ...draft, projectId }),
    obtain: (obtainedOn: string) => keep({ ...draft, obtainedOn }),
    /** Also for what comes later than it was asked for: a block that main has read meanwhile. */
    changeRows: (put: (rows: readonly DraftRow[]) => readonly DraftRow[]) =>
      keep({ ...latest.current, rows: put(withEnd(latest.current.rows)) }),
  };
}
