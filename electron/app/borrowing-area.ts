import type { Database } from 'better-sqlite3';
import type { Commit, Head } from '../db/journal';
import { createBookRepo } from '../features/borrowing/book.repo';
import { type BorrowingRepo, createBorrowingRepo } from '../features/borrowing/borrowing.repo';
import { createBorrowingService } from '../features/borrowing/borrowing.service';
import { refusalOf, type SafeAct, type TitlesAtSafe } from '../features/borrowing/lent-things';
import { createTermRepo } from '../features/borrowing/term.repo';
import { createThingRepo } from '../features/borrowing/thing.repo';
import { createWaitingRepo } from '../features/borrowing/waiting.repo';
import type { DossierRepo } from '../features/dossier/dossier.repo';
import type { PeopleRepo } from '../features/people/people.repo';
import type { PeopleService } from '../features/people/people.service';
import type { Stock } from '../features/title/stock';
import type { TitleRepo } from '../features/title/title.repo';
import { certificateKey, provisionalNo, type SlipDraft } from '../features/title/title.rules';
import type { TitleService } from '../features/title/title.service';

export const createBorrowingRepos = (db: Database) => ({ borrowings: createBorrowingRepo(db) });

interface Parts {
  db: Database;
  repos: { borrowings: BorrowingRepo; dossier: DossierRepo; people: PeopleRepo; titles: TitleRepo; stock: Stock };
  commit: Commit;
  head(): Head;
  people: PeopleService;
  title: TitleService;
  demandClass(id: number): unknown;
}

/** Borrowing, with what it needs of dossiers, titles and people. */
export function createBorrowingArea({ db, repos, commit, head, people, title, demandClass }: Parts) {
  return createBorrowingService({
    repo: repos.borrowings,
    queue: createWaitingRepo(db),
    thingRepo: createThingRepo(db),
    termRepo: createTermRepo(db),
    bookRepo: createBookRepo(db),
    titles: createTitlesAtSafe(repos, title),
    dossiers: { setOut: repos.dossier.setOut },
    commit,
    head,
    demandClass,
    person: (id) => {
      const found = repos.people.person(id);
      if (!found) return undefined;
      const { name, departmentId, department, employment } = found;
      const known = { id, name, departmentId, department, hasLeft: employment === 'left' };
      return { ...known, positions: repos.people.positionsOf(id), charges: repos.people.chargesOf(id) };
    },
    staffIds: () => people.staff().map(({ id }) => id),
    allows: people.allows,
    demandPresent: people.demandPresent,
  });
}

/** Lending and giving back of titles through the movements of their safe, in the slip's own commit. */
function createTitlesAtSafe({ titles, stock }: Parts['repos'], { acts, moving, listing }: TitleService): TitlesAtSafe {
  const safeAct = (draft: SlipDraft): SafeAct => ({
    seen: moving.seenIn(draft),
    demandPossible: (custodianId, secondId, ctx) => moving.demandPossible(draft, custodianId, secondId, ctx),
    write: (by, ctx) => moving.write(draft, by, ctx),
  });
  const outOf = (titleIds: readonly number[]) => titleIds.map((titleId) => ({ titleId }));
  const nothing = { reason: '', basis: '', remarks: '', party: '', dueOn: '' };
  return {
    thing: (id) => {
      const its = titles.byId(id);
      if (!its) return undefined;
      const [row] = listing.byIds([id]);
      const [spot] = row?.standings ?? [];
      const place = spot?.safe
        ? `${spot.safe} ${spot.compartment ?? ''}`
        : (its.archiveNo ?? provisionalNo(its.projectId));
      const { certificateNo, name, quantity, projectId } = its;
      return {
        ...{ id, certificateNo, name, quantity, projectId, place },
        homeId: spot?.compartmentId ?? spot?.homeId,
      };
    },
    byCertificate: (certificateNo) =>
      titles.withCertificate(certificateKey(certificateNo)).find(({ id }) => stock.of(id).length > 0)?.id,
    whyNotOut: (id, today) => refusalOf(() => acts.lend({ ...nothing, pieces: outOf([id]), dueOn: today }, today)),
    lend: ({ titleIds, no, purpose, party, partyStaffId, dueOn }, today) =>
      safeAct(
        acts.lend(
          { pieces: outOf(titleIds), reason: purpose, basis: no, remarks: '', party, partyStaffId, dueOn },
          today,
        ),
      ),
    giveBack: ({ pieces, no }, today) =>
      safeAct(acts.giveBack({ pieces: [...pieces], reason: no, basis: no, remarks: '' }, today)),
  };
}
