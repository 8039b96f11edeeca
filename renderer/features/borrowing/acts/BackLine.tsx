import { Button, Checkbox, Input, Select } from 'antd';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { type BorrowingLine, CONDITIONS, type Condition } from '../../../../shared/api/borrowing-slip.contract';
import { DayFilter } from '../../../ui/DayField';
import { takesScans } from '../../../ui/scanned';
import { isComposing } from '../../../ui/use-keys';
import { useColleagues, useSafeHolders } from '../borrowing.queries';
import { compartmentsOf, type FoundLine, isShort, openOf } from './back-draft';

interface BackLineProps {
  line: BorrowingLine;
  its: FoundLine;
  borrowerId: number;
  onChange: (some: Partial<FoundLine>) => void;
  /** Enter in the count: the next one. */
  onCounted: () => void;
}

export const countId = (lineId: number) => `found-${lineId}`;

/** One thing of the slip: whether it lies on the desk, how much of it was found, and how. */
export function BackLine({ line, its, borrowerId, onChange, onCounted }: BackLineProps) {
  const { t } = useTranslation('borrowing');
  return (
    <div className="borrowing-back">
      <Checkbox checked={its.here} onChange={(event) => onChange({ here: event.target.checked })}>
        {line.number} {line.name}
      </Checkbox>
      {line.place && <div className="quiet small">{t('text--backTo', { place: line.place })}</div>}
      {its.here && (
        <div className="pair">
          <Count line={line} its={its} onChange={onChange} onCounted={onCounted} />
          <Select<Condition>
            aria-label={t('label--conditionOf', { name: line.name })}
            value={its.condition}
            options={CONDITIONS.map((value) => ({ value, label: t(`condition--${value}`) }))}
            onChange={(condition) => onChange({ condition })}
          />
        </div>
      )}
      {its.here && line.kind === 'title' && <BackInto line={line} its={its} onChange={onChange} />}
      {its.here && its.condition === 'damaged' && (
        <Input
          className="borrowing-gap"
          maxLength={200}
          aria-label={t('label--damageOf', { name: line.name })}
          placeholder={t('hint--damage')}
          value={its.remarks}
          onChange={(event) => onChange({ remarks: event.target.value })}
        />
      )}
      {its.here && isShort(line, its) && <Missing line={line} its={its} borrowerId={borrowerId} onChange={onChange} />}
    </div>
  );
}

/** Empty until somebody has counted: a figure that stands there already is not counted. One key says that all of it is there. */
function Count({ line, its, onChange, onCounted }: Omit<BackLineProps, 'borrowerId'>) {
  const { t } = useTranslation('borrowing');
  const all = () => onChange({ found: String(openOf(line)) });
  const press = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === '=') all();
    else if (event.key === 'Enter' && !event.ctrlKey && its.found !== '') onCounted();
    else return;
    event.preventDefault();
  };
  return (
    <span className="borrowing-counted">
      <Input
        id={countId(line.id)}
        inputMode="numeric"
        autoComplete="off"
        maxLength={20}
        {...takesScans}
        aria-label={t('label--foundOf', { name: line.name })}
        suffix={<span className="quiet">{t('label--ofCount', { count: openOf(line) })}</span>}
        value={its.found}
        onChange={({ target: { value } }) => /^\d*$/.test(value) && onChange({ found: value })}
        onKeyDown={press}
      />
      <Button onClick={all} aria-keyshortcuts="=">
        {t('action--allThere')}
      </Button>
    </span>
  );
}

/** The compartment it was taken from, or another one: that may be in use no more. */
function BackInto({ line, its, onChange }: Pick<BackLineProps, 'line' | 'its' | 'onChange'>) {
  const { t } = useTranslation('borrowing');
  const { data: safes = [] } = useSafeHolders();
  const options = compartmentsOf(safes);
  const value = its.compartmentId ?? options.find(({ label }) => label === line.place)?.value;
  return (
    <div className="field">
      <label htmlFor={`into-${line.id}`}>{t('label--backInto')}</label>
      <Select
        id={`into-${line.id}`}
        {...(value !== undefined && { value })}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
        onChange={(compartmentId: number) => onChange({ compartmentId })}
      />
    </div>
  );
}

/** What is not there, who brings it, and until when. */
function Missing({ line, its, borrowerId, onChange }: Omit<BackLineProps, 'onCounted'>) {
  const { t } = useTranslation('borrowing');
  const { data = [] } = useColleagues();
  const there = data.filter(({ employment }) => employment !== 'left');
  const choose = (responsibleId: number) => onChange({ responsibleId });
  return (
    <>
      <Input
        className="borrowing-gap"
        maxLength={200}
        aria-label={t('label--missingOf', { name: line.name })}
        placeholder={t('hint--missing')}
        value={its.missing}
        onChange={(event) => onChange({ missing: event.target.value, responsibleId: its.responsibleId ?? borrowerId })}
      />
      <div className="pair">
        <Select
          aria-label={t('label--responsible')}
          placeholder={t('label--responsible')}
          {...(its.responsibleId !== undefined && { value: its.responsibleId })}
          showSearch={{ optionFilterProp: 'label' }}
          options={there.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={choose}
        />
        <DayFilter
          value={its.dueOn}
          aria-label={t('label--missingDue')}
          placeholder={t('label--missingDue')}
          onChange={(dueOn) => onChange(dueOn === undefined ? {} : { dueOn })}
        />
      </div>
    </>
  );
}
