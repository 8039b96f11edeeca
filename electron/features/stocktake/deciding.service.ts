import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { CountLine, CountRemedy, MovedMeanwhile, stocktake } from '../../../shared/api/stocktake.contract';
import type { TitlePlace } from '../../../shared/api/title-fields';
import type { SignedInContext } from '../../ipc/context';
import type { CountingParts } from './counting.service';
import { demandStocktake } from './counting.service';
import type { KeptLine, Stocktake } from './stocktake.repo';
import { classOf, contentHash, differs, type Found, ofLine } from './stocktake.rules';

/** Pieces that somebody wants to declare missing or found. */
export interface Declared {
  titleId: number;
  certificateNo: string;
  /** From where, or into which compartment. */
  compartmentId?: number | undefined;
  quantity: number;
}

/** From the result to its close: differences are explained, an executive signs, and only then something may be done about them. */
export function createDeciding(parts: CountingParts, entriesOf: (id: number) => readonly Found[]) {
  const { repo, commit } = parts;

  const demandCounted = (id: number): Stocktake => {
    const its = demandStocktake(repo, id);
    if (its.state !== 'counted') throw new AppError('conflict', 'stocktakeNotCounted', { no: its.no });
    return its;
  };

  const explain = ({ id, lines }: ParsedOf<typeof stocktake.explain>, ctx: SignedInContext): void => {
    const { no } = demandCounted(id);
    const kept = new Map(repo.lines(id).map((line) => [line.id, line]));
    for (const { lineId } of lines) {
      const line = kept.get(lineId);
      if (!line) throw new AppError('notFound', 'noSuchCountLine', { no });
      if (!differs(line)) throw new AppError('conflict', 'lineAgrees', { certificateNo: line.certificateNo });
    }
    commit(ctx, 'stocktake.explain', { id, no, lines: lines.map(({ lineId }) => lineId) }, () => {
      for (const { lineId, cause, action } of lines) repo.explain(lineId, cause, action);
    });
  };

  const signedContent = (its: Stocktake): string =>
    contentHash(its, 'executive', entriesOf(its.id), repo.lines(its.id).map(ofLine));
  /** `seen` is the hash of what stood on the screen of whoever signs. */
  const demandClosable = (id: number, seen: string, ctx: SignedInContext): Stocktake => {
    const its = demandCounted(id);
    if (ctx.actor.staffId === its.firstCounterId || ctx.actor.staffId === its.secondCounterId)
      throw new AppError('notAllowed', 'counterDecides', { no: its.no });
    if ((its.unexplained ?? 0) > 0)
      throw new AppError('conflict', 'differencesUnexplained', { count: its.unexplained ?? 0 });
    if (signedContent(its) !== seen) throw new AppError('conflict', 'explainedMeanwhile', { no: its.no });
    return its;
  };
  const close = (id: number, seen: string, ctx: SignedInContext): void => {
    const its = demandClosable(id, seen, ctx);
    const by = ctx.actor.staffId;
    commit(ctx, 'stocktake.close', { id, no: its.no, differences: its.differences }, () => {
      repo.sign(id, by, 'executive', ctx.at, seen);
      repo.close(id, by, ctx.today);
    });
  };

  const demandClosed = (id: number): Stocktake => {
    const its = repo.byId(id);
    if (its?.state !== 'closed') throw new AppError('notFound', 'noSuchStocktake', { field: 'stocktakeId' });
    return its;
  };
  /** Only what that stocktake did not find, and no more of it than it did not find. */
  const demandMissing = (id: number, pieces: readonly Declared[]): void => {
    const missing = repo.lines(id).filter((line) => classOf(line) === 'missing');
    for (const { titleId, certificateNo, compartmentId = 0, quantity } of pieces) {
      const there = missing.filter((its) => its.titleId === titleId && its.expectedCompartmentId === compartmentId);
      const left =
        there.reduce((n, its) => n + its.expectedQuantity, 0) - repo.declaredMissing(titleId, id, compartmentId);
      const later = repo.foundLater(titleId, id);
      if (later !== undefined) throw new AppError('conflict', 'foundInLaterCount', { certificateNo, no: later });
      if (quantity > left)
        throw new AppError('conflict', 'notFoundMissing', { certificateNo, count: Math.max(0, left) });
    }
  };
  /** Only what that stocktake missed or came upon; that it is missing by the book, the movement itself demands. */
  const demandTurnedUp = (id: number, pieces: readonly Declared[]): void => {
    const lines = repo.lines(id);
    for (const { titleId, certificateNo } of pieces)
      if (!lines.some((its) => its.titleId === titleId && ['missing', 'unbooked'].includes(classOf(its))))
        throw new AppError('conflict', 'notOfThisStocktake', { certificateNo });
  };

  return { explain, signedContent, demandClosable, close, demandClosed, demandMissing, demandTurnedUp };
}

/** What is left to be done about the lines of a closed stocktake, and what happened to their titles since. */
export function createAftermath({ repo, stock, borrowedOn }: Pick<CountingParts, 'repo' | 'stock' | 'borrowedOn'>) {
  const movedOf = (its: Stocktake, titleId: number): MovedMeanwhile[] => {
    const moved = repo.movedSince(titleId, its.asOf).map(({ movementId, slipId, slipNo, movedOn, basis }) => ({
      ...{ slipId, slipNo, movedOn, because: basis === its.no },
      whileCounting: movementId <= (its.countedUntil ?? movementId),
    }));
    // A title in two compartments has two movements on one slip.
    return [...new Map(moved.map((one) => [one.slipId, one])).values()];
  };
  const remedyOf = (its: Stocktake, line: KeptLine): CountRemedy | undefined => {
    const { titleId, expectedCompartmentId, expectedQuantity } = line;
    if (titleId === undefined || !differs(line)) return undefined;
    const now = stock.of(titleId);
    const isAt = (place: TitlePlace) => now.some((one) => one.place === place);
    const lies = now.some((one) => one.compartmentId !== undefined && one.compartmentId === expectedCompartmentId);
    const back = isAt('lent') ? 'giveBack' : isAt('registration') ? 'takeBack' : undefined;
    switch (classOf(line)) {
      case 'missing': {
        const left = expectedQuantity - repo.declaredMissing(titleId, its.id, expectedCompartmentId ?? 0);
        return lies && left > 0 ? 'declareMissing' : isAt('missing') ? 'declareFound' : undefined;
      }
      case 'misplaced':
        return lies ? 'move' : undefined;
      case 'out':
        return back;
      default:
        return isAt('missing') ? 'declareFound' : back;
    }
  };
  return (its: Stocktake, line: KeptLine): Pick<CountLine, 'moved' | 'remedy' | 'borrowing'> => {
    const remedy = its.state === 'closed' ? remedyOf(its, line) : undefined;
    const moved = line.titleId === undefined ? [] : movedOf(its, line.titleId);
    const borrowing = remedy === 'giveBack' ? borrowedOn(line.titleId ?? 0) : undefined;
    return { moved, ...(remedy && { remedy }), ...(borrowing && { borrowing }) };
  };
}
