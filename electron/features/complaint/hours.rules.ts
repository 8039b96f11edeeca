const MINUTE = 60_000;
/** The last quarter of a limit in hours is the time to hurry. */
const NEAR = 1 / 4;

/** How long it still is to an instant, in whole minutes that nobody counts too many of; negative when it has passed. */
export function timeLeft(dueAt: string, now: string, hours: number): { minutesLeft: number; near: boolean } {
  const minutesLeft = Math.floor((Date.parse(dueAt) - Date.parse(now)) / MINUTE);
  return { minutesLeft, near: minutesLeft < hours * 60 * NEAR };
}
