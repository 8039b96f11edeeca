import { Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BorrowingView } from '../../../../shared/api/borrowing-slip.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useSession } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { SignField } from '../../../ui/SignField';
import { useDecideRenewal } from '../borrowing.queries';

/** Who approves the slip decides on more time as well. */
export function DecideRenewal({ its, onClose }: { its: BorrowingView; onClose: () => void }) {
  const { t } = useTranslation('borrowing');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const decide = useDecideRenewal();
  const [granted, setGranted] = useState(true);
  const [opinion, setOpinion] = useState('');
  const [signature, setSignature] = useState('');
  const waits = its.renewals.find(({ state }) => state === 'waiting');
  const ready = signature !== '' && (granted || opinion.trim() !== '') && !decide.isPending;
  const act = () => {
    if (!ready || !waits) return;
    const onError = () => setSignature('');
    decide.mutate({ renewalId: waits.id, granted, opinion, signature }, { onSuccess: onClose, onError });
  };
  if (!waits) return null;
  return (
    <ConfirmInWords
      open
      title={t('title--decideRenewal', { no: its.no ?? '' })}
      act={t(granted ? 'action--signApprove' : 'action--signReject')}
      final={!granted}
      busy={decide.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="borrowing-gap">
        {t('text--renewalAsks', { name: waits.asker, from: waits.fromDueOn, to: waits.newDueOn, reason: waits.reason })}
      </p>
      <div className="field">
        <Segmented
          value={granted ? 'yes' : 'no'}
          aria-label={t('label--decision')}
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`decision--${value}`) }))}
          onChange={(value) => setGranted(value === 'yes')}
        />
      </div>
      <div className="field">
        <Input
          autoFocus
          maxLength={500}
          aria-label={t('label--opinion')}
          placeholder={t(granted ? 'hint--opinion' : 'hint--rejection')}
          value={opinion}
          onChange={(event) => setOpinion(event.target.value)}
        />
      </div>
      <SignField
        signer={me?.name ?? ''}
        role={t('role--renewer')}
        value={signature}
        onChange={setSignature}
        error={errorText(decide.error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
