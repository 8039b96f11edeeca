import { z } from 'zod';
import { withoutInvisible } from '../entry/read-entry';

/**
 * A day of the calendar, `YYYY-MM-DD`; refuses days that do not exist and years that nobody means (9026 for 2026): limits
 * would be counted over thousands of years.
 */
export const day = z.iso.date().regex(/^(19\d\d|2[01]\d\d|2200)-/);
export const id = z.int().positive();
/** Half of a character cut in two (SQLite cannot keep it, so its hash would never match again) becomes U+FFFD. */
const mendCutCharacters = (text: string) => text.replace(/\p{Surrogate}/gu, '\ufffd');
const text = () =>
  z
    .string()
    .overwrite((entry) => withoutInvisible(mendCutCharacters(entry)))
    .trim();

/** One line of text without control characters, trimmed; `max` counts UTF-16 units. */
export const line = (max: number) =>
  text()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/);
export const requiredLine = (max: number) => line(max).min(1);
/** Text of several lines. */
export const prose = (max: number) => text().max(max);
/** What a person types to prove who signs: a PIN or a password. Never stored, never logged. */
export const secret = z.string().min(1).max(200);
/** Yuan in fen, up to a hundred thousand million yuan. */
export const fen = z.int().min(0).max(10_000_000_000_000);
export const nothing = z.strictObject({});
