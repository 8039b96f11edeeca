import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PenaltyView, StatementWay } from '../../../shared/api/penalty.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { Kbd } from '../../ui/Kbd';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { useKeys } from '../../ui/use-keys';
import { useSay } from './penalties.queries';

/** The person says what he or she has to say; anybody else records it, or that nothing was said. Signed. */
export function Statement({ its }: { its: PenaltyView }) {
  const { t } = useTranslation('penalties');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const isMine = me?.staffId === its.staffId;
  const [recorded, setRecorded] = useState<StatementWay>('recorded');
  const way = isMine ? 'written' : recorded;
  const { draft: statement, keep, drop } = useDraft(`penalties/${its.id}/statement`, '');
  const [signature, setSignature] = useState('');
  const say = useSay();
  const ready = signature !== '' && !say.isPending;
  const act = () => {
    if (!ready) return;
    say.mutate({ id: its.id, way, statement, signature }, { onSuccess: drop, onError: () => setSignature('') });
  };
  useKeys({ 'ctrl+enter': act });
  const isSecret = say.error?.details.field === 'signature';
  return (
    <section className="penalty-form">
      <h2>{t('title--statement')}</h2>
      {!isMine && (
        <div className="field">
          <Radio.Group
            value={recorded}
            aria-label={t('label--statementWay')}
            options={(['recorded', 'refused'] as const).map((value) => ({ value, label: t(`way--${value}`) }))}
            onChange={(event) => setRecorded(event.target.value as StatementWay)}
          />
        </div>
      )}
      <div className="field">
        <Input.TextArea
          autoFocus={isMine}
          rows={4}
          maxLength={5_000}
          aria-label={t('label--statement')}
          placeholder={t(isMine ? 'hint--statement' : 'hint--recorded')}
          value={statement}
          onChange={(event) => keep(event.target.value)}
        />
      </div>
      <SignField
        signer={me?.name ?? ''}
        role={t(isMine ? 'label--person' : 'label--recorder')}
        value={signature}
        onChange={setSignature}
        onSign={act}
        {...(isSecret && { error: errorText(say.error) ?? '' })}
      />
      <Refusal>{isSecret ? undefined : errorText(say.error)}</Refusal>
      <div className="bar">
        <Button type="primary" loading={say.isPending} disabled={!ready} onClick={act}>
          {t('action--signStatement')} <Kbd>Ctrl Enter</Kbd>
        </Button>
      </div>
    </section>
  );
}
