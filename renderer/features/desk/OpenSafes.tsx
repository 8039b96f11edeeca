import './desk.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { OpenSafe } from '../../../shared/api/safe.contract';
import { StateWord } from '../../ui/StateWord';
import { useMoment } from '../../ui/use-moment';
import { useRows } from '../../ui/use-rows';

/** Safes that were opened and that nobody has closed again. */
export function OpenSafes({ safes }: { safes: OpenSafe[] }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const moment = useMoment();
  const row = useRows((index) => void navigate(`/titles/safes?safe=${safes[index]?.safeId}`));
  return (
    <section className="duties">
      <h2>{t('title--openSafes')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th>{t('label--safe')}</th>
            <th>{t('label--openedBy')}</th>
            <th className="duties-due">{t('label--openedAt')}</th>
            <th className="duties-state">{t('label--openState')}</th>
          </tr>
        </thead>
        <tbody>
          {safes.map((its, index) => (
            <tr key={its.openingId} {...row(index)}>
              <td>
                {its.safe} <span className="quiet">{its.reason}</span>
              </td>
              <td>{t('label--twoPeople', { operator: its.operator, second: its.second })}</td>
              <td className="nowrap">{moment(its.openedAt)}</td>
              <td>
                <StateWord tone="late">{t('state--standsOpen')}</StateWord>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
