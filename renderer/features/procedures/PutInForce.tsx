import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedProcedure } from '../../../shared/complaint/managed-procedure';
import type { Procedure } from '../../../shared/complaint/procedure';
import { useErrorText } from '../../api/use-error-text';
import { useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { SignField } from '../../ui/SignField';
import { Differences } from './Differences';
import { useRevise } from './procedures.queries';

interface PutInForceProps {
  its: EditedProcedure;
  draft: Procedure;
  onDone: (id: number) => void;
  onClose: () => void;
}

/** What the new version changes, what that means for open cases, and the signature. */
export function PutInForce({ its, draft, onDone, onClose }: PutInForceProps) {
  const { t } = useTranslation('procedures');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const [signature, setSignature] = useState('');
  const revise = useRevise();
  const isWrong = revise.error?.details.field === 'signature';
  const sign = () => {
    if (signature === '' || revise.isPending) return;
    const done = { onSuccess: ({ id }: { id: number }) => onDone(id), onError: () => setSignature('') };
    revise.mutate({ id: its.id, definition: draft, signature }, done);
  };
  return (
    <ConfirmInWords
      open
      title={t('title--putInForce', { title: draft.title, version: its.version + 1 })}
      act={t('action--sign')}
      disabled={signature === ''}
      busy={revise.isPending}
      onAct={sign}
      onClose={onClose}
    >
      <div className="procedure-changes">
        <Differences before={its.definition} after={draft} />
      </div>
      <p>{t('text--putInForce', { count: its.openCases })}</p>
      <SignField
        autoFocus
        signer={me?.name ?? ''}
        value={signature}
        onChange={setSignature}
        onSign={sign}
        {...(isWrong && { error: errorText(revise.error) ?? '' })}
      />
      <Refusal>{isWrong ? undefined : errorText(revise.error)}</Refusal>
    </ConfirmInWords>
  );
}
