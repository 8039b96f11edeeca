import { Input, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BoxRow, PLACE_LEVELS, type PlaceLevel, type PlaceNode } from '../../../shared/api/place.contract';
import { useErrorText } from '../../api/use-error-text';
import { ConfirmInWords } from '../../ui/ConfirmInWords';
import { Refusal } from '../../ui/Refusal';
import { useMerge, useRename } from './places.queries';
import { lookAt } from './places.store';

/** The room, cabinet, shelf or box of this one, from the room down. */
const nodeAt = (box: BoxRow, level: PlaceLevel): PlaceNode => {
  const upTo = PLACE_LEVELS.slice(0, PLACE_LEVELS.indexOf(level) + 1);
  return Object.fromEntries(upTo.map((its) => [its, box[its]])) as PlaceNode;
};

/** Calls a room, cabinet, shelf or box otherwise; where there is one of that name already, the two may become one. */
export function RenamePlace({ box, onClose }: { box: BoxRow; onClose: () => void }) {
  const { t } = useTranslation(['places', 'ui']);
  const errorText = useErrorText();
  const id = useId();
  const rename = useRename();
  const merge = useMerge();
  const [level, setLevel] = useState<PlaceLevel>('cabinet');
  const [name, setName] = useState(box.cabinet);
  const taken = rename.error?.reason === 'placeTaken';
  const typed = name.trim();
  const whole = typed !== '' && typed !== box[level];
  const busy = rename.isPending || merge.isPending;
  const done = () => {
    const { room, cabinet } = { ...nodeAt(box, 'cabinet'), [level]: typed } as PlaceNode;
    lookAt({ room, cabinet: cabinet ?? box.cabinet }, box.id);
    onClose();
  };
  const act = () => {
    const from = nodeAt(box, level);
    if (!whole || busy) return;
    if (taken) merge.mutate({ from, into: { ...from, [level]: typed } }, { onSuccess: done });
    else rename.mutate({ ...from, name: typed }, { onSuccess: done });
  };
  return (
    <ConfirmInWords
      open
      title={t('title--rename')}
      act={t(taken ? 'action--merge' : 'action--rename')}
      final={taken}
      busy={busy}
      disabled={!whole}
      onAct={act}
      onClose={onClose}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          act();
        }}
      >
        <Radio.Group
          className="rename-level"
          value={level}
          options={PLACE_LEVELS.map((value) => ({
            value,
            label: t('label--levelAndName', { level: t(`ui:label--place-${value}`), name: box[value] }),
          }))}
          onChange={({ target }) => {
            rename.reset();
            setLevel(target.value as PlaceLevel);
            setName(box[target.value as PlaceLevel]);
          }}
        />
        <div className="field">
          <label htmlFor={id}>{t('label--newName')}</label>
          <Input
            id={id}
            autoFocus
            maxLength={20}
            value={name}
            onChange={(event) => {
              rename.reset();
              setName(event.target.value);
            }}
          />
        </div>
      </form>
      {taken && <p className="amber">{t('hint--merge', { name: typed })}</p>}
      <Refusal>{errorText(merge.error ?? (taken ? null : rename.error))}</Refusal>
    </ConfirmInWords>
  );
}
