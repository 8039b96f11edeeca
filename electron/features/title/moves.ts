import type { TitlePlace } from '../../../shared/api/title-fields';
import { TITLE_PLACES } from '../../../shared/api/title-fields';
import type { Day } from '../../../shared/calendar/working-days';
import type { Spot } from './title.rules';

/** A movement as it is summed up. */
export interface Moved {
  id: number;
  slipId: number;
  titleId: number;
  quantity: number;
  fromPlace: TitlePlace;
  fromCompartmentId?: number | undefined;
  toPlace: TitlePlace;
  toCompartmentId?: number | undefined;
  movedOn: Day;
}

export const NOWHERE = -1;

/** A spot as one number: first the places, then the compartments of the safes. */
const codeOf = (place: Spot['place'], compartmentId: number | undefined): number =>
  compartmentId === undefined ? (CODES.get(place) ?? 0) : TITLE_PLACES.length + compartmentId;
const CODES = new Map(TITLE_PLACES.map((place, code) => [place, code]));
const PLACES: readonly Spot[] = TITLE_PLACES.map((place) => ({ place, compartmentId: undefined }));
export const spotOf = (code: number): Spot =>
  PLACES[code] ?? { place: 'safe', compartmentId: code - TITLE_PLACES.length };

export const OUTSIDE = codeOf('outside', undefined);

type Column = 'id' | 'slipId' | 'title' | 'quantity' | 'from' | 'to' | 'day' | 'before';
type Columns = Readonly<Record<Column, Int32Array>>;
const NAMES: readonly Column[] = ['id', 'slipId', 'title', 'quantity', 'from', 'to', 'day', 'before'];
const columnsOf = (length: number, of?: Columns): Columns =>
  Object.fromEntries(
    NAMES.map((name) => {
      const column = new Int32Array(length);
      if (of) column.set(of[name]);
      return [name, column];
    }),
  ) as Record<Column, Int32Array>;

/** 2026-03-02 as 20260302: days are compared as often as there are movements. */
export const numberOf = (day: Day): number => Number(day.replaceAll('-', ''));

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
  /** Its last movement; `before` leads from each to the one before. */
  lastOf(title: number): number;
  /** Has each of its movements taken all of it? Then it lies where the last one took it. */
  isWhole(title: number): boolean;
  lastId(): number;
  dayAt(at: number): Day;
  /** For each spot by its number: 1 inside those compartments, 0 elsewhere. */
  insideOf(compartments: ReadonlySet<number>): Uint8Array;
}

interface Kept {
  columns: Columns;
  count: number;
  ids: readonly number[];
  lasts: readonly number[];
  wholes: readonly boolean[];
}

/** Movements as columns of numbers, each title's chained one to the one before: many thousands are gone through in milliseconds. */
export function createMoves(kept?: Kept): Moves {
  let columns = columnsOf(kept ? kept.columns.id.length : 256, kept?.columns);
  let count = kept?.count ?? 0;
  const ids = [...(kept?.ids ?? [])];
  const titles = new Map(ids.map((id, at) => [id, at]));
  const lasts = [...(kept?.lasts ?? [])];
  const wholes = [...(kept?.wholes ?? [])];
  /** Days as texts, made once. */
  const days = new Map<number, Day>();
  let lastDay = { text: '', number: 0 };

  const titleFor = (titleId: number): number => {
    const known = titles.get(titleId);
    if (known !== undefined) return known;
    titles.set(titleId, ids.length);
    ids.push(titleId);
    lasts.push(NOWHERE);
    wholes.push(true);
    return ids.length - 1;
  };
  /** Many movements follow each other on the same day. */
  const dayNumber = (day: Day): number => {
    if (day !== lastDay.text) lastDay = { text: day, number: numberOf(day) };
    return lastDay.number;
  };

  const add = (its: Moved): void => {
    if (count === columns.id.length) columns = columnsOf(count * 2, columns);
    const title = titleFor(its.titleId);
    const at = count;
    count += 1;
    const before = lasts[title] ?? NOWHERE;
    const from = codeOf(its.fromPlace, its.fromCompartmentId);
    columns.id[at] = its.id;
    columns.slipId[at] = its.slipId;
    columns.title[at] = title;
    columns.quantity[at] = its.quantity;
    columns.from[at] = from;
    columns.to[at] = codeOf(its.toPlace, its.toCompartmentId);
    columns.day[at] = dayNumber(its.movedOn);
    columns.before[at] = before;
    lasts[title] = at;
    const goesOn =
      before === NOWHERE ? from === OUTSIDE : columns.to[before] === from && columns.quantity[before] === its.quantity;
    if (!goesOn) wholes[title] = false;
  };

  return {
    add,
    copy: () => createMoves({ columns, count, ids, lasts, wholes }),
    columns: () => columns,
    count: () => count,
    titles: () => ids.length,
    titleId: (title: number): number => ids[title] ?? 0,
    titleAt: (titleId: number): number | undefined => titles.get(titleId),
    lastOf: (title: number): number => lasts[title] ?? NOWHERE,
    isWhole: (title: number): boolean => wholes[title] ?? false,
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
