import type { SignatureView } from '../../../shared/api/handover.contract';
import type { HandoverRepo, SignedHandover } from './handover.repo';
import { contentHash } from './handover.rules';

/**
 * Does a signature not fit the list that stands in the tables? Answers the event in which it was given, the lowest of all.
 * Pauses after each handover.
 */
export function* walkSignatures(repo: HandoverRepo): Generator<void, number | undefined> {
  let lowest: number | undefined;
  for (let page = repo.signedAfter(0); page.length > 0; page = repo.signedAfter(page.at(-1)?.id ?? 0))
    for (const its of page) {
      const expected = expectedHashes(its, repo);
      for (const { role, contentHash: signed } of repo.signatures(its.id)) {
        if (signed === expected(role)) continue;
        const seq = repo.signedBy(its.id, role);
        lowest = Math.min(lowest ?? seq, seq);
      }
      yield;
    }
  return lowest;
}

/** What each role should have signed. The giver signs the list alone; all who check it sign the same, so that is made once. */
function expectedHashes(its: SignedHandover, repo: HandoverRepo): (role: SignatureView['role']) => string {
  const checked = repo.items(its.id);
  const listed = checked.map(({ pagesFound: _, checkRemark: __, ...item }) => item);
  const { id: _, state, reason, ...head } = its;
  const given = contentHash({ ...head, items: listed });
  const received = contentHash({ ...head, items: checked });
  const refused =
    state === 'sentBack' || state === 'withdrawn' ? contentHash({ ...head, items: checked, reason }) : received;
  return (role) => (role === 'giver' ? given : role === 'receiver' || role === 'withdrawer' ? refused : received);
}
