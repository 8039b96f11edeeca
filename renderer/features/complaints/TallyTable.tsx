import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type {
  ComplaintCounts,
  ComplaintStatistics,
  CountedChoice,
  TallyBy,
  TallyPeriod,
} from '../../../shared/api/complaint-book.contract';
import { countedPath } from './counted-path';

/** Numbers that open the list they count, as they stand beside each other. */
const BEFORE = ['registered', 'justified', 'major', 'closed', 'onTime', 'late', 'open', 'overdue'] as const;
const AFTER = ['satisfied', 'dissatisfied'] as const;
const LATE: ReadonlySet<CountedChoice> = new Set(['late', 'overdue', 'dissatisfied']);

interface TallyTableProps {
  statistics: ComplaintStatistics;
  by: TallyBy;
  asked: TallyPeriod;
}

/** A line a kind, unit, cause, person or month, and all together below. */
export function TallyTable({ statistics, by, asked }: TallyTableProps) {
  const { t } = useTranslation('complaintBook');
  return (
    <table className="rows statistics">
      <thead>
        <tr>
          <th>{t(`by--${by}`)}</th>
          {[...BEFORE, 'onTimeShare' as const, 'closedAfter' as const, ...AFTER].map((name) => (
            <th key={name} className="n">
              {t(`count--${name}`)}
            </th>
          ))}
          <th className="n">{t('count--satisfiedShare')}</th>
          <th className="n">{t('count--reopened')}</th>
        </tr>
      </thead>
      <tbody>
        {statistics[by].map((row) => (
          <tr key={row.key}>
            <td>
              {row.name || <span className="quiet">{t('text--unnamed')}</span>}
              {row.procedure && <span className="quiet small"> {row.procedure}</span>}
            </td>
            <Numbers its={row} pathOf={(which) => countedPath(which, asked, { by, key: row.key })} />
          </tr>
        ))}
        <tr className="statistics-total">
          <td>{t('label--total')}</td>
          <Numbers its={statistics.total} pathOf={(which) => countedPath(which, asked)} />
        </tr>
      </tbody>
    </table>
  );
}

function Numbers({ its, pathOf }: { its: ComplaintCounts; pathOf: (which: CountedChoice) => string }) {
  const { t } = useTranslation('complaintBook');
  const number = (name: CountedChoice) => (
    <td key={name} className="n">
      {its[name] > 0 && (
        <Link className={LATE.has(name) ? 'late' : undefined} to={pathOf(name)}>
          {its[name]}
        </Link>
      )}
    </td>
  );
  const { onTimeShare, closedAfter, allowed, satisfiedShare } = its;
  return (
    <>
      {BEFORE.map(number)}
      <td className="n">{onTimeShare !== undefined && `${onTimeShare}%`}</td>
      <td className="n nowrap">
        {closedAfter !== undefined && t('text--daysOf', { after: closedAfter, allowed: allowed ?? '—' })}
      </td>
      {AFTER.map(number)}
      <td className="n">{satisfiedShare !== undefined && `${satisfiedShare}%`}</td>
      {number('reopened')}
    </>
  );
}
