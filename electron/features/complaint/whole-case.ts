import type { FiledIn } from '../../../shared/api/complaint.contract';
import type { Permission } from '../../../shared/api/contract';
import type { Calendar, Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { CaseExtension } from './case-extension.rules';
import type { CasePaperRepo } from './case-paper.repo';
import type { Case, ComplaintRepo, StepRow } from './complaint.repo';
import type { ContactRepo } from './contact.repo';
import type { CaseNow, Course } from './course.rules';
import type { CasePaper, PapersOfCase } from './filing.rules';
import type { CaseProcedure, ProcedureRepo } from './procedure.repo';
import type { Parties, Person } from './takers.rules';

/** A case with everything that decides on it. */
export interface Whole {
  its: Case;
  procedure: CaseProcedure;
  steps: StepRow[];
  now: CaseNow;
  course: Course;
  parties: Parties;
  /** Limits that were put off, in any round. */
  granted: CaseExtension[];
}

/** What is put into a dossier when a case is closed. */
export interface Filing {
  title: string;
  clientId: number | undefined;
  keeperId: number;
  keepYears: number;
  on: Day;
  papers: CasePaper[];
  /** The dossiers that the case has already, the earliest first. */
  dossierIds: readonly number[];
}

export interface Parts {
  repo: ComplaintRepo;
  procedures: ProcedureRepo;
  contacts: ContactRepo;
  commit: Commit;
  calendar(): Calendar;
  dayOf(at: string): Day;
  /** Everybody who works here. */
  present(): Person[];
  nameOf(staffId: number): string;
  allows(staffId: number, permission: Permission): boolean;
  demandPresent(staffId: number): void;
  demandClient(id: number): unknown;
  /** Fails where there is no such department. */
  demandDepartment(id: number): void;
  papers: CasePaperRepo;
  penaltiesOf(complaintId: number): PapersOfCase['penalties'];
  /** Puts the papers of a case into a dossier; runs inside the commit that closes it. Answers where each line stands. */
  file(its: Filing): { dossierId: number; itemIds: readonly number[] };
  /** The case goes on again: what counted from its end does not count any more. */
  resume(dossierIds: readonly number[], on: Day): void;
  /** How a dossier is called, and which number in it a line has. */
  filedAt(
    dossierId: number,
  ): Omit<FiledIn, 'dossierId' | 'round' | 'papers' | 'lines'> & { lines: Map<number, number> };
  /** Requests for more time, whatever became of them. */
  extensionsOf(complaintId: number): CaseExtension[];
}
