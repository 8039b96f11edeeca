import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TitleRow } from '../../../../shared/api/title.contract';
import { STORAGES, TITLE_KINDS } from '../../../../shared/api/title-fields';
import { readWholeNumber } from '../../../../shared/entry/read-entry';
import { DayField, dayRule } from '../../../ui/DayField';
import { ReadField } from '../../../ui/ReadField';
import { useSettled } from '../../../ui/use-settled';
import { YuanField, yuanRule } from '../../../ui/YuanField';
import { useContracts } from '../titles.queries';
import { comesBack, goesOut, type SafeAct, takenBy } from './safe-acts';
import { useCompartments } from './use-seconds';

/** The fields that an act has besides those of every act. */
export function ActFields({ act, rows }: { act: SafeAct; rows: readonly TitleRow[] }) {
  return (
    <>
      {(goesOut(act) || act === 'release') && <PartyField act={act} />}
      {goesOut(act) && <DueField />}
      {act === 'remortgage' && <ContractField />}
      {act === 'exchange' && <NewCertificate />}
      {act === 'exchange' && rows.some(isInSafe) && <OldGoesTo />}
      {(comesBack(act) || act === 'move' || act === 'exchange') && <CompartmentField act={act} rows={rows} />}
    </>
  );
}

function PartyField({ act }: { act: SafeAct }) {
  const { t } = useTranslation(['titles', 'ui']);
  const needed = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  return (
    <Form.Item name="party" label={t(`label--party-${act as 'sendToRegistry' | 'release'}`)} rules={needed}>
      <Input maxLength={100} />
    </Form.Item>
  );
}

const isInSafe = ({ standings }: TitleRow) => standings.some(({ place }) => place === 'safe');

/** Paper that leaves the safe for a new certificate is cancelled or kept by somebody. */
function OldGoesTo() {
  const { t } = useTranslation(['titles', 'ui']);
  const needed = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  return (
    <Form.Item name="party" label={t('label--party-exchange')} rules={needed} extra={t('hint--party-exchange')}>
      <Input maxLength={100} />
    </Form.Item>
  );
}

function DueField() {
  const { t } = useTranslation(['titles', 'ui']);
  const { t: ui } = useTranslation('ui');
  const needed = { required: true, message: t('ui:error--needed') };
  return (
    <Form.Item name="dueOn" label={t('label--dueOn')} rules={[needed, dayRule(ui)]} validateTrigger="onBlur">
      <DayField />
    </Form.Item>
  );
}

/** Which contract it secures from now on, found by a part of its number, name or client. */
function ContractField() {
  const { t } = useTranslation(['titles', 'ui']);
  const [typed, setTyped] = useState('');
  const { data = [] } = useContracts(useSettled(typed.trim(), 80));
  return (
    <Form.Item
      name="projectId"
      label={t('label--contract')}
      rules={[{ required: true, message: t('ui:error--needed') }]}
      extra={t('hint--contract')}
    >
      <Select
        showSearch={{ filterOption: false, onSearch: setTyped }}
        options={data.map((its) => ({
          value: its.projectId,
          label: `${its.contractNo} · ${its.client} · ${its.project}`,
        }))}
      />
    </Form.Item>
  );
}

function CompartmentField({ act, rows }: { act: SafeAct; rows: readonly TitleRow[] }) {
  const { t } = useTranslation(['titles', 'ui']);
  const compartments = useCompartments();
  const storage = Form.useWatch<string | undefined>(['becomes', 'storage']);
  if (act === 'exchange' && storage === 'electronic') return null;
  const hasHome = comesBack(act) && rows.every((row) => takenBy(act, row).every((its) => its.homeId !== undefined));
  const home = hasHome ? [{ label: t('label--home'), options: [{ value: 'home', label: t('label--eachHome') }] }] : [];
  return (
    <Form.Item
      name="compartmentId"
      label={t('label--toCompartment')}
      rules={[{ required: true, message: t('ui:error--needed') }]}
    >
      <Select showSearch={{ optionFilterProp: 'label' }} options={[...home, ...compartments] as never} />
    </Form.Item>
  );
}

/** What stands on the new certificate. */
function NewCertificate() {
  const { t } = useTranslation(['titles', 'ui']);
  const { t: ui } = useTranslation('ui');
  const needed = { required: true, message: t('ui:error--needed') };
  const text = [{ ...needed, whitespace: true }];
  const isDay = [dayRule(ui)];
  const isCount = (_: unknown, typed: unknown) =>
    typeof typed === 'number' && typed >= 1 && typed <= 999
      ? Promise.resolve()
      : Promise.reject(new Error(t('error--quantity', { most: 999 })));
  return (
    <>
      <Form.Item name={['becomes', 'certificateNo']} label={t('label--newCertificateNo')} rules={text}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="pair">
        <Form.Item name={['becomes', 'kind']} label={t('label--kind')} rules={[needed]}>
          <Select options={TITLE_KINDS.map((value) => ({ value, label: t(`kind--${value}`) }))} />
        </Form.Item>
        <Form.Item name={['becomes', 'storage']} label={t('label--storage')} rules={[needed]}>
          <Select options={STORAGES.map((value) => ({ value, label: t(`storage--${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name={['becomes', 'name']} label={t('label--name')} rules={text}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="pair">
        <Form.Item name={['becomes', 'owner']} label={t('label--owner')} rules={text}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name={['becomes', 'quantity']}
          label={t('label--pieces')}
          rules={[{ validator: isCount }]}
          validateTrigger="onBlur"
        >
          <ReadField<number> read={readWholeNumber} show={String} />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item name={['becomes', 'issuedOn']} label={t('label--issuedOn')} rules={isDay} validateTrigger="onBlur">
          <DayField />
        </Form.Item>
        <Form.Item name={['becomes', 'expiresOn']} label={t('label--expiresOn')} rules={isDay} validateTrigger="onBlur">
          <DayField />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item name={['becomes', 'issuedBy']} label={t('label--issuedBy')}>
          <Input maxLength={100} />
        </Form.Item>
        <Form.Item
          name={['becomes', 'yuan']}
          label={t('label--value')}
          rules={[yuanRule(t('error--yuan'))]}
          validateTrigger="onBlur"
        >
          <YuanField />
        </Form.Item>
      </div>
    </>
  );
}
