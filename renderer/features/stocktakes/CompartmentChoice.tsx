import { useTranslation } from 'react-i18next';
import type { CountedCompartment } from '../../../shared/api/stocktake.contract';

interface CompartmentChoiceProps {
  compartments: readonly CountedCompartment[];
  chosen: number | undefined;
  onChoose: (id: number) => void;
}

/** The compartments safe by safe with what was counted in each; which of them lies open is marked. */
export function CompartmentChoice({ compartments, chosen, onChoose }: CompartmentChoiceProps) {
  const { t } = useTranslation('stocktakes');
  const safes = [...new Map(compartments.map(({ safeId, safe }) => [safeId, safe]))];
  return (
    <div className="count-safes">
      {safes.map(([safeId, safe]) => (
        <fieldset key={safeId} className="count-safe">
          <legend>{safe}</legend>
          {compartments
            .filter((its) => its.safeId === safeId)
            .map((its) => (
              <button
                key={its.id}
                type="button"
                className="count-compartment"
                aria-pressed={its.id === chosen}
                onClick={() => onChoose(its.id)}
              >
                <span>{its.name}</span>
                <b>{t('label--pieces', { count: its.counted })}</b>
              </button>
            ))}
        </fieldset>
      ))}
    </div>
  );
}
