import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { weekday } from '../../shared/calendar/working-days';
import { useStart } from '../features/start/start.queries';
import { HelpButton } from '../ui/HelpButton';
import { useStatus } from './frame.queries';

/** Sixteen hex digits in groups of four, as they are printed on paper. */
export const inFours = (code: string) => (code.slice(0, 16).match(/.{1,4}/g) ?? []).join(' ');

export function Foot() {
  const { t, i18n } = useTranslation('app');
  const { data: start } = useStart();
  const { data: status } = useStatus();
  return (
    <footer className="foot">
      <span>{start?.company?.name}</span>
      {start?.company?.demonstration && <span className="amber">{t('state--demonstration')}</span>}
      {status && (
        <>
          <span>
            {status.today} {t(`weekday--${weekday(status.today)}` as 'weekday--0')} ·{' '}
            {status.workingDay ? t('state--workingDay') : t('state--restDay')}
          </span>
          <span className="end">
            {t('label--journal', { seq: status.seq.toLocaleString(i18n.language) })} · {inFours(status.hash)} ·{' '}
            <Link to="/audit/slip">{t('action--checkSlip')}</Link>
          </span>
        </>
      )}
      <HelpButton />
    </footer>
  );
}
