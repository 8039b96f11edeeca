import { type Day, daysBetween } from '../../../shared/calendar/working-days';

/** Days since the last backup that was found whole was made; fewer than none when the clock stands before it. */
export const backupAge = (madeOn: Day, today: Day): number => daysBetween(madeOn, today);
