import { Input, type InputRef } from 'antd';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { DOSSIER_STATES } from '../../../shared/api/dossier.contract';
import { LEDGER_GROUPS } from '../../../shared/api/ledger.contract';
import { Chip } from '../../ui/Chip';
import { useRecordClasses } from '../../ui/use-record-words';
import { useLedgerSummary, useStaff } from './ledger.queries';
import { type LedgerFilter, narrow, useLedgerView } from './ledger-view.store';

/** The conditions that the list is narrowed by; each says what it is, also when it is not used. */
export function LedgerFilters({ textRef }: { textRef: Ref<InputRef> }) {
  const { t } = useTranslation('ledger');
  const filter = useLedgerView((view) => view.filter);
  const years = useLedgerSummary().data?.years ?? [];
  const staff = useStaff().data ?? [];
  const classes = useRecordClasses();
  const managers = staff.filter(({ positions }) => positions.includes('projectManager'));
  const state = filter.lateOnly ? 'late' : (filter.group ?? filter.state);
  return (
    <>
      <Input
        ref={textRef}
        allowClear
        className="ledger-text"
        placeholder={t('hint--text')}
        aria-label={t('hint--text')}
        maxLength={100}
        value={filter.text ?? ''}
        onChange={(event) => narrow({ text: event.target.value })}
      />
      <Chip
        name={t('label--class')}
        value={filter.classId}
        options={classes.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(classId) => narrow({ classId })}
      />
      <Chip
        name={t('label--year')}
        value={filter.year}
        options={years.map((year) => ({ value: year, label: String(year) }))}
        onChoose={(year) => narrow({ year })}
      />
      <Chip
        name={t('label--state')}
        value={state}
        options={STATE_CHOICES.map((value) => ({ value, label: t(`choice--${value}`) }))}
        onChoose={(choice) => narrow(stateFilter(choice))}
      />
      <Chip
        name={t('label--manager')}
        value={filter.managerId}
        options={managers.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(managerId) => narrow({ managerId })}
      />
    </>
  );
}

const STATE_CHOICES = ['late', ...LEDGER_GROUPS.filter((group) => group !== 'received'), ...DOSSIER_STATES] as const;
type StateChoice = (typeof STATE_CHOICES)[number];

/** Being late, a group and a state are one choice for whoever looks. */
function stateFilter(choice: StateChoice | undefined): LedgerFilter {
  const none = { lateOnly: undefined, group: undefined, state: undefined };
  if (choice === 'late') return { ...none, lateOnly: true };
  const group = LEDGER_GROUPS.find((one) => one === choice && one !== 'received');
  return group ? { ...none, group } : { ...none, state: choice as LedgerFilter['state'] };
}
