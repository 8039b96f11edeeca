import { useTranslation } from 'react-i18next';
import type { ColumnChange, EventView } from '../../shared/api/audit.contract';
import { useMoment } from './use-moment';

interface EventWordsProps {
  event: EventView;
  /** How many of its changes to name before counting the rest. */
  most: number;
}

/** One event in words: when, who, what, and from what to what. */
export function EventWords({ event, most }: EventWordsProps) {
  const { t } = useTranslation('audit');
  const moment = useMoment();
  const what = t(`action--${event.action}` as 'action--unknown', { defaultValue: event.action });
  const changes = event.changes.filter(isTold);
  const rest = event.changeCount - Math.min(changes.length, most);
  return (
    <div className="event-words">
      {moment(event.at)} <b>{event.actor ?? t('label--program')}</b> {what}
      {event.reason && <>{t('label--because', { reason: event.reason })}</>}
      <ul>
        {changes.slice(0, most).map((change) => (
          <li key={`${change.table} ${change.rowId} ${change.column}`}>
            <ChangeWords change={change} />
          </li>
        ))}
      </ul>
      {changes.length > most && <span>{t('label--moreChanges', { count: rest })}</span>}
    </div>
  );
}

/** A new row tells itself by the action's name; what changed in a known row is told column by column. */
const isTold = ({ before, after }: ColumnChange) => before !== undefined && after !== undefined;

export function ChangeWords({ change }: { change: ColumnChange }) {
  const { t } = useTranslation('audit');
  const { table, column, rowName } = change;
  const columnWord = t(`column--${table}.${column}` as 'column--unknown', { defaultValue: column });
  const value = (raw: string | number | undefined) =>
    raw === undefined || raw === ''
      ? t('value--empty')
      : t(`value--${table}.${column}.${raw}` as 'value--empty', { defaultValue: String(raw) });
  const words = { row: rowName ?? '', column: columnWord, before: value(change.before), after: value(change.after) };
  return <>{t(rowName ? 'label--rowChanged' : 'label--columnChanged', words)}</>;
}
