import { AppError } from '../../../shared/api/errors';
import type { Day } from '../../../shared/calendar/working-days';
import type { RetentionRepo } from './retention.repo';
import { keepUntil, SHIPPED_BASIS, SHIPPED_RETENTIONS } from './retention.rules';

export type RetentionService = ReturnType<typeof createRetentionService>;

/** How long dossiers are kept. */
export function createRetentionService({ repo }: { repo: RetentionRepo }) {
  const demand = (id: number) => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchRetention');
    return found;
  };
  return {
    list: repo.list,
    demand,
    /** Last day of a dossier's retention; `undefined`: for ever, or the business goes on. */
    keepUntil: (retentionId: number, endedOn: Day | undefined) => keepUntil(demand(retentionId).years, endedOn),
    /** The terms of a new company; runs inside the founding commit. */
    layFoundations: (): void => {
      for (const term of SHIPPED_RETENTIONS) repo.add({ ...term, basis: SHIPPED_BASIS });
    },
  };
}
