import { appendFileSync } from 'node:fs';

/** One line of the report of `npm run torture`. */
export interface Tried {
  /** Of the measure, as D3. */
  id: string;
  /** What was done. */
  what: string;
  /** How often. */
  count: number;
  /** What came of it, in figures. */
  result: string;
}

/** Prints a figure, and writes it down for the report where one is made. */
export function tell(its: Tried): void {
  console.log(`${its.id}: ${its.count} × ${its.what}: ${its.result}`);
  const file = process.env.ANJUAN_TORTURE_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify(its)}\n`);
}

/** Says that this machine does not allow it. */
export function tellSkipped(id: string, what: string, why: string): void {
  console.log(`skipped: ${id}, ${what}, because ${why}`);
  const file = process.env.ANJUAN_TORTURE_REPORT;
  if (file) appendFileSync(file, `${JSON.stringify({ id, what, skipped: why })}\n`);
}
