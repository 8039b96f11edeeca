import { TITLE_PLACES } from '../../../shared/api/title.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Moved } from './stock';
import type { Spot } from './title.rules';

export const NOWHERE = -1;

/** A spot as one number: first the places, then the compartments of the safes. */
const codeOf = (place: Spot['place'], compartmentId: number | undefined): number =>
  compartmentId === undefined ? TITLE_PLACES.indexOf(place) : TITLE_PLACES.length + compartmentId;
const PLACES: readonly Spot[] = TITLE_PLACES.map((place) => ({ place, compartmentId: undefined }));
export const spotOf = (code: number): Spot =>
  PLACES[code] ?? { place: 'safe', compartmentId: code - TITLE_PLACES.length };

export const OUTSIDE = codeOf('outside', undefined);

type Column = 'id' | 'slipId' | 'title' | 'quantity' | 'from' | 'to' | 'day' | 'next';
type Columns = Readonly<Record<Column, Float64Array>>;
const NAMES: readonly Column[] = ['id', 'slipId', 'title', 'quantity', 'from', 'to', 'day', 'next'];
const columnsOf = (length: number, of?: Columns): Columns =>
  Object.fromEntries(
    NAMES.map((name) => {
      const column = new Float64Array(length);
      if (of) column.set(of[name]);
      return [name, column];
    }),
  ) as Record<Column, Float64Array>;

export interface Moves {
  add(its: Moved): void;
  /** To be added to without this one knowing of it. */
  copy(): Moves;
  columns(): Columns;
  count(): number;
  /** Titles are numbered in the order in which they came. */
  titles(): number;
  titleId(title: number): number;
  titleAt(titleId: number): number | undefined;
  firstOf(title: number): number;
  nextOf(at: number): number;
  lastOf(title: number): number;
  lastId(): number;
  dayAt(at: number): Day;
  /** For each spot by its number: 1 inside those compartments, 0 elsewhere. */
  insideOf(compartments: ReadonlySet<number>): Uint8Array;
}

/** Movements as columns of numbers, each title's chained one to the next: a hundred thousand are gone through in a few milliseconds. */
export function createMoves(from?: {
  columns: Columns;
  count: number;
  ids: readonly number[];
  ends: readonly [number, number][];
}): Moves {
  let columns = columnsOf(from ? from.columns.id.length : 256, from?.columns);
  let count = from?.count ?? 0;
  const ids = [...(from?.ids ?? [])];
  const titles = new Map(ids.map((id, at) => [id, at]));
  /** First and last movement of each title. */
  const ends = (from?.ends ?? []).map((its): [number, number] => [...its]);

  /** Days as texts, made once. */
  const days = new Map<number, Day>();

  const titleFor = (titleId: number): number => {
    const known = titles.get(titleId);
    if (known !== undefined) return known;
    titles.set(titleId, ids.length);
    ids.push(titleId);
    ends.push([NOWHERE, NOWHERE]);
    return ids.length - 1;
  };

  const add = (its: Moved): void => {
    if (count === columns.id.length) columns = columnsOf(count * 2, columns);
    const title = titleFor(its.titleId);
    const at = count;
    count += 1;
    const row: Record<Column, number> = {
      ...{ id: its.id, slipId: its.slipId, title, quantity: its.quantity, next: NOWHERE },
      from: codeOf(its.fromPlace, its.fromCompartmentId),
      to: codeOf(its.toPlace, its.toCompartmentId),
      day: Number(its.movedOn.replaceAll('-', '')),
    };
    for (const name of NAMES) columns[name][at] = row[name];
    const end = ends[title];
    if (!end) return;
    if (end[0] === NOWHERE) end[0] = at;
    else columns.next[end[1]] = at;
    end[1] = at;
  };

  return {
    add,
    copy: () => createMoves({ columns, count, ids, ends }),
    columns: () => columns,
    count: () => count,
    titles: () => ids.length,
    titleId: (title: number): number => ids[title] ?? 0,
    titleAt: (titleId: number): number | undefined => titles.get(titleId),
    firstOf: (title: number): number => ends[title]?.[0] ?? NOWHERE,
    lastOf: (title: number): number => ends[title]?.[1] ?? NOWHERE,
    nextOf: (at: number): number => columns.next[at] ?? NOWHERE,
    lastId: (): number => (count === 0 ? 0 : (columns.id[count - 1] ?? 0)),
    dayAt: (at: number): Day => {
      const day = columns.day[at] ?? 0;
      const known = days.get(day);
      if (known !== undefined) return known;
      const text = String(day);
      const made = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;
      days.set(day, made);
      return made;
    },
    insideOf: (compartments: ReadonlySet<number>): Uint8Array => {
      const found = new Uint8Array(TITLE_PLACES.length + 1 + Math.max(0, ...compartments));
      for (const id of compartments) found[codeOf('safe', id)] = 1;
      return found;
    },
  };
}
