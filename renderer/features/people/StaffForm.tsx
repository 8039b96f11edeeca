import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../../shared/api/contract';
import { EMPLOYMENTS, POSITIONS, type StaffRow } from '../../../shared/api/people.contract';
import type { client } from '../../api/client';
import { useMay } from '../../app/use-may';
import { FormDrawer } from '../../ui/FormDrawer';
import { SecretInput } from '../../ui/SecretInput';
import { useDraftForm } from '../../ui/use-draft-form';
import { Holdings } from './Holdings';
import { useChange, useDepartments, useEngage } from './people.queries';
import { ResetPassword } from './ResetPassword';
import { SeveralField } from './SeveralField';

type Values = InputOf<(typeof client.people.engage)['method']> & { employment: StaffRow['employment'] };

const FIELD_OF = {
  loginTaken: 'login',
  passwordTooShort: 'password',
  passwordTooCommon: 'password',
  passwordWithoutLogin: 'login',
};
const NOTHING: Partial<Values> = {
  name: '',
  positions: [],
  inChargeOf: [],
  login: '',
  password: '',
  employment: 'active',
};

const valuesOf = ({
  name,
  departmentId,
  positions,
  inChargeOf,
  login = '',
  employment,
}: StaffRow): Partial<Values> => ({
  name,
  departmentId,
  positions,
  inChargeOf,
  login,
  employment,
});

/** An empty field means that there is no login or no password yet. */
const given = (text: string | undefined) => (text?.trim() ? text.trim() : undefined);

export function StaffForm({ known, onClose }: { known?: StaffRow; onClose: () => void }) {
  const { t } = useTranslation('people');
  const may = useMay();
  const engage = useEngage();
  const change = useChange();
  const blank = known ? valuesOf(known) : NOTHING;
  const { props, refuse, drop, drawer } = useDraftForm<Values>(`staff ${known?.id ?? 'new'}`, blank, FIELD_OF);
  const onSuccess = () => {
    drop();
    onClose();
  };
  const submit = ({ employment, password, inChargeOf = [], ...values }: Values) => {
    const person = {
      ...values,
      login: given(values.login),
      inChargeOf: values.positions.includes('deputyManager') ? inChargeOf : [],
    };
    if (known) change.mutate({ ...person, id: known.id, employment }, { onError: refuse, onSuccess });
    else engage.mutate({ ...person, password: password || undefined }, { onError: refuse, onSuccess });
  };
  return (
    <FormDrawer
      title={known ? t('title--change', { name: known.name }) : t('title--engage')}
      act={known ? t('action--change') : t('action--engage')}
      busy={engage.isPending || change.isPending}
      {...drawer}
      onClose={onClose}
    >
      <Form {...props} onFinish={submit}>
        <PersonFields isKnown={Boolean(known)} />
      </Form>
      {known && may('staffHandover.prepare') && <Holdings person={known} />}
      {known?.login && <ResetPassword person={known} />}
    </FormDrawer>
  );
}

function PersonFields({ isKnown }: { isKnown: boolean }) {
  const { t } = useTranslation(['people', 'ui', 'app']);
  const { data: departments = [] } = useDepartments();
  const needed = [{ required: true, message: t('ui:error--needed') }];
  const positions = Form.useWatch<string[] | undefined>('positions');
  const departmentOptions = departments.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Form.Item name="name" label={t('label--name')} rules={[{ ...needed[0], whitespace: true }]}>
        <Input autoFocus={!isKnown} maxLength={40} />
      </Form.Item>
      <Form.Item name="departmentId" label={t('label--department')} rules={needed}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={departmentOptions}
          notFoundContent={t('hint--noDepartments')}
        />
      </Form.Item>
      <Form.Item name="positions" label={t('label--positions')} rules={needed} extra={t('hint--positions')}>
        <SeveralField
          options={POSITIONS.map((position) => ({ value: position, label: t(`app:position--${position}`) }))}
        />
      </Form.Item>
      {positions?.includes('deputyManager') && (
        <Form.Item name="inChargeOf" label={t('label--inChargeOf')}>
          <SeveralField options={departmentOptions} />
        </Form.Item>
      )}
      {isKnown && (
        <Form.Item name="employment" label={t('label--employment')}>
          <Select options={EMPLOYMENTS.map((value) => ({ value, label: t(`employment--${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="login" label={t('label--login')} extra={t('hint--login')}>
        <Input maxLength={40} autoComplete="off" />
      </Form.Item>
      {!isKnown && (
        <Form.Item name="password" label={t('label--firstPassword')} extra={t('hint--firstPassword')}>
          <SecretInput maxLength={200} autoComplete="new-password" />
        </Form.Item>
      )}
    </>
  );
}
