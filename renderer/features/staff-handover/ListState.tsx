import { useTranslation } from 'react-i18next';
import type { StaffHandoverRow } from '../../../shared/api/staff-handover.contract';
import { StateWord } from '../../ui/StateWord';
import { useMoment } from '../../ui/use-moment';

/** How a list stands: being prepared, waiting for whom and since when, done, cancelled. */
export function ListState({ list }: { list: StaffHandoverRow }) {
  const { t } = useTranslation('staffHandover');
  const moment = useMoment();
  const { state, waitsFor, askedAt = '', closedOn = '' } = list;
  if (state === 'draft') return <StateWord tone="plain">{t('state--draft')}</StateWord>;
  if (state === 'cancelled') return <StateWord tone="plain">{t('state--cancelled', { day: closedOn })}</StateWord>;
  if (state === 'signed') return <StateWord tone="done">{t('state--signed', { day: closedOn })}</StateWord>;
  return (
    <StateWord tone="wait">
      {t('state--asked', { names: waitsFor.join(t('label--comma')), since: moment(askedAt) })}
    </StateWord>
  );
}
