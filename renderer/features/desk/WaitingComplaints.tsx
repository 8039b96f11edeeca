import './desk.css';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ComplaintRow } from '../../../shared/api/complaint.contract';
import { DeadlineWords } from '../../ui/complaint/DeadlineWords';
import { useRows } from '../../ui/use-rows';

/** Complaints of which the next step is the person's own; each opens its case. */
export function WaitingComplaints({ complaints }: { complaints: ComplaintRow[] }) {
  const { t } = useTranslation('desk');
  const navigate = useNavigate();
  const row = useRows((index) => complaints[index] && void navigate(`/complaints/${complaints[index].id}`));
  return (
    <section className="duties">
      <h2>{t('title--complaints')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th className="duties-what">{t('label--what')}</th>
            <th>{t('label--complaint')}</th>
            <th>{t('label--complaintLimit')}</th>
          </tr>
        </thead>
        <tbody>
          {complaints.map((its, index) => (
            <tr key={its.id} {...row(index)}>
              <td>{its.next}</td>
              <td>
                {its.no}{' '}
                <span className="quiet">
                  {its.client ?? its.complainant ?? t('label--anonymous')} · {its.facts.slice(0, 40)}
                </span>
              </td>
              <td>{its.deadline && <DeadlineWords its={its.deadline} />}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
