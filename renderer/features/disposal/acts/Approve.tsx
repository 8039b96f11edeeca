import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisposalView } from '../../../../shared/api/disposal.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useSession } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { SignField } from '../../../ui/SignField';
import { useApprove } from '../disposal.queries';

const HINTS = {
  appraisal: 'hint--approveAppraisal',
  destruction: 'hint--approveDestruction',
  transfer: 'hint--approveTransfer',
} as const;

/** An executive signs that it is so decided. */
export function Approve({ its, onClose }: { its: DisposalView; onClose: () => void }) {
  const { t } = useTranslation('disposal');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const approve = useApprove();
  const [signature, setSignature] = useState('');
  const act = () => {
    if (signature === '' || approve.isPending) return;
    approve.mutate({ id: its.id, signature }, { onSuccess: onClose, onError: () => setSignature('') });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--approve', { no: its.no })}
      act={t('action--signAndApprove')}
      busy={approve.isPending}
      disabled={signature === ''}
      onAct={act}
      onClose={onClose}
    >
      <p className="disposal-gap">
        {t(HINTS[its.kind] as 'hint--approveTransfer', { count: its.dossiers, receiver: its.receiver })}
      </p>
      <SignField
        signer={me?.name ?? ''}
        role={t('role--approver')}
        value={signature}
        onChange={setSignature}
        error={errorText(approve.error)}
        onSign={act}
        autoFocus
      />
    </ConfirmInWords>
  );
}
