import type { LedgerSums } from '../../../shared/api/ledger.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { type Columns, held } from './held-columns';
import { ON_SHELF } from './sieve';

/** The sums of each value that a column has: four numbers a value, side by side (dossiers, volumes, items, pages). */
function createSums() {
  let sums = new Float64Array(0);
  return {
    add: (column: Int32Array, { of, there, end }: Columns, by: 1 | -1) => {
      sums = withRoomFor(highestOf(column, end), sums);
      const { volumes, items, pages } = of;
      const its = sums;
      for (let at = 1; at < end; at += 1) {
        const i = 4 * (column[at] as number);
        const times = by * (there[at] as number);
        its[i] = (its[i] as number) + times;
        its[i + 1] = (its[i + 1] as number) + times * (volumes[at] as number);
        its[i + 2] = (its[i + 2] as number) + times * (items[at] as number);
        its[i + 3] = (its[i + 3] as number) + times * (pages[at] as number);
      }
    },
    /** Lowest first; only values that there are. */
    list: (): ({ value: number } & LedgerSums)[] => {
      const list = [];
      for (let value = 0; 4 * value < sums.length; value += 1) {
        const [total, volumes, items, pages] = sums.subarray(4 * value) as unknown as [number, number, number, number];
        if (total > 0) list.push({ value, total, volumes, items, pages });
      }
      return list;
    },
  };
}

/** How many dossiers each value has that a column has. */
function createCounts() {
  let counts = new Float64Array(0);
  return {
    add: (column: Int32Array, { there, end }: Columns, by: 1 | -1) => {
      counts = withRoomFor(highestOf(column, end) >> 2, counts);
      const its = counts;
      for (let at = 1; at < end; at += 1) {
        const value = column[at] as number;
        its[value] = (its[value] as number) + by * (there[at] as number);
      }
    },
    /** Lowest first. */
    values: (): number[] => [...counts.keys()].filter((value) => (counts[value] as number) > 0),
  };
}

function highestOf(column: Int32Array, end: number): number {
  let highest = 0;
  for (let at = 1; at < end; at += 1) if ((column[at] as number) > highest) highest = column[at] as number;
  return highest;
}
function withRoomFor(highest: number, list: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  if (list.length >= 4 * (highest + 1)) return list;
  const larger = new Float64Array(4 * (highest + 1));
  larger.set(list);
  return larger;
}

export type Tally = ReturnType<typeof createTally>;

/** All that stands over the ledger on a day. Each number is the total of a list; a test holds them together. */
export function createTally(today: Day) {
  const now = held(today);
  const month = held(`${today.slice(0, 7)}-01`);
  const [states, classes, years] = [createSums(), createSums(), createCounts()];
  const counts = { late: 0, receivedThisMonth: 0, dueForAppraisal: 0, withoutPlace: 0 };

  const count = ({ of, there, end }: Columns, by: 1 | -1) => {
    const { state, dueOn, receivedOn, keepUntil, appraisedOn, placeId } = of;
    let [late, received, appraisal, placeless] = [0, 0, 0, 0];
    for (let at = 1; at < end; at += 1) {
      if (there[at] !== 1) continue;
      const [due, on] = [dueOn[at] as number, receivedOn[at] as number];
      if (due > 0 && due < now) late += 1;
      if (on >= month && on <= now) received += 1;
      if (ON_SHELF[state[at] as number] !== 1) continue;
      const until = keepUntil[at] as number;
      // Nobody has decided since the term was over.
      if (until > 0 && until < now && (appraisedOn[at] as number) <= until) appraisal += 1;
      if (placeId[at] === 0) placeless += 1;
    }
    counts.late += by * late;
    counts.receivedThisMonth += by * received;
    counts.dueForAppraisal += by * appraisal;
    counts.withoutPlace += by * placeless;
  };
  return {
    /** Counts dossiers in, or out again as they were. */
    add: (columns: Columns, by: 1 | -1) => {
      states.add(columns.of.state, columns, by);
      classes.add(columns.of.classId, columns, by);
      years.add(columns.of.year, columns, by);
      count(columns, by);
    },
    now: () => ({ ...counts, states: states.list(), classes: classes.list(), years: years.values() }),
  };
}
