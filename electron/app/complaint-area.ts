import type { Database } from 'better-sqlite3';
import type { CaseExtensionView } from '../../shared/api/case-extension.contract';
import type { ComplaintPaper } from '../../shared/api/desk.contract';
import { AppError } from '../../shared/api/errors';
import type { Commit } from '../db/journal';
import type { CalendarRepo } from '../features/calendar/calendar.repo';
import { createCaseExtensionHandlers } from '../features/complaint/case-extension.handlers';
import { createCaseExtensionRepo } from '../features/complaint/case-extension.repo';
import { grantedOf } from '../features/complaint/case-extension.rules';
import { createCaseExtensionService } from '../features/complaint/case-extension.service';
import { createCasePaperRepo } from '../features/complaint/case-paper.repo';
import { createCompensationRepo } from '../features/complaint/compensation.repo';
import { createComplaintHandlers } from '../features/complaint/complaint.handlers';
import { createComplaintRepo } from '../features/complaint/complaint.repo';
import { createComplaintService } from '../features/complaint/complaint.service';
import {
  createComplaintBookHandlers,
  createComplaintFileHandlers,
} from '../features/complaint/complaint-book.handlers';
import { createContactRepo } from '../features/complaint/contact.repo';
import { createPenaltyHandlers } from '../features/complaint/penalty.handlers';
import { createPenaltyRepo } from '../features/complaint/penalty.repo';
import { createPenaltyService, type PenaltyService } from '../features/complaint/penalty.service';
import { createProcedureRepo } from '../features/complaint/procedure.repo';
import { createTallyRepo } from '../features/complaint/tally.repo';
import { createComplaintBook } from '../features/complaint/tally.service';
import type { DossierRepo } from '../features/dossier/dossier.repo';
import type { PeopleRepo } from '../features/people/people.repo';
import type { PeopleService } from '../features/people/people.service';
import type { RecordClassService } from '../features/record-class/record-class.service';
import type { RetentionService } from '../features/retention/retention.service';
import { dayOf, type SignedInContext } from '../ipc/context';
import { createCaseFiling } from './case-filing';

export const createComplaintRepos = (db: Database) => ({
  complaints: createComplaintRepo(db),
  procedures: createProcedureRepo(db),
  caseExtensions: createCaseExtensionRepo(db),
  penalties: createPenaltyRepo(db),
  compensations: createCompensationRepo(db),
  contacts: createContactRepo(db),
  casePapers: createCasePaperRepo(db),
  tally: createTallyRepo(db),
  complaintChanges: createChanges(),
});

/** What the statistics of complaints are worked out from. */
const COUNTED: ReadonlySet<string> = new Set([
  ...['complaint', 'complaint_accused', 'complaint_step', 'complaint_extension', 'complaint_procedure'],
  ...['department', 'staff', 'holiday', 'calendar_year'],
]);
function createChanges() {
  let count = 0;
  return {
    count: () => count,
    note: (tables: readonly string[]) => {
      if (tables.some((its) => COUNTED.has(its))) count += 1;
    },
  };
}
type ComplaintRepos = ReturnType<typeof createComplaintRepos>;

interface Parts {
  repos: ComplaintRepos & { dossier: DossierRepo; people: PeopleRepo; calendar: Pick<CalendarRepo, 'calendar'> };
  commit: Commit;
  people: PeopleService;
  recordClass: RecordClassService;
  retention: RetentionService;
  demandClient(id: number): unknown;
  /** Its list is signed and on its way to somebody. */
  isUnderway(dossierId: number): boolean;
}

/** Complaints, with what they need of people, clients and dossiers. */
export function createComplaintArea({
  repos,
  commit,
  people,
  recordClass,
  retention,
  demandClient,
  isUnderway,
}: Parts) {
  const filing = createCaseFiling({ dossiers: repos.dossier, isUnderway, recordClass, retention });
  const present = () =>
    people
      .staff()
      .filter(({ employment }) => employment !== 'left')
      .map(({ id, name, departmentId, positions }) => ({ id, name, departmentId, positions }));
  const book = createComplaintBook({
    repo: repos.tally,
    procedures: repos.procedures,
    cases: repos.complaints,
    granted: (id) => grantedOf(repos.caseExtensions.ofCase(id)),
    calendar: repos.calendar.calendar,
    dayOf: (at) => dayOf(new Date(at)),
    changes: repos.complaintChanges.count,
  });
  const cases = createComplaintService({
    repo: repos.complaints,
    procedures: repos.procedures,
    contacts: repos.contacts,
    commit,
    calendar: repos.calendar.calendar,
    dayOf: (at) => dayOf(new Date(at)),
    present,
    allows: people.allows,
    nameOf: (id) => people.person(id)?.name ?? '',
    demandPresent: people.demandPresent,
    demandClient,
    demandDepartment: (id) => {
      if (!people.departments().some((one) => one.id === id))
        throw new AppError('notFound', 'noSuchDepartment', { field: 'unitId' });
    },
    papers: repos.casePapers,
    penaltiesOf: repos.penalties.ofCase,
    ...filing,
    extensionsOf: repos.caseExtensions.ofCase,
  });
  const extensions = createCaseExtensionService({ repo: repos.caseExtensions, commit, present, cases });
  const penalties = createPenaltyService({
    ...{ repo: repos.penalties, compensations: repos.compensations, commit, present, cases },
    ...{ demandPresent: people.demandPresent, allows: people.allows },
  });
  const papersFor = (ctx: SignedInContext): ComplaintPaper[] => [
    ...extensions.waitingFor(ctx).map(requestPaper),
    ...penalties.waitingFor(ctx).map(penaltyPaper),
  ];
  const shown = { show: cases.show, penalty: penalties.show, statistics: book.statisticsNow, namesOf: book.namesOf };
  return { ...cases, book, shown, extensions, penalties, papersFor };
}

export type ComplaintArea = ReturnType<typeof createComplaintArea>;
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<unknown>;

/** Of each part of the area. */
export const createComplaintAreaHandlers = (service: ComplaintArea, confirm: Confirm) => ({
  complaint: createComplaintHandlers(service, confirm),
  caseExtension: createCaseExtensionHandlers(service.extensions, confirm),
  complaintBook: createComplaintBookHandlers(service.book),
  penalty: createPenaltyHandlers(service.penalties, confirm),
  complaintFile: createComplaintFileHandlers(service),
});

const requestPaper = ({ complaintId, no, asker, limit, newDueOn, waitingDays }: CaseExtensionView): ComplaintPaper => ({
  ...{ what: 'extension', id: complaintId, no, person: asker, about: limit, newDueOn, waitingDays },
});

const penaltyPaper = ({ act, row }: ReturnType<PenaltyService['waitingFor']>[number]): ComplaintPaper => ({
  ...{ what: act, id: row.id, no: row.no, person: row.person, about: row.title, waitingDays: row.waitingDays },
});
