import './desk.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { WaitingStocktake } from '../../../shared/api/stocktake.contract';
import { useRows } from '../../ui/use-rows';

/** Stocktakes that wait for the person: to be counted, explained, or decided on. */
export function WaitingStocktakes({ stocktakes }: { stocktakes: WaitingStocktake[] }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const row = useRows((index) => void navigate(`/titles/stocktakes/${stocktakes[index]?.id}`));
  return (
    <section className="duties">
      <h2>{t('title--stocktakes')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th className="duties-what">{t('label--what')}</th>
            <th>{t('label--stocktake')}</th>
            <th className="duties-due">{t('label--waitingSince')}</th>
          </tr>
        </thead>
        <tbody>
          {stocktakes.map((its, index) => (
            <tr key={its.id} {...row(index)}>
              <td>{t(`stocktake--${its.what}`)}</td>
              <td>
                {its.no} <span className="quiet">{its.plan}</span>
              </td>
              <td className="nowrap">{its.since}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
