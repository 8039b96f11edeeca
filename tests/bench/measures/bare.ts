import SqliteDatabase, { type Database } from 'better-sqlite3';
import type { Office } from '../../api/office';

/** The same file without triggers; better-sqlite3 as it comes, but as durable as the program. */
export function openBare(file: string): Database {
  const nativeBinding = process.env.ANJUAN_SQLITE_BINDING;
  const db = new SqliteDatabase(file, nativeBinding && Number(process.versions.napi) < 10 ? { nativeBinding } : {});
  db.pragma('locking_mode = EXCLUSIVE');
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  for (const { name } of db
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .all())
    db.exec(`DROP TRIGGER "${name}"`);
  return db;
}

interface Written {
  seq: number;
  input: string;
  hash: string;
}

/** Writes an event and its changes by hand, with the texts that the program wrote. */
export function journalByHand(bare: Database, office: Office) {
  const addEvent = bare.prepare(
    `INSERT INTO event (seq, at, actor_id, session, action, input, prev, hash)
     VALUES (@seq, '2026-11-23T01:00:00.000Z', 1, 'bench', 'bench', @input, @hash, @hash)`,
  );
  const addChange = bare.prepare(
    'INSERT INTO change (event_seq, table_name, row_id, before, after) VALUES (@event_seq, @table_name, @row_id, @before, @after)',
  );
  const last = office.ledger.db.prepare<[], Written>('SELECT seq, input, hash FROM event ORDER BY seq DESC LIMIT 1');
  const changes = office.ledger.db.prepare<[number], { table_name: string; row_id: number }>(
    'SELECT event_seq, table_name, row_id, before, after FROM change WHERE event_seq = ?',
  );
  return {
    /** What the program has just written, to be written again. */
    read: () => {
      const event = last.get() as Written;
      return { event, its: changes.all(event.seq) };
    },
    write: ({ event, its }: { event: Written; its: object[] }, i: number) => {
      for (const change of its) addChange.run({ ...change, event_seq: 10_000_000 + i });
      addEvent.run({ ...event, seq: 10_000_000 + i });
    },
  };
}
