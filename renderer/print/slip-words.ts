import type { Movement } from '../../shared/api/title-move.contract';
import { rmbCapitals } from '../../shared/money/rmb-capitals';
import { yuan } from '../ui/yuan';
import { word } from './words';

/** Each text once, in their order. */
export const distinct = (texts: readonly string[]): string => [...new Set(texts)].join(word('text--comma'));

/** What the contracts owe, each once, in figures and in capitals. */
export function debtsInWords(lines: readonly Pick<Movement, 'contractNo' | 'amountFen'>[]): string {
  const contracts = new Map(lines.map(({ contractNo, amountFen }) => [contractNo, amountFen]));
  return [...contracts]
    .map(([contractNo, fen]) => word('text--debt', { contractNo, amount: yuan(fen), capitals: rmbCapitals(fen) }))
    .join(word('text--between'));
}

/** How many documents in how many pieces. */
export const piecesInWords = (lines: readonly Pick<Movement, 'titleId' | 'quantity'>[]): string =>
  word('text--titlesTotal', {
    titles: new Set(lines.map(({ titleId }) => titleId)).size,
    pieces: lines.reduce((sum, { quantity }) => sum + quantity, 0),
  });
