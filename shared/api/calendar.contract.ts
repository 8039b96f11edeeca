import { z } from 'zod';
import type { Day } from '../calendar/working-days';
import { command, query } from './contract';
import { day, nothing, prose, requiredLine } from './fields';

export const DAY_KINDS = ['holiday', 'workday'] as const;
/** A day off that a notice gives, or a weekend day that it makes a working day. */
export type DayKind = (typeof DAY_KINDS)[number];

/** A day that differs from Monday-to-Friday, or whose being free the notice says. */
export interface SpecialDay {
  day: Day;
  kind: DayKind;
  name: string;
}

/** Where a year's days come from: with the program, from a pasted notice, or declared complete by hand. */
export type YearSource = 'shipped' | 'notice' | 'hand';

export interface KnownYears {
  /** Years whose days are known, from the first to the last. */
  years: number[];
  /** Deadlines beyond it are guesses. */
  knownUntilYear: number;
}

export interface CalendarYear {
  year: number;
  /** Absent: the year's notice is not known yet. */
  source?: YearSource;
  days: SpecialDay[];
}

/** Why a line of a notice could not be taken; the window has a sentence for each. */
export const NOTICE_FAULTS = [
  'unreadable',
  'noSuchDay',
  'weekdayDiffers',
  'countDiffers',
  'workdayNotWeekend',
  'otherYear',
  'dayTwice',
] as const;
export type NoticeFault = (typeof NOTICE_FAULTS)[number];

export interface NoticeReading {
  /** From the heading, or else as it was asked for; absent when neither says it. */
  year?: number;
  days: SpecialDay[];
  /** Lines with days that could not be read: as long as there is one, nothing can be taken over. */
  unread: { line: number; text: string; fault: NoticeFault }[];
  /** Of the days that the table has for the year: how many the notice does not have and would remove. */
  removed: number;
}

const year = z.int().min(1980).max(2200);
const notice = z.strictObject({ text: prose(20_000), year: year.optional() });

export const calendar = {
  years: query<KnownYears>()({ access: 'signedIn', reads: ['calendar_year'], input: nothing }),
  show: query<CalendarYear>()({
    access: 'signedIn',
    reads: ['holiday', 'calendar_year'],
    input: z.strictObject({ year }),
  }),
  /** Adds a day or changes what it is. `recomputed`: deadlines that moved with it, in the same event. */
  mark: command<{ recomputed: number }>()({
    access: 'calendar.manage',
    input: z.strictObject({ day, kind: z.enum(DAY_KINDS), name: requiredLine(40) }),
  }),
  /** Makes it an ordinary day again. */
  clear: command<{ recomputed: number }>()({ access: 'calendar.manage', input: z.strictObject({ day }) }),
  /** A person says that a year's days are all there, or that they are not. */
  declareYear: command()({ access: 'calendar.manage', input: z.strictObject({ year, known: z.boolean() }) }),
  /** Reads the text of an official notice. Nothing is written. */
  readNotice: query<NoticeReading>()({ access: 'calendar.manage', reads: ['holiday'], input: notice }),
  /** Puts a whole notice in the place of the year's days; refused while a line of it cannot be read. */
  takeNotice: command<{ year: number; days: number; recomputed: number }>()({
    access: 'calendar.manage',
    input: notice,
  }),
} as const;
