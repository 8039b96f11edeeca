-- Penalties and rewards. Each is proposed, the person says what he or she has to say, and somebody who is free of the matter decides and
-- signs. What was decided is corrected only by taking it back: it stays to be seen with the reason.
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
CREATE INDEX penalty_staff ON penalty (staff_id);
CREATE INDEX penalty_open ON penalty (id) WHERE granted IS NULL AND withdrawn_on IS NULL;
CREATE TRIGGER penalty_proposed BEFORE INSERT ON penalty
WHEN NEW.granted IS NOT NULL OR NEW.statement_way IS NOT NULL OR NEW.withdrawn_on IS NOT NULL
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.proposed_by)
BEGIN SELECT RAISE(ABORT, 'whoever is complained of never proposes, and nothing is decided before it was proposed'); END;
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
CREATE TRIGGER penalty_not_accused BEFORE UPDATE OF decided_by, withdrawn_by, passed_up_by, stated_by ON penalty
WHEN EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id
    AND staff_id IN (NEW.decided_by, NEW.withdrawn_by, NEW.passed_up_by))
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.stated_by AND NEW.stated_by <> NEW.staff_id)
BEGIN SELECT RAISE(ABORT, 'whoever is complained of never decides'); END;
CREATE TRIGGER penalty_no_delete BEFORE DELETE ON penalty
BEGIN SELECT RAISE(ABORT, 'a penalty is never deleted'); END;

-- What was paid to clients: a register of its own.
CREATE INDEX complaint_step_paid ON complaint_step (id) WHERE json_extract(said, '$.compensation') > 0;

CREATE VIRTUAL TABLE search_penalty USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
