import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { stepFilter } from '../../../shared/api/handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useHandoverArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { PageHead } from '../../ui/PageHead';
import { TakeAlong } from '../../ui/TakeAlong';
import { useKeys } from '../../ui/use-keys';
import { useStaffNames } from '../../ui/use-staff-names';
import { useSteps } from './handover.queries';
import { StepTable } from './StepTable';

/** The steps that a number of the statistics counts: `?which=late&staff=3&month=2026-03`. */
export function StepsPage() {
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  const errorText = useErrorText();
  const asked = useAsked();
  const { data, error } = useSteps(withoutMonth(asked));
  const staffName = useStaffNames();
  useKeys({ escape: () => navigate(-1) });
  const about = [asked.month, asked.staffId && staffName(asked.staffId), t(`label--steps-${asked.which}`)];
  return (
    <div className="page">
      <PageHead title={t('title--steps')} aside={about.filter(Boolean).join(' · ')} area={useHandoverArea()}>
        {data && t('lead--steps', { count: data.total })}
      </PageHead>
      {error && <Alert type="error" title={errorText(error)} />}
      <div className="bar">
        <TakeAlong list={{ name: 'steps', ...withoutMonth(asked) }} />
        {data && data.rows.length < data.total && (
          <span className="bar-end">{t('label--firstOf', { shown: data.rows.length, total: data.total })}</span>
        )}
      </div>
      <div className="page-scroll">
        {data && data.rows.length > 0 && <StepTable rows={data.rows} />}
        {data?.rows.length === 0 && <EmptyState title={t('title--noSteps')} />}
      </div>
    </div>
  );
}

function withoutMonth({ month: _, ...filter }: ReturnType<typeof useAsked>) {
  return filter;
}

/** What the address asks for; what it does not say, or says wrong, is asked for in full. */
function useAsked() {
  const [params] = useSearchParams();
  const month = /^\d{4}-\d{2}$/.exec(params.get('month') ?? '')?.[0];
  const year = /^\d{4}$/.exec(params.get('year') ?? '')?.[0];
  const span = month
    ? { from: `${month}-01`, to: lastOf(month) }
    : year
      ? { from: `${year}-01-01`, to: `${year}-12-31` }
      : {};
  const staffId = Number(params.get('staff')) || undefined;
  const { data } = stepFilter.safeParse({ which: params.get('which') ?? 'late', ...span, ...(staffId && { staffId }) });
  return { ...(data ?? stepFilter.parse({})), month: month ?? year };
}

function lastOf(month: string): string {
  const [year = 0, its = 0] = month.split('-').map(Number);
  return new Date(Date.UTC(year, its, 0)).toISOString().slice(0, 10);
}
