-- Whoever puts a version of a procedure into force signs it; what came with the program, and copies of it, nobody has signed.
ALTER TABLE complaint_procedure ADD COLUMN content_hash TEXT CHECK (length(content_hash) = 64);

-- May new complaints begin with a procedure? The last word counts; without any they may.
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
CREATE TRIGGER complaint_procedure_in_use BEFORE INSERT ON complaint
WHEN (SELECT u.in_use FROM complaint_procedure p JOIN complaint_procedure_use u ON u.first_id = p.first_id
      WHERE p.id = NEW.procedure_id ORDER BY u.id DESC LIMIT 1) = 0
BEGIN SELECT RAISE(ABORT, 'no complaint begins with a procedure that is not in use'); END;
