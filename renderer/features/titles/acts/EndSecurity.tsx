import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Security, TitleView } from '../../../../shared/api/title.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useDraft, useSession } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { SignField } from '../../../ui/SignField';
import { useEndSecurity } from '../titles.queries';

/** An executive frees a title from a contract that goes on, and signs for it. */
export function EndSecurity({ its, security, onClose }: { its: TitleView; security: Security; onClose: () => void }) {
  const { t } = useTranslation('titles');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const end = useEndSecurity();
  const { draft: reason, keep, drop } = useDraft(`title/endSecurity/${security.id}`, '');
  const [signature, setSignature] = useState('');
  const ready = reason.trim() !== '' && signature !== '' && !end.isPending;
  const act = () => {
    if (!ready) return;
    const onSuccess = () => {
      drop();
      onClose();
    };
    end.mutate(
      { titleId: its.id, projectId: security.projectId, reason, signature },
      { onSuccess, onError: () => setSignature('') },
    );
  };
  return (
    <ConfirmInWords
      open
      title={t('title--endSecurity', { no: its.certificateNo })}
      act={t('sign--endSecurity')}
      final
      busy={end.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="act-hint">{t('hint--endSecurity', { contractNo: security.contractNo })}</p>
      <div className="field">
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          aria-label={t('label--reason')}
          placeholder={t('label--reason')}
          value={reason}
          onChange={(event) => keep(event.target.value)}
        />
      </div>
      <SignField
        signer={me?.name ?? ''}
        role={t('role--executive')}
        value={signature}
        onChange={setSignature}
        error={errorText(end.error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
