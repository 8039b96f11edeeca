import { useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Part } from '../../../../shared/api/dossier.contract';
import { blockOf, isBlock, shownText } from './block-text';
import type { Cell, EntryWords } from './cell-entry';
import { type Cursor, chosenKeys, MOVES, type Move, moveCursor, standing } from './grid-cursor';
import { EDITS, putText } from './grid-edits';
import type { Command, Mode } from './grid-keys';
import { type Line, linesOf } from './grid-lines';
import type { Rows } from './volume-draft';

export interface VolumeGridWork {
  rows: Rows;
  editable: boolean;
  words: EntryWords;
  partName: (part: Part) => string;
  onChange: (rows: Rows) => void;
  onUndo: () => void;
  onRedo: () => void;
  /** More than one cell was pasted. */
  onBlock: (text: string, part: Part) => void;
}

const NONE: ReadonlySet<string> = new Set();
const isMove = (command: Command): command is Move => (MOVES as readonly string[]).includes(command);

/** The grid's cursor and everything that a person can do with it. What is typed stays in the entry field until it is finished. */
export function useVolumeGrid(work: VolumeGridWork, linesPerPage: number) {
  const { rows, editable, words } = work;
  const lines = useMemo(() => linesOf(rows, editable), [rows, editable]);
  const [cursor, setCursor] = useCursor(lines);
  const entry = useEntry();
  const line = useMemo(() => lines.find((one) => one.key === cursor?.key), [lines, cursor?.key]);
  const chosen = useMemo(() => (cursor?.anchor === undefined ? NONE : chosenKeys(lines, cursor)), [lines, cursor]);
  const shown = line?.kind === 'item' && cursor ? shownText(line.row, cursor.cell, words) : '';

  const put = (cell: Cell, text: string) => {
    const done = putText(rows, line, cell, text, words);
    if (done.rows !== rows) work.onChange(done.rows);
    return done.key;
  };
  /** Ends typing and keeps what was typed. Answers the key of its row: the empty line becomes an item by it. */
  const finish = () => {
    const text = entry.end();
    return text === undefined || !cursor ? cursor?.key : put(cursor.cell, text);
  };
  const go = (move: Move): boolean => {
    if (!cursor) return false;
    const typing = entry.mode !== 'select';
    const moved = moveCursor(lines, cursor, move, linesPerPage);
    const key = finish();
    setCursor(key === undefined || key === cursor.key ? moved : fromNewItem(moved, cursor.key, key, move));
    return typing || moved !== cursor;
  };
  const choose = (next: Cursor) => {
    finish();
    setCursor(next);
    entry.field.current?.focus({ preventScroll: true });
  };
  const change = (command: Command) => {
    if (command === 'undo') return work.onUndo();
    if (command === 'redo') return work.onRedo();
    if (command === 'open') return entry.begin('edit', shown);
    if (command === 'clear') return void (shown !== '' && cursor && put(cursor.cell, ''));
    const edited = cursor && EDITS[command]?.({ rows, lines, cursor });
    if (!edited) return;
    if (edited.rows !== rows) work.onChange(edited.rows);
    setCursor(edited.cursor);
  };
  /** Does what a key asks for; `false`: the key is free for the page (Tab at the end of the grid). */
  const run = (command: Command): boolean => {
    if (isMove(command)) return go(command);
    if (command === 'cancel') entry.end();
    else if (command === 'chooseLine') cursor && setCursor({ ...cursor, anchor: cursor.key });
    else if (editable) change(command);
    return true;
  };
  const copied = () => (chosen.size > 0 ? blockOf(lines, chosen, words, work.partName) : shown);
  const paste = (text: string) => {
    if (!cursor || !editable || !line) return;
    if (isBlock(text)) work.onBlock(text, line.part);
    else setCursor({ key: put(cursor.cell, text.replace(/\r?\n$/, '')) ?? cursor.key, cell: cursor.cell });
  };

  return { lines, cursor, shown, chosen, entry, run, finish, choose, copied, paste };
}

export type VolumeGridState = ReturnType<typeof useVolumeGrid>;

/**
 * The item just made is not among the lines yet: going on in its row needs its key, and below it is the empty line that it was
 * typed into.
 */
function fromNewItem(moved: Cursor, entry: string, made: string, move: Move): Cursor {
  if (move === 'below' || move === 'down') return { ...moved, key: entry };
  return moved.key === entry ? { ...moved, key: made } : moved;
}

/** The cursor, which never stands on a line that is not there any more. */
function useCursor(lines: readonly Line[]) {
  const seen = useRef(lines);
  const [wanted, setCursor] = useState<Cursor>();
  const cursor = useMemo(() => standing(lines, wanted, seen.current), [lines, wanted]);
  useLayoutEffect(() => {
    seen.current = lines;
    if (cursor !== wanted) setCursor(cursor);
  }, [lines, cursor, wanted]);
  return [cursor, setCursor] as const;
}

/** The field that lies over the selected cell: empty while the cell is only selected. */
function useEntry() {
  const field = useRef<HTMLInputElement>(null);
  const [mode, setMode] = useState<Mode>('select');
  const begin = (next: Mode, text?: string) => {
    if (field.current && text !== undefined) field.current.value = text;
    setMode(next);
  };
  /** Answers what was typed; `undefined` when nothing was. */
  const end = (): string | undefined => {
    const text = field.current?.value;
    if (field.current) field.current.value = '';
    setMode('select');
    return mode === 'select' ? undefined : text;
  };
  return { field, mode, begin, end };
}
