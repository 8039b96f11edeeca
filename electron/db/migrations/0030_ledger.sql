CREATE TABLE client (
  id                   INTEGER PRIMARY KEY AUTOINCREMENT,
  kind                 TEXT NOT NULL CHECK (kind IN ('enterprise', 'person')),
  name                 TEXT NOT NULL,
  code                 TEXT NOT NULL DEFAULT '',
  legal_representative TEXT NOT NULL DEFAULT '',
  phone                TEXT NOT NULL DEFAULT '',
  address              TEXT NOT NULL DEFAULT '',
  remarks              TEXT NOT NULL DEFAULT '',
  owner_id             INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX client_name ON client (name);
CREATE UNIQUE INDEX client_code ON client (code) WHERE code <> '';

CREATE TABLE project (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  client_id     INTEGER NOT NULL REFERENCES client (id) ON DELETE RESTRICT,
  name          TEXT NOT NULL,
  business_type TEXT NOT NULL CHECK (business_type IN ('loan', 'guarantee', 'other')),
  contract_no   TEXT NOT NULL UNIQUE,
  amount_fen    INTEGER NOT NULL CHECK (amount_fen >= 0),
  guarantors    TEXT NOT NULL DEFAULT '',
  a_manager_id  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  b_manager_id  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  disbursed_on  TEXT CHECK (disbursed_on GLOB '????-??-??'),
  ended_on      TEXT CHECK (ended_on GLOB '????-??-??'),
  CHECK (a_manager_id <> b_manager_id)
) STRICT;
CREATE INDEX project_client ON project (client_id);
CREATE INDEX project_a_manager ON project (a_manager_id);
CREATE INDEX project_b_manager ON project (b_manager_id);

CREATE TABLE checklist (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL UNIQUE,
  business_type TEXT NOT NULL CHECK (business_type IN ('loan', 'guarantee', 'other'))
) STRICT;
CREATE TABLE checklist_entry (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  checklist_id INTEGER NOT NULL REFERENCES checklist (id) ON DELETE RESTRICT,
  part         TEXT NOT NULL CHECK (part IN ('approval', 'contracts', 'investigation', 'clientPapers', 'annex')),
  ordinal      INTEGER NOT NULL CHECK (ordinal > 0),
  title        TEXT NOT NULL,
  required     INTEGER NOT NULL CHECK (required IN (0, 1)),
  UNIQUE (checklist_id, part, ordinal)
) STRICT;

CREATE TABLE dossier (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id    INTEGER UNIQUE REFERENCES project (id) ON DELETE RESTRICT,
  checklist_id  INTEGER REFERENCES checklist (id) ON DELETE RESTRICT,
  title         TEXT NOT NULL,
  business_type TEXT NOT NULL CHECK (business_type IN ('loan', 'guarantee', 'other')),
  year          INTEGER NOT NULL,
  retention     TEXT NOT NULL CHECK (retention IN ('permanent', 'y30', 'y10')),
  secrecy       TEXT NOT NULL CHECK (secrecy IN ('ordinary', 'confidential', 'secret')),
  state         TEXT NOT NULL CHECK (state IN ('collecting', 'underReview', 'received', 'partlyLent', 'lent', 'transferred', 'destroyed')),
  holder        TEXT NOT NULL CHECK (holder IN ('a', 'b', 'archive')),
  revision      INTEGER NOT NULL CHECK (revision >= 0),
  -- What the list adds up to, without the annex: the ledger sorts by them.
  item_count    INTEGER NOT NULL CHECK (item_count >= 0),
  page_count    INTEGER NOT NULL CHECK (page_count >= 0),
  opened_on     TEXT NOT NULL CHECK (opened_on GLOB '????-??-??'),
  -- Last day of the step that is due next; NULL once received or when nothing sets a limit.
  due_on        TEXT CHECK (due_on GLOB '????-??-??'),
  archive_no    TEXT UNIQUE,
  received_on   TEXT CHECK (received_on GLOB '????-??-??'),
  room          TEXT,
  cabinet       TEXT,
  shelf         TEXT,
  box           TEXT,
  CHECK ((archive_no IS NULL) = (received_on IS NULL)),
  CHECK ((state IN ('collecting', 'underReview')) = (archive_no IS NULL)),
  CHECK (archive_no IS NULL OR (room IS NOT NULL AND cabinet IS NOT NULL AND shelf IS NOT NULL AND box IS NOT NULL))
) STRICT;
-- Where id and page_count follow, the index alone answers a filtered page and its sums.
CREATE INDEX dossier_state ON dossier (state, id, page_count);
CREATE INDEX dossier_due ON dossier (due_on) WHERE due_on IS NOT NULL;
CREATE INDEX dossier_year ON dossier (year, id, page_count);
CREATE INDEX dossier_business_type ON dossier (business_type, id, page_count);
CREATE INDEX dossier_received ON dossier (received_on, id);
CREATE INDEX dossier_title ON dossier (title, id);
CREATE INDEX dossier_items ON dossier (item_count, id);
CREATE INDEX dossier_pages ON dossier (page_count, id);
CREATE INDEX dossier_archive_no ON dossier (archive_no, id);
CREATE TRIGGER dossier_no_delete BEFORE DELETE ON dossier BEGIN SELECT RAISE(ABORT, 'dossier stays in the ledger'); END;

CREATE TABLE dossier_item (
  id                 INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id         INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  part               TEXT NOT NULL CHECK (part IN ('approval', 'contracts', 'investigation', 'clientPapers', 'annex')),
  ordinal            INTEGER NOT NULL CHECK (ordinal > 0),
  title              TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  document_no        TEXT NOT NULL DEFAULT '',
  dated_on           TEXT CHECK (dated_on GLOB '????-??-??'),
  responsible        TEXT NOT NULL DEFAULT '',
  originality        TEXT NOT NULL CHECK (originality IN ('original', 'copy')),
  copies             INTEGER NOT NULL CHECK (copies BETWEEN 1 AND 999),
  pages              INTEGER NOT NULL CHECK (pages BETWEEN 0 AND 9999),
  signature_complete INTEGER NOT NULL CHECK (signature_complete IN (0, 1)),
  remarks            TEXT NOT NULL DEFAULT '',
  contract_code      TEXT UNIQUE
) STRICT;
CREATE INDEX dossier_item_dossier ON dossier_item (dossier_id, part, ordinal);

CREATE TABLE number_pattern (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  business_type TEXT NOT NULL UNIQUE CHECK (business_type IN ('loan', 'guarantee', 'other')),
  pattern       TEXT NOT NULL
) STRICT;

-- Every number ever given. The procedure: unique, without gaps, never reused.
CREATE TABLE archive_number (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  business_type TEXT NOT NULL CHECK (business_type IN ('loan', 'guarantee', 'other')),
  seq           INTEGER NOT NULL CHECK (seq > 0),
  text          TEXT NOT NULL UNIQUE,
  dossier_id    INTEGER NOT NULL UNIQUE REFERENCES dossier (id) ON DELETE RESTRICT,
  UNIQUE (business_type, seq)
) STRICT;
CREATE TRIGGER archive_number_without_gap AFTER INSERT ON archive_number
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM archive_number WHERE business_type = NEW.business_type AND id <> NEW.id), 0)
BEGIN SELECT RAISE(ABORT, 'archive number out of order'); END;
CREATE TRIGGER archive_number_no_update BEFORE UPDATE ON archive_number
BEGIN SELECT RAISE(ABORT, 'archive number is never changed'); END;
CREATE TRIGGER archive_number_no_delete BEFORE DELETE ON archive_number
BEGIN SELECT RAISE(ABORT, 'archive number is never reused'); END;
