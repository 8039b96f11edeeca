import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { CLIENT_KINDS, type ClientRow } from '../../../shared/api/client.contract';
import type { InputOf } from '../../../shared/api/contract';
import { halfWidth } from '../../../shared/entry/read-entry';
import type { client } from '../../api/client';
import { FormDrawer } from '../../ui/FormDrawer';
import { useDraftForm } from '../../ui/use-draft-form';
import { useCorrectClient, useRegisterClient } from './clients.queries';

/** All of them: a field left out of a correction would be emptied. */
type Values = Required<InputOf<(typeof client.client.register)['method']>>;

interface ClientFormProps {
  /** The client to correct; absent for a new one. */
  known?: ClientRow;
  onDone: (id: number) => void;
  onClose: () => void;
}

const valuesOf = ({ kind, name, code, legalRepresentative, phone, address, remarks }: ClientRow): Values => ({
  kind,
  name,
  code,
  legalRepresentative,
  phone,
  address,
  remarks,
});

const FIELD_OF = { clientCodeTaken: 'code' };

export function ClientForm({ known, onDone, onClose }: ClientFormProps) {
  const { t } = useTranslation(['clients', 'ui']);
  const register = useRegisterClient();
  const correct = useCorrectClient();
  const blank: Partial<Values> = known ? valuesOf(known) : { kind: 'enterprise' };
  const { props, refuse, drop, drawer } = useDraftForm<Values>(`client ${known?.id ?? 'new'}`, blank, FIELD_OF);
  const done = (id: number) => {
    drop();
    onClose();
    onDone(id);
  };
  const submit = ({ code = '', ...others }: Values) => {
    // Typed in full width it would not be found, nor known as taken.
    const values = { ...others, code: halfWidth(code).toUpperCase() };
    return known
      ? correct.mutate({ ...values, id: known.id }, { onError: refuse, onSuccess: () => done(known.id) })
      : register.mutate(values, { onError: refuse, onSuccess: ({ id }) => done(id) });
  };
  return (
    <FormDrawer
      title={known ? t('title--correctClient') : t('title--registerClient')}
      act={known ? t('action--correct') : t('action--registerClient')}
      busy={register.isPending || correct.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <ClientFields />
      </Form>
    </FormDrawer>
  );
}

function ClientFields() {
  const { t } = useTranslation(['clients', 'ui']);
  const isPerson = Form.useWatch('kind') === 'person';
  const needed = [{ required: true, whitespace: true, message: t('ui:error--needed') }];
  return (
    <>
      <Form.Item name="kind" label={t('label--kind')}>
        <Radio.Group options={CLIENT_KINDS.map((kind) => ({ value: kind, label: t(`kind--${kind}`) }))} />
      </Form.Item>
      <Form.Item name="name" label={isPerson ? t('label--personName') : t('label--clientName')} rules={needed}>
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="code" label={isPerson ? t('label--idNumber') : t('label--creditCode')}>
        <Input maxLength={40} />
      </Form.Item>
      {!isPerson && (
        <Form.Item name="legalRepresentative" label={t('label--legalRepresentative')}>
          <Input maxLength={40} />
        </Form.Item>
      )}
      <Form.Item name="phone" label={t('label--phone')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="address" label={t('label--address')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="remarks" label={t('label--remarks')}>
        <Input.TextArea rows={4} maxLength={2000} />
      </Form.Item>
    </>
  );
}
