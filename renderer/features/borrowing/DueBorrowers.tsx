import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DueBorrower } from '../../../shared/api/borrowing-book.contract';
import { StateWord } from '../../ui/StateWord';

/** Whoever has something that is due, the longest overdue first; each can be asked alone. */
export function DueBorrowers({
  due,
  onRecall,
}: {
  due: readonly DueBorrower[];
  onRecall: ((borrowerId: number) => void) | undefined;
}) {
  const { t } = useTranslation('borrowingBook');
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--borrower')}</th>
          <th>{t('label--department')}</th>
          <th className="n">{t('label--due')}</th>
          <th className="n">{t('label--overdue')}</th>
          <th>{t('label--oldestDue')}</th>
          <th>{t('label--overdueDays')}</th>
          <th>{t('label--recalledOn')}</th>
          {onRecall && <th aria-label={t('action--recall')} />}
        </tr>
      </thead>
      <tbody>
        {due.map((its) => (
          <tr key={its.borrowerId}>
            <td className="nowrap">{its.borrower}</td>
            <td>{its.department}</td>
            <td className="n">{its.due}</td>
            <td className="n">
              {its.overdue > 0 && (
                <Link className="late" to={`/borrowing/lent?which=overdue&borrower=${its.borrowerId}`}>
                  {its.overdue}
                </Link>
              )}
            </td>
            <td className="nowrap">{its.dueOn}</td>
            <td>
              <StateWord tone={its.overdueDays > 0 ? 'late' : 'out'}>
                {its.overdueDays > 0 ? t('text--overdueDays', { count: its.overdueDays }) : t('text--dueToday')}
              </StateWord>
            </td>
            <td className="nowrap">{its.recalledOn}</td>
            {onRecall && (
              <td>
                <Button
                  size="small"
                  aria-label={t('action--recallOne', { name: its.borrower })}
                  onClick={() => onRecall(its.borrowerId)}
                >
                  {t('action--recall')}
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
