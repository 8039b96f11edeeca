import type { CompensationRow, PenaltyRow } from '../../../shared/api/penalty.contract';
import { rmbCapitals } from '../../../shared/money/rmb-capitals';
import { type ListColumn, named, own } from './export.columns';

const inForce = (kind: PenaltyRow['kind']) => (row: PenaltyRow) =>
  row.kind === kind && row.state === 'decided' ? row.amountFen : undefined;

/** Penalties and rewards with how they stand; what is in force in columns of its own, so that they can be added up. */
export const PENALTIES: readonly ListColumn<PenaltyRow>[] = [
  own('no', 'text', 18),
  named('kind', 'penaltyKind', 6),
  own('person', 'text', 10),
  own('department', 'text', 12),
  { name: 'penaltyTitle', kind: 'text', width: 20, of: ({ title }) => title },
  { name: 'proposedYuan', kind: 'yuan', width: 12, of: ({ amountFen }) => amountFen },
  { name: 'penaltyYuan', kind: 'yuan', width: 12, of: inForce('penalty') },
  { name: 'rewardYuan', kind: 'yuan', width: 12, of: inForce('reward') },
  own('points', 'number', 6),
  own('facts', 'text', 30),
  named('state', 'penaltyState', 10),
  own('decider', 'text', 10),
  own('decidedOn', 'day', 12),
  own('effectiveOn', 'day', 12),
  { name: 'complaintNo', kind: 'text', width: 18, of: ({ complaintNo }) => complaintNo },
  { name: 'withdrawReason', kind: 'text', width: 16, of: ({ withdrawReason }) => withdrawReason || undefined },
];

/** What was paid to clients, in figures and in words. */
export const COMPENSATIONS: readonly ListColumn<CompensationRow>[] = [
  { name: 'complaintNo', kind: 'text', width: 20, of: ({ no }) => no },
  { name: 'paidTo', kind: 'text', width: 18, of: ({ paidTo }) => paidTo },
  { name: 'paidYuan', kind: 'yuan', width: 14, of: ({ amountFen }) => amountFen },
  { name: 'inCapitals', kind: 'text', width: 34, of: ({ amountFen }) => rmbCapitals(amountFen) },
  { name: 'paidOn', kind: 'day', width: 12, of: ({ paidOn }) => paidOn },
  { name: 'paidBy', kind: 'text', width: 10, of: ({ paidBy }) => paidBy },
  { name: 'paidWith', kind: 'text', width: 36, of: ({ done }) => done },
];
