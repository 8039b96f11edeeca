import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SafeRow } from '../../../shared/api/safe.contract';
import type { TitleHandoverLine } from '../../../shared/api/title-handover.contract';

/** For each line on paper its compartment; `apart`: they are chosen one by one. */
export interface Places {
  safeId: number;
  compartmentId?: number | undefined;
  apart: boolean;
  of: Readonly<Record<number, number>>;
}

export const placeOf = (places: Places, lineId: number): number | undefined =>
  (places.apart ? places.of[lineId] : undefined) ?? places.compartmentId;

interface ChoosePlacesProps {
  safes: readonly SafeRow[];
  lines: readonly TitleHandoverLine[];
  places: Places;
  onChange: (places: Places) => void;
}

/** Where the titles go: a compartment in the picture of its safe, the same for all of them unless said otherwise. */
export function ChoosePlaces({ safes, lines, places, onChange }: ChoosePlacesProps) {
  const { t } = useTranslation('titleHandovers');
  const safe = safes.find(({ id }) => id === places.safeId);
  const options = safes.flatMap((its) =>
    its.compartments
      .filter(({ retiredOn }) => !retiredOn)
      .map(({ id, name }) => ({ value: id, label: `${its.name} ${name}` })),
  );
  return (
    <div className="title-places">
      {safes.length > 1 && (
        <Select
          value={places.safeId}
          aria-label={t('label--safe')}
          options={safes.map(({ id, name, place }) => ({ value: id, label: `${name} · ${place}` }))}
          onChange={(safeId) => onChange({ ...places, safeId, compartmentId: undefined })}
        />
      )}
      <fieldset className="title-safe">
        <legend>
          {safe?.name} <span className="quiet">{safe?.place}</span>
        </legend>
        {safe?.compartments
          .filter(({ retiredOn }) => !retiredOn)
          .map(({ id, name, row, col }) => (
            <label key={id} style={{ gridRow: row, gridColumn: col }}>
              <input
                type="radio"
                name="compartment"
                // biome-ignore lint/a11y/noAutofocus: where they go is asked first
                autoFocus={id === places.compartmentId}
                checked={id === places.compartmentId}
                aria-label={`${t('label--compartment')} ${name}`}
                onChange={() => onChange({ ...places, compartmentId: id })}
              />
              {name}
            </label>
          ))}
      </fieldset>
      {lines.length > 1 && (
        <Checkbox checked={places.apart} onChange={(event) => onChange({ ...places, apart: event.target.checked })}>
          {t('label--apart')}
        </Checkbox>
      )}
      {places.apart &&
        lines.map((line) => (
          <div key={line.id} className="title-place">
            <span>{line.certificateNo}</span>
            <Select
              size="small"
              value={placeOf(places, line.id)}
              options={options}
              aria-label={t('label--placeOf', { certificateNo: line.certificateNo })}
              onChange={(chosen: number) => onChange({ ...places, of: { ...places.of, [line.id]: chosen } })}
            />
          </div>
        ))}
    </div>
  );
}
