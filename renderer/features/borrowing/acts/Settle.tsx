import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BorrowingLine, BorrowingView } from '../../../../shared/api/borrowing-slip.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useDraft, useSession } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { SignField } from '../../../ui/SignField';
import { useSettle } from '../borrowing.queries';

/** What is missing will not come back: who approves such slips gives it up, and signs for it. */
export function Settle({ its, line, onClose }: { its: BorrowingView; line: BorrowingLine; onClose: () => void }) {
  const { t } = useTranslation('borrowing');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const settle = useSettle();
  const { draft: reason, keep, drop } = useDraft(`borrowing/settle/${line.id}`, '');
  const [signature, setSignature] = useState('');
  const ready = reason.trim() !== '' && signature !== '' && !settle.isPending;
  const act = () => {
    if (!ready) return;
    const onSuccess = () => {
      drop();
      onClose();
    };
    settle.mutate({ lineId: line.id, reason, signature }, { onSuccess, onError: () => setSignature('') });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--settle', { no: its.no ?? '' })}
      act={t('action--settle')}
      final
      busy={settle.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="borrowing-gap">{t('hint--settle', { name: line.name, count: line.quantity - line.found })}</p>
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
        role={t('role--settler')}
        value={signature}
        onChange={setSignature}
        error={errorText(settle.error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
