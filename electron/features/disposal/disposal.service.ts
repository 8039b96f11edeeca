import type { Permission } from '../../../shared/api/contract';
import type { Commit } from '../../db/journal';
import type { CandidatesRepo } from './candidates.repo';
import { createDeciding } from './deciding.service';
import type { DisposalRepo } from './disposal.repo';
import type { DossierMoves } from './moved-dossier';
import { createPreparing } from './preparing.service';
import { createReading } from './reading.service';

/** Somebody who has just typed the own PIN or password for this act. */
export interface Signer {
  readonly staffId: number;
  readonly name: string;
}

/** Somebody who may be asked for a signature. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly employment: string;
}

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
