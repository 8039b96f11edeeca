import { Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SECRECIES } from '../../../shared/api/dossier.contract';
import { client, useRead } from '../../api/client';
import { useMay } from '../../app/use-may';
import { DayFilter } from '../../ui/DayField';
import { FormDrawer } from '../../ui/FormDrawer';
import { useRetentions } from '../../ui/use-record-words';
import { useSettled } from '../../ui/use-settled';
import { useStaff } from './ledger.queries';
import { isFiltered, type LedgerFilter, narrow, useLedgerView } from './ledger-view.store';
import { COUNT_SPANS, DAY_SPANS, NO_MORE, OWN_WORDS, PERSONS, PLACE_PARTS } from './use-condition-words';

/** All that the ledger can be narrowed by and that has no chip; each counts as soon as it is chosen. */
export function MoreConditions({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('views');
  const filter = useLedgerView((look) => look.filter);
  const isKept = isFiltered(Object.fromEntries(Object.keys(NO_MORE).map((key) => [key, filter[key as 'room']])));
  return (
    <FormDrawer
      title={t('title--conditions')}
      act={t('action--seeList')}
      busy={false}
      isKept={isKept}
      onEmpty={() => narrow(NO_MORE)}
      onAct={onClose}
      onClose={onClose}
    >
      <div className="conditions">
        {OWN_WORDS.map((column) => (
          <WordsCondition key={column} column={column} filter={filter} />
        ))}
        <Choices filter={filter} />
        <PlaceConditions filter={filter} />
        {DAY_SPANS.map(([label, from, to]) => (
          <DaySpan key={label} label={label} filter={filter} from={from} to={to} />
        ))}
        {COUNT_SPANS.map(([label, from, to]) => (
          <CountSpan key={label} label={label} filter={filter} from={from} to={to} />
        ))}
        <RemarksCondition filter={filter} />
      </div>
    </FormDrawer>
  );
}

function Field({ name, children }: { name: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="conditions-field">
      <label htmlFor={id}>{name}</label>
      {children(id)}
    </div>
  );
}

function Choices({ filter }: { filter: LedgerFilter }) {
  const { t } = useTranslation(['ledger', 'views']);
  const retentions = useRetentions();
  const staff = useStaff().data ?? [];
  const may = useMay();
  const origins = [
    { value: 'imported', label: t('views:origin--imported') },
    { value: 'opened', label: t('views:origin--opened') },
  ];
  const { imported } = filter;
  return (
    <>
      <Choice
        name={t('ledger:label--retention')}
        value={filter.retentionId}
        options={retentions.map(({ id, name }) => ({ value: id, label: name }))}
        onChoose={(retentionId) => narrow({ retentionId })}
      />
      <Choice
        name={t('ledger:label--secrecy')}
        value={filter.secrecy}
        options={SECRECIES.map((value) => ({ value, label: t(`ledger:secrecy--${value}`) }))}
        onChoose={(secrecy) => narrow({ secrecy })}
      />
      {may('client.read') && <ClientCondition filter={filter} />}
      {PERSONS.map(([key, label]) => (
        <Choice
          key={key}
          name={t(label)}
          value={filter[key]}
          options={staff.map(({ id, name }) => ({ value: id, label: name }))}
          onChoose={(id) => narrow({ [key]: id })}
        />
      ))}
      <Choice
        name={t('views:label--origin')}
        value={imported === undefined ? undefined : imported ? 'imported' : 'opened'}
        options={origins}
        onChoose={(origin) => narrow({ imported: origin === undefined ? undefined : origin === 'imported' })}
      />
    </>
  );
}

interface ChoiceProps<V extends string | number> {
  name: string;
  value: V | undefined;
  options: { value: V; label: string }[];
  onChoose: (value: V | undefined) => void;
  onSearch?: (text: string) => void;
}

function Choice<V extends string | number>({ name, value, options, onChoose, onSearch }: ChoiceProps<V>) {
  const { t } = useTranslation('ui');
  return (
    <Field name={name}>
      {(id) => (
        <Select<V>
          id={id}
          allowClear
          placeholder={t('label--all')}
          showSearch={onSearch ? { filterOption: false, onSearch } : { optionFilterProp: 'label' }}
          value={value ?? null}
          options={options}
          onChange={(chosen?: V) => onChoose(chosen)}
        />
      )}
    </Field>
  );
}

/** Clients may be many: asked for by what is typed. */
function ClientCondition({ filter: { clientId } }: { filter: LedgerFilter }) {
  const { t } = useTranslation('ledger');
  const [text, setText] = useState('');
  const settled = useSettled(text, 120);
  const found = useRead(client.client.list, { text: settled, limit: 50 }, { keepPrevious: true }).data?.rows ?? [];
  const chosen = useRead(client.client.show, { id: clientId ?? 0 }, { enabled: clientId !== undefined }).data;
  const others = found.filter(({ id }) => id !== chosen?.id);
  return (
    <Choice
      name={t('label--client')}
      value={clientId}
      options={[...(chosen && clientId !== undefined ? [chosen] : []), ...others].map(({ id, name }) => ({
        value: id,
        label: name,
      }))}
      onSearch={setText}
      onChoose={(its) => narrow({ clientId: its })}
    />
  );
}

function PlaceConditions({ filter }: { filter: LedgerFilter }) {
  const { t } = useTranslation('ui');
  return (
    <div className="conditions-places">
      {PLACE_PARTS.map((part) => (
        <Field key={part} name={t(`label--place-${part}`)}>
          {(id) => (
            <Input
              id={id}
              value={filter[part] ?? ''}
              maxLength={20}
              onChange={({ target }) => narrow({ [part]: target.value === '' ? undefined : target.value })}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

type DayEnd = (typeof DAY_SPANS)[number][1 | 2];
type CountEnd = (typeof COUNT_SPANS)[number][1 | 2];
interface SpanProps<E> {
  label: (typeof DAY_SPANS)[number][0] | (typeof COUNT_SPANS)[number][0];
  filter: LedgerFilter;
  from: E;
  to: E;
}

function DaySpan({ label, filter, from, to }: SpanProps<DayEnd>) {
  const { t } = useTranslation(['ledger', 'views']);
  const name = t(`ledger:label--${label}`);
  return (
    <fieldset className="conditions-span">
      <legend>{name}</legend>
      {([from, to] as const).map((end, i) => (
        <DayFilter
          key={end}
          aria-label={t(i === 0 ? 'views:label--spanFrom' : 'views:label--spanTo', { name })}
          {...(filter[end] === undefined ? {} : { value: filter[end] })}
          onChange={(value) => narrow({ [end]: value })}
        />
      ))}
    </fieldset>
  );
}

function CountSpan({ label, filter, from, to }: SpanProps<CountEnd>) {
  const { t } = useTranslation(['ledger', 'views']);
  const name = t(`ledger:label--${label}`);
  return (
    <fieldset className="conditions-span">
      <legend>{name}</legend>
      {([from, to] as const).map((end, i) => (
        <InputNumber
          key={end}
          min={0}
          max={10_000_000}
          precision={0}
          aria-label={t(i === 0 ? 'views:label--spanFrom' : 'views:label--spanTo', { name })}
          value={filter[end] ?? null}
          onChange={(value) => narrow({ [end]: value ?? undefined })}
        />
      ))}
    </fieldset>
  );
}

/** Words that stand in one column only. */
function WordsCondition({ column, filter }: { column: (typeof OWN_WORDS)[number]; filter: LedgerFilter }) {
  const { t } = useTranslation(['ledger', 'views']);
  return (
    <Field name={t('views:label--contains', { name: t(`ledger:label--${column}`) })}>
      {(id) => (
        <Input
          id={id}
          maxLength={60}
          value={filter[column] ?? ''}
          onChange={({ target }) => narrow({ [column]: target.value === '' ? undefined : target.value })}
        />
      )}
    </Field>
  );
}

function RemarksCondition({ filter }: { filter: LedgerFilter }) {
  const { t } = useTranslation('views');
  return (
    <Field name={t('label--remarksContain')}>
      {(id) => (
        <Input
          id={id}
          maxLength={60}
          value={filter.remarks ?? ''}
          onChange={({ target }) => narrow({ remarks: target.value === '' ? undefined : target.value })}
        />
      )}
    </Field>
  );
}
