import './titles.css';
import { Alert, Button, Segmented, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import type { TitleRegister } from '../../../shared/api/title-move.contract';
import { addDays, type Day } from '../../../shared/calendar/working-days';
import { useErrorText } from '../../api/use-error-text';
import { useMay } from '../../app/use-may';
import { useTitlesArea } from '../../ui/areas';
import { DayFilter } from '../../ui/DayField';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { type RegisterFilter, useRegister, useSafes, useToday } from './titles.queries';

const useFilter = create<Partial<RegisterFilter>>()(() => ({}));

const PERIODS = ['month', 'sinceLastMonth', 'year'] as const;
type Period = (typeof PERIODS)[number];
/** The first day of a period that ends today. */
const beginOf = (period: Period, today: Day): Day => {
  const month = `${today.slice(0, 7)}-01`;
  if (period === 'year') return `${today.slice(0, 4)}-01-01`;
  return period === 'month' ? month : `${addDays(month, -1).slice(0, 7)}-01`;
};

/** Answers: what was there, what came and went, and what is there now? On the first of a month, too, something stands there. */
export function RegisterPage() {
  const today = useToday();
  const { from = today && beginOf('sinceLastMonth', today), to = today, safeId } = useFilter();
  return from && to ? <Register asked={{ from, to, ...(safeId !== undefined && { safeId }) }} /> : null;
}

function Register({ asked }: { asked: RegisterFilter }) {
  const { t } = useTranslation('titles');
  const may = useMay();
  const navigate = useNavigate();
  const errorText = useErrorText();
  const { data: safes = [] } = useSafes();
  const { data, error } = useRegister(asked);
  const mayPrint = may('print.form');
  const preview = () => mayPrint && void navigate(listPath('title-register', asked));
  useKeys({ 'ctrl+p': () => void preview(), escape: () => navigate(-1) });
  return (
    <div className="page">
      <PageHead title={t('title--register')} aside={data?.safe} area={useTitlesArea()}>
        {data &&
          t('lead--register', { opening: data.opening, came: data.came, went: data.went, closing: data.closing })}
      </PageHead>
      {error && <Alert type="error" title={errorText(error)} />}
      <div className="bar">
        <Periods asked={asked} />
        {(['from', 'to'] as const).map((name) => (
          <span className="slips-day" key={name}>
            <DayFilter
              aria-label={t(`label--${name}`)}
              placeholder={t(`label--${name}`)}
              value={asked[name]}
              onChange={(day) => useFilter.setState({ [name]: day })}
            />
          </span>
        ))}
        <Select
          allowClear
          className="titles-text"
          aria-label={t('label--safe')}
          placeholder={t('label--allSafes')}
          value={asked.safeId}
          options={safes.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(safeId) => useFilter.setState({ safeId })}
        />
        {mayPrint && (
          <>
            <Button onClick={() => void preview()}>
              {t('action--print')} <Kbd>Ctrl P</Kbd>
            </Button>
            <ExportButton list={{ name: 'titleRegister', ...asked }} />
          </>
        )}
        {data && data.lines.length < data.total && (
          <span className="bar-end">{t('label--firstOf', { shown: data.lines.length, total: data.total })}</span>
        )}
      </div>
      <div className="page-scroll">
        {data && data.lines.length > 0 && <RegisterTable its={data} />}
        {data?.lines.length === 0 && (
          <EmptyState title={t('title--noLines')} hint={t('hint--noLines', { count: data.closing })} />
        )}
      </div>
    </div>
  );
}

/** The periods that somebody mostly asks for, by one key. */
function Periods({ asked }: { asked: RegisterFilter }) {
  const { t } = useTranslation('titles');
  const today = useToday() ?? asked.to;
  const value = PERIODS.find((period) => asked.to === today && asked.from === beginOf(period, today));
  return (
    <Segmented<Period | ''>
      aria-label={t('label--period')}
      value={value ?? ''}
      options={PERIODS.map((period) => ({ value: period, label: t(`period--${period}`) }))}
      onChange={(period) => period && useFilter.setState({ from: beginOf(period, today), to: today })}
    />
  );
}

function RegisterTable({ its }: { its: TitleRegister }) {
  const { t } = useTranslation('titles');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr[tabindex]');
  const row = useRows((index) => void navigate(`/titles/slips/${its.lines[index]?.slipId}`));
  const balance = (name: 'opening' | 'closing', day: string, count: number) => (
    <tr className="register-balance">
      <td>{day}</td>
      <td colSpan={5}>{t(`label--${name}`)}</td>
      <td className="n">{count}</td>
      <td />
    </tr>
  );
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--movedOn')}</th>
          <th>{t('label--matter')}</th>
          <th>{t('label--certificateNo')}</th>
          <th>{t('label--owner')}</th>
          <th className="n">{t('label--came')}</th>
          <th className="n">{t('label--went')}</th>
          <th className="n">{t('label--balance')}</th>
          <th>{t('label--signers')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {balance('opening', its.from, its.opening)}
        {its.lines.map((line, index) => (
          <tr key={line.id} {...row(index)}>
            <td className="nowrap">{line.movedOn}</td>
            <td>
              {t(`slip--${line.slipKind}`)} <span className="nowrap">{line.slipNo}</span>
              <div className="quiet small">{[line.reason, line.party].filter(Boolean).join(' · ')}</div>
            </td>
            <td>{line.certificateNo}</td>
            <td>{line.owner}</td>
            <td className="n">{line.came > 0 ? line.came : ''}</td>
            <td className="n">{line.went > 0 ? line.went : ''}</td>
            <td className="n">{line.balance}</td>
            <td className="nowrap">{t('label--signedBy', { operator: line.operator, second: line.second })}</td>
          </tr>
        ))}
        {its.lines.length === its.total && balance('closing', its.to, its.closing)}
      </tbody>
    </table>
  );
}
