import type { TitleHandoverLine, TitleHandoverRow } from '../../../shared/api/title-handover.contract';
import { type ListColumn, named, own } from './export.columns';
import type { Say } from './say';

/** Lists by which title documents came. */
export const TITLE_HANDOVERS: readonly ListColumn<TitleHandoverRow>[] = [
  own('no', 'text', 20),
  { name: 'projectNo', kind: 'text', width: 20, of: (row) => row.number },
  own('project', 'text', 32),
  own('client', 'text', 32),
  own('contractNo', 'text', 24),
  { name: 'aManager', kind: 'text', width: 12, of: (row) => row.a },
  { name: 'bManager', kind: 'text', width: 12, of: (row) => row.b },
  own('custodian', 'text', 12),
  own('obtainedOn', 'day', 12),
  own('givenOn', 'day', 12),
  own('dueOn', 'limit', 12),
  own('closedOn', 'day', 12),
  own('titles', 'number', 8),
  own('pieces', 'number', 8),
  named('state', 'state', 12),
  own('lateDays', 'number', 10),
  own('reason', 'text', 36),
];

/** Yes and no of what was compared; nothing where nobody has looked. */
const compared = (agrees: boolean | undefined, say: Say): string | undefined =>
  agrees === undefined ? undefined : say(`value--agrees.${agrees ? 1 : 0}`);

/** One of these lists, certificate by certificate. */
export const TITLE_HANDOVER_LINES: readonly ListColumn<TitleHandoverLine>[] = [
  own('ordinal', 'number', 8),
  { name: 'titleKind', kind: 'text', width: 30, of: (row, say) => say(`value--kind.${row.kind}`) },
  { name: 'titleName', kind: 'text', width: 28, of: (row) => row.name },
  own('certificateNo', 'text', 38),
  { name: 'titleOwner', kind: 'text', width: 24, of: (row) => row.owner },
  own('quantity', 'number', 8),
  named('storage', 'storage', 10),
  own('issuedBy', 'text', 24),
  own('issuedOn', 'day', 12),
  own('expiresOn', 'day', 12),
  { name: 'appraisedValue', kind: 'yuan', width: 18, of: (row) => row.valueFen },
  own('remarks', 'text', 30),
  { name: 'nameAgrees', kind: 'text', width: 10, of: (row, say) => compared(row.nameAgrees, say) },
  { name: 'numberAgrees', kind: 'text', width: 10, of: (row, say) => compared(row.numberAgrees, say) },
  own('quantityFound', 'number', 10),
  own('checkRemark', 'text', 30),
];
