import type { Position } from '../../shared/api/people.contract';
import type { Day } from '../../shared/calendar/working-days';

export interface Clock {
  now(): Date;
}

/** The one place that asks the computer for the time. `startAt` (unpackaged runs only) makes the clock run from there. */
export function clockFrom(startAt?: string): Clock {
  const offset = startAt ? Date.parse(startAt) - Date.now() : 0;
  if (Number.isNaN(offset)) throw new Error(`ANJUAN_NOW is not an instant: ${startAt}`);
  return { now: () => new Date(Date.now() + offset) };
}

const CHINA_MS = 8 * 3_600_000;

/** The office's day at an instant. China has had one time zone without summer time since 1991, whatever the PC is set to. */
export const dayOf = (instant: Date): Day => new Date(instant.getTime() + CHINA_MS).toISOString().slice(0, 10);

/** The time by the office's clock at an instant: 09:30. */
export const timeOf = (instant: Date): string => new Date(instant.getTime() + CHINA_MS).toISOString().slice(11, 16);

export interface Actor {
  staffId: number;
  name: string;
  positions: readonly Position[];
  /** Random name of the sign-in, as the journal knows it. */
  session: string;
}

/** What a call brings along: when it happens, from which window, and who is signed in there. */
export interface Context {
  readonly at: string;
  readonly today: Day;
  readonly windowId: number;
  readonly actor: Actor | undefined;
}

/** From which window a call comes, and who sits there. */
export type Caller = Pick<Context, 'windowId' | 'actor'>;
/** Nobody at a window: the program does it by itself, or because the command line says so. */
export const THE_PROGRAM: Caller = { windowId: 0, actor: undefined };

export interface SignedInContext extends Context {
  readonly actor: Actor;
}

/** The same call some time later: an event of the time when it began would look like a clock set back. */
export const asOfNow = (clock: Clock, ctx: SignedInContext): SignedInContext => ({
  ...contextAt(clock, ctx.windowId),
  actor: ctx.actor,
});

export function contextAt(clock: Clock, windowId: number, actor?: Actor): Context {
  const now = clock.now();
  return { at: now.toISOString(), today: dayOf(now), windowId, actor };
}
