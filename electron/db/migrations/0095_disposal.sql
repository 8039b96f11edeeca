-- Lists by which dossiers are appraised, destroyed or handed to outside, and what came back from there. One shape for all three:
-- numbered, frozen with its first signature, approved by somebody else than who made it, carried out before witnesses.
CREATE TABLE disposal (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  no                TEXT NOT NULL UNIQUE,
  kind              TEXT NOT NULL CHECK (kind IN ('appraisal', 'destruction', 'transfer')),
  state             TEXT NOT NULL CHECK (state IN ('submitted', 'approved', 'refused', 'withdrawn', 'done')),
  -- Of a destruction: whose decisions it carries out.
  appraisal_id      INTEGER REFERENCES disposal (id) ON DELETE RESTRICT,
  reason            TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  -- Of a transfer: the body outside, who comes for it, by which paper or at which number.
  receiver          TEXT NOT NULL DEFAULT '',
  receiver_person   TEXT NOT NULL DEFAULT '',
  receiver_document TEXT NOT NULL DEFAULT '',
  made_on           TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  made_by           INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- Two who watch a destruction, one who watches a transfer. Others may be named until it is done.
  first_witness_id  INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  second_witness_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  decided_on        TEXT CHECK (decided_on GLOB '????-??-??'),
  decided_by        INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  -- Why it was refused or withdrawn.
  closing_reason    TEXT NOT NULL DEFAULT '',
  done_on           TEXT CHECK (done_on GLOB '????-??-??'),
  CHECK ((kind = 'destruction') = (appraisal_id IS NOT NULL)),
  CHECK ((kind = 'transfer') = (receiver <> '')),
  CHECK ((kind = 'appraisal') = (first_witness_id IS NULL)),
  CHECK ((kind = 'destruction') = (second_witness_id IS NOT NULL)),
  CHECK (first_witness_id IS NULL OR second_witness_id IS NULL OR first_witness_id <> second_witness_id),
  CHECK (made_by IS NOT first_witness_id AND made_by IS NOT second_witness_id),
  CHECK (decided_by IS NULL OR (decided_by <> made_by AND decided_by IS NOT first_witness_id AND decided_by IS NOT second_witness_id)),
  CHECK ((decided_on IS NULL) = (decided_by IS NULL)),
  CHECK (state <> 'submitted' OR decided_by IS NULL),
  CHECK (state NOT IN ('approved', 'refused', 'done') OR decided_by IS NOT NULL),
  CHECK ((state = 'done') = (done_on IS NOT NULL)),
  CHECK (kind <> 'appraisal' OR state <> 'done'),
  CHECK ((state IN ('refused', 'withdrawn')) = (closing_reason <> ''))
) STRICT;
CREATE INDEX disposal_kind ON disposal (kind, id);
CREATE INDEX disposal_state ON disposal (state, id);
CREATE INDEX disposal_appraisal ON disposal (appraisal_id) WHERE appraisal_id IS NOT NULL;
CREATE TRIGGER disposal_fixed BEFORE UPDATE ON disposal
WHEN OLD.state IN ('refused', 'withdrawn', 'done') OR (OLD.kind = 'appraisal' AND OLD.state = 'approved')
  OR (NEW.id, NEW.no, NEW.kind, NEW.appraisal_id, NEW.reason, NEW.receiver, NEW.receiver_person, NEW.receiver_document, NEW.made_on, NEW.made_by)
     IS NOT
     (OLD.id, OLD.no, OLD.kind, OLD.appraisal_id, OLD.reason, OLD.receiver, OLD.receiver_person, OLD.receiver_document, OLD.made_on, OLD.made_by)
BEGIN SELECT RAISE(ABORT, 'a closed list and what was signed never change'); END;
CREATE TRIGGER disposal_no_delete BEFORE DELETE ON disposal BEGIN SELECT RAISE(ABORT, 'a list is never deleted'); END;

-- Each dossier as it stood when the list was made.
CREATE TABLE disposal_line (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  disposal_id INTEGER NOT NULL REFERENCES disposal (id) ON DELETE RESTRICT,
  ordinal     INTEGER NOT NULL CHECK (ordinal > 0),
  dossier_id  INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  archive_no  TEXT NOT NULL,
  title       TEXT NOT NULL,
  class_name  TEXT NOT NULL,
  year        INTEGER NOT NULL,
  -- The term in words; from which day it counts; its last day (NULL: for ever, or not begun yet).
  retention   TEXT NOT NULL,
  kept_from   TEXT NOT NULL CHECK (kept_from GLOB '????-??-??'),
  keep_until  TEXT CHECK (keep_until GLOB '????-??-??'),
  items       INTEGER NOT NULL CHECK (items >= 0),
  pages       INTEGER NOT NULL CHECK (pages >= 0),
  -- What an appraisal says, and to which day it is kept on.
  decision    TEXT CHECK (decision IN ('keep', 'keepForEver', 'destroy')),
  new_until   TEXT CHECK (new_until GLOB '????-??-??'),
  remarks     TEXT NOT NULL DEFAULT '',
  UNIQUE (disposal_id, ordinal),
  UNIQUE (disposal_id, dossier_id),
  CHECK ((decision IS 'keep') = (new_until IS NOT NULL))
) STRICT;
CREATE INDEX disposal_line_dossier ON disposal_line (dossier_id, disposal_id);
CREATE TRIGGER disposal_line_no_update BEFORE UPDATE ON disposal_line BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER disposal_line_no_delete BEFORE DELETE ON disposal_line BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER disposal_line_added BEFORE INSERT ON disposal_line
WHEN EXISTS (SELECT 1 FROM disposal_signature WHERE disposal_id = NEW.disposal_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

-- content_hash: docs/journal-format.md.
CREATE TABLE disposal_signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  disposal_id  INTEGER NOT NULL REFERENCES disposal (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('maker', 'approver', 'archivist', 'firstWitness', 'secondWitness')),
  at           TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (disposal_id, role)
) STRICT;
CREATE TRIGGER disposal_signature_no_update BEFORE UPDATE ON disposal_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER disposal_signature_no_delete BEFORE DELETE ON disposal_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

-- What was handed to outside and came back: reversed, not edited.
CREATE TABLE take_back (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id    INTEGER NOT NULL UNIQUE REFERENCES disposal_line (id) ON DELETE RESTRICT,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  taken_on   TEXT NOT NULL CHECK (taken_on GLOB '????-??-??'),
  taken_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  reason     TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  place_id   INTEGER NOT NULL REFERENCES place (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX take_back_dossier ON take_back (dossier_id);
CREATE TRIGGER take_back_no_update BEFORE UPDATE ON take_back BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;
CREATE TRIGGER take_back_no_delete BEFORE DELETE ON take_back BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;

-- The last appraisal that decided on it: from then on the term no longer says how long it is kept.
ALTER TABLE dossier ADD COLUMN appraised_on TEXT CHECK (appraised_on GLOB '????-??-??');

-- What was destroyed stays in the ledger as it was, and nothing gets there without a list that was carried out.
CREATE TRIGGER dossier_destroyed BEFORE UPDATE ON dossier WHEN OLD.state = 'destroyed'
BEGIN SELECT RAISE(ABORT, 'what was destroyed never changes'); END;
CREATE TRIGGER dossier_destroyed_by_list BEFORE UPDATE OF state ON dossier
WHEN NEW.state = 'destroyed' AND NOT EXISTS (
  SELECT 1 FROM disposal_line l JOIN disposal d ON d.id = l.disposal_id
  WHERE l.dossier_id = NEW.id AND d.kind = 'destruction' AND d.state = 'done')
BEGIN SELECT RAISE(ABORT, 'nothing is destroyed without a list'); END;
CREATE TRIGGER dossier_item_destroyed_added BEFORE INSERT ON dossier_item
WHEN EXISTS (SELECT 1 FROM disposal_line l JOIN disposal d ON d.id = l.disposal_id
             WHERE l.dossier_id = NEW.dossier_id AND d.kind = 'destruction' AND d.state = 'done')
BEGIN SELECT RAISE(ABORT, 'what was destroyed never changes'); END;
CREATE TRIGGER dossier_item_destroyed_changed BEFORE UPDATE ON dossier_item
WHEN EXISTS (SELECT 1 FROM disposal_line l JOIN disposal d ON d.id = l.disposal_id
             WHERE l.dossier_id = OLD.dossier_id AND d.kind = 'destruction' AND d.state = 'done')
BEGIN SELECT RAISE(ABORT, 'what was destroyed never changes'); END;
CREATE TRIGGER dossier_item_destroyed_removed BEFORE DELETE ON dossier_item
WHEN EXISTS (SELECT 1 FROM disposal_line l JOIN disposal d ON d.id = l.disposal_id
             WHERE l.dossier_id = OLD.dossier_id AND d.kind = 'destruction' AND d.state = 'done')
BEGIN SELECT RAISE(ABORT, 'what was destroyed never changes'); END;

CREATE VIRTUAL TABLE search_disposal USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

-- rows: who may do what in the companies that exist already
INSERT INTO permission (position, permission)
SELECT its.position, its.permission FROM (
  SELECT 'archivist' AS position, 'disposal.prepare' AS permission UNION ALL
  SELECT 'chairman', 'disposal.approve' UNION ALL SELECT 'generalManager', 'disposal.approve') its
WHERE EXISTS (SELECT 1 FROM company);
