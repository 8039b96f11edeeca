import {
  COUNT_CLASSES,
  type CountEntry,
  type CountedTitle,
  type CountLine,
  MOST_ENTRIES,
  type StocktakeRow,
  type StocktakeView,
  type WaitingStocktake,
} from '../../../shared/api/stocktake.contract';
import { barcodeOf } from '../../../shared/search/barcode';
import { createBook } from './book.service';
import { type CountingParts, createCounting, demandStocktake } from './counting.service';
import { createAftermath, createDeciding } from './deciding.service';
import type { KeptEntry, KeptLine, Stocktake } from './stocktake.repo';
import { classOf, differs, sum } from './stocktake.rules';

export interface StocktakeParts extends CountingParts {
  /** Archive number of a project, or its provisional one. */
  numberOf(project: { projectId: number; archiveNo?: string | undefined }): string;
}

export type StocktakeService = ReturnType<typeof createStocktakeService>;

/** Counting what is in the safes against a list that nobody sees before both counters have signed. */
export function createStocktakeService(parts: StocktakeParts) {
  const { repo, numberOf } = parts;
  const book = createBook(parts);
  const counting = createCounting(parts, book);
  const deciding = createDeciding(parts, counting.entriesOf);
  const aftermath = createAftermath(parts);

  /** While they count nothing says how many there should be; of a sample they know which titles it took. */
  const rowOf = ({ population, countedUntil: _, ...its }: Stocktake): StocktakeRow => ({
    ...its,
    ...((its.bookPieces !== undefined || its.scope === 'sample') && { population }),
  });
  const titled = <T extends { projectId?: number; archiveNo?: string }>({ projectId, archiveNo, ...its }: T) => ({
    ...its,
    ...(projectId !== undefined && { number: numberOf({ projectId, archiveNo }) }),
  });
  const entryOf = (its: KeptEntry): CountEntry => titled(its);
  const lineOf = (its: Stocktake, line: KeptLine, withMoves: boolean): CountLine => ({
    ...titled(line),
    ...{ class: classOf(line), differs: differs(line), moved: [] },
    // Only what differs is looked into: of a full stocktake that is little.
    ...(withMoves && differs(line) && aftermath(its, line)),
  });

  const drawn = (its: Stocktake) => {
    const found = repo.foundIds(its.id);
    return book
      .drawn(its)
      .flatMap((id) => repo.title(id) ?? [])
      .map(({ id, certificateKey: _, ...title }) => ({ ...titled(title), titleId: id, found: found.has(id) }))
      .sort((a, b) => byNumber(a, b));
  };

  const show = (id: number): StocktakeView => {
    const its = demandStocktake(repo, id);
    const lines = repo.lines(id).map((line) => lineOf(its, line, true));
    const counted = repo.countedIn(id);
    return {
      ...rowOf(its),
      compartments: book
        .inScope(its)
        .filter((one) => one.retiredOn === undefined || counted.has(one.id))
        .map(({ id: compartmentId, name, safeId, safe }) => ({
          ...{ id: compartmentId, name, safeId, safe, barcode: barcodeOf('compartment', compartmentId) },
          counted: counted.get(compartmentId) ?? 0,
        })),
      entries: repo.latest(id, MOST_ENTRIES).map(entryOf),
      drawn: drawn(its),
      lines,
      classes: classesOf(lines),
      signatures: repo.signatures(id),
      slipsSince: repo.slipsSince(its.asOf),
      ...(its.state === 'counted' && { contentHash: deciding.signedContent(its) }),
    };
  };

  /** Open ones that wait for the person: to be counted, explained, or decided on. */
  const waitingFor = (staffId: number): WaitingStocktake[] =>
    repo.list(true).flatMap((its) => {
      const { id, no, plan, startedOn, countedOn } = its;
      const counts = staffId === its.firstCounterId || staffId === its.secondCounterId;
      const wait = (what: WaitingStocktake['what'], since: string) => [{ id, no, plan, what, since }];
      if (its.state === 'counting') return counts ? wait('count', startedOn) : [];
      if ((its.unexplained ?? 0) > 0) return counts ? wait('explain', countedOn ?? startedOn) : [];
      const decides = !counts && parts.allows(staffId, 'title.approve');
      return decides ? wait('decide', countedOn ?? startedOn) : [];
    });

  return {
    list: (openOnly: boolean) => repo.list(openOnly).map(rowOf),
    show,
    waitingFor,
    ...counting,
    ...deciding,
  };
}

const byNumber = (a: CountedTitle, b: CountedTitle): number =>
  `${a.number} ${a.certificateNo}` < `${b.number} ${b.certificateNo}` ? -1 : 1;

/** How many lines and pieces there are of each class. */
const classesOf = (lines: readonly CountLine[]): StocktakeView['classes'] =>
  COUNT_CLASSES.map((its) => {
    const some = lines.filter((line) => line.class === its);
    const pieces = some.map((one) => Math.max(one.expectedQuantity, one.outQuantity, one.foundQuantity));
    return { class: its, lines: some.length, pieces: sum(pieces) };
  });
