import type { DisposalRepo } from '../features/disposal/disposal.repo';
import { walkDisposalSignatures } from '../features/disposal/signature-check';
import type { HandoverRepo } from '../features/handover/handover.repo';
import { walkSignatures } from '../features/handover/signature-check';

interface Repos {
  handover: HandoverRepo;
  disposal: DisposalRepo;
}

/** Everything that people have signed, kind after kind: the first event whose signature does not fit what it stands under. */
export function* walkAllSignatures(repos: Repos): Generator<void, number | undefined> {
  const found = [yield* walkSignatures(repos.handover), yield* walkDisposalSignatures(repos.disposal)];
  return found.filter((seq) => seq !== undefined).sort((a, b) => a - b)[0];
}
