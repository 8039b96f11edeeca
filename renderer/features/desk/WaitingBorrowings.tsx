import './desk.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { WaitingBorrowing } from '../../../shared/api/borrowing-slip.contract';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useRows } from '../../ui/use-rows';

/** Waits longer than this: red. */
const LONG_DAYS = 3;
const toneOf = ({ what, days }: WaitingBorrowing): Tone => {
  if (what === 'overdue' || what === 'recalled') return 'late';
  if (what === 'missing') return days > 0 ? 'late' : 'out';
  return days > LONG_DAYS ? 'late' : days > 0 ? 'out' : 'wait';
};
const pathOf = ({ what, borrowingId, thing }: WaitingBorrowing): string =>
  what === 'recalled'
    ? '/borrowing/recalls'
    : thing
      ? `/borrowing/new?${thing.kind}=${thing.id}`
      : `/borrowing/${borrowingId}`;

/** Of borrowing: what to decide, to lend, to bring back, to fetch; each opens its slip. */
export function WaitingBorrowings({ borrowings }: { borrowings: WaitingBorrowing[] }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const row = useRows((index) => borrowings[index] && void navigate(pathOf(borrowings[index])));
  return (
    <section className="duties">
      <h2>{t('title--borrowings')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th className="duties-what">{t('label--what')}</th>
            <th>{t('label--borrowing')}</th>
            <th className="duties-due">{t('label--waitingSince')}</th>
            <th className="duties-state">{t('label--waitedFor')}</th>
          </tr>
        </thead>
        <tbody>
          {borrowings.map((its, index) => (
            <tr key={`${its.what} ${its.borrowingId ?? ''} ${its.no} ${its.about}`} {...row(index)}>
              <td>{t(`borrowing--${its.what}`)}</td>
              <td>
                {its.no}{' '}
                <span className="quiet">
                  {its.who} · {its.things === undefined ? its.about : t('text--recalled', { count: its.things })}
                </span>
              </td>
              <td className="nowrap">{its.since}</td>
              <td>
                <StateWord tone={toneOf(its)}>
                  {its.what === 'overdue' || (its.what === 'recalled' && its.days > 0)
                    ? t('state--late', { count: its.days })
                    : its.days > 0
                      ? t('label--waited', { count: its.days })
                      : t('label--waitsToday')}
                </StateWord>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
