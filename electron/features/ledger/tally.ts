import type { LedgerSums } from '../../../shared/api/ledger.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { type HeldColumns, held } from './held-columns';
import { ON_SHELF } from './sieve';

/** The sums of each value that a column has. */
function createSums(column: Int32Array, end: number) {
  let highest = 0;
  for (let id = 1; id < end; id += 1) if ((column[id] as number) > highest) highest = column[id] as number;
  // Four numbers a value, side by side: dossiers, volumes, items, pages.
  const sums = new Float64Array(4 * (highest + 1));
  const at = (value: number, i: number) => sums[4 * value + i] as number;
  return {
    add: (value: number, volumes: number, items: number, pages: number) => {
      const i = 4 * value;
      sums[i] = (sums[i] as number) + 1;
      sums[i + 1] = (sums[i + 1] as number) + volumes;
      sums[i + 2] = (sums[i + 2] as number) + items;
      sums[i + 3] = (sums[i + 3] as number) + pages;
    },
    /** Lowest first; only values that there are. */
    list: (): ({ value: number } & LedgerSums)[] =>
      Array.from({ length: highest + 1 }, (_, value) => value)
        .filter((value) => at(value, 0) > 0)
        .map((value) => ({
          value,
          total: at(value, 0),
          volumes: at(value, 1),
          items: at(value, 2),
          pages: at(value, 3),
        })),
  };
}

/** All that stands over the ledger, counted in one go. Each number is the total of a list; a test holds them together. */
export function tally({ of, there, end }: HeldColumns, today: Day) {
  const now = held(today);
  const month = held(`${today.slice(0, 7)}-01`);
  const [states, classes, years] = [createSums(of.state, end), createSums(of.classId, end), createSums(of.year, end)];
  const counts = { late: 0, receivedThisMonth: 0, dueForAppraisal: 0, withoutPlace: 0 };
  for (let id = 1; id < end; id += 1) {
    if (there[id] !== 1) continue;
    const state = of.state[id] as number;
    const [volumes, items, pages] = [of.volumes[id] as number, of.items[id] as number, of.pages[id] as number];
    states.add(state, volumes, items, pages);
    classes.add(of.classId[id] as number, volumes, items, pages);
    years.add(of.year[id] as number, volumes, items, pages);
    const due = of.dueOn[id] as number;
    if (due > 0 && due < now) counts.late += 1;
    const received = of.receivedOn[id] as number;
    if (received >= month && received <= now) counts.receivedThisMonth += 1;
    if (ON_SHELF[state] !== 1) continue;
    const until = of.keepUntil[id] as number;
    // Nobody has decided since the term was over.
    if (until > 0 && until < now && (of.appraisedOn[id] as number) <= until) counts.dueForAppraisal += 1;
    if (of.placeId[id] === 0) counts.withoutPlace += 1;
  }
  return { ...counts, states: states.list(), classes: classes.list(), years: years.list() };
}
