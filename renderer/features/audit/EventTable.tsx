import { useTranslation } from 'react-i18next';
import type { EventView } from '../../../shared/api/audit.contract';
import { inFours } from '../../app/Foot';
import { ActWords, ChangesWords } from '../../ui/EventWords';
import { useMoment } from '../../ui/use-moment';

export function EventTable({ events }: { events: EventView[] }) {
  const { t } = useTranslation('audit');
  const moment = useMoment();
  return (
    <table className="rows audit-events">
      <thead>
        <tr>
          <th className="n">{t('label--seq')}</th>
          <th>{t('label--at')}</th>
          <th>{t('label--act')}</th>
          <th>{t('label--about')}</th>
          <th>{t('label--code')}</th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.seq}>
            <td className="n">{event.seq}</td>
            <td className="nowrap">{moment(event.at)}</td>
            <td className="event-words">
              <ActWords event={event} />
              <div className="quiet small">
                <ChangesWords event={event} most={4} />
              </div>
            </td>
            <td>{event.about}</td>
            <td className="quiet nowrap audit-code">{inFours(event.code)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
