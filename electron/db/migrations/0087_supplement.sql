-- What B or the archivist finds missing or unsigned goes on a supplement list that has to be cleared before the papers go on
-- (procedure for loan and guarantee archives, check of the list).
CREATE TABLE supplement_list (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  no             TEXT NOT NULL UNIQUE,
  dossier_id     INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  -- The handover at whose check it was found; NULL: found later.
  handover_id    INTEGER REFERENCES handover (id) ON DELETE RESTRICT,
  -- Who checks: B, or the archive.
  side           TEXT NOT NULL CHECK (side IN ('b', 'archive')),
  responsible_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  issued_on      TEXT NOT NULL CHECK (issued_on GLOB '????-??-??'),
  due_on         TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  line_count     INTEGER NOT NULL CHECK (line_count > 0),
  -- The checker's signature; the name as it was then.
  checker_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  checker        TEXT NOT NULL,
  signed_at      TEXT NOT NULL,
  content_hash   TEXT NOT NULL CHECK (length(content_hash) = 64),
  state          TEXT NOT NULL CHECK (state IN ('open', 'closed')),
  closed_on      TEXT CHECK (closed_on GLOB '????-??-??'),
  CHECK (due_on >= issued_on),
  CHECK (checker_id <> responsible_id),
  CHECK ((state = 'open') = (closed_on IS NULL))
) STRICT;
CREATE INDEX supplement_list_dossier ON supplement_list (dossier_id, state);
CREATE INDEX supplement_list_state ON supplement_list (state, due_on);
CREATE INDEX supplement_list_issued ON supplement_list (issued_on);
CREATE TRIGGER supplement_list_signed BEFORE UPDATE ON supplement_list
WHEN OLD.state = 'closed'
  OR (NEW.id, NEW.no, NEW.dossier_id, NEW.handover_id, NEW.side, NEW.responsible_id, NEW.issued_on, NEW.due_on, NEW.line_count,
      NEW.checker_id, NEW.checker, NEW.signed_at, NEW.content_hash)
     IS NOT
     (OLD.id, OLD.no, OLD.dossier_id, OLD.handover_id, OLD.side, OLD.responsible_id, OLD.issued_on, OLD.due_on, OLD.line_count,
      OLD.checker_id, OLD.checker, OLD.signed_at, OLD.content_hash)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER supplement_list_no_delete BEFORE DELETE ON supplement_list
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TABLE supplement_line (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  list_id        INTEGER NOT NULL REFERENCES supplement_list (id) ON DELETE RESTRICT,
  ordinal        INTEGER NOT NULL CHECK (ordinal > 0),
  title          TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
  fault          TEXT NOT NULL CHECK (fault IN ('missing', 'unsigned')),
  -- Which procedure or which entry of a checklist demands it.
  basis          TEXT NOT NULL,
  part           TEXT NOT NULL CHECK (part IN ('approval', 'contracts', 'investigation', 'clientPapers', 'annex')),
  -- The row of the in-volume list that it is about; that row may be gone.
  item_id        INTEGER,
  state          TEXT NOT NULL CHECK (state IN ('open', 'handedIn', 'cleared', 'withdrawn')),
  closed_on      TEXT CHECK (closed_on GLOB '????-??-??'),
  -- The signature of whoever no longer demands it.
  withdrawer_id  INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  withdrawer     TEXT,
  withdrawn_at   TEXT,
  reason         TEXT NOT NULL DEFAULT '',
  withdrawn_hash TEXT CHECK (length(withdrawn_hash) = 64),
  UNIQUE (list_id, ordinal),
  CHECK ((state IN ('cleared', 'withdrawn')) = (closed_on IS NOT NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_hash IS NOT NULL) AND (state = 'withdrawn') = (withdrawer_id IS NOT NULL)
         AND (state = 'withdrawn') = (withdrawer IS NOT NULL) AND (state = 'withdrawn') = (withdrawn_at IS NOT NULL)
         AND (state = 'withdrawn') = (length(reason) > 0))
) STRICT;
CREATE INDEX supplement_line_state ON supplement_line (list_id, state);
CREATE TRIGGER supplement_line_added BEFORE INSERT ON supplement_line
WHEN (SELECT count(*) FROM supplement_line WHERE list_id = NEW.list_id)
     >= (SELECT line_count FROM supplement_list WHERE id = NEW.list_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER supplement_line_signed BEFORE UPDATE ON supplement_line
WHEN OLD.state IN ('cleared', 'withdrawn')
  OR (NEW.id, NEW.list_id, NEW.ordinal, NEW.title, NEW.fault, NEW.basis, NEW.part, NEW.item_id)
     IS NOT (OLD.id, OLD.list_id, OLD.ordinal, OLD.title, OLD.fault, OLD.basis, OLD.part, OLD.item_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER supplement_line_no_delete BEFORE DELETE ON supplement_line
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

-- What was handed in for a line: once, or again after it came back.
CREATE TABLE supplement_delivery (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id       INTEGER NOT NULL REFERENCES supplement_line (id) ON DELETE RESTRICT,
  pages         INTEGER NOT NULL CHECK (pages BETWEEN 1 AND 9999),
  handed_on     TEXT NOT NULL CHECK (handed_on GLOB '????-??-??'),
  giver_id      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  giver         TEXT NOT NULL,
  given_at      TEXT NOT NULL,
  giver_hash    TEXT NOT NULL CHECK (length(giver_hash) = 64),
  state         TEXT NOT NULL CHECK (state IN ('waiting', 'confirmed', 'returned')),
  closed_on     TEXT CHECK (closed_on GLOB '????-??-??'),
  receiver_id   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  receiver      TEXT,
  decided_at    TEXT,
  pages_found   INTEGER CHECK (pages_found BETWEEN 0 AND 9999),
  remark        TEXT NOT NULL DEFAULT '',
  receiver_hash TEXT CHECK (length(receiver_hash) = 64),
  CHECK (receiver_id IS NULL OR receiver_id <> giver_id),
  CHECK ((state = 'waiting') = (closed_on IS NULL) AND (state = 'waiting') = (receiver_id IS NULL)
         AND (state = 'waiting') = (receiver IS NULL) AND (state = 'waiting') = (decided_at IS NULL)
         AND (state = 'waiting') = (receiver_hash IS NULL)),
  CHECK (state <> 'confirmed' OR pages_found = pages)
) STRICT;
CREATE INDEX supplement_delivery_line ON supplement_delivery (line_id, id);
CREATE UNIQUE INDEX supplement_delivery_waiting ON supplement_delivery (line_id) WHERE state = 'waiting';
CREATE TRIGGER supplement_delivery_signed BEFORE UPDATE ON supplement_delivery
WHEN OLD.state <> 'waiting'
  OR (NEW.id, NEW.line_id, NEW.pages, NEW.handed_on, NEW.giver_id, NEW.giver, NEW.given_at, NEW.giver_hash)
     IS NOT (OLD.id, OLD.line_id, OLD.pages, OLD.handed_on, OLD.giver_id, OLD.giver, OLD.given_at, OLD.giver_hash)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER supplement_delivery_no_delete BEFORE DELETE ON supplement_delivery
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE VIRTUAL TABLE search_supplement_list USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
