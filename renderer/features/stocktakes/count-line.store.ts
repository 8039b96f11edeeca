import { create } from 'zustand';
import type { AppError } from '../../../shared/api/errors';
import type { TakenDown } from '../../../shared/api/stocktake.contract';
import { client } from '../../api/client';

/** What was read at the safe and is not taken down yet. */
export interface ReadPiece {
  compartmentId: number;
  certificate: string;
  quantity: number;
  /** It is in no book, and is taken down all the same. */
  unknown: boolean;
}

export interface CountLine {
  stocktakeId?: number;
  /** In the order in which they were read. */
  waiting: readonly ReadPiece[];
  isBusy: boolean;
  /** The one that main refused: nothing after it is taken down before somebody has decided about it. */
  refused?: { its: ReadPiece; failure: AppError } | undefined;
  last?: TakenDown | undefined;
}

const EMPTY: Omit<CountLine, 'stocktakeId'> = { waiting: [], isBusy: false, refused: undefined, last: undefined };

/** A scanner is faster than the disk: what it reads stands in line, also while the person is on another page. */
export const useCountLine = create<CountLine>()(() => ({ ...EMPTY }));
const { getState: line, setState } = useCountLine;

/** Another stocktake has a line of its own. */
export function standAt(stocktakeId: number): void {
  if (line().stocktakeId !== stocktakeId) setState({ ...EMPTY, stocktakeId });
}

export function putInLine(its: ReadPiece): void {
  setState({ waiting: [...line().waiting, its] });
  void takeDown();
}

/** What was refused once more, as it was corrected; `undefined` drops it. Then the rest goes on. */
export function decide(its: ReadPiece | undefined): void {
  setState({ refused: undefined, waiting: its ? [its, ...line().waiting] : line().waiting });
  void takeDown();
}

export const forgetLast = (): void => setState({ last: undefined });

async function takeDown(): Promise<void> {
  const { stocktakeId: id, isBusy, refused, waiting } = line();
  const [its, ...rest] = waiting;
  if (isBusy || refused || !its || id === undefined) return;
  setState({ isBusy: true, waiting: rest, last: undefined });
  const done = await client.stocktake.count({ id, ...its }).then(
    (last): Partial<CountLine> => ({ last }),
    (failure: AppError): Partial<CountLine> => ({ refused: { its, failure } }),
  );
  // Meanwhile somebody may have opened another stocktake: its line is none of this answer's business.
  if (line().stocktakeId !== id) return;
  setState({ ...done, isBusy: false });
  void takeDown();
}

/** Is anything of that stocktake read and not taken down? Then nobody signs for it yet. */
export const isWaiting = (its: CountLine, stocktakeId: number): boolean =>
  its.stocktakeId === stocktakeId && (its.isBusy || its.refused !== undefined || its.waiting.length > 0);

/** How many of them wait behind the one that was refused. */
export const countBehind = ({ refused, waiting }: CountLine): number => (refused ? waiting.length : 0);
