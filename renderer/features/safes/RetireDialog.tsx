import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useErrorText } from '../../api/use-error-text';
import { useDraft } from '../../app/session.store';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useRetire, useRetireCompartment } from './safes.queries';

interface RetireDialogProps {
  compartment?: { id: number; name: string };
  safe?: { id: number; name: string };
  onClose: () => void;
}

/** An empty compartment or a whole empty safe goes out of use, and why. */
export function RetireDialog({ compartment, safe, onClose }: RetireDialogProps) {
  const { t } = useTranslation('safes');
  const errorText = useErrorText();
  const retireCompartment = useRetireCompartment();
  const retireSafe = useRetire();
  const reason = useDraft(`retire/${safe ? 'safe' : 'compartment'}/${safe?.id ?? compartment?.id}`, '');
  const work = safe ? retireSafe : retireCompartment;
  const ready = reason.draft.trim() !== '' && !work.isPending;
  const act = () => {
    if (!ready) return;
    const onSuccess = () => {
      reason.drop();
      onClose();
    };
    if (safe) retireSafe.mutate({ safeId: safe.id, reason: reason.draft }, { onSuccess });
    else retireCompartment.mutate({ compartmentId: compartment?.id ?? 0, reason: reason.draft }, { onSuccess });
  };
  return (
    <ConfirmInWords
      open
      final
      title={safe ? t('title--retireSafe', { name: safe.name }) : t('title--retire', { name: compartment?.name })}
      act={t('action--retire')}
      busy={work.isPending}
      disabled={!ready}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet safe-gap">{safe ? t('hint--retireSafe') : t('hint--retire')}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        aria-label={t('label--because')}
        placeholder={t('label--because')}
        value={reason.draft}
        onChange={(event) => reason.keep(event.target.value)}
      />
      <Refusal>{errorText(work.error)}</Refusal>
    </ConfirmInWords>
  );
}
