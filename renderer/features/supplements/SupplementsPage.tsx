import './supplements.css';
import { Segmented, Select } from 'antd';
import { useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { SUPPLEMENT_CHOICES, type SupplementRow } from '../../../shared/api/supplement.contract';
import { useHandoverArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { Guess } from '../../ui/Guess';
import { PageHead } from '../../ui/PageHead';
import { StateWord } from '../../ui/StateWord';
import { TakeAlong } from '../../ui/TakeAlong';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { type SupplementChoice, useStaff, useSupplements } from './supplements.queries';

/** Which lists the person was looking at: still so after coming back. */
const useChoice = create<{ which: SupplementChoice; responsibleId?: number | undefined }>()(() => ({ which: 'open' }));

/** Answers: what is still missing or unsigned, who has to bring it, and what of it is late? */
export function SupplementsPage() {
  const { t } = useTranslation('supplements');
  const navigate = useNavigate();
  const { which, responsibleId } = useChoice();
  const { data: open } = useSupplements({ which: 'open' });
  const { data: late } = useSupplements({ which: 'late' });
  const { data } = useSupplements({ which, responsibleId });
  useKeys({ escape: () => navigate(-1) });
  return (
    <div className="page">
      <PageHead title={t('title--supplements')} area={useHandoverArea()}>
        {open && <Trans t={t} i18nKey="lead--open" count={open.total} components={{ b: <b /> }} />}
        {late && late.total > 0 && (
          <Trans t={t} i18nKey="lead--late" count={late.total} components={{ late: <b className="late" /> }} />
        )}
        {t('lead--end')}
      </PageHead>
      <div className="bar">
        <Segmented<SupplementChoice>
          value={which}
          aria-label={t('label--which')}
          options={SUPPLEMENT_CHOICES.map((value) => ({ value, label: t(`label--which-${value}`) }))}
          onChange={(value) => useChoice.setState({ which: value })}
        />
        <ResponsibleFilter value={responsibleId} />
        <TakeAlong list={{ name: 'supplements', which, responsibleId }} />
        {data && (
          <span className="bar-end">
            {data.rows.length < data.total
              ? t('label--firstOf', { shown: data.rows.length, total: data.total })
              : t('label--count', { count: data.total })}
          </span>
        )}
      </div>
      <div className="page-scroll">
        {data && data.rows.length > 0 && <SupplementTable rows={data.rows} />}
        {data?.rows.length === 0 && <EmptyState title={t(`title--none-${which}`)} hint={t('hint--none')} />}
      </div>
    </div>
  );
}

function ResponsibleFilter({ value }: { value: number | undefined }) {
  const { t } = useTranslation('supplements');
  const { data: staff } = useStaff();
  return (
    <Select<number>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      className="supplements-person"
      value={value}
      placeholder={t('label--anyResponsible')}
      aria-label={t('label--responsible')}
      options={staff?.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: number | undefined) => useChoice.setState({ responsibleId: id })}
    />
  );
}

function SupplementTable({ rows }: { rows: SupplementRow[] }) {
  const { t } = useTranslation('supplements');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/handover/supplements/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['no', 'dossier', 'checker', 'responsible', 'dueOn', 'openLines', 'state'] as const).map((name) => (
            <th key={name} className={name === 'openLines' ? 'n' : undefined}>
              {t(`label--${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td className="nowrap">{its.no}</td>
            <td>
              {its.dossier} <span className="quiet">{its.client}</span>
            </td>
            <td className="nowrap">{its.checker}</td>
            <td className="nowrap">{its.responsible}</td>
            <td className="nowrap">
              {its.dueOn} <Guess day={its.dueOn} />
            </td>
            <td className="n">{t('label--openOf', { open: its.open + its.handedIn, lines: its.lines })}</td>
            <td>
              <SupplementState its={its} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How a list stands, in a word; what waits for the receiver stands beside it. */
function SupplementState({ its: { state, closedOn = '', handedIn, lateDays } }: { its: SupplementRow }) {
  const { t } = useTranslation('supplements');
  if (state === 'closed')
    return (
      <>
        <StateWord tone="done">{t('state--closedOn', { day: closedOn })}</StateWord>
        {lateDays > 0 && <span className="quiet small">{t('label--lateBy', { count: lateDays })}</span>}
      </>
    );
  return (
    <>
      <StateWord tone={lateDays > 0 ? 'late' : 'wait'}>
        {lateDays > 0 ? t('state--late', { count: lateDays }) : t('state--open')}
      </StateWord>
      {handedIn > 0 && <div className="amber small">{t('state--toConfirm', { count: handedIn })}</div>}
    </>
  );
}
