/**
 * How often each harness tries, by the numbers of the measures: in `npm test` every time, and in `npm run torture`. A file called
 * `*.release.*` is tried only there.
 */
const SIZES = {
  kills: [30, 500],
  cuts: [25, 250],
  /** What must lose something, when commits do not wait for the disk. */
  controlCuts: [1, 25],
  /** Calls of the system at which a command is killed or refused; `Infinity`: all there are. */
  points: [0, Number.POSITIVE_INFINITY],
  /** Of them, really killed. */
  killPoints: [0, 200],
  /** Real kills in the middle of a migration, and as many of a restore. */
  exchangeKills: [0, 300],
  /** The same of the program with its window. */
  windowKills: [0, 30],
  pulls: [12, 100],
  flips: [100, 1_000],
  sequences: [12, 10_000],
} as const satisfies Record<string, readonly [everyTime: number, beforeARelease: number]>;

/** `ANJUAN_TORTURE`: nothing in `npm test`, `full` before a release, or a number of tries for a quick look. */
export const asked = process.env.ANJUAN_TORTURE ?? '';

export const isFull = asked === 'full';

export function sizeOf(what: keyof typeof SIZES): number {
  const [everyTime, beforeARelease] = SIZES[what];
  if (asked === '') return everyTime;
  if (isFull) return beforeARelease;
  const quick = Number(asked);
  if (!Number.isInteger(quick) || quick < 1) throw new Error(`ANJUAN_TORTURE is neither "full" nor a number: ${asked}`);
  return Math.min(quick, beforeARelease);
}

/** At most `most` of them, spread evenly from the first to the last. */
export function spread<T>(all: readonly T[], most: number): T[] {
  if (all.length <= most) return [...all];
  return Array.from({ length: most }, (_, i) => all[Math.floor((i * (all.length - 1)) / Math.max(1, most - 1))] as T);
}
