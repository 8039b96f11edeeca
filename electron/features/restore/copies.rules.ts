/** What is known of a copy that the program has made by itself. */
export interface KeptCopy {
  name: string;
  /** The instant at which it was made, and the office's day. */
  at: string;
  day: string;
  bytes: number;
}

/** The newest ones, and of the last days the newest of each. */
const NEWEST = 6;
const DAYS = 7;
export const MOST_COPIES = NEWEST + DAYS;
/** All copies together; two are kept however large they are. */
const MOST_BYTES = 4 * 1_024 ** 3;
const FEWEST = 2;
/** So long after the last copy the next is made, when something has changed. */
const EVERY_MS = 30 * 60_000;

/** Names of the copies that are not kept any longer. */
export function copiesToDrop(copies: readonly KeptCopy[]): string[] {
  const newestFirst = [...copies].sort((a, b) => (a.at < b.at ? 1 : -1));
  const days = [...new Set(newestFirst.map(({ day }) => day))].slice(0, DAYS);
  const ofDays = new Set(days.map((day) => newestFirst.find((its) => its.day === day)?.name));
  let bytes = 0;
  let kept = 0;
  return newestFirst
    .filter((its, at) => {
      bytes += its.bytes;
      const isKept = (at < NEWEST || ofDays.has(its.name)) && (kept < FEWEST || bytes <= MOST_BYTES);
      if (isKept) kept += 1;
      else bytes -= its.bytes;
      return !isKept;
    })
    .map(({ name }) => name);
}

/** Is it time for the next copy? A clock that was set back makes one at once. */
export function isCopyDue(last: { at: string; seq: number } | undefined, head: { seq: number }, now: string): boolean {
  if (head.seq === 0 || last?.seq === head.seq) return false;
  if (last === undefined) return true;
  const passed = Date.parse(now) - Date.parse(last.at);
  return passed >= EVERY_MS || passed < 0;
}
