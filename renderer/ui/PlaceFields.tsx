import './place-fields.css';
import { Input } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Place } from '../../shared/api/dossier.contract';

const PLACE_PARTS = ['room', 'cabinet', 'shelf', 'box'] as const satisfies readonly (keyof Place)[];

interface PlaceFieldsProps {
  value: Place;
  onChange: (place: Place) => void;
  autoFocus?: boolean;
}

/** Where a volume stands: room, cabinet, shelf, box, typed one after another. */
export function PlaceFields({ value, onChange, autoFocus }: PlaceFieldsProps) {
  const { t } = useTranslation('ui');
  const id = useId();
  return (
    <div className="place-fields">
      {PLACE_PARTS.map((part, index) => (
        <div key={part}>
          <label htmlFor={`${id}-${part}`}>{t(`label--place-${part}`)}</label>
          <Input
            id={`${id}-${part}`}
            value={value[part]}
            maxLength={20}
            autoFocus={autoFocus && index === 0}
            onChange={(event) => onChange({ ...value, [part]: event.target.value })}
          />
        </div>
      ))}
    </div>
  );
}
