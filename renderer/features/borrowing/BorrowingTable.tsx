import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BorrowingRow } from '../../../shared/api/borrowing-slip.contract';
import { useBeginHere } from '../../ui/use-begin-here';
import { useRows } from '../../ui/use-rows';
import { BorrowingState } from './BorrowingState';

/** Slips, the newest first; Enter opens one. */
export function BorrowingTable({ rows }: { rows: BorrowingRow[] }) {
  const { t } = useTranslation('borrowing');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/borrowing/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--no')}</th>
          <th>{t('label--borrower')}</th>
          <th>{t('label--things')}</th>
          <th>{t('label--purpose')}</th>
          <th>{t('label--way')}</th>
          <th>{t('label--lentOn')}</th>
          <th>{t('label--dueOn')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no ?? <span className="quiet">{t('label--noNumber')}</span>}</td>
            <td className="nowrap">
              {its.borrower} <span className="quiet">{its.outsiderName || its.department}</span>
            </td>
            <td className="borrowing-first">
              {its.first}
              {its.things > 1 && <span className="quiet"> {t('label--andMore', { count: its.things })}</span>}
            </td>
            <td className="borrowing-purpose">{its.purpose}</td>
            <td className="nowrap">{t(`way--${its.way}`)}</td>
            <td className="nowrap">{its.lentOn}</td>
            <td className={its.overdueDays > 0 ? 'nowrap late' : 'nowrap'}>{its.dueOn}</td>
            <td className="nowrap">
              <BorrowingState its={its} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
