import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BorrowingView } from '../../../../shared/api/borrowing-slip.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useDraft, useSession } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { SignField } from '../../../ui/SignField';
import { useApprove, useReject } from '../borrowing.queries';

/** Who may approve signs yes, or no with the reason. */
export function Decide({ its, approves, onClose }: { its: BorrowingView; approves: boolean; onClose: () => void }) {
  const { t } = useTranslation('borrowing');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const [approve, reject] = [useApprove(), useReject()];
  const work = approves ? approve : reject;
  const { draft: opinion, keep, drop } = useDraft(`borrowing/opinion/${its.id}`, '');
  const [signature, setSignature] = useState('');
  const ready = signature !== '' && (approves || opinion.trim() !== '') && !work.isPending;
  const act = () => {
    if (!ready) return;
    const onSuccess = () => {
      drop();
      onClose();
    };
    work.mutate({ id: its.id, opinion, signature }, { onSuccess, onError: () => setSignature('') });
  };
  return (
    <ConfirmInWords
      open
      title={t(approves ? 'title--approve' : 'title--reject', { no: its.no ?? '' })}
      act={t(approves ? 'action--signApprove' : 'action--signReject')}
      final={!approves}
      busy={work.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="borrowing-gap">
        {t('text--asks', { borrower: its.borrower, count: its.things, day: its.dueOn, purpose: its.purpose })}
      </p>
      <div className="field">
        <Input.TextArea
          rows={2}
          maxLength={500}
          autoFocus
          aria-label={t('label--opinion')}
          placeholder={t(approves ? 'hint--opinion' : 'hint--rejection')}
          value={opinion}
          onChange={(event) => keep(event.target.value.replace(/\n/g, ' '))}
        />
      </div>
      <SignField
        signer={me?.name ?? ''}
        role={t('role--approver')}
        value={signature}
        onChange={setSignature}
        error={errorText(work.error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
