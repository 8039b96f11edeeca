CREATE TABLE company (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  name          TEXT NOT NULL,
  short_name    TEXT NOT NULL,
  ledger_id     TEXT NOT NULL CHECK (length(ledger_id) = 32),
  demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
  idle_minutes  INTEGER NOT NULL DEFAULT 5 CHECK (idle_minutes BETWEEN 1 AND 15)
) STRICT;

CREATE TABLE department (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE staff (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL,
  department_id INTEGER NOT NULL REFERENCES department (id) ON DELETE RESTRICT,
  employment    TEXT NOT NULL CHECK (employment IN ('active', 'leaving', 'left')),
  login         TEXT COLLATE NOCASE UNIQUE
) STRICT;
-- Whoever once signed must stay known.
CREATE TRIGGER staff_no_delete BEFORE DELETE ON staff BEGIN SELECT RAISE(ABORT, 'staff is never deleted'); END;

CREATE TABLE staff_position (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  position TEXT NOT NULL,
  UNIQUE (staff_id, position)
) STRICT;

-- Departments that a deputy manager is in charge of.
CREATE TABLE staff_charge (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  department_id INTEGER NOT NULL REFERENCES department (id) ON DELETE RESTRICT,
  UNIQUE (staff_id, department_id)
) STRICT;

-- Argon2id hashes; the row's id is the id of the member of staff.
CREATE TABLE credential (
  id            INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE RESTRICT,
  password_hash TEXT,
  pin_hash      TEXT
) STRICT;

-- Failures in a row, of people and of names that nobody has; the waiting time survives a restart.
CREATE TABLE attempt (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  subject  TEXT NOT NULL UNIQUE,
  failures INTEGER NOT NULL CHECK (failures >= 0),
  last_at  TEXT NOT NULL
) STRICT;

CREATE TABLE permission (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  position   TEXT NOT NULL,
  permission TEXT NOT NULL,
  UNIQUE (position, permission)
) STRICT;

-- The official exceptions from Monday to Friday.
CREATE TABLE holiday (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  day  TEXT NOT NULL UNIQUE CHECK (day GLOB '????-??-??'),
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name TEXT NOT NULL
) STRICT;
