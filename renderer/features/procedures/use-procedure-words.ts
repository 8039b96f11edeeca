import { useTranslation } from 'react-i18next';
import {
  CORE_FIELDS,
  type Does,
  fieldsOf,
  type Procedure,
  type ProcedureField,
  type Step,
  type When,
} from '../../../shared/complaint/procedure';
import { useRoleWord } from '../../ui/complaint/use-role-word';
import { yuan } from '../../ui/yuan';

/** How things of a procedure are said: fields, conditions, and any single thing that differs between two versions. */
export function useProcedureWords(its: Procedure) {
  const { t } = useTranslation(['procedures', 'complaints']);
  const roleWord = useRoleWord();
  const list = (words: readonly string[]) => words.join(t('complaints:label--comma'));
  const stepTitle = (code: string) => its.steps.find((step) => step.code === code)?.title || t('procedures:text--gone');
  const kindTitle = (code: string) => its.kinds.find((one) => one.code === code)?.title || t('procedures:text--gone');

  const fieldTitle = ({ does }: { does: Does }, { code, title }: Pick<ProcedureField, 'code' | 'title'>) =>
    CORE_FIELDS[does].some((one) => one.code === code)
      ? t(`complaints:field--${does}-${code}` as 'complaints:field--assess-major')
      : title;
  const saysWords = ({ step, field, is }: NonNullable<When['says']>): string => {
    const asked = its.steps.find(({ code }) => code === step);
    const its1 = asked && fieldsOf(asked).find(({ code }) => code === field);
    if (!asked || !its1) return t('procedures:text--gone');
    const answer =
      typeof is === 'boolean'
        ? t(is ? 'complaints:text--yes' : 'complaints:text--no')
        : (its1.choices?.find(({ code }) => code === is)?.title ?? is);
    return t('procedures:when--says', { step: asked.title, field: fieldTitle(asked, its1), answer });
  };
  const whenWords = (when: When | undefined): string => {
    if (!when) return t('procedures:when--always');
    const { kinds, says } = when;
    const parts = (['justified', 'major', 'urgent'] as const).flatMap((name) => {
      const wanted = when[name];
      return wanted === undefined ? [] : [t(`procedures:when--${name}-${wanted ? 'yes' : 'no'}`)];
    });
    if (kinds) parts.push(t('procedures:when--kinds', { kinds: list(kinds.map(kindTitle)) }));
    if (says) parts.push(saysWords(says));
    return parts.length > 0 ? parts.join(t('procedures:label--and')) : t('procedures:when--always');
  };
  const fieldWords = ({ title, type, required }: ProcedureField) =>
    t(required ? 'procedures:field--needed' : 'procedures:field--optional', {
      title,
      type: t(`procedures:type--${type}`),
    });

  const wordsByWhat: Readonly<Record<string, (value: never) => string>> = {
    by: (roles: Step['by']) => list(roles.map(roleWord)),
    penaltyBy: (roles: Step['by']) => list(roles.map(roleWord)),
    when: whenWords,
    does: (does: Does) => t(`procedures:does--${does}`),
    fields: (fields: ProcedureField[]) => list(fields.map(fieldWords)),
    kinds: (kinds: Procedure['kinds']) => list(kinds.map(({ title }) => title)),
    causes: list,
    forms: (forms: Procedure['forms']) => list(Object.values(forms)),
    from: (from: Procedure['limits'][number]['from']) => ('step' in from ? stepTitle(from.step) : from.day),
    to: stepTitle,
    unit: (unit: Procedure['limits'][number]['unit']) => t(`procedures:unit--${unit}`),
    leastFen: yuan,
    mostFen: yuan,
  };
  /** The value of one thing, as it is said; nothing at all as such. */
  const valueWords = (what: string, value: unknown): string => {
    if (value === undefined && what === 'when') return t('procedures:when--always');
    if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
      return t('procedures:text--nothing');
    const words = wordsByWhat[what];
    if (words) return words(value as never);
    if (typeof value === 'boolean') return t(value ? 'complaints:text--yes' : 'complaints:text--no');
    return String(value);
  };
  return { fieldTitle, whenWords, saysWords, valueWords, stepTitle };
}
