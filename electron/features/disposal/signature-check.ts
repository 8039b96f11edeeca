import type { DisposalRole } from '../../../shared/api/disposal.contract';
import { walkSigned } from '../../db/signed-records';
import type { DisposalRepo } from './disposal.repo';
import { expectedHashes } from './disposal.rules';

/** Does a signature not fit the list of appraisal, destruction or transfer that it stands under? */
export const walkDisposalSignatures = (repo: DisposalRepo) =>
  walkSigned({
    after: repo.after,
    signatures: repo.signatures,
    signedBy: repo.signedBy,
    expected: (its) => {
      const hashes = expectedHashes({ ...its, lines: repo.lines(its.id) });
      return (role) => hashes(role as DisposalRole);
    },
  });
