import type { LedgerSums } from '../../../shared/api/ledger.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { type Columns, held } from './held-columns';
import { ON_SHELF } from './sieve';

/** The sums of each value that a column has. */
function createSums() {
  // Four numbers a value, side by side: dossiers, volumes, items, pages.
  let sums = new Float64Array(0);
  const makeRoom = (column: Int32Array, end: number) => {
    let highest = 0;
    for (let at = 1; at < end; at += 1) if ((column[at] as number) > highest) highest = column[at] as number;
    if (sums.length >= 4 * (highest + 1)) return;
    const larger = new Float64Array(4 * (highest + 1));
    larger.set(sums);
    sums = larger;
  };
  return {
    add: (column: Int32Array, { of, there, end }: Columns, by: 1 | -1) => {
      makeRoom(column, end);
      const { volumes, items, pages } = of;
      for (let at = 1; at < end; at += 1) {
        if (there[at] !== 1) continue;
        const i = 4 * (column[at] as number);
        sums[i] = (sums[i] as number) + by;
        sums[i + 1] = (sums[i + 1] as number) + by * (volumes[at] as number);
        sums[i + 2] = (sums[i + 2] as number) + by * (items[at] as number);
        sums[i + 3] = (sums[i + 3] as number) + by * (pages[at] as number);
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

export type Tally = ReturnType<typeof createTally>;

/** All that stands over the ledger on a day. Each number is the total of a list; a test holds them together. */
export function createTally(today: Day) {
  const now = held(today);
  const month = held(`${today.slice(0, 7)}-01`);
  const [states, classes, years] = [createSums(), createSums(), createSums()];
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
    now: () => ({ ...counts, states: states.list(), classes: classes.list(), years: years.list() }),
  };
}
