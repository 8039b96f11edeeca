import type { borrowing, ReturnedInput } from '../../../shared/api/borrowing.contract';
import type { ReturnedLine } from '../../../shared/api/borrowing-slip.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit, Head } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer, TwoSigners } from '../../ipc/signer';
import type { Asking } from './asking.service';
import type { BorrowingRepo } from './borrowing.repo';
import { returnHash, whyNotNow } from './borrowing.rules';
import { demandTwo } from './lending.service';
import { demandNone, type SafeAct, type TitlesAtSafe } from './lent-things';
import type { Outgoing } from './outgoing';
import type { Persons } from './persons';
import type { KeptLine, Slip } from './slip.repo';

interface Parts {
  repo: BorrowingRepo;
  persons: Persons;
  asking: Asking;
  titles: TitlesAtSafe;
  outgoing: Outgoing;
  commit: Commit;
  head(): Head;
}

/** The entry that is to blame. */
const LINES = { field: 'lines' };
type GiveBack = Omit<ParsedOf<typeof borrowing.giveBack>, 'signatures'>;
export interface Back {
  line: KeptLine;
  said: ReturnedInput;
  isComplete: boolean;
}
export interface Returning {
  its: Slip;
  backs: Back[];
  safe?: { act: SafeAct; custodianId: number; secondId: number };
  seen: string;
  /** The last event when it was looked at: while it is the last one, nothing has changed. */
  asOf: number;
}
export interface ReturnSigners {
  archivist: Signer;
  confirmer: Signer;
  safe?: TwoSigners | undefined;
}

/** What was lent comes back, line by line, all of it or a part; a second person confirms what was found. */
export function createReturning({ repo, persons, asking, titles, outgoing, commit, head }: Parts) {
  const backOf = (said: ReturnedInput, lines: readonly KeptLine[], ctx: SignedInContext): Back => {
    const line = lines.find(({ id }) => id === said.lineId);
    if (!line || (line.state !== 'lent' && line.state !== 'incomplete'))
      throw new AppError('conflict', 'lineNotLent', { thing: line?.name ?? '' });
    const details = { thing: line.name, field: `found.${line.id}` };
    const open = line.quantity - line.found;
    if (said.found > open) throw new AppError('conflict', 'moreThanLent', { ...details, count: open });
    if (said.condition === 'damaged' && said.remarks === '')
      throw new AppError('conflict', 'damageUnsaid', { thing: line.name, field: `remarks.${line.id}` });
    const isComplete = said.found === open;
    if (!isComplete) demandAccounted(said, line, ctx);
    return { line, said, isComplete };
  };

  /** What is not there has a name, somebody who answers for it, and a day. */
  const demandAccounted = (
    { missing, responsibleId, dueOn }: ReturnedInput,
    line: KeptLine,
    ctx: SignedInContext,
  ): void => {
    if (missing === '' || responsibleId === undefined || dueOn === undefined)
      throw new AppError('conflict', 'missingUnsaid', { thing: line.name, field: `missing.${line.id}` });
    if (dueOn < ctx.today)
      throw new AppError('conflict', 'missingDueInPast', { thing: line.name, day: dueOn, field: `dueOn.${line.id}` });
    persons.demandPresent(responsibleId);
  };

  const atSafe = (its: Slip, backs: readonly Back[], input: GiveBack, ctx: SignedInContext): Returning['safe'] => {
    const pieces = backs
      .filter(({ line, said }) => line.kind === 'title' && said.found > 0)
      .map(({ line, said }) => {
        const titleId = line.titleId ?? 0;
        const compartmentId = said.compartmentId ?? titles.thing(titleId)?.homeId ?? 0;
        return { titleId, quantity: said.found, compartmentId };
      });
    if (pieces.length === 0) return undefined;
    const two = demandTwo(input, persons, its.borrowerId);
    const act = titles.giveBack({ pieces, no: its.no ?? '' }, ctx.today);
    act.demandPossible(two.custodianId, two.secondId, ctx);
    return { act, ...two };
  };

  /** Nobody receives what he or she has borrowed, and whoever confirms is somebody else. */
  const demandPeople = (its: Slip, confirmerId: number, ctx: SignedInContext): void => {
    const me = ctx.actor.staffId;
    if (its.borrowerId === me) throw new AppError('notAllowed', 'receivesFromOneself', { no: its.no ?? '' });
    if (confirmerId === me) throw new AppError('conflict', 'oneSignsForBoth', { field: 'confirmerId' });
    if (confirmerId === its.borrowerId) throw new AppError('notAllowed', 'borrowerConfirms', { field: 'confirmerId' });
    persons.demandPresent(confirmerId);
  };

  const returnable = (input: GiveBack, ctx: SignedInContext): Returning => {
    const its = asking.demand(input.id);
    demandNone(whyNotNow('giveBack', { state: its.state, no: its.no ?? '' }));
    demandPeople(its, input.confirmerId, ctx);
    // A clock that was set back would let things come back before they went.
    if (its.lentOn !== undefined && ctx.today < its.lentOn)
      throw new AppError('conflict', 'returnedBeforeLent', { day: its.lentOn, today: ctx.today });
    if (new Set(input.lines.map(({ lineId }) => lineId)).size < input.lines.length)
      throw new AppError('conflict', 'thingTwice', LINES);
    const lines = repo.lines(input.id);
    const backs = input.lines.map((said) => backOf(said, lines, ctx));
    const safe = atSafe(its, backs, input, ctx);
    const seen = [its.state, ...backs.map(({ line }) => `${line.id}:${line.found}`), safe?.act.seen].join(' ');
    return { its, backs, seen, asOf: head().seq, ...(safe && { safe }) };
  };

  const rowOf = ({ line, said, isComplete }: Back): ReturnedLine => {
    const { found, condition, remarks, missing, responsibleId, dueOn } = said;
    const plain = { lineId: line.id, found, condition, remarks };
    if (isComplete || responsibleId === undefined || dueOn === undefined) return { ...plain, missing: '' };
    return { ...plain, missing, responsibleId, dueOn };
  };

  const write = (
    { its, backs, safe }: Returning,
    by: ReturnSigners,
    ctx: SignedInContext,
  ): { titleSlipId?: number } => {
    const titleSlipId = safe && by.safe ? safe.act.write(by.safe, ctx).id : undefined;
    const [archivist, confirmer] = [by.archivist.staffId, by.confirmer.staffId];
    const returnId = repo.addReturn(its.id, { on: ctx.today, by: archivist, confirmer, titleSlipId });
    const rows = backs.map(rowOf);
    for (const row of rows) repo.addReturned(returnId, row);
    for (const { line, said, isComplete } of backs)
      repo.comeBack(line.id, said.found, isComplete ? ctx.today : undefined);
    const contentHash = returnHash({ no: its.no ?? '', returnedOn: ctx.today, titleSlipId, lines: rows });
    repo.sign(its.id, { staffId: archivist, role: 'receiver', at: ctx.at, contentHash, returnId });
    repo.sign(its.id, { staffId: confirmer, role: 'confirmer', at: ctx.at, contentHash, returnId });
    outgoing.follow(
      its.id,
      backs.map(({ line }) => line),
      ctx.today,
    );
    return titleSlipId === undefined ? {} : { titleSlipId };
  };

  const giveBack = (
    input: GiveBack,
    looked: Returning,
    by: ReturnSigners,
    ctx: SignedInContext,
  ): { titleSlipId?: number } => {
    const now = looked.asOf === head().seq ? looked : returnable(input, ctx);
    if (now.seen !== looked.seen) throw new AppError('conflict', 'borrowingChangedMeanwhile', { no: now.its.no ?? '' });
    persons.demandPresent(by.archivist.staffId);
    const told = {
      id: input.id,
      lines: input.lines.length,
      archivist: by.archivist.staffId,
      confirmer: by.confirmer.staffId,
    };
    return commit(ctx, 'borrowing.giveBack', told, () => write(now, by, ctx));
  };

  return { returnable, giveBack };
}
