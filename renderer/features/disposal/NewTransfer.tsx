import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client, useRead } from '../../api/client';
import { FormDrawer } from '../../ui/FormDrawer';
import { SecretInput } from '../../ui/SecretInput';
import { useDraftForm } from '../../ui/use-draft-form';
import { useSettled } from '../../ui/use-settled';
import { withMore } from '../../ui/with-more';
import { useListForTransfer } from './disposal.queries';
import { WitnessSelect } from './WitnessSelect';

interface Chosen {
  value: number;
  label: string;
}

interface Values {
  dossiers: Chosen[];
  reason: string;
  receiver: string;
  receiverPerson: string;
  receiverDocument: string;
  supervisorId?: number;
  /** Never kept: see use-draft-form.ts. */
  pin: string;
}

const BLANK: Values = { dossiers: [], reason: '', receiver: '', receiverPerson: '', receiverDocument: '', pin: '' };

/** Dossiers on the shelf that go to somebody outside: which, to whom, why, and who watches. */
export function NewTransfer({ onDone, onClose }: { onDone: (id: number) => void; onClose: () => void }) {
  const { t } = useTranslation(['disposal', 'ui']);
  const make = useListForTransfer();
  const kept = useDraftForm<Values>('newTransfer', BLANK, {
    wrongSecret: 'pin',
    waitAfterFailures: 'pin',
    witnessInvolved: 'supervisorId',
  });
  const { form, props, refuse, drop, drawer } = kept;
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const written = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  const submit = ({ dossiers, pin, supervisorId = 0, ...rest }: Values) =>
    make.mutate(
      { ...rest, supervisorId, dossierIds: dossiers.map(({ value }) => value), signature: pin },
      {
        onError: (failure) => {
          form.setFieldValue('pin', '');
          refuse(failure);
        },
        onSuccess: ({ id }) => {
          drop();
          onDone(id);
        },
      },
    );
  return (
    <FormDrawer
      title={t('title--newTransfer')}
      act={t('action--makeList')}
      busy={make.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <Form.Item name="dossiers" label={t('label--choose')} rules={needed} extra={t('hint--choose')}>
          <DossierSelect />
        </Form.Item>
        <Form.Item name="reason" label={t('label--transferReason')} rules={written}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="receiver" label={t('label--receiver')} rules={written}>
          <Input maxLength={100} />
        </Form.Item>
        <div className="pair">
          <Form.Item name="receiverPerson" label={t('label--receiverPerson')} rules={written}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="receiverDocument" label={t('label--receiverDocument')} rules={written}>
            <Input maxLength={100} />
          </Form.Item>
        </div>
        <Form.Item name="supervisorId" label={t('label--supervisor')} rules={needed} extra={t('hint--supervisor')}>
          <WitnessSelect />
        </Form.Item>
        <Form.Item name="pin" label={t('label--signature')} rules={needed} extra={t('hint--signature')}>
          <SecretInput autoComplete="off" maxLength={200} />
        </Form.Item>
      </Form>
    </FormDrawer>
  );
}

/** Dossiers on the shelf by part of their number or title. */
function DossierSelect(field: { id?: string; value?: Chosen[]; onChange?: (chosen: Chosen[]) => void }) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState('');
  const text = useSettled(typed, 150);
  const filter = { text, state: 'received' as const };
  const { data } = useRead(client.ledger.list, { filter, limit: 50 }, { keepPrevious: true });
  const options = (data?.rows ?? []).map(({ id, archiveNo, title }) => ({
    value: id,
    label: [archiveNo, title].filter(Boolean).join(' '),
  }));
  return (
    <Select<Chosen[]>
      {...field}
      mode="multiple"
      labelInValue
      showSearch={{ filterOption: false, onSearch: setTyped, autoClearSearchValue: true }}
      options={withMore(options, data?.total ?? 0, t)}
    />
  );
}
