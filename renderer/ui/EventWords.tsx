import './history-list.css';
import { useTranslation } from 'react-i18next';
import type { ColumnChange, EventView } from '../../shared/api/audit.contract';
import { ChangeWords, isTold } from './ChangeWords';
import { useMoment } from './use-moment';

interface EventWordsProps {
  event: EventView;
  /** How many of its changes to name before counting the rest. */
  most: number;
}

/** One event in words: when, who, what, and from what to what. */
export function EventWords({ event, most }: EventWordsProps) {
  const moment = useMoment();
  return (
    <div className="event-words">
      {moment(event.at)} <ActWords event={event} />
      <ChangesWords event={event} most={most} />
    </div>
  );
}

/** Who did what, and why. */
export function ActWords({ event }: { event: EventView }) {
  const { t } = useTranslation('audit');
  return (
    <>
      <b>{event.actor ?? t('label--program')}</b>{' '}
      {t(`action--${event.action}` as 'action--unknown', { defaultValue: event.action })}
      {event.reason && t('label--because', { reason: event.reason })}
    </>
  );
}

/** The first of its changes, each in a line, and how many more there are. */
export function ChangesWords({ event, most }: EventWordsProps) {
  const { t } = useTranslation('audit');
  // The reason stands beside the act already.
  const changes = event.changes.filter((change) => isTold(change) && change.after !== event.reason);
  const unseen = event.changeCount > event.changes.length ? event.changeCount : 0;
  const rest = Math.max(changes.length, unseen) - Math.min(most, changes.length);
  return (
    <>
      <ul>
        {changes.slice(0, most).map((change) => (
          <li key={keyOf(change)}>
            <ChangeWords change={change} />
          </li>
        ))}
      </ul>
      {rest > 0 && <span>{t(changes.length > 0 ? 'label--moreChanges' : 'label--changes', { count: rest })}</span>}
    </>
  );
}

const keyOf = ({ table, rowId, column }: ColumnChange) => `${table} ${rowId} ${column}`;
