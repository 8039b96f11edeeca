import './lent-word.css';
import { useTranslation } from 'react-i18next';
import { type WithWhom, whoHas } from '../../shared/records/with-whom';
import { client, useRead } from '../api/client';
import { StateWord } from './StateWord';

interface LentWordProps extends WithWhom {
  /** That it is out, or some of it. */
  word: string;
}

/** With whom it is, also for somebody outside, since when and until when; red from the day after that day on. */
export function LentWord({ word, ...its }: LentWordProps) {
  const { t } = useTranslation('ui');
  const { data: status } = useRead(client.company.status, {});
  const { lentOn = '', backBy = '' } = its;
  const isLate = status !== undefined && backBy < status.today;
  return (
    <span className="lent-word" title={t('label--outSince', { day: lentOn, dueOn: backBy })}>
      <StateWord tone={isLate ? 'late' : 'out'}>{t('state--lentTo', { word, who: whoHas(its, t) })}</StateWord>{' '}
      <span className={isLate ? 'lent-days late' : 'lent-days'}>
        {t('text--lentDays', { since: lentOn.slice(5), day: backBy.slice(5) })}
      </span>
    </span>
  );
}
