import type { WaitingBorrowing } from '../../../shared/api/borrowing-slip.contract';
import type { ComplaintRow } from '../../../shared/api/complaint.contract';
import type { Permission } from '../../../shared/api/contract';
import {
  type ComplaintPaper,
  type Duty,
  MOST_OTHERS,
  MOST_TITLE_DUTIES,
  type StaffHandoverSignature,
  type TitleDuties,
} from '../../../shared/api/desk.contract';
import type { WaitingList } from '../../../shared/api/disposal.contract';
import type { ExtensionView } from '../../../shared/api/extension.contract';
import type { OpenSafe } from '../../../shared/api/safe.contract';
import type { WaitingStocktake } from '../../../shared/api/stocktake.contract';
import type { TitleHandoverRow } from '../../../shared/api/title-handover.contract';
import { type Calendar, type Day, daysBetween, workingDaysLeft } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { DeskRepo, OpenDuty, Turn } from './desk.repo';

interface Parts {
  repo: DeskRepo;
  calendar(): Calendar;
  allows(staffId: number, permission: Permission): boolean;
  /** Lists of appraisal, destruction and transfer that wait for the person. */
  listsWaitingFor(staffId: number, today: Day): WaitingList[];
  /** Lists of title documents on which somebody has something to do. */
  titleLists(today: Day): readonly TitleHandoverRow[];
  /** Requests for more time that wait. */
  waiting(ctx: SignedInContext): readonly ExtensionView[];
  /** Staff handover lists that ask the person for a signature. */
  signaturesWantedOf(staffId: number, today: Day): StaffHandoverSignature[];
  /** Open stocktakes that wait for the person. */
  stocktakesWaitingFor(staffId: number): WaitingStocktake[];
  /** Safes that stand open. */
  standingOpen(): OpenSafe[];
  /** Titles that expire or are out past their day; of A, those of the own projects. */
  titleDuties(today: Day, most: number, its: { aManagerId?: number; told: ReadonlySet<number> }): TitleDuties;
  /** Slips, loans and what is back again that wait for the person. */
  borrowingsWaitingFor(staffId: number, today: Day): WaitingBorrowing[];
  /** Complaints of which the next step is the person's own. */
  complaintsWaitingFor(ctx: SignedInContext): readonly ComplaintRow[];
  /** Of complaints: what the person has to say, or to decide on. */
  complaintPapersFor(ctx: SignedInContext): ComplaintPaper[];
}

export function createDeskHandlers({
  repo,
  calendar,
  allows,
  waiting,
  signaturesWantedOf,
  listsWaitingFor,
  titleLists,
  titleDuties,
  stocktakesWaitingFor,
  standingOpen,
  borrowingsWaitingFor,
  complaintsWaitingFor,
  complaintPapersFor,
}: Parts): HandlersOf<'desk'> {
  /** A title that is overdue on a slip that stands on the same desk is one thing to see to. */
  const titlesOf = (staffId: number, today: Day, borrowings: readonly WaitingBorrowing[]): TitleDuties => {
    const told = new Set(borrowings.flatMap(({ what, borrowingId = 0 }) => (what === 'overdue' ? borrowingId : [])));
    if (allows(staffId, 'title.keep')) return titleDuties(today, MOST_TITLE_DUTIES, { told });
    if (allows(staffId, 'title.read')) return titleDuties(today, MOST_TITLE_DUTIES, { told, aManagerId: staffId });
    return { titles: [], titlesTotal: 0, titlesLate: 0 };
  };
  return {
    show: (_, ctx) => {
      const days = calendar();
      const me = ctx.actor.staffId;
      const ofTitles = titleLists(ctx.today).map((its) => titleDuty(its, me));
      const turns = [...repo.turns(), ...repo.supplements(), ...ofTitles].sort(byLimit);
      const withDays = (duty: OpenDuty): Duty => {
        if (duty.dueOn === undefined) return { ...duty, lateDays: 0 };
        const left = workingDaysLeft(ctx.today, duty.dueOn, days);
        const lateDays = Math.max(0, daysBetween(duty.dueOn, ctx.today));
        return { ...duty, lateDays, workingDaysLeft: left };
      };
      /** Thousands may be under way in the house: only of those that are shown the rest is read. */
      const inWords = (shown: readonly (Turn | OpenDuty)[]): Duty[] => {
        const ids = shown.flatMap((its) => ('title' in its ? [] : its.dossierId));
        const duties = new Map(repo.duties(ids).map((duty) => [duty.dossierId, duty]));
        return shown.flatMap((its) => ('title' in its ? its : (duties.get(its.dossierId) ?? []))).map(withDays);
      };
      const borrowings = borrowingsWaitingFor(me, ctx.today);
      const forMe = new Set(OF_ANYBODY.filter(([, needed]) => allows(me, needed)).map(([kind]) => kind));
      const isMine = ({ kind, staffId }: Turn | OpenDuty) => (staffId === undefined ? forMe.has(kind) : staffId === me);
      const seesAll = allows(me, 'ledger.read');
      const others = seesAll ? turns.filter((turn) => !isMine(turn)) : [];
      const toDecide = waiting(ctx).filter(({ decidable }) => decidable);
      return {
        mine: [...toDecide.map(toDuty), ...inWords(turns.filter(isMine))],
        lists: listsWaitingFor(me, ctx.today),
        signatures: signaturesWantedOf(me, ctx.today),
        stocktakes: stocktakesWaitingFor(me),
        openSafes: allows(me, 'title.keep') ? standingOpen() : [],
        ...titlesOf(me, ctx.today, borrowings),
        borrowings,
        complaints: allows(me, 'complaint.read') ? [...complaintsWaitingFor(ctx)] : [],
        complaintPapers: complaintPapersFor(ctx),
        others: inWords(others.slice(0, MOST_OTHERS)),
        othersTotal: others.length,
        othersLate: others.filter(({ dueOn }) => dueOn !== undefined && dueOn < ctx.today).length,
      };
    },
  };
}

/** What anybody may do who holds the permission: archivists, custodians. */
const OF_ANYBODY: readonly (readonly [Duty['kind'], Permission])[] = [
  ['checkAtArchive', 'handover.accept'],
  ['confirmSupplement', 'handover.accept'],
  ['acceptTitles', 'title.keep'],
];

/** A list of titles waits for A, B and the custodian together; one that came back, for A. */
function titleDuty(its: TitleHandoverRow, me: number): OpenDuty {
  const { id, no, number, titles, pieces, project: title, client, dueOn, aId, a, bId } = its;
  const shared = { title, client, dueOn, byKeeper: false, titleList: { id, no, number, titles, pieces } };
  if (its.state === 'sentBack')
    return { ...shared, kind: 'giveTitlesAgain', staffId: aId, staff: a, sentBackBecause: its.reason };
  return me === aId || me === bId
    ? { ...shared, kind: 'signTitles', staffId: me }
    : { ...shared, kind: 'acceptTitles' };
}

/** What is due first stands first; what has no limit, last. */
const byLimit = (a: Turn | OpenDuty, b: Turn | OpenDuty): number => orderOf(a.dueOn ?? '9', b.dueOn ?? '9');

/** Days are compared as they are written: a language's own order takes ten times as long. */
const orderOf = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** A request has no limit of its own; how long it waits stands beside it. */
const toDuty = ({ id, dossierId, dossier, client, asker, newDueOn, waitingDays }: ExtensionView): Duty => ({
  kind: 'decideExtension',
  dossierId,
  title: dossier,
  client: client ?? '',
  byKeeper: false,
  lateDays: 0,
  request: { id, asker, newDueOn, waitingDays },
});
