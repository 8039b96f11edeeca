import './extension.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExtensionView } from '../../../shared/api/extension.contract';
import { useDayWords } from '../use-day-words';
import { useExtensionsOf, useWithdrawRequest } from './extension.queries';
import { AskExtension, DecideExtension } from './OfDossier';
import { RequestActs } from './RequestActs';

/** The requests for more time of one dossier: what waits and since when, what was granted, and the way to ask. */
export function ExtensionSide({ dossierId }: { dossierId: number }) {
  const { t } = useTranslation('extensions');
  const { data } = useExtensionsOf(dossierId);
  const [asking, setAsking] = useState(false);
  const [decidingId, setDecidingId] = useState<number>();
  if (!data || (data.rows.length === 0 && !data.askable)) return null;
  const deciding = data.rows.find(({ id, decidable }) => id === decidingId && decidable);
  return (
    <section className="extension-side">
      <h2>{t('title--side')}</h2>
      <ul>
        {data.rows.map((row) => (
          <li key={row.id}>
            <RequestWords row={row} />
            <Acts row={row} onDecide={() => setDecidingId(row.id)} />
          </li>
        ))}
      </ul>
      {data.askable && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('action--ask')}
        </Button>
      )}
      {asking && data.askable && data.dueOn && (
        <AskExtension
          dossierId={dossierId}
          dueOn={data.dueOn}
          approvers={approversInWords(data.approvers, t)}
          onClose={() => setAsking(false)}
        />
      )}
      {deciding && <DecideExtension row={deciding} onClose={() => setDecidingId(undefined)} />}
    </section>
  );
}

/** One request in words: until when, why, and who has answered what. */
function Acts({ row, onDecide }: { row: ExtensionView; onDecide: () => void }) {
  const withdraw = useWithdrawRequest();
  return <RequestActs {...{ row, withdraw, onDecide }} />;
}

function RequestWords({ row }: { row: ExtensionView }) {
  const { t } = useTranslation('extensions');
  const dayWords = useDayWords();
  const { state, step, asker, newDueOn, dueOn, reason, closedOn = '', decider = '', answer, approvers } = row;
  const words = { asker, day: dayWords(newDueOn), before: dayWords(dueOn), decider, closedOn, answer };
  return (
    <>
      <span className={TONES[state]}>{t(`state--${state}-side`, words)}</span>
      {state === 'waiting' && (
        <b className="amber"> {t('state--waits', { count: row.waitingDays, day: row.askedOn })}</b>
      )}
      <small>
        {t(`label--step-${step}`)} · {t('label--because', { reason })}
      </small>
      {state === 'waiting' && <small>{approversInWords(approvers, t)}</small>}
    </>
  );
}

const TONES = { waiting: 'amber', granted: '', refused: 'late', withdrawn: 'quiet', lapsed: 'quiet' } as const;

/** Who can answer; or that nobody can, and whom to ask. */
export const approversInWords = (
  approvers: readonly string[],
  t: ReturnType<typeof useTranslation<'extensions'>>['t'],
): string =>
  approvers.length > 0 ? t('label--approvers', { names: approvers.join(t('label--comma')) }) : t('hint--noApprover');
