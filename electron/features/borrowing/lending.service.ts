import type { borrowing } from '../../../shared/api/borrowing.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit, Head } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer, TwoSigners } from '../../ipc/signer';
import type { Asking } from './asking.service';
import type { BorrowingRepo } from './borrowing.repo';
import { borrowsDirectly, dueWhenLent, lendingHash, whyNotNow } from './borrowing.rules';
import { signedSlip } from './deciding.service';
import { demandAfter, demandDue, demandNone, type SafeAct, type TitlesAtSafe } from './lent-things';
import type { Outgoing } from './outgoing';
import type { Persons } from './persons';
import type { KeptLine, Slip } from './slip.repo';
import { type Things, thingOf } from './things.service';

interface Parts {
  repo: BorrowingRepo;
  persons: Persons;
  asking: Asking;
  things: Things;
  titles: TitlesAtSafe;
  outgoing: Outgoing;
  commit: Commit;
  head(): Head;
}

type Lend = Omit<ParsedOf<typeof borrowing.lend>, 'signatures'>;

/** What would be lent now, and who has to sign it. */
export interface Lending {
  its: Slip;
  lines: KeptLine[];
  /** Asked for, and not lent this time. */
  left: KeptLine[];
  borrowerId: number;
  safe?: { act: SafeAct; custodianId: number; secondId: number };
  /** What it is about, by which it is seen whether it is still the same when the secrets have been checked. */
  seen: string;
  /** The last event when it was looked at: while it is the last one, nothing has changed. */
  asOf: number;
}
export interface LendSigners {
  archivist: Signer;
  borrower: Signer;
  safe?: TwoSigners | undefined;
}

/** The archivist lends on an approved slip: slip, ledger and safe in one event. */
export function createLending({ repo, persons, asking, things, titles, outgoing, commit, head }: Parts) {
  const chosen = (all: readonly KeptLine[], lineIds: readonly number[] | undefined): KeptLine[] => {
    const lines = lineIds === undefined ? [...all] : all.filter(({ id }) => lineIds.includes(id));
    const strange = lineIds !== undefined && new Set(lineIds).size !== lines.length;
    if (strange || lines.length === 0) throw new AppError('conflict', 'notOnSlip');
    return lines;
  };

  /** An executive who is none any more needs an approval like everybody else. */
  const demandBorrower = (its: Slip, lenderId: number): void => {
    const borrower = persons.demand(its.borrowerId);
    if (borrower.hasLeft) throw new AppError('conflict', 'borrowerHasLeft', { name: borrower.name, field: '' });
    if (its.direct === 1 && !borrowsDirectly(borrower))
      throw new AppError('conflict', 'noExecutiveAnyMore', { name: borrower.name, no: its.no ?? '' });
    if (borrower.id === lenderId) throw new AppError('notAllowed', 'lendsToOneself', { no: its.no ?? '' });
  };

  const atSafe = (its: Slip, lines: readonly KeptLine[], input: Lend, ctx: SignedInContext): Lending['safe'] => {
    const titleIds = lines.flatMap(({ titleId }) => titleId ?? []);
    if (titleIds.length === 0) return undefined;
    const { custodianId, secondId } = demandTwo(input, persons, its.borrowerId);
    const { no = '', purpose, outsiderName, borrower } = its;
    const dueOn = dueWhenLent(its, ctx.today);
    const party = outsiderName === '' ? borrower : outsiderName;
    const act = titles.lend({ titleIds, no, purpose, party, partyStaffId: its.borrowerId, dueOn }, ctx.today);
    act.demandPossible(custodianId, secondId, ctx);
    return { act, custodianId, secondId };
  };

  const lendable = (input: Lend, ctx: SignedInContext): Lending => {
    const its = asking.demand(input.id);
    demandNone(whyNotNow('lend', { state: its.state, no: its.no ?? '' }));
    demandBorrower(its, ctx.actor.staffId);
    demandAfter(its.decidedOn ?? its.submittedOn, ctx.today);
    // It has waited past its own day: asked for again, it has a new one.
    demandDue(dueWhenLent(its, ctx.today), ctx.today);
    const all = repo.lines(input.id);
    const lines = chosen(all, input.lineIds);
    for (const line of lines) things.demandLendable(thingOf(line), ctx.today);
    const safe = atSafe(its, lines, input, ctx);
    const seen = [its.state, its.dueOn, ...lines.map(({ id }) => id), safe?.act.seen].join(' ');
    const left = all.filter((line) => !lines.includes(line));
    return { its, lines, left, borrowerId: its.borrowerId, seen, asOf: head().seq, ...(safe && { safe }) };
  };

  const write = ({ its, lines, left, safe }: Lending, input: Lend, by: LendSigners, ctx: SignedInContext) => {
    const titleSlipId = safe && by.safe ? safe.act.write(by.safe, ctx).id : undefined;
    repo.lend(its.id, ctx.today, by.archivist.staffId, titleSlipId);
    const dueOn = dueWhenLent(its, ctx.today);
    if (dueOn !== its.dueOn) repo.putOff(its.id, dueOn);
    const copies = new Map(input.copies.map((one) => [one.lineId, one.copies]));
    for (const { id } of lines) repo.lendLine(id, true, copies.get(id) ?? 0);
    for (const { id } of left) repo.lendLine(id, false, 0);
    const copiesOf = lines.map(({ id }) => copies.get(id) ?? 0);
    const lent = { lentOn: ctx.today, titleSlipId, copies: copiesOf };
    const contentHash = lendingHash(signedSlip(its, lines), lent);
    repo.sign(its.id, { staffId: by.archivist.staffId, role: 'lender', at: ctx.at, contentHash });
    repo.sign(its.id, { staffId: by.borrower.staffId, role: 'borrower', at: ctx.at, contentHash });
    outgoing.writeLedger(lines);
    return titleSlipId === undefined ? {} : { titleSlipId };
  };

  const lend = (input: Lend, looked: Lending, by: LendSigners, ctx: SignedInContext): { titleSlipId?: number } => {
    const now = looked.asOf === head().seq ? looked : lendable(input, ctx);
    if (now.seen !== looked.seen || by.borrower.staffId !== now.borrowerId)
      throw new AppError('conflict', 'borrowingChangedMeanwhile', { no: now.its.no ?? '' });
    for (const { staffId } of [by.archivist, by.borrower]) persons.demandPresent(staffId);
    const told = {
      id: input.id,
      lines: now.lines.length,
      archivist: by.archivist.staffId,
      borrower: by.borrower.staffId,
    };
    return commit(ctx, 'borrowing.lend', told, () => write(now, input, by, ctx));
  };

  return { lendable, lend };
}

/** Who opens the safe: one who keeps titles, and a second; neither is who borrows. */
export function demandTwo(
  { custodianId, secondId }: { custodianId?: number | undefined; secondId?: number | undefined },
  persons: Pick<Persons, 'allows' | 'demand'>,
  borrowerId: number,
): { custodianId: number; secondId: number } {
  if (custodianId === undefined || secondId === undefined)
    throw new AppError('conflict', 'safeNeedsTwo', { field: custodianId === undefined ? 'custodianId' : 'secondId' });
  const field = custodianId === borrowerId ? 'custodianId' : 'secondId';
  if (custodianId === borrowerId || secondId === borrowerId)
    throw new AppError('notAllowed', 'borrowerOpensSafe', { name: persons.demand(borrowerId).name, field });
  if (!persons.allows(custodianId, 'title.keep'))
    throw new AppError('notAllowed', 'notCustodian', { name: persons.demand(custodianId).name, field: 'custodianId' });
  return { custodianId, secondId };
}
