import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupPlace, MediumRow } from '../../../shared/api/backup.contract';
import { useMoment } from '../../ui/use-moment';
import { writeBytes } from '../../ui/write-bytes';
import { useMedia } from './backup.queries';
import { DescribeMedium } from './DescribeMedium';

/** Every stick that a backup was ever written on: who has it, and when it was last found whole. */
export function MediaTable({ places }: { places: readonly BackupPlace[] }) {
  const { t } = useTranslation('backup');
  const { data: media = [] } = useMedia();
  const [described, setDescribed] = useState<MediumRow>();
  if (media.length === 0) return null;
  const pluggedIn = new Set(places.map(({ mediumId }) => mediumId));
  return (
    <section>
      <h2>{t('title--media')}</h2>
      <p className="quiet">{t('hint--media')}</p>
      <table className="rows">
        <thead>
          <tr>
            <th>{t('table--medium')}</th>
            <th>{t('table--holder')}</th>
            <th>{t('table--keptAt')}</th>
            <th>{t('table--serial')}</th>
            <th className="n">{t('table--size')}</th>
            <th>{t('table--firstUsed')}</th>
            <th className="n">{t('table--backups')}</th>
            <th>{t('table--lastBackup')}</th>
            <th>{t('table--verified')}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {media.map((its) => (
            <Line key={its.id} its={its} isPluggedIn={pluggedIn.has(its.id)} onDescribe={() => setDescribed(its)} />
          ))}
        </tbody>
      </table>
      {described && <DescribeMedium its={described} onClose={() => setDescribed(undefined)} />}
    </section>
  );
}

interface LineProps {
  its: MediumRow;
  isPluggedIn: boolean;
  onDescribe: () => void;
}

function Line({ its, isPluggedIn, onDescribe }: LineProps) {
  const { t } = useTranslation('backup');
  const moment = useMoment();
  return (
    <tr>
      <td className="backup-path">
        {its.name} {isPluggedIn && <span className="backup-whole small nowrap">{t('state--pluggedIn')}</span>}
      </td>
      <td>{its.holder}</td>
      <td>{its.keptAt}</td>
      <td className="backup-path">{its.serial}</td>
      <td className="n nowrap">{writeBytes(its.sizeBytes)}</td>
      <td className="nowrap">{moment(its.firstUsedAt)}</td>
      <td className="n">{its.backups}</td>
      <td className="nowrap">{its.lastBackupAt && moment(its.lastBackupAt)}</td>
      <td className="nowrap">
        {its.lastVerifiedAt && moment(its.lastVerifiedAt)}
        {its.unseenDays !== undefined && (
          <span className="amber"> {t('state--unseen', { count: its.unseenDays })}</span>
        )}
        {its.faulty > 0 && <span className="late"> {t('state--faultyCount', { count: its.faulty })}</span>}
      </td>
      <td className="n">
        <Button size="small" onClick={onDescribe}>
          {t('action--describe')}
        </Button>
      </td>
    </tr>
  );
}
