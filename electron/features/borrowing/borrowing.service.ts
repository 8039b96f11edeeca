import { BORROWING_CHOICES, type borrowing } from '../../../shared/api/borrowing.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit, Head } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import { createAsking } from './asking.service';
import type { BookRepo } from './book.repo';
import { createBook } from './book.service';
import type { BorrowingRepo } from './borrowing.repo';
import { createDeciding } from './deciding.service';
import { createBorrowingDesk } from './desk.service';
import { createLending } from './lending.service';
import type { LentDossiers, TitlesAtSafe } from './lent-things';
import { createOutgoing } from './outgoing';
import { createPersons, type PersonsParts } from './persons';
import { createReading } from './reading.service';
import { createReturning } from './returning.service';
import type { TermRepo } from './term.repo';
import { createTerms } from './terms.service';
import type { ThingRepo } from './thing.repo';
import { createThings } from './things.service';
import type { WaitingRepo } from './waiting.repo';
import { createWaiting } from './waiting.service';

interface Parts extends PersonsParts {
  repo: BorrowingRepo;
  queue: WaitingRepo;
  thingRepo: ThingRepo;
  termRepo: TermRepo;
  bookRepo: BookRepo;
  titles: TitlesAtSafe;
  dossiers: LentDossiers;
  commit: Commit;
  head(): Head;
  demandClass(id: number): unknown;
}

export type BorrowingService = ReturnType<typeof createBorrowingService>;

/** Borrowing: asked for, approved, lent, brought back; who waits, and by when. */
export function createBorrowingService(parts: Parts) {
  const { repo, queue, termRepo: terms, titles, dossiers, commit, head, allows } = parts;
  const persons = createPersons(parts);
  const things = createThings({ things: parts.thingRepo, titles, allows });
  const mayKeep = (staffId: number) => allows(staffId, 'borrowing.lend');
  const hasLeft = (staffId: number) => persons.demand(staffId).hasLeft;
  const waiting = createWaiting({ repo: queue, things, commit, mayKeep, hasLeft });
  const outgoing = createOutgoing({ repo, dossiers, waiting });
  const asking = createAsking({ repo, terms, persons, things, waiting, commit });
  const deciding = createDeciding({ repo, persons, asking, outgoing, commit });
  const reading = createReading({ repo, waiting: queue, things, persons, asking, deciding });
  const book = createBook({ repo: parts.bookRepo, persons, commit, readsAll: reading.readsAll });
  const desk = createBorrowingDesk({ repo, waiting: queue, things, persons, reading });
  const { ids, row } = reading;
  const rows = ({ most, ...filter }: ParsedOf<typeof borrowing.list> & { most: number }, ctx: SignedInContext) => {
    const all = ids(filter, ctx);
    return { rows: all.slice(0, most).flatMap((id) => row(id, ctx.today) ?? []), total: all.length };
  };
  return {
    ...reading,
    ...createTerms({ terms, commit, demandClass: parts.demandClass }),
    book,
    waitingFor: (me: number, today: Day) => [...desk.waitingFor(me, today), ...book.recalledFor(me, today)],
    rows,
    counts: (ctx: SignedInContext) =>
      Object.fromEntries(BORROWING_CHOICES.map((which) => [which, ids({ which, text: '' }, ctx).length])) as Record<
        (typeof BORROWING_CHOICES)[number],
        number
      >,
    find: things.find,
    thing: things.showTo,
    asking,
    deciding,
    lending: createLending({ repo, persons, asking, things, titles, outgoing, commit, head }),
    returning: createReturning({ repo, persons, asking, titles, outgoing, commit, head }),
    queue: waiting.queue,
    leaveQueue: waiting.leave,
  };
}
