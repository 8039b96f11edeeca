import { useTranslation } from 'react-i18next';
import type { ColumnChange } from '../../shared/api/audit.contract';

/** Columns that say by number what another column or table says by name. */
const UNTOLD = new Set([
  'project_id',
  'checklist_id',
  'client_id',
  'dossier_id',
  'handover_id',
  'list_id',
  'line_id',
  'login_failures',
  'subject_id',
  'removed_at',
  'removed_by',
]);

/** Of new and removed rows only these say more than their event does: a client is registered by registering it. */
const TOLD_ROWS = new Set([
  ...['department', 'dossier_item', 'archive_number', 'holiday', 'attachment', 'dossier_note'],
  ...['title', 'title_movement'],
]);

/** What an act on these records always does, and says by its name already. */
const SELF_EVIDENT: Readonly<Record<string, ReadonlySet<string>>> = {
  handover: new Set(['state', 'closed_on', 'receiver_id']),
  extension: new Set(['state', 'closed_on', 'answer']),
  title_handover: new Set(['state', 'closed_on', 'custodian_id']),
  title_handover_line: new Set(['title_id']),
  title_security: new Set(['ended_on', 'ended_by']),
  supplement_list: new Set(['closed_on']),
  supplement_line: new Set(['closed_on', 'reason']),
  supplement_delivery: new Set(['state', 'closed_on', 'receiver_id', 'remark']),
};

export const isTold = ({ table, column, rowName }: ColumnChange) =>
  column === ''
    ? Boolean(rowName) && TOLD_ROWS.has(table)
    : !UNTOLD.has(column) && !SELF_EVIDENT[table]?.has(column) && table !== 'attempt';

/** One change: which row is new or gone, or which column went from what to what. */
export function ChangeWords({ change }: { change: ColumnChange }) {
  const { t } = useTranslation('audit');
  const words = useValueWords();
  const { table, column, rowName = '', before, after } = change;
  if (column === '') {
    const names = { table: t(`table--${table}` as 'table--other', { defaultValue: t('table--other') }), row: rowName };
    return <>{before === undefined ? t('label--rowAdded', names) : t('label--rowRemoved', names)}</>;
  }
  const columnWord = t(`column--${table}.${column}` as 'column--other', {
    defaultValue: t(`column--${column}` as 'column--other', { defaultValue: column }),
  });
  const places = { row: rowName, column: columnWord, before: words(change, before), after: words(change, after) };
  return <>{t(`label--${rowName ? 'row' : 'column'}${kindOf(change)}`, places)}</>;
}

/** Filled in, emptied, or changed from one to the other. */
function kindOf({ before = '', after = '' }: ColumnChange) {
  if (before === '') return 'Filled';
  return after === '' ? 'Emptied' : 'Changed';
}

/** A stored value as people know it: states by their words, fen as yuan; main has named the records. */
function useValueWords() {
  const { t } = useTranslation('audit');
  return ({ column }: ColumnChange, value: string | number | undefined): string => {
    if (value === undefined || value === '') return t('value--empty');
    if (column === 'amount_fen' || column === 'value_fen') return (Number(value) / 100).toFixed(2);
    return t(`value--${column}.${value}` as 'value--empty', { defaultValue: String(value) });
  };
}
