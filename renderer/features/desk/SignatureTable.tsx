import './desk.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { StaffHandoverSignature } from '../../../shared/api/desk.contract';
import { useMoment } from '../../ui/use-moment';
import { useRows } from '../../ui/use-rows';

/** Staff handover lists that wait for the person's signature, since when. */
export function SignatureTable({ signatures }: { signatures: StaffHandoverSignature[] }) {
  const { t } = useTranslation('desk');
  const moment = useMoment();
  const navigate = useNavigate();
  const row = useRows((index) => void navigate(`/staff-handover/${signatures[index]?.id}`));
  return (
    <section className="duties">
      <h2>{t('title--signatures')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th className="duties-what">{t('label--list')}</th>
            <th>{t('label--from')}</th>
            <th className="duties-due">{t('label--asWhat')}</th>
            <th className="duties-state">{t('label--since')}</th>
          </tr>
        </thead>
        <tbody>
          {signatures.map(({ id, no, from, role, askedAt }, index) => (
            <tr key={`${id} ${role}`} {...row(index)}>
              <td>{no}</td>
              <td>{from}</td>
              <td>{t(`role--${role}`)}</td>
              <td className="nowrap">{moment(askedAt)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
