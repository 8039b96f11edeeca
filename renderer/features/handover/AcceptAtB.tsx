import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { SignField } from '../../ui/SignField';
import { useAcceptAtB } from './handover.queries';

/** B signs that the papers are there as listed. */
export function AcceptAtB({ handover, onClose }: { handover: HandoverView; onClose: () => void }) {
  const { t } = useTranslation('handover');
  const errorText = useErrorText();
  const accept = useAcceptAtB();
  const [signature, setSignature] = useState('');
  const act = () => {
    if (signature === '' || accept.isPending) return;
    accept.mutate({ id: handover.id, signature }, { onSuccess: onClose, onError: () => setSignature('') });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--acceptAtB', { giver: handover.giver })}
      act={t('action--signAndAccept')}
      busy={accept.isPending}
      disabled={signature === ''}
      onAct={act}
      onClose={onClose}
    >
      <p className="accept-what">
        {t('hint--acceptWhat', { dossier: handover.dossier, items: handover.itemCount, pages: handover.pageCount })}
      </p>
      <SignField
        signer={handover.bManager}
        role={t('label--role-b')}
        value={signature}
        onChange={setSignature}
        error={errorText(accept.error)}
        onSign={act}
        autoFocus
      />
    </ConfirmInWords>
  );
}
