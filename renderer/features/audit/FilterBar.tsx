import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RECORD_TABLES } from '../../../shared/api/audit.contract';
import type { Hit } from '../../../shared/api/search.contract';
import { DayFilter } from '../../ui/DayField';
import { useSettled } from '../../ui/use-settled';
import { useRecordSearch, useStaff } from './audit.queries';

interface RecordChoice {
  table: (typeof RECORD_TABLES)[number];
  rowId: number;
  title: string;
}

export interface AuditFilter {
  actorId?: number;
  record?: RecordChoice;
  /** The event of a scanned list. */
  seq?: number | undefined;
  from?: string;
  to?: string;
}

interface FilterBarProps {
  filter: AuditFilter;
  onChange: (filter: AuditFilter) => void;
}

export function FilterBar({ filter, onChange }: FilterBarProps) {
  const { t } = useTranslation('audit');
  const { data: staff = [] } = useStaff();
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <>
      <Select
        allowClear
        className="audit-person"
        placeholder={t('label--anyone')}
        aria-label={t('label--person')}
        showSearch={{ optionFilterProp: 'label' }}
        value={filter.actorId}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(actorId) => onChange({ ...filter, actorId })}
      />
      <RecordField value={filter.record} onChange={(record) => onChange({ ...filter, record })} />
      <span className="audit-day">
        <DayFilter
          aria-label={t('label--from')}
          placeholder={t('label--from')}
          value={filter.from}
          onChange={(from) => onChange({ ...filter, from })}
        />
      </span>
      <span className="audit-day">
        <DayFilter
          aria-label={t('label--to')}
          placeholder={t('label--to')}
          value={filter.to}
          onChange={(to) => onChange({ ...filter, to })}
        />
      </span>
      {filtered && (
        <Button type="link" onClick={() => onChange({})}>
          {t('action--all')}
        </Button>
      )}
    </>
  );
}

/** A hit as the record whose journal it has; an item's changes stand with its dossier. */
function recordOf({ kind, id, title, dossierId }: Hit): RecordChoice | undefined {
  if (kind === 'dossierItem' || kind === 'number')
    return dossierId ? { table: 'dossier', rowId: dossierId, title } : undefined;
  const table = RECORD_TABLES.find((its) => KINDS[its] === kind);
  return table && { table, rowId: id, title };
}

/** What kind of record the search says it is. */
const KINDS = {
  dossier: 'dossier',
  client: 'client',
  project: 'project',
  staff: 'staff',
  handover: 'handover',
  title: 'title',
  title_slip: 'titleSlip',
  title_handover: 'titleHandover',
  stocktake: 'stocktake',
  staff_handover: 'staffHandover',
  borrowing: 'borrowing',
  complaint: 'complaint',
} as const satisfies Record<RecordChoice['table'], Hit['kind']>;

/** A record is chosen as it is found everywhere else: by typing a part of its words. */
function RecordField({ value, onChange }: { value?: RecordChoice; onChange: (record?: RecordChoice) => void }) {
  const { t } = useTranslation(['audit', 'search']);
  const [typed, setTyped] = useState('');
  const { data = [] } = useRecordSearch(useSettled(typed.trim(), 80));
  const found = typed.trim() === '' ? [] : data;
  const records = found.flatMap(({ hits }) => hits.map(recordOf).filter((record) => record !== undefined));
  const keyOf = ({ table, rowId }: RecordChoice) => `${table} ${rowId}`;
  const distinct = [...new Map(records.map((record) => [keyOf(record), record])).values()];
  const options = distinct.map((record) => ({
    value: keyOf(record),
    label: `${t(`search:kind--${KINDS[record.table]}`)} · ${record.title}`,
  }));
  return (
    <Select
      allowClear
      className="audit-record"
      placeholder={t('label--anyRecord')}
      aria-label={t('label--record')}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      notFoundContent={t('hint--findRecord')}
      value={value ? { value: keyOf(value), label: value.title } : undefined}
      labelInValue
      options={options}
      onChange={(chosen?: { value: string; label: string }) =>
        onChange(distinct.find((record) => keyOf(record) === chosen?.value))
      }
    />
  );
}
