import type { ParsedOf, Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { stocktake, TakenDown } from '../../../shared/api/stocktake.contract';
import { readBarcode } from '../../../shared/search/barcode';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { BookParts, BookService } from './book.service';
import type { Countable, Stocktake, StocktakeRepo } from './stocktake.repo';
import { compare, contentHash, differs, inHand, overlap, sum, writeStocktakeNo } from './stocktake.rules';

export interface CountingParts extends BookParts {
  commit: Commit;
  /** The journal's last event. */
  head(): { seq: number; hash: string };
  demandPresent(staffId: number): void;
  allows(staffId: number, permission: Permission): boolean;
  /** Who holds a key or the combination of a safe. */
  holdersOf(safeId: number): readonly number[];
  nameOf(staffId: number): string | undefined;
  /** The borrowing slip on which a title is out. */
  borrowedOn(titleId: number): { id: number; no: string } | undefined;
}

type Started = ParsedOf<typeof stocktake.start>;
type Counted = ParsedOf<typeof stocktake.count>;

export const demandStocktake = (repo: StocktakeRepo, id: number): Stocktake => {
  const found = repo.byId(id);
  if (!found) throw new AppError('notFound', 'noSuchStocktake');
  return found;
};

/** From the start to both signatures: counters take down what lies there, one event a piece. */
export function createCounting(parts: CountingParts, book: BookService) {
  const { repo, commit, demandPresent, allows } = parts;

  const demandCounting = (id: number): Stocktake => {
    const its = demandStocktake(repo, id);
    if (its.state !== 'counting') throw new AppError('conflict', 'stocktakeNotCounting', { no: its.no });
    return its;
  };
  /** Only the two who sign for it in the end take down what lies there. */
  const demandCounter = (id: number, ctx: SignedInContext): Stocktake => {
    const its = demandCounting(id);
    const { firstCounter, secondCounter } = its;
    if (ctx.actor.staffId !== its.firstCounterId && ctx.actor.staffId !== its.secondCounterId)
      throw new AppError('notAllowed', 'notACounter', { no: its.no, firstCounter, secondCounter });
    return its;
  };

  const entriesOf = (id: number) => repo.entries(id).map(inHand);
  const signedContent = (its: Stocktake): string => contentHash(its, 'firstCounter', entriesOf(its.id), []);

  const take = (input: Counted, ctx: SignedInContext): TakenDown => {
    const its = demandCounter(input.id, ctx);
    if (!book.inScope(its).some(({ id }) => id === input.compartmentId))
      throw new AppError('notFound', 'compartmentNotCounted', { field: 'compartmentId' });
    const title = demandRead(repo, book, its, input);
    const certificateNo = title?.certificateNo ?? input.certificate;
    const { quantity, compartmentId } = input;
    const row = { stocktakeId: its.id, compartmentId, titleId: title?.id, quantity };
    const told = { id: its.id, no: its.no, certificateNo, quantity };
    const entryId = commit(ctx, 'stocktake.count', told, () =>
      repo.enter({
        ...row,
        certificateNo: title ? '' : certificateNo,
        countedBy: ctx.actor.staffId,
        countedAt: ctx.at,
      }),
    );
    const together = repo.together({ ...row, certificateNo: title ? '' : certificateNo });
    return {
      ...{ entryId, quantity, certificateNo, together },
      ...(title && { titleId: title.id, name: title.name, kind: title.kind, owner: title.owner }),
    };
  };

  const undo = (id: number, entryId: number, ctx: SignedInContext): void => {
    const its = demandCounter(id, ctx);
    const [last] = repo.latest(id, 1);
    if (last?.id !== entryId) throw new AppError('conflict', 'notTheLastEntry', { no: its.no });
    commit(ctx, 'stocktake.undo', { id, no: its.no, certificateNo: last.certificateNo }, () => repo.undo(entryId));
  };

  /** What both sign, by its hash: it must be the same when their secrets have been checked. */
  const demandSignable = (id: number, ctx: SignedInContext) => {
    const its = demandCounter(id, ctx);
    for (const staffId of [its.firstCounterId, its.secondCounterId]) demandPresent(staffId);
    demandOutsider(parts, book, its);
    return { its, seen: signedContent(its) };
  };

  const sign = (id: number, seen: string, ctx: SignedInContext): { differences: number } => {
    const { its, seen: now } = demandSignable(id, ctx);
    if (now !== seen) throw new AppError('conflict', 'countedMeanwhile', { no: its.no });
    const found = entriesOf(id);
    const lines = compare(book.bookOf(its, found), found);
    const differences = lines.filter(differs).length;
    const pieces = {
      book: sum(lines.map(({ expectedQuantity }) => expectedQuantity)),
      found: sum(lines.map(({ foundQuantity }) => foundQuantity)),
    };
    const until = parts.stock.lastId();
    return commit(ctx, 'stocktake.sign', { id, no: its.no, ...pieces, differences }, () => {
      for (const [i, line] of lines.entries()) repo.addLine(id, i + 1, line);
      repo.counted(id, { ...pieces, on: ctx.today, until, differences });
      repo.sign(id, its.firstCounterId, 'firstCounter', ctx.at, seen);
      repo.sign(id, its.secondCounterId, 'secondCounter', ctx.at, seen);
      return { differences };
    });
  };

  const abandon = (id: number, reason: string, ctx: SignedInContext): void => {
    const { no, firstCounterId, secondCounterId } = demandCounting(id);
    // Whoever is counted does not stop the count; where neither counter is here any more, somebody else has to.
    if ([firstCounterId, secondCounterId].some((staffId) => allows(staffId, 'title.count'))) demandCounter(id, ctx);
    commit(ctx, 'stocktake.abandon', { id, no }, () => repo.abandon(id, ctx.today, reason), reason);
  };

  return { start: createStart(parts, book), take, undo, demandSignable, sign, abandon, entriesOf };
}

/** Which title was read; nothing where it is taken down as in no book. */
function demandRead(
  repo: StocktakeRepo,
  book: BookService,
  its: Stocktake,
  { certificate: text, unknown }: Counted,
): Countable | undefined {
  const code = readBarcode(text);
  if (code && (!('what' in code) || code.what !== 'title')) throw new AppError('invalid', 'notATitle', { text });
  const some = code && 'what' in code ? [repo.title(code.id)].flatMap((one) => one ?? []) : book.readAs(text);
  const [title, other] = some;
  if (other) throw new AppError('conflict', 'digitsNotUnique', { text, count: some.length, field: 'certificate' });
  if (!title && code) throw new AppError('notFound', 'noSuchTitle', { field: 'certificate' });
  if (!title && !unknown) throw new AppError('notFound', 'certificateUnknown', { text, field: 'certificate' });
  // Whatever the sample did not take counts nowhere; what should not be here at all always does.
  if (title && its.scope === 'sample') {
    const isDrawn = book.drawn(its).includes(title.id);
    if (!isDrawn && book.population(its).includes(title.id))
      throw new AppError('conflict', 'titleNotDrawn', { certificateNo: title.certificateNo, field: 'certificate' });
  }
  return title;
}

/** The two who open a safe do not count it among themselves: one of the counters holds nothing of it. */
function demandOutsider(
  { holdersOf, nameOf }: Pick<CountingParts, 'holdersOf' | 'nameOf'>,
  book: BookService,
  its: Pick<Stocktake, 'scope' | 'safeId' | 'firstCounterId' | 'secondCounterId'>,
): void {
  const { firstCounterId, secondCounterId } = its;
  const safes = new Map(book.inScope(its).map(({ safeId, safe }) => [safeId, safe]));
  for (const [safeId, safe] of safes) {
    const holders = holdersOf(safeId);
    if (!holders.includes(firstCounterId) || !holders.includes(secondCounterId)) continue;
    const [firstCounter = '', secondCounter = ''] = [nameOf(firstCounterId), nameOf(secondCounterId)];
    throw new AppError('conflict', 'holdersCount', { safe, firstCounter, secondCounter, field: 'secondCounterId' });
  }
}

function createStart(parts: CountingParts, book: BookService) {
  const { repo, stock, commit, head, demandPresent, allows, nameOf } = parts;
  const demandCounters = ({ firstCounterId, secondCounterId }: Started): void => {
    if (firstCounterId === secondCounterId)
      throw new AppError('conflict', 'oneCountsForBoth', { field: 'secondCounterId' });
    for (const [field, staffId] of Object.entries({ firstCounterId, secondCounterId })) {
      demandPresent(staffId);
      if (!allows(staffId, 'title.count'))
        throw new AppError('notAllowed', 'mayNotCount', { name: nameOf(staffId) ?? '', field });
    }
  };
  const scopeOf = ({ scope, safeId, sampleSize }: Started) => {
    if (scope === 'safe' && safeId === undefined) throw new AppError('invalid', 'safeNeeded', { field: 'safeId' });
    if (scope === 'sample' && sampleSize === undefined)
      throw new AppError('invalid', 'sampleSizeNeeded', { field: 'sampleSize' });
    const its = { scope, ...(scope === 'safe' && { safeId }), ...(scope === 'sample' && { sampleSize }) };
    if (book.inScope(its).length === 0) throw new AppError('notFound', 'noSuchSafe', { field: 'safeId' });
    return its;
  };
  return (input: Started, ctx: SignedInContext): { id: number; no: string } => {
    demandCounters(input);
    const scope = scopeOf(input);
    demandOutsider(parts, book, { ...input, ...scope });
    const open = repo.list(true).find((one) => overlap(one, scope));
    if (open) throw new AppError('conflict', 'stocktakeUnderWay', { no: open.no });
    const asOf = stock.lastId();
    const population = book.population({ ...scope, asOf }).length;
    if ((scope.sampleSize ?? 0) > population)
      throw new AppError('invalid', 'sampleTooLarge', { count: population, field: 'sampleSize' });
    const year = ctx.today.slice(0, 4);
    const no = writeStocktakeNo(year, repo.numbersOfYear(year) + 1);
    const { plan, firstCounterId, secondCounterId } = input;
    return commit(ctx, 'stocktake.start', { no, scope: scope.scope, firstCounterId, secondCounterId }, () => {
      // Nobody can choose it: it is the hash of what happened last.
      const { hash, seq } = head();
      const seed = scope.scope === 'sample' ? { seed: hash, seedSeq: seq } : {};
      const moment = { startedOn: ctx.today, startedAt: ctx.at, asOf, population };
      return { id: repo.begin({ no, plan, firstCounterId, secondCounterId, ...scope, ...seed, ...moment }), no };
    });
  };
}
