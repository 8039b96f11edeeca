import { type DossierItem, type ItemInput, PARTS, type Part } from '../../../../shared/api/dossier.contract';
import { CELLS, type Cell, EMPTY_ITEM, type EntryWords, type Fault, type ItemValues, readCell } from './cell-entry';

/**
 * A row of the in-volume list as it stands on screen. `values` are what can be written; `typed` holds the cells whose text
 * cannot be read yet, exactly as typed, until somebody mends them.
 */
export interface Row {
  readonly key: string;
  readonly part: Part;
  readonly values: ItemValues;
  readonly typed: Readonly<Partial<Record<Cell, { text: string; fault: Fault }>>>;
}

export type Rows = readonly Row[];
/** The ledger's id of each row that it knows, by the row's key. Outside the rows, so that an undone row finds its id again. */
export type Ids = Readonly<Record<string, number>>;

/** A key for a row that the ledger does not know yet; of its own also beside rows kept from an earlier run. */
export const newKey = (): string => `new-${crypto.randomUUID()}`;

const valuesOf = (item: DossierItem): ItemValues => ({
  title: item.title,
  documentNo: item.documentNo,
  datedOn: item.datedOn,
  responsible: item.responsible,
  originality: item.originality,
  copies: item.copies,
  pages: item.pages,
  signatureComplete: item.signatureComplete,
  remarks: item.remarks,
  volume: item.volume,
});

/** Rows part by part, as they are numbered and written. */
export const inPartOrder = (rows: Rows): Row[] => PARTS.flatMap((part) => rows.filter((row) => row.part === part));

/** The list that the ledger has, as rows; rows that were on screen keep their keys. */
export function rowsOf(items: readonly DossierItem[], ids: Ids = {}): { rows: Row[]; ids: Ids } {
  const keyOf = new Map(Object.entries(ids).map(([key, id]) => [id, key]));
  const rows = items.map((item) => ({
    key: keyOf.get(item.id) ?? `item-${item.id}`,
    part: item.part,
    values: valuesOf(item),
    typed: {},
  }));
  const known = items.map((item, index) => [rows[index]?.key ?? '', item.id] as const);
  return { rows: inPartOrder(rows), ids: { ...ids, ...Object.fromEntries(known) } };
}

export const newRow = (part: Part, values: Partial<ItemValues> = {}): Row => ({
  key: newKey(),
  part,
  values: { ...EMPTY_ITEM, ...values },
  typed: {},
});

/** Nothing was ever typed into it: it is neither written nor faulty. */
export const isBlank = (row: Row): boolean =>
  Object.keys(row.typed).length === 0 && CELLS.every((cell) => row.values[cell] === EMPTY_ITEM[cell]);

/** Types `text` into a cell. What cannot be read stays as typed; the value from before remains the written one. */
export function typeInto(row: Row, cell: Cell, text: string, words: EntryWords): Row {
  const reading = readCell(cell, text, words);
  const { [cell]: _mended, ...typed } = row.typed;
  if ('fault' in reading) return { ...row, typed: { ...typed, [cell]: { text, fault: reading.fault } } };
  return { ...row, values: { ...row.values, ...reading.value }, typed };
}

export const exchange = (rows: Rows, changed: Row): Row[] =>
  rows.map((row) => (row.key === changed.key ? changed : row));

/** Puts a row behind the row with `key`, or at the end of its part. */
export function insertBelow(rows: Rows, added: Row, key?: string): Row[] {
  const at = rows.findIndex((row) => row.key === key);
  return inPartOrder(at === -1 ? [...rows, added] : rows.toSpliced(at + 1, 0, added));
}

/**
 * Volumes follow each other without a gap, whatever was put in, moved or taken out: a row that has slipped behind a later volume
 * goes with it, and where a volume has no paper left the later ones move up. The same list comes back when it is so already.
 */
export function bindAnew(rows: Rows): Rows {
  let last = 0;
  let volume = 0;
  const bound = inPartOrder(rows).map((row) => {
    if (row.part === 'annex') return bindIn(row, Math.min(row.values.volume, Math.max(volume, 1)));
    if (volume === 0 || row.values.volume > last) volume += 1;
    last = Math.max(last, row.values.volume);
    return bindIn(row, volume);
  });
  return bound.every((row, index) => row === rows[index]) ? rows : bound;
}

const bindIn = (row: Row, volume: number): Row =>
  row.values.volume === volume ? row : { ...row, values: { ...row.values, volume } };

/** A new volume begins with this row; where it does already, the volume goes back into the one before it. */
export function beginVolume(rows: Rows, key: string): Rows {
  const coded = inPartOrder(rows).filter(({ part }) => part !== 'annex');
  const at = coded.findIndex((row) => row.key === key);
  const [before, row] = [coded[at - 1], coded[at]];
  if (!before || !row) return rows;
  const step = row.values.volume > before.values.volume ? -1 : 1;
  const later = new Set(coded.slice(at).map((one) => one.key));
  return bindAnew(rows.map((one) => (later.has(one.key) ? bindIn(one, one.values.volume + step) : one)));
}

export const removeRows = (rows: Rows, keys: ReadonlySet<string>): Row[] => rows.filter((row) => !keys.has(row.key));

/**
 * Moves rows that stand together one place up or down; at the edge of their part into the part before or after it.
 * The same list comes back where there is nowhere to go.
 */
export function moveRows(rows: Rows, keys: ReadonlySet<string>, step: -1 | 1): Rows {
  const first = rows.findIndex((row) => keys.has(row.key));
  const moved = rows.filter((row) => keys.has(row.key));
  const edge = step === -1 ? moved[0] : moved.at(-1);
  if (!edge) return rows;
  const neighbour = rows[step === -1 ? first - 1 : first + moved.length];
  if (neighbour?.part === edge.part) {
    const { volume } = neighbour.values;
    return removeRows(rows, keys).toSpliced(first + step, 0, ...moved.map((row) => bindIn(row, volume)));
  }
  const part = PARTS[PARTS.indexOf(edge.part) + step];
  if (!part) return rows;
  const own = moved.filter((row) => row.part === edge.part);
  const others = rows.filter((row) => !own.includes(row));
  const crossed = own.map((row) => ({ ...row, part }));
  return inPartOrder(step === -1 ? [...others, ...crossed] : [...crossed, ...others]);
}

/** Can this row be written? A new row needs its title; a row that the ledger has keeps the title that it had. */
const isWritable = (row: Row): boolean => row.values.title !== '';

export interface RowFault {
  key: string;
  cell: Cell;
  text: string;
  fault: Fault;
}

/** Why a cell of this row is not written, with what stands in it. */
export function faultOf(row: Row, cell: Cell): { text: string; fault: Fault } | undefined {
  const untitled = cell === 'title' && row.values.title === '' && !isBlank(row);
  return row.typed[cell] ?? (untitled ? { text: '', fault: 'titleMissing' } : undefined);
}

/** Everything on screen that is not written because it cannot be read, in the order of the list. */
export const faultsOf = (rows: Rows): RowFault[] =>
  rows.flatMap((row) =>
    CELLS.flatMap((cell) => {
      const held = faultOf(row, cell);
      return held ? [{ key: row.key, cell, ...held }] : [];
    }),
  );

/** The rows that a write takes, part by part, as `compile` wants them. */
export function listToWrite(rows: Rows, ids: Ids): { keys: string[]; items: ItemInput[] } {
  const written = bindAnew(inPartOrder(rows).filter(isWritable));
  return {
    keys: written.map((row) => row.key),
    items: written.map((row) => ({ id: ids[row.key], part: row.part, ...row.values })),
  };
}

/** Do two lists write the same? Cells that cannot be read and blank rows make no difference. */
export function writesTheSame(one: Rows, other: Rows): boolean {
  if (one === other) return true;
  const [a, b] = [inPartOrder(one).filter(isWritable), inPartOrder(other).filter(isWritable)];
  return (
    a.length === b.length &&
    a.every((row, index) => {
      const like = b[index];
      if (row === like) return true;
      return (
        like !== undefined && row.key === like.key && row.part === like.part && sameValues(row.values, like.values)
      );
    })
  );
}

const sameValues = (one: ItemValues, other: ItemValues): boolean =>
  one === other || (one.volume === other.volume && CELLS.every((cell) => one[cell] === other[cell]));

/**
 * Puts what was changed here (`mine` against `base`) onto the list that somebody else has written meanwhile: cells changed
 * here win, rows added here stay behind the row they followed, rows removed here go.
 */
export function putOnto(theirs: Rows, base: Rows, mine: Rows): Row[] {
  const before = new Map(base.map((row) => [row.key, row]));
  const here = new Map(mine.map((row) => [row.key, row]));
  const kept = theirs.filter((row) => here.has(row.key) || !before.has(row.key));
  let merged: Row[] = kept.map((row) => withOwnChanges(row, before.get(row.key), here.get(row.key)));
  const there = new Set(theirs.map((row) => row.key));
  mine.forEach((row, index) => {
    if (there.has(row.key) || (before.has(row.key) && !isChanged(row, before.get(row.key)))) return;
    const previous = mine[index - 1];
    merged = insertBelow(merged, row, previous?.part === row.part ? previous.key : undefined);
  });
  return [...bindAnew(inPartOrder(merged))];
}

function withOwnChanges(theirs: Row, before: Row | undefined, mine: Row | undefined): Row {
  if (!mine || !before) return theirs;
  const own = CELLS.filter((cell) => mine.values[cell] !== before.values[cell]);
  const volume = mine.values.volume === before.values.volume ? theirs.values.volume : mine.values.volume;
  const values = { ...theirs.values, ...Object.fromEntries(own.map((cell) => [cell, mine.values[cell]])), volume };
  return { ...theirs, part: mine.part === before.part ? theirs.part : mine.part, values, typed: mine.typed };
}

const isChanged = (row: Row, before: Row | undefined): boolean =>
  before === undefined || !sameValues(row.values, before.values) || Object.keys(row.typed).length > 0;

/** Earlier and later lists: undo and redo write them again. */
export interface Steps {
  readonly past: readonly Rows[];
  readonly now: Rows;
  readonly future: readonly Rows[];
}

const MOST_STEPS = 200;

export const firstStep = (rows: Rows): Steps => ({ past: [], now: rows, future: [] });

export const step = (steps: Steps, now: Rows): Steps =>
  now === steps.now ? steps : { past: [...steps.past, steps.now].slice(-MOST_STEPS), now, future: [] };

export function undo(steps: Steps): Steps {
  const now = steps.past.at(-1);
  return now ? { past: steps.past.slice(0, -1), now, future: [steps.now, ...steps.future] } : steps;
}

export function redo(steps: Steps): Steps {
  const [now, ...future] = steps.future;
  return now ? { past: [...steps.past, steps.now], now, future } : steps;
}
