import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { SafeRow } from '../../../shared/api/safe.contract';
import type { ClosingRow, SafeBalance } from '../../../shared/api/safe-closing.contract';
import { addDays } from '../../../shared/calendar/working-days';
import { useMay } from '../../app/use-may';
import { DayFilter } from '../../ui/DayField';
import { Kbd } from '../../ui/Kbd';
import { StateWord } from '../../ui/StateWord';
import { TakeAlong } from '../../ui/TakeAlong';
import { useKeys } from '../../ui/use-keys';
import { useMoment } from '../../ui/use-moment';
import { useRows } from '../../ui/use-rows';
import { CloseDay } from './CloseDay';
import { MonthsSide } from './MonthsSide';
import { Pieces } from './OpeningsView';
import { useBalance, useClosings, useToday } from './safes.queries';
import { useLooked } from './safes.store';
import { useHindranceWords } from './use-hindrance-words';

/** A day of the safe by kind, its signatures, and the days and months that are closed. */
export function DaysView({ its }: { its: SafeRow }) {
  const { t } = useTranslation('safes');
  const navigate = useNavigate();
  const may = useMay();
  const today = useToday();
  const looked = useLooked(({ on }) => on);
  const [chosen, setChosen] = useState<string | undefined>(looked);
  const day = chosen ?? today;
  const { data } = useBalance(its.id, day);
  const { data: closings = [] } = useClosings(its.id);
  const [closing, setClosing] = useState(false);
  const mayClose = may('title.keep') && data !== undefined && !data.closed && its.retiredOn === undefined;
  const ready = mayClose && data?.notClosableBecause === undefined;
  const preview = (id: number | undefined) =>
    id !== undefined && may('print.form') && void navigate(`/print/safe-closing/${id}`);
  useKeys({
    'ctrl+p': () => preview(data?.closed?.id),
    'ctrl+enter': () => ready && setClosing(true),
  });
  const turn = (by: 1 | -1) => setChosen(addDays(day, by) > today ? today : addDays(day, by));
  if (!data) return null;
  return (
    <>
      <div className="bar">
        <Button onClick={() => turn(-1)} aria-label={t('action--dayBefore')}>
          ‹
        </Button>
        <span className="safe-day">
          <DayFilter aria-label={t('label--day')} value={day} onChange={setChosen} />
        </span>
        <Button onClick={() => turn(1)} disabled={day >= today} aria-label={t('action--dayAfter')}>
          ›
        </Button>
        {mayClose && (
          <Button type="primary" disabled={!ready} onClick={() => setClosing(true)}>
            {t('action--closeDay')} <Kbd>Ctrl Enter</Kbd>
          </Button>
        )}
        {data.closed && may('print.form') && (
          <Button onClick={() => preview(data.closed?.id)}>
            {t('action--printClosing')} <Kbd>Ctrl P</Kbd>
          </Button>
        )}
        <TakeAlong list={{ name: 'closings', safeId: its.id }} beside />
        <ClosedWords data={data} />
      </div>
      <div className="split">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys must be able to scroll it */}
        <section className="page-scroll" tabIndex={0} aria-label={t('view--days')}>
          <BalanceTable data={data} />
          <DaySlips data={data} />
          {closings.length > 0 && <ClosingTable rows={closings} onOpen={(row) => setChosen(row.day)} />}
        </section>
        <MonthsSide />
      </div>
      {closing && <CloseDay its={its} data={data} onClose={() => setClosing(false)} />}
    </>
  );
}

/** Who has signed for the day, or why nobody can yet. */
function ClosedWords({ data: { closed, notClosableBecause } }: { data: SafeBalance }) {
  const { t } = useTranslation('safes');
  const moment = useMoment();
  const hindrance = useHindranceWords();
  if (closed)
    return (
      <span className="bar-end">
        <StateWord tone="done">{t('state--closed')}</StateWord>{' '}
        {t('label--closedBy', { operator: closed.operator, second: closed.second, moment: moment(closed.closedAt) })}
      </span>
    );
  return <span className="bar-end">{notClosableBecause && hindrance(notClosableBecause)}</span>;
}

function BalanceTable({ data }: { data: SafeBalance }) {
  const { t } = useTranslation('safes');
  return (
    <table className="rows safe-balance-table">
      <thead>
        <tr>
          <th>{t('label--kind')}</th>
          <th className="n">{t('label--opening')}</th>
          <th className="n">{t('label--came')}</th>
          <th className="n">{t('label--went')}</th>
          <th className="n">{t('label--closing')}</th>
        </tr>
      </thead>
      <tbody>
        {data.lines.map((line) => (
          <tr key={line.kind}>
            <td>{t(`kind--${line.kind}`)}</td>
            <td className="n">{line.opening}</td>
            <td className="n">{line.came}</td>
            <td className="n">{line.went}</td>
            <td className="n">{line.closing}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>{t('label--sum')}</td>
          <td className="n">{data.opening}</td>
          <td className="n">{data.came}</td>
          <td className="n">{data.went}</td>
          <td className="n">{data.closing}</td>
        </tr>
      </tfoot>
    </table>
  );
}

function DaySlips({ data: { slips } }: { data: SafeBalance }) {
  const { t } = useTranslation('safes');
  if (slips.length === 0) return <p className="quiet safe-gap">{t('label--noMovement')}</p>;
  return (
    <ul className="safe-slips">
      {slips.map((slip) => (
        <li key={slip.id}>
          <Link to={`/titles/slips/${slip.id}`}>{slip.no}</Link> {slip.reason} <Pieces its={slip} />
        </li>
      ))}
    </ul>
  );
}

function ClosingTable({ rows, onOpen }: { rows: ClosingRow[]; onOpen: (row: ClosingRow) => void }) {
  const { t } = useTranslation('safes');
  const moment = useMoment();
  const row = useRows((index) => rows[index] && onOpen(rows[index]));
  return (
    <section className="safe-closings">
      <h2>{t('title--closings')}</h2>
      <table className="rows">
        <thead>
          <tr>
            <th>{t('label--day')}</th>
            <th className="n">{t('label--opening')}</th>
            <th className="n">{t('label--came')}</th>
            <th className="n">{t('label--went')}</th>
            <th className="n">{t('label--closing')}</th>
            <th>{t('label--signed')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((its, index) => (
            <tr key={its.id} {...row(index)}>
              <td className="nowrap">{its.day}</td>
              <td className="n">{its.opening}</td>
              <td className="n">{its.came}</td>
              <td className="n">{its.went}</td>
              <td className="n">{its.closing}</td>
              <td>
                {t('label--closedBy', { operator: its.operator, second: its.second, moment: moment(its.closedAt) })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
