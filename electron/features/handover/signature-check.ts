import { type SignedRecords, walkSigned } from '../../db/signed-records';
import type { HandoverRepo, SignedHandover } from './handover.repo';
import { contentHash } from './handover.rules';

/** Does a signature not fit the list that stands in the tables? */
export const walkSignatures = (repo: HandoverRepo) => walkSigned(signedHandovers(repo));

const signedHandovers = (repo: HandoverRepo): SignedRecords<SignedHandover> => ({
  after: repo.signedAfter,
  signatures: repo.signatures,
  expected: (its) => expectedHashes(its, repo),
  signedBy: repo.signedBy,
});

/** What each role should have signed. The giver signs the list alone; all who check it sign the same, so that is made once. */
function expectedHashes(its: SignedHandover, repo: HandoverRepo): (role: string) => string {
  const checked = repo.items(its.id);
  const listed = checked.map(({ pagesFound: _, checkRemark: __, ...item }) => item);
  const { id: _, state, reason, ...head } = its;
  const given = contentHash({ ...head, items: listed });
  const received = contentHash({ ...head, items: checked });
  const refused =
    state === 'sentBack' || state === 'withdrawn' ? contentHash({ ...head, items: checked, reason }) : received;
  return (role) => (role === 'giver' ? given : role === 'receiver' || role === 'withdrawer' ? refused : received);
}
