import { useTranslation } from 'react-i18next';
import type { HandoverRow } from '../../../shared/api/handover.contract';
import { StateWord } from '../../ui/StateWord';

/** How a handover stands, in a word with who and when. */
export function HandoverState({ handover }: { handover: HandoverRow }) {
  const { t } = useTranslation('handover');
  const { state, kind, receiver = '', closedOn = '', lateDays } = handover;
  const words = { receiver, day: closedOn };
  if (state === 'sentBack') return <StateWord tone="late">{t('state--sentBack', words)}</StateWord>;
  if (state === 'withdrawn')
    return <StateWord tone="plain">{t('state--withdrawn', { giver: handover.giver, day: closedOn })}</StateWord>;
  const late = lateDays > 0 && (
    <span className="late small handover-late">{t('state--givenLate', { count: lateDays })}</span>
  );
  return (
    <>
      {state === 'accepted' && <StateWord tone="done">{t('state--accepted', words)}</StateWord>}
      {state === 'given' && <StateWord tone="wait">{t(`state--waits-${kind}`)}</StateWord>}
      {late}
    </>
  );
}
