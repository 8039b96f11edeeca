import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PenaltyView } from '../../../shared/api/penalty.contract';
import { readDay } from '../../../shared/entry/read-entry';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { DayField } from '../../ui/DayField';
import { Kbd } from '../../ui/Kbd';
import { Labelled } from '../../ui/Labelled';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useKeys } from '../../ui/use-keys';
import { useDecide, useToday } from './penalties.queries';

interface Draft {
  granted: boolean;
  opinion: string;
  effectiveOn?: string;
}

/** Whoever is free of the matter agrees or does not, and signs. */
export function Decide({ its }: { its: PenaltyView }) {
  const { t } = useTranslation('penalties');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const { data } = useToday();
  const { draft, keep, drop } = useDraft<Draft>(`penalties/${its.id}/decide`, { granted: true, opinion: '' });
  const [signature, setSignature] = useState('');
  const decide = useDecide();
  const ready = signature !== '' && !decide.isPending;
  const typed = draft.effectiveOn ?? data?.today;
  const act = () => {
    if (!ready) return;
    const effectiveOn = typed === undefined ? undefined : readDay(typed);
    const input = { id: its.id, granted: draft.granted, opinion: draft.opinion, signature };
    decide.mutate(
      { ...input, ...(draft.granted && effectiveOn && { effectiveOn }) },
      { onSuccess: drop, onError: () => setSignature('') },
    );
  };
  useKeys({ 'ctrl+enter': act });
  const isSecret = decide.error?.details.field === 'signature';
  return (
    <section className="penalty-form">
      <h2>{t('title--decide')}</h2>
      <div className="field">
        <Radio.Group
          value={draft.granted}
          aria-label={t('label--decision')}
          onChange={(event) => keep({ ...draft, granted: event.target.value as boolean })}
        >
          <Radio value={true} autoFocus>
            {t('choice--agree')}
          </Radio>
          <Radio value={false}>{t('choice--disagree')}</Radio>
        </Radio.Group>
      </div>
      {draft.granted && (
        <Labelled id="effectiveOn" label={t('label--effectiveOn')}>
          <DayField
            id="effectiveOn"
            value={typed}
            onChange={(effectiveOn) => keep({ ...draft, effectiveOn: effectiveOn ?? '' })}
          />
        </Labelled>
      )}
      <Labelled id="opinion" label={t('label--opinion')} {...(draft.granted && { hint: t('hint--optional') })}>
        <Input.TextArea
          id="opinion"
          rows={2}
          maxLength={500}
          value={draft.opinion}
          onChange={(event) => keep({ ...draft, opinion: event.target.value })}
        />
      </Labelled>
      <SignField
        signer={me?.name ?? ''}
        role={t('label--decider')}
        value={signature}
        onChange={setSignature}
        onSign={act}
        {...(isSecret && { error: errorText(decide.error) ?? '' })}
      />
      <Refusal>{isSecret ? undefined : errorText(decide.error)}</Refusal>
      <div className="bar">
        <Button type="primary" loading={decide.isPending} disabled={!ready} onClick={act}>
          {t(draft.granted ? 'action--signAgreement' : 'action--signRefusal')} <Kbd>Ctrl Enter</Kbd>
        </Button>
      </div>
    </section>
  );
}
