import type { useTranslation } from 'react-i18next';

interface Choice {
  value: number;
  label: string;
  disabled?: boolean;
}
type Say = ReturnType<typeof useTranslation<'ui'>>['t'];

/** Choices of which there are more than are shown: the last line says so, and what to do. */
export const withMore = (choices: Choice[], total: number, t: Say): Choice[] =>
  total > choices.length
    ? [...choices, { value: 0, label: t('hint--moreChoices', { shown: choices.length, total }), disabled: true }]
    : choices;
