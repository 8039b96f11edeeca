import type { borrowing } from '../../../shared/api/borrowing.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { Asking } from './asking.service';
import type { BorrowingRepo } from './borrowing.repo';
import {
  borrowsDirectly,
  decisionHash,
  dueWhenLent,
  renewalHash,
  type SignedSlip,
  settlementHash,
  whyNotApprover,
  whyNotNow,
} from './borrowing.rules';
import { demandAfter, demandDue, demandNone } from './lent-things';
import type { Outgoing } from './outgoing';
import type { Persons } from './persons';
import type { KeptLine, KeptRenewal, Slip } from './slip.repo';

interface Parts {
  repo: BorrowingRepo;
  persons: Persons;
  asking: Asking;
  outgoing: Outgoing;
  commit: Commit;
}

/** The entry that is to blame. */
const NEW_DAY = { field: 'newDueOn' };
type Unsigned<T> = Omit<T, 'signature'>;
export type Deciding = ReturnType<typeof createDeciding>;

/** Who may approve says yes or no: to a slip, to more time, to what will not come back. */
export function createDeciding({ repo, persons, asking, outgoing, commit }: Parts) {
  /** Asked anew at the moment of the act: who has just lost the position decides nothing. */
  const demandApprover = (its: Slip, staffId: number): void => {
    persons.demandPresent(staffId);
    if (!persons.allows(staffId, 'borrowing.approve'))
      throw new AppError('notAllowed', 'notApproverOfBorrowing', { no: its.no ?? '', department: its.department });
    const [approver, borrower] = [persons.demand(staffId), persons.demand(its.borrowerId)];
    demandNone(whyNotApprover(approver, borrower, { madeById: its.madeById, no: its.no ?? '' }));
  };

  const demandDecidable = (id: number, staffId: number): Slip => {
    const its = asking.demand(id);
    demandNone(whyNotNow('approve', { state: its.state, no: its.no ?? '' }));
    demandApprover(its, staffId);
    const borrower = persons.demand(its.borrowerId);
    if (borrower.hasLeft) throw new AppError('conflict', 'borrowerHasLeft', { name: borrower.name, field: '' });
    return its;
  };

  const decide = (id: number, approved: boolean, opinion: string, signer: Signer, ctx: SignedInContext): void => {
    const its = demandDecidable(id, signer.staffId);
    demandAfter(its.submittedOn, ctx.today);
    if (approved) demandDue(dueWhenLent(its, ctx.today), ctx.today);
    const action = approved ? 'borrowing.approve' : 'borrowing.reject';
    commit(ctx, action, { id, signer: signer.staffId }, () => {
      const contentHash = decisionHash(signedSlip(its, repo.lines(id)), { approved, opinion });
      repo.sign(id, { staffId: signer.staffId, role: 'approver', at: ctx.at, contentHash });
      repo.decide(id, { approved, on: ctx.today, by: signer.staffId, opinion });
      if (!approved) outgoing.tellNext(repo.lines(id), ctx.today);
    });
  };

  const renew = ({ id, newDueOn, reason }: ParsedOf<typeof borrowing.renew>, ctx: SignedInContext): { id: number } => {
    const its = asking.demand(id);
    asking.demandOwn(its, ctx);
    const no = its.no ?? '';
    demandNone(whyNotNow('renew', { state: its.state, no }));
    demandAfter(its.lentOn, ctx.today);
    if (its.renewalAskedOn !== undefined) throw new AppError('conflict', 'renewalWaits', { no });
    demandDue(newDueOn, ctx.today);
    if (newDueOn <= its.dueOn) throw new AppError('conflict', 'renewalNotLater', { day: its.dueOn, ...NEW_DAY });
    const direct = borrowsDirectly(persons.demand(its.borrowerId));
    const asked = {
      borrowingId: id,
      fromDueOn: its.dueOn,
      newDueOn,
      reason,
      askedOn: ctx.today,
      askedBy: ctx.actor.staffId,
    };
    const renewalId = commit(ctx, 'borrowing.renew', { id, newDueOn, direct }, () => {
      const added = repo.addRenewal({ ...asked, direct });
      if (direct) repo.putOff(id, newDueOn);
      return added;
    });
    return { id: renewalId };
  };

  const demandRenewal = (renewalId: number, staffId: number): { its: Slip; renewal: KeptRenewal } => {
    const renewal = repo.renewal(renewalId);
    if (!renewal) throw new AppError('notFound', 'noSuchRenewal');
    const its = asking.demand(renewal.borrowingId);
    if (renewal.state !== 'waiting') throw new AppError('conflict', 'renewalDecided', { no: its.no ?? '' });
    demandApprover(its, staffId);
    return { its, renewal };
  };

  const decideRenewal = (
    { renewalId, granted, opinion }: Unsigned<ParsedOf<typeof borrowing.decideRenewal>>,
    signer: Signer,
    ctx: SignedInContext,
  ): void => {
    const { its, renewal } = demandRenewal(renewalId, signer.staffId);
    demandOpinion(granted, opinion);
    const { fromDueOn, newDueOn, reason } = renewal;
    demandAfter(renewal.askedOn, ctx.today);
    if (granted) demandDue(newDueOn, ctx.today);
    const contentHash = renewalHash({ no: its.no ?? '', fromDueOn, newDueOn, reason, granted, opinion });
    commit(ctx, granted ? 'borrowing.grantRenewal' : 'borrowing.refuseRenewal', { id: its.id, renewalId }, () => {
      repo.sign(its.id, { staffId: signer.staffId, role: 'renewer', at: ctx.at, contentHash, renewalId });
      repo.decideRenewal(renewalId, granted, ctx.today, signer.staffId, opinion);
      if (granted) repo.putOff(its.id, newDueOn);
    });
  };

  const demandSettleable = (lineId: number, staffId: number): { its: Slip; line: KeptLine } => {
    const line = repo.line(lineId);
    if (!line) throw new AppError('notFound', 'noSuchBorrowing');
    const its = asking.demand(line.borrowingId);
    if (line.state !== 'incomplete') throw new AppError('conflict', 'nothingMissing', { no: its.no ?? '' });
    if (line.kind === 'title') throw new AppError('conflict', 'titleNotSettled', { no: its.no ?? '' });
    // Given up, it would count as in its box again.
    if (line.kind === 'dossier' && line.found === 0)
      throw new AppError('conflict', 'wholeNotSettled', { no: its.no ?? '', thing: line.name });
    demandApprover(its, staffId);
    return { its, line };
  };

  const settle = (
    { lineId, reason }: Unsigned<ParsedOf<typeof borrowing.settle>>,
    signer: Signer,
    ctx: SignedInContext,
  ): void => {
    const { its, line } = demandSettleable(lineId, signer.staffId);
    demandAfter(its.lentOn, ctx.today);
    const contentHash = settlementHash({ no: its.no ?? '', lineId, settledOn: ctx.today, reason });
    const act = () => {
      repo.sign(its.id, { staffId: signer.staffId, role: 'settler', at: ctx.at, contentHash, lineId });
      repo.settle(lineId, ctx.today, signer.staffId, reason);
      outgoing.follow(its.id, [line], ctx.today);
    };
    commit(ctx, 'borrowing.settle', { id: its.id, lineId }, act, reason);
  };

  return {
    demandDecidable,
    demandRenewal,
    demandSettleable,
    approve: (id: number, opinion: string, signer: Signer, ctx: SignedInContext) =>
      decide(id, true, opinion, signer, ctx),
    reject: (id: number, opinion: string, signer: Signer, ctx: SignedInContext) =>
      decide(id, false, opinion, signer, ctx),
    renew,
    decideRenewal,
    demandOpinion,
    settle,
  };
}

/** Who refuses says why. */
function demandOpinion(granted: boolean, opinion: string): void {
  if (!granted && opinion === '') throw new AppError('conflict', 'opinionNeeded', { field: 'opinion' });
}

/** As it was submitted: a renewal moves the day afterwards. */
export const signedSlip = (its: Slip, lines: readonly KeptLine[]): SignedSlip => {
  const { no = '', borrowerId, department, purpose, way, askedDueOn, dueOn } = its;
  const { outsiderName, outsiderOrganisation, outsiderDocument } = its;
  return {
    ...{ no, borrowerId, department, purpose, way, dueOn: askedDueOn ?? dueOn },
    ...{ outsiderName, outsiderOrganisation, outsiderDocument, lines },
  };
};
