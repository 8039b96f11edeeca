import './handover.css';
import { Button, Segmented } from 'antd';
import { useRef } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import type { HandoverRow } from '../../../shared/api/handover.contract';
import { useMay } from '../../app/use-may';
import { useHandoverArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { ExportButton } from '../../ui/ExportButton';
import { listPath } from '../../ui/FormsMenu';
import { Guess } from '../../ui/Guess';
import { Kbd } from '../../ui/Kbd';
import { PageHead } from '../../ui/PageHead';
import { useBeginHere } from '../../ui/use-begin-here';
import { useKeys } from '../../ui/use-keys';
import { useRows } from '../../ui/use-rows';
import { HandoverState } from './HandoverState';
import {
  filterOf,
  HANDOVER_CHOICES,
  type HandoverChoice,
  useHandoverCount,
  useHandovers,
  useSteps,
} from './handover.queries';
import { StepTable } from './StepTable';

/** Which lists the person was looking at: still so after coming back. */
const useChoice = create<{ choice: HandoverChoice }>()(() => ({ choice: 'open' }));

/** Answers: which handovers are open, and which came late? */
export function HandoversPage() {
  const { t } = useTranslation('handover');
  const { choice } = useChoice();
  const navigate = useNavigate();
  const mayPrint = useMay()('print.form');
  const preview = () => mayPrint && void navigate(listPath('handover-register', filterOf(choice)));
  useKeys({ 'ctrl+p': preview });
  const { data: open } = useHandoverCount('open');
  const { data: all = 0 } = useHandoverCount(choice);
  const { data: rows } = useHandovers(choice);
  const { data: steps } = useSteps({ which: 'late' });
  const late = steps?.total ?? 0;
  const shown = choice === 'late' ? steps?.rows.length : rows?.length;
  return (
    <div className="page">
      <PageHead title={t('title--handovers')} area={useHandoverArea()}>
        {open !== undefined && <Trans t={t} i18nKey="lead--open" count={open} components={{ b: <b /> }} />}
        {late > 0 && <Trans t={t} i18nKey="lead--late" count={late} components={{ late: <b className="late" /> }} />}
        {t('lead--end')}
      </PageHead>
      <div className="bar">
        <Segmented<HandoverChoice>
          value={choice}
          aria-label={t('label--which')}
          options={HANDOVER_CHOICES.map((value) => ({ value, label: t(`label--which-${value}`) }))}
          onChange={(value) => useChoice.setState({ choice: value })}
        />
        {mayPrint && (
          <>
            <Button onClick={preview}>
              {t('action--printRegister')} <Kbd>Ctrl P</Kbd>
            </Button>
            <ExportButton
              list={choice === 'late' ? { name: 'steps', which: 'late' } : { name: 'handovers', ...filterOf(choice) }}
            />
          </>
        )}
        {shown !== undefined && <span className="bar-end">{howMany(shown, choice === 'late' ? late : all, t)}</span>}
      </div>
      <div className="page-scroll">
        {choice === 'late' && steps && steps.rows.length > 0 && <StepTable rows={steps.rows} />}
        {choice !== 'late' && rows && rows.length > 0 && <HandoverTable rows={rows} />}
        {shown === 0 && <EmptyState title={t(`title--none-${choice}`)} hint={t('hint--none')} />}
      </div>
    </div>
  );
}

/** How many there are; where only so many are shown, that it is so. */
const howMany = (shown: number, total: number, t: ReturnType<typeof useTranslation<'handover'>>['t']): string =>
  shown < total ? t('label--firstOf', { shown, total }) : t('label--count', { count: shown });

function HandoverTable({ rows }: { rows: HandoverRow[] }) {
  const { t } = useTranslation('handover');
  const navigate = useNavigate();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => void navigate(`/handover/${rows[index]?.id}`));
  return (
    <table className="rows">
      <thead>
        <tr>
          <th>{t('label--no')}</th>
          <th>{t('label--dossier')}</th>
          <th>{t('label--client')}</th>
          <th>{t('label--kind')}</th>
          <th>{t('label--giver')}</th>
          <th>{t('label--givenOn')}</th>
          <th>{t('label--dueOn')}</th>
          <th>{t('label--state')}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((handover, index) => (
          <tr key={handover.id} {...row(index)}>
            <td className="nowrap">{handover.no}</td>
            <td>{handover.dossier}</td>
            <td>{handover.client}</td>
            <td className="nowrap">{t(handover.byKeeper ? 'label--kind-keeper' : `label--kind-${handover.kind}`)}</td>
            <td>{handover.giver}</td>
            <td className="nowrap">{handover.givenOn}</td>
            <td className="nowrap">
              {handover.dueOn} <Guess day={handover.dueOn} />
              {handover.extendedFrom && <div className="quiet small">{t('label--extended')}</div>}
            </td>
            <td>
              <HandoverState handover={handover} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
