import './extension.css';
import { Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../shared/api/errors';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { ConfirmInWords } from '../ConfirmInWords';
import { SignField } from '../SignField';
import { useDayWords } from '../use-day-words';

/** A request as the approver signs it. */
interface Requested {
  asker: string;
  dueOn: string;
  newDueOn: string;
  reason: string;
  askedOn: string;
  waitingDays: number;
}

interface DecideMoreTimeProps {
  request: Requested;
  /** What it is about, line by line with its name. */
  about: readonly (readonly [string, string])[];
  /** Under which name the reason of a refusal outlasts the dialog. */
  draftKey: string;
  busy: boolean;
  error: AppError | null;
  onDecide: (
    its: { granted: boolean; answer: string; signature: string },
    then: { onSuccess: () => void; onError: () => void },
  ) => void;
  onClose: () => void;
}

/** The approver grants or refuses, and signs what he or she decides. */
export function DecideMoreTime({ request, about, draftKey, busy, error, onDecide, onClose }: DecideMoreTimeProps) {
  const { t } = useTranslation('extensions');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const [refusing, setRefusing] = useState(false);
  const [signature, setSignature] = useState('');
  const { draft: answer, keep, drop } = useDraft(draftKey, '');
  const ready = signature !== '' && (!refusing || answer.trim() !== '');
  const act = () => {
    if (!ready || busy) return;
    const told = {
      onError: () => setSignature(''),
      onSuccess: () => {
        drop();
        onClose();
      },
    };
    onDecide({ granted: !refusing, answer: refusing ? answer : '', signature }, told);
  };
  return (
    <ConfirmInWords
      open
      title={t('title--decide', { asker: request.asker })}
      act={t(refusing ? 'action--signRefusal' : 'action--signGrant')}
      final={refusing}
      busy={busy}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <RequestInFull request={request} about={about} />
      <Radio.Group
        value={refusing}
        className="extension-choice"
        aria-label={t('label--answer')}
        options={[
          { value: false, label: t('choice--grant') },
          { value: true, label: t('choice--refuse') },
        ]}
        onChange={(event) => setRefusing(event.target.value)}
      />
      {refusing && (
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          className="extension-answer"
          aria-label={t('label--refusal')}
          placeholder={t('label--refusal')}
          value={answer}
          onChange={(event) => keep(event.target.value)}
        />
      )}
      <SignField
        signer={me?.name ?? ''}
        role={t('label--approver')}
        value={signature}
        onChange={setSignature}
        error={errorText(error)}
        onSign={act}
        autoFocus={!refusing}
      />
    </ConfirmInWords>
  );
}

/** Everything that the approver signs, in words. */
function RequestInFull({ request, about }: Pick<DecideMoreTimeProps, 'request' | 'about'>) {
  const { t } = useTranslation('extensions');
  const dayWords = useDayWords();
  const { dueOn, newDueOn, reason, askedOn, waitingDays } = request;
  const lines: (readonly [string, string])[] = [
    ...about,
    [t('label--limit'), t('label--fromTo', { from: dayWords(dueOn, true), to: dayWords(newDueOn, true) })],
    [t('label--reason'), reason],
    [t('label--askedOn'), t('label--waitsSince', { day: askedOn, count: waitingDays })],
  ];
  return (
    <dl className="extension-what">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
