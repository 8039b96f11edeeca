import { useTranslation } from 'react-i18next';
import { type BackupRow, PROGRAM, SCHEDULER } from '../../../shared/api/backup.contract';
import { TakeAlong } from '../../ui/TakeAlong';
import { useMadeBy } from '../../ui/use-made-by';
import { useMoment } from '../../ui/use-moment';
import { writeBytes } from '../../ui/write-bytes';

/** Every backup that this ledger remembers, wherever its stick is now. */
export function BackupRegister({ rows, total }: { rows: readonly BackupRow[]; total: number }) {
  const { t } = useTranslation('backup');
  const moment = useMoment();
  const madeBy = useMadeBy();
  return (
    <section>
      <h2>{t('title--register')}</h2>
      <div className="bar">
        <TakeAlong list={{ name: 'backups' }} />
      </div>
      <table className="rows">
        <thead>
          <tr>
            <th>{t('table--madeAt')}</th>
            <th>{t('table--madeBy')}</th>
            <th>{t('table--place')}</th>
            <th className="n">{t('table--seq')}</th>
            <th className="n">{t('table--size')}</th>
            <th>{t('table--verified')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((its) => (
            <tr key={its.id}>
              <td className="nowrap">{moment(its.madeAt)}</td>
              <td>{madeBy(its.madeBy ?? SCHEDULER)}</td>
              <td className="backup-path">
                {its.place} <span className="quiet">{its.name}</span>
              </td>
              <td className="n">{its.seq}</td>
              <td className="n nowrap">{writeBytes(its.bytes)}</td>
              <td className="nowrap">
                {its.removedAt ? (
                  <span className="quiet">{t('state--removed', { when: moment(its.removedAt) })}</span>
                ) : its.faultyAt ? (
                  <span className="late">{t('state--faulty', { when: moment(its.faultyAt) })}</span>
                ) : (
                  <>
                    {moment(its.verifiedAt)} {madeBy(its.verifiedBy ?? PROGRAM)}
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {total > rows.length && <p className="quiet">{t('state--more', { count: total - rows.length })}</p>}
    </section>
  );
}
