import './place-fields.css';
import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../shared/api/dossier.contract';
import { client, useRead } from '../api/client';
import { useMay } from '../app/use-may';

const PLACE_PARTS = ['room', 'cabinet', 'shelf', 'box'] as const satisfies readonly (keyof Place)[];
type PlacePart = (typeof PLACE_PARTS)[number];

interface PlaceFieldsProps {
  value: Place;
  onChange: (place: Place) => void;
  autoFocus?: boolean;
}

/** Where a volume stands: room, cabinet, shelf, box, typed one after another; what there is already is offered. */
export function PlaceFields({ value, onChange, autoFocus }: PlaceFieldsProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  const known = useKnownPlaces(value);
  return (
    <div className="place-fields">
      {PLACE_PARTS.map((part, index) => (
        <div key={part}>
          <label htmlFor={`${id}-${part}`}>{t(`label--place-${part}`)}</label>
          <Input
            id={`${id}-${part}`}
            // The browser's own list of suggestions: it leaves what is typed, and where, as it is.
            list={`${id}-${part}-known`}
            autoComplete="off"
            value={value[part]}
            maxLength={20}
            autoFocus={autoFocus && index === 0}
            onChange={(event) => onChange({ ...value, [part]: event.target.value })}
          />
          <datalist id={`${id}-${part}-known`}>
            {known[part].map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </div>
      ))}
    </div>
  );
}

/** The names that go on from what is typed so far, those that it could become first. */
function useKnownPlaces(value: Place): Record<PlacePart, string[]> {
  const reads = useMay()('ledger.read');
  const cabinets = useRead(client.place.tree, {}, { enabled: reads }).data?.cabinets ?? [];
  const room = value.room.trim();
  const cabinet = value.cabinet.trim();
  const isKnown = cabinets.some((its) => its.room === room && its.cabinet === cabinet);
  const { data: boxes = [] } = useRead(client.place.cabinet, { room, cabinet }, { enabled: reads && isKnown });
  const like = (part: PlacePart, names: readonly string[]) => {
    const typed = value[part].trim();
    return [...new Set(names)].filter((name) => name !== typed && name.includes(typed)).slice(0, 12);
  };
  const onShelf = boxes.filter((its) => its.shelf === value.shelf.trim());
  return {
    room: like(
      'room',
      cabinets.map((its) => its.room),
    ),
    cabinet: like(
      'cabinet',
      cabinets.filter((its) => its.room === room).map((its) => its.cabinet),
    ),
    shelf: isKnown
      ? like(
          'shelf',
          boxes.map((its) => its.shelf),
        )
      : [],
    box: isKnown
      ? like(
          'box',
          onShelf.map((its) => its.box),
        )
      : [],
  };
}
