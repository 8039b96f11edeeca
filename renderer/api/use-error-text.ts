import type { TFunction } from 'i18next';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '../../shared/api/errors';

/** Makes the sentence that a person reads of a failure; `undefined` where there is none. */
export function useErrorText() {
  const { t } = useTranslation('errors');
  const heldText = useHeldText();
  return useCallback(
    (failure: unknown) => (failure ? errorText(withWords(failure, heldText), t) : undefined),
    [t, heldText],
  );
}

/** What somebody still holds, as main counts it (`client:2 projectA:1`), in words. */
function useHeldText() {
  const { t } = useTranslation('staffHandover');
  return useCallback(
    (held: string) =>
      held
        .split(' ')
        .map((one) => {
          const [kind, count] = one.split(':');
          return t(`held--${kind}` as 'held--client', { count: Number(count) });
        })
        .join(t('label--comma')),
    [t],
  );
}

function withWords(failure: unknown, heldText: (held: string) => string): unknown {
  if (!(failure instanceof AppError) || typeof failure.details.held !== 'string') return failure;
  return new AppError(failure.code, failure.reason, { ...failure.details, held: heldText(failure.details.held) });
}

function errorText(failure: unknown, t: TFunction<'errors'>): string {
  if (!(failure instanceof AppError)) return t('unknown', { reason: String(failure) });
  const { reason, details } = failure;
  if (reason === 'inputInvalid') return invalidText(details, t);
  return t(reason as 'unknown', { ...details, defaultValue: t('unknown', { reason: `${failure.code}/${reason}` }) });
}

/** Names the field and what is wrong with it, as far as the words are known. */
function invalidText(details: AppError['details'], t: TFunction<'errors'>): string {
  const path = String(details.field ?? '').split('.');
  const name = t(`field--${path.at(-1)}` as 'unknown', { defaultValue: path.join('.') });
  const row = path.find((part) => /^\d+$/.test(part));
  const field = row === undefined ? name : t('field--inRow', { row: Number(row) + 1, field: name });
  return t(`fault--${details.fault}` as 'unknown', { ...details, field, defaultValue: t('inputInvalid', { field }) });
}
