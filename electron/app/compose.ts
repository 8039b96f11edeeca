import { randomBytes, randomUUID } from 'node:crypto';
import type { Journal } from '../db/journal';
import { createAuditHandlers, exportedEvents } from '../features/audit/audit.handlers';
import { createBookHandlers, createBorrowingHandlers } from '../features/borrowing/borrowing.handlers';
import { createCalendarHandlers } from '../features/calendar/calendar.handlers';
import { createCalendarService } from '../features/calendar/calendar.service';
import { createChecklistHandlers } from '../features/checklist/checklist.handlers';
import { createChecklistService } from '../features/checklist/checklist.service';
import { createClientHandlers } from '../features/client/client.handlers';
import { createClientService } from '../features/client/client.service';
import { createCompanyHandlers } from '../features/company/company.handlers';
import { createCompanyService } from '../features/company/company.service';
import { createDeskHandlers } from '../features/desk/desk.handlers';
import { createDeskRepo } from '../features/desk/desk.repo';
import { createDisposalHandlers } from '../features/disposal/disposal.handlers';
import { createDossierHandlers } from '../features/dossier/dossier.handlers';
import { createExportHandlers } from '../features/export/export.handlers';
import { createExportService } from '../features/export/export.service';
import { createExtensionHandlers } from '../features/extension/extension.handlers';
import { createHandoverHandlers } from '../features/handover/handover.handlers';
import { createLedgerHandlers } from '../features/ledger/ledger.handlers';
import { createNoteHandlers } from '../features/note/note.handlers';
import { createCredentials } from '../features/people/credentials';
import { createPeopleHandlers } from '../features/people/people.handlers';
import { createPeopleService } from '../features/people/people.service';
import { createSessions, type Sessions } from '../features/people/sessions';
import { createPlaceHandlers } from '../features/place/place.handlers';
import { createPrintHandlers } from '../features/print/print.handlers';
import { createProjectHandlers } from '../features/project/project.handlers';
import { createNumberHandlers } from '../features/record-class/number.handlers';
import { createRecordClassHandlers } from '../features/record-class/record-class.handlers';
import { createRetentionHandlers } from '../features/retention/retention.handlers';
import { createSupplementHandlers } from '../features/supplement/supplement.handlers';
import { createDispatch, type Dispatch, type Handlers } from '../ipc/dispatch';
import { createDemandSearchable } from '../search/standing';
import { createAttaching } from './attaching';
import { ageOfBackup, createBackupArea, createKeysOfBackups, createQuitQuestion } from './backup-area';
import { createBorrowingArea } from './borrowing-area';
import { createComplaintArea, createComplaintAreaHandlers } from './complaint-area';
import { createDemonstration } from './demonstration';
import { createDisposalArea } from './disposal-area';
import { createFounding } from './founding';
import { areaSources, walkAllSignatures } from './handover-area';
import { createImportArea } from './import-area';
import { createLeaving } from './leaving';
import { createLedgerView, ledgerNames } from './ledger-area';
import type { Outside } from './outside';
import { createPaperServices } from './paper-services';
import { createPaperwork } from './paperwork';
import { createRecordServices, createRegister } from './records-area';
import { createRepos, type Repos } from './repos';
import { createFinding, createSearchedJournal } from './searching';
import { createTitleAreaHandlers, createTitlesArea } from './titles-area';

export interface App {
  dispatch: Dispatch;
  sessions: Sessions;
  journal: Journal;
  /** Whether whoever sits at that window should be asked for a backup before it is closed. */
  asksBeforeQuitting(windowId: number): boolean;
  /** Reads, in the time between other things, what will be asked for as soon as somebody is signed in. */
  readAhead(): void;
}

/** The only wiring: makes every part and hands each what it needs of the others. */
export function compose(outside: Outside): App {
  const { db, clock, log, publish } = outside;
  const repos = createRepos(db);
  const { journal, readAhead } = createSearchedJournal(outside, repos.ledger.goAhead, (tables) => {
    publish(tables);
    repos.complaintChanges.note(tables);
    repos.titlesGoAhead();
  });
  const services = createServices(outside, repos, journal);
  const { sessions } = services;
  const { asOfNow, allows } = services.people;
  const handlers = createHandlers(outside, repos, services, journal);
  const dispatch = createDispatch({ sessions, clock, journal, asOfNow, allows, log, handlers });
  const asksBeforeQuitting = createQuitQuestion(repos, journal.head, services);
  return { dispatch, sessions, journal, readAhead, asksBeforeQuitting };
}

function createServices(outside: Outside, repos: Repos, journal: Journal) {
  const { commit, head } = journal;
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
    leftBehindBy: (id, today) => staffHandover.service.leftBehindBy(id, today),
    newSessionName: () => randomBytes(8).toString('hex'),
  });
  const staffHandover = createLeaving(db, repos, commit, (id, to, by) => titles.safe.pass(id, to, by));
  const client = createClientService({
    repo: repos.client,
    commit,
    departmentOf: (id) => people.person(id)?.departmentId,
    allows: people.allows,
  });
  const company = createCompanyService({
    repo: repos.company,
    commit,
    calendar,
    head,
    version,
    freeBytes,
    backupAge: ageOfBackup(repos.backup),
    demandShortName: (shortName, today) => recordClass.demandShortName(shortName, today),
    newLedgerId: () => randomUUID().replaceAll('-', ''),
    layFoundations: (today) => {
      repos.calendar.seed();
      retention.layFoundations();
      recordClass.layFoundations(retention.list());
      checklist.layFoundations(today);
      borrowing.layFoundations();
      complaint.layFoundations(today);
    },
  });
  const checklist = createChecklistService({ repo: repos.checklists, commit });
  const records = { repos, commit, shortName: () => company.demand().shortName };
  const { retention, recordClass, place } = createRecordServices(records);
  const papers = createPaperServices({ repos, commit, people, client, recordClass, retention });
  const number = createRegister(records, recordClass, papers.dossier, people.demandPresent);
  const disposal = createDisposalArea({ db, repos, commit, people, retention });
  const titles = createTitlesArea({ repos, commit, head, people, calendar, project: papers.project.show });
  const demandClass = recordClass.demand;
  const borrowing = createBorrowingArea({ db, repos, commit, head, people, title: titles.title, demandClass });
  const complaint = createComplaintArea({
    ...{ repos, commit, people, recordClass, retention, demandClient: client.demand },
    isUnderway: (id) => papers.handover.underway(id).open,
  });
  const attachment = createAttaching(outside, journal, {
    ...papers,
    titles: repos.titles,
    borrowing,
    complaint,
    allows: people.allows,
  });
  const importing = createImportArea(outside, journal, { people, credentials, recordClass, retention, company });
  const calendarService = createCalendarService({ repo: repos.calendar, commit, remindAll: papers.dossier.remindAll });
  const exported = createExportService({
    demandSearchable: createDemandSearchable(db),
    allows: people.allows,
    knownUntilYear: () => repos.calendar.calendar().knownUntilYear,
    commit,
    sources: {
      ledger: repos.ledger,
      handovers: repos.handover,
      titleHandovers: titles.titleHandover,
      disposal,
      ...areaSources(repos, papers.handover),
      clients: repos.client,
      projects: repos.project,
      numbers: { ids: repos.numbers.ids, byId: repos.numbers.show },
      places: { ids: place.lineIds, byId: place.line },
      audit: exportedEvents(repos.audit),
      dossierOf: papers.dossier.show,
      staff: people.staff,
      importFaults: importing.lastFaults,
      safes: titles.safe,
      staffHandovers: staffHandover.service.list,
      titles: titles.title,
      stocktakes: titles.stocktake,
      borrowings: borrowing,
      complaints: complaint,
      office: {
        classes: (today) => recordClass.overview(today).classes,
        retentions: retention.overview,
        checklists: checklist.list,
        checklist: checklist.show,
        year: calendarService.show,
        borrowingTerms: borrowing.terms,
        imports: importing.list,
        backups: { ids: repos.backup.ids, byId: repos.backup.show },
      },
    },
  });
  const backupKeys = createKeysOfBackups(outside, commit);
  const { note, print } = createPaperwork({
    ...{ db, repos, papers, people, client, company, commit, head },
    namesOf: ledgerNames(repos),
    attachmentOf: attachment.service.printed,
    disposal,
    place,
    classNameOf: (id) => recordClass.demand(id).name,
    latenessOf: papers.handover.lateness,
    safes: titles.safe,
    stocktakeOf: titles.stocktake.show,
    borrowings: { show: borrowing.show, notes: borrowing.book.notes, statistics: borrowing.book.statistics },
    staffHandovers: staffHandover.service,
    complaints: complaint.shown,
    titleHandoverOf: titles.titleHandover.show,
    titles: titles.title,
    plainOf: exported.printed,
    numberFaultsOf: number.faults,
    checklistNameOf: (id) => {
      const { name, version } = checklist.show(id);
      return `${name} V${version}`;
    },
    backupKeyOf: backupKeys.paper,
  });
  return {
    sessions,
    credentials,
    people,
    client,
    company,
    checklist,
    recordClass,
    retention,
    number,
    place,
    staffHandover,
    calendar: calendarService,
    disposal,
    ...papers,
    titles,
    borrowing,
    complaint,
    note,
    print,
    importing,
    backupKeys,
    exported,
    attachment,
  };
}
type Services = ReturnType<typeof createServices>;

function createHandlers(outside: Outside, repos: Repos, services: Services, journal: Journal): Handlers {
  const { commit } = journal;
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
    extension: createExtensionHandlers(services.extension, credentials.confirm),
    supplement: createSupplementHandlers(services.supplement, credentials.confirm),
    ledger: createLedgerHandlers(services.ledger, repos.ledger.whenReady),
    ledgerView: createLedgerView(db, commit),
    search: createFinding(db, allows),
    print: createPrintHandlers(services.print, printer, clock),
    export: createExportHandlers(services.exported, printer, clock, () => publish(['export'])),
    desk: createDeskHandlers({
      repo: createDeskRepo(db),
      calendar: repos.calendar.calendar,
      allows,
      listsWaitingFor: services.disposal.waitingFor,
      titleLists: services.titles.titleHandover.waiting,
      waiting: (ctx) => services.extension.list({ which: 'waiting' }, ctx).rows,
      signaturesWantedOf: services.staffHandover.service.signaturesWantedOf,
      stocktakesWaitingFor: services.titles.stocktake.waitingFor,
      standingOpen: services.titles.safe.standingOpen,
      titleDuties: services.titles.title.listing.duties,
      borrowingsWaitingFor: services.borrowing.waitingFor,
      complaintsWaitingFor: services.complaint.waitingFor,
      complaintPapersFor: services.complaint.papersFor,
    }),
    audit: createAuditHandlers({
      repo: repos.audit,
      commit,
      clock,
      allows,
      walkSignatures: () => walkAllSignatures(repos),
    }),
    calendar: createCalendarHandlers(services.calendar),
    checklist: createChecklistHandlers(services.checklist),
    attachment: services.attachment.handlers,
    recordClass: createRecordClassHandlers(services.recordClass),
    retention: createRetentionHandlers(services.retention),
    note: createNoteHandlers(services.note),
    number: createNumberHandlers(services.number, credentials.confirm),
    place: createPlaceHandlers(services.place),
    disposal: createDisposalHandlers(services.disposal, credentials.confirm),
    staffHandover: services.staffHandover.handlers(credentials.confirm),
    ...createBackupArea(outside, repos, journal, services),
    ...createTitleAreaHandlers(services.titles, credentials.confirm),
    borrowing: createBorrowingHandlers(services.borrowing, credentials.confirm),
    borrowingBook: createBookHandlers(services.borrowing),
    ...createComplaintAreaHandlers(services.complaint, credentials.confirm),
  };
}
