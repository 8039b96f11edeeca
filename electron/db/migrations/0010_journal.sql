-- The journal: every change of the ledger, append-only and chained by hashes (docs/journal-format.md).
CREATE TABLE event (
  seq      INTEGER PRIMARY KEY,
  at       TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  actor_id INTEGER,
  session  TEXT,
  action   TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
  input    TEXT NOT NULL CHECK (json_valid(input)),
  reason   TEXT,
  prev     TEXT NOT NULL CHECK (length(prev) = 64),
  hash     TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX event_actor ON event (actor_id, seq);
CREATE INDEX event_at ON event (at);

-- The reference is checked at COMMIT: a change whose event is not written in the same transaction undoes everything.
CREATE TABLE change (
  id         INTEGER PRIMARY KEY,
  event_seq  INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id     INTEGER NOT NULL,
  before     TEXT,
  after      TEXT,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;
CREATE INDEX change_event ON change (event_seq, table_name);
CREATE INDEX change_row ON change (table_name, row_id, event_seq);

CREATE TRIGGER event_in_order AFTER INSERT ON event
WHEN NEW.seq <> coalesce((SELECT seq FROM event WHERE seq < NEW.seq ORDER BY seq DESC LIMIT 1), 0) + 1
  OR EXISTS (SELECT 1 FROM event WHERE seq > NEW.seq)
  OR NEW.prev <> coalesce((SELECT hash FROM event WHERE seq = NEW.seq - 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'journal: event out of order'); END;
CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'journal: event is append-only'); END;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'journal: event is append-only'); END;

CREATE TRIGGER change_in_order AFTER INSERT ON change
WHEN NEW.id <> coalesce((SELECT id FROM change WHERE id < NEW.id ORDER BY id DESC LIMIT 1), 0) + 1
  OR EXISTS (SELECT 1 FROM change WHERE id > NEW.id)
  OR NEW.event_seq <> coalesce((SELECT max(seq) FROM event), 0) + 1
BEGIN SELECT RAISE(ABORT, 'journal: change out of order'); END;
CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'journal: change is append-only'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'journal: change is append-only'); END;
