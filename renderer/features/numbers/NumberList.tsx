import { Button, Checkbox } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { NumberFault, NumberRow, NumberSeries } from '../../../shared/api/number.contract';
import { useMay } from '../../app/use-may';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { LentWord } from '../../ui/LentWord';
import { StateWord } from '../../ui/StateWord';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { isVoid, NUMBERS_PER_PAGE, useFaults, useNumbers } from './numbers.queries';

interface NumberListProps {
  series: NumberSeries;
  /** Begin with the void ones alone. */
  voidFirst: boolean;
  children: ReactNode;
}

/** The numbers of one series: what its check found, then each number with the dossier that bears it, or why it is void. */
export function NumberList({ series, voidFirst, children }: NumberListProps) {
  const { t } = useTranslation('numbers');
  const [voidOnly, setVoidOnly] = useState(voidFirst && series.void > 0);
  const [page, setPage] = useState(0);
  const { data } = useNumbers(series, voidOnly, page);
  const pages = Math.ceil((data?.total ?? 0) / NUMBERS_PER_PAGE);
  return (
    <section className="number-side">
      <div className="bar">
        {children}
        <TakeAlong series={series} voidOnly={voidOnly} />
        {series.void > 0 && (
          <Checkbox
            checked={voidOnly}
            onChange={(event) => {
              setVoidOnly(event.target.checked);
              setPage(0);
            }}
          >
            {t('label--voidOnly')}
          </Checkbox>
        )}
        {pages > 1 && (
          <span className="bar-end">
            <Button size="small" disabled={page === 0} onClick={() => setPage(page - 1)}>
              {t('action--before')}
            </Button>{' '}
            {t('label--page', { page: page + 1, pages })}{' '}
            <Button size="small" disabled={page + 1 >= pages} onClick={() => setPage(page + 1)}>
              {t('action--after')}
            </Button>
          </span>
        )}
      </div>
      <div className="page-scroll">
        <Faults series={series} />
        {data && <NumberTable rows={data.rows} />}
      </div>
    </section>
  );
}

/** The register as it is shown, on paper and as a spreadsheet. */
function TakeAlong({ series: { classId, year }, voidOnly }: { series: NumberSeries; voidOnly: boolean }) {
  const { t } = useTranslation('numbers');
  const navigate = useNavigate();
  const mayPrint = useMay()('print.form');
  const asked = { classId, year, voidOnly };
  const preview = () => mayPrint && void navigate(listPath('number-register', asked));
  useKeys({ 'ctrl+p': preview });
  if (!mayPrint) return null;
  return (
    <>
      <Button onClick={preview}>
        {t('action--print')} <Kbd>Ctrl P</Kbd>
      </Button>
      <ExportButton list={{ name: 'numbers', ...asked }} />
    </>
  );
}

/** Gaps and doubtful numbers, each with what to do about it. */
function Faults({ series }: { series: NumberSeries }) {
  const { t } = useTranslation('numbers');
  const { data = [] } = useFaults(series);
  if (data.length === 0) return <p className="number-whole">{t('state--whole')}</p>;
  return (
    <section className="number-faults">
      <h2>{t('title--faults', { count: data.length })}</h2>
      <ul>
        {data.map((fault) => (
          <li key={fault.kind === 'gap' ? `gap ${fault.from}` : `number ${fault.id}`}>
            <FaultWords fault={fault} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function FaultWords({ fault }: { fault: NumberFault }) {
  const { t } = useTranslation('numbers');
  if (fault.kind === 'gap') {
    const { from, to, first, last } = fault;
    return (
      <>
        <StateWord tone="late">{t('label--gap')}</StateWord>{' '}
        {from === to ? t('fault--gapOne', { first }) : t('fault--gap', { first, last, count: to - from + 1 })}
        <span className="quiet"> {t('hint--gap')}</span>
      </>
    );
  }
  const { dossierId, text } = fault;
  const number = dossierId === undefined ? text : <Link to={`/dossier/${dossierId}`}>{text}</Link>;
  if (fault.kind === 'unlike')
    return (
      <>
        <StateWord tone="out">{t('label--unlike')}</StateWord> {number}
        <span className="quiet"> {t('hint--unlike')}</span>
      </>
    );
  const { other, otherDossierId } = fault;
  return (
    <>
      <StateWord tone="out">{t('label--sameAs')}</StateWord> {number} {t('fault--sameAs')}{' '}
      {otherDossierId === undefined ? other : <Link to={`/dossier/${otherDossierId}`}>{other}</Link>}
      <span className="quiet"> {t('hint--sameAs')}</span>
    </>
  );
}

function NumberTable({ rows }: { rows: NumberRow[] }) {
  const { t } = useTranslation('numbers');
  const navigate = useNavigate();
  const row = useRows((index) => {
    const its = rows[index];
    if (its?.dossierId !== undefined) void navigate(`/dossier/${its.dossierId}`);
  });
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--number')}</th>
          <th>{t('label--dossier')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className={isVoid(its) ? 'nowrap number-void' : 'nowrap'}>{its.text}</td>
            <td>{its.title}</td>
            <td>
              <NumberState its={its} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function NumberState({ its }: { its: NumberRow }) {
  const { t } = useTranslation('numbers');
  if (!isVoid(its))
    return (
      <>
        <StateWord tone="done">{t(its.origin === 'given' ? 'state--given' : 'state--imported')}</StateWord>
        {its.lent && (
          <>
            {' '}
            <LentWord {...its} word={t(`state--${its.lent}`)} />
          </>
        )}
        {its.replaces && <span className="quiet"> {t('label--replaces', { number: its.replaces })}</span>}
      </>
    );
  const { voidedOn, voidedBy, voidReason, replacedBy } = its;
  return (
    <>
      <StateWord tone="late">{t('state--void')}</StateWord>{' '}
      <span className="quiet">
        {t('label--voided', { on: voidedOn, by: voidedBy, reason: voidReason })}
        {replacedBy && t('label--replacedBy', { number: replacedBy })}
      </span>
    </>
  );
}
