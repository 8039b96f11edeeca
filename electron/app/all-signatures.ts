import type { HandoverRepo } from '../features/handover/handover.repo';
import { walkSignatures } from '../features/handover/signature-check';
import { walkStaffSignatures } from '../features/staff-handover/signature-check';
import type { StaffHandoverRepo } from '../features/staff-handover/staff-handover.repo';

interface Repos {
  handover: HandoverRepo;
  staffHandover: StaffHandoverRepo;
}

/** Everything that people have signed, kind after kind: the first event whose signature does not fit what it stands under. */
export function* walkAllSignatures(repos: Repos): Generator<void, number | undefined> {
  const found = [yield* walkSignatures(repos.handover), yield* walkStaffSignatures(repos.staffHandover)];
  return found.filter((seq) => seq !== undefined).sort((a, b) => a - b)[0];
}
