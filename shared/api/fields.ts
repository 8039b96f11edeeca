import { z } from 'zod';

/** A day of the calendar, `YYYY-MM-DD`; refuses days that do not exist. */
export const day = z.iso.date();
export const id = z.int().positive();
/** One line of text without control characters, trimmed; `max` counts UTF-16 units. */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
    .regex(/^[^\u0000-\u001f\u007f]*$/);
export const requiredLine = (max: number) => line(max).min(1);
/** Text of several lines. */
export const prose = (max: number) => z.string().trim().max(max);
/** What a person types to prove who signs: a PIN or a password. Never stored, never logged. */
export const secret = z.string().min(1).max(200);
/** Yuan in fen, up to a hundred thousand million yuan. */
export const fen = z.int().min(0).max(10_000_000_000_000);
export const nothing = z.strictObject({});
