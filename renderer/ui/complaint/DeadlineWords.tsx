import { useTranslation } from 'react-i18next';
import type { DeadlineView } from '../../../shared/api/complaint.contract';
import { useDayWords } from '../use-day-words';
import { useMoment } from '../use-moment';

/** By when something must be done, and how long that still is: amber on the last day, vermilion from the day after on. */
export function DeadlineWords({ its }: { its: DeadlineView }) {
  const { t } = useTranslation('complaints');
  const dayWords = useDayWords();
  const moment = useMoment();
  const { dueOn, dueAt, metOn, late, left, inWorkingDays, extended, isGuess } = its;
  const day = dueAt === undefined ? dayWords(dueOn, true) : moment(dueAt);
  const tone = late ? 'late' : left <= 1 && metOn === undefined ? 'amber' : '';
  const days = inWorkingDays ? 'working' : 'calendar';
  const more = () => {
    if (metOn !== undefined) return t(late ? 'limit--metLate' : 'limit--met', { day: metOn });
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
