-- A restore, in the ledger that was restored: what it came from, what it replaced, and who signed. The signers are those of the
-- ledger of that moment; the restored one may not know them.
CREATE TABLE restore (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  restored_at    TEXT NOT NULL,
  place          TEXT NOT NULL CHECK (place <> ''),
  name           TEXT NOT NULL CHECK (name <> ''),
  -- The backup's own head.
  seq            INTEGER NOT NULL CHECK (seq > 0),
  head           TEXT NOT NULL CHECK (length(head) = 64),
  -- Head of the ledger that it replaced; none where there was none, or where it could not be read.
  old_seq        INTEGER CHECK (old_seq > 0),
  old_head       TEXT CHECK (length(old_head) = 64),
  lost_events    INTEGER NOT NULL CHECK (lost_events >= 0),
  -- Although a later state of the same ledger was known.
  although_newer INTEGER NOT NULL CHECK (although_newer IN (0, 1)),
  -- The folder in which the old ledger stays.
  aside          TEXT NOT NULL CHECK (aside <> ''),
  first_name     TEXT NOT NULL CHECK (first_name <> ''),
  second_name    TEXT NOT NULL CHECK (second_name <> ''),
  content_hash   TEXT NOT NULL CHECK (length(content_hash) = 64),
  CHECK ((old_seq IS NULL) = (old_head IS NULL))
) STRICT;
CREATE TRIGGER restore_no_update BEFORE UPDATE ON restore BEGIN SELECT RAISE(ABORT, 'a restore is never unwritten'); END;
CREATE TRIGGER restore_no_delete BEFORE DELETE ON restore BEGIN SELECT RAISE(ABORT, 'a restore is never unwritten'); END;

-- A backup that was opened to try whether it could be restored. `checks` and `counts` are JSON, one key for each.
CREATE TABLE rehearsal (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  rehearsed_at  TEXT NOT NULL,
  rehearsed_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  place         TEXT NOT NULL CHECK (place <> ''),
  name          TEXT NOT NULL CHECK (name <> ''),
  passed        INTEGER NOT NULL CHECK (passed IN (0, 1)),
  company       TEXT,
  made_at       TEXT,
  made_by       TEXT,
  seq           INTEGER,
  head          TEXT,
  schema        INTEGER,
  bytes         INTEGER,
  files         INTEGER,
  counts        TEXT CHECK (json_valid(counts)),
  missing_scans INTEGER NOT NULL CHECK (missing_scans >= 0),
  checks        TEXT NOT NULL CHECK (json_valid(checks)),
  fault         TEXT
) STRICT;
CREATE TRIGGER rehearsal_no_update BEFORE UPDATE ON rehearsal BEGIN SELECT RAISE(ABORT, 'a rehearsal is never unwritten'); END;
CREATE TRIGGER rehearsal_no_delete BEFORE DELETE ON rehearsal BEGIN SELECT RAISE(ABORT, 'a rehearsal is never unwritten'); END;
