import './desk.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { TitleDuty } from '../../../shared/api/desk.contract';
import { StateWord } from '../../ui/StateWord';
import { useRows } from '../../ui/use-rows';

/** Titles that expire or are out past their day; each opens the title. */
export function TitleDuties({ titles, total }: { titles: readonly TitleDuty[]; total: number }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const row = useRows((index) => void navigate(`/titles/${titles[index]?.titleId}`));
  return (
    <section className="duties">
      <h2>{t('title--titleDuties')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th className="duties-what">{t('label--what')}</th>
            <th>{t('label--title')}</th>
            <th className="duties-due">{t('label--due')}</th>
            <th className="duties-state">{t('label--state')}</th>
          </tr>
        </thead>
        <tbody>
          {titles.map((its, index) => (
            <tr key={`${its.kind} ${its.titleId} ${its.slipNo ?? ''}`} {...row(index)}>
              <td>{t(`titleDuty--${its.kind}`)}</td>
              <td>
                {its.certificateNo}{' '}
                <span className="quiet">{[its.name, its.number, its.client].filter(Boolean).join(' · ')}</span>
                {its.party && (
                  <div className="quiet small">{t('label--withParty', { party: its.party, no: its.slipNo })}</div>
                )}
              </td>
              <td className="nowrap">{its.day}</td>
              <td>
                <Days its={its} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {titles.length < total && (
        <p className="quiet small">{t('label--moreTitles', { count: total - titles.length })}</p>
      )}
    </section>
  );
}

function Days({ its: { kind, days } }: { its: TitleDuty }) {
  const { t } = useTranslation('desk');
  if (days < 0)
    return (
      <StateWord tone="late">{t(kind === 'expiring' ? 'state--expired' : 'state--late', { count: -days })}</StateWord>
    );
  return <StateWord tone="out">{days === 0 ? t('state--dueToday') : t('state--expiresIn', { count: days })}</StateWord>;
}
