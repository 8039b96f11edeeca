-- A row of checklist becomes one version of a list; the versions of one list have the same first_id. What a dossier was made from
-- stays what it was. record_class is free text: classes of records are added in the program.
CREATE TABLE checklist_next (
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
INSERT INTO checklist_next (id, first_id, version, name, record_class, made_on)
SELECT id, id, 1, name, business_type, (SELECT substr(at, 1, 10) FROM event WHERE seq = 1) FROM checklist;
DROP TABLE checklist;
ALTER TABLE checklist_next RENAME TO checklist;
CREATE INDEX dossier_checklist ON dossier (checklist_id) WHERE checklist_id IS NOT NULL;

CREATE TRIGGER checklist_fixed BEFORE UPDATE ON checklist
WHEN (NEW.id, NEW.first_id, NEW.version, NEW.name, NEW.record_class, NEW.made_on, NEW.made_by)
  IS NOT (OLD.id, OLD.first_id, OLD.version, OLD.name, OLD.record_class, OLD.made_on, OLD.made_by)
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;
CREATE TRIGGER checklist_no_delete BEFORE DELETE ON checklist
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;
CREATE TRIGGER checklist_entry_fixed BEFORE UPDATE ON checklist_entry
WHEN (NEW.id, NEW.checklist_id, NEW.part, NEW.ordinal, NEW.title, NEW.required)
  IS NOT (OLD.id, OLD.checklist_id, OLD.part, OLD.ordinal, OLD.title, OLD.required)
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;
CREATE TRIGGER checklist_entry_no_delete BEFORE DELETE ON checklist_entry
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;
-- Entries come with their version and never later.
CREATE TRIGGER checklist_entry_added BEFORE INSERT ON checklist_entry
WHEN EXISTS (SELECT 1 FROM dossier WHERE checklist_id = NEW.checklist_id)
  OR EXISTS (SELECT 1 FROM checklist c JOIN checklist n ON n.first_id = c.first_id AND n.version > c.version
             WHERE c.id = NEW.checklist_id)
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;

-- rows: the journal is told the new columns; the archivists of companies that exist already may edit the lists
UPDATE checklist SET name = name;
INSERT INTO permission (position, permission) SELECT 'archivist', 'checklist.edit' WHERE EXISTS (SELECT 1 FROM company);
