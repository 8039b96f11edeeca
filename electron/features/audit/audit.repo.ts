import type { Database, Statement } from 'better-sqlite3';
import type { Change, EventRow } from '../../db/journal';
import type { Span } from './audit.rules';
import { walkRows } from './differing-rows';
import { createReferences } from './references.repo';

const EVENT = `e.seq, e.at, e.actor_id AS actorId, e.session, e.action, e.input, e.reason, e.prev, e.hash, s.name AS actor`;

export interface EventFilter {
  actorId?: number | undefined;
  table?: string | undefined;
  rowId?: number | undefined;
  seq?: number | undefined;
  afterSeq?: number | undefined;
  /** Instants, UTC. */
  from?: string | undefined;
  to?: string | undefined;
}

function conditions({ actorId, from, to, table, rowId, seq, afterSeq }: EventFilter): string {
  const ofRow = 'e.seq IN (SELECT event_seq FROM change WHERE table_name = @table AND row_id = @rowId)';
  const ofTable = 'EXISTS (SELECT 1 FROM change c WHERE c.event_seq = e.seq AND c.table_name = @table)';
  const asked = [
    seq !== undefined && 'e.seq = @seq',
    afterSeq !== undefined && 'e.seq > @afterSeq',
    actorId !== undefined && 'e.actor_id = @actorId',
    from !== undefined && 'e.at >= @from',
    to !== undefined && 'e.at < @to',
    table !== undefined && (rowId === undefined ? ofTable : ofRow),
  ].filter((condition) => condition !== false);
  return asked.length > 0 ? asked.join(' AND ') : 'true';
}

export type StoredEvent = EventRow & { actor: string | null };
export type AuditRepo = ReturnType<typeof createAuditRepo>;

/** Which events have changed a table, the oldest first. The journal only grows: what was found stays, and later ones are added to it. */
function createEventsOfTables(db: Database) {
  const known = new Map<string, { last: number; seqs: number[] }>();
  const lastEvent = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM event').pluck();
  // From event to event along the index of changes: most events have none, and some have hundreds of thousands.
  const later = db
    .prepare<{ last: number; table: string }, number>(
      `WITH RECURSIVE its (seq) AS (
         SELECT min(event_seq) FROM change WHERE event_seq > @last
         UNION ALL SELECT (SELECT min(event_seq) FROM change WHERE event_seq > its.seq) FROM its WHERE seq IS NOT NULL)
       SELECT seq FROM its WHERE EXISTS (SELECT 1 FROM change WHERE event_seq = its.seq AND table_name = @table) ORDER BY seq`,
    )
    .pluck();
  return (table: string): readonly number[] => {
    const { last, seqs } = known.get(table) ?? { last: 0, seqs: [] };
    for (const seq of later.all({ last, table })) seqs.push(seq);
    known.set(table, { last: lastEvent.get() ?? 0, seqs });
    return seqs;
  };
}

/** Reads the journal; writes nothing. */
export function createAuditRepo(db: Database) {
  // Kept by their text; only the conditions that are asked for, so that each has its index.
  const prepared = new Map<string, ReturnType<typeof db.prepare>>();
  const statement = (sql: string) => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  // By their numbers: an import has hundreds of thousands, which would have to be sorted for the first of them.
  const changes = db.prepare<{ seq: number; limit: number }, Change>(
    `SELECT id, table_name AS tableName, row_id AS rowId, before, after FROM change
     WHERE id BETWEEN (SELECT min(id) FROM change WHERE event_seq = @seq) AND (SELECT max(id) FROM change WHERE event_seq = @seq)
       AND +event_seq = @seq ORDER BY id LIMIT @limit`,
  );
  const changeCount = db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM change WHERE event_seq = ?');
  const dossierEvents = db.prepare<{ id: number; limit: number }, StoredEvent>(
    `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE e.seq IN (
       SELECT event_seq FROM change WHERE table_name = 'dossier' AND row_id = @id
       UNION SELECT c.event_seq FROM handover h JOIN change c ON c.table_name = 'handover' AND c.row_id = h.id WHERE h.dossier_id = @id
       UNION SELECT c.event_seq FROM disposal_line l JOIN change c ON c.table_name = 'disposal' AND c.row_id = l.disposal_id
             WHERE l.dossier_id = @id
       UNION SELECT c.event_seq FROM extension x JOIN change c ON c.table_name = 'extension' AND c.row_id = x.id WHERE x.dossier_id = @id
       UNION SELECT c.event_seq FROM supplement_list s JOIN supplement_line l ON l.list_id = s.id
         JOIN change c ON c.table_name = 'supplement_line' AND c.row_id = l.id WHERE s.dossier_id = @id
       UNION SELECT c.event_seq FROM attachment a JOIN change c ON c.table_name = 'attachment' AND c.row_id = a.id WHERE a.dossier_id = @id
     ) ORDER BY e.seq DESC LIMIT @limit`,
  );
  const supplementEvents = db.prepare<{ id: number; limit: number }, StoredEvent>(
    `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE e.seq IN (
       SELECT c.event_seq FROM supplement_line l JOIN change c ON c.table_name = 'supplement_line' AND c.row_id = l.id
       WHERE l.list_id = @id) ORDER BY e.seq DESC LIMIT @limit`,
  );
  const titleEvents = db.prepare<{ id: number; limit: number }, StoredEvent>(
    `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE e.seq IN (
       SELECT event_seq FROM change WHERE table_name = 'title' AND row_id = @id
       UNION SELECT c.event_seq FROM title_movement m JOIN change c ON c.table_name = 'title_movement' AND c.row_id = m.id
             WHERE m.title_id = @id
       UNION SELECT c.event_seq FROM title_security x JOIN change c ON c.table_name = 'title_security' AND c.row_id = x.id
             WHERE x.title_id = @id
       UNION SELECT c.event_seq FROM title_lookup x JOIN change c ON c.table_name = 'title_lookup' AND c.row_id = x.id
             WHERE x.title_id = @id
       UNION SELECT c.event_seq FROM title_handover_line l JOIN change c ON c.table_name = 'title_handover_line' AND c.row_id = l.id
             WHERE l.title_id = @id
       UNION SELECT c.event_seq FROM attachment a JOIN change c ON c.table_name = 'attachment' AND c.row_id = a.id
             WHERE a.subject_kind = 'title' AND a.subject_id = @id
     ) ORDER BY e.seq DESC LIMIT @limit`,
  );
  const slipEvents = db.prepare<{ id: number; limit: number }, StoredEvent>(
    `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE e.seq IN (
       SELECT event_seq FROM change WHERE table_name = 'borrowing' AND row_id = @id
       UNION SELECT c.event_seq FROM attachment a JOIN change c ON c.table_name = 'attachment' AND c.row_id = a.id
             WHERE a.subject_kind = 'borrowing' AND a.dossier_id IS NULL AND a.subject_id = @id
     ) ORDER BY e.seq DESC LIMIT @limit`,
  );
  const complaintEvents = db.prepare<{ id: number; limit: number }, StoredEvent>(
    `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE e.seq IN (
       SELECT event_seq FROM change WHERE table_name = 'complaint' AND row_id = @id
       UNION SELECT c.event_seq FROM complaint_step x JOIN change c ON c.table_name = 'complaint_step' AND c.row_id = x.id
             WHERE x.complaint_id = @id
       UNION SELECT c.event_seq FROM complaint_contact x JOIN change c ON c.table_name = 'complaint_contact' AND c.row_id = x.id
             WHERE x.complaint_id = @id
       UNION SELECT c.event_seq FROM attachment a JOIN change c ON c.table_name = 'attachment' AND c.row_id = a.id
             WHERE a.subject_kind = 'complaint' AND a.dossier_id IS NULL AND a.subject_id = @id
     ) ORDER BY e.seq DESC LIMIT @limit`,
  );
  const safeEvents = db.prepare<{ id: number; limit: number }, StoredEvent>(
    `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE e.seq IN (
       SELECT event_seq FROM change WHERE table_name = 'safe' AND row_id = @id
       UNION SELECT c.event_seq FROM compartment x JOIN change c ON c.table_name = 'compartment' AND c.row_id = x.id
             WHERE x.safe_id = @id
       UNION SELECT c.event_seq FROM safe_custody x JOIN change c ON c.table_name = 'safe_custody' AND c.row_id = x.id
             WHERE x.safe_id = @id
       UNION SELECT c.event_seq FROM safe_opening x JOIN change c ON c.table_name = 'safe_opening' AND c.row_id = x.id
             WHERE x.safe_id = @id
       UNION SELECT c.event_seq FROM safe_closing x JOIN change c ON c.table_name = 'safe_closing' AND c.row_id = x.id
             WHERE x.safe_id = @id
     ) ORDER BY e.seq DESC LIMIT @limit`,
  );
  const seqsOf = createEventsOfTables(db);
  const bySeq = db.prepare<[number], StoredEvent>(
    `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE e.seq = ?`,
  );
  const eventsAfter = db.prepare<[number, number], EventRow>(
    `SELECT seq, at, actor_id AS actorId, session, action, input, reason, prev, hash FROM event WHERE seq > ?
     ORDER BY seq LIMIT ?`,
  );
  const spanOf = db.prepare<[number], Span & { n: number }>(
    'SELECT coalesce(min(id), 0) AS first, coalesce(max(id), 0) AS last, count(*) AS n FROM change WHERE event_seq = ?',
  );
  // By their numbers: along the index of events they would have to be sorted first.
  const changesOf = db.prepare<[number, number, number], Change>(
    `SELECT id, table_name AS tableName, row_id AS rowId, before, after FROM change
     WHERE id BETWEEN ? AND ? AND +event_seq = ? ORDER BY id`,
  );
  // Once the walk has seen events 1 to the last one, any other number is a stray; two looks into the index find it.
  const strayChanges = db.prepare<{ last: number }, { seq: number | null }>(
    `SELECT coalesce((SELECT min(event_seq) FROM change WHERE event_seq < 1),
                     (SELECT min(event_seq) FROM change WHERE event_seq > @last)) AS seq`,
  );
  const names: Readonly<Record<string, Statement<[number], { name: string }>>> = {
    dossier: db.prepare('SELECT coalesce(archive_no, title) AS name FROM dossier WHERE id = ?'),
    handover: db.prepare('SELECT no AS name FROM handover WHERE id = ?'),
    disposal: db.prepare('SELECT no AS name FROM disposal WHERE id = ?'),
    supplement_list: db.prepare('SELECT no AS name FROM supplement_list WHERE id = ?'),
    title: db.prepare('SELECT certificate_no AS name FROM title WHERE id = ?'),
    title_slip: db.prepare('SELECT no AS name FROM title_slip WHERE id = ?'),
    title_handover: db.prepare('SELECT no AS name FROM title_handover WHERE id = ?'),
    stocktake: db.prepare('SELECT no AS name FROM stocktake WHERE id = ?'),
    borrowing: db.prepare('SELECT coalesce(no, purpose) AS name FROM borrowing WHERE id = ?'),
    complaint: db.prepare('SELECT no AS name FROM complaint WHERE id = ?'),
    complaint_contact: db.prepare(
      "SELECT happened_on || ' ' || happened_at AS name FROM complaint_contact WHERE id = ?",
    ),
    complaint_procedure: db.prepare('SELECT title AS name FROM complaint_procedure WHERE id = ?'),
    penalty: db.prepare('SELECT no AS name FROM penalty WHERE id = ?'),
    safe: db.prepare('SELECT name FROM safe WHERE id = ?'),
    staff: db.prepare('SELECT name FROM staff WHERE id = ?'),
    attachment: db.prepare('SELECT name FROM attachment WHERE id = ?'),
    rehearsal: db.prepare('SELECT name FROM rehearsal WHERE id = ?'),
    staff_handover: db.prepare('SELECT no AS name FROM staff_handover WHERE id = ?'),
  };
  return {
    ...createReferences(db),
    /** A record by words that a person knows; none where there is none. */
    meant: (subject?: { table: string; id: number }) => (subject && names[subject.table]?.get(subject.id)?.name) ?? '',
    list: (filter: EventFilter, offset: number, limit: number): { events: StoredEvent[]; total: number } => {
      const { table, ...others } = filter;
      if (table !== undefined && Object.values(others).every((value) => value === undefined)) {
        const seqs = seqsOf(table);
        const end = Math.max(0, seqs.length - offset);
        const shown = seqs.slice(Math.max(0, end - limit), end).reverse();
        return { events: shown.flatMap((seq) => bySeq.get(seq) ?? []), total: seqs.length };
      }
      const where = conditions(filter);
      const page = `SELECT ${EVENT} FROM event e LEFT JOIN staff s ON s.id = e.actor_id WHERE ${where}
                    ORDER BY e.seq DESC LIMIT @limit OFFSET @offset`;
      // Numbers have no gap: the last one counts them all.
      const count = `SELECT ${where === 'true' ? 'coalesce(max(seq), 0)' : 'count(*)'} AS n FROM event e WHERE ${where}`;
      return {
        events: statement(page).all({ ...filter, limit, offset }) as StoredEvent[],
        total: (statement(count).get(filter) as { n: number }).n,
      };
    },
    seqs: (filter: EventFilter): number[] => {
      const asked = `SELECT e.seq FROM event e WHERE ${conditions(filter)} ORDER BY e.seq DESC`;
      return (statement(asked).all(filter) as { seq: number }[]).map(({ seq }) => seq);
    },
    bySeq: (seq: number) => bySeq.get(seq),
    titleEvents: (id: number, limit: number) => titleEvents.all({ id, limit }),
    slipEvents: (id: number, limit: number) => slipEvents.all({ id, limit }),
    complaintEvents: (id: number, limit: number) => complaintEvents.all({ id, limit }),
    safeEvents: (id: number, limit: number) => safeEvents.all({ id, limit }),
    supplementEvents: (id: number, limit: number) => supplementEvents.all({ id, limit }),
    dossierEvents: (id: number, limit: number) => dossierEvents.all({ id, limit }),
    changes: (seq: number, limit: number) => changes.all({ seq, limit }),
    changeCount: (seq: number) => changeCount.get(seq)?.n ?? 0,
    walk: () => inPages(eventsAfter),
    spanOf: (seq: number) => spanOf.get(seq) ?? { first: 0, last: 0, n: 0 },
    changesOf: (seq: number, { first, last }: Span) => changesOf.all(first, last, seq),
    firstStray: (last: number) => strayChanges.get({ last })?.seq ?? undefined,
    walkRows: () => walkRows(db),
  };
}

const EVENTS_PER_PAGE = 500;

/** All events in order, those that are added meanwhile too. In pages, because an open cursor would keep everybody from writing. */
function* inPages(eventsAfter: Statement<[number, number], EventRow>): Generator<EventRow> {
  let last: EventRow | undefined;
  do {
    const page = eventsAfter.all(last?.seq ?? Number.MIN_SAFE_INTEGER, EVENTS_PER_PAGE);
    yield* page;
    last = page.at(-1);
  } while (last);
}
