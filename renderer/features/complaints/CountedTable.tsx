import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CountedComplaint } from '../../../shared/api/complaint-book.contract';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useBeginHere } from '../../ui/use-begin-here';
import { useRows } from '../../ui/use-rows';

const TONES: Readonly<Record<CountedComplaint['standing'], Tone>> = {
  onTime: 'done',
  late: 'late',
  open: 'wait',
  overdue: 'late',
};

/** Complaints that were counted; Enter opens one. */
export function CountedTable({ rows }: { rows: readonly CountedComplaint[] }) {
  const { t } = useTranslation('complaintBook');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/complaints/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['no', 'registeredOn', 'complainant', 'facts', 'kind', 'unit', 'cause', 'days', 'standing'] as const).map(
            (name) => (
              <th key={name}>{t(`label--${name}`)}</th>
            ),
          )}
          <th>{t('label--satisfied')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no}</td>
            <td className="nowrap">{its.registeredOn}</td>
            <td className="short-words">{its.complainant ?? <span className="quiet">{t('label--anonymous')}</span>}</td>
            <td className="complaint-facts">{its.facts}</td>
            <td>
              {its.kind} <span className="quiet small">{its.procedure}</span>
            </td>
            <td>
              {its.unit}
              {its.accused.length > 0 && <div className="quiet small">{its.accused.join(t('label--comma'))}</div>}
            </td>
            <td className="short-words">{its.cause}</td>
            <td className="nowrap">
              {its.closedAfter !== undefined &&
                t('text--daysOf', { after: its.closedAfter, allowed: its.allowed ?? '—' })}
            </td>
            <td className="nowrap">
              <StateWord tone={TONES[its.standing]}>{t(`standing--${its.standing}`)}</StateWord>
              {its.round > 1 && <span className="quiet small"> {t('text--rounds', { count: its.round })}</span>}
            </td>
            <td className="nowrap">{its.satisfied !== undefined && t(`satisfied--${its.satisfied}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
