-- Whoever leaves or changes post hands everything over by a list. Its number is kept also when it is cancelled.
CREATE TABLE staff_handover (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  no            TEXT NOT NULL UNIQUE,
  state         TEXT NOT NULL CHECK (state IN ('draft', 'asked', 'signed', 'cancelled')),
  cause         TEXT NOT NULL CHECK (cause IN ('leaving', 'transfer')),
  -- Which round is prepared or signed now: a list that is taken back to be changed begins another.
  round         INTEGER NOT NULL CHECK (round > 0),
  from_id       INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- The successor of every line that names no other.
  successor_id  INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  supervisor_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  made_on       TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  made_by       INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  closed_on     TEXT CHECK (closed_on GLOB '????-??-??'),
  -- Why it was taken back or cancelled.
  reason        TEXT NOT NULL DEFAULT '',
  CHECK ((state IN ('signed', 'cancelled')) = (closed_on IS NOT NULL)),
  CHECK (supervisor_id IS NULL OR supervisor_id <> from_id)
) STRICT;
CREATE UNIQUE INDEX staff_handover_open ON staff_handover (from_id) WHERE state IN ('draft', 'asked');
CREATE INDEX staff_handover_made ON staff_handover (made_on);
CREATE TRIGGER staff_handover_closed BEFORE UPDATE ON staff_handover WHEN OLD.state IN ('signed', 'cancelled')
BEGIN SELECT RAISE(ABORT, 'staff handover is closed'); END;
CREATE TRIGGER staff_handover_fixed BEFORE UPDATE ON staff_handover
WHEN (NEW.id, NEW.no, NEW.cause, NEW.from_id, NEW.made_on, NEW.made_by)
  IS NOT (OLD.id, OLD.no, OLD.cause, OLD.from_id, OLD.made_on, OLD.made_by)
  OR NEW.round <> OLD.round + (OLD.state = 'asked' AND NEW.state = 'draft')
  OR (OLD.state = 'draft' AND NEW.state = 'signed')
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER staff_handover_no_delete BEFORE DELETE ON staff_handover
BEGIN SELECT RAISE(ABORT, 'staff handover is never deleted'); END;

-- The head of the list as it was when signatures were asked for.
CREATE TABLE staff_handover_round (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  handover_id     INTEGER NOT NULL REFERENCES staff_handover (id) ON DELETE RESTRICT,
  round           INTEGER NOT NULL CHECK (round > 0),
  from_name       TEXT NOT NULL,
  department      TEXT NOT NULL,
  supervisor_id   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  supervisor_name TEXT NOT NULL,
  asked_at        TEXT NOT NULL,
  UNIQUE (handover_id, round)
) STRICT;
CREATE TRIGGER staff_handover_round_added BEFORE INSERT ON staff_handover_round
WHEN NOT EXISTS (SELECT 1 FROM staff_handover WHERE id = NEW.handover_id AND state = 'draft' AND round = NEW.round)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER staff_handover_round_no_update BEFORE UPDATE ON staff_handover_round
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER staff_handover_round_no_delete BEFORE DELETE ON staff_handover_round
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

-- Lines that go to somebody else than the successor of all.
CREATE TABLE staff_handover_choice (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  handover_id  INTEGER NOT NULL REFERENCES staff_handover (id) ON DELETE RESTRICT,
  kind         TEXT NOT NULL,
  record_id    INTEGER NOT NULL,
  successor_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  UNIQUE (handover_id, kind, record_id)
) STRICT;

-- Its lines. What stays names the handover that it stays for, and no successor.
CREATE TABLE staff_handover_line (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id     INTEGER NOT NULL REFERENCES staff_handover_round (id) ON DELETE RESTRICT,
  ordinal      INTEGER NOT NULL CHECK (ordinal > 0),
  kind         TEXT NOT NULL,
  record_id    INTEGER NOT NULL,
  title        TEXT NOT NULL,
  detail       TEXT NOT NULL,
  successor_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  successor    TEXT,
  stays_for    TEXT,
  UNIQUE (round_id, ordinal),
  UNIQUE (round_id, kind, record_id),
  CHECK ((successor_id IS NULL) = (successor IS NULL)),
  CHECK ((successor_id IS NULL) = (stays_for IS NOT NULL))
) STRICT;
CREATE TRIGGER staff_handover_line_added BEFORE INSERT ON staff_handover_line
WHEN NOT EXISTS (SELECT 1 FROM staff_handover_round r JOIN staff_handover h ON h.id = r.handover_id AND h.round = r.round
                 WHERE r.id = NEW.round_id AND h.state = 'draft')
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER staff_handover_line_no_update BEFORE UPDATE ON staff_handover_line
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER staff_handover_line_no_delete BEFORE DELETE ON staff_handover_line
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

-- Who signed what: content_hash as docs/journal-format.md describes it.
CREATE TABLE staff_handover_signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  round_id     INTEGER NOT NULL REFERENCES staff_handover_round (id) ON DELETE RESTRICT,
  role         TEXT NOT NULL CHECK (role IN ('from', 'to', 'supervisor')),
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  -- Why the supervisor signed in the place of whoever hands over.
  absence      TEXT CHECK (absence IS NULL OR role = 'from'),
  at           TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (round_id, role, staff_id)
) STRICT;
CREATE UNIQUE INDEX staff_handover_signature_once ON staff_handover_signature (round_id, role) WHERE role <> 'to';
CREATE TRIGGER staff_handover_signature_added BEFORE INSERT ON staff_handover_signature
WHEN NOT EXISTS (SELECT 1 FROM staff_handover_round r JOIN staff_handover h ON h.id = r.handover_id AND h.round = r.round
                 WHERE r.id = NEW.round_id AND h.state = 'asked')
BEGIN SELECT RAISE(ABORT, 'a signature belongs to a list that asks for it'); END;
CREATE TRIGGER staff_handover_signature_no_update BEFORE UPDATE ON staff_handover_signature
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER staff_handover_signature_no_delete BEFORE DELETE ON staff_handover_signature
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

-- An executive has signed that somebody may leave with things in hand.
CREATE TABLE leaving_exception (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  signed_by    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  at           TEXT NOT NULL,
  reason       TEXT NOT NULL CHECK (length(reason) > 0),
  -- What was held then: "client 3, projectA 12", in the order of the list.
  held         TEXT NOT NULL CHECK (length(held) > 0),
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  CHECK (staff_id <> signed_by)
) STRICT;
CREATE INDEX leaving_exception_staff ON leaving_exception (staff_id);
CREATE TRIGGER leaving_exception_no_update BEFORE UPDATE ON leaving_exception
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER leaving_exception_no_delete BEFORE DELETE ON leaving_exception
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE INDEX client_owner ON client (owner_id);
CREATE VIRTUAL TABLE search_staff_handover USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

-- rows: existing companies: those who see somebody off
INSERT INTO permission (position, permission)
SELECT position, 'staffHandover.prepare' FROM (
  SELECT 'chairman' AS position UNION ALL SELECT 'generalManager' UNION ALL SELECT 'deputyManager' UNION ALL SELECT 'departmentHead'
  UNION ALL SELECT 'archivist' UNION ALL SELECT 'hrManager' UNION ALL SELECT 'systemAdmin'
) WHERE EXISTS (SELECT 1 FROM company);
