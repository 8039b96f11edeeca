import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TitleHandoverLine, TitleHandoverView } from '../../../shared/api/title-handover.contract';
import { useErrorText } from '../../api/use-error-text';
import { useDraft, useSession } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { SignField } from '../../ui/SignField';
import { agrees, isCompared } from './compare';
import { useSendBack, useWithdraw } from './title-handovers.queries';
import { useDifferenceWords } from './use-difference-words';

const LONGEST_REASON = 500;

interface ReasonDialogProps {
  what: 'sendBack' | 'withdraw';
  handover: TitleHandoverView;
  lines: readonly TitleHandoverLine[];
  onClose: () => void;
}

/** Back to A with the reason and the custodian's signature, or taken back by A. */
export function ReasonDialog({ what, handover, lines, onClose }: ReasonDialogProps) {
  const { t } = useTranslation('titleHandovers');
  const errorText = useErrorText();
  const words = useDifferenceWords();
  const me = useSession((session) => session.me);
  const doing = { sendBack: useSendBack(), withdraw: useWithdraw() }[what];
  const [signature, setSignature] = useState('');
  const differences = lines
    .filter((line) => isCompared(line) && !agrees(line))
    .map((line) => t('label--differenceOf', { name: line.name, certificateNo: line.certificateNo, what: words(line) }));
  const begin = what === 'sendBack' ? differences.join('\n').slice(0, LONGEST_REASON) : '';
  const reason = useDraft(`titleHandover/${what}/${handover.id}`, begin);
  const ready = reason.draft.trim() !== '' && signature !== '' && !doing.isPending;
  const act = () => {
    if (!ready) return;
    const done = () => {
      reason.drop();
      onClose();
    };
    doing.mutate(
      { id: handover.id, reason: reason.draft, signature },
      { onSuccess: done, onError: () => setSignature('') },
    );
  };
  const { a, no } = handover;
  return (
    <ConfirmInWords
      open
      title={what === 'sendBack' ? t('title--sendBack', { a }) : t('title--withdraw', { no })}
      act={t(what === 'sendBack' ? 'action--signAndSendBack' : 'action--signAndWithdraw')}
      final
      busy={doing.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t(`hint--${what}`, { a })}</p>
      <Input.TextArea
        autoFocus
        rows={4}
        maxLength={LONGEST_REASON}
        showCount
        className="title-reason"
        aria-label={t('label--reason')}
        placeholder={t('label--reason')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
      />
      <SignField
        signer={what === 'withdraw' ? a : (me?.name ?? '')}
        role={t(what === 'withdraw' ? 'role--a' : 'role--custodian')}
        value={signature}
        onChange={setSignature}
        error={errorText(doing.error)}
        onSign={act}
      />
    </ConfirmInWords>
  );
}
