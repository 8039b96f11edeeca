import { useTranslation } from 'react-i18next';
import type { StocktakeRow } from '../../../shared/api/stocktake.contract';
import { StateWord, type Tone } from '../../ui/StateWord';

const TONES: Readonly<Record<StocktakeRow['state'], Tone>> = {
  counting: 'wait',
  counted: 'out',
  closed: 'done',
  abandoned: 'plain',
};

/** How far a stocktake is, in a word. */
export function StocktakeState({ its }: { its: StocktakeRow }) {
  const { t } = useTranslation('stocktakes');
  const word = its.state === 'counted' && its.unexplained === 0 ? 'decide' : its.state;
  return <StateWord tone={TONES[its.state]}>{t(`state--${word}`)}</StateWord>;
}
