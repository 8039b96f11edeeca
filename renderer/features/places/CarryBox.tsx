import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../../shared/api/dossier.contract';
import type { BoxRow } from '../../../shared/api/place.contract';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { PlaceFields } from '../../ui/PlaceFields';
import { Refusal } from '../../ui/Refusal';
import { useMerge, useMoveBox } from './places.queries';
import { lookAt } from './places.store';

const addressOf = ({ room, cabinet, shelf, box }: Place): Place => ({ room, cabinet, shelf, box });

/** Carries a box with all that belongs into it elsewhere; where a box of that name stands already, the two may become one. */
export function CarryBox({ box, onClose }: { box: BoxRow; onClose: () => void }) {
  const { t } = useTranslation('places');
  const errorText = useErrorText();
  const move = useMoveBox();
  const merge = useMerge();
  const from = addressOf(box);
  const [to, setTo] = useState<Place>(from);
  const taken = move.error?.reason === 'placeTaken';
  const whole = Object.values(to).every((part) => part.trim() !== '');
  const changed = JSON.stringify(to) !== JSON.stringify(from);
  const busy = move.isPending || merge.isPending;
  const done = () => {
    lookAt({ room: to.room.trim(), cabinet: to.cabinet.trim() });
    onClose();
  };
  const act = () => {
    if (!whole || !changed || busy) return;
    if (taken) merge.mutate({ from, into: to }, { onSuccess: done });
    else move.mutate({ id: box.id, ...to }, { onSuccess: done });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--moveBox', { box: Object.values(from).join(' ') })}
      act={t(taken ? 'action--mergeBoxes' : 'action--moveBox')}
      final={taken}
      busy={busy}
      disabled={!whole || !changed}
      onAct={act}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <p>{t('hint--moveBox', { count: box.dossiers + box.lent })}</p>
        <PlaceFields
          autoFocus
          value={to}
          onChange={(place) => {
            move.reset();
            setTo(place);
          }}
        />
        <button type="submit" hidden />
      </form>
      {taken && <p className="amber">{t('hint--mergeBoxes', { place: Object.values(to).join(' ') })}</p>}
      <Refusal>{errorText(merge.error ?? (taken ? null : move.error))}</Refusal>
    </ConfirmInWords>
  );
}
