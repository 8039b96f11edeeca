import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { LentLine } from '../../../shared/api/borrowing-book.contract';
import type { LineState } from '../../../shared/api/borrowing-slip.contract';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useBeginHere } from '../../ui/use-begin-here';
import { useRows } from '../../ui/use-rows';

const TONES: Readonly<Record<LineState, Tone>> = {
  asked: 'wait',
  notLent: 'plain',
  lent: 'out',
  incomplete: 'late',
  returned: 'done',
  settled: 'plain',
};

/** Things that were lent; Enter opens the slip. */
export function LentTable({ rows }: { rows: readonly LentLine[] }) {
  const { t } = useTranslation(['borrowingBook', 'borrowing']);
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/borrowing/${rows[index]?.borrowingId}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--slip')}</th>
          <th>{t('label--thing')}</th>
          <th>{t('label--borrower')}</th>
          <th>{t('label--outsider')}</th>
          <th className="n">{t('label--copies')}</th>
          <th>{t('label--lentOn')}</th>
          <th>{t('label--dueOn')}</th>
          <th>{t('label--returnedOn')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no}</td>
            <td className="borrowing-first">
              {its.number} <span className="quiet">{its.name === its.number ? '' : its.name}</span>
            </td>
            <td className="nowrap">
              {its.borrower} <span className="quiet">{its.department}</span>
            </td>
            <td className="borrowing-purpose">
              {its.outsiderOrganisation} {its.outsiderName}
              {its.outsiderDocument && <div className="quiet small">{its.outsiderDocument}</div>}
            </td>
            <td className="n">{its.copies > 0 && its.copies}</td>
            <td className="nowrap">{its.lentOn}</td>
            <td className="nowrap">{its.dueOn}</td>
            <td className="nowrap">{its.returnedOn}</td>
            <td className="nowrap">
              <StateWord tone={its.lateDays > 0 ? 'late' : TONES[its.state]}>
                {t(`borrowing:line--${its.state}`)}
                {its.lateDays > 0 && ` ${t('text--overdueDays', { count: its.lateDays })}`}
              </StateWord>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
