import type { Database } from 'better-sqlite3';
import type { Change, EventRow } from '../../db/journal';
import { firstDifferingRow } from './differing-rows';

const EVENT = `e.seq, e.at, e.actor_id AS actorId, e.session, e.action, e.input, e.reason, e.prev, e.hash, s.name AS actor`;

export interface EventFilter {
  actorId?: number | undefined;
  table?: string | undefined;
  rowId?: number | undefined;
  /** Instants, UTC. */
  from?: string | undefined;
  to?: string | undefined;
}

export type StoredEvent = EventRow & { actor: string | null };
export type AuditRepo = ReturnType<typeof createAuditRepo>;

/** Reads the journal; writes nothing. */
export function createAuditRepo(db: Database) {
  const where = `(@actorId IS NULL OR e.actor_id = @actorId) AND (@from IS NULL OR e.at >= @from) AND (@to IS NULL OR e.at < @to)`;
  const ofRow = `e.seq IN (SELECT event_seq FROM change WHERE table_name = @table AND row_id = @rowId)`;
  const ofTable = `e.seq IN (SELECT event_seq FROM change WHERE table_name = @table)`;
  const statements = (condition: string) => ({
    page: db.prepare<Record<string, string | number | null>, StoredEvent>(
      `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE ${where} AND ${condition}
       ORDER BY e.seq DESC LIMIT @limit OFFSET @offset`,
    ),
    count: db.prepare<Record<string, string | number | null>, { n: number }>(
      `SELECT count(*) AS n FROM event e WHERE ${where} AND ${condition}`,
    ),
  });
  const [everything, table, row] = ['1', ofTable, ofRow].map(statements);
  const changes = db.prepare<[number, number], Change>(
    'SELECT id, table_name AS tableName, row_id AS rowId, before, after FROM change WHERE event_seq = ? ORDER BY id LIMIT ?',
  );
  const changeCount = db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM change WHERE event_seq = ?');
  const dossierEvents = db.prepare<{ id: number; limit: number }, StoredEvent>(
    `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE e.seq IN (
       SELECT event_seq FROM change WHERE table_name = 'dossier' AND row_id = @id
       UNION SELECT c.event_seq FROM handover h JOIN change c ON c.table_name = 'handover' AND c.row_id = h.id WHERE h.dossier_id = @id
     ) ORDER BY e.seq DESC LIMIT @limit`,
  );
  const walk = db.prepare<[], EventRow>(
    'SELECT seq, at, actor_id AS actorId, session, action, input, reason, prev, hash FROM event ORDER BY seq',
  );
  const walkChanges = db.prepare<[number], Change>(
    'SELECT id, table_name AS tableName, row_id AS rowId, before, after FROM change WHERE event_seq = ? ORDER BY id',
  );
  const strayChanges = db.prepare<[], { seq: number | null }>(
    'SELECT min(event_seq) AS seq FROM change WHERE NOT EXISTS (SELECT 1 FROM event WHERE seq = event_seq)',
  );
  return {
    list: (filter: EventFilter, offset: number, limit: number) => {
      const chosen = filter.table === undefined ? everything : filter.rowId === undefined ? table : row;
      const values = {
        actorId: filter.actorId ?? null,
        from: filter.from ?? null,
        to: filter.to ?? null,
        table: filter.table ?? null,
        rowId: filter.rowId ?? null,
      };
      return {
        events: chosen?.page.all({ ...values, limit, offset }) ?? [],
        total: chosen?.count.get(values)?.n ?? 0,
      };
    },
    dossierEvents: (id: number, limit: number) => dossierEvents.all({ id, limit }),
    changes: (seq: number, limit: number) => changes.all(seq, limit),
    changeCount: (seq: number) => changeCount.get(seq)?.n ?? 0,
    walk: () => walk.iterate(),
    walkChanges: (seq: number) => walkChanges.all(seq),
    firstStray: () => strayChanges.get()?.seq ?? undefined,
    firstDiffering: () => firstDifferingRow(db),
  };
}
