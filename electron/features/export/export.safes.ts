import type {
  AwayTitle,
  CompartmentContents,
  CustodyRow,
  HeldTitle,
  OpeningRow,
} from '../../../shared/api/safe.contract';
import type { ClosingRow, ClosingView } from '../../../shared/api/safe-closing.contract';
import { type ListColumn, own } from './export.columns';
import type { Say } from './say';

type Lying = (HeldTitle | AwayTitle) & { compartment: string };

/** What is in a safe, title by title, with what belongs there and is somewhere else. */
export const CONTENTS: readonly ListColumn<Lying>[] = [
  own('compartment', 'text', 10),
  own('number', 'text', 20),
  own('client', 'text', 32),
  { name: 'titleKind', kind: 'text', width: 26, of: (row, say) => say(`value--titleKind.${row.kind}`) },
  { name: 'titleName', kind: 'text', width: 26, of: (row) => row.name },
  own('certificateNo', 'text', 36),
  { name: 'titleOwner', kind: 'text', width: 20, of: (row) => row.owner },
  own('quantity', 'number', 8),
  {
    name: 'where',
    kind: 'text',
    width: 14,
    of: (row, say) => say(`value--where.${'place' in row ? row.place : 'safe'}`),
  },
  { name: 'party', kind: 'text', width: 16, of: (row) => ('place' in row ? row.party : '') },
  { name: 'backOn', kind: 'day', width: 12, of: (row) => ('place' in row ? row.dueOn : undefined) },
  own('expiresOn', 'day', 12),
  own('since', 'day', 12),
  own('slipNo', 'text', 20),
];

export const linesOf = (compartments: readonly CompartmentContents[]): Lying[] =>
  compartments.flatMap(({ name, titles, away }) => [...titles, ...away].map((its) => ({ ...its, compartment: name })));

const whatOf = ({ kind, label }: CustodyRow, say: Say) => [say(`value--custody.${kind}`), label].join(' ').trim();

/** Holders of keys and combinations. */
export const CUSTODY: readonly ListColumn<CustodyRow>[] = [
  own('safe', 'text', 14),
  { name: 'keyOrCombination', kind: 'text', width: 14, of: whatOf },
  own('holder', 'text', 12),
  own('takenOn', 'day', 12),
  own('endedOn', 'day', 12),
  own('reason', 'text', 36),
  own('giver', 'text', 12),
  own('absence', 'text', 28),
  own('supervisor', 'text', 12),
];

/** When a safe was open. */
export const OPENINGS: readonly ListColumn<OpeningRow>[] = [
  own('safe', 'text', 14),
  own('openedAt', 'moment', 20),
  own('closedAt', 'moment', 20),
  own('reason', 'text', 36),
  own('operator', 'text', 12),
  own('second', 'text', 12),
  {
    name: 'movements',
    kind: 'text',
    width: 48,
    of: (row, say) => row.slips.map((slip) => slipIn(slip, say)).join('\n'),
  },
];

function slipIn(
  { no, came, went, moved }: ClosingView['slips'][number] | OpeningRow['slips'][number],
  say: Say,
): string {
  const counts = { came, went, moved };
  const words = Object.entries(counts).flatMap(([way, count]) =>
    count > 0 ? `${say(`value--way.${way}`)} ${count}` : [],
  );
  return [no, ...words].join(' ');
}

/** Days that two people have signed for. */
export const CLOSINGS: readonly ListColumn<ClosingRow>[] = [
  own('safe', 'text', 14),
  own('day', 'day', 12),
  own('opening', 'number', 8),
  own('came', 'number', 8),
  own('went', 'number', 8),
  own('closing', 'number', 8),
  own('operator', 'text', 12),
  own('second', 'text', 12),
  own('closedAt', 'moment', 20),
];
