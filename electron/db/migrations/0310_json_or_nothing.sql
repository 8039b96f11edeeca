-- Nothing is no JSON either for SQLite before 3.45, such as Debian's: whoever looks at a backup with its command line was told that a
-- CHECK fails. The rows that stand keep their ids, and a number that was given is not given again.
CREATE TABLE ledger_view_next (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  -- 1: everybody who may read the ledger finds it in the menu.
  shared   INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
  -- Filter and order, as the window asks for them (JSON).
  question TEXT NOT NULL CHECK (json_valid(question)),
  -- Columns with their widths (JSON); NULL: those that the person has chosen for the ledger.
  columns  TEXT CHECK (columns IS NULL OR json_valid(columns)),
  UNIQUE (owner_id, name)
) STRICT;
INSERT INTO ledger_view_next (id, owner_id, name, shared, question, columns)
SELECT id, owner_id, name, shared, question, columns FROM ledger_view;
DELETE FROM sqlite_sequence WHERE name = 'ledger_view_next';
INSERT INTO sqlite_sequence (name, seq) SELECT 'ledger_view_next', seq FROM sqlite_sequence WHERE name = 'ledger_view';
DROP TABLE ledger_view;
ALTER TABLE ledger_view_next RENAME TO ledger_view;

CREATE TABLE ledger_habit_next (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id   INTEGER NOT NULL UNIQUE REFERENCES staff (id) ON DELETE RESTRICT,
  -- NULL: the columns that the program shows.
  columns    TEXT CHECK (columns IS NULL OR json_valid(columns)),
  -- The view that the ledger opens with; NULL: the whole ledger.
  opens_with INTEGER REFERENCES ledger_view (id) ON DELETE RESTRICT
) STRICT;
INSERT INTO ledger_habit_next (id, staff_id, columns, opens_with)
SELECT id, staff_id, columns, opens_with FROM ledger_habit;
DELETE FROM sqlite_sequence WHERE name = 'ledger_habit_next';
INSERT INTO sqlite_sequence (name, seq) SELECT 'ledger_habit_next', seq FROM sqlite_sequence WHERE name = 'ledger_habit';
DROP TABLE ledger_habit;
ALTER TABLE ledger_habit_next RENAME TO ledger_habit;
CREATE INDEX ledger_habit_opens_with ON ledger_habit (opens_with) WHERE opens_with IS NOT NULL;

CREATE TABLE rehearsal_next (
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
  counts        TEXT CHECK (counts IS NULL OR json_valid(counts)),
  missing_scans INTEGER NOT NULL CHECK (missing_scans >= 0),
  checks        TEXT NOT NULL CHECK (json_valid(checks)),
  fault         TEXT
) STRICT;
INSERT INTO rehearsal_next (id, rehearsed_at, rehearsed_by, place, name, passed, company, made_at, made_by, seq, head, schema, bytes, files, counts, missing_scans, checks, fault)
SELECT id, rehearsed_at, rehearsed_by, place, name, passed, company, made_at, made_by, seq, head, schema, bytes, files, counts, missing_scans, checks, fault FROM rehearsal;
DELETE FROM sqlite_sequence WHERE name = 'rehearsal_next';
INSERT INTO sqlite_sequence (name, seq) SELECT 'rehearsal_next', seq FROM sqlite_sequence WHERE name = 'rehearsal';
DROP TABLE rehearsal;
ALTER TABLE rehearsal_next RENAME TO rehearsal;
CREATE TRIGGER rehearsal_no_update BEFORE UPDATE ON rehearsal BEGIN SELECT RAISE(ABORT, 'a rehearsal is never unwritten'); END;
CREATE TRIGGER rehearsal_no_delete BEFORE DELETE ON rehearsal BEGIN SELECT RAISE(ABORT, 'a rehearsal is never unwritten'); END;
