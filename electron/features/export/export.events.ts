import type { ColumnChange, EventView } from '../../../shared/api/audit.contract';
import type { ListColumn } from './export.columns';
import type { Say } from './say';

/** The audit log; what an event changed stands in one cell, a change to a line. */
export const EVENTS: readonly ListColumn<EventView>[] = [
  { name: 'seq', kind: 'number', width: 10, of: (event) => event.seq },
  { name: 'at', kind: 'moment', width: 20, of: (event) => event.at },
  { name: 'actor', kind: 'text', width: 12, of: (event, say) => event.actor ?? say('mark--program') },
  { name: 'act', kind: 'text', width: 26, of: (event, say) => say(`action--${event.action}`) },
  { name: 'about', kind: 'text', width: 36, of: (event) => event.about },
  { name: 'reason', kind: 'text', width: 24, of: (event) => event.reason },
  { name: 'changes', kind: 'text', width: 60, of: changesIn },
  { name: 'eventCode', kind: 'text', width: 20, of: (event) => event.code },
];

function changesIn({ changes, changeCount }: EventView, say: Say): string {
  const lines = changes.map((change) => changeIn(change, say));
  // Only so many changes are read; the cell must not look as if it named them all.
  const more = changeCount > changes.length && changes.length > 0 ? [`… (${changeCount})`] : [];
  return [...lines, ...more].join('\n');
}

function changeIn({ table, rowName, column, before, after }: ColumnChange, say: Say): string {
  const row = [say(`table--${table}`), rowName].filter(Boolean).join(' ');
  if (column === '') return `${after === undefined ? '−' : '+'} ${row}`;
  const value = (its: string | number | undefined) =>
    its === undefined ? '' : wordOr(say, `value--${column}.${its}`, String(its));
  return `${row} · ${wordOr(say, `column--${column}`, column)}: ${value(before)} → ${value(after)}`;
}

/** The word of that key, or what stands for it where there is none. */
function wordOr(say: Say, key: string, otherwise: string): string {
  const word = say(key);
  return word === key ? otherwise : word;
}
