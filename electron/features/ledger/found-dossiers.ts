import type { Database } from 'better-sqlite3';
import type { LedgerSums } from '../../../shared/api/ledger.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { createIndexWatch } from '../../search/standing';
import type { Columns, HeldColumns } from './held-columns';
import type { HeldLedger } from './held-ledger';
import { asksPlace, createLookUp } from './look-up';
import { type LedgerFilter, sieve, sumsOf } from './sieve';

/** Filters whose dossiers are kept: a megabyte each where there are a million. */
const KEPT_FILTERS = 24;
/** Dossiers that there can be more of before the marks are copied. */
const SPARE = 1_000;

interface Now {
  columns: HeldColumns;
  version: number;
}
/** What a filter finds. */
export interface Found {
  version: number;
  /** 1 at the id of each dossier that is found. */
  marks: Uint8Array;
  sums: LedgerSums;
}

interface Known {
  filter: LedgerFilter;
  today: Day;
  found: Found;
}

const asksNothing = ({ text, lateOnly, ...others }: LedgerFilter) =>
  text === '' && !lateOnly && Object.values(others).every((value) => value === undefined);
const SUMMED = ['total', 'volumes', 'items', 'pages'] as const;

/** Finds the dossiers of a filter; what it found is kept and follows what changes, dossier by dossier. */
export function createFoundDossiers(db: Database, held: HeldLedger) {
  const lookUp = createLookUp(db, held);
  const known = new Map<string, Known>();
  const hasIndexMoved = createIndexWatch(db);

  const find = (filter: LedgerFilter, now: Now, today: Day): Found => {
    const marks = new Uint8Array(now.columns.end + SPARE);
    sieve(marks, now.columns, filter, lookUp(filter, now), today);
    return { version: now.version, marks, sums: sumsOf(marks, now.columns) };
  };
  const add = (sums: LedgerSums, columns: Columns, marks: Uint8Array, by: 1 | -1) => {
    const its = sumsOf(marks, columns);
    for (const name of SUMMED) sums[name] += by * its[name];
  };
  /** Puts right what has changed since; `undefined` where that is not known or too much. */
  const followed = ({ version, marks, sums }: Found, filter: LedgerFilter, now: Now, today: Day): Found | undefined => {
    const since = held.since(version);
    if (!since || marks.length < now.columns.end || (asksPlace(filter) && since.renamed.has('place'))) return undefined;
    const { ids, before, after } = since;
    const were = Uint8Array.from([0, ...ids.map((id) => marks[id] ?? 0)]);
    const are = new Uint8Array(ids.length + 1);
    sieve(are, after, filter, lookUp(filter, now, ids), today);
    add(sums, before, were, -1);
    add(sums, after, are, 1);
    for (const [i, id] of ids.entries()) marks[id] = are[i + 1] as number;
    return { version: now.version, marks, sums };
  };

  return {
    /** `undefined` where nothing is asked: that is all of them. */
    by: (filter: LedgerFilter, now: Now, today: Day): Found | undefined => {
      if (asksNothing(filter)) return undefined;
      if (hasIndexMoved()) known.clear();
      const key = JSON.stringify([filter, today]);
      const before = known.get(key)?.found;
      // What could not be put right to the end is not taken for it.
      known.delete(key);
      const isNow = before?.version === now.version;
      const found = isNow ? before : ((before && followed(before, filter, now, today)) ?? find(filter, now, today));
      known.set(key, { filter, today, found });
      for (const [oldest] of known) if (known.size > KEPT_FILTERS) known.delete(oldest);
      return found;
    },
    /** Puts right, one after the other, what has fallen behind by more than so many changes; what cannot be is forgotten. */
    *keepUp(behind: number, now: () => Now): Generator<void> {
      for (const [key, its] of known) {
        if (hasIndexMoved()) known.clear();
        if (!known.has(key)) return;
        const at = now();
        if (at.version - its.found.version <= behind) continue;
        const found = followed(its.found, its.filter, at, its.today);
        if (found) its.found = found;
        else known.delete(key);
        yield;
      }
    },
  };
}
