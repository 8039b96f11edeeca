import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisposalView } from '../../../../shared/api/disposal.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useDraft, useSession } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { SignField } from '../../../ui/SignField';
import { useRefuse } from '../disposal.queries';

/** An executive signs that it is not approved, and why. */
export function Refuse({ its, onClose }: { its: DisposalView; onClose: () => void }) {
  const { t } = useTranslation('disposal');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const refuse = useRefuse();
  const [signature, setSignature] = useState('');
  const reason = useDraft(`refuse/${its.id}`, '');
  const ready = reason.draft.trim() !== '' && signature !== '' && !refuse.isPending;
  const act = () => {
    if (!ready) return;
    const done = () => {
      reason.drop();
      onClose();
    };
    refuse.mutate(
      { id: its.id, reason: reason.draft, signature },
      { onSuccess: done, onError: () => setSignature('') },
    );
  };
  return (
    <ConfirmInWords
      open
      title={t('title--refuse', { no: its.no })}
      act={t('action--signAndRefuse')}
      final
      busy={refuse.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--refuse')}</p>
      <Input.TextArea
        autoFocus
        rows={4}
        maxLength={500}
        className="disposal-gap"
        aria-label={t('label--because')}
        placeholder={t('label--because')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
      />
      <SignField
        signer={me?.name ?? ''}
        role={t('role--approver')}
        value={signature}
        onChange={setSignature}
        error={errorText(refuse.error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
