import './desk.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { WaitingList } from '../../../shared/api/disposal.contract';
import { StateWord } from '../../ui/StateWord';
import { useRows } from '../../ui/use-rows';

/** A list that has waited longer is red. */
const LONG_DAYS = 3;

/** Lists of appraisal, destruction and transfer that wait for the person: to approve, to carry out, to watch. */
export function WaitingLists({ lists }: { lists: WaitingList[] }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const row = useRows((index) => void navigate(`/disposal/${lists[index]?.id}`));
  return (
    <section className="duties">
      <h2>{t('title--lists')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th className="duties-what">{t('label--what')}</th>
            <th>{t('label--waitingList')}</th>
            <th className="duties-due">{t('label--waitingSince')}</th>
            <th className="duties-state">{t('label--waitedFor')}</th>
          </tr>
        </thead>
        <tbody>
          {lists.map((its, index) => (
            <tr key={its.id} {...row(index)}>
              <td>{t(`list--${its.what}`)}</td>
              <td>
                {its.no}{' '}
                <span className="quiet">
                  {t('label--listOf', { kind: t(`kind--${its.kind}`), count: its.dossiers })} · {its.reason}
                </span>
              </td>
              <td className="nowrap">{its.since}</td>
              <td>
                <StateWord tone={its.waitsDays > LONG_DAYS ? 'late' : its.waitsDays > 0 ? 'out' : 'wait'}>
                  {its.waitsDays > 0 ? t('label--waited', { count: its.waitsDays }) : t('label--waitsToday')}
                </StateWord>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
