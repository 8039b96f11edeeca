import { useTranslation } from 'react-i18next';
import { client, useRead } from '../api/client';
import { StateWord } from './StateWord';

interface LentWordProps {
  /** That it is out, or some of it. */
  word: string;
  lentTo?: string;
  lentOn?: string;
  backBy?: string;
}

/** With whom it is, since when and until when; red from the day after that day on. */
export function LentWord({ word, lentTo = '', lentOn = '', backBy = '' }: LentWordProps) {
  const { t } = useTranslation('ui');
  const { data: status } = useRead(client.company.status, {});
  const isLate = status !== undefined && backBy < status.today;
  return (
    <span title={t('label--outSince', { day: lentOn, dueOn: backBy })}>
      <StateWord tone={isLate ? 'late' : 'out'}>
        {t('state--lentTo', { word, who: lentTo, day: backBy.slice(5) })}
      </StateWord>
    </span>
  );
}
