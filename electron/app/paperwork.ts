import type { Database } from 'better-sqlite3';
import { AppError } from '../../shared/api/errors';
import type { LedgerNames, LedgerQuestion } from '../../shared/api/ledger.contract';
import type { Commit, Journal } from '../db/journal';
import type { CalendarRepo } from '../features/calendar/calendar.repo';
import type { ClientRepo } from '../features/client/client.repo';
import type { ClientService } from '../features/client/client.service';
import type { CompanyService } from '../features/company/company.service';
import type { DisposalService } from '../features/disposal/disposal.service';
import type { DossierService } from '../features/dossier/dossier.service';
import type { HandoverRepo } from '../features/handover/handover.repo';
import type { HandoverService } from '../features/handover/handover.service';
import type { LedgerRepo } from '../features/ledger/ledger.repo';
import { createNoteRepo } from '../features/note/note.repo';
import { createNoteService } from '../features/note/note.service';
import type { PeopleService } from '../features/people/people.service';
import type { createPlaceRepo } from '../features/place/place.repo';
import type { PlaceService } from '../features/place/place.service';
import { createLabelRepo } from '../features/print/label.repo';
import { createPrintService, type PrintParts } from '../features/print/print.service';
import type { Shown } from '../features/print/shown';
import type { ProjectRepo } from '../features/project/project.repo';
import type { NumberRepo } from '../features/record-class/number.repo';
import type { RestoreRepo } from '../features/restore/restore.repo';
import type { SupplementService } from '../features/supplement/supplement.service';
import type { TitleService } from '../features/title/title.service';
import { createDemandSearchable } from '../search/standing';

type PlaceRepo = ReturnType<typeof createPlaceRepo>;

interface Parts {
  db: Database;
  repos: {
    ledger: LedgerRepo;
    handover: HandoverRepo;
    client: ClientRepo;
    project: ProjectRepo;
    places: Pick<PlaceRepo, 'byId'>;
    numbers: NumberRepo;
    restores: Pick<RestoreRepo, 'rehearsal'>;
    calendar: Pick<CalendarRepo, 'calendar'>;
  };
  papers: { dossier: DossierService; handover: HandoverService; supplement: Pick<SupplementService, 'show'> };
  people: PeopleService;
  client: ClientService;
  namesOf(filter: LedgerQuestion['filter']): LedgerNames;
  company: CompanyService;
  attachmentOf: Shown['attachmentOf'];
  disposal: Pick<DisposalService, 'show' | 'dueIds' | 'dueOne'>;
  place: Pick<PlaceService, 'lineIds' | 'line'>;
  classNameOf: Shown['classNameOf'];
  latenessOf: Shown['latenessOf'];
  safes: Shown['safes'];
  stocktakeOf: Shown['stocktakeOf'];
  borrowings: Shown['borrowings'];
  complaints: Shown['complaints'];
  staffHandovers: Shown['staffHandovers'];
  titleHandoverOf: Shown['titleHandoverOf'];
  titles: Pick<TitleService, 'slip' | 'register' | 'listing'>;
  plainOf: Shown['plainOf'];
  checklistNameOf: Shown['checklistNameOf'];
  numberFaultsOf: Shown['numberFaultsOf'];
  backupKeyOf: PrintParts['backupKeyOf'];
  commit: Commit;
  head: Journal['head'];
}

/** The first of the rows with these ids, and how many ids there are. */
const firstOf = <R>(ids: readonly number[], byId: (id: number) => R | undefined, limit: number) => ({
  rows: ids.slice(0, limit).flatMap((id) => byId(id) ?? []),
  total: ids.length,
});

/** What goes to paper: the forms of records, lists as they are filtered, labels, and the notes of the note sheet. */
export function createPaperwork(parts: Parts) {
  const { db, repos, papers, disposal, place, people, client, namesOf, company, commit, head } = parts;
  const note = createNoteService({ repo: createNoteRepo(db), commit, demandDossier: papers.dossier.demand });
  const print = createPrintService({
    demandSearchable: createDemandSearchable(parts.db),
    dossierOf: papers.dossier.show,
    handoverOf: papers.handover.show,
    supplementOf: papers.supplement.show,
    attachmentOf: parts.attachmentOf,
    disposalOf: disposal.show,
    latenessOf: parts.latenessOf,
    rehearsalOf: (id) => {
      const its = repos.restores.rehearsal(id);
      if (!its) throw new AppError('notFound', 'noSuchRehearsal');
      return its;
    },
    safes: parts.safes,
    stocktakeOf: parts.stocktakeOf,
    borrowings: parts.borrowings,
    complaints: parts.complaints,
    staffHandovers: parts.staffHandovers,
    titleHandoverOf: parts.titleHandoverOf,
    titles: {
      slip: parts.titles.slip,
      register: parts.titles.register,
      list: (asked, limit, { today }) => parts.titles.listing.list({ ...asked, offset: 0, limit }, today),
      placeOf: parts.titles.listing.placeOf,
    },
    plainOf: parts.plainOf,
    checklistNameOf: parts.checklistNameOf,
    numberFaultsOf: parts.numberFaultsOf,
    backupKeyOf: parts.backupKeyOf,
    staffNameOf: (id) => people.staff().find((its) => its.id === id)?.name,
    notesOf: note.list,
    ledgerOf: (asked, limit, { today }) => repos.ledger.list({ ...asked, offset: 0, limit }, today),
    ledgerRowOf: (id, { today }) => repos.ledger.byId(id, today),
    handoversOf: (asked, limit) => firstOf(repos.handover.ids(asked), repos.handover.byId, limit),
    clientsOf: (text, limit) => repos.client.list(text, 0, limit),
    projectsOf: (clientId, limit) => firstOf(repos.project.ids(clientId), repos.project.byId, limit),
    numbersOf: (asked, limit) => firstOf(repos.numbers.ids(asked), repos.numbers.show, limit),
    placesOf: (asked, limit) => firstOf(place.lineIds(asked), place.line, limit),
    dueOf: (asked, limit, { today }) =>
      firstOf(disposal.dueIds(asked, today), (id) => disposal.dueOne(id, today), limit),
    classNameOf: parts.classNameOf,
    namesOf,
    clientNameOf: (clientId) => client.demand(clientId).name,
    placeOf: repos.places.byId,
    labels: createLabelRepo(db),
    allows: people.allows,
    companyOf: () => company.demand().name,
    journalHead: () => ({ ...head(), ledgerId: company.demand().ledgerId }),
    knownUntilYear: () => repos.calendar.calendar().knownUntilYear,
    commit,
  });
  return { note, print };
}
