import type { DossierState, Place, Secrecy } from '../../../shared/api/dossier.contract';
import type { ImportFault } from '../../../shared/api/import.contract';
import type { RecordClassRow } from '../../../shared/api/record-class.contract';
import type { RetentionRow } from '../../../shared/api/retention.contract';
import type { Day } from '../../../shared/calendar/working-days';

/** Somebody of the staff list, or a name that is to be put into it as one who has left. */
export type Person = number | { left: string };

/** What the ledger knows already. */
export interface Known {
  shortName: string;
  classes: readonly RecordClassRow[];
  terms: readonly RetentionRow[];
  /** The last day of the retention. */
  keepUntil(years: number | undefined, endedOn: Day | undefined): Day | undefined;
  /** Who is called so. */
  people(name: string): readonly number[];
  /** Still works here. */
  isActive(staffId: number): boolean;
  hasPlace(place: Place): boolean;
  hasArchiveNo(text: string): boolean;
  hasContractNo(text: string): boolean;
}

/** A row as it goes into the ledger. */
export interface ImportedDossier {
  row: number;
  archiveNo: string | undefined;
  number: { seq: number; year: number } | undefined;
  title: string;
  client: { name: string; kind: 'enterprise' | 'person' } | undefined;
  class: RecordClassRow;
  project:
    | {
        name: string;
        contractNo: string;
        amountFen: number;
        guarantors: string;
        a: Person;
        b: Person;
        disbursedOn: Day | undefined;
      }
    | undefined;
  keeper: Person | undefined;
  year: number;
  state: DossierState;
  receivedOn: Day | undefined;
  dueOn: Day | undefined;
  endedOn: Day | undefined;
  retentionId: number;
  keepUntil: Day | undefined;
  secrecy: Secrecy;
  place: Place | undefined;
  volumes: number;
  items: number;
  pages: number;
  remarks: string;
}

export type Understood = { dossier: ImportedDossier; faults: [] } | { dossier: undefined; faults: ImportFault[] };
