import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '../../shared/calendar/working-days';
import { readDay } from '../../shared/entry/read-entry';
import { isComposing } from './use-keys';

interface DayFieldProps {
  id?: string;
  value?: Day;
  onChange?: (day: Day | undefined) => void;
  placeholder?: string;
  disabled?: boolean;
  'aria-label'?: string;
}

/** A day, typed as people write it: 2026.3.2, 2026-3-2, 20260302. It is read on Enter and on leaving. */
export function DayField({ id, value, onChange, placeholder, disabled, ...aria }: DayFieldProps) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState(value ?? '');
  useEffect(() => setTyped(value ?? ''), [value]);
  const unread = typed.trim() !== '' && readDay(typed) === null;
  const read = () => {
    const day = readDay(typed) ?? undefined;
    if (unread) return;
    setTyped(day ?? '');
    if (day !== value) onChange?.(day);
  };
  return (
    <>
      <Input
        id={id}
        value={typed}
        disabled={disabled}
        placeholder={placeholder ?? t('hint--day')}
        status={unread ? 'error' : ''}
        aria-invalid={unread}
        aria-label={aria['aria-label']}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={read}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !isComposing(event.nativeEvent)) read();
        }}
      />
      {unread && <p className="field-error">{t('error--day', { text: typed })}</p>}
    </>
  );
}
