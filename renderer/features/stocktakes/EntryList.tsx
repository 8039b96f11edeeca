import { useTranslation } from 'react-i18next';
import type { CountEntry } from '../../../shared/api/stocktake.contract';
import { useMoment } from '../../ui/use-moment';

/** What was taken down, the last one first. */
export function EntryList({ entries, counted }: { entries: readonly CountEntry[]; counted: number }) {
  const { t } = useTranslation('stocktakes');
  const moment = useMoment();
  if (entries.length === 0) return <p className="quiet">{t('hint--noEntries')}</p>;
  return (
    <section>
      <h2>{t('title--entries', { count: counted })}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th className="n">{t('label--row')}</th>
            <th>{t('label--certificate')}</th>
            <th>{t('label--place')}</th>
            <th className="n">{t('label--quantity')}</th>
            <th>{t('label--takenBy')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((its) => (
            <tr key={its.id}>
              <td className="n">{its.ordinal}</td>
              <td>
                {its.certificateNo}{' '}
                {its.titleId === undefined ? (
                  <b className="late">{t('class--unbooked')}</b>
                ) : (
                  <span className="quiet">
                    {its.name} · {its.owner}
                  </span>
                )}
              </td>
              <td className="nowrap">{its.place}</td>
              <td className="n">{its.quantity}</td>
              <td className="nowrap">
                {its.countedBy} <span className="quiet">{moment(its.countedAt)}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
