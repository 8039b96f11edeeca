import type { Permission } from '../../../shared/api/contract';
import type { Commit } from '../../db/journal';
import type { CandidatesRepo } from './candidates.repo';
import { createDeciding } from './deciding.service';
import type { DisposalRepo } from './disposal.repo';
import type { DossierMoves } from './moved-dossier';
import { createPreparing } from './preparing.service';
import { createReading, type Person } from './reading.service';

interface Parts {
  repo: DisposalRepo;
  candidates: CandidatesRepo;
  dossiers: DossierMoves;
  commit: Commit;
  staff(): readonly Person[];
  allows(staffId: number, permission: Permission): boolean;
  demandPresent(staffId: number): void;
}

export type DisposalService = ReturnType<typeof createDisposalService>;

/** Appraisal, destruction and handover to outside: made, approved by somebody else, carried out before witnesses. */
export function createDisposalService(parts: Parts) {
  const reading = createReading(parts);
  return { ...reading, ...createPreparing({ ...parts, reading }), ...createDeciding({ ...parts, reading }) };
}
