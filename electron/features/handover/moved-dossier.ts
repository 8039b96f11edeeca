import type { DossierItem, DossierState, Holder, Place } from '../../../shared/api/dossier.contract';
import type { ProjectRow } from '../../../shared/api/project.contract';
import type { Calendar, Day } from '../../../shared/calendar/working-days';

/** What a handover needs to know of the dossier that it moves. */
export interface MovedDossier {
  id: number;
  projectId?: number;
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
  /** Gives the dossier its number and its place on the shelf. */
  receive(id: number, on: Day, place: Place): string;
  setContractCode(itemId: number, code: string): void;
  aToBDue(project: ProjectRow, calendar: Calendar): Day | undefined;
  bToArchiveDue(handedToBOn: Day, calendar: Calendar): Day;
}
