import { useTranslation } from 'react-i18next';
import type { ImportCheck } from '../../../shared/api/import.contract';

/** What would become of the file, in a sentence or two. */
export function Summary({ check, leftOut }: { check: ImportCheck | undefined; leftOut: number }) {
  const { t } = useTranslation('import');
  if (!check) return <p role="status">{t('state--checking')}</p>;
  const { rows, faulty, makes } = check;
  const grouped = (n: number) => n.toLocaleString('en-US');
  const counts = Object.fromEntries(Object.entries(makes).map(([name, n]) => [name, grouped(n)])) as Record<
    keyof typeof makes,
    string
  >;
  return (
    <p className="import-summary" role="status">
      {rows === 0 && t('state--nothing')}
      {rows > 0 && faulty > 0 && (
        <b className="late">{t('state--faulty', { rows: grouped(rows), faulty: grouped(faulty) })}</b>
      )}
      {rows > 0 && faulty === 0 && <b>{t('state--sound', { rows: grouped(rows), ...counts })}</b>}{' '}
      {rows > faulty && t('state--makes', counts)} {leftOut > 0 && t('state--leftOut', { count: leftOut })}
    </p>
  );
}
