import '../../ui/field.css';
import type { InputRef } from 'antd';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import { useErrorText } from '../../api/use-error-text';
import { SecretInput } from '../../ui/SecretInput';

interface PasswordEntryProps {
  field: RefObject<InputRef | null>;
  autoFocus: boolean;
  typed: string;
  onType: (typed: string) => void;
  failure: AppError | null;
  /** Seconds until the next try. */
  wait: number;
}

/** The password of a sign-in or unlock, with what was wrong, or how long to wait, counting down. */
export function PasswordEntry({ field, autoFocus, typed, onType, failure, wait }: PasswordEntryProps) {
  const { t } = useTranslation('start');
  const errorText = useErrorText();
  const waiting = failure?.reason === 'waitAfterFailures';
  const shown = waiting ? (wait > 0 ? t('error--wait', { count: wait }) : t('hint--waited')) : errorText(failure);
  return (
    <div className="field">
      <label htmlFor="password">{t('label--password')}</label>
      <SecretInput
        id="password"
        ref={field}
        size="large"
        autoComplete="off"
        autoFocus={autoFocus}
        maxLength={200}
        value={typed}
        status={failure && !(waiting && wait === 0) ? 'error' : ''}
        aria-describedby="password-error"
        onChange={(event) => onType(event.target.value)}
      />
      <p id="password-error" className={waiting && wait === 0 ? 'field-hint' : 'field-error'} role="alert">
        {shown}
      </p>
    </div>
  );
}
