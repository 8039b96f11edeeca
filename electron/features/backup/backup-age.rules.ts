import { type Day, daysBetween } from '../../../shared/calendar/working-days';

/** Days since the last backup that was found whole; a clock that was set back makes none. */
export const backupAge = (verifiedOn: Day, today: Day): number => Math.max(0, daysBetween(verifiedOn, today));
