import './history-list.css';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputOf } from '../../shared/api/contract';
import { client, useRead } from '../api/client';
import { EventWords } from './EventWords';

type Subject = Pick<InputOf<(typeof client.audit.history)['method']>, 'table' | 'id' | 'limit'>;

/** As many more with each step, and as many as are told here at all; the audit log tells the rest. */
const STEP = 30;
const MOST_EVENTS = 200;

/** What happened to one record, in words, the latest first: who, when, what, from, to. */
export function HistoryList({ table, id, limit }: Subject) {
  const { t } = useTranslation(['audit', 'ui']);
  const [shown, setShown] = useState(limit ?? STEP);
  const asked = Math.min(shown + 1, MOST_EVENTS);
  const { data: events } = useRead(client.audit.history, { table, id, limit: asked }, { keepPrevious: true });
  if (!events) return null;
  if (events.length === 0) return <p className="quiet small">{t('hint--noHistory')}</p>;
  return (
    <>
      <ol className="history-list">
        {events.slice(0, shown).map((event) => (
          <li key={event.seq}>
            <EventWords event={event} most={3} />
          </li>
        ))}
      </ol>
      {events.length > shown && (
        <Button size="small" onClick={() => setShown(shown + STEP)}>
          {t('ui:action--earlier')}
        </Button>
      )}
      {shown >= MOST_EVENTS && events.length === MOST_EVENTS && (
        <p className="quiet small">{t('ui:hint--earlier', { count: MOST_EVENTS })}</p>
      )}
    </>
  );
}
