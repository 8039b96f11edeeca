-- Title documents, kept like cash: what is where is never written down, it is the sum of movements. A movement takes pieces of one
-- title from one place to another; it is added once, by two people, and never changes. What was wrong is reversed by another one.

-- A safe with its compartments; how they lie in it is drawn from row and col.
CREATE TABLE safe (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  name       TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
  place      TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 100),
  retired_on TEXT CHECK (retired_on GLOB '????-??-??')
) STRICT;
CREATE TRIGGER safe_no_delete BEFORE DELETE ON safe BEGIN SELECT RAISE(ABORT, 'a safe is never deleted'); END;
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

-- Who holds a key or the combination, and since when. A change ends one row and begins another.
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
CREATE TRIGGER safe_custody_two_people BEFORE INSERT ON safe_custody
WHEN EXISTS (SELECT 1 FROM safe_custody c
             WHERE c.safe_id = NEW.safe_id AND c.ended_on IS NULL AND c.kind <> NEW.kind AND c.holder_id = NEW.holder_id)
BEGIN SELECT RAISE(ABORT, 'one person never holds both key and combination'); END;
CREATE TRIGGER safe_custody_fixed BEFORE UPDATE ON safe_custody
WHEN OLD.ended_on IS NOT NULL OR NEW.ended_on IS NULL
  OR (NEW.id, NEW.safe_id, NEW.kind, NEW.label, NEW.holder_id, NEW.supervisor_id, NEW.reason, NEW.giver_id, NEW.absence, NEW.taken_on)
     IS NOT (OLD.id, OLD.safe_id, OLD.kind, OLD.label, OLD.holder_id, OLD.supervisor_id, OLD.reason, OLD.giver_id, OLD.absence, OLD.taken_on)
BEGIN SELECT RAISE(ABORT, 'who held a key is never unwritten'); END;
CREATE TRIGGER safe_custody_no_delete BEFORE DELETE ON safe_custody BEGIN SELECT RAISE(ABORT, 'who held a key is never unwritten'); END;

-- Each opening by two people; what moved meanwhile is on its slips.
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
CREATE UNIQUE INDEX safe_opening_open ON safe_opening (safe_id) WHERE closed_at IS NULL;
CREATE INDEX safe_opening_day ON safe_opening (safe_id, opened_on);
CREATE TRIGGER safe_opening_fixed BEFORE UPDATE ON safe_opening
WHEN OLD.closed_at IS NOT NULL OR NEW.closed_at IS NULL
  OR (NEW.id, NEW.safe_id, NEW.opened_on, NEW.opened_at, NEW.reason, NEW.operator_id, NEW.second_id)
     IS NOT (OLD.id, OLD.safe_id, OLD.opened_on, OLD.opened_at, OLD.reason, OLD.operator_id, OLD.second_id)
BEGIN SELECT RAISE(ABORT, 'an opening is never unwritten'); END;
CREATE TRIGGER safe_opening_no_delete BEFORE DELETE ON safe_opening BEGIN SELECT RAISE(ABORT, 'an opening is never unwritten'); END;

-- A certificate as three people signed it. It begins with its handover, or as the new one of an exchange.
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
CREATE INDEX title_project ON title (project_id);
CREATE INDEX title_replaces ON title (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX title_certificate ON title (certificate_key);
CREATE INDEX title_expiry ON title (expires_on) WHERE expires_on IS NOT NULL;
CREATE TRIGGER title_fixed BEFORE UPDATE ON title
WHEN (NEW.id, NEW.project_id, NEW.kind, NEW.name, NEW.certificate_no, NEW.certificate_key, NEW.owner, NEW.quantity, NEW.storage, NEW.replaces_id, NEW.registered_on)
  IS NOT (OLD.id, OLD.project_id, OLD.kind, OLD.name, OLD.certificate_no, OLD.certificate_key, OLD.owner, OLD.quantity, OLD.storage, OLD.replaces_id, OLD.registered_on)
BEGIN SELECT RAISE(ABORT, 'what three people signed never changes'); END;
CREATE TRIGGER title_no_delete BEFORE DELETE ON title BEGIN SELECT RAISE(ABORT, 'a title is never deleted'); END;

-- Which contracts a title secures: one may secure several, and each has to be settled before it goes back to its owner.
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

-- Handed over apart from the dossier: A gives, B and the custodian compare, all three sign; then the titles exist and lie in a safe.
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
-- content_hash of this and the other signatures: docs/journal-format.md.
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
CREATE TRIGGER title_handover_signature_no_update BEFORE UPDATE ON title_handover_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER title_handover_signature_no_delete BEFORE DELETE ON title_handover_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

-- Counting what is there. What should be there is the sum of movements up to the one named as_of; it is written down beside what
-- was found when both counters have signed, and not before: they count against a list that they do not see.
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

-- What was read at the safe, one piece after another. Only the last one can be taken back, and only while they count.
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
CREATE TRIGGER stocktake_entry_no_update BEFORE UPDATE ON stocktake_entry BEGIN SELECT RAISE(ABORT, 'what was counted never changes'); END;
CREATE TRIGGER stocktake_entry_last BEFORE DELETE ON stocktake_entry
WHEN (SELECT state FROM stocktake WHERE id = OLD.stocktake_id) <> 'counting'
  OR OLD.ordinal < (SELECT max(ordinal) FROM stocktake_entry WHERE stocktake_id = OLD.stocktake_id)
BEGIN SELECT RAISE(ABORT, 'what was counted never changes'); END;

-- The book beside what was found. Each line is of one class: expected and found in the same place agree; expected and found in
-- another are misplaced; expected and not found are missing; with out_quantity the book says that they are out; what neither
-- should lie anywhere nor is out is not in the books.
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
CREATE TRIGGER stocktake_signature_no_update BEFORE UPDATE ON stocktake_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER stocktake_signature_no_delete BEFORE DELETE ON stocktake_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

-- A day of a safe that two people have signed for, and a month that is over: nothing is dated into them any more.
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
CREATE TRIGGER safe_closing_no_update BEFORE UPDATE ON safe_closing BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;
CREATE TRIGGER safe_closing_no_delete BEFORE DELETE ON safe_closing BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;
-- What was there by kind, as it was signed.
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
CREATE TRIGGER safe_closing_line_no_update BEFORE UPDATE ON safe_closing_line BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;
CREATE TRIGGER safe_closing_line_no_delete BEFORE DELETE ON safe_closing_line BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;
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
CREATE TRIGGER title_month_no_update BEFORE UPDATE ON title_month BEGIN SELECT RAISE(ABORT, 'a closed month stays closed'); END;
CREATE TRIGGER title_month_no_delete BEFORE DELETE ON title_month BEGIN SELECT RAISE(ABORT, 'a closed month stays closed'); END;

-- Signatures below keys, openings, closed days and months.
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
CREATE TRIGGER safe_signature_no_update BEFORE UPDATE ON safe_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER safe_signature_no_delete BEFORE DELETE ON safe_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;

-- One act at the safe, of one title or of many: why, by which paper, with whom, signed by two.
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
CREATE TRIGGER title_slip_no_update BEFORE UPDATE ON title_slip BEGIN SELECT RAISE(ABORT, 'a movement never changes'); END;
CREATE TRIGGER title_slip_no_delete BEFORE DELETE ON title_slip BEGIN SELECT RAISE(ABORT, 'a movement never changes'); END;
CREATE TRIGGER title_slip_month BEFORE INSERT ON title_slip
WHEN EXISTS (SELECT 1 FROM title_month WHERE month >= substr(NEW.moved_on, 1, 7))
BEGIN SELECT RAISE(ABORT, 'a closed month is read-only'); END;
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
CREATE TRIGGER title_slip_signature_no_update BEFORE UPDATE ON title_slip_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER title_slip_signature_no_delete BEFORE DELETE ON title_slip_signature BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TABLE safe_opening_slip (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  opening_id INTEGER NOT NULL REFERENCES safe_opening (id) ON DELETE RESTRICT,
  slip_id    INTEGER NOT NULL REFERENCES title_slip (id) ON DELETE RESTRICT,
  UNIQUE (opening_id, slip_id)
) STRICT;
CREATE INDEX safe_opening_slip_slip ON safe_opening_slip (slip_id);
CREATE TRIGGER safe_opening_slip_no_update BEFORE UPDATE ON safe_opening_slip BEGIN SELECT RAISE(ABORT, 'an opening is never unwritten'); END;
CREATE TRIGGER safe_opening_slip_no_delete BEFORE DELETE ON safe_opening_slip BEGIN SELECT RAISE(ABORT, 'an opening is never unwritten'); END;

-- So many pieces of a title from one place to another. Double entry: whatever comes somewhere has left somewhere.
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
CREATE TRIGGER title_movement_no_update BEFORE UPDATE ON title_movement BEGIN SELECT RAISE(ABORT, 'a movement never changes'); END;
CREATE TRIGGER title_movement_no_delete BEFORE DELETE ON title_movement BEGIN SELECT RAISE(ABORT, 'a movement never changes'); END;
CREATE TRIGGER title_movement_signed BEFORE INSERT ON title_movement
WHEN EXISTS (SELECT 1 FROM title_slip_signature WHERE slip_id = NEW.slip_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER title_movement_day BEFORE INSERT ON title_movement
WHEN NEW.moved_on <> (SELECT moved_on FROM title_slip WHERE id = NEW.slip_id)
  OR NEW.moved_on < (SELECT max(moved_on) FROM title_movement WHERE title_id = NEW.title_id)
BEGIN SELECT RAISE(ABORT, 'the movements of a title follow each other'); END;
CREATE TRIGGER title_movement_closed BEFORE INSERT ON title_movement
WHEN EXISTS (SELECT 1 FROM safe_closing l JOIN compartment c ON c.safe_id = l.safe_id
             WHERE c.id IN (NEW.from_compartment_id, NEW.to_compartment_id) AND l.day >= NEW.moved_on)
BEGIN SELECT RAISE(ABORT, 'a closed day stays closed'); END;
-- Nothing leaves a place where it is not; from outside no more comes than there is.
CREATE TRIGGER title_movement_there BEFORE INSERT ON title_movement
WHEN NEW.quantity > CASE NEW.from_place WHEN 'outside' THEN (SELECT quantity FROM title WHERE id = NEW.title_id) ELSE 0 END + (
  SELECT coalesce(sum(CASE WHEN m.to_place = NEW.from_place AND m.to_compartment_id IS NEW.from_compartment_id THEN m.quantity ELSE 0 END)
                - sum(CASE WHEN m.from_place = NEW.from_place AND m.from_compartment_id IS NEW.from_compartment_id THEN m.quantity ELSE 0 END), 0)
  FROM title_movement m WHERE m.title_id = NEW.title_id)
BEGIN SELECT RAISE(ABORT, 'it is not there'); END;

-- Asking the registry whether the right still stands, by somebody else than the handling officer.
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
CREATE TRIGGER title_lookup_no_update BEFORE UPDATE ON title_lookup BEGIN SELECT RAISE(ABORT, 'a look-up never changes'); END;
CREATE TRIGGER title_lookup_no_delete BEFORE DELETE ON title_lookup BEGIN SELECT RAISE(ABORT, 'a look-up never changes'); END;

CREATE VIRTUAL TABLE search_title USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
CREATE VIRTUAL TABLE search_title_slip USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
CREATE VIRTUAL TABLE search_title_handover USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
CREATE VIRTUAL TABLE search_stocktake USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

-- rows: who may do what in the companies that exist already
INSERT INTO permission (position, permission)
SELECT its.position, its.permission FROM (
  SELECT p.position, n.permission FROM
    (SELECT 'titleCustodian' AS position UNION ALL SELECT 'archivist') p,
    (SELECT 'title.read' AS permission UNION ALL SELECT 'title.keep' UNION ALL SELECT 'title.count' UNION ALL SELECT 'safe.manage') n
  UNION ALL SELECT 'titleCustodian', 'print.form'
  UNION ALL SELECT 'projectManager', 'title.read' UNION ALL SELECT 'projectManager', 'title.give'
  UNION ALL SELECT 'departmentHead', 'title.read' UNION ALL SELECT 'departmentHead', 'title.count'
  UNION ALL SELECT 'deputyManager', 'title.read' UNION ALL SELECT 'deputyManager', 'title.count'
  UNION ALL SELECT p.position, n.permission FROM
    (SELECT 'chairman' AS position UNION ALL SELECT 'generalManager') p,
    (SELECT 'title.read' AS permission UNION ALL SELECT 'title.approve') n
) its WHERE EXISTS (SELECT 1 FROM company)
  AND NOT EXISTS (SELECT 1 FROM permission q WHERE q.position = its.position AND q.permission = its.permission);
