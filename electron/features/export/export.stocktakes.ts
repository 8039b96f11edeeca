import type { CountLine, StocktakeRow } from '../../../shared/api/stocktake.contract';
import { type ListColumn, named, own } from './export.columns';

/** Stocktakes, the newest first. */
export const STOCKTAKES: readonly ListColumn<StocktakeRow>[] = [
  own('no', 'text', 20),
  named('scope', 'scope', 14),
  own('safe', 'text', 16),
  own('plan', 'text', 36),
  own('startedOn', 'day', 12),
  own('firstCounter', 'text', 12),
  own('secondCounter', 'text', 12),
  own('countedOn', 'day', 12),
  own('bookPieces', 'number', 8),
  own('foundPieces', 'number', 8),
  own('differences', 'number', 8),
  named('state', 'state', 12),
  own('decidedBy', 'text', 12),
  own('closedOn', 'day', 12),
];

/** One stocktake, line by line; nothing while it is counted. */
export const STOCKTAKE_LINES: readonly ListColumn<CountLine>[] = [
  own('ordinal', 'number', 8),
  own('number', 'text', 20),
  own('certificateNo', 'text', 36),
  { name: 'titleName', kind: 'text', width: 28, of: (row) => row.name },
  { name: 'titleOwner', kind: 'text', width: 20, of: (row) => row.owner },
  { name: 'countClass', kind: 'text', width: 10, of: (row, say) => say(`value--count_class.${row.class}`) },
  own('expectedPlace', 'text', 20),
  own('expectedQuantity', 'number', 8),
  own('outQuantity', 'number', 8),
  own('foundPlace', 'text', 20),
  own('foundQuantity', 'number', 8),
  { name: 'differenceCause', kind: 'text', width: 36, of: (row) => row.cause },
  { name: 'differenceAction', kind: 'text', width: 36, of: (row) => row.action },
];
