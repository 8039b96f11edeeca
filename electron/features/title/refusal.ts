import { AppError } from '../../../shared/api/errors';
import type { DoableAct } from '../../../shared/api/title.contract';

/** Why something cannot be done; `undefined` when nothing is in its way. */
export function refusalOf(look: () => unknown): DoableAct['because'] {
  try {
    look();
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { reason: error.reason, details: error.details };
  }
}
