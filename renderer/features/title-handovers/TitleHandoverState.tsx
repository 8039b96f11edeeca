import { useTranslation } from 'react-i18next';
import type { TitleHandoverRow } from '../../../shared/api/title-handover.contract';
import { StateWord } from '../../ui/StateWord';
import { useToday } from './title-handovers.queries';

/** How a list stands, in a word with who and when; what is late beside it. */
export function TitleHandoverState({ its }: { its: TitleHandoverRow }) {
  const { t } = useTranslation('titleHandovers');
  const today = useToday();
  const { state, custodian = '', a, closedOn: day = '', lateDays, dueOn } = its;
  if (state === 'sentBack') return <StateWord tone="late">{t('state--sentBack', { custodian, day })}</StateWord>;
  if (state === 'withdrawn') return <StateWord tone="plain">{t('state--withdrawn', { a, day })}</StateWord>;
  return (
    <>
      {state === 'accepted' && <StateWord tone="done">{t('state--accepted', { custodian, day })}</StateWord>}
      {state === 'given' && <StateWord tone={lateDays > 0 ? 'late' : 'wait'}>{t('state--given')}</StateWord>}
      {lateDays > 0 && <div className="late small">{t('state--lateBy', { count: lateDays })}</div>}
      {state === 'given' && dueOn === today && <div className="amber small">{t('state--dueToday')}</div>}
    </>
  );
}
