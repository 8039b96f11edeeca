import type { Day } from '../calendar/working-days';

/** Full-width letters, digits and signs as half-width ones; an ideographic space as a space; ends trimmed. */
export function halfWidth(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/\u3000/g, ' ')
    .trim();
}

/**
 * Without the characters that show nothing but change what is read: zero-width ones make a second number that looks like
 * the first, and turning ones (U+202E) show a text from its end. Web pages and chats put them into what is copied.
 */
export const withoutInvisible = (text: string): string => text.replace(/\p{Format}/gu, '');

const DATE = /^(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
/** What `day` in shared/api/fields.ts takes; a year beyond is a slip of the finger. */
const FIRST_DAY = '1900-01-01';
const LAST_DAY = '2200-12-31';
/** 1970-01-01 and 2200-12-31 as serial numbers of Excel and WPS (system 1900, whose day 60 never was). */
const FIRST_SERIAL = 25_569;
const LAST_SERIAL = 109_939;

/**
 * Reads a day as people and spreadsheets write it: 2026-2-1, 2026.2.1, 2026/2/1, 2026年2月1日, 20260201, 46083.
 * Answers `null` for anything else and for days that do not exist (2026-02-30).
 */
export function readDay(entry: string): Day | null {
  const text = halfWidth(entry);
  const parts = DATE.exec(text) ?? COMPACT.exec(text);
  if (parts) {
    const day = `${parts[1]}-${String(parts[2]).padStart(2, '0')}-${String(parts[3]).padStart(2, '0')}`;
    const at = Date.parse(`${day}T00:00:00Z`);
    if (day < FIRST_DAY || day > LAST_DAY) return null;
    return !Number.isNaN(at) && new Date(at).toISOString().startsWith(day) ? day : null;
  }
  if (!/^\d{5,6}$/.test(text)) return null;
  const serial = Number(text);
  if (serial < FIRST_SERIAL || serial > LAST_SERIAL) return null;
  return new Date((serial - FIRST_SERIAL) * 86_400_000).toISOString().slice(0, 10);
}

/** Why `readDay` cannot read an entry: it is written as a day that does not exist, or as none at all. */
export const whyNoDay = (entry: string): 'dayNotReal' | 'dayUnreadable' => {
  const text = halfWidth(entry);
  return DATE.test(text) || COMPACT.test(text) ? 'dayNotReal' : 'dayUnreadable';
};

/** Reads a whole number that is not negative, also in full-width digits or with a unit (3页, 2 份); `null` for anything else. */
export function readWholeNumber(entry: string): number | null {
  const text = halfWidth(entry)
    .replace(/[页份件张]$/, '')
    .trimEnd();
  return /^\d{1,9}(\.0+)?$/.test(text) ? Math.trunc(Number(text)) : null;
}
