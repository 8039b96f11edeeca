import { randomBytes, randomUUID } from 'node:crypto';
import type { Options } from '@node-rs/argon2';
import type { Database } from 'better-sqlite3';
import { createJournal, type Journal } from '../db/journal';
import { createAuditHandlers } from '../features/audit/audit.handlers';
import { createAuditRepo } from '../features/audit/audit.repo';
import { createCalendarHandlers } from '../features/calendar/calendar.handlers';
import { createCalendarRepo } from '../features/calendar/calendar.repo';
import { createCalendarService } from '../features/calendar/calendar.service';
import { createChecklistHandlers } from '../features/checklist/checklist.handlers';
import { createChecklistRepo } from '../features/checklist/checklist.repo';
import { createChecklistService } from '../features/checklist/checklist.service';
import { createClientHandlers } from '../features/client/client.handlers';
import { createClientRepo } from '../features/client/client.repo';
import { createClientService } from '../features/client/client.service';
import { createCompanyHandlers } from '../features/company/company.handlers';
import { createCompanyRepo } from '../features/company/company.repo';
import { createCompanyService } from '../features/company/company.service';
import { createDeskHandlers } from '../features/desk/desk.handlers';
import { createDeskRepo } from '../features/desk/desk.repo';
import { createDossierHandlers } from '../features/dossier/dossier.handlers';
import { createDossierRepo } from '../features/dossier/dossier.repo';
import { aToBDue, bToArchiveDue, mayOpenDossier } from '../features/dossier/dossier.rules';
import { createDossierService, type DossierService } from '../features/dossier/dossier.service';
import { createHandoverHandlers } from '../features/handover/handover.handlers';
import { createHandoverRepo } from '../features/handover/handover.repo';
import { createHandoverService } from '../features/handover/handover.service';
import { createLedgerHandlers } from '../features/ledger/ledger.handlers';
import { createLedgerRepo } from '../features/ledger/ledger.repo';
import { createLedgerService } from '../features/ledger/ledger.service';
import { createCredentials } from '../features/people/credentials';
import { createPeopleHandlers, hashSecrets } from '../features/people/people.handlers';
import { createPeopleRepo } from '../features/people/people.repo';
import { createPeopleService } from '../features/people/people.service';
import { createSessions, type Sessions } from '../features/people/sessions';
import { createPrintHandlers, type Printer } from '../features/print/print.handlers';
import { createPrintService } from '../features/print/print.service';
import { createProjectHandlers } from '../features/project/project.handlers';
import { createProjectRepo } from '../features/project/project.repo';
import { createProjectService } from '../features/project/project.service';
import { createSearchHandlers } from '../features/search/search.handlers';
import { createSearchRepo } from '../features/search/search.repo';
import type { Clock } from '../ipc/context';
import { createDispatch, type Dispatch, type DispatchParts } from '../ipc/dispatch';
import { createSearchIndex } from '../search/search-index';
import { createDemonstration } from './demonstration';
import { OFFICE_DEPARTMENT } from './strings';

export interface Outside {
  db: Database;
  clock: Clock;
  version: string;
  /** Bytes free on the disk that holds the ledger. */
  freeBytes(): number;
  /** Puts the present ledger aside and opens an empty one in its place. */
  startAfresh(): void;
  printer: Printer;
  log: DispatchParts['log'];
  /** Told the changed tables after each commit, and `session` when a window locks by itself. */
  publish(tables: readonly string[]): void;
  /** Cheaper passwords where thousands are made in a test; the real costs when absent. */
  argon2?: Options;
}

export interface App {
  dispatch: Dispatch;
  sessions: Sessions;
  journal: Journal;
}

/** The only wiring: makes every part and hands each what it needs of the others. */
export function compose({ db, clock, version, freeBytes, startAfresh, printer, log, publish, argon2 }: Outside): App {
  const journal = createJournal(db, createSearchIndex(db), publish);
  const { commit, head } = journal;

  const companyRepo = createCompanyRepo(db);
  const peopleRepo = createPeopleRepo(db);
  const calendarRepo = createCalendarRepo(db);
  const dossierRepo = createDossierRepo(db);
  const handoverRepo = createHandoverRepo(db);
  const checklistRepo = createChecklistRepo(db);
  const { calendar } = calendarRepo;

  const idleMinutes = () => companyRepo.read()?.idleMinutes ?? 5;
  const sessions = createSessions(clock, idleMinutes, () => publish(['session']));
  const credentials = createCredentials(db, peopleRepo, commit, argon2);
  const people = createPeopleService({
    repo: peopleRepo,
    commit,
    sessions,
    idleMinutes,
    heldBy: dossierRepo.heldBy,
    newSessionName: () => randomBytes(8).toString('hex'),
  });
  const { allows, asOfNow, demandPresent } = people;

  const client = createClientService(createClientRepo(db), commit);
  const project = createProjectService({
    repo: createProjectRepo(db),
    commit,
    demandPresent,
    demandClient: client.show,
    isHandedOver: (id) => handover.isHandedOver(id),
    mayOpenDossier,
    followProject: (id) => dossier.followProject(id),
  });
  const dossier: DossierService = createDossierService({
    repo: dossierRepo,
    checklists: checklistRepo,
    commit,
    project: project.show,
    underway: (id) => handover.underway(id),
    calendar,
    expectedNumber: (type) => handover.expectedNumber(type),
  });
  const handover = createHandoverService({
    repo: handoverRepo,
    dossiers: { ...dossierRepo, demand: dossier.demand, aToBDue, bToArchiveDue },
    commit,
    project: project.show,
    calendar,
    shortName: () => company.demand().shortName,
    demandPresent,
    mayAccept: (staffId) => allows(staffId, 'handover.accept'),
  });
  const company = createCompanyService({
    repo: companyRepo,
    commit,
    calendar,
    head,
    version,
    freeBytes,
    newLedgerId: () => randomUUID().replaceAll('-', ''),
    layFoundations: () => {
      calendarRepo.seed();
      handover.layFoundations();
      checklist.layFoundations(today);
    },
  });
  const print = createPrintService({
    dossierOf: dossier.show,
    handoverOf: handover.show,
    companyOf: () => company.demand().name,
    journalHead: () => ({ ...head(), ledgerId: company.demand().ledgerId }),
    commit,
  });

  const dispatch = createDispatch({
    sessions,
    clock,
    commit,
    asOfNow,
    allows,
    log,
    handlers: {
      company: createCompanyHandlers({
        service: company,
        startAfresh,
        foundWith: async ({ administrator: { name, login, password, pin }, ...names }, ctx) => {
          const secrets = await hashSecrets(credentials, login, { password, pin });
          const first = { name, login, positions: ['systemAdmin' as const], inChargeOf: [] };
          const staffId = company.found(names, false, () => people.engageFirst(OFFICE_DEPARTMENT, first, secrets), ctx);
          people.begin({ staffId, name }, ctx);
          return { staffId };
        },
        foundDemonstration: createDemonstration({
          company,
          people,
          client,
          project,
          dossier,
          handover,
          credentials,
          checklists: checklistRepo,
        }),
      }),
      people: createPeopleHandlers(people, credentials),
      client: createClientHandlers(client),
      project: createProjectHandlers(project),
      dossier: createDossierHandlers(dossier),
      handover: createHandoverHandlers(handover, credentials.confirm),
      ledger: createLedgerHandlers(
        createLedgerService({
          repo: createLedgerRepo(db),
          commit,
          stateOf: (id) => dossier.demand(id).state,
          setPlace: dossierRepo.setPlace,
        }),
      ),
      search: createSearchHandlers(createSearchRepo(db), allows),
      print: createPrintHandlers(print, printer, clock),
      desk: createDeskHandlers({ repo: createDeskRepo(db), calendar, allows }),
      audit: createAuditHandlers(createAuditRepo(db), commit, allows),
      calendar: createCalendarHandlers(
        createCalendarService({ repo: calendarRepo, commit, remindAll: dossier.remindAll }),
      ),
    },
  });
  return { dispatch, sessions, journal };
}
