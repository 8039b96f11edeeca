-- Complaints. A row of complaint_procedure is one version of one way of handling them; the versions of one have the same first_id.
-- A case keeps the version with which it began. What was done stands in complaint_step and never changes: the state of a case is
-- worked out from it (course.rules.ts).
CREATE TABLE complaint_procedure (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  first_id   INTEGER NOT NULL REFERENCES complaint_procedure (id) ON DELETE RESTRICT,
  version    INTEGER NOT NULL CHECK (version > 0),
  title      TEXT NOT NULL CHECK (length(title) > 0),
  -- JSON, checked by the schema of shared/complaint/procedure.ts before it is written.
  definition TEXT NOT NULL CHECK (json_valid(definition)),
  made_on    TEXT NOT NULL CHECK (made_on GLOB '????-??-??'),
  -- NULL: came with the program.
  made_by    INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  UNIQUE (first_id, version),
  CHECK ((version = 1) = (first_id = id))
) STRICT;
CREATE TRIGGER complaint_procedure_fixed BEFORE UPDATE ON complaint_procedure
BEGIN SELECT RAISE(ABORT, 'a version of a procedure never changes'); END;
CREATE TRIGGER complaint_procedure_no_delete BEFORE DELETE ON complaint_procedure
BEGIN SELECT RAISE(ABORT, 'a version of a procedure never changes'); END;

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
CREATE INDEX complaint_open ON complaint (closed_on, id);
CREATE INDEX complaint_procedure_of ON complaint (procedure_id);
CREATE INDEX complaint_client ON complaint (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX complaint_handler ON complaint (handler_id) WHERE handler_id IS NOT NULL;
CREATE TRIGGER complaint_fixed BEFORE UPDATE ON complaint
WHEN (NEW.id, NEW.no, NEW.procedure_id, NEW.kind, NEW.channel, NEW.complainant, NEW.contact, NEW.client_id, NEW.about,
      NEW.happened_on, NEW.facts, NEW.demand, NEW.unit_id, NEW.registered_at, NEW.registered_on, NEW.registered_by)
  IS NOT (OLD.id, OLD.no, OLD.procedure_id, OLD.kind, OLD.channel, OLD.complainant, OLD.contact, OLD.client_id, OLD.about,
      OLD.happened_on, OLD.facts, OLD.demand, OLD.unit_id, OLD.registered_at, OLD.registered_on, OLD.registered_by)
  OR NEW.round < OLD.round OR (OLD.dossier_id IS NOT NULL AND NEW.dossier_id IS NOT OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'what was registered never changes'); END;
CREATE TRIGGER complaint_no_delete BEFORE DELETE ON complaint
BEGIN SELECT RAISE(ABORT, 'a complaint is never deleted'); END;

-- Who is complained of: never handles, investigates, approves or decides.
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
CREATE TRIGGER complaint_step_not_accused BEFORE INSERT ON complaint_step
WHEN EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id = NEW.taken_by)
BEGIN SELECT RAISE(ABORT, 'whoever is complained of takes no step'); END;
CREATE TRIGGER complaint_step_open BEFORE INSERT ON complaint_step
WHEN EXISTS (SELECT 1 FROM complaint WHERE id = NEW.complaint_id AND closed_on IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'a closed case takes no step'); END;
CREATE TRIGGER complaint_step_fixed BEFORE UPDATE ON complaint_step
BEGIN SELECT RAISE(ABORT, 'what was done never changes'); END;
CREATE TRIGGER complaint_step_no_delete BEFORE DELETE ON complaint_step
BEGIN SELECT RAISE(ABORT, 'what was done never changes'); END;

CREATE VIRTUAL TABLE search_complaint USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

-- rows: the people of companies that exist already
INSERT INTO permission (position, permission)
SELECT position, permission FROM (
  SELECT 'employee' AS position, 'complaint.register' AS permission
  UNION ALL SELECT p.position, 'complaint.register' FROM (SELECT 'archivist' AS position UNION ALL SELECT 'projectManager' UNION ALL SELECT 'departmentHead'
    UNION ALL SELECT 'qualityManager' UNION ALL SELECT 'customerRelationsManager' UNION ALL SELECT 'hrManager' UNION ALL SELECT 'chairman'
    UNION ALL SELECT 'generalManager' UNION ALL SELECT 'deputyManager' UNION ALL SELECT 'titleCustodian') p
  UNION ALL SELECT p.position, 'complaint.read' FROM (SELECT 'archivist' AS position UNION ALL SELECT 'projectManager' UNION ALL SELECT 'departmentHead'
    UNION ALL SELECT 'qualityManager' UNION ALL SELECT 'customerRelationsManager' UNION ALL SELECT 'hrManager' UNION ALL SELECT 'chairman'
    UNION ALL SELECT 'generalManager' UNION ALL SELECT 'deputyManager' UNION ALL SELECT 'employee') p
  UNION ALL SELECT p.position, 'complaint.oversee' FROM (SELECT 'archivist' AS position UNION ALL SELECT 'projectManager' UNION ALL SELECT 'departmentHead'
    UNION ALL SELECT 'qualityManager' UNION ALL SELECT 'customerRelationsManager' UNION ALL SELECT 'hrManager' UNION ALL SELECT 'chairman'
    UNION ALL SELECT 'generalManager' UNION ALL SELECT 'deputyManager') p
  -- Whoever closes a case keeps its dossier until it is handed over.
  UNION ALL SELECT k.position, k.permission FROM (SELECT p.position, q.permission
    FROM (SELECT 'qualityManager' AS position UNION ALL SELECT 'customerRelationsManager' UNION ALL SELECT 'hrManager') p,
         (SELECT 'dossier.read' AS permission UNION ALL SELECT 'dossier.compile' UNION ALL SELECT 'handover.give' UNION ALL SELECT 'attachment.add'
          UNION ALL SELECT 'print.form') q) k
    WHERE NOT EXISTS (SELECT 1 FROM permission x WHERE x.position = k.position AND x.permission = k.permission)
  UNION ALL SELECT 'titleCustodian', 'complaint.read'
  UNION ALL SELECT 'systemAdmin', 'complaint.manage')
WHERE EXISTS (SELECT 1 FROM company);
