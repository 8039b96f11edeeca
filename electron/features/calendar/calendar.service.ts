import type {
  CalendarYear,
  calendar,
  KnownYears,
  NoticeReading,
  SpecialDay,
} from '../../../shared/api/calendar.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { CalendarRepo } from './calendar.repo';
import { lastKnownYear, readNotice } from './calendar.rules';

interface Parts {
  repo: CalendarRepo;
  commit: Commit;
  /** Works out anew the deadlines of all that is underway; answers how many moved. Runs inside the commit. */
  remindAll(): number;
}

export type CalendarService = ReturnType<typeof createCalendarService>;

export function createCalendarService({ repo, commit, remindAll }: Parts) {
  /** Days of the year that the notice does not have; a notice takes the place of all that stood there. */
  const leftOut = (year: number, days: readonly SpecialDay[]) => {
    const named = new Set(days.map(({ day }) => day));
    return repo.daysOf(year).filter(({ day }) => !named.has(day));
  };
  const read = ({ text, year }: ParsedOf<typeof calendar.readNotice>): NoticeReading => {
    const reading = readNotice(text, year);
    return { ...reading, removed: reading.year === undefined ? 0 : leftOut(reading.year, reading.days).length };
  };
  return {
    years: (): KnownYears => {
      const years = repo.knownYears();
      return { years, knownUntilYear: lastKnownYear(years) };
    },
    show: (year: number): CalendarYear => {
      const source = repo.sourceOf(year);
      return { year, ...(source && { source }), days: repo.daysOf(year) };
    },
    mark: (input: ParsedOf<typeof calendar.mark>, ctx: SignedInContext) =>
      commit(ctx, 'calendar.mark', input, () => {
        repo.mark(input);
        return { recomputed: remindAll() };
      }),
    clear: (input: ParsedOf<typeof calendar.clear>, ctx: SignedInContext) =>
      commit(ctx, 'calendar.clear', input, () => {
        if (!repo.clear(input.day)) throw new AppError('notFound', 'noSuchHoliday', { day: input.day });
        return { recomputed: remindAll() };
      }),
    declareYear: (input: ParsedOf<typeof calendar.declareYear>, ctx: SignedInContext): void =>
      commit(ctx, 'calendar.declareYear', input, () =>
        input.known ? repo.know(input.year, 'hand') : repo.forget(input.year),
      ),
    readNotice: read,
    takeNotice: (input: ParsedOf<typeof calendar.takeNotice>, ctx: SignedInContext) => {
      const { year, days, unread } = readNotice(input.text, input.year);
      if (year === undefined) throw new AppError('invalid', 'noticeWithoutYear');
      if (unread.length > 0) throw new AppError('invalid', 'noticeUnread', { count: unread.length });
      if (days.length === 0) throw new AppError('invalid', 'noticeEmpty');
      const recomputed = commit(ctx, 'calendar.takeNotice', { year, text: input.text }, () => {
        for (const { day } of leftOut(year, days)) repo.clear(day);
        for (const day of days) repo.mark(day);
        repo.know(year, 'notice');
        return remindAll();
      });
      return { year, days: days.length, recomputed };
    },
  };
}
