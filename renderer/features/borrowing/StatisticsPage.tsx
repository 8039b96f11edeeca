import './borrowing.css';
import { Button, Segmented, Select } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { STATISTICS_BY, type StatisticsBy } from '../../../shared/api/borrowing-book.contract';
import { useMay } from '../../app/use-may';
import { useBorrowingArea } from '../../ui/areas';
import { barsOf } from '../../ui/charts/borrowing-bars';
import { StackedBars } from '../../ui/charts/StackedBars';
import '../../ui/charts/statistics.css';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { PERIODS, type Period, periodOf } from '../../ui/periods';
import { useKeys } from '../../ui/use-keys';
import { useStatistics, useToday } from './book.queries';
import { StatisticsTable } from './StatisticsTable';

const YEARS_BACK = 9;
/** What the person was looking at: still so after coming back from the list that a number counts. */
const useView = create<{ year?: number; period: Period; by: StatisticsBy }>()(() => ({
  period: 'year',
  by: 'department',
}));

/** Answers: who borrows how much, does it come back in time, and what is asked for most? */
export function StatisticsPage() {
  const { data: status } = useToday();
  return status ? <Statistics thisYear={Number(status.today.slice(0, 4))} /> : null;
}

function Statistics({ thisYear }: { thisYear: number }) {
  const { t } = useTranslation('borrowingBook');
  const navigate = useNavigate();
  const may = useMay();
  const area = useBorrowingArea();
  const { year = thisYear, period, by } = useView();
  const span = periodOf(year, period);
  const { data } = useStatistics(span);
  const preview = () => may('print.form') && void navigate(listPath('borrowing-statistics', span));
  useKeys({ escape: () => navigate(-1), 'ctrl+p': preview });
  if (!data) return null;
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, i) => thisYear - i);
  const { lent, overdue, onTimeShare = 100 } = data.total;
  return (
    <div className="page">
      <PageHead title={t('title--statistics')} area={area}>
        <Trans
          t={t}
          i18nKey="lead--statistics"
          values={{ lent, overdue, share: onTimeShare }}
          components={{ b: <b />, late: <b className={overdue > 0 ? 'late' : undefined} /> }}
        />
      </PageHead>
      <div className="bar">
        <Select<number>
          className="statistics-year"
          value={year}
          aria-label={t('label--year')}
          options={years.map((value) => ({ value, label: t('text--year', { year: value }) }))}
          onChange={(value) => useView.setState({ year: value })}
        />
        <Select<Period>
          className="statistics-year"
          value={period}
          aria-label={t('label--period')}
          options={PERIODS.map((value) => ({ value, label: t(`period--${value}`) }))}
          onChange={(value) => useView.setState({ period: value })}
        />
        <Segmented<StatisticsBy>
          value={by}
          aria-label={t('label--by')}
          options={STATISTICS_BY.map((value) => ({ value, label: t(`by--${value}`) }))}
          onChange={(value) => useView.setState({ by: value })}
        />
        {may('print.form') && (
          <Button onClick={preview}>
            {t('action--previewStatistics')} <Kbd>Ctrl P</Kbd>
          </Button>
        )}
        {may('print.form') && <ExportButton list={{ name: 'borrowingStatistics', by, ...span }} />}
      </div>
      <div className="page-scroll">
        {data[by].length > 0 ? (
          <>
            <Chart rows={data[by]} by={by} />
            <StatisticsTable statistics={data} by={by} />
          </>
        ) : (
          <EmptyState title={t('title--noStatistics')} hint={t('hint--noStatistics')} />
        )}
      </div>
    </div>
  );
}

function Chart({ rows, by }: { rows: Parameters<typeof barsOf>[0]; by: StatisticsBy }) {
  const { t } = useTranslation('borrowingBook');
  const words = {
    ...{ good: t('bar--good'), slow: t('bar--slow'), out: t('bar--out'), late: t('bar--late') },
    settled: t('bar--settled'),
  };
  return (
    <div className="statistics-chart">
      <StackedBars label={t('label--chart', { by: t(`by--${by}`) })} bars={barsOf(rows)} words={words} />
    </div>
  );
}
