import { useTranslation } from 'react-i18next';
import type { DeadlineView } from '../../../shared/api/complaint.contract';
import { useDayWords } from '../use-day-words';
import { useMoment } from '../use-moment';

const HOUR = 60;

/** By when something must be done, and how long that still is: amber when it is near, vermilion when it has passed. */
export function DeadlineWords({ its }: { its: DeadlineView }) {
  const { t } = useTranslation('complaints');
  const dayWords = useDayWords();
  const moment = useMoment();
  const { dueOn, dueAt, metOn, late, left, inWorkingDays, extended, isGuess, minutesLeft, near } = its;
  const day = dueAt === undefined ? dayWords(dueOn, true) : moment(dueAt);
  const tone = late ? 'late' : near ? 'amber' : '';
  const days = inWorkingDays ? 'working' : 'calendar';
  const more = () => {
    if (metOn !== undefined) return t(late ? 'limit--metLate' : 'limit--met', { day: metOn });
    if (minutesLeft !== undefined) {
      const minutes = Math.abs(minutesLeft);
      const unit = minutes < HOUR ? 'minutes' : 'hours';
      const count = unit === 'minutes' ? minutes : Math.floor(minutes / HOUR);
      return t(`limit--${late ? 'over' : 'left'}-${unit}`, { count });
    }
    if (late && left < 0) return t(`limit--over-${days}`, { count: -left });
    if (late) return t('limit--past');
    return left <= 0 ? t('limit--today') : t(`limit--left-${days}`, { count: left });
  };
  return (
    <>
      <span className={tone}>
        {t('limit--by', { day })} · {more()}
      </span>
      {extended && <span className="quiet small"> {t('limit--extended')}</span>}
      {isGuess && <span className="amber small"> {t('limit--guess')}</span>}
    </>
  );
}
