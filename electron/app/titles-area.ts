import type { Database } from 'better-sqlite3';
import type { ProjectRow } from '../../shared/api/project.contract';
import type { Calendar } from '../../shared/calendar/working-days';
import type { Commit, Journal } from '../db/journal';
import type { PeopleService } from '../features/people/people.service';
import type { Inside } from '../features/safe/contents.service';
import { createSafeHandlers } from '../features/safe/safe.handlers';
import { createSafeRepo, type SafeRepo } from '../features/safe/safe.repo';
import { createSafeService } from '../features/safe/safe.service';
import { walkSafeSignatures } from '../features/safe/signature-check';
import { walkStocktakes } from '../features/stocktake/signature-check';
import { createStocktakeHandlers } from '../features/stocktake/stocktake.handlers';
import { createStocktakeRepo, type StocktakeRepo } from '../features/stocktake/stocktake.repo';
import { createStocktakeService } from '../features/stocktake/stocktake.service';
import { createFixedTitles, type FixedTitles } from '../features/title/fixed-titles';
import { createListingRepo, type ListingRepo } from '../features/title/listing.repo';
import { createMovementRepo, type MovementRepo } from '../features/title/movement.repo';
import { headOf } from '../features/title/moving.service';
import { walkFreedTitles, walkSlipSignatures } from '../features/title/signature-check';
import { createStock, type Stock } from '../features/title/stock';
import { createMoveHandlers, createTitleHandlers } from '../features/title/title.handlers';
import { createTitleRepo, type TitleRepo } from '../features/title/title.repo';
import {
  certificateKey,
  EXPIRY_NOTICE_DAYS,
  entryOf,
  provisionalNo,
  type SlipDraft,
  whyFieldsWrong,
} from '../features/title/title.rules';
import { createTitleService, type TitleService } from '../features/title/title.service';
import { walkTitleHandovers } from '../features/title-handover/signature-check';
import { createTitleHandoverHandlers } from '../features/title-handover/title-handover.handlers';
import {
  createTitleHandoverRepo,
  type TitleHandover,
  type TitleHandoverRepo,
} from '../features/title-handover/title-handover.repo';
import {
  createTitleHandoverService,
  type Entering,
  type Entry,
} from '../features/title-handover/title-handover.service';
import { ahead } from '../ipc/ahead';

export const createTitleRepos = (db: Database) => {
  const movements = createMovementRepo(db);
  const stock = createStock(movements);
  const titles = createTitleRepo(db);
  return {
    titles,
    fixedTitles: createFixedTitles({ fixedAfter: titles.fixedAfter, settled: movements.settled }),
    titleListing: createListingRepo(db),
    movements,
    stock,
    titlesGoAhead: createGoAhead(db, stock),
    safes: createSafeRepo(db),
    titleHandovers: createTitleHandoverRepo(db),
    stocktakes: createStocktakeRepo(db),
  };
};

/** Reads the movements in the time between other things, before somebody asks what is in a safe. */
function createGoAhead(db: Database, stock: Stock): () => void {
  let isGoing = false;
  const may = () => (db.open ? (db.inTransaction ? 'wait' : 'goOn') : 'stop');
  const end = () => {
    isGoing = false;
  };
  return () => {
    if (isGoing) return;
    isGoing = true;
    // What fails here fails again when it is asked for, and is told then.
    void ahead(stock.ahead(), may).then(end, end);
  };
}

export interface TitleRepos {
  titles: TitleRepo;
  fixedTitles: FixedTitles;
  titleListing: ListingRepo;
  movements: MovementRepo;
  stock: Stock;
  safes: SafeRepo;
  titleHandovers: TitleHandoverRepo;
  stocktakes: StocktakeRepo;
}

interface Parts {
  repos: TitleRepos;
  commit: Commit;
  head: Journal['head'];
  people: PeopleService;
  calendar(): Calendar;
  project(id: number): ProjectRow;
}

/** Title documents with the safes that they lie in and the lists by which they come. */
export function createTitlesArea({ repos, commit, head, people, calendar, project }: Parts) {
  const { titles, movements, stock, safes, titleHandovers, stocktakes } = repos;
  const { demandPresent } = people;
  const safe = createSafeService({
    ...{ repo: safes, commit, demandPresent },
    isExecutive: (staffId) => people.allows(staffId, 'title.approve'),
    inside: createInside(repos),
  });
  const numberOf = ({ projectId, archiveNo }: { projectId: number; archiveNo?: string | undefined }) =>
    archiveNo ?? provisionalNo(projectId);
  const stocktake = createStocktakeService({
    repo: stocktakes,
    stock,
    compartments: safe.compartments,
    certificateKey,
    numberOf,
    commit,
    head,
    demandPresent,
    allows: people.allows,
    holdersOf: (safeId) => safes.custody(safeId).map(({ holderId }) => holderId),
    nameOf: (staffId) => people.person(staffId)?.name,
    borrowedOn: titles.borrowedOn,
  });
  const title = createTitleService({
    titles,
    listing: repos.titleListing,
    fixedTitles: repos.fixedTitles,
    movements,
    stock,
    safes: safe,
    commit,
    demandPresent,
    compartments: safe.compartments,
    handoverOf: titleHandovers.ofTitle,
    waitingWith: titleHandovers.waitingWith,
    stocktakes: stocktake,
  });
  const titleHandover = createTitleHandoverService({
    repo: titleHandovers,
    commit,
    calendar,
    project,
    numberOf,
    demandPresent,
    whyNotNewCertificate: title.whyNotNewCertificate,
    whyFieldsWrong,
    certificateKey,
    entry: createEntry(titles, title),
  });
  return { safe, title, titleHandover, stocktake };
}

/** What lies in the safes, in the words of the titles. */
const createInside = ({ titleListing, fixedTitles, stock }: TitleRepos): Inside => ({
  ...{ holdings: stock.on, dayIn: stock.dayIn, daysIn: stock.daysIn, firstDayIn: stock.firstDayIn },
  ...{ lastId: stock.lastId, expiryNoticeDays: EXPIRY_NOTICE_DAYS },
  kinds: fixedTitles.kinds,
  titles: (ids) =>
    new Map(
      titleListing
        .inSafes(ids)
        .map((its) => [its.id, { ...its, number: its.archiveNo ?? provisionalNo(its.projectId) }]),
    ),
  slips: (ids) => new Map(titleListing.signedSlips(ids).map((its) => [its.id, its])),
});

/** How titles that three people have signed for come into the safe: their rows, what they secure, and the slip. */
function createEntry(titles: TitleRepo, { moving }: TitleService): Entry {
  const draft = (
    handover: TitleHandover,
    entering: readonly Entering[],
    titleIdOf: (lineId: number) => number,
    today: string,
  ): SlipDraft => ({
    ...headOf('in', { reason: handover.project, basis: handover.no, remarks: '' }, today),
    ...{ party: handover.a, partyStaffId: handover.aId, handoverId: handover.id },
    lines: entering.map(({ line, compartmentId }) => ({
      ...{ titleId: titleIdOf(line.id), certificateNo: line.certificateNo, quantity: line.quantity },
      ...{ from: { place: 'outside' as const }, to: entryOf(line.storage, compartmentId) },
    })),
  });
  return {
    demandPossible: (handover, entering, custodianId, secondId, ctx) =>
      moving.demandPossible(
        draft(handover, entering, () => 0, ctx.today),
        custodianId,
        secondId,
        ctx,
      ),
    enter: (handover, entering, by, ctx) => {
      const became = entering.map(({ line }) => {
        const { id: lineId, nameAgrees: _, numberAgrees: __, quantityFound: ___, checkRemark: ____, ...fields } = line;
        const row = { projectId: handover.projectId, certificateKey: certificateKey(line.certificateNo) };
        const titleId = titles.add({ ...fields, ...row, registeredOn: ctx.today });
        titles.secure(titleId, handover.projectId, ctx.today);
        return { lineId, titleId };
      });
      const titleIdOf = (id: number) => became.find(({ lineId }) => lineId === id)?.titleId ?? 0;
      const { id: slipId, no: slipNo } = moving.write(draft(handover, entering, titleIdOf, ctx.today), by, ctx);
      return { slipId, slipNo, became };
    },
  };
}

/** One line a feature: what the windows may ask of titles and safes. */
export const createTitleAreaHandlers = (
  { safe, title, titleHandover, stocktake }: ReturnType<typeof createTitlesArea>,
  confirm: Parameters<typeof createTitleHandlers>[1],
) => ({
  safe: createSafeHandlers(safe, confirm),
  title: createTitleHandlers(title, confirm),
  titleMove: createMoveHandlers(title, confirm),
  titleHandover: createTitleHandoverHandlers(titleHandover, confirm),
  stocktake: createStocktakeHandlers(stocktake, confirm),
});

/** Looks for a signature of the area that does not fit what it stands under. */
export const titleWalks = ({
  titles,
  movements,
  titleHandovers,
  safes,
  stocktakes,
}: Pick<TitleRepos, WithSignatures>) =>
  [
    walkSlipSignatures(movements, titles),
    walkFreedTitles(titles),
    walkTitleHandovers(titleHandovers),
    walkStocktakes(stocktakes),
    ...walkSafeSignatures(safes),
  ] as const;
export type WithSignatures = 'titles' | 'movements' | 'titleHandovers' | 'safes' | 'stocktakes';
