import type { FormFrame } from '../../shared/api/print.contract';
import { reachesUnknownYear } from '../../shared/calendar/working-days';
import { word } from './words';

const CHINA_MS = 8 * 3_600_000;

/** 2026-03-02 as it is written in the head of a form; nothing for nothing. */
export function longDay(day: string | undefined): string {
  if (!day) return '';
  const [year, month, date] = day.split('-').map(Number);
  return word('text--longDay', { year: year ?? '', month: month ?? '', date: date ?? '' });
}

/** A limit, and whether it was worked out without knowing the days off of its year. */
export function limitDay(day: string | undefined, frame: FormFrame): string {
  const said = longDay(day);
  if (day === undefined || !reachesUnknownYear(day, frame)) return said;
  return word('text--guess', { day: said, year: day.slice(0, 4) });
}

/** The same as it stands in a column of a list. */
export function limitInRow(day: string | undefined, frame: FormFrame): string {
  if (day === undefined || !reachesUnknownYear(day, frame)) return day ?? '';
  return word('text--guessShort', { day });
}

/** An instant as the office's clock showed it, to the minute: China has one time zone, whatever the PC is set to. */
export function clockTime(instant: string): string {
  return new Date(Date.parse(instant) + CHINA_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** First and last of the days that are known. */
export function span(days: readonly (string | undefined)[]): { from: string; to: string } | undefined {
  const known = days.filter((day) => day !== undefined && day !== '').sort() as string[];
  const [from, to] = [known[0], known.at(-1)];
  return from && to ? { from, to } : undefined;
}

/** 17–25, a single page as 17, nothing where nothing is numbered. */
export function pageRange(from: number | undefined, to: number | undefined): string {
  if (from === undefined) return '';
  return to === undefined || to === from ? String(from) : `${from}–${to}`;
}

/** 9f2c41aa07bed310 in groups of four, so that it can be read from paper and typed. */
export const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ');
