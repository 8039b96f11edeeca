import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { SignField } from '../../ui/SignField';
import { useWithdraw } from './handover.queries';

/** The giver takes the list back while nobody has accepted it. */
export function Withdraw({ handover, onClose }: { handover: HandoverView; onClose: () => void }) {
  const { t } = useTranslation('handover');
  const errorText = useErrorText();
  const withdraw = useWithdraw();
  const [signature, setSignature] = useState('');
  const { draft: reason, keep, drop } = useDraft(`withdraw/${handover.id}`, '');
  const ready = reason.trim() !== '' && signature !== '';
  const act = () => {
    if (!ready || withdraw.isPending) return;
    const done = () => {
      drop();
      onClose();
    };
    withdraw.mutate({ id: handover.id, reason, signature }, { onSuccess: done, onError: () => setSignature('') });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--withdraw', { no: handover.no })}
      act={t('action--signAndWithdraw')}
      final
      busy={withdraw.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--withdraw', { giver: handover.giver })}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        showCount
        className="send-back-reason"
        aria-label={t('label--withdrawReason')}
        placeholder={t('label--withdrawReason')}
        value={reason}
        onChange={(event) => keep(event.target.value)}
      />
      <SignField
        signer={handover.giver}
        role={t('label--role-giver')}
        value={signature}
        onChange={setSignature}
        error={errorText(withdraw.error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
