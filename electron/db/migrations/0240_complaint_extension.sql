-- A limit of a complaint that is put off: asked for by whoever handles the case, and counting only once an approver has signed. The
-- limit itself is worked out from the case and its procedure; the one before stays here.
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
-- One request at a time.
CREATE UNIQUE INDEX complaint_extension_waiting ON complaint_extension (complaint_id, round, limit_code) WHERE state = 'waiting';
CREATE TRIGGER complaint_extension_asked BEFORE INSERT ON complaint_extension
WHEN NEW.state <> 'waiting'
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.asker_id)
BEGIN SELECT RAISE(ABORT, 'whoever is complained of never asks for more time'); END;
CREATE TRIGGER complaint_extension_signed BEFORE UPDATE ON complaint_extension
WHEN OLD.state <> 'waiting'
  OR (NEW.id, NEW.complaint_id, NEW.round, NEW.limit_code, NEW.asker_id, NEW.asker, NEW.due_on, NEW.new_due_on, NEW.reason, NEW.asked_on)
     IS NOT (OLD.id, OLD.complaint_id, OLD.round, OLD.limit_code, OLD.asker_id, OLD.asker, OLD.due_on, OLD.new_due_on, OLD.reason, OLD.asked_on)
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.decider_id)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes, and whoever is complained of never decides'); END;
CREATE TRIGGER complaint_extension_no_delete BEFORE DELETE ON complaint_extension
BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;
