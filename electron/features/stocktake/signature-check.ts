import type { StocktakeSignature } from '../../../shared/api/stocktake.contract';
import { walkSigned } from '../../db/signed-records';
import type { StocktakeRepo } from './stocktake.repo';
import { contentHash, inHand, ofLine } from './stocktake.rules';

/** Does a signature not fit the stocktake that it stands under? */
export const walkStocktakes = (repo: StocktakeRepo) =>
  walkSigned({
    after: repo.after,
    signatures: repo.signatures,
    signedBy: repo.signedBy,
    expected: (its) => {
      const entries = repo.entries(its.id).map(inHand);
      const lines = repo.lines(its.id).map(ofLine);
      return (role) => contentHash(its, role as StocktakeSignature['role'], entries, lines);
    },
  });
