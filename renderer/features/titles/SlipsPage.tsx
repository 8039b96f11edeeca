import './titles.css';
import { Button, Select } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { SLIP_KINDS, type SlipRow } from '../../../shared/api/title-move.contract';
import { useMay } from '../../app/use-may';
import { useTitlesArea } from '../../ui/areas';
import { DayFilter } from '../../ui/DayField';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { PageHead } from '../../ui/PageHead';
import { PrintListButton } from '../../ui/PrintListButton';
import { StateWord } from '../../ui/StateWord';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { type SlipFilter, useSlips } from './titles.queries';

/** Which slips were looked at: still so after coming back from one. */
const useFilter = create<SlipFilter>()(() => ({}));

/** Answers: what was moved at the safes, when, by whom, and what was taken back? */
export function SlipsPage() {
  const { t } = useTranslation('titles');
  const may = useMay();
  const navigate = useNavigate();
  const filter = useFilter();
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) as SlipFilter;
  const { data } = useSlips(asked);
  useKeys({ escape: () => navigate(-1) });
  const filtered = Object.keys(asked).length > 0;
  return (
    <div className="page">
      <PageHead title={t('title--slips')} area={useTitlesArea()}>
        {data && t('lead--slips', { count: data.total })}
      </PageHead>
      <div className="bar">
        <Select
          allowClear
          className="titles-text"
          aria-label={t('label--slipKind')}
          placeholder={t('label--anyKind')}
          value={filter.kind}
          options={SLIP_KINDS.map((value) => ({ value, label: t(`slip--${value}`) }))}
          onChange={(kind) => useFilter.setState({ kind })}
        />
        {(['from', 'to'] as const).map((name) => (
          <span className="slips-day" key={name}>
            <DayFilter
              aria-label={t(`label--${name}`)}
              placeholder={t(`label--${name}`)}
              value={filter[name]}
              onChange={(day) => useFilter.setState({ [name]: day })}
            />
          </span>
        ))}
        {may('print.form') && (
          <>
            <PrintListButton list={{ name: 'slips', ...asked }} />
            <ExportButton list={{ name: 'slips', ...asked }} />
          </>
        )}
        {data && data.rows.length < data.total && (
          <span className="bar-end">{t('label--firstOf', { shown: data.rows.length, total: data.total })}</span>
        )}
      </div>
      <div className="page-scroll">
        {data && data.rows.length > 0 && <SlipTable rows={data.rows} />}
        {data?.rows.length === 0 && (
          <EmptyState
            title={t(filtered ? 'title--noSlipsFound' : 'title--noSlips')}
            hint={t('hint--noSlips')}
            action={
              filtered && (
                <Button onClick={() => useFilter.setState({ kind: undefined, from: undefined, to: undefined })}>
                  {t('action--showAll')}
                </Button>
              )
            }
          />
        )}
      </div>
    </div>
  );
}

function SlipTable({ rows }: { rows: readonly SlipRow[] }) {
  const { t } = useTranslation('titles');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/titles/slips/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--no')}</th>
          <th>{t('label--slipKind')}</th>
          <th>{t('label--movedOn')}</th>
          <th className="n">{t('label--titlesAndPieces')}</th>
          <th>{t('label--reasonAndBasis')}</th>
          <th>{t('label--party')}</th>
          <th>{t('label--signers')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no}</td>
            <td className="nowrap">
              {t(`slip--${its.kind}`)}
              {its.reversedByNo && (
                <div>
                  <StateWord tone="late">{t('state--reversed')}</StateWord>
                </div>
              )}
            </td>
            <td className="nowrap">{its.movedOn}</td>
            <td className="n">
              {its.titles} / {its.pieces}
            </td>
            <td>
              {its.reason}
              <div className="quiet small">{its.basis}</div>
            </td>
            <td>
              {its.party}
              {its.dueOn && <div className="quiet small">{t('label--dueBy', { day: its.dueOn })}</div>}
            </td>
            <td className="nowrap">{t('label--signedBy', { operator: its.operator, second: its.second })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
