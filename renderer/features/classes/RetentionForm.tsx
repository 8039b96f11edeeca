import { Form, Input, InputNumber, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutputOf } from '../../../shared/api/contract';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { FormDrawer } from '../../ui/FormDrawer';
import { Refusal } from '../../ui/Refusal';
import { useDraftForm } from '../../ui/use-draft-form';
import {
  useAddRetention,
  useRetentionEffect,
  useRetireRetention,
  useReviseRetention,
  useTakeUpRetention,
} from './classes.queries';
import { Retiring } from './Retiring';

export type Term = OutputOf<typeof import('../../api/client').client.retention.overview['method']>[number];

interface Values {
  name: string;
  forEver: boolean;
  years?: number;
  basis: string;
}

interface RetentionFormProps {
  /** Absent: a new term. */
  its: Term | undefined;
  /** How many dossiers are kept to another day now. */
  onDone: (moved: number | undefined) => void;
  onClose: () => void;
}

const yearsOf = ({ forEver, years }: Values) => (forEver ? undefined : years);
const termOf = (values: Values) => {
  const years = yearsOf(values);
  return { name: values.name, basis: values.basis, ...(years !== undefined && { years }) };
};

/** A term: its name, its years, its rule. Other years are asked about, with the number of dossiers whose last day moves. */
export function RetentionForm({ its, onDone, onClose }: RetentionFormProps) {
  const { t } = useTranslation(['classes', 'ui']);
  const add = useAddRetention();
  const revise = useReviseRetention();
  const blank: Values = its
    ? { name: its.name, forEver: its.years === undefined, basis: its.basis, ...(its.years && { years: its.years }) }
    : { name: '', forEver: false, years: 10, basis: '' };
  const { form, props, refuse, drop, drawer } = useDraftForm<Values>(`term ${its?.id ?? 'new'}`, blank);
  const [asked, setAsked] = useState<Values>();
  const forEver = Form.useWatch('forEver', form) ?? blank.forEver;
  const done = (moved?: number) => {
    drop();
    onDone(moved);
  };
  const write = (values: Values) => {
    if (!its) return add.mutate(termOf(values), { onError: refuse, onSuccess: () => done() });
    const told = { onError: refuse, onSuccess: ({ moved }: { moved: number }) => done(moved) };
    revise.mutate({ id: its.id, ...termOf(values) }, { ...told, onSettled: () => setAsked(undefined) });
  };
  const submit = (values: Values) => (its && yearsOf(values) !== its.years ? setAsked(values) : write(values));
  return (
    <FormDrawer
      title={its ? t('title--reviseRetention', { name: its.name }) : t('title--newRetention')}
      act={t(its ? 'action--write' : 'action--add')}
      busy={add.isPending || revise.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <Form.Item
          name="name"
          label={t('label--name')}
          rules={[{ required: true, whitespace: true, message: t('ui:error--needed') }]}
        >
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="forEver" label={t('label--years')}>
          <Radio.Group
            options={[
              { value: false, label: t('choice--forYears') },
              { value: true, label: t('choice--forEver') },
            ]}
          />
        </Form.Item>
        {!forEver && (
          <Form.Item
            name="years"
            label={t('label--howMany')}
            rules={[{ required: true, message: t('ui:error--needed') }]}
          >
            <InputNumber min={1} max={200} precision={0} />
          </Form.Item>
        )}
        <Form.Item name="basis" label={t('label--basis')} extra={t('hint--basis')}>
          <Input maxLength={100} />
        </Form.Item>
      </Form>
      {its && <TermRetiring its={its} onDone={onClose} />}
      {its && asked && (
        <AskOtherYears
          its={its}
          years={yearsOf(asked)}
          busy={revise.isPending}
          onAct={() => write(asked)}
          onClose={() => setAsked(undefined)}
        />
      )}
    </FormDrawer>
  );
}

interface AskProps {
  its: Term;
  years: number | undefined;
  busy: boolean;
  onAct: () => void;
  onClose: () => void;
}

function AskOtherYears({ its, years, ...ask }: AskProps) {
  const { t } = useTranslation('classes');
  const errorText = useErrorText();
  const { data, error } = useRetentionEffect(its.id, years, true);
  const inWords = (count: number | undefined) =>
    count === undefined ? t('choice--forEver') : t('label--yearCount', { count });
  return (
    <ConfirmInWords
      open
      title={t('title--otherYears', { name: its.name, from: inWords(its.years), to: inWords(years) })}
      act={t('action--write')}
      disabled={!data}
      {...ask}
    >
      {data && <p>{t('hint--otherYears', { dossiers: data.dossiers, moved: data.moved })}</p>}
      {data && data.over > 0 && <p className="late">{t('hint--overNow', { count: data.over })}</p>}
      <Refusal>{errorText(error)}</Refusal>
    </ConfirmInWords>
  );
}

function TermRetiring({ its, onDone }: { its: Term; onDone: () => void }) {
  const { t } = useTranslation('classes');
  const retire = useRetireRetention();
  const takeUp = useTakeUpRetention();
  return (
    <Retiring
      its={its}
      question={t('title--retireRetention', { name: its.name })}
      meaning={t('hint--retireRetention')}
      retire={retire}
      takeUp={takeUp}
      onDone={onDone}
    />
  );
}
