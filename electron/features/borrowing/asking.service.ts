import type { borrowing, SlipInput } from '../../../shared/api/borrowing.contract';
import type { Thing } from '../../../shared/api/borrowing-slip.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { BorrowingRepo, SlipHead } from './borrowing.repo';
import { borrowsDirectly, dueBy, type Known, whyNotNow, writeBorrowingNo } from './borrowing.rules';
import { demandDue, demandNone } from './lent-things';
import type { Persons } from './persons';
import type { Slip } from './slip.repo';
import type { TermRepo } from './term.repo';
import { lineOf, type Things } from './things.service';
import type { Waiting } from './waiting.service';

interface Parts {
  repo: BorrowingRepo;
  terms: TermRepo;
  persons: Persons;
  things: Things;
  waiting: Waiting;
  commit: Commit;
}

export type Asking = ReturnType<typeof createAsking>;

/** Slips are written, kept as drafts, submitted, and given up. */
export function createAsking({ repo, terms, persons, things, waiting, commit }: Parts) {
  const demand = (id: number): Slip => {
    const found = repo.slip(id);
    if (!found) throw new AppError('notFound', 'noSuchBorrowing');
    return found;
  };

  /** The own one, or any for the archivist who writes for others. */
  const demandOwn = (its: Slip, ctx: SignedInContext): void => {
    const me = ctx.actor.staffId;
    if (its.borrowerId === me || its.madeById === me) return;
    if (its.state !== 'draft' && persons.allows(me, 'borrowing.lend')) return;
    throw new AppError('notAllowed', 'notOwnBorrowing', { no: its.no ?? '' });
  };

  const borrowerOf = (borrowerId: number | undefined, ctx: SignedInContext): Known => {
    const me = ctx.actor.staffId;
    const borrower = persons.demand(borrowerId ?? me);
    if (borrower.id !== me && !persons.allows(me, 'borrowing.lend'))
      throw new AppError('notAllowed', 'onlyArchivistWritesForOthers', { field: 'borrowerId' });
    if (borrower.hasLeft)
      throw new AppError('conflict', 'borrowerHasLeft', { name: borrower.name, field: 'borrowerId' });
    return borrower;
  };

  const weigh = (
    { things: all, way, borrowerId }: Pick<SlipInput, 'things' | 'way' | 'borrowerId'>,
    ctx: SignedInContext,
  ) => {
    const borrower = persons.demand(borrowerId ?? ctx.actor.staffId);
    const { positions } = borrower;
    const direct = borrowsDirectly(borrower);
    const classIds = all.map(things.classOf);
    return {
      ...dueBy(terms.terms(), { classIds, positions, way, today: ctx.today }),
      direct,
      approvers: direct ? [] : persons.approversOf(borrower, ctx.actor.staffId),
    };
  };

  const demandOnce = (all: readonly Thing[]): void => {
    const keys = all.map((its) => ({ ...things.keysOf(its), id: its.id }));
    const whole = new Set(keys.flatMap(({ kind, dossierId }) => (kind === 'dossier' ? (dossierId ?? []) : [])));
    const names = new Set(keys.map(({ kind, id }) => `${kind} ${id}`));
    const within = keys.some(({ kind, dossierId }) => kind === 'item' && whole.has(dossierId ?? 0));
    if (names.size < all.length || within) throw new AppError('conflict', 'thingTwice', { field: 'things' });
  };

  const headOf = (input: SlipInput, borrower: Known, ctx: SignedInContext): SlipHead => {
    const { things: _, id: __, borrowerId: ___, dueOn, ...head } = input;
    if ((head.outsiderName === '') !== (head.outsiderOrganisation === ''))
      throw new AppError('conflict', 'outsiderIncomplete', { field: 'outsiderOrganisation' });
    if (head.repeatsId !== undefined) demandOwn(demand(head.repeatsId), ctx);
    return {
      ...head,
      borrowerId: borrower.id,
      madeBy: ctx.actor.staffId,
      department: borrower.department,
      dueOn: dueOn ?? weigh({ ...input, borrowerId: borrower.id }, ctx).dueOn,
    };
  };

  /** The draft that goes on, or a new one; inside a commit. */
  const write = (input: SlipInput, head: SlipHead, ctx: SignedInContext): number => {
    const lines = input.things.map((its) => lineOf(things.demand(its, ctx.today)));
    const id = input.id ?? repo.add(head);
    if (input.id !== undefined) repo.rewrite(id, head);
    repo.writeLines(id, lines);
    return id;
  };

  const demandDraft = (id: number | undefined, ctx: SignedInContext): void => {
    if (id === undefined) return;
    const its = demand(id);
    demandOwn(its, ctx);
    demandNone(whyNotNow('submit', { state: its.state, no: its.no ?? '' }));
  };

  const draft = (input: SlipInput, ctx: SignedInContext): { id: number } => {
    demandDraft(input.id, ctx);
    demandOnce(input.things);
    for (const its of input.things) things.demand(its, ctx.today);
    const head = headOf(input, borrowerOf(input.borrowerId, ctx), ctx);
    return { id: commit(ctx, 'borrowing.draft', { things: input.things.length }, () => write(input, head, ctx)) };
  };

  const submit = (input: SlipInput, ctx: SignedInContext): { id: number; no: string } => {
    demandDraft(input.id, ctx);
    if (input.things.length === 0) throw new AppError('conflict', 'nothingAskedFor', { field: 'things' });
    if (input.purpose === '') throw new AppError('conflict', 'purposeNeeded', { field: 'purpose' });
    demandOnce(input.things);
    const borrower = borrowerOf(input.borrowerId, ctx);
    for (const its of input.things) things.demandLendable(its, ctx.today);
    const head = headOf(input, borrower, ctx);
    demandDue(head.dueOn, ctx.today);
    const direct = borrowsDirectly(borrower);
    const told = { borrower: borrower.id, things: input.things.length, direct };
    return commit(ctx, 'borrowing.submit', told, () => {
      const year = ctx.today.slice(0, 4);
      const no = writeBorrowingNo(year, repo.numbersOfYear(year) + 1);
      const id = write(input, head, ctx);
      repo.submit(id, { no, direct, on: ctx.today });
      waiting.endOf(borrower.id, input.things, ctx.today);
      return { id, no };
    });
  };

  const cancel = ({ id, reason }: ParsedOf<typeof borrowing.cancel>, ctx: SignedInContext): void => {
    const its = demand(id);
    demandOwn(its, ctx);
    demandNone(whyNotNow('cancel', { state: its.state, no: its.no ?? '' }));
    const lines = repo.lines(id);
    const act = () => {
      repo.cancel(id, ctx.today, reason);
      const [dossierIds, titleIds] = [
        lines.flatMap((one) => one.dossierId ?? []),
        lines.flatMap((one) => one.titleId ?? []),
      ];
      waiting.tellNext(dossierIds, titleIds, ctx.today);
    };
    commit(ctx, 'borrowing.cancel', { id }, act, reason);
  };

  return { demand, demandOwn, weigh, draft, submit, cancel };
}
