import type { TitleHandoverSignature } from '../../../shared/api/title-handover.contract';
import { walkSigned } from '../../db/signed-records';
import type { TitleHandoverRepo } from './title-handover.repo';
import { contentHash } from './title-handover.rules';

/** Does a signature not fit the list of title documents that it stands under? */
export const walkTitleHandovers = (repo: TitleHandoverRepo) =>
  walkSigned({
    after: repo.after,
    signatures: repo.signatures,
    signedBy: repo.signedBy,
    expected: (its) => {
      const lines = repo.lines(its.id);
      return (role) => contentHash({ ...its, lines }, role as TitleHandoverSignature['role']);
    },
  });
