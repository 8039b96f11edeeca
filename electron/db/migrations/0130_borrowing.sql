-- Borrowing: slips with what is on them, what was lent on them and came back, who waits for what, and by when things come back.
CREATE TABLE borrowing (
  id                    INTEGER PRIMARY KEY AUTOINCREMENT,
  -- 借〔2026〕001号, given when it is submitted: a draft has none.
  no                    TEXT UNIQUE,
  state                 TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'approved', 'rejected', 'lent', 'partlyReturned', 'closed', 'cancelled')),
  borrower_id           INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  made_by               INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- As it was called when the slip was submitted.
  department            TEXT NOT NULL,
  contact               TEXT NOT NULL DEFAULT '',
  purpose               TEXT NOT NULL DEFAULT '',
  way                   TEXT NOT NULL CHECK (way IN ('readHere', 'copy', 'takeAway')),
  -- The last day; a granted renewal moves it.
  due_on                TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  -- For whom a member of staff borrows, and answers: a court, an auditor.
  outsider_name         TEXT NOT NULL DEFAULT '',
  outsider_organisation TEXT NOT NULL DEFAULT '',
  outsider_document     TEXT NOT NULL DEFAULT '',
  remarks               TEXT NOT NULL DEFAULT '',
  repeats_id            INTEGER REFERENCES borrowing (id) ON DELETE RESTRICT,
  submitted_on          TEXT CHECK (submitted_on GLOB '????-??-??'),
  -- An executive borrows without anybody's approval.
  direct                INTEGER NOT NULL DEFAULT 0 CHECK (direct IN (0, 1)),
  decided_on            TEXT CHECK (decided_on GLOB '????-??-??'),
  decided_by            INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  opinion               TEXT NOT NULL DEFAULT '',
  -- The day by which it was to be back when it was submitted: what was approved and signed.
  asked_due_on          TEXT CHECK (asked_due_on GLOB '????-??-??'),
  lent_on               TEXT CHECK (lent_on GLOB '????-??-??'),
  lent_by               INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  -- By which title documents left the safe.
  title_slip_id         INTEGER REFERENCES title_slip (id) ON DELETE RESTRICT,
  closed_on             TEXT CHECK (closed_on GLOB '????-??-??'),
  -- Why it was cancelled.
  closing_reason        TEXT NOT NULL DEFAULT '',
  CHECK ((submitted_on IS NULL) = (no IS NULL)),
  CHECK (state <> 'draft' OR no IS NULL),
  CHECK (state IN ('draft', 'cancelled') OR (no IS NOT NULL AND purpose <> '')),
  CHECK ((decided_on IS NULL) = (decided_by IS NULL)),
  CHECK (decided_by IS NULL OR (decided_by <> borrower_id AND decided_by <> made_by)),
  -- Every lending has its approval, or an executive.
  CHECK (state NOT IN ('approved', 'lent', 'partlyReturned', 'closed') OR direct = 1 OR decided_by IS NOT NULL),
  CHECK (state <> 'rejected' OR (decided_by IS NOT NULL AND opinion <> '')),
  CHECK ((lent_on IS NULL) = (lent_by IS NULL)),
  CHECK ((state IN ('lent', 'partlyReturned', 'closed')) = (lent_on IS NOT NULL)),
  CHECK (lent_by IS NULL OR lent_by <> borrower_id),
  CHECK ((state IN ('closed', 'rejected', 'cancelled')) = (closed_on IS NOT NULL)),
  CHECK ((state = 'cancelled') = (closing_reason <> '')),
  CHECK ((outsider_name = '') = (outsider_organisation = ''))
) STRICT;
CREATE INDEX borrowing_state ON borrowing (state, id);
CREATE INDEX borrowing_borrower ON borrowing (borrower_id, id);
CREATE INDEX borrowing_title_slip ON borrowing (title_slip_id) WHERE title_slip_id IS NOT NULL;
CREATE TRIGGER borrowing_fixed BEFORE UPDATE ON borrowing
WHEN OLD.state IN ('rejected', 'closed', 'cancelled')
  OR (OLD.state <> 'draft' AND
      (NEW.id, NEW.no, NEW.borrower_id, NEW.made_by, NEW.department, NEW.contact, NEW.purpose, NEW.way, NEW.outsider_name,
       NEW.outsider_organisation, NEW.outsider_document, NEW.remarks, NEW.submitted_on, NEW.direct, NEW.asked_due_on)
      IS NOT
      (OLD.id, OLD.no, OLD.borrower_id, OLD.made_by, OLD.department, OLD.contact, OLD.purpose, OLD.way, OLD.outsider_name,
       OLD.outsider_organisation, OLD.outsider_document, OLD.remarks, OLD.submitted_on, OLD.direct, OLD.asked_due_on))
BEGIN SELECT RAISE(ABORT, 'what was submitted never changes'); END;
CREATE TRIGGER borrowing_way BEFORE UPDATE OF state ON borrowing
WHEN (OLD.state || ' ' || NEW.state) NOT IN (
  'draft draft', 'draft submitted', 'draft approved', 'draft cancelled', 'submitted approved', 'submitted rejected', 'submitted cancelled',
  'approved lent', 'approved cancelled', 'lent partlyReturned', 'lent closed', 'partlyReturned partlyReturned', 'partlyReturned closed',
  'lent lent')
BEGIN SELECT RAISE(ABORT, 'a slip never goes back'); END;
CREATE TRIGGER borrowing_no_delete BEFORE DELETE ON borrowing BEGIN SELECT RAISE(ABORT, 'a slip is never deleted'); END;

-- One thing on a slip, in the words in which it was asked for: a whole dossier, one paper of it, a title document.
CREATE TABLE borrowing_line (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  borrowing_id INTEGER NOT NULL REFERENCES borrowing (id) ON DELETE RESTRICT,
  ordinal      INTEGER NOT NULL CHECK (ordinal > 0),
  kind         TEXT NOT NULL CHECK (kind IN ('dossier', 'item', 'title')),
  dossier_id   INTEGER REFERENCES dossier (id) ON DELETE RESTRICT,
  item_id      INTEGER REFERENCES dossier_item (id) ON DELETE RESTRICT,
  title_id     INTEGER REFERENCES title (id) ON DELETE RESTRICT,
  number       TEXT NOT NULL,
  name         TEXT NOT NULL,
  secrecy      TEXT NOT NULL CHECK (secrecy IN ('ordinary', 'confidential', 'secret')),
  -- Where it stands, in words.
  place        TEXT NOT NULL DEFAULT '',
  -- Pages; of title documents pieces.
  quantity     INTEGER NOT NULL CHECK (quantity >= 0),
  state        TEXT NOT NULL CHECK (state IN ('asked', 'notLent', 'lent', 'incomplete', 'returned', 'settled')),
  -- Of these, how many have come back.
  found        INTEGER NOT NULL DEFAULT 0 CHECK (found BETWEEN 0 AND quantity),
  -- Copies that were handed out with it.
  copies       INTEGER NOT NULL DEFAULT 0 CHECK (copies >= 0),
  returned_on  TEXT CHECK (returned_on GLOB '????-??-??'),
  UNIQUE (borrowing_id, ordinal),
  CHECK ((kind = 'title') = (title_id IS NOT NULL)),
  CHECK ((kind = 'item') = (item_id IS NOT NULL)),
  CHECK ((kind = 'title') = (dossier_id IS NULL)),
  CHECK ((state IN ('returned', 'settled')) = (returned_on IS NOT NULL)),
  CHECK (state <> 'returned' OR found = quantity),
  CHECK (state NOT IN ('asked', 'notLent') OR found = 0)
) STRICT;
CREATE INDEX borrowing_line_dossier ON borrowing_line (dossier_id) WHERE dossier_id IS NOT NULL;
CREATE INDEX borrowing_line_title ON borrowing_line (title_id) WHERE title_id IS NOT NULL;
-- What is out is with one person.
CREATE UNIQUE INDEX borrowing_line_dossier_out ON borrowing_line (dossier_id) WHERE kind = 'dossier' AND state IN ('lent', 'incomplete');
CREATE UNIQUE INDEX borrowing_line_item_out ON borrowing_line (item_id) WHERE kind = 'item' AND state IN ('lent', 'incomplete');
CREATE UNIQUE INDEX borrowing_line_title_out ON borrowing_line (title_id) WHERE kind = 'title' AND state IN ('lent', 'incomplete');
CREATE TRIGGER borrowing_line_fixed BEFORE UPDATE ON borrowing_line
WHEN OLD.state IN ('notLent', 'returned', 'settled')
  OR (NEW.id, NEW.borrowing_id, NEW.ordinal, NEW.kind, NEW.dossier_id, NEW.item_id, NEW.title_id, NEW.number, NEW.name, NEW.secrecy,
      NEW.place, NEW.quantity)
     IS NOT
     (OLD.id, OLD.borrowing_id, OLD.ordinal, OLD.kind, OLD.dossier_id, OLD.item_id, OLD.title_id, OLD.number, OLD.name, OLD.secrecy,
      OLD.place, OLD.quantity)
BEGIN SELECT RAISE(ABORT, 'what was asked for never changes'); END;
CREATE TRIGGER borrowing_line_added BEFORE INSERT ON borrowing_line
WHEN (SELECT state FROM borrowing WHERE id = NEW.borrowing_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'what was submitted never changes'); END;
CREATE TRIGGER borrowing_line_removed BEFORE DELETE ON borrowing_line
WHEN (SELECT state FROM borrowing WHERE id = OLD.borrowing_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'what was submitted never changes'); END;
-- A paper does not go out with two people: with its dossier, and by itself.
CREATE TRIGGER borrowing_line_once BEFORE UPDATE OF state ON borrowing_line
WHEN NEW.state = 'lent' AND OLD.state = 'asked' AND (
  (SELECT state FROM borrowing WHERE id = NEW.borrowing_id) <> 'lent'
  OR EXISTS (SELECT 1 FROM borrowing_line l WHERE l.dossier_id = NEW.dossier_id AND l.id <> NEW.id AND l.state IN ('lent', 'incomplete')
             AND (l.kind = 'dossier' OR NEW.kind = 'dossier')))
BEGIN SELECT RAISE(ABORT, 'a thing is lent once, on an approved slip'); END;

-- What came back at once, as it was found.
CREATE TABLE borrowing_return (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  borrowing_id  INTEGER NOT NULL REFERENCES borrowing (id) ON DELETE RESTRICT,
  returned_on   TEXT NOT NULL CHECK (returned_on GLOB '????-??-??'),
  received_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  confirmed_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  title_slip_id INTEGER REFERENCES title_slip (id) ON DELETE RESTRICT,
  CHECK (received_by <> confirmed_by)
) STRICT;
CREATE INDEX borrowing_return_slip ON borrowing_return (borrowing_id);
CREATE TRIGGER borrowing_return_no_update BEFORE UPDATE ON borrowing_return BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;
CREATE TRIGGER borrowing_return_no_delete BEFORE DELETE ON borrowing_return BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;
CREATE TABLE borrowing_return_line (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  return_id      INTEGER NOT NULL REFERENCES borrowing_return (id) ON DELETE RESTRICT,
  line_id        INTEGER NOT NULL REFERENCES borrowing_line (id) ON DELETE RESTRICT,
  found          INTEGER NOT NULL CHECK (found >= 0),
  condition      TEXT NOT NULL CHECK (condition IN ('good', 'damaged')),
  remarks        TEXT NOT NULL DEFAULT '',
  -- Of what did not come back: what it is, who brings it, until when.
  missing        TEXT NOT NULL DEFAULT '',
  responsible_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  due_on         TEXT CHECK (due_on GLOB '????-??-??'),
  UNIQUE (return_id, line_id),
  CHECK (condition = 'good' OR remarks <> ''),
  CHECK ((missing = '') = (responsible_id IS NULL) AND (missing = '') = (due_on IS NULL))
) STRICT;
CREATE INDEX borrowing_return_line_line ON borrowing_return_line (line_id, id);
CREATE TRIGGER borrowing_return_line_no_update BEFORE UPDATE ON borrowing_return_line BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;
CREATE TRIGGER borrowing_return_line_no_delete BEFORE DELETE ON borrowing_return_line BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;

-- What will not come back any more: an executive signs that it is given up.
CREATE TABLE borrowing_settlement (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id    INTEGER NOT NULL UNIQUE REFERENCES borrowing_line (id) ON DELETE RESTRICT,
  settled_on TEXT NOT NULL CHECK (settled_on GLOB '????-??-??'),
  settled_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  reason     TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
) STRICT;
CREATE TRIGGER borrowing_settlement_no_update BEFORE UPDATE ON borrowing_settlement BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER borrowing_settlement_no_delete BEFORE DELETE ON borrowing_settlement BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

-- More time, asked for and decided as the slip itself.
CREATE TABLE borrowing_renewal (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  borrowing_id INTEGER NOT NULL REFERENCES borrowing (id) ON DELETE RESTRICT,
  from_due_on  TEXT NOT NULL CHECK (from_due_on GLOB '????-??-??'),
  new_due_on   TEXT NOT NULL CHECK (new_due_on GLOB '????-??-??'),
  reason       TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  asked_on     TEXT NOT NULL CHECK (asked_on GLOB '????-??-??'),
  asked_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'granted', 'refused', 'lapsed')),
  direct       INTEGER NOT NULL CHECK (direct IN (0, 1)),
  decided_on   TEXT CHECK (decided_on GLOB '????-??-??'),
  decided_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  opinion      TEXT NOT NULL DEFAULT '',
  CHECK (new_due_on > from_due_on),
  CHECK ((decided_on IS NULL) = (decided_by IS NULL)),
  CHECK (state <> 'granted' OR direct = 1 OR decided_by IS NOT NULL),
  CHECK (state <> 'refused' OR (decided_by IS NOT NULL AND opinion <> ''))
) STRICT;
CREATE INDEX borrowing_renewal_slip ON borrowing_renewal (borrowing_id, id);
CREATE UNIQUE INDEX borrowing_renewal_waiting ON borrowing_renewal (borrowing_id) WHERE state = 'waiting';
CREATE TRIGGER borrowing_renewal_fixed BEFORE UPDATE ON borrowing_renewal
WHEN OLD.state <> 'waiting'
  OR (NEW.id, NEW.borrowing_id, NEW.from_due_on, NEW.new_due_on, NEW.reason, NEW.asked_on, NEW.asked_by, NEW.direct)
     IS NOT (OLD.id, OLD.borrowing_id, OLD.from_due_on, OLD.new_due_on, OLD.reason, OLD.asked_on, OLD.asked_by, OLD.direct)
BEGIN SELECT RAISE(ABORT, 'what was decided never changes'); END;
CREATE TRIGGER borrowing_renewal_no_delete BEFORE DELETE ON borrowing_renewal BEGIN SELECT RAISE(ABORT, 'what was asked for is never deleted'); END;

-- Who waits for what is out; the first of them is told when it is back.
CREATE TABLE borrowing_queue (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  kind       TEXT NOT NULL CHECK (kind IN ('dossier', 'item', 'title')),
  dossier_id INTEGER REFERENCES dossier (id) ON DELETE RESTRICT,
  item_id    INTEGER REFERENCES dossier_item (id) ON DELETE RESTRICT,
  title_id   INTEGER REFERENCES title (id) ON DELETE RESTRICT,
  staff_id   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  joined_on  TEXT NOT NULL CHECK (joined_on GLOB '????-??-??'),
  told_on    TEXT CHECK (told_on GLOB '????-??-??'),
  ended_on   TEXT CHECK (ended_on GLOB '????-??-??'),
  CHECK ((kind = 'title') = (title_id IS NOT NULL)),
  CHECK ((kind = 'item') = (item_id IS NOT NULL)),
  CHECK ((kind = 'title') = (dossier_id IS NULL))
) STRICT;
CREATE INDEX borrowing_queue_dossier ON borrowing_queue (dossier_id, id) WHERE ended_on IS NULL;
CREATE INDEX borrowing_queue_title ON borrowing_queue (title_id, id) WHERE ended_on IS NULL;
CREATE INDEX borrowing_queue_staff ON borrowing_queue (staff_id, id) WHERE ended_on IS NULL;
CREATE TRIGGER borrowing_queue_fixed BEFORE UPDATE ON borrowing_queue
WHEN OLD.ended_on IS NOT NULL
  OR (NEW.id, NEW.kind, NEW.dossier_id, NEW.item_id, NEW.title_id, NEW.staff_id, NEW.joined_on)
     IS NOT (OLD.id, OLD.kind, OLD.dossier_id, OLD.item_id, OLD.title_id, OLD.staff_id, OLD.joined_on)
BEGIN SELECT RAISE(ABORT, 'who waited has waited'); END;
CREATE TRIGGER borrowing_queue_no_delete BEFORE DELETE ON borrowing_queue BEGIN SELECT RAISE(ABORT, 'who waited has waited'); END;

-- A note to one borrower with all that is due.
CREATE TABLE borrowing_recall (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  no          TEXT NOT NULL UNIQUE,
  borrower_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  department  TEXT NOT NULL,
  made_on     TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  made_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX borrowing_recall_borrower ON borrowing_recall (borrower_id, id);
CREATE TRIGGER borrowing_recall_no_update BEFORE UPDATE ON borrowing_recall BEGIN SELECT RAISE(ABORT, 'what was sent never changes'); END;
CREATE TRIGGER borrowing_recall_no_delete BEFORE DELETE ON borrowing_recall BEGIN SELECT RAISE(ABORT, 'what was sent never changes'); END;
CREATE TABLE borrowing_recall_line (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  recall_id    INTEGER NOT NULL REFERENCES borrowing_recall (id) ON DELETE RESTRICT,
  line_id      INTEGER NOT NULL REFERENCES borrowing_line (id) ON DELETE RESTRICT,
  due_on       TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  overdue_days INTEGER NOT NULL CHECK (overdue_days >= 0),
  UNIQUE (recall_id, line_id)
) STRICT;
CREATE INDEX borrowing_recall_line_line ON borrowing_recall_line (line_id);
CREATE TRIGGER borrowing_recall_line_no_update BEFORE UPDATE ON borrowing_recall_line BEGIN SELECT RAISE(ABORT, 'what was sent never changes'); END;
CREATE TRIGGER borrowing_recall_line_no_delete BEFORE DELETE ON borrowing_recall_line BEGIN SELECT RAISE(ABORT, 'what was sent never changes'); END;

-- content_hash: docs/journal-format.md.
CREATE TABLE borrowing_signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  borrowing_id INTEGER NOT NULL REFERENCES borrowing (id) ON DELETE RESTRICT,
  return_id    INTEGER REFERENCES borrowing_return (id) ON DELETE RESTRICT,
  renewal_id   INTEGER REFERENCES borrowing_renewal (id) ON DELETE RESTRICT,
  line_id      INTEGER REFERENCES borrowing_line (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('approver', 'lender', 'borrower', 'receiver', 'confirmer', 'renewer', 'settler')),
  at           TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  CHECK ((role IN ('receiver', 'confirmer')) = (return_id IS NOT NULL)),
  CHECK ((role = 'renewer') = (renewal_id IS NOT NULL)),
  CHECK ((role = 'settler') = (line_id IS NOT NULL))
) STRICT;
CREATE UNIQUE INDEX borrowing_signature_once
  ON borrowing_signature (borrowing_id, role, coalesce(return_id, 0), coalesce(renewal_id, 0), coalesce(line_id, 0));
CREATE TRIGGER borrowing_signature_no_update BEFORE UPDATE ON borrowing_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER borrowing_signature_no_delete BEFORE DELETE ON borrowing_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

-- In how many days things come back: by the class of the records, by the position of the borrower, by both, or for all.
CREATE TABLE borrowing_term (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  class_id INTEGER REFERENCES record_class (id) ON DELETE RESTRICT,
  position TEXT,
  days     INTEGER NOT NULL CHECK (days BETWEEN 1 AND 366)
) STRICT;
CREATE UNIQUE INDEX borrowing_term_once ON borrowing_term (coalesce(class_id, 0), coalesce(position, ''));

CREATE VIRTUAL TABLE search_borrowing USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

-- rows: who may do what in the companies that exist already, and in how many days things come back
INSERT INTO permission (position, permission)
SELECT its.position, its.permission FROM (
  SELECT p.position, 'borrowing.ask' AS permission FROM (SELECT DISTINCT position FROM permission UNION SELECT 'employee' UNION SELECT 'qualityManager') p
  UNION ALL SELECT e.position, n.permission
    FROM (SELECT 'chairman' AS position UNION SELECT 'generalManager' UNION SELECT 'deputyManager') e,
         (SELECT 'borrowing.read' AS permission UNION SELECT 'borrowing.approve') n
  UNION ALL SELECT 'archivist', 'borrowing.read' UNION ALL SELECT 'archivist', 'borrowing.lend'
  UNION ALL SELECT 'titleCustodian', 'borrowing.read') its
WHERE EXISTS (SELECT 1 FROM company);
INSERT INTO borrowing_term (position, days)
SELECT its.position, its.days FROM (
  SELECT NULL AS position, 10 AS days UNION ALL SELECT 'chairman', 30 UNION ALL SELECT 'generalManager', 30 UNION ALL SELECT 'deputyManager', 30) its
WHERE EXISTS (SELECT 1 FROM company);
