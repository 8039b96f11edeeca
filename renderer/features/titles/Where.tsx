import { useTranslation } from 'react-i18next';
import type { Standing } from '../../../shared/api/title.contract';
import { StateWord, type Tone } from '../../ui/StateWord';
import { useToday } from './titles.queries';

const TONES: Readonly<Record<Standing['place'], Tone>> = {
  outside: 'plain',
  safe: 'done',
  electronic: 'done',
  lent: 'out',
  registration: 'out',
  missing: 'late',
  exchanged: 'plain',
  released: 'plain',
};

/** Where pieces of a title are, in words: each place once, past its day in red. */
export function Where({ standings, short }: { standings: readonly Standing[]; short?: boolean }) {
  const { t } = useTranslation('titles');
  const today = useToday();
  if (standings.length === 0) return <StateWord tone="plain">{t('where--outside')}</StateWord>;
  const several = standings.length > 1;
  return standings.map((its) => {
    const late = its.dueOn !== undefined && today !== undefined && its.dueOn < today;
    const words = its.place === 'safe' ? `${its.safe} ${its.compartment}` : t(`where--${its.place}`);
    const more =
      its.dueOn && t(late ? 'label--wasDue' : 'label--dueBy', { day: short ? its.dueOn.slice(5) : its.dueOn });
    return (
      <StateWord key={`${its.place} ${its.compartmentId ?? ''}`} tone={late ? 'late' : TONES[its.place]}>
        {[words, its.party, more, several && t('label--pieceCount', { count: its.quantity })]
          .filter(Boolean)
          .join(' · ')}
      </StateWord>
    );
  });
}
