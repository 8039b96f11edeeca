import type { WaitingBorrowing } from '../../../shared/api/borrowing-slip.contract';
import { type Day, daysBetween } from '../../../shared/calendar/working-days';
import type { BorrowingRepo } from './borrowing.repo';
import { overdueDays } from './borrowing.rules';
import type { Persons } from './persons';
import { type Reading, rowOf } from './reading.service';
import type { Slip } from './slip.repo';
import { type Things, thingOf } from './things.service';
import type { Queued, WaitingRepo } from './waiting.repo';

interface Parts {
  repo: BorrowingRepo;
  waiting: WaitingRepo;
  things: Pick<Things, 'show'>;
  persons: Persons;
  reading: Reading;
}

/** What of borrowing waits for one person: to decide, to lend, to bring back, to fetch. */
export function createBorrowingDesk({ repo, waiting, things, persons, reading }: Parts) {
  const waitingOf = (its: Slip, me: number, today: Day): WaitingBorrowing[] => {
    const row = rowOf(its, today);
    const { id: borrowingId, no = '', borrower: who, first: about } = row;
    const entry = (what: WaitingBorrowing['what'], since: Day, days: number): WaitingBorrowing => ({
      ...{ what, borrowingId, no, who, about, since, days },
    });
    const { submittedOn = today, decidedOn = submittedOn } = its;
    const isMine = its.borrowerId === me;
    const lends = persons.allows(me, 'borrowing.lend');
    switch (its.state) {
      case 'submitted':
        return reading.waitsFor(its.id, me) ? [entry('approve', submittedOn, row.waitsDays)] : [];
      case 'approved':
        return lends && !isMine ? [entry('lend', decidedOn, row.waitsDays)] : [];
      default: {
        const renewal = its.renewalAskedOn !== undefined && reading.waitsFor(its.id, me);
        const late = overdueDays(its.dueOn, today);
        return [
          ...(renewal ? [entry('renewal', its.renewalAskedOn ?? today, row.waitsDays)] : []),
          ...(late > 0 && (isMine || lends) ? [entry('overdue', its.dueOn, late)] : []),
        ];
      }
    }
  };

  /** There, and this person is the next; it may have gone out again meanwhile. */
  const toldTo = (its: Queued, today: Day): WaitingBorrowing[] =>
    its.toldOn === undefined || things.show(thingOf(its), today)?.out
      ? []
      : [
          {
            ...{ what: 'told', thing: thingOf(its), no: its.number, who: its.staff, about: its.name },
            ...(its.dossierId !== undefined && { dossierId: its.dossierId }),
            ...{ since: its.toldOn, days: Math.max(0, daysBetween(its.toldOn, today)) },
          },
        ];

  return {
    waitingFor: (me: number, today: Day): WaitingBorrowing[] => [
      ...repo.openIds().flatMap((id) => {
        const its = repo.slip(id);
        return its ? waitingOf(its, me, today) : [];
      }),
      ...repo
        .missing()
        .filter(({ responsibleId }) => responsibleId === me || persons.allows(me, 'borrowing.lend'))
        .map(
          ({ borrowingId, name, responsible = '', dueOn = today }): WaitingBorrowing => ({
            ...{ what: 'missing', borrowingId, no: repo.slip(borrowingId)?.no ?? '', who: responsible, about: name },
            ...{ since: dueOn, days: Math.max(0, daysBetween(dueOn, today)) },
          }),
        ),
      ...waiting.queueOfStaff(me).flatMap((its) => toldTo(its, today)),
    ],
  };
}
