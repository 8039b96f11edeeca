import type { BorrowingFilter } from '../../../shared/api/borrowing.contract';
import {
  BORROWING_ACTS,
  type BorrowingAct,
  type BorrowingLine,
  type BorrowingRow,
  type BorrowingTrace,
  type BorrowingView,
  type RecordBorrowings,
  type RenewalView,
} from '../../../shared/api/borrowing-slip.contract';
import type { Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import type { Asking } from './asking.service';
import type { BorrowingRepo } from './borrowing.repo';
import { overdueDays, whyNotNow } from './borrowing.rules';
import type { Deciding } from './deciding.service';
import { refusalOf } from './lent-things';
import type { Persons } from './persons';
import type { KeptLine, KeptRenewal, Slip } from './slip.repo';
import { type Things, thingOf } from './things.service';
import type { Trace, WaitingRepo } from './waiting.repo';
import { entryOf } from './waiting.service';

interface Parts {
  repo: BorrowingRepo;
  waiting: WaitingRepo;
  things: Pick<Things, 'show' | 'isTold'>;
  persons: Persons;
  asking: Asking;
  deciding: Deciding;
}

export type Reading = ReturnType<typeof createReading>;

const since = (day: Day | undefined, today: Day) => (day === undefined ? 0 : Math.max(0, daysBetween(day, today)));
const overdue = (its: { state: string; dueOn: Day }, today: Day) =>
  its.state === 'lent' || its.state === 'partlyReturned' ? overdueDays(its.dueOn, today) : 0;
/** Since when somebody waits: for the approval, or, approved, for whoever fetches it. */
const waitsSince = (its: Slip): Day | undefined => {
  if (its.state === 'submitted') return its.submittedOn;
  return its.state === 'approved' ? (its.decidedOn ?? its.submittedOn) : its.renewalAskedOn;
};

export function rowOf(its: Slip, today: Day): BorrowingRow {
  const { id, no, state, borrowerId, borrower, department, purpose, way, dueOn, first = '', things, out } = its;
  const { outsiderName, outsiderOrganisation, submittedOn, decidedOn, decider, lentOn, closedOn } = its;
  return {
    ...{ id, state, borrowerId, borrower, department, purpose, way, dueOn, outsiderName, outsiderOrganisation },
    ...(no !== undefined && { no }),
    ...(submittedOn && { submittedOn }),
    ...(decidedOn && decider !== undefined && { decidedOn, decider }),
    ...(lentOn && { lentOn }),
    ...(closedOn && { closedOn }),
    ...{ first, things, out, direct: its.direct === 1, renewalWaits: its.renewalAskedOn !== undefined },
    ...{ overdueDays: overdue(its, today), waitsDays: since(waitsSince(its), today) },
  };
}

const renewalOf = ({ borrowingId: _, direct, ...its }: KeptRenewal, today: Day): RenewalView => ({
  ...its,
  direct: direct === 1,
  waitsDays: its.state === 'waiting' ? since(its.askedOn, today) : 0,
});

const traceOf = (its: Trace, today: Day): BorrowingTrace => ({
  ...its,
  waitsDays: its.lentOn === undefined ? since(its.submittedOn, today) : 0,
  overdueDays: its.lentOn === undefined ? 0 : overdueDays(its.dueOn, today),
});

/** What an act needs besides the slip itself. */
const NEEDS: Readonly<Record<BorrowingAct, Permission>> = {
  submit: 'borrowing.ask',
  approve: 'borrowing.approve',
  reject: 'borrowing.approve',
  lend: 'borrowing.lend',
  giveBack: 'borrowing.lend',
  renew: 'borrowing.ask',
  cancel: 'borrowing.ask',
};

/** Shows slips, and says who may do what with them now. */
export function createReading({ repo, waiting, things, persons, asking, deciding }: Parts) {
  /** Of what is out, where it belongs now: its box may have moved meanwhile. */
  const placeOf = (line: Omit<KeptLine, 'borrowingId'>, today: Day): string => {
    const isOut = line.state === 'lent' || line.state === 'incomplete';
    return (isOut && line.kind !== 'title' && things.show(thingOf(line), today)?.place) || line.place;
  };
  /** As the person may see it: what was never lent to who may not look at the record says neither where it lies nor how much it is. */
  const lineFor = (me: number, { borrowingId: _, ...line }: KeptLine, today: Day): BorrowingLine => {
    if (things.isTold(me, line.kind)) return { ...line, place: placeOf(line, today) };
    const wasLent = line.state !== 'asked' && line.state !== 'notLent';
    return { ...line, place: '', quantity: wasLent ? line.quantity : 0 };
  };
  const readsAll = (staffId: number) =>
    persons.allows(staffId, 'borrowing.read') || persons.allows(staffId, 'borrowing.lend');
  const demandReader = (its: Slip, ctx: SignedInContext): void => {
    const me = ctx.actor.staffId;
    const isOwn = its.borrowerId === me || its.madeById === me;
    if (isOwn || (its.state !== 'draft' && readsAll(me))) return;
    throw new AppError('notAllowed', 'notOwnBorrowing', { no: its.no ?? '' });
  };

  /** Each act by looking at what the act itself would look at. */
  const actsOf = (its: Slip, ctx: SignedInContext): BorrowingView['acts'] => {
    const me = ctx.actor.staffId;
    const own = () => asking.demandOwn(its, ctx);
    const decide = () => deciding.demandDecidable(its.id, me);
    const notOneself = () => {
      if (its.borrowerId === me) throw new AppError('notAllowed', 'lendsToOneself', { no: its.no ?? '' });
    };
    const looks: Readonly<Record<BorrowingAct, () => unknown>> = {
      ...{ submit: own, cancel: own, renew: own },
      ...{ approve: decide, reject: decide },
      ...{ lend: notOneself, giveBack: notOneself },
    };
    return BORROWING_ACTS.filter(
      (act) => persons.allows(me, NEEDS[act]) && whyNotNow(act, { state: its.state, no: its.no ?? '' }) === undefined,
    ).flatMap((act) => {
      const because = refusalOf(looks[act]);
      // What is another's own business is not offered at all.
      return because?.reason === 'notOwnBorrowing' ? [] : [{ act, ...(because && { because }) }];
    });
  };

  /** Throws when there is no such slip, or it is none of the person's business. */
  const demandRead = (id: number, ctx: SignedInContext): Slip => {
    const its = asking.demand(id);
    demandReader(its, ctx);
    return its;
  };

  const show = (id: number, ctx: SignedInContext): BorrowingView => {
    const its = demandRead(id, ctx);
    const { madeById, madeBy, contact, outsiderDocument, remarks, opinion, closingReason } = its;
    const { titleSlipId, titleSlipNo = '', repeatsId, repeatsNo = '' } = its;
    const me = ctx.actor.staffId;
    const renewals = repo.renewals(id);
    const lines = repo.lines(id);
    const waits = renewals.find(({ state }) => state === 'waiting');
    const missing = lines.find(({ state, kind }) => state === 'incomplete' && kind !== 'title');
    return {
      ...rowOf(its, ctx.today),
      ...{ madeById, madeBy, contact, outsiderDocument, remarks, opinion, closingReason },
      ...(its.deciderId !== undefined && { deciderId: its.deciderId }),
      ...(its.askedDueOn !== undefined && { askedDueOn: its.askedDueOn }),
      ...(its.lender !== undefined && { lender: its.lender }),
      ...(titleSlipId !== undefined && { titleSlip: { id: titleSlipId, no: titleSlipNo } }),
      ...(repeatsId !== undefined && { repeats: { id: repeatsId, no: repeatsNo } }),
      lines: lines.map((line) => lineFor(me, line, ctx.today)),
      returns: repo.returns(id),
      renewals: renewals.map((one) => renewalOf(one, ctx.today)),
      settlements: repo.settlements(id),
      signatures: repo.signatures(id),
      acts: actsOf(its, ctx),
      decidesRenewal: waits !== undefined && refusalOf(() => deciding.demandRenewal(waits.id, me)) === undefined,
      settles: missing !== undefined && refusalOf(() => deciding.demandSettleable(missing.id, me)) === undefined,
      approvers: its.direct === 1 ? [] : persons.approversOf(persons.demand(its.borrowerId), madeById),
    };
  };

  const ids = (filter: BorrowingFilter, ctx: SignedInContext): number[] => {
    const me = ctx.actor.staffId;
    const all = repo.ids({ ...filter, me, today: ctx.today, ownOnly: !readsAll(me) });
    return filter.which === 'waiting' ? all.filter((id) => waitsFor(id, me)) : all;
  };
  /** Is it the person's turn to decide? Of the own ones: do they wait for somebody? */
  const waitsFor = (id: number, me: number): boolean => {
    const its = asking.demand(id);
    if (its.state === 'submitted') return refusalOf(() => deciding.demandDecidable(id, me)) === undefined;
    const waits = repo.renewals(id).find(({ state }) => state === 'waiting');
    return waits !== undefined && refusalOf(() => deciding.demandRenewal(waits.id, me)) === undefined;
  };

  const recordOf = (
    traces: Trace[],
    queue: ReturnType<WaitingRepo['queueOfTitle']>,
    times: number,
    today: Day,
  ): RecordBorrowings => {
    const all = traces.map((its) => traceOf(its, today));
    return {
      waiting: all.filter(({ lentOn }) => lentOn === undefined),
      out: all.filter(({ lentOn }) => lentOn !== undefined),
      queue: queue.map(entryOf),
      times,
    };
  };

  return {
    readsAll,
    demandRead,
    show,
    ids,
    row: (id: number, today: Day) => {
      const its = repo.slip(id);
      return its && rowOf(its, today);
    },
    waitsFor,
    ofDossier: (id: number, today: Day) =>
      recordOf(waiting.openOfDossier(id), waiting.queueOfDossier(id), waiting.timesOfDossier(id), today),
    ofTitle: (id: number, today: Day) =>
      recordOf(waiting.openOfTitle(id), waiting.queueOfTitle(id), waiting.timesOfTitle(id), today),
  };
}
