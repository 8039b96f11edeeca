-- The whole schema as the migrations make it, version 310. Written by
-- tests/db/migrate.test.ts. Left out: the three triggers of each table that write the journal (electron/db/journal.ts).

CREATE TABLE "archive_number" (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  class_id    INTEGER NOT NULL REFERENCES record_class (id) ON DELETE RESTRICT,
  -- 0 where the numbers of the class run on through the years.
  year        INTEGER NOT NULL CHECK (year >= 0),
  -- NULL: a number from another ledger that the pattern of the class does not make.
  seq         INTEGER CHECK (seq > 0),
  text        TEXT NOT NULL UNIQUE,
  -- NULL: void before any dossier had it.
  dossier_id  INTEGER REFERENCES dossier (id) ON DELETE RESTRICT,
  origin      TEXT NOT NULL CHECK (origin IN ('given', 'imported')),
  voided_on   TEXT CHECK (voided_on GLOB '????-??-??'),
  voided_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  void_reason TEXT, replaces_id INTEGER REFERENCES archive_number (id) ON DELETE RESTRICT, void_hash TEXT CHECK (length(void_hash) = 64),
  UNIQUE (class_id, year, seq),
  CHECK ((voided_on IS NULL) = (voided_by IS NULL) AND (voided_on IS NULL) = (void_reason IS NULL)),
  CHECK (dossier_id IS NOT NULL OR voided_on IS NOT NULL),
  CHECK (seq IS NOT NULL OR origin = 'imported')
) STRICT;

CREATE UNIQUE INDEX archive_number_dossier ON archive_number (dossier_id) WHERE voided_on IS NULL;

CREATE INDEX archive_number_of_dossier ON archive_number (dossier_id, id) WHERE dossier_id IS NOT NULL;

CREATE UNIQUE INDEX archive_number_replaces ON archive_number (replaces_id) WHERE replaces_id IS NOT NULL;

CREATE INDEX archive_number_void ON archive_number (class_id, year) WHERE voided_on IS NOT NULL;

CREATE TRIGGER archive_number_no_delete BEFORE DELETE ON archive_number WHEN OLD.origin = 'given'
BEGIN SELECT RAISE(ABORT, 'archive number is never reused'); END;

CREATE TRIGGER archive_number_no_update BEFORE UPDATE ON archive_number
WHEN (NEW.id, NEW.class_id, NEW.year, NEW.seq, NEW.text, NEW.dossier_id, NEW.origin, NEW.replaces_id)
     IS NOT (OLD.id, OLD.class_id, OLD.year, OLD.seq, OLD.text, OLD.dossier_id, OLD.origin, OLD.replaces_id)
  OR (OLD.voided_on IS NOT NULL
      AND (NEW.voided_on, NEW.voided_by, NEW.void_reason, NEW.void_hash) IS NOT (OLD.voided_on, OLD.voided_by, OLD.void_reason, OLD.void_hash))
BEGIN SELECT RAISE(ABORT, 'archive number is never changed'); END;

CREATE TRIGGER archive_number_replaces_void BEFORE INSERT ON archive_number
WHEN NEW.replaces_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM archive_number WHERE id = NEW.replaces_id AND voided_on IS NOT NULL AND dossier_id = NEW.dossier_id)
BEGIN SELECT RAISE(ABORT, 'only a void number of the same dossier is replaced'); END;

CREATE TRIGGER archive_number_without_gap AFTER INSERT ON archive_number
WHEN NEW.origin = 'given' AND NEW.seq <> 1 + coalesce(
  (SELECT max(seq) FROM archive_number WHERE class_id = NEW.class_id AND year = NEW.year AND id <> NEW.id), 0)
BEGIN SELECT RAISE(ABORT, 'archive number out of order'); END;

CREATE TABLE "attachment" (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id    INTEGER REFERENCES dossier (id) ON DELETE RESTRICT,
  subject_kind  TEXT NOT NULL CHECK (subject_kind IN ('dossier', 'dossierItem', 'title', 'borrowing', 'complaint')),
  subject_id    INTEGER NOT NULL,
  name          TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  kind          TEXT NOT NULL CHECK (kind IN ('pdf', 'jpeg', 'png')),
  sha256        TEXT NOT NULL CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  bytes         INTEGER NOT NULL CHECK (bytes > 0),
  rotation      INTEGER NOT NULL DEFAULT 0 CHECK (rotation IN (0, 90, 180, 270)),
  added_at      TEXT NOT NULL,
  added_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  removed_at    TEXT,
  removed_by    INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  remove_reason TEXT,
  CHECK ((subject_kind IN ('title', 'borrowing', 'complaint')) = (dossier_id IS NULL)),
  CHECK (subject_kind <> 'dossier' OR subject_id = dossier_id),
  CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (remove_reason IS NULL))
) STRICT;

CREATE INDEX attachment_dossier ON attachment (dossier_id, id) WHERE dossier_id IS NOT NULL;

CREATE INDEX attachment_file ON attachment (sha256);

CREATE INDEX attachment_other ON attachment (subject_kind, subject_id, id) WHERE dossier_id IS NULL;

CREATE TRIGGER attachment_fixed BEFORE UPDATE ON attachment
WHEN (NEW.id, NEW.dossier_id, NEW.name, NEW.kind, NEW.sha256, NEW.bytes, NEW.added_at, NEW.added_by)
  IS NOT (OLD.id, OLD.dossier_id, OLD.name, OLD.kind, OLD.sha256, OLD.bytes, OLD.added_at, OLD.added_by)
  OR (OLD.dossier_id IS NULL AND (NEW.subject_kind, NEW.subject_id) <> (OLD.subject_kind, OLD.subject_id))
  OR OLD.removed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;

CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;

CREATE TRIGGER attachment_of_complaint BEFORE INSERT ON attachment
WHEN NEW.subject_kind = 'complaint' AND (NOT EXISTS (SELECT 1 FROM complaint WHERE id = NEW.subject_id AND closed_on IS NULL)
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.subject_id AND staff_id = NEW.added_by))
BEGIN SELECT RAISE(ABORT, 'evidence belongs to a case that is open'); END;

CREATE TRIGGER attachment_of_slip BEFORE INSERT ON attachment
WHEN NEW.subject_kind = 'borrowing' AND NOT EXISTS (SELECT 1 FROM borrowing WHERE id = NEW.subject_id AND state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'a photo belongs to a slip that was submitted'); END;

CREATE TRIGGER attachment_of_title BEFORE INSERT ON attachment
WHEN NEW.subject_kind = 'title' AND NOT EXISTS (SELECT 1 FROM title WHERE id = NEW.subject_id)
BEGIN SELECT RAISE(ABORT, 'a scan belongs to a title that is there'); END;

CREATE TABLE attempt (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  subject  TEXT NOT NULL UNIQUE,
  failures INTEGER NOT NULL CHECK (failures >= 0),
  last_at  TEXT NOT NULL
) STRICT;

CREATE TABLE "backup" (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The folder that was chosen, as this computer calls it, and the bag in it.
  place         TEXT NOT NULL CHECK (place <> ''),
  name          TEXT NOT NULL CHECK (name <> ''),
  made_at       TEXT NOT NULL,
  made_by       INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  -- The journal's last event in it.
  seq           INTEGER NOT NULL CHECK (seq > 0),
  head          TEXT NOT NULL CHECK (length(head) = 64),
  bytes         INTEGER NOT NULL CHECK (bytes > 0),
  files         INTEGER NOT NULL CHECK (files > 0),
  -- Scans that were not what their name says.
  altered_files INTEGER NOT NULL DEFAULT 0 CHECK (altered_files >= 0),
  -- Was the journal whole when it was made?
  journal_whole INTEGER NOT NULL CHECK (journal_whole IN (0, 1)),
  medium_id     INTEGER REFERENCES medium (id) ON DELETE RESTRICT,
  verified_at   TEXT NOT NULL,
  verified_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  -- Found faulty, and not whole again since.
  faulty_at     TEXT,
  -- Cleared away by the rule of what is kept.
  removed_at    TEXT
) STRICT;

CREATE UNIQUE INDEX backup_head ON backup (head, place);

CREATE INDEX backup_medium ON backup (medium_id);

CREATE TRIGGER backup_fixed BEFORE UPDATE ON backup
WHEN (NEW.id, NEW.place, NEW.name, NEW.made_at, NEW.made_by, NEW.seq, NEW.head, NEW.bytes, NEW.files, NEW.altered_files, NEW.journal_whole,
    NEW.medium_id)
  IS NOT (OLD.id, OLD.place, OLD.name, OLD.made_at, OLD.made_by, OLD.seq, OLD.head, OLD.bytes, OLD.files, OLD.altered_files, OLD.journal_whole,
    OLD.medium_id)
  OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NOT OLD.removed_at)
BEGIN SELECT RAISE(ABORT, 'a backup that was made is never unwritten'); END;

CREATE TRIGGER backup_no_delete BEFORE DELETE ON backup BEGIN SELECT RAISE(ABORT, 'a backup that was made is never unwritten'); END;

CREATE TABLE backup_key (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  recipient  TEXT NOT NULL UNIQUE CHECK (length(recipient) = 62 AND recipient GLOB 'age1*'),
  on_since   TEXT NOT NULL,
  on_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  off_since  TEXT,
  off_by     INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  CHECK ((off_since IS NULL) = (off_by IS NULL))
) STRICT;

CREATE UNIQUE INDEX backup_key_now ON backup_key (off_since IS NULL) WHERE off_since IS NULL;

CREATE TRIGGER backup_key_fixed BEFORE UPDATE ON backup_key
WHEN (NEW.id, NEW.recipient, NEW.on_since, NEW.on_by) IS NOT (OLD.id, OLD.recipient, OLD.on_since, OLD.on_by) OR OLD.off_since IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a key that backups were encrypted to is never unwritten'); END;

CREATE TRIGGER backup_key_no_delete BEFORE DELETE ON backup_key
BEGIN SELECT RAISE(ABORT, 'a key that backups were encrypted to is never unwritten'); END;

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
  closing_reason        TEXT NOT NULL DEFAULT '', copies_signed INTEGER NOT NULL DEFAULT 0 CHECK (copies_signed IN (0, 1)),
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

CREATE INDEX borrowing_borrower ON borrowing (borrower_id, id);

CREATE INDEX borrowing_lent_on ON borrowing (lent_on);

CREATE INDEX borrowing_state ON borrowing (state, id);

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

CREATE TRIGGER borrowing_no_delete BEFORE DELETE ON borrowing BEGIN SELECT RAISE(ABORT, 'a slip is never deleted'); END;

CREATE TRIGGER borrowing_way BEFORE UPDATE OF state ON borrowing
WHEN (OLD.state || ' ' || NEW.state) NOT IN (
  'draft draft', 'draft submitted', 'draft approved', 'draft cancelled', 'submitted approved', 'submitted rejected', 'submitted cancelled',
  'approved lent', 'approved cancelled', 'lent partlyReturned', 'lent closed', 'partlyReturned partlyReturned', 'partlyReturned closed',
  'lent lent')
BEGIN SELECT RAISE(ABORT, 'a slip never goes back'); END;

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

CREATE UNIQUE INDEX borrowing_line_dossier_out ON borrowing_line (dossier_id) WHERE kind = 'dossier' AND state IN ('lent', 'incomplete');

CREATE UNIQUE INDEX borrowing_line_item_out ON borrowing_line (item_id) WHERE kind = 'item' AND state IN ('lent', 'incomplete');

CREATE INDEX borrowing_line_title ON borrowing_line (title_id) WHERE title_id IS NOT NULL;

CREATE UNIQUE INDEX borrowing_line_title_out ON borrowing_line (title_id) WHERE kind = 'title' AND state IN ('lent', 'incomplete');

CREATE TRIGGER borrowing_line_added BEFORE INSERT ON borrowing_line
WHEN (SELECT state FROM borrowing WHERE id = NEW.borrowing_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'what was submitted never changes'); END;

CREATE TRIGGER borrowing_line_fixed BEFORE UPDATE ON borrowing_line
WHEN OLD.state IN ('notLent', 'returned', 'settled')
  OR (NEW.id, NEW.borrowing_id, NEW.ordinal, NEW.kind, NEW.dossier_id, NEW.item_id, NEW.title_id, NEW.number, NEW.name, NEW.secrecy,
      NEW.place, NEW.quantity)
     IS NOT
     (OLD.id, OLD.borrowing_id, OLD.ordinal, OLD.kind, OLD.dossier_id, OLD.item_id, OLD.title_id, OLD.number, OLD.name, OLD.secrecy,
      OLD.place, OLD.quantity)
BEGIN SELECT RAISE(ABORT, 'what was asked for never changes'); END;

CREATE TRIGGER borrowing_line_once BEFORE UPDATE OF state ON borrowing_line
WHEN NEW.state = 'lent' AND OLD.state = 'asked' AND (
  (SELECT state FROM borrowing WHERE id = NEW.borrowing_id) <> 'lent'
  OR EXISTS (SELECT 1 FROM borrowing_line l WHERE l.dossier_id = NEW.dossier_id AND l.id <> NEW.id AND l.state IN ('lent', 'incomplete')
             AND (l.kind = 'dossier' OR NEW.kind = 'dossier')))
BEGIN SELECT RAISE(ABORT, 'a thing is lent once, on an approved slip'); END;

CREATE TRIGGER borrowing_line_removed BEFORE DELETE ON borrowing_line
WHEN (SELECT state FROM borrowing WHERE id = OLD.borrowing_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'what was submitted never changes'); END;

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

CREATE INDEX borrowing_queue_staff ON borrowing_queue (staff_id, id) WHERE ended_on IS NULL;

CREATE INDEX borrowing_queue_title ON borrowing_queue (title_id, id) WHERE ended_on IS NULL;

CREATE TRIGGER borrowing_queue_fixed BEFORE UPDATE ON borrowing_queue
WHEN OLD.ended_on IS NOT NULL
  OR (NEW.id, NEW.kind, NEW.dossier_id, NEW.item_id, NEW.title_id, NEW.staff_id, NEW.joined_on)
     IS NOT (OLD.id, OLD.kind, OLD.dossier_id, OLD.item_id, OLD.title_id, OLD.staff_id, OLD.joined_on)
BEGIN SELECT RAISE(ABORT, 'who waited has waited'); END;

CREATE TRIGGER borrowing_queue_no_delete BEFORE DELETE ON borrowing_queue BEGIN SELECT RAISE(ABORT, 'who waited has waited'); END;

CREATE TABLE borrowing_recall (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  no          TEXT NOT NULL UNIQUE,
  borrower_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  department  TEXT NOT NULL,
  made_on     TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  made_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX borrowing_recall_borrower ON borrowing_recall (borrower_id, id);

CREATE TRIGGER borrowing_recall_no_delete BEFORE DELETE ON borrowing_recall BEGIN SELECT RAISE(ABORT, 'what was sent never changes'); END;

CREATE TRIGGER borrowing_recall_no_update BEFORE UPDATE ON borrowing_recall BEGIN SELECT RAISE(ABORT, 'what was sent never changes'); END;

CREATE TABLE borrowing_recall_line (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  recall_id    INTEGER NOT NULL REFERENCES borrowing_recall (id) ON DELETE RESTRICT,
  line_id      INTEGER NOT NULL REFERENCES borrowing_line (id) ON DELETE RESTRICT,
  due_on       TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  overdue_days INTEGER NOT NULL CHECK (overdue_days >= 0),
  UNIQUE (recall_id, line_id)
) STRICT;

CREATE INDEX borrowing_recall_line_line ON borrowing_recall_line (line_id);

CREATE TRIGGER borrowing_recall_line_no_delete BEFORE DELETE ON borrowing_recall_line BEGIN SELECT RAISE(ABORT, 'what was sent never changes'); END;

CREATE TRIGGER borrowing_recall_line_no_update BEFORE UPDATE ON borrowing_recall_line BEGIN SELECT RAISE(ABORT, 'what was sent never changes'); END;

CREATE TABLE borrowing_recall_receipt (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  recall_id   INTEGER NOT NULL UNIQUE REFERENCES borrowing_recall (id) ON DELETE RESTRICT,
  received_on TEXT NOT NULL CHECK (received_on GLOB '????-??-??'),
  noted_by    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;

CREATE TRIGGER borrowing_recall_receipt_no_delete BEFORE DELETE ON borrowing_recall_receipt BEGIN SELECT RAISE(ABORT, 'what was received never changes'); END;

CREATE TRIGGER borrowing_recall_receipt_no_update BEFORE UPDATE ON borrowing_recall_receipt BEGIN SELECT RAISE(ABORT, 'what was received never changes'); END;

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

CREATE TRIGGER borrowing_return_no_delete BEFORE DELETE ON borrowing_return BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;

CREATE TRIGGER borrowing_return_no_update BEFORE UPDATE ON borrowing_return BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;

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

CREATE TRIGGER borrowing_return_line_no_delete BEFORE DELETE ON borrowing_return_line BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;

CREATE TRIGGER borrowing_return_line_no_update BEFORE UPDATE ON borrowing_return_line BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;

CREATE TABLE borrowing_settlement (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  line_id    INTEGER NOT NULL UNIQUE REFERENCES borrowing_line (id) ON DELETE RESTRICT,
  settled_on TEXT NOT NULL CHECK (settled_on GLOB '????-??-??'),
  settled_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  reason     TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500)
) STRICT;

CREATE TRIGGER borrowing_settlement_no_delete BEFORE DELETE ON borrowing_settlement BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER borrowing_settlement_no_update BEFORE UPDATE ON borrowing_settlement BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

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

CREATE TRIGGER borrowing_signature_no_delete BEFORE DELETE ON borrowing_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER borrowing_signature_no_update BEFORE UPDATE ON borrowing_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TABLE borrowing_term (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  class_id INTEGER REFERENCES record_class (id) ON DELETE RESTRICT,
  position TEXT,
  days     INTEGER NOT NULL CHECK (days BETWEEN 1 AND 366)
) STRICT;

CREATE UNIQUE INDEX borrowing_term_once ON borrowing_term (coalesce(class_id, 0), coalesce(position, ''));

CREATE TABLE calendar_year (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  year   INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1980 AND 2200),
  source TEXT NOT NULL CHECK (source IN ('shipped', 'notice', 'hand'))
) STRICT;

CREATE TABLE change (
  id         INTEGER PRIMARY KEY,
  event_seq  INTEGER NOT NULL REFERENCES event (seq) DEFERRABLE INITIALLY DEFERRED,
  table_name TEXT NOT NULL,
  row_id     INTEGER NOT NULL,
  before     TEXT,
  after      TEXT,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE INDEX change_event ON change (event_seq, table_name);

CREATE INDEX change_row ON change (table_name, row_id, event_seq);

CREATE TRIGGER change_in_order AFTER INSERT ON change
WHEN NEW.id <> coalesce((SELECT id FROM change WHERE id < NEW.id ORDER BY id DESC LIMIT 1), 0) + 1
  OR EXISTS (SELECT 1 FROM change WHERE id > NEW.id)
  OR NEW.event_seq <> coalesce((SELECT max(seq) FROM event), 0) + 1
BEGIN SELECT RAISE(ABORT, 'journal: change out of order'); END;

CREATE TRIGGER change_no_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'journal: change is append-only'); END;

CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'journal: change is append-only'); END;

CREATE TABLE "checklist" (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  first_id     INTEGER NOT NULL REFERENCES checklist (id) ON DELETE RESTRICT,
  version      INTEGER NOT NULL CHECK (version > 0),
  name         TEXT NOT NULL,
  record_class TEXT NOT NULL CHECK (length(record_class) BETWEEN 1 AND 40),
  made_on      TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  -- NULL: came with the program.
  made_by      INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  UNIQUE (first_id, version),
  CHECK ((version = 1) = (first_id = id))
) STRICT;

CREATE TRIGGER checklist_fixed BEFORE UPDATE ON checklist
WHEN (NEW.id, NEW.first_id, NEW.version, NEW.name, NEW.record_class, NEW.made_on, NEW.made_by)
  IS NOT (OLD.id, OLD.first_id, OLD.version, OLD.name, OLD.record_class, OLD.made_on, OLD.made_by)
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;

CREATE TRIGGER checklist_no_delete BEFORE DELETE ON checklist
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;

CREATE TABLE checklist_entry (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  checklist_id INTEGER NOT NULL REFERENCES checklist (id) ON DELETE RESTRICT,
  part         TEXT NOT NULL CHECK (part IN ('approval', 'contracts', 'investigation', 'clientPapers', 'annex')),
  ordinal      INTEGER NOT NULL CHECK (ordinal > 0),
  title        TEXT NOT NULL,
  required     INTEGER NOT NULL CHECK (required IN (0, 1)),
  UNIQUE (checklist_id, part, ordinal)
) STRICT;

CREATE TRIGGER checklist_entry_added BEFORE INSERT ON checklist_entry
WHEN EXISTS (SELECT 1 FROM dossier WHERE checklist_id = NEW.checklist_id)
  OR EXISTS (SELECT 1 FROM checklist c JOIN checklist n ON n.first_id = c.first_id AND n.version > c.version
             WHERE c.id = NEW.checklist_id)
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;

CREATE TRIGGER checklist_entry_fixed BEFORE UPDATE ON checklist_entry
WHEN (NEW.id, NEW.checklist_id, NEW.part, NEW.ordinal, NEW.title, NEW.required)
  IS NOT (OLD.id, OLD.checklist_id, OLD.part, OLD.ordinal, OLD.title, OLD.required)
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;

CREATE TRIGGER checklist_entry_no_delete BEFORE DELETE ON checklist_entry
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;

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

CREATE UNIQUE INDEX client_code ON client (code) WHERE code <> '';

CREATE INDEX client_name ON client (name);

CREATE INDEX client_owner ON client (owner_id);

CREATE TABLE company (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  name          TEXT NOT NULL,
  short_name    TEXT NOT NULL,
  ledger_id     TEXT NOT NULL CHECK (length(ledger_id) = 32),
  demonstration INTEGER NOT NULL CHECK (demonstration IN (0, 1)),
  idle_minutes  INTEGER NOT NULL DEFAULT 5 CHECK (idle_minutes BETWEEN 1 AND 15)
) STRICT;

CREATE TABLE compartment (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  safe_id    INTEGER NOT NULL REFERENCES safe (id) ON DELETE RESTRICT,
  name       TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 20),
  row        INTEGER NOT NULL CHECK (row BETWEEN 1 AND 40),
  col        INTEGER NOT NULL CHECK (col BETWEEN 1 AND 40),
  retired_on TEXT CHECK (retired_on GLOB '????-??-??'),
  UNIQUE (safe_id, name),
  UNIQUE (safe_id, row, col)
) STRICT;

CREATE TRIGGER compartment_no_delete BEFORE DELETE ON compartment BEGIN SELECT RAISE(ABORT, 'a compartment is never deleted'); END;

CREATE TRIGGER compartment_stays BEFORE UPDATE OF id, safe_id ON compartment
WHEN (NEW.id, NEW.safe_id) IS NOT (OLD.id, OLD.safe_id)
BEGIN SELECT RAISE(ABORT, 'a compartment stays in its safe'); END;

CREATE TABLE complaint (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  -- 诉〔2026〕001号
  no            TEXT NOT NULL UNIQUE,
  procedure_id  INTEGER NOT NULL REFERENCES complaint_procedure (id) ON DELETE RESTRICT,
  kind          TEXT NOT NULL,
  channel       TEXT NOT NULL CHECK (channel IN ('onSite', 'phone', 'letter', 'email', 'other')),
  -- Empty when somebody does not say who he or she is.
  complainant   TEXT NOT NULL DEFAULT '',
  contact       TEXT NOT NULL DEFAULT '',
  client_id     INTEGER REFERENCES client (id) ON DELETE RESTRICT,
  -- The business or contract it is about.
  about         TEXT NOT NULL DEFAULT '',
  happened_on   TEXT CHECK (happened_on GLOB '????-??-??'),
  facts         TEXT NOT NULL CHECK (length(facts) > 0),
  demand        TEXT NOT NULL DEFAULT '',
  -- The department complained of.
  unit_id       INTEGER REFERENCES department (id) ON DELETE RESTRICT,
  registered_at TEXT NOT NULL,
  registered_on TEXT NOT NULL CHECK (registered_on GLOB '????-??-??'),
  registered_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- From here on what the steps come to, kept for lists.
  round         INTEGER NOT NULL DEFAULT 1 CHECK (round > 0),
  round_at      TEXT NOT NULL,
  round_on      TEXT NOT NULL CHECK (round_on GLOB '????-??-??'),
  handler_id    INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  closed_on     TEXT CHECK (closed_on GLOB '????-??-??'),
  -- In which it was filed when it was closed.
  dossier_id    INTEGER UNIQUE REFERENCES dossier (id) ON DELETE RESTRICT,
  CHECK (closed_on IS NULL OR dossier_id IS NOT NULL)
) STRICT;

CREATE INDEX complaint_client ON complaint (client_id) WHERE client_id IS NOT NULL;

CREATE INDEX complaint_handler ON complaint (handler_id) WHERE handler_id IS NOT NULL;

CREATE INDEX complaint_open ON complaint (closed_on, id);

CREATE INDEX complaint_procedure_of ON complaint (procedure_id);

CREATE TRIGGER complaint_fixed BEFORE UPDATE ON complaint
WHEN (NEW.id, NEW.no, NEW.procedure_id, NEW.kind, NEW.channel, NEW.complainant, NEW.contact, NEW.about,
      NEW.happened_on, NEW.facts, NEW.demand, NEW.unit_id, NEW.registered_at, NEW.registered_on, NEW.registered_by)
  IS NOT (OLD.id, OLD.no, OLD.procedure_id, OLD.kind, OLD.channel, OLD.complainant, OLD.contact, OLD.about,
      OLD.happened_on, OLD.facts, OLD.demand, OLD.unit_id, OLD.registered_at, OLD.registered_on, OLD.registered_by)
  OR NEW.round < OLD.round OR (OLD.dossier_id IS NOT NULL AND NEW.dossier_id IS NOT OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'what was registered never changes'); END;

CREATE TRIGGER complaint_no_delete BEFORE DELETE ON complaint
BEGIN SELECT RAISE(ABORT, 'a complaint is never deleted'); END;

CREATE TRIGGER complaint_procedure_in_use BEFORE INSERT ON complaint
WHEN (SELECT u.in_use FROM complaint_procedure p JOIN complaint_procedure_use u ON u.first_id = p.first_id
      WHERE p.id = NEW.procedure_id ORDER BY u.id DESC LIMIT 1) = 0
BEGIN SELECT RAISE(ABORT, 'no complaint begins with a procedure that is not in use'); END;

CREATE TABLE complaint_accused (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  UNIQUE (complaint_id, staff_id)
) STRICT;

CREATE INDEX complaint_accused_staff ON complaint_accused (staff_id);

CREATE TRIGGER complaint_accused_fixed BEFORE UPDATE ON complaint_accused
BEGIN SELECT RAISE(ABORT, 'what was registered never changes'); END;

CREATE TRIGGER complaint_accused_no_delete BEFORE DELETE ON complaint_accused
BEGIN SELECT RAISE(ABORT, 'what was registered never changes'); END;

CREATE TABLE complaint_contact (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
  -- in: they came to us.
  direction    TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  channel      TEXT NOT NULL CHECK (channel IN ('onSite', 'phone', 'letter', 'email', 'other')),
  happened_on  TEXT NOT NULL CHECK (happened_on GLOB '????-??-??'),
  happened_at  TEXT NOT NULL CHECK (happened_at GLOB '[0-2][0-9]:[0-5][0-9]'),
  with_whom    TEXT NOT NULL CHECK (length(with_whom) > 0),
  -- Who spoke or wrote for the office; the name as it was then.
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  staff_name   TEXT NOT NULL,
  said         TEXT NOT NULL CHECK (length(said) > 0),
  -- The note that it puts right.
  corrects_id  INTEGER UNIQUE REFERENCES complaint_contact (id) ON DELETE RESTRICT,
  noted_at     TEXT NOT NULL,
  noted_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  noter        TEXT NOT NULL
) STRICT;

CREATE INDEX complaint_contact_of ON complaint_contact (complaint_id, happened_on, happened_at);

CREATE TRIGGER complaint_contact_fixed BEFORE UPDATE ON complaint_contact
BEGIN SELECT RAISE(ABORT, 'what was noted never changes'); END;

CREATE TRIGGER complaint_contact_no_delete BEFORE DELETE ON complaint_contact
BEGIN SELECT RAISE(ABORT, 'what was noted never changes'); END;

CREATE TRIGGER complaint_contact_not_accused BEFORE INSERT ON complaint_contact
WHEN EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id IN (NEW.staff_id, NEW.noted_by))
BEGIN SELECT RAISE(ABORT, 'whoever is complained of speaks for nobody'); END;

CREATE TRIGGER complaint_contact_same_case BEFORE INSERT ON complaint_contact
WHEN NEW.corrects_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM complaint_contact WHERE id = NEW.corrects_id AND complaint_id = NEW.complaint_id)
BEGIN SELECT RAISE(ABORT, 'a note puts right one of the same case'); END;

CREATE TABLE complaint_extension (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
  round        INTEGER NOT NULL CHECK (round > 0),
  -- The code of the limit in the procedure of the case.
  limit_code   TEXT NOT NULL,
  asker_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- As he or she was called then.
  asker        TEXT NOT NULL,
  -- The limit as it stood when it was asked.
  due_on       TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  new_due_on   TEXT NOT NULL CHECK (new_due_on GLOB '????-??-??'),
  reason       TEXT NOT NULL CHECK (length(reason) > 0),
  asked_on     TEXT NOT NULL CHECK (asked_on GLOB '????-??-??'),
  -- One that still waits when its limit is over is shown as lapsed.
  state        TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'granted', 'refused', 'withdrawn')),
  closed_on    TEXT CHECK (closed_on GLOB '????-??-??'),
  -- The approver's signature; the name as it was then.
  decider_id   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  decider      TEXT,
  decided_at   TEXT,
  answer       TEXT NOT NULL DEFAULT '',
  content_hash TEXT CHECK (length(content_hash) = 64),
  CHECK (new_due_on > due_on),
  CHECK ((state = 'waiting') = (closed_on IS NULL)),
  CHECK ((state IN ('granted', 'refused')) = (content_hash IS NOT NULL)),
  CHECK ((decider_id IS NULL) = (content_hash IS NULL) AND (decider IS NULL) = (content_hash IS NULL)
         AND (decided_at IS NULL) = (content_hash IS NULL)),
  CHECK (state <> 'refused' OR length(answer) > 0),
  -- Nobody approves a request of the own.
  CHECK (decider_id IS NULL OR decider_id <> asker_id)
) STRICT;

CREATE INDEX complaint_extension_of ON complaint_extension (complaint_id, id);

CREATE INDEX complaint_extension_open ON complaint_extension (id) WHERE state = 'waiting';

CREATE UNIQUE INDEX complaint_extension_waiting ON complaint_extension (complaint_id, round, limit_code) WHERE state = 'waiting';

CREATE TRIGGER complaint_extension_asked BEFORE INSERT ON complaint_extension
WHEN NEW.state <> 'waiting'
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.asker_id)
BEGIN SELECT RAISE(ABORT, 'whoever is complained of never asks for more time'); END;

CREATE TRIGGER complaint_extension_no_delete BEFORE DELETE ON complaint_extension
BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;

CREATE TRIGGER complaint_extension_signed BEFORE UPDATE ON complaint_extension
WHEN OLD.state <> 'waiting'
  OR (NEW.id, NEW.complaint_id, NEW.round, NEW.limit_code, NEW.asker_id, NEW.asker, NEW.due_on, NEW.new_due_on, NEW.reason, NEW.asked_on)
     IS NOT (OLD.id, OLD.complaint_id, OLD.round, OLD.limit_code, OLD.asker_id, OLD.asker, OLD.due_on, OLD.new_due_on, OLD.reason, OLD.asked_on)
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.decider_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes, and whoever is complained of never decides'); END;

CREATE TABLE complaint_paper (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
  -- The round with which it was filed.
  round        INTEGER NOT NULL CHECK (round > 0),
  dossier_id   INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  item_id      INTEGER,
  -- contacts: all that was spoken and written until then, by the last of it.
  what         TEXT NOT NULL CHECK (what IN ('step', 'extension', 'penalty', 'contacts', 'evidence')),
  source_id    INTEGER NOT NULL,
  UNIQUE (what, source_id)
) STRICT;

CREATE INDEX complaint_paper_dossier ON complaint_paper (dossier_id);

CREATE INDEX complaint_paper_of ON complaint_paper (complaint_id, id);

CREATE TRIGGER complaint_paper_fixed BEFORE UPDATE ON complaint_paper
BEGIN SELECT RAISE(ABORT, 'where a paper was filed never changes'); END;

CREATE TRIGGER complaint_paper_no_delete BEFORE DELETE ON complaint_paper
BEGIN SELECT RAISE(ABORT, 'where a paper was filed never changes'); END;

CREATE TABLE complaint_procedure (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  first_id   INTEGER NOT NULL REFERENCES complaint_procedure (id) ON DELETE RESTRICT,
  version    INTEGER NOT NULL CHECK (version > 0),
  title      TEXT NOT NULL CHECK (length(title) > 0),
  -- JSON, checked by the schema of shared/complaint/procedure.ts before it is written.
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  made_on    TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  -- NULL: came with the program.
  made_by    INTEGER REFERENCES staff (id) ON DELETE RESTRICT, content_hash TEXT CHECK (length(content_hash) = 64),
  UNIQUE (first_id, version),
  CHECK ((version = 1) = (first_id = id))
) STRICT;

CREATE TRIGGER complaint_procedure_fixed BEFORE UPDATE ON complaint_procedure
BEGIN SELECT RAISE(ABORT, 'a version of a procedure never changes'); END;

CREATE TRIGGER complaint_procedure_no_delete BEFORE DELETE ON complaint_procedure
BEGIN SELECT RAISE(ABORT, 'a version of a procedure never changes'); END;

CREATE TABLE complaint_procedure_use (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The first version: the word is for all of them.
  first_id INTEGER NOT NULL REFERENCES complaint_procedure (id) ON DELETE RESTRICT,
  in_use   INTEGER NOT NULL CHECK (in_use IN (0, 1)),
  said_on  TEXT NOT NULL CHECK (said_on GLOB '????-??-??'),
  said_by  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX complaint_procedure_use_of ON complaint_procedure_use (first_id, id);

CREATE TRIGGER complaint_procedure_use_fixed BEFORE UPDATE ON complaint_procedure_use
BEGIN SELECT RAISE(ABORT, 'what was said about a procedure never changes'); END;

CREATE TRIGGER complaint_procedure_use_no_delete BEFORE DELETE ON complaint_procedure_use
BEGIN SELECT RAISE(ABORT, 'what was said about a procedure never changes'); END;

CREATE TABLE complaint_step (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
  round        INTEGER NOT NULL CHECK (round > 0),
  step         TEXT NOT NULL,
  taken_at     TEXT NOT NULL,
  taken_on     TEXT NOT NULL CHECK (taken_on GLOB '????-??-??'),
  taken_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- As he or she was called then.
  taker        TEXT NOT NULL,
  -- JSON object of the step's fields.
  said         TEXT NOT NULL CHECK (json_valid(said)),
  -- SHA-256 of what was signed (docs/journal-format.md); steps that need no signature have none.
  content_hash TEXT CHECK (length(content_hash) = 64)
) STRICT;

CREATE INDEX complaint_step_of ON complaint_step (complaint_id, id);

CREATE INDEX complaint_step_paid ON complaint_step (id) WHERE json_extract(said, '$.compensation') > 0;

CREATE TRIGGER complaint_step_fixed BEFORE UPDATE ON complaint_step
BEGIN SELECT RAISE(ABORT, 'what was done never changes'); END;

CREATE TRIGGER complaint_step_no_delete BEFORE DELETE ON complaint_step
BEGIN SELECT RAISE(ABORT, 'what was done never changes'); END;

CREATE TRIGGER complaint_step_not_accused BEFORE INSERT ON complaint_step
WHEN EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.taken_by)
BEGIN SELECT RAISE(ABORT, 'whoever is complained of takes no step'); END;

CREATE TRIGGER complaint_step_open BEFORE INSERT ON complaint_step
WHEN EXISTS (SELECT 1 FROM complaint WHERE id = NEW.complaint_id AND closed_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a closed case takes no step'); END;

CREATE TABLE credential (
  id            INTEGER PRIMARY KEY REFERENCES staff (id) ON DELETE RESTRICT,
  password_hash TEXT,
  pin_hash      TEXT
) STRICT;

CREATE TABLE department (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL UNIQUE
) STRICT;

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

CREATE INDEX disposal_appraisal ON disposal (appraisal_id) WHERE appraisal_id IS NOT NULL;

CREATE INDEX disposal_kind ON disposal (kind, id);

CREATE INDEX disposal_state ON disposal (state, id);

CREATE TRIGGER disposal_fixed BEFORE UPDATE ON disposal
WHEN OLD.state IN ('refused', 'withdrawn', 'done') OR (OLD.kind = 'appraisal' AND OLD.state = 'approved')
  OR (NEW.id, NEW.no, NEW.kind, NEW.appraisal_id, NEW.reason, NEW.receiver, NEW.receiver_person, NEW.receiver_document, NEW.made_on, NEW.made_by)
     IS NOT
     (OLD.id, OLD.no, OLD.kind, OLD.appraisal_id, OLD.reason, OLD.receiver, OLD.receiver_person, OLD.receiver_document, OLD.made_on, OLD.made_by)
BEGIN SELECT RAISE(ABORT, 'a closed list and what was signed never change'); END;

CREATE TRIGGER disposal_no_delete BEFORE DELETE ON disposal BEGIN SELECT RAISE(ABORT, 'a list is never deleted'); END;

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

CREATE TRIGGER disposal_line_added BEFORE INSERT ON disposal_line
WHEN EXISTS (SELECT 1 FROM disposal_signature WHERE disposal_id = NEW.disposal_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER disposal_line_no_delete BEFORE DELETE ON disposal_line BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER disposal_line_no_update BEFORE UPDATE ON disposal_line BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

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

CREATE TRIGGER disposal_signature_no_delete BEFORE DELETE ON disposal_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER disposal_signature_no_update BEFORE UPDATE ON disposal_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TABLE "dossier" (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id   INTEGER UNIQUE REFERENCES project (id) ON DELETE RESTRICT,
  -- Of a dossier without a project: whom it is about, and who answers for it until the archive has it.
  client_id    INTEGER REFERENCES client (id) ON DELETE RESTRICT,
  keeper_id    INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  class_id     INTEGER NOT NULL REFERENCES record_class (id) ON DELETE RESTRICT,
  checklist_id INTEGER REFERENCES checklist (id) ON DELETE RESTRICT,
  title        TEXT NOT NULL,
  year         INTEGER NOT NULL,
  retention_id INTEGER NOT NULL REFERENCES retention (id) ON DELETE RESTRICT,
  secrecy      TEXT NOT NULL CHECK (secrecy IN ('ordinary', 'confidential', 'secret')),
  state        TEXT NOT NULL CHECK (state IN ('collecting', 'underReview', 'received', 'partlyLent', 'lent', 'transferred', 'destroyed')),
  holder       TEXT NOT NULL CHECK (holder IN ('a', 'b', 'archive', 'outside', 'nobody')),
  revision     INTEGER NOT NULL CHECK (revision >= 0),
  -- What the list adds up to, without the annex: the ledger sorts by them.
  volume_count INTEGER NOT NULL CHECK (volume_count > 0),
  item_count   INTEGER NOT NULL CHECK (item_count >= 0),
  page_count   INTEGER NOT NULL CHECK (page_count >= 0),
  opened_on    TEXT NOT NULL CHECK (opened_on GLOB '????-??-??'),
  -- Last day of the step that is due next; NULL once received or when nothing sets a limit.
  due_on       TEXT CHECK (due_on GLOB '????-??-??'),
  archive_no   TEXT UNIQUE,
  received_on  TEXT CHECK (received_on GLOB '????-??-??'),
  -- End of the business: retention counts from here. A project's dossier follows its project.
  ended_on     TEXT CHECK (ended_on GLOB '????-??-??'),
  -- Last day of the retention; NULL: for ever, or the business goes on.
  keep_until   TEXT CHECK (keep_until GLOB '????-??-??'),
  place_id     INTEGER REFERENCES place (id) ON DELETE RESTRICT,
  remarks      TEXT NOT NULL DEFAULT '',
  origin       TEXT NOT NULL CHECK (origin IN ('opened', 'imported')), appraised_on TEXT CHECK (appraised_on GLOB '????-??-??'),
  CHECK ((archive_no IS NULL) = (received_on IS NULL)),
  CHECK ((state IN ('collecting', 'underReview')) = (archive_no IS NULL)),
  -- A ledger that comes from elsewhere may not know where its dossiers stand.
  CHECK (state NOT IN ('received', 'partlyLent', 'lent') OR place_id IS NOT NULL OR origin = 'imported'),
  CHECK ((project_id IS NULL) OR (client_id IS NULL AND keeper_id IS NULL))
) STRICT;

CREATE INDEX dossier_checklist ON dossier (checklist_id) WHERE checklist_id IS NOT NULL;

CREATE INDEX dossier_class ON dossier (class_id, id, page_count);

CREATE INDEX dossier_client ON dossier (client_id) WHERE client_id IS NOT NULL;

CREATE INDEX dossier_due ON dossier (due_on) WHERE due_on IS NOT NULL;

CREATE INDEX dossier_keep_until ON dossier (keep_until, id) WHERE keep_until IS NOT NULL;

CREATE INDEX dossier_keeper ON dossier (keeper_id) WHERE keeper_id IS NOT NULL;

CREATE INDEX dossier_place ON dossier (place_id, state, id, page_count);

CREATE INDEX dossier_remarks ON dossier (id, remarks) WHERE remarks <> '';

CREATE INDEX dossier_retention ON dossier (retention_id, id, page_count);

CREATE INDEX dossier_state ON dossier (state, id, page_count);

CREATE INDEX dossier_title ON dossier (title, id);

CREATE TRIGGER dossier_destroyed BEFORE UPDATE ON dossier WHEN OLD.state = 'destroyed'
BEGIN SELECT RAISE(ABORT, 'what was destroyed never changes'); END;

CREATE TRIGGER dossier_destroyed_by_list BEFORE UPDATE OF state ON dossier
WHEN NEW.state = 'destroyed' AND NOT EXISTS (
  SELECT 1 FROM disposal_line l JOIN disposal d ON d.id = l.disposal_id
  WHERE l.dossier_id = NEW.id AND d.kind = 'destruction' AND d.state = 'done')
BEGIN SELECT RAISE(ABORT, 'nothing is destroyed without a list'); END;

CREATE TRIGGER dossier_no_delete BEFORE DELETE ON dossier WHEN OLD.origin = 'opened'
BEGIN SELECT RAISE(ABORT, 'dossier stays in the ledger'); END;

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
, volume INTEGER NOT NULL DEFAULT 1 CHECK (volume > 0)) STRICT;

CREATE INDEX dossier_item_dossier ON dossier_item (dossier_id, part, ordinal);

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

CREATE TABLE dossier_note (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  -- NULL: of all its volumes.
  volume     INTEGER CHECK (volume BETWEEN 1 AND 99),
  kind       TEXT NOT NULL CHECK (kind IN ('damaged', 'changed', 'supplemented', 'removed', 'destroyed', 'other', 'struck')),
  text       TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  noted_on   TEXT NOT NULL CHECK (noted_on GLOB '????-??-??'),
  noted_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- The wrong note, which is struck once.
  strikes_id INTEGER UNIQUE REFERENCES dossier_note (id) ON DELETE RESTRICT,
  CHECK ((kind = 'struck') = (strikes_id IS NOT NULL))
) STRICT;

CREATE INDEX dossier_note_dossier ON dossier_note (dossier_id, id);

CREATE TRIGGER dossier_note_no_delete BEFORE DELETE ON dossier_note
BEGIN SELECT RAISE(ABORT, 'a note is never taken away'); END;

CREATE TRIGGER dossier_note_no_update BEFORE UPDATE ON dossier_note
BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;

CREATE TRIGGER dossier_note_strikes BEFORE INSERT ON dossier_note
WHEN NEW.strikes_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM dossier_note WHERE id = NEW.strikes_id AND dossier_id = NEW.dossier_id AND kind <> 'struck')
BEGIN SELECT RAISE(ABORT, 'only a note of the same dossier is struck'); END;

CREATE TABLE event (
  seq      INTEGER PRIMARY KEY,
  at       TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  actor_id INTEGER,
  session  TEXT,
  action   TEXT NOT NULL CHECK (length(action) BETWEEN 1 AND 100),
  input    TEXT NOT NULL CHECK (json_valid(input)),
  reason   TEXT,
  prev     TEXT NOT NULL CHECK (length(prev) = 64),
  hash     TEXT NOT NULL CHECK (length(hash) = 64)
) STRICT;

CREATE INDEX event_actor ON event (actor_id, seq);

CREATE INDEX event_at ON event (at);

CREATE TRIGGER event_in_order AFTER INSERT ON event
WHEN NEW.seq <> coalesce((SELECT seq FROM event WHERE seq < NEW.seq ORDER BY seq DESC LIMIT 1), 0) + 1
  OR EXISTS (SELECT 1 FROM event WHERE seq > NEW.seq)
  OR NEW.prev <> coalesce((SELECT hash FROM event WHERE seq = NEW.seq - 1), printf('%064d', 0))
BEGIN SELECT RAISE(ABORT, 'journal: event out of order'); END;

CREATE TRIGGER event_no_delete BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'journal: event is append-only'); END;

CREATE TRIGGER event_no_update BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'journal: event is append-only'); END;

CREATE TABLE extension (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id   INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  step         TEXT NOT NULL CHECK (step IN ('aToB', 'bToArchive')),
  asker_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- The limit as it stood when it was asked.
  due_on       TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  new_due_on   TEXT NOT NULL CHECK (new_due_on GLOB '????-??-??'),
  reason       TEXT NOT NULL CHECK (length(reason) > 0),
  asked_on     TEXT NOT NULL CHECK (asked_on GLOB '????-??-??'),
  -- lapsed: the papers went on before anybody had decided.
  state        TEXT NOT NULL CHECK (state IN ('waiting', 'granted', 'refused', 'withdrawn', 'lapsed')),
  closed_on    TEXT CHECK (closed_on GLOB '????-??-??'),
  -- The approver's signature; the name as it was then.
  decider_id   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  decider      TEXT,
  decided_at   TEXT,
  answer       TEXT NOT NULL DEFAULT '',
  content_hash TEXT CHECK (length(content_hash) = 64),
  CHECK (new_due_on > due_on),
  CHECK ((state = 'waiting') = (closed_on IS NULL)),
  CHECK ((state IN ('granted', 'refused')) = (content_hash IS NOT NULL)),
  CHECK ((decider_id IS NULL) = (content_hash IS NULL) AND (decider IS NULL) = (content_hash IS NULL)
         AND (decided_at IS NULL) = (content_hash IS NULL)),
  CHECK (state <> 'refused' OR length(answer) > 0),
  -- Nobody approves a request of the own.
  CHECK (decider_id IS NULL OR decider_id <> asker_id)
) STRICT;

CREATE INDEX extension_dossier ON extension (dossier_id, step, state);

CREATE INDEX extension_state ON extension (state, id);

CREATE UNIQUE INDEX extension_waiting ON extension (dossier_id) WHERE state = 'waiting';

CREATE TRIGGER extension_no_delete BEFORE DELETE ON extension
BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;

CREATE TRIGGER extension_signed BEFORE UPDATE ON extension
WHEN OLD.state <> 'waiting'
  OR (NEW.id, NEW.dossier_id, NEW.step, NEW.asker_id, NEW.due_on, NEW.new_due_on, NEW.reason, NEW.asked_on)
     IS NOT (OLD.id, OLD.dossier_id, OLD.step, OLD.asker_id, OLD.due_on, OLD.new_due_on, OLD.reason, OLD.asked_on)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TABLE "handover" (
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

CREATE INDEX handover_dossier ON handover (dossier_id, id);

CREATE INDEX handover_due ON handover (due_on);

CREATE INDEX handover_given ON handover (given_on);

CREATE INDEX handover_late ON handover (due_on) WHERE given_on > due_on;

CREATE UNIQUE INDEX handover_open ON handover (dossier_id) WHERE state = 'given';

CREATE TRIGGER handover_closed BEFORE UPDATE ON handover WHEN OLD.state <> 'given'
BEGIN SELECT RAISE(ABORT, 'handover is closed'); END;

CREATE TRIGGER handover_no_delete BEFORE DELETE ON handover BEGIN SELECT RAISE(ABORT, 'handover is never deleted'); END;

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
  check_remark       TEXT NOT NULL DEFAULT '', volume INTEGER NOT NULL DEFAULT 1 CHECK (volume > 0),
  UNIQUE (handover_id, ordinal)
) STRICT;

CREATE TRIGGER handover_item_added BEFORE INSERT ON handover_item
WHEN EXISTS (SELECT 1 FROM signature WHERE handover_id = NEW.handover_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER handover_item_no_delete BEFORE DELETE ON handover_item
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER handover_item_signed BEFORE UPDATE ON handover_item
WHEN (SELECT state FROM handover WHERE id = OLD.handover_id) <> 'given'
  OR (NEW.handover_id, NEW.ordinal, NEW.item_id, NEW.part, NEW.no, NEW.title, NEW.document_no, NEW.dated_on, NEW.responsible,
      NEW.originality, NEW.copies, NEW.pages, NEW.page_from, NEW.page_to, NEW.signature_complete, NEW.remarks, NEW.volume)
     IS NOT
     (OLD.handover_id, OLD.ordinal, OLD.item_id, OLD.part, OLD.no, OLD.title, OLD.document_no, OLD.dated_on, OLD.responsible,
      OLD.originality, OLD.copies, OLD.pages, OLD.page_from, OLD.page_to, OLD.signature_complete, OLD.remarks, OLD.volume)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TABLE holiday (
  id   INTEGER PRIMARY KEY AUTOINCREMENT,
  day  TEXT NOT NULL UNIQUE CHECK (day GLOB '????-??-??'),
  kind TEXT NOT NULL CHECK (kind IN ('holiday', 'workday')),
  name TEXT NOT NULL
) STRICT;

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

CREATE TRIGGER import_batch_no_delete BEFORE DELETE ON import_batch
BEGIN SELECT RAISE(ABORT, 'an import stays in the register'); END;

CREATE TRIGGER import_batch_no_update BEFORE UPDATE ON import_batch
WHEN OLD.undone_on IS NOT NULL
  OR (NEW.id, NEW.file_name, NEW.sha256, NEW.dossiers, NEW.projects, NEW.clients, NEW.people, NEW.places, NEW.imported_on, NEW.imported_by)
     IS NOT (OLD.id, OLD.file_name, OLD.sha256, OLD.dossiers, OLD.projects, OLD.clients, OLD.people, OLD.places, OLD.imported_on,
             OLD.imported_by)
BEGIN SELECT RAISE(ABORT, 'an import stays as it was'); END;

CREATE TABLE import_mapping (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  -- SHA-256 of the headings in their order.
  headings    TEXT NOT NULL UNIQUE CHECK (length(headings) = 64),
  columns     TEXT NOT NULL CHECK (json_valid(columns)),
  amount_unit TEXT NOT NULL CHECK (amount_unit IN ('yuan', 'wan'))
) STRICT;

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

CREATE TRIGGER leaving_exception_no_delete BEFORE DELETE ON leaving_exception
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER leaving_exception_no_update BEFORE UPDATE ON leaving_exception
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TABLE "ledger_habit" (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id   INTEGER NOT NULL UNIQUE REFERENCES staff (id) ON DELETE RESTRICT,
  -- NULL: the columns that the program shows.
  columns    TEXT CHECK (columns IS NULL OR json_valid(columns)),
  -- The view that the ledger opens with; NULL: the whole ledger.
  opens_with INTEGER REFERENCES ledger_view (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX ledger_habit_opens_with ON ledger_habit (opens_with) WHERE opens_with IS NOT NULL;

CREATE TABLE "ledger_view" (
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

CREATE TABLE medium (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  marker        TEXT NOT NULL UNIQUE CHECK (length(marker) = 32),
  name          TEXT NOT NULL CHECK (name <> ''),
  -- Who carries it home, and where it lies.
  holder        TEXT NOT NULL DEFAULT '',
  kept_at       TEXT NOT NULL DEFAULT '',
  -- What is printed on it, or the id of its volume.
  serial        TEXT NOT NULL DEFAULT '',
  size_bytes    INTEGER NOT NULL CHECK (size_bytes >= 0),
  first_used_at TEXT NOT NULL
, volume_id TEXT NOT NULL DEFAULT '') STRICT;

CREATE TRIGGER medium_fixed BEFORE UPDATE ON medium
WHEN (NEW.id, NEW.marker, NEW.first_used_at) IS NOT (OLD.id, OLD.marker, OLD.first_used_at)
BEGIN SELECT RAISE(ABORT, 'a medium keeps its marker'); END;

CREATE TRIGGER medium_keeps_volume BEFORE UPDATE ON medium
WHEN OLD.volume_id <> '' AND NEW.volume_id IS NOT OLD.volume_id
BEGIN SELECT RAISE(ABORT, 'a medium keeps its volume'); END;

CREATE TRIGGER medium_no_delete BEFORE DELETE ON medium BEGIN SELECT RAISE(ABORT, 'a medium that was used is never unwritten'); END;

CREATE TABLE penalty (
  id               INTEGER PRIMARY KEY AUTOINCREMENT,
  -- 罚〔2026〕001号, 奖〔2026〕001号
  no               TEXT NOT NULL UNIQUE,
  kind             TEXT NOT NULL CHECK (kind IN ('penalty', 'reward')),
  -- A penalty belongs to a case; a reward may stand by itself.
  complaint_id     INTEGER REFERENCES complaint (id) ON DELETE RESTRICT,
  staff_id         INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- As he or she was called then, and the department that decides for him or her.
  person           TEXT NOT NULL,
  department_id    INTEGER NOT NULL REFERENCES department (id) ON DELETE RESTRICT,
  -- The code of the scale in the procedure of the case; rewards have none.
  measure          TEXT NOT NULL DEFAULT '',
  -- What it is: as the scale calls it, or as the reward was named.
  title            TEXT NOT NULL CHECK (length(title) > 0),
  amount_fen       INTEGER NOT NULL CHECK (amount_fen >= 0),
  points           INTEGER NOT NULL CHECK (points >= 0),
  -- Everybody is told.
  to_all           INTEGER NOT NULL CHECK (to_all IN (0, 1)),
  facts            TEXT NOT NULL CHECK (length(facts) > 0),
  basis            TEXT NOT NULL DEFAULT '',
  proposed_on      TEXT NOT NULL CHECK (proposed_on GLOB '????-??-??'),
  proposed_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  proposer         TEXT NOT NULL,
  -- The head of the department did not act: the personnel manager took it to the general manager.
  passed_up_by     INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  passed_up_on     TEXT CHECK (passed_up_on GLOB '????-??-??'),
  passed_up_reason TEXT NOT NULL DEFAULT '',
  -- written: by the person; recorded, or refused: by somebody else.
  statement_way    TEXT CHECK (statement_way IN ('written', 'recorded', 'refused')),
  statement        TEXT NOT NULL DEFAULT '',
  stated_on        TEXT CHECK (stated_on GLOB '????-??-??'),
  stated_by        INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  statement_hash   TEXT CHECK (length(statement_hash) = 64),
  granted          INTEGER CHECK (granted IN (0, 1)),
  opinion          TEXT NOT NULL DEFAULT '',
  effective_on     TEXT CHECK (effective_on GLOB '????-??-??'),
  decided_on       TEXT CHECK (decided_on GLOB '????-??-??'),
  decided_by       INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  decider          TEXT,
  decision_hash    TEXT CHECK (length(decision_hash) = 64),
  -- When the notice was given to the person, or to everybody.
  told_on          TEXT CHECK (told_on GLOB '????-??-??'),
  told_by          INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  withdrawn_on     TEXT CHECK (withdrawn_on GLOB '????-??-??'),
  withdrawn_by     INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  withdrawer       TEXT,
  withdraw_reason  TEXT NOT NULL DEFAULT '',
  withdraw_hash    TEXT CHECK (length(withdraw_hash) = 64),
  CHECK (kind = 'reward' OR (complaint_id IS NOT NULL AND length(measure) > 0)),
  CHECK (kind = 'penalty' OR measure = ''),
  CHECK ((statement_way IS NULL) = (statement_hash IS NULL) AND (stated_on IS NULL) = (statement_hash IS NULL)
         AND (stated_by IS NULL) = (statement_hash IS NULL)),
  CHECK (statement_way IS NULL OR statement_way = 'refused' OR length(statement) > 0),
  CHECK (statement_way IS NULL OR (statement_way = 'written') = (stated_by = staff_id)),
  CHECK ((granted IS NULL) = (decision_hash IS NULL) AND (decided_by IS NULL) = (decision_hash IS NULL)
         AND (decider IS NULL) = (decision_hash IS NULL) AND (decided_on IS NULL) = (decision_hash IS NULL)),
  CHECK ((effective_on IS NOT NULL) = (granted IS 1)),
  CHECK (granted IS NOT 0 OR length(opinion) > 0),
  -- Nobody is penalised unheard.
  CHECK (kind = 'reward' OR granted IS NULL OR statement_way IS NOT NULL),
  CHECK (told_on IS NULL OR granted IS 1),
  CHECK ((withdrawn_on IS NULL) = (withdraw_hash IS NULL) AND (withdrawn_by IS NULL) = (withdraw_hash IS NULL)
         AND (withdrawn_on IS NULL) = (length(withdraw_reason) = 0)),
  -- Nobody decides on what he or she gets, or has proposed.
  CHECK (proposed_by <> staff_id AND (decided_by IS NULL OR (decided_by <> staff_id AND decided_by <> proposed_by)))
) STRICT;

CREATE INDEX penalty_complaint ON penalty (complaint_id) WHERE complaint_id IS NOT NULL;

CREATE INDEX penalty_open ON penalty (id) WHERE granted IS NULL AND withdrawn_on IS NULL;

CREATE INDEX penalty_staff ON penalty (staff_id);

CREATE TRIGGER penalty_kept BEFORE UPDATE ON penalty
WHEN (NEW.id, NEW.no, NEW.kind, NEW.complaint_id, NEW.staff_id, NEW.person, NEW.department_id, NEW.measure, NEW.title, NEW.amount_fen,
      NEW.points, NEW.to_all, NEW.facts, NEW.basis, NEW.proposed_on, NEW.proposed_by, NEW.proposer)
  IS NOT (OLD.id, OLD.no, OLD.kind, OLD.complaint_id, OLD.staff_id, OLD.person, OLD.department_id, OLD.measure, OLD.title, OLD.amount_fen,
      OLD.points, OLD.to_all, OLD.facts, OLD.basis, OLD.proposed_on, OLD.proposed_by, OLD.proposer)
  OR (OLD.statement_hash IS NOT NULL AND (NEW.statement_way, NEW.statement, NEW.stated_on, NEW.stated_by, NEW.statement_hash)
    IS NOT (OLD.statement_way, OLD.statement, OLD.stated_on, OLD.stated_by, OLD.statement_hash))
  OR (OLD.decision_hash IS NOT NULL AND (NEW.granted, NEW.opinion, NEW.effective_on, NEW.decided_on, NEW.decided_by, NEW.decider, NEW.decision_hash,
      NEW.passed_up_by, NEW.passed_up_on, NEW.passed_up_reason)
    IS NOT (OLD.granted, OLD.opinion, OLD.effective_on, OLD.decided_on, OLD.decided_by, OLD.decider, OLD.decision_hash,
      OLD.passed_up_by, OLD.passed_up_on, OLD.passed_up_reason))
  OR OLD.withdraw_hash IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'what was proposed, said, decided or taken back never changes'); END;

CREATE TRIGGER penalty_no_delete BEFORE DELETE ON penalty
BEGIN SELECT RAISE(ABORT, 'a penalty is never deleted'); END;

CREATE TRIGGER penalty_not_accused BEFORE UPDATE OF decided_by, withdrawn_by, passed_up_by, stated_by ON penalty
WHEN EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id
    AND staff_id IN (NEW.decided_by, NEW.withdrawn_by, NEW.passed_up_by))
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.stated_by AND NEW.stated_by <> NEW.staff_id)
BEGIN SELECT RAISE(ABORT, 'whoever is complained of never decides'); END;

CREATE TRIGGER penalty_proposed BEFORE INSERT ON penalty
WHEN NEW.granted IS NOT NULL OR NEW.statement_way IS NOT NULL OR NEW.withdrawn_on IS NOT NULL
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.proposed_by)
BEGIN SELECT RAISE(ABORT, 'whoever is complained of never proposes, and nothing is decided before it was proposed'); END;

CREATE TABLE permission (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  position   TEXT NOT NULL,
  permission TEXT NOT NULL,
  UNIQUE (position, permission)
) STRICT;

CREATE TABLE place (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  room    TEXT NOT NULL CHECK (length(room) BETWEEN 1 AND 20),
  cabinet TEXT NOT NULL CHECK (length(cabinet) BETWEEN 1 AND 20),
  shelf   TEXT NOT NULL CHECK (length(shelf) BETWEEN 1 AND 20),
  box     TEXT NOT NULL CHECK (length(box) BETWEEN 1 AND 20), capacity_mm INTEGER CHECK (capacity_mm BETWEEN 10 AND 1000),
  UNIQUE (room, cabinet, shelf, box)
) STRICT;

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

CREATE INDEX project_a_manager ON project (a_manager_id);

CREATE INDEX project_b_manager ON project (b_manager_id);

CREATE INDEX project_client ON project (client_id);

CREATE TABLE record_class (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  -- 'loan', 'guarantee' and 'other' are those of a project's kind of business; added classes have none.
  code         TEXT UNIQUE,
  name         TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
  -- What {type} stands for in the pattern.
  word         TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 10),
  pattern      TEXT NOT NULL CHECK (pattern LIKE '%{seq%'),
  -- 1: numbers begin at 1 every year.
  yearly       INTEGER NOT NULL CHECK (yearly IN (0, 1)),
  retention_id INTEGER NOT NULL REFERENCES retention (id) ON DELETE RESTRICT,
  retired      INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE "rehearsal" (
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

CREATE TRIGGER rehearsal_no_delete BEFORE DELETE ON rehearsal BEGIN SELECT RAISE(ABORT, 'a rehearsal is never unwritten'); END;

CREATE TRIGGER rehearsal_no_update BEFORE UPDATE ON rehearsal BEGIN SELECT RAISE(ABORT, 'a rehearsal is never unwritten'); END;

CREATE TABLE restore (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  restored_at    TEXT NOT NULL,
  place          TEXT NOT NULL CHECK (place <> ''),
  name           TEXT NOT NULL CHECK (name <> ''),
  -- The backup's own head.
  seq            INTEGER NOT NULL CHECK (seq > 0),
  head           TEXT NOT NULL CHECK (length(head) = 64),
  -- Head of the ledger that it replaced; none where there was none, or where it could not be read.
  old_seq        INTEGER CHECK (old_seq > 0),
  old_head       TEXT CHECK (length(old_head) = 64),
  lost_events    INTEGER NOT NULL CHECK (lost_events >= 0),
  -- Although a later state of the same ledger was known.
  although_newer INTEGER NOT NULL CHECK (although_newer IN (0, 1)),
  -- The folder in which the old ledger stays.
  aside          TEXT NOT NULL CHECK (aside <> ''),
  first_name     TEXT NOT NULL CHECK (first_name <> ''),
  second_name    TEXT NOT NULL CHECK (second_name <> ''),
  content_hash   TEXT NOT NULL CHECK (length(content_hash) = 64),
  CHECK ((old_seq IS NULL) = (old_head IS NULL))
) STRICT;

CREATE TRIGGER restore_no_delete BEFORE DELETE ON restore BEGIN SELECT RAISE(ABORT, 'a restore is never unwritten'); END;

CREATE TRIGGER restore_no_update BEFORE UPDATE ON restore BEGIN SELECT RAISE(ABORT, 'a restore is never unwritten'); END;

CREATE TABLE retention (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Shipped terms have one, by which the window names them in its language.
  code    TEXT UNIQUE,
  name    TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
  -- NULL: for ever.
  years   INTEGER CHECK (years BETWEEN 1 AND 200),
  basis   TEXT NOT NULL DEFAULT '',
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE safe (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
  place      TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
  retired_on TEXT CHECK (retired_on GLOB '????-??-??')
) STRICT;

CREATE TRIGGER safe_no_delete BEFORE DELETE ON safe BEGIN SELECT RAISE(ABORT, 'a safe is never deleted'); END;

CREATE TABLE safe_closing (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  safe_id     INTEGER NOT NULL REFERENCES safe (id) ON DELETE RESTRICT,
  day         TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  -- Movements up to this one are in it.
  as_of       INTEGER NOT NULL CHECK (as_of >= 0),
  closed_at   TEXT NOT NULL,
  operator_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  second_id   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  UNIQUE (safe_id, day),
  CHECK (operator_id <> second_id)
) STRICT;

CREATE TRIGGER safe_closing_in_order BEFORE INSERT ON safe_closing
WHEN EXISTS (SELECT 1 FROM safe_closing WHERE safe_id = NEW.safe_id AND day >= NEW.day)
BEGIN SELECT RAISE(ABORT, 'days are closed in their order'); END;

CREATE TRIGGER safe_closing_no_delete BEFORE DELETE ON safe_closing BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;

CREATE TRIGGER safe_closing_no_update BEFORE UPDATE ON safe_closing BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;

CREATE TABLE safe_closing_line (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  closing_id INTEGER NOT NULL REFERENCES safe_closing (id) ON DELETE RESTRICT,
  kind       TEXT NOT NULL,
  opening    INTEGER NOT NULL CHECK (opening >= 0),
  came       INTEGER NOT NULL CHECK (came >= 0),
  went       INTEGER NOT NULL CHECK (went >= 0),
  closing    INTEGER NOT NULL CHECK (closing >= 0 AND closing = opening + came - went),
  UNIQUE (closing_id, kind)
) STRICT;

CREATE TRIGGER safe_closing_line_no_delete BEFORE DELETE ON safe_closing_line BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;

CREATE TRIGGER safe_closing_line_no_update BEFORE UPDATE ON safe_closing_line BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;

CREATE TABLE safe_custody (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  safe_id       INTEGER NOT NULL REFERENCES safe (id) ON DELETE RESTRICT,
  kind          TEXT NOT NULL CHECK (kind IN ('key', 'combination')),
  -- The key by its number; the combination has none.
  label         TEXT NOT NULL CHECK (length(label) <= 20),
  holder_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  supervisor_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  reason        TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  -- Who had it before; why he or she could not sign, where an executive signed instead.
  giver_id      INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  absence       TEXT NOT NULL DEFAULT '',
  taken_on      TEXT NOT NULL CHECK (taken_on GLOB '????-??-??'),
  ended_on      TEXT CHECK (ended_on GLOB '????-??-??'),
  CHECK ((kind = 'key') = (label <> '')),
  CHECK (giver_id IS NOT NULL OR absence = ''),
  CHECK (holder_id <> supervisor_id)
) STRICT;

CREATE UNIQUE INDEX safe_custody_held ON safe_custody (safe_id, kind, label) WHERE ended_on IS NULL;

CREATE INDEX safe_custody_holder ON safe_custody (holder_id) WHERE ended_on IS NULL;

CREATE TRIGGER safe_custody_fixed BEFORE UPDATE ON safe_custody
WHEN OLD.ended_on IS NOT NULL OR NEW.ended_on IS NULL
  OR (NEW.id, NEW.safe_id, NEW.kind, NEW.label, NEW.holder_id, NEW.supervisor_id, NEW.reason, NEW.giver_id, NEW.absence, NEW.taken_on)
     IS NOT (OLD.id, OLD.safe_id, OLD.kind, OLD.label, OLD.holder_id, OLD.supervisor_id, OLD.reason, OLD.giver_id, OLD.absence, OLD.taken_on)
BEGIN SELECT RAISE(ABORT, 'who held a key is never unwritten'); END;

CREATE TRIGGER safe_custody_no_delete BEFORE DELETE ON safe_custody BEGIN SELECT RAISE(ABORT, 'who held a key is never unwritten'); END;

CREATE TRIGGER safe_custody_two_people BEFORE INSERT ON safe_custody
WHEN EXISTS (SELECT 1 FROM safe_custody c
             WHERE c.safe_id = NEW.safe_id AND c.ended_on IS NULL AND c.kind <> NEW.kind AND c.holder_id = NEW.holder_id)
BEGIN SELECT RAISE(ABORT, 'one person never holds both key and combination'); END;

CREATE TABLE safe_opening (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  safe_id     INTEGER NOT NULL REFERENCES safe (id) ON DELETE RESTRICT,
  opened_on   TEXT NOT NULL CHECK (opened_on GLOB '????-??-??'),
  opened_at   TEXT NOT NULL,
  closed_at   TEXT,
  reason      TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  operator_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  second_id   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  CHECK (operator_id <> second_id)
) STRICT;

CREATE INDEX safe_opening_day ON safe_opening (safe_id, opened_on);

CREATE UNIQUE INDEX safe_opening_open ON safe_opening (safe_id) WHERE closed_at IS NULL;

CREATE TRIGGER safe_opening_fixed BEFORE UPDATE ON safe_opening
WHEN OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL
  OR (NEW.id, NEW.safe_id, NEW.opened_on, NEW.opened_at, NEW.reason, NEW.operator_id, NEW.second_id)
     IS NOT (OLD.id, OLD.safe_id, OLD.opened_on, OLD.opened_at, OLD.reason, OLD.operator_id, OLD.second_id)
BEGIN SELECT RAISE(ABORT, 'an opening is never unwritten'); END;

CREATE TRIGGER safe_opening_no_delete BEFORE DELETE ON safe_opening BEGIN SELECT RAISE(ABORT, 'an opening is never unwritten'); END;

CREATE TABLE safe_opening_slip (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  opening_id INTEGER NOT NULL REFERENCES safe_opening (id) ON DELETE RESTRICT,
  slip_id    INTEGER NOT NULL REFERENCES title_slip (id) ON DELETE RESTRICT,
  UNIQUE (opening_id, slip_id)
) STRICT;

CREATE INDEX safe_opening_slip_slip ON safe_opening_slip (slip_id);

CREATE TRIGGER safe_opening_slip_no_delete BEFORE DELETE ON safe_opening_slip BEGIN SELECT RAISE(ABORT, 'an opening is never unwritten'); END;

CREATE TRIGGER safe_opening_slip_no_update BEFORE UPDATE ON safe_opening_slip BEGIN SELECT RAISE(ABORT, 'an opening is never unwritten'); END;

CREATE TABLE safe_signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  subject_kind TEXT NOT NULL CHECK (subject_kind IN ('custody', 'opening', 'closing', 'month')),
  subject_id   INTEGER NOT NULL,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('giver', 'holder', 'supervisor', 'operator', 'second')),
  at           TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (subject_kind, subject_id, role)
) STRICT;

CREATE TRIGGER safe_signature_no_delete BEFORE DELETE ON safe_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER safe_signature_no_update BEFORE UPDATE ON safe_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TABLE search_behind (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  change_id INTEGER NOT NULL CHECK (change_id >= 0)
) STRICT;

CREATE VIRTUAL TABLE search_borrowing USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_client USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_complaint USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_disposal USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_dossier USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_handover USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_penalty USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_project USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_staff USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_stocktake USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE VIRTUAL TABLE search_title USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

CREATE TABLE "signature" (
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

CREATE TRIGGER signature_no_delete BEFORE DELETE ON signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER signature_no_update BEFORE UPDATE ON signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE staff (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  name          TEXT NOT NULL,
  department_id INTEGER NOT NULL REFERENCES department (id) ON DELETE RESTRICT,
  employment    TEXT NOT NULL CHECK (employment IN ('active', 'leaving', 'left')),
  login         TEXT COLLATE NOCASE UNIQUE
) STRICT;

CREATE TRIGGER staff_no_delete BEFORE DELETE ON staff BEGIN SELECT RAISE(ABORT, 'staff is never deleted'); END;

CREATE TABLE staff_charge (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  department_id INTEGER NOT NULL REFERENCES department (id) ON DELETE RESTRICT,
  UNIQUE (staff_id, department_id)
) STRICT;

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

CREATE INDEX staff_handover_made ON staff_handover (made_on);

CREATE UNIQUE INDEX staff_handover_open ON staff_handover (from_id) WHERE state IN ('draft', 'asked');

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

CREATE TABLE staff_handover_choice (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  handover_id  INTEGER NOT NULL REFERENCES staff_handover (id) ON DELETE RESTRICT,
  kind         TEXT NOT NULL,
  record_id    INTEGER NOT NULL,
  successor_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  UNIQUE (handover_id, kind, record_id)
) STRICT;

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

CREATE TRIGGER staff_handover_line_no_delete BEFORE DELETE ON staff_handover_line
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER staff_handover_line_no_update BEFORE UPDATE ON staff_handover_line
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

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

CREATE TRIGGER staff_handover_round_no_delete BEFORE DELETE ON staff_handover_round
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER staff_handover_round_no_update BEFORE UPDATE ON staff_handover_round
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

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

CREATE TRIGGER staff_handover_signature_no_delete BEFORE DELETE ON staff_handover_signature
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER staff_handover_signature_no_update BEFORE UPDATE ON staff_handover_signature
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TABLE staff_position (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  position TEXT NOT NULL,
  UNIQUE (staff_id, position)
) STRICT;

CREATE TABLE stocktake (
  id                INTEGER PRIMARY KEY AUTOINCREMENT,
  no                TEXT NOT NULL UNIQUE,
  scope             TEXT NOT NULL CHECK (scope IN ('full', 'safe', 'sample')),
  state             TEXT NOT NULL CHECK (state IN ('counting', 'counted', 'closed', 'abandoned')),
  safe_id           INTEGER REFERENCES safe (id) ON DELETE RESTRICT,
  plan              TEXT NOT NULL CHECK (length(plan) BETWEEN 1 AND 500),
  started_on        TEXT NOT NULL CHECK (started_on GLOB '????-??-??'),
  started_at        TEXT NOT NULL,
  -- Movements up to this one count; 0 when there is none yet.
  as_of             INTEGER NOT NULL CHECK (as_of >= 0),
  -- Titles that lie in the safes of the scope as of that movement. Of a sample: how many of them, and the seed (the hash of the
  -- event before, by its number) that anybody can draw it with again.
  population        INTEGER NOT NULL CHECK (population >= 0),
  sample_size       INTEGER CHECK (sample_size BETWEEN 1 AND population),
  seed              TEXT CHECK (length(seed) = 64),
  seed_seq          INTEGER CHECK (seed_seq > 0),
  first_counter_id  INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  second_counter_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- When both had signed, and the last movement there was then.
  counted_on        TEXT CHECK (counted_on GLOB '????-??-??'),
  counted_until     INTEGER CHECK (counted_until >= as_of),
  -- Pieces by the book, pieces found, and lines that differ.
  book_pieces       INTEGER CHECK (book_pieces >= 0),
  found_pieces      INTEGER CHECK (found_pieces >= 0),
  differences       INTEGER CHECK (differences >= 0),
  decided_by        INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  closed_on         TEXT CHECK (closed_on GLOB '????-??-??'),
  closing_reason    TEXT NOT NULL DEFAULT '',
  CHECK (first_counter_id <> second_counter_id),
  CHECK (decided_by IS NOT first_counter_id AND decided_by IS NOT second_counter_id),
  CHECK ((scope = 'safe') = (safe_id IS NOT NULL)),
  CHECK ((scope = 'sample') = (sample_size IS NOT NULL) AND (scope = 'sample') = (seed IS NOT NULL)),
  CHECK ((seed IS NULL) = (seed_seq IS NULL)),
  CHECK ((state IN ('counted', 'closed')) = (counted_on IS NOT NULL)),
  CHECK ((counted_on IS NULL) = (counted_until IS NULL) AND (counted_on IS NULL) = (book_pieces IS NULL)),
  CHECK ((counted_on IS NULL) = (found_pieces IS NULL) AND (counted_on IS NULL) = (differences IS NULL)),
  CHECK ((state = 'closed') = (decided_by IS NOT NULL)),
  CHECK ((state IN ('closed', 'abandoned')) = (closed_on IS NOT NULL)),
  CHECK ((state = 'abandoned') = (closing_reason <> ''))
) STRICT;

CREATE INDEX stocktake_open ON stocktake (id) WHERE state IN ('counting', 'counted');

CREATE TRIGGER stocktake_fixed BEFORE UPDATE ON stocktake
WHEN OLD.state IN ('closed', 'abandoned') OR (OLD.state = 'counted' AND NEW.state <> 'closed')
  OR (NEW.id, NEW.no, NEW.scope, NEW.safe_id, NEW.plan, NEW.started_on, NEW.started_at, NEW.as_of, NEW.population, NEW.sample_size, NEW.seed, NEW.seed_seq, NEW.first_counter_id, NEW.second_counter_id)
     IS NOT (OLD.id, OLD.no, OLD.scope, OLD.safe_id, OLD.plan, OLD.started_on, OLD.started_at, OLD.as_of, OLD.population, OLD.sample_size, OLD.seed, OLD.seed_seq, OLD.first_counter_id, OLD.second_counter_id)
  OR (OLD.state = 'counted' AND (NEW.counted_on, NEW.counted_until, NEW.book_pieces, NEW.found_pieces, NEW.differences)
     IS NOT (OLD.counted_on, OLD.counted_until, OLD.book_pieces, OLD.found_pieces, OLD.differences))
BEGIN SELECT RAISE(ABORT, 'a stocktake is true as of its moment'); END;

CREATE TRIGGER stocktake_no_delete BEFORE DELETE ON stocktake BEGIN SELECT RAISE(ABORT, 'a stocktake is never deleted'); END;

CREATE TABLE stocktake_entry (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  stocktake_id   INTEGER NOT NULL REFERENCES stocktake (id) ON DELETE RESTRICT,
  ordinal        INTEGER NOT NULL CHECK (ordinal > 0),
  compartment_id INTEGER NOT NULL REFERENCES compartment (id) ON DELETE RESTRICT,
  -- NULL: a certificate that nobody knows, by its number as it was read.
  title_id       INTEGER REFERENCES title (id) ON DELETE RESTRICT,
  certificate_no TEXT NOT NULL DEFAULT '' CHECK (length(certificate_no) <= 100),
  quantity       INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
  counted_by     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  counted_at     TEXT NOT NULL,
  UNIQUE (stocktake_id, ordinal),
  CHECK ((title_id IS NULL) = (certificate_no <> ''))
) STRICT;

CREATE TRIGGER stocktake_entry_counting BEFORE INSERT ON stocktake_entry
WHEN (SELECT state FROM stocktake WHERE id = NEW.stocktake_id) IS NOT 'counting'
BEGIN SELECT RAISE(ABORT, 'what was counted never changes'); END;

CREATE TRIGGER stocktake_entry_last BEFORE DELETE ON stocktake_entry
WHEN (SELECT state FROM stocktake WHERE id = OLD.stocktake_id) <> 'counting'
  OR OLD.ordinal < (SELECT max(ordinal) FROM stocktake_entry WHERE stocktake_id = OLD.stocktake_id)
BEGIN SELECT RAISE(ABORT, 'what was counted never changes'); END;

CREATE TRIGGER stocktake_entry_no_update BEFORE UPDATE ON stocktake_entry BEGIN SELECT RAISE(ABORT, 'what was counted never changes'); END;

CREATE TABLE stocktake_line (
  id                      INTEGER PRIMARY KEY AUTOINCREMENT,
  stocktake_id            INTEGER NOT NULL REFERENCES stocktake (id) ON DELETE RESTRICT,
  ordinal                 INTEGER NOT NULL CHECK (ordinal > 0),
  title_id                INTEGER REFERENCES title (id) ON DELETE RESTRICT,
  -- As it was read from a certificate that nobody knows.
  certificate_no          TEXT NOT NULL DEFAULT '',
  -- Where and how many there should be within the scope, as of the moment. A compartment with none: it lies in a safe beyond it.
  expected_compartment_id INTEGER REFERENCES compartment (id) ON DELETE RESTRICT,
  expected_quantity       INTEGER NOT NULL CHECK (expected_quantity >= 0),
  -- Pieces that the book has with a borrower or at the registry.
  out_quantity            INTEGER NOT NULL CHECK (out_quantity >= 0),
  found_compartment_id    INTEGER REFERENCES compartment (id) ON DELETE RESTRICT,
  found_quantity          INTEGER NOT NULL CHECK (found_quantity >= 0),
  -- Of a difference: why, and what is to be done.
  cause                   TEXT NOT NULL DEFAULT '' CHECK (length(cause) <= 500),
  action                  TEXT NOT NULL DEFAULT '' CHECK (length(action) <= 500),
  UNIQUE (stocktake_id, ordinal),
  CHECK ((title_id IS NULL) = (certificate_no <> '')),
  CHECK ((found_compartment_id IS NULL) = (found_quantity = 0)),
  CHECK (expected_quantity = 0 OR expected_compartment_id IS NOT NULL),
  CHECK (out_quantity = 0 OR (expected_compartment_id IS NULL AND title_id IS NOT NULL)),
  CHECK (expected_quantity + out_quantity + found_quantity > 0),
  -- A line is one class: found is all of what was expected, or nothing of it.
  CHECK (expected_quantity = 0 OR found_quantity IN (0, expected_quantity)),
  CHECK (out_quantity = 0 OR found_quantity IN (0, out_quantity))
) STRICT;

CREATE INDEX stocktake_line_title ON stocktake_line (title_id);

CREATE TRIGGER stocktake_line_counting BEFORE INSERT ON stocktake_line
WHEN (SELECT state FROM stocktake WHERE id = NEW.stocktake_id) IS NOT 'counting'
BEGIN SELECT RAISE(ABORT, 'what was counted never changes'); END;

CREATE TRIGGER stocktake_line_fixed BEFORE UPDATE ON stocktake_line
WHEN (SELECT state FROM stocktake WHERE id = OLD.stocktake_id) <> 'counted'
  OR (NEW.id, NEW.stocktake_id, NEW.ordinal, NEW.title_id, NEW.certificate_no, NEW.expected_compartment_id, NEW.expected_quantity, NEW.out_quantity, NEW.found_compartment_id, NEW.found_quantity)
     IS NOT (OLD.id, OLD.stocktake_id, OLD.ordinal, OLD.title_id, OLD.certificate_no, OLD.expected_compartment_id, OLD.expected_quantity, OLD.out_quantity, OLD.found_compartment_id, OLD.found_quantity)
BEGIN SELECT RAISE(ABORT, 'what was counted never changes'); END;

CREATE TRIGGER stocktake_line_no_delete BEFORE DELETE ON stocktake_line BEGIN SELECT RAISE(ABORT, 'what was counted never changes'); END;

CREATE TABLE stocktake_signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  stocktake_id INTEGER NOT NULL REFERENCES stocktake (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('firstCounter', 'secondCounter', 'executive')),
  at           TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (stocktake_id, role)
) STRICT;

CREATE TRIGGER stocktake_signature_no_delete BEFORE DELETE ON stocktake_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER stocktake_signature_no_update BEFORE UPDATE ON stocktake_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

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

CREATE TRIGGER supplement_delivery_no_delete BEFORE DELETE ON supplement_delivery
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER supplement_delivery_signed BEFORE UPDATE ON supplement_delivery
WHEN OLD.state <> 'waiting'
  OR (NEW.id, NEW.line_id, NEW.pages, NEW.handed_on, NEW.giver_id, NEW.giver, NEW.given_at, NEW.giver_hash)
     IS NOT (OLD.id, OLD.line_id, OLD.pages, OLD.handed_on, OLD.giver_id, OLD.giver, OLD.given_at, OLD.giver_hash)
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

CREATE TRIGGER supplement_line_no_delete BEFORE DELETE ON supplement_line
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER supplement_line_signed BEFORE UPDATE ON supplement_line
WHEN OLD.state IN ('cleared', 'withdrawn')
  OR (NEW.id, NEW.list_id, NEW.ordinal, NEW.title, NEW.fault, NEW.basis, NEW.part, NEW.item_id)
     IS NOT (OLD.id, OLD.list_id, OLD.ordinal, OLD.title, OLD.fault, OLD.basis, OLD.part, OLD.item_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

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

CREATE INDEX supplement_list_issued ON supplement_list (issued_on);

CREATE INDEX supplement_list_state ON supplement_list (state, due_on);

CREATE TRIGGER supplement_list_no_delete BEFORE DELETE ON supplement_list
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER supplement_list_signed BEFORE UPDATE ON supplement_list
WHEN OLD.state = 'closed'
  OR (NEW.id, NEW.no, NEW.dossier_id, NEW.handover_id, NEW.side, NEW.responsible_id, NEW.issued_on, NEW.due_on, NEW.line_count,
      NEW.checker_id, NEW.checker, NEW.signed_at, NEW.content_hash)
     IS NOT
     (OLD.id, OLD.no, OLD.dossier_id, OLD.handover_id, OLD.side, OLD.responsible_id, OLD.issued_on, OLD.due_on, OLD.line_count,
      OLD.checker_id, OLD.checker, OLD.signed_at, OLD.content_hash)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

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

CREATE TRIGGER take_back_no_delete BEFORE DELETE ON take_back BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;

CREATE TRIGGER take_back_no_update BEFORE UPDATE ON take_back BEGIN SELECT RAISE(ABORT, 'what came back is never unwritten'); END;

CREATE TABLE title (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id      INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
  kind            TEXT NOT NULL CHECK (kind IN ('clientOwnership', 'guarantorOwnership', 'otherRights', 'chattelMortgage', 'equityPledge', 'other')),
  name            TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  certificate_no  TEXT NOT NULL CHECK (length(certificate_no) BETWEEN 1 AND 100),
  -- The number as it is compared: half-width, without spaces, capital letters.
  certificate_key TEXT NOT NULL CHECK (certificate_key <> ''),
  owner           TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 100),
  quantity        INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
  -- electronic: nothing lies in a safe, nothing can be lent (无需入库).
  storage         TEXT NOT NULL CHECK (storage IN ('paper', 'electronic')),
  issued_by       TEXT NOT NULL DEFAULT '',
  issued_on       TEXT CHECK (issued_on GLOB '????-??-??'),
  expires_on      TEXT CHECK (expires_on GLOB '????-??-??'),
  value_fen       INTEGER CHECK (value_fen >= 0),
  remarks         TEXT NOT NULL DEFAULT '',
  -- The old certificate that it was exchanged for.
  replaces_id     INTEGER REFERENCES title (id) ON DELETE RESTRICT,
  registered_on   TEXT NOT NULL CHECK (registered_on GLOB '????-??-??')
) STRICT;

CREATE INDEX title_certificate ON title (certificate_key);

CREATE INDEX title_expiry ON title (expires_on) WHERE expires_on IS NOT NULL;

CREATE INDEX title_project ON title (project_id);

CREATE INDEX title_replaces ON title (replaces_id) WHERE replaces_id IS NOT NULL;

CREATE TRIGGER title_fixed BEFORE UPDATE ON title
WHEN (NEW.id, NEW.project_id, NEW.kind, NEW.name, NEW.certificate_no, NEW.certificate_key, NEW.owner, NEW.quantity, NEW.storage, NEW.replaces_id, NEW.registered_on)
  IS NOT (OLD.id, OLD.project_id, OLD.kind, OLD.name, OLD.certificate_no, OLD.certificate_key, OLD.owner, OLD.quantity, OLD.storage, OLD.replaces_id, OLD.registered_on)
BEGIN SELECT RAISE(ABORT, 'what three people signed never changes'); END;

CREATE TRIGGER title_no_delete BEFORE DELETE ON title BEGIN SELECT RAISE(ABORT, 'a title is never deleted'); END;

CREATE TABLE title_handover (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  no           TEXT NOT NULL UNIQUE,
  project_id   INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
  state        TEXT NOT NULL CHECK (state IN ('given', 'accepted', 'sentBack', 'withdrawn')),
  -- When the company got the papers: they are handed over the same working day.
  obtained_on  TEXT NOT NULL CHECK (obtained_on GLOB '????-??-??'),
  due_on       TEXT NOT NULL CHECK (due_on GLOB '????-??-??'),
  given_on     TEXT NOT NULL CHECK (given_on GLOB '????-??-??'),
  a_id         INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  b_id         INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  custodian_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  closed_on    TEXT CHECK (closed_on GLOB '????-??-??'),
  reason       TEXT NOT NULL DEFAULT '',
  CHECK (a_id <> b_id AND a_id IS NOT custodian_id AND b_id IS NOT custodian_id),
  CHECK ((state = 'given') = (closed_on IS NULL)),
  CHECK (state <> 'accepted' OR custodian_id IS NOT NULL),
  CHECK ((state IN ('sentBack', 'withdrawn')) = (reason <> ''))
) STRICT;

CREATE INDEX title_handover_project ON title_handover (project_id);

CREATE INDEX title_handover_state ON title_handover (state, id);

CREATE TRIGGER title_handover_fixed BEFORE UPDATE ON title_handover
WHEN OLD.state <> 'given'
  OR (NEW.id, NEW.no, NEW.project_id, NEW.obtained_on, NEW.due_on, NEW.given_on, NEW.a_id, NEW.b_id)
     IS NOT (OLD.id, OLD.no, OLD.project_id, OLD.obtained_on, OLD.due_on, OLD.given_on, OLD.a_id, OLD.b_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER title_handover_no_delete BEFORE DELETE ON title_handover BEGIN SELECT RAISE(ABORT, 'a handover is never deleted'); END;

CREATE TABLE title_handover_line (
  id              INTEGER PRIMARY KEY AUTOINCREMENT,
  handover_id     INTEGER NOT NULL REFERENCES title_handover (id) ON DELETE RESTRICT,
  ordinal         INTEGER NOT NULL CHECK (ordinal > 0),
  kind            TEXT NOT NULL CHECK (kind IN ('clientOwnership', 'guarantorOwnership', 'otherRights', 'chattelMortgage', 'equityPledge', 'other')),
  name            TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
  certificate_no  TEXT NOT NULL CHECK (length(certificate_no) BETWEEN 1 AND 100),
  certificate_key TEXT NOT NULL CHECK (certificate_key <> ''),
  owner           TEXT NOT NULL CHECK (length(owner) BETWEEN 1 AND 100),
  quantity        INTEGER NOT NULL CHECK (quantity BETWEEN 1 AND 999),
  storage         TEXT NOT NULL CHECK (storage IN ('paper', 'electronic')),
  issued_by       TEXT NOT NULL DEFAULT '',
  issued_on       TEXT CHECK (issued_on GLOB '????-??-??'),
  expires_on      TEXT CHECK (expires_on GLOB '????-??-??'),
  value_fen       INTEGER CHECK (value_fen >= 0),
  remarks         TEXT NOT NULL DEFAULT '',
  -- What the three found; NULL until they have looked.
  name_agrees     INTEGER CHECK (name_agrees IN (0, 1)),
  number_agrees   INTEGER CHECK (number_agrees IN (0, 1)),
  quantity_found  INTEGER CHECK (quantity_found BETWEEN 0 AND 999),
  check_remark    TEXT NOT NULL DEFAULT '',
  title_id        INTEGER UNIQUE REFERENCES title (id) ON DELETE RESTRICT,
  UNIQUE (handover_id, ordinal),
  UNIQUE (handover_id, certificate_key)
) STRICT;

CREATE INDEX title_handover_line_certificate ON title_handover_line (certificate_key);

CREATE TRIGGER title_handover_line_added BEFORE INSERT ON title_handover_line
WHEN EXISTS (SELECT 1 FROM title_handover_signature WHERE handover_id = NEW.handover_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER title_handover_line_fixed BEFORE UPDATE ON title_handover_line
WHEN (SELECT state FROM title_handover WHERE id = OLD.handover_id) <> 'given' OR OLD.title_id IS NOT NULL
  OR (NEW.id, NEW.handover_id, NEW.ordinal, NEW.kind, NEW.name, NEW.certificate_no, NEW.certificate_key, NEW.owner, NEW.quantity, NEW.storage, NEW.issued_by, NEW.issued_on, NEW.expires_on, NEW.value_fen, NEW.remarks)
     IS NOT (OLD.id, OLD.handover_id, OLD.ordinal, OLD.kind, OLD.name, OLD.certificate_no, OLD.certificate_key, OLD.owner, OLD.quantity, OLD.storage, OLD.issued_by, OLD.issued_on, OLD.expires_on, OLD.value_fen, OLD.remarks)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER title_handover_line_no_delete BEFORE DELETE ON title_handover_line BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TABLE title_handover_signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  handover_id  INTEGER NOT NULL REFERENCES title_handover (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('giver', 'a', 'b', 'custodian', 'sender', 'withdrawer')),
  at           TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (handover_id, role)
) STRICT;

CREATE TRIGGER title_handover_signature_no_delete BEFORE DELETE ON title_handover_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER title_handover_signature_no_update BEFORE UPDATE ON title_handover_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TABLE title_lookup (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  title_id  INTEGER NOT NULL REFERENCES title (id) ON DELETE RESTRICT,
  looked_on TEXT NOT NULL CHECK (looked_on GLOB '????-??-??'),
  result    TEXT NOT NULL CHECK (result IN ('valid', 'changed', 'seized', 'cancelled', 'notFound')),
  source    TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 100),
  remarks   TEXT NOT NULL DEFAULT '',
  looked_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;

CREATE INDEX title_lookup_title ON title_lookup (title_id, id);

CREATE TRIGGER title_lookup_no_delete BEFORE DELETE ON title_lookup BEGIN SELECT RAISE(ABORT, 'a look-up never changes'); END;

CREATE TRIGGER title_lookup_no_update BEFORE UPDATE ON title_lookup BEGIN SELECT RAISE(ABORT, 'a look-up never changes'); END;

CREATE TABLE title_month (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  month     TEXT NOT NULL UNIQUE CHECK (month GLOB '????-??'),
  -- Movements up to this one had been written.
  as_of     INTEGER NOT NULL CHECK (as_of >= 0),
  closed_at TEXT NOT NULL,
  closed_by INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  second_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  CHECK (closed_by <> second_id)
) STRICT;

CREATE TRIGGER title_month_in_order BEFORE INSERT ON title_month
WHEN EXISTS (SELECT 1 FROM title_month WHERE month >= NEW.month)
BEGIN SELECT RAISE(ABORT, 'months are closed in their order'); END;

CREATE TRIGGER title_month_no_delete BEFORE DELETE ON title_month BEGIN SELECT RAISE(ABORT, 'a closed month stays closed'); END;

CREATE TRIGGER title_month_no_update BEFORE UPDATE ON title_month BEGIN SELECT RAISE(ABORT, 'a closed month stays closed'); END;

CREATE TABLE title_movement (
  id                  INTEGER PRIMARY KEY AUTOINCREMENT,
  slip_id             INTEGER NOT NULL REFERENCES title_slip (id) ON DELETE RESTRICT,
  ordinal             INTEGER NOT NULL CHECK (ordinal > 0),
  title_id            INTEGER NOT NULL REFERENCES title (id) ON DELETE RESTRICT,
  quantity            INTEGER NOT NULL CHECK (quantity > 0),
  from_place          TEXT NOT NULL CHECK (from_place IN ('outside', 'safe', 'electronic', 'lent', 'registration', 'missing', 'exchanged', 'released')),
  from_compartment_id INTEGER REFERENCES compartment (id) ON DELETE RESTRICT,
  to_place            TEXT NOT NULL CHECK (to_place IN ('outside', 'safe', 'electronic', 'lent', 'registration', 'missing', 'exchanged', 'released')),
  to_compartment_id   INTEGER REFERENCES compartment (id) ON DELETE RESTRICT,
  -- The slip's day, once more: what was where on a day is read from these rows alone.
  moved_on            TEXT NOT NULL CHECK (moved_on GLOB '????-??-??'),
  UNIQUE (slip_id, ordinal),
  CHECK ((from_place = 'safe') = (from_compartment_id IS NOT NULL)),
  CHECK ((to_place = 'safe') = (to_compartment_id IS NOT NULL))
) STRICT;

CREATE INDEX title_movement_title ON title_movement (title_id, id);

CREATE TRIGGER title_movement_closed BEFORE INSERT ON title_movement
WHEN EXISTS (SELECT 1 FROM safe_closing l JOIN compartment c ON c.safe_id = l.safe_id
             WHERE c.id IN (NEW.from_compartment_id, NEW.to_compartment_id) AND l.day >= NEW.moved_on)
BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;

CREATE TRIGGER title_movement_day BEFORE INSERT ON title_movement
WHEN NEW.moved_on <> (SELECT moved_on FROM title_slip WHERE id = NEW.slip_id)
  OR NEW.moved_on < (SELECT max(moved_on) FROM title_movement WHERE title_id = NEW.title_id)
BEGIN SELECT RAISE(ABORT, 'the movements of a title follow each other'); END;

CREATE TRIGGER title_movement_no_delete BEFORE DELETE ON title_movement BEGIN SELECT RAISE(ABORT, 'a movement never changes'); END;

CREATE TRIGGER title_movement_no_update BEFORE UPDATE ON title_movement BEGIN SELECT RAISE(ABORT, 'a movement never changes'); END;

CREATE TRIGGER title_movement_signed BEFORE INSERT ON title_movement
WHEN EXISTS (SELECT 1 FROM title_slip_signature WHERE slip_id = NEW.slip_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

CREATE TRIGGER title_movement_there BEFORE INSERT ON title_movement
WHEN NEW.quantity > CASE NEW.from_place WHEN 'outside' THEN (SELECT quantity FROM title WHERE id = NEW.title_id) ELSE 0 END + (
  SELECT coalesce(sum(CASE WHEN m.to_place = NEW.from_place AND m.to_compartment_id IS NEW.from_compartment_id THEN m.quantity ELSE 0 END)
                - sum(CASE WHEN m.from_place = NEW.from_place AND m.from_compartment_id IS NEW.from_compartment_id THEN m.quantity ELSE 0 END), 0)
  FROM title_movement m WHERE m.title_id = NEW.title_id)
BEGIN SELECT RAISE(ABORT, 'it is not there'); END;

CREATE TABLE title_security (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  title_id      INTEGER NOT NULL REFERENCES title (id) ON DELETE RESTRICT,
  project_id    INTEGER NOT NULL REFERENCES project (id) ON DELETE RESTRICT,
  since_on      TEXT NOT NULL CHECK (since_on GLOB '????-??-??'),
  -- Freed before the contract is settled: an executive signs for it.
  ended_on      TEXT CHECK (ended_on GLOB '????-??-??'),
  ended_by      INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  ended_because TEXT NOT NULL DEFAULT '',
  CHECK ((ended_on IS NULL) = (ended_by IS NULL) AND (ended_on IS NULL) = (ended_because = ''))
) STRICT;

CREATE UNIQUE INDEX title_security_open ON title_security (title_id, project_id) WHERE ended_on IS NULL;

CREATE INDEX title_security_project ON title_security (project_id);

CREATE TRIGGER title_security_fixed BEFORE UPDATE ON title_security
WHEN OLD.ended_on IS NOT NULL OR (NEW.id, NEW.title_id, NEW.project_id, NEW.since_on) IS NOT (OLD.id, OLD.title_id, OLD.project_id, OLD.since_on)
BEGIN SELECT RAISE(ABORT, 'what a title secured is never unwritten'); END;

CREATE TRIGGER title_security_no_delete BEFORE DELETE ON title_security BEGIN SELECT RAISE(ABORT, 'what a title secured is never unwritten'); END;

CREATE TABLE title_security_signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  security_id  INTEGER NOT NULL REFERENCES title_security (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('executive')),
  at           TEXT NOT NULL,
  -- What was signed: docs/journal-format.md.
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (security_id, role)
) STRICT;

CREATE TRIGGER title_security_signature_ended BEFORE INSERT ON title_security_signature
WHEN (SELECT ended_by FROM title_security WHERE id = NEW.security_id) IS NOT NEW.staff_id
BEGIN SELECT RAISE(ABORT, 'whoever frees a title signs for it'); END;

CREATE TRIGGER title_security_signature_no_delete BEFORE DELETE ON title_security_signature
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER title_security_signature_no_update BEFORE UPDATE ON title_security_signature
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TABLE title_slip (
  id             INTEGER PRIMARY KEY AUTOINCREMENT,
  no             TEXT NOT NULL UNIQUE,
  kind           TEXT NOT NULL CHECK (kind IN ('in', 'lent', 'returned', 'registrationOut', 'registrationBack', 'exchange', 'remortgage', 'release', 'moved', 'missing', 'found', 'reversal')),
  moved_on       TEXT NOT NULL CHECK (moved_on GLOB '????-??-??'),
  at             TEXT NOT NULL,
  reason         TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 500),
  -- The paper that it rests on: handover list, settlement certificate, approval, errand at the registry, stocktake, slip.
  basis          TEXT NOT NULL CHECK (length(basis) BETWEEN 1 AND 200),
  -- Who hands over or receives: borrower, owner, registry, A.
  party          TEXT NOT NULL DEFAULT '',
  party_staff_id INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  -- When it is to be back.
  due_on         TEXT CHECK (due_on GLOB '????-??-??'),
  -- Of a re-mortgage: the contract that the titles secure from now on, too.
  project_id     INTEGER REFERENCES project (id) ON DELETE RESTRICT,
  handover_id    INTEGER UNIQUE REFERENCES title_handover (id) ON DELETE RESTRICT,
  stocktake_id   INTEGER REFERENCES stocktake (id) ON DELETE RESTRICT,
  reverses_id    INTEGER UNIQUE REFERENCES title_slip (id) ON DELETE RESTRICT,
  operator_id    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  second_id      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  remarks        TEXT NOT NULL DEFAULT '',
  CHECK (operator_id <> second_id),
  CHECK ((kind = 'reversal') = (reverses_id IS NOT NULL)),
  CHECK ((kind IN ('lent', 'registrationOut')) = (due_on IS NOT NULL)),
  CHECK (kind NOT IN ('lent', 'registrationOut', 'release') OR party <> ''),
  CHECK ((kind = 'remortgage') = (project_id IS NOT NULL)),
  CHECK ((kind IN ('missing', 'found')) = (stocktake_id IS NOT NULL))
) STRICT;

CREATE INDEX title_slip_day ON title_slip (moved_on, id);

CREATE TRIGGER title_slip_month BEFORE INSERT ON title_slip
WHEN EXISTS (SELECT 1 FROM title_month WHERE month >= substr(NEW.moved_on, 1, 7))
BEGIN SELECT RAISE(ABORT, 'a closed month is read-only'); END;

CREATE TRIGGER title_slip_no_delete BEFORE DELETE ON title_slip BEGIN SELECT RAISE(ABORT, 'a movement never changes'); END;

CREATE TRIGGER title_slip_no_update BEFORE UPDATE ON title_slip BEGIN SELECT RAISE(ABORT, 'a movement never changes'); END;

CREATE TABLE title_slip_signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  slip_id      INTEGER NOT NULL REFERENCES title_slip (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('operator', 'second')),
  at           TEXT NOT NULL,
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (slip_id, role)
) STRICT;

CREATE TRIGGER title_slip_signature_no_delete BEFORE DELETE ON title_slip_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

CREATE TRIGGER title_slip_signature_no_update BEFORE UPDATE ON title_slip_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
