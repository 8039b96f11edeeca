import './field.css';
import { Input, type InputRef } from 'antd';
import { type Ref, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { takesScans } from './scanned';
import { isComposing } from './use-keys';

interface PaperKeyFieldProps {
  value: string;
  onChange: (typed: string) => void;
  error?: string | undefined;
  /** Enter in the field, which a scanner presses too. */
  onEnter?: () => void;
  autoFocus?: boolean;
  ref?: Ref<InputRef>;
}

/** The private key of encrypted backups, typed or scanned from its paper; seen while it is typed, and never kept as a draft. */
export function PaperKeyField({ value, onChange, error, onEnter, autoFocus, ref }: PaperKeyFieldProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        {t('label--paperKey')}
        <span className="quiet small">{t('hint--paperKey')}</span>
      </label>
      <Input
        {...takesScans}
        id={id}
        ref={ref}
        value={value}
        autoFocus={autoFocus}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        status={error ? 'error' : ''}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? `${id}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) onEnter?.();
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
