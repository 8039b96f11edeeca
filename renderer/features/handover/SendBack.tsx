import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { SignField } from '../../ui/SignField';
import { type CheckedItem, isDifferent } from './check.rules';
import { useSendBack } from './handover.queries';

interface SendBackProps {
  handover: HandoverView;
  items: readonly CheckedItem[];
  onClose: () => void;
}

const LONGEST_REASON = 500;

/** Not accepted: back to the giver, with the reason and the receiver's signature. */
export function SendBack({ handover, items, onClose }: SendBackProps) {
  const { t } = useTranslation('handover');
  const errorText = useErrorText();
  const me = useSession((session) => session.me);
  const sendBack = useSendBack();
  const [signature, setSignature] = useState('');
  const differences = items.filter(isDifferent).map(({ item, pagesFound, remark }) =>
    t('label--difference', {
      title: item.title,
      expected: item.pages,
      found: pagesFound ?? 0,
      remark: remark && t('label--inBrackets', { remark }),
    }),
  );
  const reason = useDraft(`sendBack/${handover.id}`, differences.join('\n').slice(0, LONGEST_REASON));
  const ready = reason.draft.trim() !== '' && signature !== '' && !sendBack.isPending;
  const act = () => {
    if (!ready) return;
    const done = () => {
      reason.drop();
      onClose();
    };
    sendBack.mutate(
      { id: handover.id, reason: reason.draft, signature },
      { onSuccess: done, onError: () => setSignature('') },
    );
  };
  return (
    <ConfirmInWords
      open
      title={t('title--sendBack', { giver: handover.giver })}
      act={t('action--signAndSendBack')}
      final
      busy={sendBack.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--sendBack')}</p>
      <Input.TextArea
        autoFocus
        rows={5}
        maxLength={LONGEST_REASON}
        showCount
        className="send-back-reason"
        aria-label={t('label--reason')}
        placeholder={t('label--reason')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
      />
      <SignField
        signer={me?.name ?? ''}
        role={t(handover.kind === 'aToB' ? 'label--role-b' : 'label--role-archivist')}
        value={signature}
        onChange={setSignature}
        error={errorText(sendBack.error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
