import { Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { SecretInput } from './SecretInput';

type Name = string | string[];

/** A new password. `optional`: left empty, the old one stays. */
export function PasswordField({ name, optional = false }: { name: Name; optional?: boolean }) {
  const { t } = useTranslation('ui');
  const rules = [
    { required: !optional, message: t('error--needed') },
    { min: 8, message: t('error--passwordShort') },
  ];
  return (
    <Form.Item
      name={name}
      label={optional ? t('label--changedPassword') : t('label--newPassword')}
      rules={rules}
      extra={t('hint--newPassword')}
    >
      <SecretInput autoComplete="new-password" maxLength={200} />
    </Form.Item>
  );
}

/** The password once more, against slips of the fingers. */
export function AgainField({ name, same }: { name: Name; same: Name }) {
  const { t } = useTranslation('ui');
  const rules = [
    ({ getFieldValue }: { getFieldValue: (name: Name) => unknown }) => ({
      validator: (_rule: unknown, typed: unknown) =>
        (typed ?? '') === (getFieldValue(same) ?? '')
          ? Promise.resolve()
          : Promise.reject(new Error(t('error--notSame'))),
    }),
  ];
  return (
    <Form.Item name={name} label={t('label--again')} dependencies={[same]} rules={rules}>
      <SecretInput autoComplete="new-password" maxLength={200} />
    </Form.Item>
  );
}

/** A PIN. `hint` says what is true for this person. */
export function PinField({ name, hint }: { name: Name; hint?: string }) {
  const { t } = useTranslation('ui');
  const rules = [{ pattern: /^\d{6,12}$/, message: t('error--pin') }];
  return (
    <Form.Item name={name} label={t('label--newPin')} rules={rules} extra={hint ?? t('hint--newPin')}>
      <SecretInput autoComplete="off" inputMode="numeric" maxLength={12} />
    </Form.Item>
  );
}
