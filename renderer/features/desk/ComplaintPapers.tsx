import './desk.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ComplaintPaper } from '../../../shared/api/desk.contract';
import { useDayWords } from '../../ui/use-day-words';
import { useRows } from '../../ui/use-rows';

const pathOf = ({ what, id }: ComplaintPaper): string =>
  what === 'extension' ? `/complaints/${id}` : `/complaints/penalties/${id}`;

/** Of complaints, what the person has to say or to decide on, and how long it has waited; each opens its page. */
export function ComplaintPapers({ papers }: { papers: ComplaintPaper[] }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const dayWords = useDayWords();
  const row = useRows((index) => papers[index] && void navigate(pathOf(papers[index])));
  return (
    <section className="duties">
      <h2>{t('title--complaintPapers')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th className="duties-what">{t('label--what')}</th>
            <th>{t('label--complaint')}</th>
            <th>{t('label--waiting')}</th>
          </tr>
        </thead>
        <tbody>
          {papers.map((its, index) => (
            <tr key={`${its.what} ${its.id} ${its.about}`} {...row(index)}>
              <td>{t(`paper--${its.what}`)}</td>
              <td>
                {its.no}{' '}
                <span className="quiet">
                  {its.about} · {its.person}
                  {its.newDueOn !== undefined && ` · ${t('text--putOffTo', { day: dayWords(its.newDueOn) })}`}
                </span>
              </td>
              <td className="amber">{t('text--waits', { count: its.waitingDays })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
