import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../app/session.store';
import { Refusal } from '../../ui/Refusal';
import { AgainField, PasswordField, PinField } from '../../ui/SecretFields';
import { SecretInput } from '../../ui/SecretInput';
import { useDraftForm } from '../../ui/use-draft-form';
import { useChangeOwnSecret } from './settings.queries';

interface Values {
  currentPassword: string;
  password?: string;
  again?: string;
  pin?: string;
}

const FIELD_OF = { passwordTooShort: 'password', passwordTooCommon: 'password', pinTooSimple: 'pin' };
const NOTHING: Values = { currentPassword: '', password: '', again: '', pin: '' };

/** A new password, a new PIN, or both; the present password proves who asks. */
export function OwnSecretForm() {
  const { t } = useTranslation(['settings', 'ui']);
  const hasPin = useSession((session) => session.me?.hasPin);
  const change = useChangeOwnSecret();
  const { form, props, refusal, refuse } = useDraftForm<Values>('ownSecret', NOTHING, FIELD_OF);
  const submit = ({ currentPassword, password, pin }: Values) =>
    change.mutate(
      { currentPassword, password: password || undefined, pin: pin || undefined },
      { onError: refuse, onSuccess: () => form.setFieldsValue(NOTHING) },
    );
  const password = Form.useWatch('password', form);
  const pin = Form.useWatch('pin', form);
  return (
    <Form {...props} onFinish={submit}>
      <Form.Item
        name="currentPassword"
        label={t('label--currentPassword')}
        rules={[{ required: true, message: t('ui:error--needed') }]}
      >
        <SecretInput autoComplete="off" maxLength={200} />
      </Form.Item>
      <PasswordField name="password" optional />
      <AgainField name="again" same="password" />
      <PinField name="pin" hint={hasPin ? t('hint--hasPin') : t('hint--noPin')} />
      <Refusal>{refusal}</Refusal>
      <Button type="primary" htmlType="submit" loading={change.isPending} disabled={!password && !pin}>
        {t('action--changeOwnSecret')}
      </Button>
      {change.isSuccess && (
        <span className="settings-done" role="status">
          {t('state--changed')}
        </span>
      )}
    </Form>
  );
}
