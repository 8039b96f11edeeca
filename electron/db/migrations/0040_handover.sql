CREATE TABLE handover (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  no          TEXT NOT NULL UNIQUE,
  kind        TEXT NOT NULL CHECK (kind IN ('aToB', 'bToArchive')),
  state       TEXT NOT NULL CHECK (state IN ('given', 'accepted', 'sentBack')),
  dossier_id  INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  giver_id    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  receiver_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  due_on      TEXT CHECK (due_on GLOB '????-??-??'),
  given_on    TEXT NOT NULL CHECK (given_on GLOB '????-??-??'),
  closed_on   TEXT CHECK (closed_on GLOB '????-??-??'),
  reason      TEXT NOT NULL DEFAULT '',
  CHECK (receiver_id IS NULL OR receiver_id <> giver_id),
  CHECK ((state = 'given') = (closed_on IS NULL))
) STRICT;
CREATE INDEX handover_dossier ON handover (dossier_id, id);
CREATE INDEX handover_given ON handover (given_on);
-- A dossier is on its way to one person at a time.
CREATE UNIQUE INDEX handover_open ON handover (dossier_id) WHERE state = 'given';
CREATE TRIGGER handover_closed BEFORE UPDATE ON handover WHEN OLD.state <> 'given'
BEGIN SELECT RAISE(ABORT, 'handover is closed'); END;
CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover BEGIN SELECT RAISE(ABORT, 'handover is never deleted'); END;

-- The list as it was signed, and what the receiver found.
CREATE TABLE handover_item (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  handover_id        INTEGER NOT NULL REFERENCES handover (id) ON DELETE RESTRICT,
  ordinal            INTEGER NOT NULL CHECK (ordinal > 0),
  -- The row of the list it was taken from: finds the contract code that is given later. That row may be gone.
  item_id            INTEGER NOT NULL,
  part               TEXT NOT NULL CHECK (part IN ('approval', 'contracts', 'investigation', 'clientPapers', 'annex')),
  no                 INTEGER,
  title              TEXT NOT NULL,
  document_no        TEXT NOT NULL,
  dated_on           TEXT,
  responsible        TEXT NOT NULL,
  originality        TEXT NOT NULL,
  copies             INTEGER NOT NULL,
  pages              INTEGER NOT NULL,
  page_from          INTEGER,
  page_to            INTEGER,
  signature_complete INTEGER NOT NULL,
  remarks            TEXT NOT NULL,
  pages_found        INTEGER CHECK (pages_found BETWEEN 0 AND 9999),
  check_remark       TEXT NOT NULL DEFAULT '',
  UNIQUE (handover_id, ordinal)
) STRICT;
CREATE TRIGGER handover_item_signed BEFORE UPDATE ON handover_item
WHEN (SELECT state FROM handover WHERE id = OLD.handover_id) <> 'given'
  OR (NEW.handover_id, NEW.ordinal, NEW.item_id, NEW.part, NEW.no, NEW.title, NEW.document_no, NEW.dated_on, NEW.responsible,
      NEW.originality, NEW.copies, NEW.pages, NEW.page_from, NEW.page_to, NEW.signature_complete, NEW.remarks)
     IS NOT
     (OLD.handover_id, OLD.ordinal, OLD.item_id, OLD.part, OLD.no, OLD.title, OLD.document_no, OLD.dated_on, OLD.responsible,
      OLD.originality, OLD.copies, OLD.pages, OLD.page_from, OLD.page_to, OLD.signature_complete, OLD.remarks)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER handover_item_added BEFORE INSERT ON handover_item
WHEN EXISTS (SELECT 1 FROM signature WHERE handover_id = NEW.handover_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER handover_item_no_delete BEFORE DELETE ON handover_item
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

-- Who signed what: content_hash is the SHA-256 of the signed list in the form that docs/journal-format.md describes.
CREATE TABLE signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  handover_id  INTEGER NOT NULL REFERENCES handover (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- As it was then: whoever is renamed later has signed under the earlier name.
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('giver', 'receiver', 'a', 'b', 'archivist')),
  at           TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (handover_id, role)
) STRICT;
CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
