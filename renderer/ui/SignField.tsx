import './field.css';
import { Input, type InputRef } from 'antd';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { isComposing } from './use-keys';

interface SignFieldProps {
  /** Who signs here, by name; empty until somebody is chosen. */
  signer: string;
  /** As what: giver, receiver, archivist. */
  role?: string;
  value: string;
  onChange: (typed: string) => void;
  /** What was wrong with this very signature. */
  error?: string;
  /** Enter in the field. */
  onSign?: () => void;
  autoFocus?: boolean;
  ref?: Ref<InputRef>;
}

/** A signature: the signer's own PIN or password, typed now, held only until it is sent, and never kept as a draft. */
export function SignField({ signer, role, value, onChange, error, onSign, autoFocus, ref }: SignFieldProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const wordsOf = () => {
    if (!signer) return t('label--signsStill', { role });
    return role ? t('label--signsAs', { signer, role }) : t('label--signs', { signer });
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {wordsOf()}
        <span className="quiet small">{t('hint--pinOrPassword')}</span>
      </label>
      <Input.Password
        id={id}
        ref={ref}
        value={value}
        autoFocus={autoFocus}
        autoComplete="off"
        visibilityToggle={false}
        status={error ? 'error' : ''}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) onSign?.();
        }}
      />
      {error && (
        <p id={`${id}-error`} className="field-error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
