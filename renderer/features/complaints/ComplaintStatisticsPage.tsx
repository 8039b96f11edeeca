import './complaints.css';
import { Button, Segmented, Select } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { TALLY_BY, type TallyBy, type TallyPeriod, type TallyRow } from '../../../shared/api/complaint-book.contract';
import { useMay } from '../../app/use-may';
import { useComplaintArea } from '../../ui/areas';
import { complaintBars } from '../../ui/charts/complaint-bars';
import { StackedBars } from '../../ui/charts/StackedBars';
import '../../ui/charts/statistics.css';
import { DayField } from '../../ui/DayField';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { PERIODS, type Period, periodOf } from '../../ui/periods';
import { useKeys } from '../../ui/use-keys';
import { useComplaintStatistics, useToday } from './book.queries';
import { useProcedures } from './complaints.queries';
import { TallyTable } from './TallyTable';

const YEARS_BACK = 9;
interface View {
  year?: number;
  /** `days`: from one day to another. */
  period: Period | 'days';
  from?: string;
  to?: string;
  procedureFirstId?: number;
  by: TallyBy;
}
/** What the person was looking at: still so after coming back from the list that a number counts. */
const useView = create<View>()(() => ({ period: 'year', by: 'kind' }));

/** Answers: about what do clients complain, is it answered in time, and are they satisfied? */
export function ComplaintStatisticsPage() {
  const { data: status } = useToday();
  return status ? <Statistics today={status.today} /> : null;
}

function askedOf({ period, from, to, procedureFirstId, ...view }: View, today: string): TallyPeriod {
  const year = view.year ?? Number(today.slice(0, 4));
  const whole = periodOf(year, period === 'days' ? 'year' : period);
  const span = period === 'days' ? { from: from ?? whole.from, to: to ?? today } : whole;
  return { ...span, ...(procedureFirstId !== undefined && { procedureFirstId }) };
}

function Statistics({ today }: { today: string }) {
  const { t } = useTranslation('complaintBook');
  const navigate = useNavigate();
  const may = useMay();
  const area = useComplaintArea();
  const view = useView();
  const asked = askedOf(view, today);
  const { data } = useComplaintStatistics(asked);
  const preview = () => may('print.form') && void navigate(listPath('complaint-statistics', asked));
  useKeys({ escape: () => navigate(-1), 'ctrl+p': preview });
  if (!data) return null;
  const { registered, overdue, onTimeShare, satisfiedShare } = data.total;
  const share = (its: number | undefined) => (its === undefined ? '—' : `${its}%`);
  return (
    <div className="page">
      <PageHead title={t('title--statistics')} area={area}>
        <Trans
          t={t}
          i18nKey="lead--statistics"
          values={{ registered, overdue, onTime: share(onTimeShare), satisfied: share(satisfiedShare) }}
          components={{ b: <b />, late: <b className={overdue > 0 ? 'late' : undefined} /> }}
        />
      </PageHead>
      <div className="bar">
        <PeriodChoice view={view} asked={asked} today={today} />
        <Segmented<TallyBy>
          value={view.by}
          aria-label={t('label--by')}
          options={TALLY_BY.map((value) => ({ value, label: t(`by--${value}`) }))}
          onChange={(by) => useView.setState({ by })}
        />
        {may('print.form') && (
          <Button onClick={preview}>
            {t('action--preview')} <Kbd>Ctrl P</Kbd>
          </Button>
        )}
        {may('print.form') && <ExportButton list={{ name: 'complaintStatistics', by: view.by, ...asked }} />}
      </div>
      <div className="page-scroll">
        {registered > 0 ? (
          <>
            <Chart rows={data[view.by]} by={view.by} />
            <TallyTable statistics={data} by={view.by} asked={asked} />
            <p className="quiet">{t(view.by === 'person' ? 'hint--persons' : 'hint--counted')}</p>
          </>
        ) : (
          <EmptyState title={t('title--noStatistics')} hint={t('hint--noStatistics')} />
        )}
      </div>
    </div>
  );
}

/** Which procedure, and a year, a part of it, or from one day to another. */
function PeriodChoice({ view, asked, today }: { view: View; asked: TallyPeriod; today: string }) {
  const { t } = useTranslation('complaintBook');
  const { data: procedures = [] } = useProcedures();
  const thisYear = Number(today.slice(0, 4));
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, i) => thisYear - i);
  const all = { value: 0, label: t('label--allProcedures') };
  return (
    <>
      <Select<number>
        className="complaint-text"
        value={view.procedureFirstId ?? 0}
        aria-label={t('label--procedure')}
        options={[all, ...procedures.map(({ firstId, title }) => ({ value: firstId, label: title }))]}
        onChange={(its) => useView.setState({ procedureFirstId: its === 0 ? undefined : its } as Partial<View>)}
      />
      {view.period !== 'days' && (
        <Select<number>
          className="statistics-year"
          value={view.year ?? thisYear}
          aria-label={t('label--year')}
          options={years.map((value) => ({ value, label: t('text--year', { year: value }) }))}
          onChange={(year) => useView.setState({ year })}
        />
      )}
      <Select<Period | 'days'>
        className="statistics-year"
        value={view.period}
        aria-label={t('label--period')}
        options={[...PERIODS, 'days' as const].map((value) => ({ value, label: t(`period--${value}`) }))}
        onChange={(period) => useView.setState({ period })}
      />
      {view.period === 'days' &&
        (['from', 'to'] as const).map((end) => (
          <DayField
            key={end}
            id={`statistics-${end}`}
            aria-label={t(`label--${end}`)}
            value={asked[end]}
            onChange={(day) => day !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(day) && useView.setState({ [end]: day })}
          />
        ))}
    </>
  );
}

function Chart({ rows, by }: { rows: readonly TallyRow[]; by: TallyBy }) {
  const { t } = useTranslation('complaintBook');
  const words = { good: t('bar--good'), slow: t('bar--slow'), out: t('bar--out'), late: t('bar--late') };
  return (
    <div className="statistics-chart">
      <StackedBars
        label={t('label--chart', { by: t(`by--${by}`) })}
        bars={complaintBars(rows, t('text--unnamed'))}
        words={words}
      />
    </div>
  );
}
