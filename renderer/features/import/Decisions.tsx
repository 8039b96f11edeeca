import { Checkbox, Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportCheck, ImportFaultName, UndecidedName } from '../../../shared/api/import.contract';
import { DayFilter } from '../../ui/DayField';
import { useRecordClasses } from '../../ui/use-record-words';
import { useEverybody } from './import.queries';
import type { PlanWork } from './use-import-plan';

/** What one decision settles for many rows; only what the file asks for is shown. */
export function Decisions({ check, work }: { check: ImportCheck; work: PlanWork }) {
  const { t } = useTranslation('import');
  const id = useId();
  const classes = useRecordClasses().filter(({ retired }) => !retired);
  const { plan, change } = work;
  const has = (fault: ImportFaultName) => check.faults.some((its) => its.fault === fault);
  const asks = {
    className: plan.classId !== undefined || has('classMissing'),
    receivedOn: plan.receivedOn !== undefined || has('receivedOnMissing'),
    managers: plan.withoutManagers !== 'refuse' || has('managerMissing'),
    lent: plan.lent === 'onShelf' || has('stateLent'),
    places: check.makes.places > 0 || !plan.addPlaces,
  };
  if (check.names.length === 0 && !Object.values(asks).some(Boolean)) return null;
  return (
    <section className="import-decisions">
      <h2>{t('title--decide')}</h2>
      {asks.className && (
        <div className="import-decision">
          <label htmlFor={`${id}-class`}>{t('label--class')}</label>
          <Select
            id={`${id}-class`}
            value={plan.classId}
            allowClear
            options={classes.map((its) => ({ value: its.id, label: its.name }))}
            onChange={(classId: number | undefined) => change({ classId })}
          />
        </div>
      )}
      {asks.receivedOn && (
        <div className="import-decision">
          <span>{t('label--receivedOn')}</span>
          <DayFilter
            aria-label={t('label--receivedOn')}
            value={plan.receivedOn}
            onChange={(receivedOn) => change({ receivedOn })}
          />
        </div>
      )}
      {asks.managers && (
        <Checkbox
          checked={plan.withoutManagers === 'noProject'}
          onChange={({ target }) => change({ withoutManagers: target.checked ? 'noProject' : 'refuse' })}
        >
          {t('label--withoutManagers')}
        </Checkbox>
      )}
      {asks.lent && (
        <Checkbox
          checked={plan.lent === 'onShelf'}
          onChange={({ target }) => change({ lent: target.checked ? 'onShelf' : 'refuse' })}
        >
          {t('label--lentOnShelf')}
        </Checkbox>
      )}
      {asks.places && (
        <Checkbox checked={plan.addPlaces} onChange={({ target }) => change({ addPlaces: target.checked })}>
          {t('label--addPlaces', { count: check.makes.places })}
        </Checkbox>
      )}
      {check.names.map((its) => (
        <NameDecision key={its.name} its={its} onDecide={(is) => work.decide(its.name, is)} />
      ))}
    </section>
  );
}

function NameDecision({ its, onDecide }: { its: UndecidedName; onDecide: (is: number | 'left' | 'nobody') => void }) {
  const { t } = useTranslation('import');
  const id = useId();
  const everybody = useEverybody();
  const same = new Set(its.same.map(({ staffId }) => staffId));
  const people = everybody
    .map((one) => ({
      value: one.id as number | 'left' | 'nobody',
      label: `${one.name} · ${one.department}`,
      first: same.has(one.id),
    }))
    .sort((a, b) => Number(b.first) - Number(a.first));
  const options = [
    { value: 'left' as const, label: t('person--left') },
    { value: 'nobody' as const, label: t('person--nobody') },
    ...people,
  ];
  return (
    <div className="import-decision">
      <label htmlFor={id}>{t('label--person', { name: its.name, count: its.rows })}</label>
      <Select
        id={id}
        value={its.is}
        status={its.is === undefined ? 'error' : ''}
        options={options}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={onDecide}
      />
    </div>
  );
}
