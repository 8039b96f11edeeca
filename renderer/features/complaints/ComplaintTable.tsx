import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { ComplaintRow } from '../../../shared/api/complaint.contract';
import { DeadlineWords } from '../../ui/complaint/DeadlineWords';
import { StateWord } from '../../ui/StateWord';
import { useBeginHere } from '../../ui/use-begin-here';
import { useRows } from '../../ui/use-rows';

/** Complaints, the newest first; Enter opens one. */
export function ComplaintTable({ rows }: { rows: ComplaintRow[] }) {
  const { t } = useTranslation('complaints');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/complaints/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['no', 'complainant', 'facts', 'kind', 'unit', 'step', 'deadline'] as const).map((name) => (
            <th key={name}>{t(`label--${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no}</td>
            <td className="complaint-narrow">
              {its.client ?? its.complainant ?? <span className="quiet">{t('label--anonymous')}</span>}
            </td>
            <td className="complaint-facts">{its.facts}</td>
            <td>
              {its.kind} <span className="quiet small">{its.procedure}</span>
              {its.major && <span className="late small nowrap"> {t('label--major')}</span>}
            </td>
            <td className="nowrap">{its.unit}</td>
            <td className="complaint-narrow">
              <StateWord tone={its.closedOn ? 'done' : 'wait'}>
                {its.next ?? t('state--closed', { day: its.closedOn })}
              </StateWord>
              {its.round > 1 && <span className="quiet small"> {t('label--round', { round: its.round })}</span>}
              {its.takers.length > 0 && (
                <div className="quiet small">{its.takers.slice(0, 3).join(t('label--comma'))}</div>
              )}
            </td>
            <td>{its.deadline && <DeadlineWords its={its.deadline} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
