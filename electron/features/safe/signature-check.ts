import { walkSigned } from '../../db/signed-records';
import type { SafeRepo, SignedKind } from './safe.repo';
import { closingHash, custodyHash, monthHash, openingHash } from './safe.rules';

/** Does a signature not fit the change of keys, the opening, the closed day or the closed month that it stands under? */
export function walkSafeSignatures(repo: SafeRepo) {
  const below = (kind: SignedKind) => ({
    signatures: (id: number) => repo.signatures(kind, id),
    signedBy: (id: number, role: string) => repo.signedBy(kind, id, role),
  });
  return [
    walkSigned({ after: repo.custodyAfter, ...below('custody'), expected: (its) => () => custodyHash(its) }),
    walkSigned({ after: repo.openingsAfter, ...below('opening'), expected: (its) => () => openingHash(its) }),
    walkSigned({
      after: repo.closingsAfter,
      ...below('closing'),
      expected: (its) => () => closingHash({ ...its, lines: repo.closingLines(its.id) }),
    }),
    walkSigned({ after: repo.monthsAfter, ...below('month'), expected: (its) => () => monthHash(its) }),
  ] as const;
}
