import { Trans, useTranslation } from 'react-i18next';
import type { TitleHandoverView } from '../../../shared/api/title-handover.contract';
import { Guess } from '../../ui/Guess';
import { useDayWords } from '../../ui/use-day-words';
import type { progressOf } from './compare';

interface TitleHandoverLeadProps {
  handover: TitleHandoverView;
  progress: ReturnType<typeof progressOf>;
}

/** Who gave the list and by when it had to be in the safe; how far the three are, or how it ended. */
export function TitleHandoverLead({ handover, progress }: TitleHandoverLeadProps) {
  const { t } = useTranslation('titleHandovers');
  const dayWords = useDayWords();
  const { a, givenOn, dueOn, lateDays, state, custodian = '', closedOn: day = '', reason } = handover;
  const late = { late: <b className="late" /> };
  return (
    <>
      {t('lead--given', { a, day: givenOn })}
      {t('lead--due', { day: dayWords(dueOn) })}
      <Guess day={dueOn} as="link" />
      {lateDays > 0 && <Trans t={t} i18nKey="lead--lateBy" count={lateDays} components={late} />}
      {state === 'given' && (
        <Trans
          t={t}
          i18nKey="lead--progress"
          values={progress}
          components={{ b: <b />, late: <b className={progress.differences > 0 ? 'late' : undefined} /> }}
        />
      )}
      {state === 'accepted' && t('lead--acceptedBy', { custodian, day })}
      {state === 'sentBack' && <span className="late">{t('lead--sentBackBy', { custodian, day, reason })}</span>}
      {state === 'withdrawn' && <span className="late">{t('lead--withdrawnBy', { a, day, reason })}</span>}
    </>
  );
}
