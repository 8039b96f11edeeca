import { AppError } from '../api/errors';
import type { Day } from './working-days';

/** A new limit lies after the one that it takes the place of, and has not passed. */
export function demandLaterDay(newDueOn: Day, dueOn: Day, today: Day): void {
  if (newDueOn <= dueOn) throw new AppError('conflict', 'notLaterThanLimit', { field: 'newDueOn', day: dueOn });
  if (newDueOn < today) throw new AppError('conflict', 'newLimitIsPast', { field: 'newDueOn', day: today });
}
