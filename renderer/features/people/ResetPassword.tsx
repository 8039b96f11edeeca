import '../../ui/field.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffRow } from '../../../shared/api/people.contract';
import { useErrorText } from '../../api/use-error-text';
import { SecretInput } from '../../ui/SecretInput';
import { isComposing } from '../../ui/use-keys';
import { useResetPassword } from './people.queries';

/** Gives a new first password to somebody who has forgotten the own one. */
export function ResetPassword({ person }: { person: StaffRow }) {
  const { t } = useTranslation('people');
  const errorText = useErrorText();
  const reset = useResetPassword();
  const [password, setPassword] = useState('');
  const give = () => {
    if (password !== '') reset.mutate({ id: person.id, password }, { onSuccess: () => setPassword('') });
  };
  return (
    <section className="people-reset">
      <h2>{t('title--resetPassword')}</h2>
      <div className="field">
        <label htmlFor="reset-password">{t('label--firstPassword')}</label>
        <div className="people-reset-row">
          <SecretInput
            id="reset-password"
            autoComplete="new-password"
            maxLength={200}
            value={password}
            status={reset.error ? 'error' : ''}
            onChange={(event) => setPassword(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !isComposing(event.nativeEvent)) give();
            }}
          />
          <Button loading={reset.isPending} disabled={password === ''} onClick={give}>
            {t('action--resetPassword')}
          </Button>
        </div>
        {reset.error && <p className="field-error">{errorText(reset.error)}</p>}
        <p className="field-hint" role="status">
          {reset.isSuccess ? t('state--passwordReset', { name: person.name }) : t('hint--firstPassword')}
        </p>
      </div>
    </section>
  );
}
