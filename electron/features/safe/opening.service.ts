import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { MOST_OPENINGS, type OpeningFilter, type OpenSafe, type safe } from '../../../shared/api/safe.contract';
import type { SignedInContext } from '../../ipc/context';
import type { TwoSigners } from '../../ipc/signer';
import type { Demands, SafeParts } from './demands';
import { openingHash } from './safe.rules';

type Opened = Omit<ParsedOf<typeof safe.open>, 'signatures'>;

/** Safes are opened by two people and closed again; every slip belongs to an opening. */
export function createOpening({ repo, commit, demandPresent }: SafeParts, demands: Demands) {
  const write = (safeId: number, reason: string, by: TwoSigners, ctx: SignedInContext, closedAt: string | null) => {
    const [operatorId, secondId] = [by.operator.staffId, by.second.staffId];
    const signed = { safeId, openedAt: ctx.at, reason, operatorId, secondId };
    const id = repo.open({ ...signed, openedOn: ctx.today, closedAt });
    repo.sign({ kind: 'opening', id }, operatorId, 'operator', ctx.at, openingHash(signed));
    repo.sign({ kind: 'opening', id }, secondId, 'second', ctx.at, openingHash(signed));
    return id;
  };

  /** A slip belongs to the opening that is going on, or to one of its own moment. */
  const noteOpening = (
    compartmentIds: readonly number[],
    slip: { id: number; reason: string },
    by: TwoSigners,
    ctx: SignedInContext,
  ): void => {
    for (const { id: safeId } of demands.safesOf(compartmentIds)) {
      const openingId = repo.openNow(safeId) ?? write(safeId, slip.reason, by, ctx, ctx.at);
      repo.noteSlip(openingId, slip.id);
    }
  };

  const demandOpens = ({ safeId, secondId }: Opened, ctx: SignedInContext): void => {
    const its = demands.inUse(safeId);
    const operatorId = ctx.actor.staffId;
    if (operatorId === secondId) throw new AppError('conflict', 'oneSignsForBoth', { field: 'secondId' });
    demandPresent(operatorId);
    demandPresent(secondId);
    if (repo.openNow(safeId) !== undefined) throw new AppError('conflict', 'safeStandsOpen', { name: its.name });
    demands.holdersOf(its, operatorId, secondId);
  };

  const open = (input: Opened, by: TwoSigners, ctx: SignedInContext): { id: number } => {
    demandOpens(input, ctx);
    const { safeId, secondId, reason } = input;
    return commit(ctx, 'safe.open', { safeId, secondId }, () => ({ id: write(safeId, reason, by, ctx, null) }), reason);
  };

  const close = (openingId: number, ctx: SignedInContext): void => {
    const its = repo.opening(openingId);
    if (!its) throw new AppError('notFound', 'noSuchOpening');
    if (its.closedAt !== undefined) throw new AppError('conflict', 'openingClosed', { name: its.safe });
    commit(ctx, 'safe.close', { safeId: its.safeId, openingId }, () => repo.close(openingId, ctx.at));
  };

  const openings = (filter: OpeningFilter) => {
    const ids = repo.openingIds(filter);
    return { rows: ids.slice(0, MOST_OPENINGS).flatMap((id) => repo.opening(id) ?? []), total: ids.length };
  };

  return {
    noteOpening,
    demandOpens,
    open,
    close,
    openings,
    openingIds: repo.openingIds,
    opening: repo.opening,
    /** Safes that stand open now. */
    standingOpen: (): OpenSafe[] => repo.standingOpen(),
  };
}
