import type { ParsedOf } from '../../../shared/api/contract';
import type { handover, LatenessRow, StepRow } from '../../../shared/api/handover.contract';
import { type Calendar, type Day, daysBetween, workingDaysLeft } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import type { Step, StepsRepo } from './steps.repo';

interface Parts {
  steps: StepsRepo;
  calendar(): Calendar;
}

/** Days past the limit: until it was given, or until today. */
function withLateness(step: Step, today: Day, days: Calendar): StepRow {
  const until = step.givenOn ?? today;
  const late = until > step.dueOn;
  return {
    ...step,
    lateDays: late ? daysBetween(step.dueOn, until) : 0,
    lateWorkingDays: late ? workingDaysLeft(step.dueOn, until, days) : 0,
  };
}

/** One more step of a person in a month. */
function counted(row: LatenessRow, step: StepRow): LatenessRow {
  const late = step.lateDays > 0;
  const given = step.givenOn !== undefined;
  return {
    ...row,
    due: row.due + 1,
    inTime: row.inTime + Number(given && !late),
    lateGiven: row.lateGiven + Number(given && late),
    lateOpen: row.lateOpen + Number(!given && late),
    open: row.open + Number(!given && !late),
    extended: row.extended + Number(step.extendedFrom !== undefined),
    lateDays: row.lateDays + step.lateDays,
    lateWorkingDays: row.lateWorkingDays + step.lateWorkingDays,
  };
}

/** Steps by person and month of their limit, the latest month of each person first. */
export function countByPersonAndMonth(steps: readonly StepRow[]): LatenessRow[] {
  const rows = new Map<string, LatenessRow>();
  for (const step of steps) {
    const { staffId, staff } = step;
    const month = step.dueOn.slice(0, 7);
    const none = {
      due: 0,
      inTime: 0,
      lateGiven: 0,
      lateOpen: 0,
      open: 0,
      extended: 0,
      lateDays: 0,
      lateWorkingDays: 0,
    };
    const row = rows.get(`${staffId} ${month}`) ?? { staffId, staff, month, ...none };
    rows.set(`${staffId} ${month}`, counted(row, step));
  }
  return [...rows.values()].sort(
    (a, b) => a.staff.localeCompare(b.staff, 'zh') || a.staffId - b.staffId || (a.month < b.month ? 1 : -1),
  );
}

/** Who owed which handover until when, and who was late. */
export function createLateness({ steps, calendar }: Parts) {
  const inYear = (year: number) => ({ from: `${year}-01-01`, to: `${year}-12-31` });
  return {
    steps: (asked: ParsedOf<typeof handover.steps>, { today }: SignedInContext) => {
      const days = calendar();
      return {
        rows: steps.list(asked, today).map((step) => withLateness(step, today, days)),
        total: steps.count(asked, today),
      };
    },
    /** All of them, for an export. */
    allSteps: (asked: ParsedOf<typeof handover.steps>, today: Day): StepRow[] => {
      const days = calendar();
      return steps.all(asked, today).map((step) => withLateness(step, today, days));
    },
    lateness: (year: number, today: Day): LatenessRow[] => {
      const days = calendar();
      const all = steps.all({ which: 'all', ...inYear(year) }, today);
      return countByPersonAndMonth(all.map((step) => withLateness(step, today, days)));
    },
  };
}
