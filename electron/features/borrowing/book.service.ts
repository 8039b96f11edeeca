import type {
  BorrowingStatistics,
  DueBorrower,
  LentFilter,
  LentLine,
  RecallRow,
  RecallView,
  StatisticsBy,
  StatisticsRow,
} from '../../../shared/api/borrowing-book.contract';
import type { WaitingBorrowing } from '../../../shared/api/borrowing-slip.contract';
import { AppError } from '../../../shared/api/errors';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { BookRepo, DueLine, KeptRecall } from './book.repo';
import { overdueDays, writeRecallNo } from './borrowing.rules';
import type { Persons } from './persons';
import { isAskedFor, lateDaysOf, statisticsOf } from './statistics.rules';

interface Parts {
  repo: BookRepo;
  persons: Persons;
  commit: Commit;
  /** May the person see what others have borrowed? */
  readsAll(staffId: number): boolean;
}

const recallOf = ({ oldestOut: _, ...its }: KeptRecall): RecallRow => its;

/** What was lent and what became of it: lists, statistics, and notes that call things back. */
export function createBook({ repo, persons, commit, readsAll }: Parts) {
  const lines = (from: Day, to: Day, today: Day): LentLine[] =>
    repo.between(from, to).map((its) => ({ ...its, lateDays: lateDaysOf(its, today) }));

  const lent = (filter: LentFilter, today: Day): LentLine[] => {
    const found = lines(filter.from, filter.to, today).filter((its) => isAskedFor(its, filter));
    return filter.which === 'overdue' ? found.sort((a, b) => b.lateDays - a.lateDays || a.id - b.id) : found;
  };
  const statistics = ({ from, to }: { from: Day; to: Day }, today: Day): BorrowingStatistics =>
    statisticsOf(lines(from, to, today), { from, to });

  const due = (today: Day): DueBorrower[] => {
    const recalled = new Map(
      repo
        .recalls()
        .map(({ borrowerId, madeOn }) => [borrowerId, madeOn] as const)
        .reverse(),
    );
    const all = repo.dueBy(today);
    return [...new Set(all.map(({ borrowerId }) => borrowerId))].flatMap((id): DueBorrower[] => {
      const its = all.filter(({ borrowerId }) => borrowerId === id);
      const [oldest] = its;
      if (!oldest) return [];
      const { borrowerId, borrower, department, dueOn } = oldest;
      const recalledOn = recalled.get(borrowerId);
      const counts = { due: its.length, overdue: its.filter((one) => overdueDays(one.dueOn, today) > 0).length };
      const row = { borrowerId, borrower, department, ...counts, dueOn, overdueDays: overdueDays(dueOn, today) };
      return [{ ...row, ...(recalledOn && { recalledOn }) }];
    });
  };

  /** A note for each, all in one event: either every one of them has something that is due, or none is written. */
  const recall = (borrowerIds: readonly number[], ctx: SignedInContext): { id: number; no: string }[] => {
    const all = repo.dueBy(ctx.today);
    const notes = [...new Set(borrowerIds)].map((id): { borrowerId: number; department: string; its: DueLine[] } => {
      const { name, department } = persons.demand(id);
      const its = all.filter(({ borrowerId }) => borrowerId === id);
      if (its.length === 0) throw new AppError('conflict', 'nothingToRecall', { name });
      return { borrowerId: id, department, its };
    });
    const told = { borrowerIds: notes.map(({ borrowerId }) => borrowerId) };
    return commit(ctx, 'borrowing.recall', told, () =>
      notes.map(({ borrowerId, department, its }) => {
        const year = ctx.today.slice(0, 4);
        const no = writeRecallNo(year, repo.recallsOfYear(year) + 1);
        const id = repo.addRecall({ no, borrowerId, department, on: ctx.today, by: ctx.actor.staffId });
        for (const { lineId, dueOn } of its)
          repo.addRecallLine(id, { lineId, dueOn, overdueDays: overdueDays(dueOn, ctx.today) });
        return { id, no };
      }),
    );
  };

  const demand = (id: number): KeptRecall => {
    const its = repo.recall(id);
    if (!its) throw new AppError('notFound', 'noSuchRecall');
    return its;
  };
  const noteReceipt = ({ id, signedOn }: { id: number; signedOn: Day }, ctx: SignedInContext): void => {
    const its = demand(id);
    if (its.receivedOn) throw new AppError('conflict', 'recallIsReceived', { no: its.no, day: its.receivedOn });
    if (signedOn < its.madeOn || signedOn > ctx.today)
      throw new AppError('conflict', 'receiptDayImpossible', { no: its.no, day: its.madeOn, field: 'signedOn' });
    commit(ctx, 'borrowing.noteReceipt', { id, signedOn }, () => repo.receive(id, signedOn, ctx.actor.staffId));
  };

  return {
    lent,
    statistics,
    due,
    recall,
    noteReceipt,
    recalls: (borrowerId: number | undefined, ctx: SignedInContext): RecallRow[] => {
      const me = ctx.actor.staffId;
      return repo.recalls(readsAll(me) ? borrowerId : me).map(recallOf);
    },
    /** As they were written, for whoever may see them. */
    notes: (ids: readonly number[], ctx: SignedInContext): RecallView[] =>
      ids.map((id) => {
        const its = demand(id);
        if (its.borrowerId !== ctx.actor.staffId && !readsAll(ctx.actor.staffId))
          throw new AppError('notAllowed', 'notOwnBorrowing', { no: its.no });
        return { ...recallOf(its), lines: repo.recallLines(id) };
      }),
    statisticsBy: (by: StatisticsBy, period: { from: Day; to: Day }, today: Day): StatisticsRow[] =>
      statistics(period, today)[by],
    /** The last note to a person that still calls something back. */
    recalledFor: (me: number, today: Day): WaitingBorrowing[] => {
      const last = repo.recalls(me).find(({ stillOut }) => stillOut > 0);
      if (!last) return [];
      const days = overdueDays(last.oldestOut ?? today, today);
      return [
        {
          what: 'recalled',
          no: last.no,
          who: last.borrower,
          about: '',
          things: last.stillOut,
          since: last.madeOn,
          days,
        },
      ];
    },
  };
}
