import { useTranslation } from 'react-i18next';
import { client, useRead } from '../api/client';

/** Says, as long as it is so, that words do not find everything yet. */
export function SearchBehind({ className }: { className: string }) {
  const { t, i18n } = useTranslation('search');
  const { data } = useRead(client.search.behind, {});
  if (!data || data.left === 0) return null;
  return (
    <p className={className} role="status">
      {t('state--behind', { left: data.left.toLocaleString(i18n.language) })}
    </p>
  );
}
