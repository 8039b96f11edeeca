import './history-list.css';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../shared/api/contract';
import { client, useRead } from '../api/client';
import { EventWords } from './EventWords';

type Subject = Pick<InputOf<(typeof client.audit.history)['method']>, 'table' | 'id' | 'limit'>;

/** What happened to one record, in words, the latest first: who, when, what, from, to. */
export function HistoryList({ table, id, limit }: Subject) {
  const { t } = useTranslation('audit');
  const { data: events } = useRead(client.audit.history, { table, id, limit });
  if (!events) return null;
  if (events.length === 0) return <p className="quiet small">{t('hint--noHistory')}</p>;
  return (
    <ol className="history-list">
      {events.map((event) => (
        <li key={event.seq}>
          <EventWords event={event} most={3} />
        </li>
      ))}
    </ol>
  );
}
