import { useTranslation } from 'react-i18next';
import type { StaffHandoverView } from '../../../shared/api/staff-handover.contract';
import { useMoment } from '../../ui/use-moment';

/** Who has signed as what, and who has still to sign, since when. */
export function StaffSignatures({ list }: { list: StaffHandoverView }) {
  const { t } = useTranslation('staffHandover');
  const moment = useMoment();
  const { signatures, wanted, from, askedAt = '' } = list;
  if (signatures.length === 0 && wanted.length === 0)
    return list.reason === '' ? null : <p className="quiet">{t('label--because', { reason: list.reason })}</p>;
  return (
    <section>
      <h2>{t('title--signatures')}</h2>
      <ul className="staff-signatures">
        {signatures.map(({ role, staffId, name, at, absence, contentHash }) => (
          <li key={`${role} ${staffId}`}>
            <b>{name}</b> <span className="quiet">{t(`label--role-${role}`)}</span>
            {absence !== undefined && <small>{t('label--inPlace', { from, reason: absence })}</small>}
            <small>{moment(at)}</small>
            <small title={contentHash}>{contentHash.slice(0, 16).replace(/(.{4})(?=.)/g, '$1 ')}</small>
          </li>
        ))}
        {wanted.map(({ role, staffId, name }) => (
          <li key={`${role} ${staffId}`}>
            {name} <span className="quiet">{t(`label--role-${role}`)}</span>
            <small className="amber">{t('state--waitsSince', { since: moment(askedAt) })}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
