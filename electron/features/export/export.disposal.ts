import type { DisposalLineView, DisposalRow, DueRow } from '../../../shared/api/disposal.contract';
import { type ListColumn, named, own, place, WITH_WHOM } from './export.columns';

/** What falls due for appraisal. */
export const DUE: readonly ListColumn<DueRow>[] = [
  own('archiveNo', 'text', 20),
  own('title', 'text', 36),
  own('className', 'text', 12),
  own('year', 'number', 8),
  own('items', 'number', 8),
  own('pages', 'number', 8),
  own('endedOn', 'day', 12),
  own('retention', 'text', 10),
  own('keepUntil', 'day', 12),
  own('overdueDays', 'number', 10),
  place('room'),
  place('cabinet'),
  place('shelf'),
  place('box'),
  named('state', 'state', 14),
  ...WITH_WHOM,
];

/** Lists of appraisal, destruction and transfer. */
export const DISPOSALS: readonly ListColumn<DisposalRow>[] = [
  own('no', 'text', 20),
  named('kind', 'kind', 14),
  named('state', 'state', 14),
  own('reason', 'text', 36),
  own('dossiers', 'number', 8),
  own('pages', 'number', 8),
  own('madeOn', 'day', 12),
  own('madeBy', 'text', 12),
  own('decidedOn', 'day', 12),
  own('decidedBy', 'text', 12),
  own('doneOn', 'day', 12),
  { name: 'outside', kind: 'text', width: 28, of: (row) => row.receiver },
  own('closingReason', 'text', 28),
];

/** One of these lists, dossier by dossier. */
export const DISPOSAL_LINES: readonly ListColumn<DisposalLineView>[] = [
  own('archiveNo', 'text', 20),
  own('title', 'text', 36),
  own('className', 'text', 12),
  own('year', 'number', 8),
  own('items', 'number', 8),
  own('pages', 'number', 8),
  own('retention', 'text', 10),
  own('keptFrom', 'day', 12),
  own('keepUntil', 'day', 12),
  {
    name: 'decision',
    kind: 'text',
    width: 12,
    of: (row, say) => row.decision && say(`value--decision.${row.decision}`),
  },
  own('newUntil', 'day', 12),
  own('remarks', 'text', 30),
  named('dossierState', 'state', 14),
  ...WITH_WHOM,
];
