import type { DossierItem, DossierState, Holder, Place } from '../../../shared/api/dossier.contract';
import type { HandoverKind } from '../../../shared/api/handover.contract';
import type { Day } from '../../../shared/calendar/working-days';

/** What a handover needs to know of the dossier that it moves. */
export interface MovedDossier {
  id: number;
  projectId?: number;
  /** Who answers for a dossier without a project. */
  keeperId?: number;
  state: DossierState;
  holder: Holder;
  revision: number;
  dueOn?: Day;
}

/** The dossier feature's part in a handover: it alone writes its tables. */
export interface DossierMoves {
  demand(id: number): MovedDossier;
  items(id: number): DossierItem[];
  pass(id: number, state: DossierState, holder: Holder, dueOn?: Day): void;
  /** The papers of a list that was not accepted are back with whoever gave them. */
  comeBack(list: { dossierId: number; kind: HandoverKind }): void;
  /** Gives the dossier its number and its place on the shelf. */
  receive(id: number, on: Day, place: Place): string;
  setContractCode(itemId: number, code: string): void;
  /** Last day for B to hand over to the archive, counted from the day on which A handed over. */
  bToArchiveDue(id: number, handedToBOn: Day): Day | undefined;
}

/** Requests for more time, as far as a handover touches them. */
export interface Extensions {
  /** The papers have gone on or come back: what was asked for is over. */
  lapse(dossierId: number, on: Day): void;
}
