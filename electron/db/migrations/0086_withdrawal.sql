-- A handover may be taken back by its giver while nobody has accepted it. Both tables are made anew for one more word each; their
-- columns and rows stay as they are.
-- The triggers of handover_item name both tables and outlive the moment without them.
PRAGMA legacy_alter_table = ON;
CREATE TABLE handover_next (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  no          TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL CHECK (kind IN ('aToB', 'bToArchive')),
  state       TEXT NOT NULL CHECK (state IN ('given', 'accepted', 'sentBack', 'withdrawn')),
  dossier_id  INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  giver_id    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  receiver_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  due_on      TEXT CHECK (due_on GLOB '????-??-??'),
  given_on    TEXT NOT NULL CHECK (given_on GLOB '????-??-??'),
  closed_on   TEXT CHECK (closed_on GLOB '????-??-??'),
  reason      TEXT NOT NULL DEFAULT '',
  CHECK (receiver_id IS NULL OR receiver_id <> giver_id),
  CHECK ((state = 'given') = (closed_on IS NULL)),
  -- Taken back by the giver: nobody has received it.
  CHECK (state <> 'withdrawn' OR (receiver_id IS NULL AND length(reason) > 0))
) STRICT;
INSERT INTO handover_next (id, no, kind, state, dossier_id, giver_id, receiver_id, due_on, given_on, closed_on, reason)
SELECT id, no, kind, state, dossier_id, giver_id, receiver_id, due_on, given_on, closed_on, reason FROM handover;
DROP TABLE handover;
ALTER TABLE handover_next RENAME TO handover;
CREATE INDEX handover_dossier ON handover (dossier_id, id);
CREATE INDEX handover_given ON handover (given_on);
CREATE INDEX handover_due ON handover (due_on);
-- A dossier is on its way to one person at a time.
CREATE UNIQUE INDEX handover_open ON handover (dossier_id) WHERE state = 'given';
CREATE TRIGGER handover_closed BEFORE UPDATE ON handover WHEN OLD.state <> 'given'
BEGIN SELECT RAISE(ABORT, 'handover is closed'); END;
CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover BEGIN SELECT RAISE(ABORT, 'handover is never deleted'); END;

CREATE TABLE signature_next (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  handover_id  INTEGER NOT NULL REFERENCES handover (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- As it was then: whoever is renamed later has signed under the earlier name.
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('giver', 'receiver', 'a', 'b', 'archivist', 'withdrawer')),
  at           TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (handover_id, role)
) STRICT;
INSERT INTO signature_next (id, handover_id, staff_id, name, role, at, content_hash)
SELECT id, handover_id, staff_id, name, role, at, content_hash FROM signature;
DROP TABLE signature;
ALTER TABLE signature_next RENAME TO signature;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
PRAGMA legacy_alter_table = OFF;
