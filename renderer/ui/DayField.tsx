import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDay, whyNoDay } from '../../shared/entry/read-entry';
import { ReadField, type ReadFieldProps } from './ReadField';
import { useFollowing } from './use-following';
import { isComposing } from './use-keys';

const asItIs = <T,>(text: T) => text;

/** A day in a form, typed as people write it: 2026.3.2, 2026-3-2, 20260302. Its form needs `dayRule`. */
export function DayField({ placeholder, ...field }: ReadFieldProps<string>) {
  const { t } = useTranslation('ui');
  return <ReadField {...field} read={readDay} show={asItIs} placeholder={placeholder ?? t('hint--day')} />;
}

/** Why a text is no day, in words. */
const dayError = (t: TFunction<'ui'>, text: string): string =>
  whyNoDay(text) === 'dayNotReal' ? t('error--dayNotReal', { text }) : t('error--day', { text });

/** Refuses what a DayField holds that is no day. */
export const dayRule = (t: TFunction<'ui'>) => ({
  validator: (_rule: unknown, text: string | undefined) =>
    text === undefined || readDay(text) ? Promise.resolve() : Promise.reject(new Error(dayError(t, text))),
});

type DayFilterProps = Pick<ReadFieldProps<string>, 'value' | 'onChange' | 'placeholder' | 'aria-label'>;

/** A day that rules what a list shows: it counts on Enter and on leaving, and what is no day changes nothing. */
export function DayFilter({ value, onChange, ...field }: DayFilterProps) {
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useFollowing(value, asItIs<string | undefined>);
  const [fault, setFault] = useState<string>();
  const settle = () => {
    const unread = typed !== undefined && !readDay(typed);
    setFault(unread ? dayError(t, typed) : undefined);
    if (!unread && typed !== value) onChange?.(typed);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the field inside it has the role
    <span
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !isComposing(event.nativeEvent)) settle();
      }}
    >
      <DayField {...field} value={typed} onChange={setTyped} aria-invalid={fault !== undefined} />
      {fault && <p className="field-error">{fault}</p>}
    </span>
  );
}
