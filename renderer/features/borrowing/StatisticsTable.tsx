import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  BorrowingStatistics,
  LentChoice,
  LentCounts,
  StatisticsBy,
  StatisticsRow,
} from '../../../shared/api/borrowing-book.contract';
import { lentPath } from './lent-path';

/** Numbers that open the list they count. */
const COUNTS = [
  'lent',
  'returned',
  'onTime',
  'late',
  'out',
  'overdue',
  'settled',
] as const satisfies readonly LentChoice[];
const LATE: ReadonlySet<string> = new Set(['late', 'overdue']);

/** A line a department, person, month, organisation or thing, and all together below. */
export function StatisticsTable({ statistics, by }: { statistics: BorrowingStatistics; by: StatisticsBy }) {
  const { t } = useTranslation('borrowingBook');
  const counts: readonly LentChoice[] = by === 'thing' ? ['asked', ...COUNTS] : COUNTS;
  const { from, to, total } = statistics;
  const line = (its: LentCounts, row?: StatisticsRow) => (
    <Numbers its={its} counts={counts} pathOf={(which) => lentPath(which, { from, to }, row && by, row)} />
  );
  return (
    <table className="rows statistics">
      <thead>
        <tr>
          <th>{t(`by--${by}`)}</th>
          {counts.map((name) => (
            <th key={name} className="n">
              {t(`count--${name}`)}
            </th>
          ))}
          <th className="n">{t('count--copies')}</th>
          <th className="n">{t('count--lateDays')}</th>
          <th className="n">{t('count--onTimeShare')}</th>
        </tr>
      </thead>
      <tbody>
        {statistics[by].map((row) => (
          <tr key={`${row.borrowerId ?? ''} ${row.thing?.kind ?? ''} ${row.thing?.id ?? ''} ${row.name}`}>
            <td>
              <Name row={row} />
            </td>
            {line(row, row)}
          </tr>
        ))}
        {by !== 'organisation' && by !== 'thing' && (
          <tr className="statistics-total">
            <td>{t('label--total')}</td>
            {line(total)}
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** A thing that is asked for opens itself. */
function Name({ row }: { row: StatisticsRow }) {
  const { thing, dossierId } = row;
  if (!thing) return row.name;
  return <Link to={thing.kind === 'title' ? `/titles/${thing.id}` : `/dossier/${dossierId}`}>{row.name}</Link>;
}

interface NumbersProps {
  its: LentCounts;
  counts: readonly LentChoice[];
  pathOf: (which: LentChoice) => string;
}

function Numbers({ its, counts, pathOf }: NumbersProps) {
  const number = (name: LentChoice) =>
    its[name] > 0 && (
      <Link className={LATE.has(name) ? 'late' : undefined} to={pathOf(name)}>
        {its[name]}
      </Link>
    );
  return (
    <>
      {counts.map((name) => (
        <td key={name} className="n">
          {number(name)}
        </td>
      ))}
      <td className="n">{number('copies')}</td>
      <td className="n">{its.lateDays > 0 && its.lateDays}</td>
      <td className="n">{its.onTimeShare !== undefined && `${its.onTimeShare}%`}</td>
    </>
  );
}
