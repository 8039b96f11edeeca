import { Trans, useTranslation } from 'react-i18next';
import type { HandoverView } from '../../../shared/api/handover.contract';
import { client, useRead } from '../../api/client';
import { Guess } from '../../ui/Guess';
import { useDayWords } from '../../ui/use-day-words';
import type { CheckProgress } from './check.rules';

/** Who gave what to whom, by when, and how far it is. */
export function HandoverLead({ handover, progress }: { handover: HandoverView; progress: CheckProgress }) {
  const { t } = useTranslation('handover');
  const dayWords = useDayWords();
  const { kind, giver, bManager, receiver, givenOn, dueOn, extendedFrom, lateDays, state, reason, closedOn } = handover;
  const to = kind === 'aToB' ? bManager : t('label--archive');
  return (
    <>
      {t('lead--given', { giver, to, day: givenOn })}
      {dueOn && t('lead--limit', { day: dayWords(dueOn) })}
      <Guess day={dueOn} />
      {extendedFrom && t('lead--extendedFrom', { day: dayWords(extendedFrom) })}
      {lateDays > 0 && <span className="late">{t('lead--givenLate', { count: lateDays })}</span>}
      {t('lead--semicolon')}
      {state === 'accepted' && t('lead--accepted', { receiver: receiver ?? '', day: closedOn ?? '' })}
      {state === 'sentBack' && (
        <span className="late">{t('lead--sentBack', { receiver: receiver ?? '', day: closedOn ?? '', reason })}</span>
      )}
      {state === 'withdrawn' && (
        <span className="late">{t('lead--withdrawn', { giver, day: closedOn ?? '', reason })}</span>
      )}
      {state === 'given' && (
        <Trans
          t={t}
          i18nKey="lead--progress"
          values={progress}
          components={{ b: <b />, late: <b className={progress.differences > 0 ? 'late' : undefined} /> }}
        />
      )}
      {state === 'given' && <NextLimit handover={handover} />}
    </>
  );
}

/** By when the papers must be on: what was given in time may be late by now. */
function NextLimit({ handover: { dossierId, kind } }: { handover: HandoverView }) {
  const { t } = useTranslation('handover');
  const dayWords = useDayWords();
  const { data: dossier } = useRead(client.dossier.show, { id: dossierId });
  if (!dossier?.bToArchiveDueOn) return null;
  const { lateDays, workingDaysLeft = 0 } = dossier;
  return (
    <>
      <b className={lateDays > 0 ? 'late' : undefined}>
        {t(`lead--next-${kind}`, { day: dayWords(dossier.bToArchiveDueOn) })}
        {lateDays > 0 && t('lead--nextLate', { count: lateDays })}
      </b>
      {lateDays === 0 && t(workingDaysLeft === 0 ? 'lead--nextToday' : 'lead--nextLeft', { count: workingDaysLeft })}
      {t('lead--end')}
      <Guess day={dossier.bToArchiveDueOn} as="link" />
    </>
  );
}
