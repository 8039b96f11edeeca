import type { ProjectRow } from '../../shared/api/project.contract';
import type { Calendar } from '../../shared/calendar/working-days';
import type { Commit } from '../db/journal';
import { inTurn, type Walk } from '../features/audit/audit.rules';
import type { BorrowingRepo } from '../features/borrowing/borrowing.repo';
import { walkBorrowings } from '../features/borrowing/signature-check';
import type { CaseExtensionRepo } from '../features/complaint/case-extension.repo';
import type { ComplaintRepo } from '../features/complaint/complaint.repo';
import type { PenaltyRepo } from '../features/complaint/penalty.repo';
import type { ProcedureRepo } from '../features/complaint/procedure.repo';
import {
  walkCaseExtensions,
  walkComplaints,
  walkPenalties,
  walkProcedures,
} from '../features/complaint/signature-check';
import type { DisposalRepo } from '../features/disposal/disposal.repo';
import { walkDisposalSignatures } from '../features/disposal/signature-check';
import type { DossierService } from '../features/dossier/dossier.service';
import type { Sources } from '../features/export/export.sources';
import { type ExtensionRepo, waitingDays } from '../features/extension/extension.repo';
import { createExtensionService, type ExtensionService } from '../features/extension/extension.service';
import { walkExtensions } from '../features/extension/signature-check';
import type { HandoverRepo } from '../features/handover/handover.repo';
import { createHandoverService, type HandoverService } from '../features/handover/handover.service';
import type { DossierMoves } from '../features/handover/moved-dossier';
import { walkSignatures } from '../features/handover/signature-check';
import type { StepsRepo } from '../features/handover/steps.repo';
import type { PeopleService } from '../features/people/people.service';
import type { NumberRepo } from '../features/record-class/number.repo';
import { walkVoidNumbers } from '../features/record-class/signature-check';
import type { RestoreRepo } from '../features/restore/restore.repo';
import { walkRestores } from '../features/restore/signature-check';
import { walkStaffSignatures } from '../features/staff-handover/signature-check';
import type { StaffHandoverRepo } from '../features/staff-handover/staff-handover.repo';
import { walkSupplements } from '../features/supplement/signature-check';
import { lateDays, type SupplementRepo } from '../features/supplement/supplement.repo';
import { createSupplementService, type SupplementService } from '../features/supplement/supplement.service';

import { type TitleRepos, titleWalks, type WithSignatures } from './titles-area';

interface Parts {
  repos: { handover: HandoverRepo; steps: StepsRepo; extension: ExtensionRepo; supplement: SupplementRepo };
  commit: Commit;
  calendar(): Calendar;
  people: PeopleService;
  dossier: DossierService;
  dossiers: DossierMoves;
  project(id: number): ProjectRow;
}

interface Area {
  handover: HandoverService;
  extension: ExtensionService;
  supplement: SupplementService;
}

/** Handovers with the requests for more time and the supplement lists that belong to them: they ask each other. */
export function createHandoverArea(parts: Parts): Area {
  const { repos, commit, calendar, people, dossier, dossiers, project } = parts;
  const { demandPresent, allows, person } = people;
  const mayAccept = (staffId: number) => allows(staffId, 'handover.accept');
  const handover: HandoverService = createHandoverService({
    repo: repos.handover,
    steps: repos.steps,
    calendar,
    dossiers,
    extensions: { lapse: (id, on) => extension.lapse(id, on) },
    demandCleared: (id) => supplement.demandCleared(id),
    commit,
    project,
    demandPresent,
    mayAccept,
  });
  const extension: ExtensionService = createExtensionService({
    repo: repos.extension,
    commit,
    calendar,
    owed: handover.owed,
    staff: people.staff,
    allows,
    demandPresent,
    remind: dossier.remind,
  });
  const supplement: SupplementService = createSupplementService({
    repo: repos.supplement,
    commit,
    calendar,
    checked: handover.checked,
    dossierOf: dossier.show,
    nameOf: (staffId) => person(staffId)?.name,
    mayAccept,
    demandPresent,
  });
  return { handover, extension, supplement };
}

/** Looks for a signature that does not fit what it stands under. */
export const walkAllSignatures = (
  repos: Omit<Parts['repos'], 'steps'> &
    Pick<TitleRepos, WithSignatures> & {
      staffHandover: StaffHandoverRepo;
      disposal: DisposalRepo;
      numbers: NumberRepo;
      borrowings: BorrowingRepo;
      restores: RestoreRepo;
      complaints: ComplaintRepo;
      caseExtensions: CaseExtensionRepo;
      penalties: PenaltyRepo;
      procedures: ProcedureRepo;
    },
): Walk =>
  inTurn(
    walkSignatures(repos.handover),
    walkExtensions(repos.extension),
    walkSupplements(repos.supplement),
    walkStaffSignatures(repos.staffHandover),
    walkDisposalSignatures(repos.disposal),
    walkVoidNumbers(repos.numbers),
    walkBorrowings(repos.borrowings),
    walkRestores(repos.restores),
    walkComplaints(repos.complaints),
    walkCaseExtensions(repos.caseExtensions),
    walkPenalties(repos.penalties),
    walkProcedures(repos.procedures),
    ...titleWalks(repos),
  );

/** The lists of the area as an export goes through them. */
export const areaSources = (
  { extension, supplement }: Parts['repos'],
  handover: HandoverService,
): Pick<Sources, 'extensions' | 'supplements' | 'steps' | 'lateness'> => ({
  steps: handover.allSteps,
  lateness: handover.lateness,
  extensions: {
    ids: extension.ids,
    byId: (id, today) => {
      const its = extension.byId(id);
      return its && { ...its, waitingDays: waitingDays(its, today) };
    },
  },
  supplements: {
    ids: supplement.ids,
    byId: (id, today) => {
      const its = supplement.byId(id);
      return its && { ...its, lateDays: lateDays(its, today) };
    },
  },
});
