import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { reachesUnknownYear } from '../../shared/calendar/working-days';
import { client, useRead } from '../api/client';

interface GuessProps {
  /** A deadline; nothing where there is none. */
  day: string | undefined;
  /** `word`: one word beside a day in a table; `link`: a sentence with the way to the calendar. */
  as?: 'word' | 'sentence' | 'link';
}

/** Says of a deadline in a year whose days off nobody has entered that it is worked out without them; nothing of any other. */
export function Guess({ day, as = 'word' }: GuessProps) {
  const { t } = useTranslation('ui');
  const { data } = useRead(client.calendar.years, {}, { enabled: day !== undefined });
  if (day === undefined || !data || !reachesUnknownYear(day, data)) return null;
  const year = day.slice(0, 4);
  const sentence = t('guess--sentence', { year });
  if (as === 'word')
    return (
      <span className="guess amber small nowrap" title={sentence}>
        {t('guess--word')}
      </span>
    );
  return (
    <span className="amber">
      {sentence} {as === 'link' && <Link to={`/calendar?year=${year}`}>{t('guess--toCalendar')}</Link>}
    </span>
  );
}
