import { randomBytes, randomUUID } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Place } from '../../shared/api/dossier.contract';
import type { Day } from '../../shared/calendar/working-days';
import { type Commit, createJournal, type Journal } from '../db/journal';
import { createAuditHandlers, instantsOf, viewOf } from '../features/audit/audit.handlers';
import { type AuditRepo, createAuditRepo } from '../features/audit/audit.repo';
import { createCalendarHandlers } from '../features/calendar/calendar.handlers';
import { createCalendarRepo } from '../features/calendar/calendar.repo';
import { createCalendarService } from '../features/calendar/calendar.service';
import { createChecklistHandlers } from '../features/checklist/checklist.handlers';
import { createChecklistRepo } from '../features/checklist/checklist.repo';
import { createChecklistService } from '../features/checklist/checklist.service';
import { createClientHandlers } from '../features/client/client.handlers';
import { createClientRepo } from '../features/client/client.repo';
import { type ClientService, createClientService } from '../features/client/client.service';
import { createCompanyHandlers } from '../features/company/company.handlers';
import { createCompanyRepo } from '../features/company/company.repo';
import { createCompanyService } from '../features/company/company.service';
import { createDeskHandlers } from '../features/desk/desk.handlers';
import { createDeskRepo } from '../features/desk/desk.repo';
import { createDossierHandlers } from '../features/dossier/dossier.handlers';
import { createDossierRepo } from '../features/dossier/dossier.repo';
import { aToBDue, bToArchiveDue, mayOpenDossier } from '../features/dossier/dossier.rules';
import { createDossierService, type DossierService } from '../features/dossier/dossier.service';
import { createExportHandlers } from '../features/export/export.handlers';
import { createExportService, type Sources } from '../features/export/export.service';
import { createHandoverHandlers } from '../features/handover/handover.handlers';
import { createHandoverRepo } from '../features/handover/handover.repo';
import { createHandoverService } from '../features/handover/handover.service';
import { walkSignatures } from '../features/handover/signature-check';
import { createLedgerHandlers } from '../features/ledger/ledger.handlers';
import { createLedgerRepo } from '../features/ledger/ledger.repo';
import { createLedgerService } from '../features/ledger/ledger.service';
import { createNoteHandlers } from '../features/note/note.handlers';
import { createCredentials } from '../features/people/credentials';
import { createPeopleHandlers } from '../features/people/people.handlers';
import { createPeopleRepo } from '../features/people/people.repo';
import { createPeopleService, type PeopleService } from '../features/people/people.service';
import { createSessions, type Sessions } from '../features/people/sessions';
import { createPlaceRepo } from '../features/place/place.repo';
import { createPrintHandlers } from '../features/print/print.handlers';
import { createProjectHandlers } from '../features/project/project.handlers';
import { createProjectRepo } from '../features/project/project.repo';
import { createProjectService } from '../features/project/project.service';
import { createRecordClassHandlers } from '../features/record-class/record-class.handlers';
import { createRecordClassRepo } from '../features/record-class/record-class.repo';
import { createRecordClassService, type RecordClassService } from '../features/record-class/record-class.service';
import { createRetentionHandlers } from '../features/retention/retention.handlers';
import { createRetentionRepo } from '../features/retention/retention.repo';
import { createRetentionService, type RetentionService } from '../features/retention/retention.service';
import { createSearchHandlers } from '../features/search/search.handlers';
import { createSearchRepo } from '../features/search/search.repo';
import { createDispatch, type Dispatch, type Handlers } from '../ipc/dispatch';
import { createSearchIndex } from '../search/search-index';
import { createAttaching } from './attaching';
import { createDemonstration } from './demonstration';
import { createFounding } from './founding';
import type { Outside } from './outside';
import { createPaperwork } from './paperwork';

export interface App {
  dispatch: Dispatch;
  sessions: Sessions;
  journal: Journal;
}

/** The only wiring: makes every part and hands each what it needs of the others. */
export function compose(outside: Outside): App {
  const { db, clock, log, publish } = outside;
  const journal = createJournal(db, createSearchIndex(db), publish);
  const repos = createRepos(db);
  const services = createServices(outside, repos, journal);
  const { sessions } = services;
  const { asOfNow, allows } = services.people;
  const handlers = createHandlers(outside, repos, services, journal.commit);
  const dispatch = createDispatch({ sessions, clock, commit: journal.commit, asOfNow, allows, log, handlers });
  return { dispatch, sessions, journal };
}

/** What the services read and write with; repositories that only answer a page are made with its handlers. */
const createRepos = (db: Database) => ({
  company: createCompanyRepo(db),
  people: createPeopleRepo(db),
  calendar: createCalendarRepo(db),
  client: createClientRepo(db),
  project: createProjectRepo(db),
  dossier: createDossierRepo(db),
  checklists: createChecklistRepo(db),
  classes: createRecordClassRepo(db),
  retentions: createRetentionRepo(db),
  places: createPlaceRepo(db),
  handover: createHandoverRepo(db),
  ledger: createLedgerRepo(db),
  audit: createAuditRepo(db),
});
type Repos = ReturnType<typeof createRepos>;

function createServices(outside: Outside, repos: Repos, { commit, head }: Journal) {
  const { db, clock, version, freeBytes, publish, argon2 } = outside;
  const { calendar } = repos.calendar;
  const idleMinutes = () => repos.company.read()?.idleMinutes ?? 5;
  const sessions = createSessions(clock, idleMinutes, () => publish(['session']));
  const credentials = createCredentials(db, repos.people, commit, argon2);
  const people = createPeopleService({
    repo: repos.people,
    commit,
    sessions,
    idleMinutes,
    heldBy: repos.dossier.heldBy,
    newSessionName: () => randomBytes(8).toString('hex'),
  });
  const client = createClientService(repos.client, commit);
  const company = createCompanyService({
    repo: repos.company,
    commit,
    calendar,
    head,
    version,
    freeBytes,
    newLedgerId: () => randomUUID().replaceAll('-', ''),
    layFoundations: (today) => {
      repos.calendar.seed();
      retention.layFoundations();
      recordClass.layFoundations(retention.list());
      checklist.layFoundations(today);
    },
  });
  const checklist = createChecklistService({ repo: repos.checklists, commit });
  const retention = createRetentionService({ repo: repos.retentions });
  const recordClass = createRecordClassService({
    repo: repos.classes,
    shortName: () => company.demand().shortName,
  });
  const papers = createPaperServices({ repos, commit, people, client, recordClass, retention });
  const attachment = createAttaching(outside, commit, papers);
  const { note, print } = createPaperwork({
    ...{ db, repos, papers, people, client, recordClass, company, commit, head },
    attachmentOf: attachment.service.printed,
  });
  const exported = createExportService({
    allows: people.allows,
    commit,
    sources: {
      ledger: repos.ledger,
      handovers: repos.handover,
      clients: repos.client,
      projects: repos.project,
      audit: eventsOf(repos.audit),
      dossierOf: papers.dossier.show,
      staff: people.staff,
    },
  });
  const calendarService = createCalendarService({ repo: repos.calendar, commit, remindAll: papers.dossier.remindAll });
  return {
    sessions,
    credentials,
    people,
    client,
    company,
    checklist,
    recordClass,
    retention,
    calendar: calendarService,
    ...papers,
    note,
    print,
    exported,
    attachment,
  };
}
type Services = ReturnType<typeof createServices>;

/** The audit log as an export goes through it. */
const eventsOf = (repo: AuditRepo): Sources['audit'] => ({
  ids: ({ name: _, ...filter }) => repo.seqs(instantsOf(filter)),
  byId: (seq) => {
    const event = repo.bySeq(seq);
    return event && viewOf(repo, event);
  },
});

/** Projects, dossiers and handovers ask each other. */
function createPaperServices({
  repos,
  commit,
  people: { demandPresent, allows, person },
  client,
  recordClass,
  retention,
}: {
  repos: Repos;
  commit: Commit;
  people: PeopleService;
  client: ClientService;
  recordClass: RecordClassService;
  retention: RetentionService;
}) {
  const { calendar } = repos.calendar;
  const project = createProjectService({
    repo: repos.project,
    commit,
    demandPresent,
    demandClient: client.show,
    isHandedOver: (id) => handover.isHandedOver(id),
    mayOpenDossier,
    followProject: (id) => dossier.followProject(id),
  });
  const dossier: DossierService = createDossierService({
    repo: repos.dossier,
    checklists: repos.checklists,
    commit,
    project: project.show,
    underway: (id) => handover.underway(id),
    calendar,
    classes: recordClass,
    retentions: retention,
    placeOf: repos.places.byId,
    demandClient: client.show,
    nameOf: (id) => person(id)?.name,
  });
  const receive = (id: number, on: Day, place: Place): string => {
    const archiveNo = recordClass.giveNumber(dossier.demand(id).classId, id, on);
    repos.dossier.receive(id, archiveNo, on, repos.places.box(place));
    return archiveNo;
  };
  const handover = createHandoverService({
    repo: repos.handover,
    dossiers: { ...repos.dossier, demand: dossier.demand, receive, aToBDue, bToArchiveDue },
    commit,
    project: project.show,
    calendar,
    demandPresent,
    mayAccept: (staffId) => allows(staffId, 'handover.accept'),
  });
  const ledger = createLedgerService({
    repo: repos.ledger,
    commit,
    stateOf: (id) => dossier.demand(id).state,
    box: repos.places.box,
    setPlace: repos.dossier.setPlace,
  });
  return { project, dossier, handover, ledger };
}

function createHandlers(outside: Outside, repos: Repos, services: Services, commit: Commit): Handlers {
  const { db, clock, startAfresh, printer, publish } = outside;
  const { company, people, credentials, dossier, handover } = services;
  const { allows } = people;
  return {
    company: createCompanyHandlers({
      service: company,
      startAfresh,
      foundWith: createFounding({ company, people, credentials }),
      foundDemonstration: createDemonstration(services),
    }),
    people: createPeopleHandlers(people, credentials),
    client: createClientHandlers(services.client),
    project: createProjectHandlers(services.project),
    dossier: createDossierHandlers(dossier),
    handover: createHandoverHandlers(handover, credentials.confirm),
    ledger: createLedgerHandlers(services.ledger),
    search: createSearchHandlers(createSearchRepo(db), allows),
    print: createPrintHandlers(services.print, printer, clock),
    export: createExportHandlers(services.exported, printer, clock, () => publish(['export'])),
    desk: createDeskHandlers({ repo: createDeskRepo(db), calendar: repos.calendar.calendar, allows }),
    audit: createAuditHandlers({
      repo: repos.audit,
      commit,
      clock,
      allows,
      walkSignatures: () => walkSignatures(repos.handover),
    }),
    calendar: createCalendarHandlers(services.calendar),
    checklist: createChecklistHandlers(services.checklist),
    attachment: services.attachment.handlers,
    recordClass: createRecordClassHandlers(services.recordClass),
    retention: createRetentionHandlers(services.retention),
    note: createNoteHandlers(services.note),
  };
}
