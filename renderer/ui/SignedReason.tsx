import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import type { AppError } from '../../shared/api/errors';
import { useErrorText } from '../api/use-error-text';
import { useDraft, useSession } from '../app/session.store';
import { ConfirmInWords } from './ConfirmInWords';
import { SignField } from './SignField';

interface SignedReasonProps {
  title: string;
  act: string;
  /** What will be so afterwards. */
  children: ReactNode;
  reasonLabel: string;
  /** As what the person signs. */
  role: string;
  /** Under which name the reason outlasts the dialog. */
  draftKey: string;
  busy: boolean;
  error: AppError | null;
  onSign: (signed: { reason: string; signature: string }, then: { onSuccess: () => void; onError: () => void }) => void;
  onClose: () => void;
}

/** Something final that whoever is signed in gives a reason for, and signs alone. */
export function SignedReason({ children, reasonLabel, role, draftKey, error, onSign, ...dialog }: SignedReasonProps) {
  const { busy, onClose } = dialog;
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const { draft: reason, keep, drop } = useDraft(draftKey, '');
  const [signature, setSignature] = useState('');
  const ready = reason.trim() !== '' && signature !== '' && !busy;
  const act = () => {
    if (!ready) return;
    const onSuccess = () => {
      drop();
      onClose();
    };
    onSign({ reason, signature }, { onSuccess, onError: () => setSignature('') });
  };
  return (
    <ConfirmInWords open final disabled={!ready} {...dialog} onAct={act}>
      {children}
      <div className="field">
        <Input.TextArea
          autoFocus
          rows={3}
          maxLength={500}
          aria-label={reasonLabel}
          placeholder={reasonLabel}
          value={reason}
          onChange={(event) => keep(event.target.value)}
        />
      </div>
      <SignField
        signer={me?.name ?? ''}
        role={role}
        value={signature}
        onChange={setSignature}
        error={errorText(error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
