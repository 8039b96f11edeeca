import '../../ui/extension/extension.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseExtensionView, RunningLimit } from '../../../shared/api/case-extension.contract';
import { AskMoreTime } from '../../ui/extension/AskMoreTime';
import { DecideMoreTime } from '../../ui/extension/DecideMoreTime';
import { approversInWords } from '../../ui/extension/ExtensionSide';
import { RequestActs } from '../../ui/extension/RequestActs';
import { useDayWords } from '../../ui/use-day-words';
import { useAskMore, useDecideMore, useExtensionsOfCase, useWithdrawMore } from './complaints.queries';

/** Requests for more time of one case: what waits and since when, what was decided, and the way to ask. */
export function CaseExtensions({ complaintId }: { complaintId: number }) {
  const { t } = useTranslation(['complaints', 'extensions']);
  const { data } = useExtensionsOfCase(complaintId);
  const [asking, setAsking] = useState<string>();
  const [decidingId, setDecidingId] = useState<number>();
  if (!data || (data.rows.length === 0 && !data.askable)) return null;
  const deciding = data.rows.find(({ id, decidable }) => id === decidingId && decidable);
  const asked = data.limits.find(({ code }) => code === asking);
  return (
    <div className="extension-side">
      <ul>
        {data.rows.map((row) => (
          <li key={row.id}>
            <RequestWords row={row} />
            <Acts row={row} onDecide={() => setDecidingId(row.id)} />
          </li>
        ))}
      </ul>
      {data.askable &&
        data.limits.map(({ code, title }) => (
          <Button key={code} size="small" onClick={() => setAsking(code)}>
            {data.limits.length > 1 ? t('action--askMore', { limit: title }) : t('extensions:action--ask')}
          </Button>
        ))}
      {asked && data.askable && <Ask complaintId={complaintId} limit={asked} onClose={() => setAsking(undefined)} />}
      {deciding && <Decide row={deciding} onClose={() => setDecidingId(undefined)} />}
    </div>
  );
}

const TONES = { waiting: 'amber', granted: '', refused: 'late', withdrawn: 'quiet', lapsed: 'quiet' } as const;

/** One request in words: of which limit, until when, why, and who has answered what. */
function Acts({ row, onDecide }: { row: CaseExtensionView; onDecide: () => void }) {
  const withdraw = useWithdrawMore();
  return <RequestActs {...{ row, withdraw, onDecide }} />;
}

function RequestWords({ row }: { row: CaseExtensionView }) {
  const { t } = useTranslation('extensions');
  const dayWords = useDayWords();
  const { state, limit, asker, newDueOn, dueOn, reason, closedOn = '', decider = '', answer, approvers } = row;
  const words = { asker, day: dayWords(newDueOn), before: dayWords(dueOn), decider, closedOn, answer };
  return (
    <>
      <span className={TONES[state]}>
        {state === 'lapsed' ? t('state--lapsed-case', words) : t(`state--${state}-side`, words)}
      </span>
      {state === 'waiting' && (
        <b className="amber"> {t('state--waits', { count: row.waitingDays, day: row.askedOn })}</b>
      )}
      <small>
        {limit} · {t('label--because', { reason })}
      </small>
      {state === 'waiting' && <small>{approversInWords(approvers, t)}</small>}
    </>
  );
}

interface AskProps {
  complaintId: number;
  limit: RunningLimit;
  onClose: () => void;
}

function Ask({ complaintId, limit: { code, title, dueOn }, onClose }: AskProps) {
  const ask = useAskMore();
  return (
    <AskMoreTime
      draftKey={`complaints/${complaintId}/more ${code}`}
      limit={title}
      dueOn={dueOn}
      busy={ask.isPending}
      onAsk={(asked, then) => ask.mutate({ complaintId, limit: code, ...asked }, then)}
      onClose={onClose}
    />
  );
}

function Decide({ row, onClose }: { row: CaseExtensionView; onClose: () => void }) {
  const { t } = useTranslation('complaints');
  const decide = useDecideMore();
  return (
    <DecideMoreTime
      request={row}
      about={[
        [t('label--complaint'), row.no],
        [t('label--deadline'), row.limit],
      ]}
      draftKey={`complaints/answer ${row.id}`}
      busy={decide.isPending}
      error={decide.error}
      onDecide={(its, then) => decide.mutate({ id: row.id, ...its }, then)}
      onClose={onClose}
    />
  );
}
