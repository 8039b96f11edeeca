import type { ParsedOf } from '../../../shared/api/contract';
import type { DossierState, Place } from '../../../shared/api/dossier.contract';
import { AppError } from '../../../shared/api/errors';
import type { ledger } from '../../../shared/api/ledger.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { LedgerRepo } from './ledger.repo';

interface Parts {
  repo: LedgerRepo;
  commit: Commit;
  stateOf(dossierId: number): DossierState;
  /** The box of that name, made when there is none yet. */
  box(place: Place): number;
  setPlace(dossierId: number, placeId: number): void;
}

export type LedgerService = ReturnType<typeof createLedgerService>;

export function createLedgerService({ repo, commit, stateOf, box, setPlace }: Parts) {
  return {
    list: (input: ParsedOf<typeof ledger.list>, ctx: SignedInContext) => repo.list(input, ctx.today),
    summary: (ctx: SignedInContext) => repo.summary(ctx.today),
    place: ({ id, ...place }: ParsedOf<typeof ledger.place>, ctx: SignedInContext): void => {
      if (!['received', 'partlyLent', 'lent'].includes(stateOf(id))) throw new AppError('conflict', 'notOnShelf');
      commit(ctx, 'ledger.place', { id, place }, () => setPlace(id, box(place)));
    },
  };
}
