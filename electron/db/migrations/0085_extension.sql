-- A limit of a handover that is put off: asked for by whoever owes the step, and counting only once an approver has signed
-- (procedure for loan and guarantee archives, time limits).
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
-- One request at a time.
CREATE UNIQUE INDEX extension_waiting ON extension (dossier_id) WHERE state = 'waiting';
CREATE TRIGGER extension_signed BEFORE UPDATE ON extension
WHEN OLD.state <> 'waiting'
  OR (NEW.id, NEW.dossier_id, NEW.step, NEW.asker_id, NEW.due_on, NEW.new_due_on, NEW.reason, NEW.asked_on)
     IS NOT (OLD.id, OLD.dossier_id, OLD.step, OLD.asker_id, OLD.due_on, OLD.new_due_on, OLD.reason, OLD.asked_on)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;
CREATE TRIGGER extension_no_delete BEFORE DELETE ON extension
BEGIN SELECT RAISE(ABORT, 'a request is never deleted'); END;

-- rows: those who approve in companies that exist already
INSERT INTO permission (position, permission)
SELECT position, 'handover.approve' FROM (SELECT 'chairman' AS position UNION ALL SELECT 'generalManager' UNION ALL SELECT 'deputyManager')
WHERE EXISTS (SELECT 1 FROM company);
