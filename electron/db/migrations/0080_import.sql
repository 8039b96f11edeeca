-- Ledgers that were brought in from files. Which rows came with each stands in the journal, in the event that added its row here.
CREATE TABLE import_batch (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  file_name   TEXT NOT NULL CHECK (length(file_name) BETWEEN 1 AND 255),
  sha256      TEXT NOT NULL CHECK (length(sha256) = 64),
  dossiers    INTEGER NOT NULL CHECK (dossiers > 0),
  projects    INTEGER NOT NULL CHECK (projects >= 0),
  clients     INTEGER NOT NULL CHECK (clients >= 0),
  people      INTEGER NOT NULL CHECK (people >= 0),
  places      INTEGER NOT NULL CHECK (places >= 0),
  imported_on TEXT NOT NULL CHECK (imported_on GLOB '????-??-??'),
  imported_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  undone_on   TEXT CHECK (undone_on GLOB '????-??-??'),
  undone_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  undo_reason TEXT,
  CHECK ((undone_on IS NULL) = (undone_by IS NULL) AND (undone_on IS NULL) = (undo_reason IS NULL))
) STRICT;
CREATE INDEX import_batch_sha256 ON import_batch (sha256);
-- The only thing that ever happens to an import is that it is undone, once.
CREATE TRIGGER import_batch_no_update BEFORE UPDATE ON import_batch
WHEN OLD.undone_on IS NOT NULL
  OR (NEW.id, NEW.file_name, NEW.sha256, NEW.dossiers, NEW.projects, NEW.clients, NEW.people, NEW.places, NEW.imported_on, NEW.imported_by)
     IS NOT (OLD.id, OLD.file_name, OLD.sha256, OLD.dossiers, OLD.projects, OLD.clients, OLD.people, OLD.places, OLD.imported_on,
             OLD.imported_by)
BEGIN SELECT RAISE(ABORT, 'an import stays as it was'); END;
CREATE TRIGGER import_batch_no_delete BEFORE DELETE ON import_batch
BEGIN SELECT RAISE(ABORT, 'an import stays in the register'); END;

-- What columns with these headings meant last time.
CREATE TABLE import_mapping (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  -- SHA-256 of the headings in their order.
  headings    TEXT NOT NULL UNIQUE CHECK (length(headings) = 64),
  columns     TEXT NOT NULL CHECK (json_valid(columns)),
  amount_unit TEXT NOT NULL CHECK (amount_unit IN ('yuan', 'wan'))
) STRICT;

-- rows: the archivists of companies that exist already may import
INSERT INTO permission (position, permission) SELECT 'archivist', 'ledger.import' WHERE EXISTS (SELECT 1 FROM company);
