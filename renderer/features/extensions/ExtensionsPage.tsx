import { Segmented } from 'antd';
import { useRef, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { create } from 'zustand';
import { EXTENSION_CHOICES, type ExtensionView } from '../../../shared/api/extension.contract';
import { useHandoverArea } from '../../ui/areas';
import { EmptyState } from '../../ui/EmptyState';
import { DecideExtension } from '../../ui/extension/OfDossier';
import { PageHead } from '../../ui/PageHead';
import { StateWord, type Tone } from '../../ui/StateWord';
import { TakeAlong } from '../../ui/TakeAlong';
import { useBeginHere } from '../../ui/use-begin-here';
import { useDayWords } from '../../ui/use-day-words';
import { useRows } from '../../ui/use-rows';
import { type ExtensionChoice, useExtensions } from './extensions.queries';

/** Which requests the person was looking at: still so after coming back. */
const useChoice = create<{ which: ExtensionChoice }>()(() => ({ which: 'waiting' }));

/** Answers: which requests for more time wait, for whom, and since when? */
export function ExtensionsPage() {
  const { t } = useTranslation('extensions');
  const { which } = useChoice();
  const { data: waiting } = useExtensions('waiting');
  const { data } = useExtensions(which);
  const [decidingId, setDecidingId] = useState<number>();
  const deciding = data?.rows.find(({ id, decidable }) => id === decidingId && decidable);
  const mine = waiting?.rows.filter(({ decidable }) => decidable).length ?? 0;
  return (
    <div className="page">
      <PageHead title={t('title--extensions')} area={useHandoverArea()}>
        {waiting && <Trans t={t} i18nKey="lead--waiting" count={waiting.total} components={{ b: <b /> }} />}
        {mine > 0 && <Trans t={t} i18nKey="lead--mine" count={mine} components={{ b: <b className="amber" /> }} />}
        {t('lead--end')}
      </PageHead>
      <div className="bar">
        <Segmented<ExtensionChoice>
          value={which}
          aria-label={t('label--which')}
          options={EXTENSION_CHOICES.map((value) => ({ value, label: t(`label--which-${value}`) }))}
          onChange={(value) => useChoice.setState({ which: value })}
        />
        <TakeAlong list={{ name: 'extensions', which }} />
        {data && <span className="bar-end">{countInWords(data, t)}</span>}
      </div>
      <div className="page-scroll">
        {data && data.rows.length > 0 && <ExtensionTable rows={data.rows} onDecide={setDecidingId} />}
        {data?.rows.length === 0 && <EmptyState title={t(`title--none-${which}`)} hint={t('hint--none')} />}
      </div>
      {deciding && <DecideExtension row={deciding} onClose={() => setDecidingId(undefined)} />}
    </div>
  );
}

const countInWords = (
  { rows, total }: { rows: readonly unknown[]; total: number },
  t: ReturnType<typeof useTranslation<'extensions'>>['t'],
): string =>
  rows.length < total ? t('label--firstOf', { shown: rows.length, total }) : t('label--count', { count: total });

const TONES: Readonly<Record<ExtensionView['state'], Tone>> = {
  waiting: 'wait',
  granted: 'done',
  refused: 'late',
  withdrawn: 'plain',
  lapsed: 'plain',
};

function ExtensionTable({ rows, onDecide }: { rows: ExtensionView[]; onDecide: (id: number) => void }) {
  const { t } = useTranslation('extensions');
  const navigate = useNavigate();
  const dayWords = useDayWords();
  const body = useRef<HTMLTableSectionElement>(null);
  useBeginHere(body, 'tr');
  const row = useRows((index) => {
    const its = rows[index];
    if (its?.decidable) onDecide(its.id);
    else void navigate(`/dossier/${its?.dossierId}`);
  });
  return (
    <table className="rows">
      <thead>
        <tr>
          {(['dossier', 'step', 'asker', 'limit', 'reason', 'state'] as const).map((name) => (
            <th key={name}>{t(`label--${name}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {rows.map((its, index) => (
          <tr key={its.id} {...row(index)}>
            <td>
              {its.dossier} <span className="quiet">{its.client}</span>
            </td>
            <td className="nowrap">{t(`label--step-${its.step}`)}</td>
            <td className="nowrap">
              {its.asker} <span className="quiet">{its.department}</span>
            </td>
            <td className="nowrap">{t('label--fromTo', { from: dayWords(its.dueOn), to: dayWords(its.newDueOn) })}</td>
            <td>{its.reason}</td>
            <td>
              <StateWord tone={TONES[its.state]}>{t(`state--${its.state}`)}</StateWord>
              <StateNote its={its} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Since when it waits, or who answered what. */
function StateNote({ its }: { its: ExtensionView }) {
  const { t } = useTranslation('extensions');
  const { state, waitingDays, askedOn, decider = '', closedOn = '', answer } = its;
  if (state === 'waiting')
    return <div className="amber small">{t('state--waits', { count: waitingDays, day: askedOn })}</div>;
  return <div className="quiet small">{[closedOn, decider, answer].filter(Boolean).join(' · ')}</div>;
}
