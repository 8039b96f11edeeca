import type { i18n } from 'i18next';
import { useTranslation } from 'react-i18next';
import { BUSINESS_CLASSES } from '../../shared/api/record-class.contract';
import { client, useRead } from '../api/client';

/** Still called as it came: the office's own name for it stands in every language. */
function isShipped(words: i18n, key: string, its: { code?: string; name: string }): boolean {
  const shipped: unknown = its.code === undefined ? undefined : words.getResource('zh-CN', 'ui', key);
  return typeof shipped === 'string' && shipped.replace(/\s/g, '') === its.name.replace(/\s/g, '');
}

/** The classes of records, the shipped ones in the window's language; also those that are no longer used. */
export function useRecordClasses() {
  const { t, i18n } = useTranslation('ui');
  const found = useRead(client.recordClass.list, {}).data ?? [];
  return found.map((its) => {
    const key = `class--${its.code}` as 'class--loan';
    return { ...its, name: isShipped(i18n, key, its) ? t(key) : its.name };
  });
}

/** Classes of which a dossier is opened without a project. */
export const useFreeClasses = () =>
  useRecordClasses().filter(({ code, retired }) => !retired && !BUSINESS_CLASSES.some((its) => its === code));

/** The terms of retention, the shipped ones in the window's language; also those that are no longer used. */
export function useRetentions() {
  const { t, i18n } = useTranslation('ui');
  const found = useRead(client.retention.list, {}).data ?? [];
  return found.map((its) => {
    const key = `retention--${its.code}` as 'retention--y30';
    return { ...its, name: isShipped(i18n, key, its) ? t(key) : its.name };
  });
}
