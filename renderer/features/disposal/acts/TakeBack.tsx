import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DisposalLineView, DisposalView } from '../../../../shared/api/disposal.contract';
import { useErrorText } from '../../../api/use-error-text';
import { useDraft } from '../../../app/session.store';
import { ConfirmInWords } from '../../../ui/ConfirmInWords';
import { PlaceFields } from '../../../ui/PlaceFields';
import { Refusal } from '../../../ui/Refusal';
import { useTakeBack } from '../disposal.queries';

interface TakeBackProps {
  its: DisposalView;
  line: DisposalLineView;
  onClose: () => void;
}

const BLANK = { reason: '', place: { room: '', cabinet: '', shelf: '', box: '' } };

/** A dossier is back from outside: why, and where it stands now. */
export function TakeBack({ its, line, onClose }: TakeBackProps) {
  const { t } = useTranslation('disposal');
  const errorText = useErrorText();
  const takeBack = useTakeBack();
  const { draft, keep, drop } = useDraft(`takeBack/${line.id}`, BLANK);
  const whole = [draft.reason, ...Object.values(draft.place)].every((entry) => entry.trim() !== '');
  const act = () => {
    if (!whole || takeBack.isPending) return;
    const done = () => {
      drop();
      onClose();
    };
    takeBack.mutate({ id: its.id, dossierId: line.dossierId, ...draft }, { onSuccess: done });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--takeBack', { dossier: line.archiveNo })}
      act={t('action--takeBack')}
      busy={takeBack.isPending}
      disabled={!whole}
      onAct={act}
      onClose={onClose}
    >
      <p className="quiet">{t('hint--takeBack')}</p>
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        className="disposal-gap"
        aria-label={t('label--because')}
        placeholder={t('label--because')}
        value={draft.reason}
        onChange={(event) => keep({ ...draft, reason: event.target.value })}
      />
      <PlaceFields value={draft.place} onChange={(place) => keep({ ...draft, place: { ...place } })} />
      <Refusal>{errorText(takeBack.error)}</Refusal>
    </ConfirmInWords>
  );
}
