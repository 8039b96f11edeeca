import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { MOST_OPENINGS, type OpeningRow, type SafeRow } from '../../../shared/api/safe.contract';
import { addDays } from '../../../shared/calendar/working-days';
import { useMay } from '../../app/use-may';
import { DayFilter } from '../../ui/DayField';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { StateWord } from '../../ui/StateWord';
import { useKeys } from '../../ui/use-keys';
import { useMoment } from '../../ui/use-moment';
import { OpenButton } from './OpenButton';
import { useOpenings, useToday } from './safes.queries';

const DAYS_BACK = 30;

/** The register of openings: when, why, by which two, and what moved meanwhile. */
export function OpeningsView({ its }: { its: SafeRow }) {
  const { t } = useTranslation('safes');
  const navigate = useNavigate();
  const may = useMay();
  const today = useToday();
  const [range, setRange] = useState<{ from?: string | undefined; to?: string | undefined }>({});
  const from = range.from ?? (today === '' ? '2000-01-01' : addDays(today, -DAYS_BACK));
  const to = range.to ?? (today === '' ? '2200-12-31' : today);
  const asked = { safeId: its.id, from, to };
  const { data } = useOpenings(asked);
  const preview = () => may('print.form') && void navigate(listPath('safe-openings', asked));
  useKeys({ 'ctrl+p': preview });
  return (
    <>
      <div className="bar">
        <OpenButton its={its} />
        <span className="safe-day">
          <DayFilter aria-label={t('label--from')} value={from} onChange={(day) => setRange({ ...range, from: day })} />
        </span>
        <span className="safe-day">
          <DayFilter aria-label={t('label--to')} value={to} onChange={(day) => setRange({ ...range, to: day })} />
        </span>
        {may('print.form') && (
          <>
            <Button onClick={preview}>
              {t('action--printOpenings')} <Kbd>Ctrl P</Kbd>
            </Button>
            <ExportButton list={{ name: 'openings', ...asked }} />
          </>
        )}
        {data && (
          <span className="bar-end">
            {data.total > MOST_OPENINGS
              ? t('label--openingsOf', { shown: MOST_OPENINGS, total: data.total })
              : t('label--openings', { count: data.total })}
          </span>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it */}
      <section className="page-scroll" tabIndex={0} aria-label={t('view--openings')}>
        {data && data.rows.length > 0 && <OpeningTable rows={data.rows} />}
        {data?.total === 0 && <EmptyState title={t('title--noOpenings')} hint={t('hint--noOpenings')} />}
      </section>
    </>
  );
}

function OpeningTable({ rows }: { rows: OpeningRow[] }) {
  const { t } = useTranslation('safes');
  const moment = useMoment();
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--openedAt')}</th>
          <th>{t('label--closedAt')}</th>
          <th>{t('label--why')}</th>
          <th>{t('label--operator')}</th>
          <th>{t('label--secondPerson')}</th>
          <th>{t('label--moved')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td className="nowrap">{moment(row.openedAt)}</td>
            <td className="nowrap">
              {row.closedAt === undefined ? (
                <StateWord tone="late">{t('state--open')}</StateWord>
              ) : (
                moment(row.closedAt)
              )}
            </td>
            <td>{row.reason}</td>
            <td>{row.operator}</td>
            <td>{row.second}</td>
            <td>
              {row.slips.length === 0
                ? t('label--nothingMoved')
                : row.slips.map((slip) => (
                    <div key={slip.id}>
                      <Link to={`/titles/slips/${slip.id}`}>{slip.no}</Link> <Pieces its={slip} />
                    </div>
                  ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many pieces came, went, or only changed their compartment. */
export function Pieces({ its: { came, went, moved } }: { its: { came: number; went: number; moved: number } }) {
  const { t } = useTranslation('safes');
  const words = [
    came > 0 && t('label--cameCount', { count: came }),
    went > 0 && t('label--wentCount', { count: went }),
    moved > 0 && t('label--movedCount', { count: moved }),
  ].filter((word) => word !== false);
  return <span className="quiet">{words.join(t('mark--comma'))}</span>;
}
