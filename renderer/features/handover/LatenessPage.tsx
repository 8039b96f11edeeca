import './lateness.css';
import { Button, Select } from 'antd';
import { Fragment, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { LatenessRow, StepChoice } from '../../../shared/api/handover.contract';
import { useMay } from '../../app/use-may';
import { useHandoverArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useKeys } from '../../ui/use-keys';
import { useLateness, useToday } from './handover.queries';

const YEARS_BACK = 9;

/** Answers: who handed over late, in which month, and by how much? */
export function LatenessPage() {
  const { data: status } = useToday();
  return status ? <Lateness thisYear={Number(status.today.slice(0, 4))} /> : null;
}

function Lateness({ thisYear }: { thisYear: number }) {
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  const may = useMay();
  const [year, setYear] = useState(thisYear);
  const { data: rows } = useLateness(year);
  const preview = () => void navigate(`/print/late-statistics/${year}`);
  useKeys({ escape: () => navigate(-1), 'ctrl+p': preview });
  const late = rows?.reduce((sum, row) => sum + row.lateGiven + row.lateOpen, 0) ?? 0;
  const due = rows?.reduce((sum, row) => sum + row.due, 0) ?? 0;
  const years = Array.from({ length: YEARS_BACK + 1 }, (_, i) => thisYear - i);
  return (
    <div className="page">
      <PageHead title={t('title--lateness')} area={useHandoverArea()}>
        <Trans
          t={t}
          i18nKey="lead--lateness"
          values={{ year, due, late }}
          components={{ b: <b />, late: <b className={late > 0 ? 'late' : undefined} /> }}
        />
      </PageHead>
      <div className="bar">
        <Select<number>
          className="lateness-year"
          value={year}
          aria-label={t('label--year')}
          options={years.map((value) => ({ value, label: t('label--yearIs', { year: value }) }))}
          onChange={setYear}
        />
        {may('print.form') && (
          <Button onClick={preview}>
            {t('action--previewStatistics')} <Kbd>Ctrl P</Kbd>
          </Button>
        )}
        {may('print.form') && <ExportButton list={{ name: 'lateness', year }} />}
      </div>
      <div className="page-scroll">
        {rows && rows.length > 0 && <LatenessTable rows={rows} year={year} />}
        {rows?.length === 0 && <EmptyState title={t('title--noLateness', { year })} hint={t('hint--noLateness')} />}
      </div>
    </div>
  );
}

/** The columns that are counts, and the list that each of them opens. */
const COUNTS: readonly { name: keyof LatenessRow & `${string}`; which: StepChoice; late?: boolean }[] = [
  { name: 'due', which: 'all' },
  { name: 'inTime', which: 'inTime' },
  { name: 'lateGiven', which: 'lateGiven', late: true },
  { name: 'lateOpen', which: 'lateOpen', late: true },
  { name: 'open', which: 'open' },
  { name: 'extended', which: 'extended' },
];
const DAYS = ['lateDays', 'lateWorkingDays'] as const;

function LatenessTable({ rows, year }: { rows: readonly LatenessRow[]; year: number }) {
  const { t } = useTranslation('handover');
  const people = [...new Set(rows.map(({ staffId }) => staffId))];
  return (
    <table className="rows lateness">
      <thead>
        <tr>
          <th>{t('label--month')}</th>
          {COUNTS.map(({ name }) => (
            <th key={name} className="n">
              {t(`label--count-${name}` as 'label--count-due')}
            </th>
          ))}
          {DAYS.map((name) => (
            <th key={name} className="n">
              {t(`label--${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {people.map((staffId) => {
          const its = rows.filter((row) => row.staffId === staffId);
          return (
            <Fragment key={staffId}>
              <Line className="lateness-person" row={totalOf(its)} name={its[0]?.staff ?? ''} span={`year=${year}`} />
              {its.map((row) => (
                <Line key={row.month} row={row} name={row.month} span={`month=${row.month}`} />
              ))}
            </Fragment>
          );
        })}
      </tbody>
    </table>
  );
}

function Line({ row, name, span, className }: { row: LatenessRow; name: string; span: string; className?: string }) {
  return (
    <tr className={className}>
      <td className="nowrap">{name}</td>
      {COUNTS.map(({ name: count, which, late }) => (
        <td key={count} className="n">
          {Number(row[count]) > 0 && (
            <Link
              to={`/handover/steps?which=${which}&staff=${row.staffId}&${span}`}
              className={late ? 'late' : undefined}
            >
              {row[count]}
            </Link>
          )}
        </td>
      ))}
      {DAYS.map((days) => (
        <td key={days} className="n">
          {row[days] > 0 && row[days]}
        </td>
      ))}
    </tr>
  );
}

/** One person's whole year. */
function totalOf(rows: readonly LatenessRow[]): LatenessRow {
  const sum = (of: (row: LatenessRow) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    staffId: rows[0]?.staffId ?? 0,
    staff: rows[0]?.staff ?? '',
    month: '',
    due: sum((row) => row.due),
    inTime: sum((row) => row.inTime),
    lateGiven: sum((row) => row.lateGiven),
    lateOpen: sum((row) => row.lateOpen),
    open: sum((row) => row.open),
    extended: sum((row) => row.extended),
    lateDays: sum((row) => row.lateDays),
    lateWorkingDays: sum((row) => row.lateWorkingDays),
  };
}
