import type { ProjectRow } from '../../../shared/api/project.contract';
import type { Calendar } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import { createDeciding } from './deciding.service';
import { createGiving } from './giving.service';
import type { HandoverRepo } from './handover.repo';
import { createLateness } from './lateness.service';
import type { DossierMoves, Extensions } from './moved-dossier';
import { createReading } from './reading.service';

import type { StepsRepo } from './steps.repo';

interface Parts {
  repo: HandoverRepo;
  dossiers: DossierMoves;
  extensions: Extensions;
  /** Fails while something of an open supplement list has still to be cleared. */
  demandCleared(dossierId: number): void;
  commit: Commit;
  project(id: number): ProjectRow;
  steps: StepsRepo;
  calendar(): Calendar;
  demandPresent(staffId: number): void;
  mayAccept(staffId: number): boolean;
}

export type HandoverService = ReturnType<typeof createHandoverService>;

/** The way of the papers: A gives, B checks and takes over, B gives, the archivist checks and takes over. */
export function createHandoverService(parts: Parts) {
  const { dossiers } = parts;
  const reading = createReading({ ...parts, demandDossier: dossiers.demand });
  return {
    ...reading,
    ...createGiving({ ...parts, reading }),
    ...createDeciding({ ...parts, reading }),
    ...createLateness(parts),
  };
}
