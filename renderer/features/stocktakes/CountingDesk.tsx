import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StocktakeView } from '../../../shared/api/stocktake.contract';
import { CompartmentChoice } from './CompartmentChoice';
import { CountField } from './CountField';
import { DrawnList } from './DrawnList';
import { EntryList } from './EntryList';

/** At the safe with a scanner: a compartment, then one certificate after another, against a list that nobody sees. */
export function CountingDesk({ its, counts }: { its: StocktakeView; counts: boolean }) {
  const { t } = useTranslation('stocktakes');
  const [chosen, setChosen] = useState(() => its.entries[0]?.compartmentId ?? its.compartments[0]?.id);
  const compartment = its.compartments.find(({ id }) => id === chosen);
  return (
    <>
      {counts && compartment ? (
        <CountField its={its} compartment={compartment} onCompartment={setChosen} />
      ) : (
        <p className="quiet">{t('hint--notACounter', { first: its.firstCounter, second: its.secondCounter })}</p>
      )}
      <CompartmentChoice compartments={its.compartments} chosen={chosen} onChoose={setChosen} />
      <div className="page-scroll">
        {its.drawn.length > 0 && <DrawnList drawn={its.drawn} />}
        <EntryList entries={its.entries} counted={its.counted} />
      </div>
    </>
  );
}
