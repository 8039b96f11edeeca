-- Evidence of a complaint is the case's own and belongs to no dossier; when the case is filed it is seen with the dossier.
-- The rows that stand keep their ids.
CREATE TABLE attachment_next (
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
INSERT INTO attachment_next (id, dossier_id, subject_kind, subject_id, name, kind, sha256, bytes, rotation, added_at, added_by,
                             removed_at, removed_by, remove_reason)
SELECT id, dossier_id, subject_kind, subject_id, name, kind, sha256, bytes, rotation, added_at, added_by,
       removed_at, removed_by, remove_reason
FROM attachment;
DROP TABLE attachment;
ALTER TABLE attachment_next RENAME TO attachment;
CREATE INDEX attachment_dossier ON attachment (dossier_id, id) WHERE dossier_id IS NOT NULL;
CREATE INDEX attachment_other ON attachment (subject_kind, subject_id, id) WHERE dossier_id IS NULL;
CREATE INDEX attachment_file ON attachment (sha256);

-- What was kept is never another file, a title's or a slip's scan is never another's, and what was taken away stays so.
CREATE TRIGGER attachment_fixed BEFORE UPDATE ON attachment
WHEN (NEW.id, NEW.dossier_id, NEW.name, NEW.kind, NEW.sha256, NEW.bytes, NEW.added_at, NEW.added_by)
  IS NOT (OLD.id, OLD.dossier_id, OLD.name, OLD.kind, OLD.sha256, OLD.bytes, OLD.added_at, OLD.added_by)
  OR (OLD.dossier_id IS NULL AND (NEW.subject_kind, NEW.subject_id) <> (OLD.subject_kind, OLD.subject_id))
  OR OLD.removed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;
-- subject_id names rows of several tables and can be no foreign key; titles, slips and cases are never deleted.
CREATE TRIGGER attachment_of_title BEFORE INSERT ON attachment
WHEN NEW.subject_kind = 'title' AND NOT EXISTS (SELECT 1 FROM title WHERE id = NEW.subject_id)
BEGIN SELECT RAISE(ABORT, 'a scan belongs to a title that is there'); END;
CREATE TRIGGER attachment_of_slip BEFORE INSERT ON attachment
WHEN NEW.subject_kind = 'borrowing' AND NOT EXISTS (SELECT 1 FROM borrowing WHERE id = NEW.subject_id AND state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'a photo belongs to a slip that was submitted'); END;
-- What was filed with a case stays as it was, unless the case is opened again. Whoever is complained of adds nothing.
CREATE TRIGGER attachment_of_complaint BEFORE INSERT ON attachment
WHEN NEW.subject_kind = 'complaint' AND (NOT EXISTS (SELECT 1 FROM complaint WHERE id = NEW.subject_id AND closed_on IS NULL)
  OR EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.subject_id AND staff_id = NEW.added_by))
BEGIN SELECT RAISE(ABORT, 'evidence belongs to a case that is open'); END;

-- What was spoken and written with the client and others. Never changed: what was noted wrongly is noted anew beside it.
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
CREATE TRIGGER complaint_contact_not_accused BEFORE INSERT ON complaint_contact
WHEN EXISTS (SELECT 1 FROM complaint_accused WHERE complaint_id = NEW.complaint_id AND staff_id IN (NEW.staff_id, NEW.noted_by))
BEGIN SELECT RAISE(ABORT, 'whoever is complained of speaks for nobody'); END;
CREATE TRIGGER complaint_contact_same_case BEFORE INSERT ON complaint_contact
WHEN NEW.corrects_id IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM complaint_contact WHERE id = NEW.corrects_id AND complaint_id = NEW.complaint_id)
BEGIN SELECT RAISE(ABORT, 'a note puts right one of the same case'); END;
CREATE TRIGGER complaint_contact_fixed BEFORE UPDATE ON complaint_contact
BEGIN SELECT RAISE(ABORT, 'what was noted never changes'); END;
CREATE TRIGGER complaint_contact_no_delete BEFORE DELETE ON complaint_contact
BEGIN SELECT RAISE(ABORT, 'what was noted never changes'); END;

-- The client may be found out later; the journal keeps who it was before.
DROP TRIGGER complaint_fixed;
CREATE TRIGGER complaint_fixed BEFORE UPDATE ON complaint
WHEN (NEW.id, NEW.no, NEW.procedure_id, NEW.kind, NEW.channel, NEW.complainant, NEW.contact, NEW.about,
      NEW.happened_on, NEW.facts, NEW.demand, NEW.unit_id, NEW.registered_at, NEW.registered_on, NEW.registered_by)
  IS NOT (OLD.id, OLD.no, OLD.procedure_id, OLD.kind, OLD.channel, OLD.complainant, OLD.contact, OLD.about,
      OLD.happened_on, OLD.facts, OLD.demand, OLD.unit_id, OLD.registered_at, OLD.registered_on, OLD.registered_by)
  OR NEW.round < OLD.round OR (OLD.dossier_id IS NOT NULL AND NEW.dossier_id IS NOT OLD.dossier_id)
BEGIN SELECT RAISE(ABORT, 'what was registered never changes'); END;

-- rows: whoever takes complaints down or handles them adds evidence to them; to other records each has its own rule beside
INSERT INTO permission (position, permission)
SELECT p.position, 'attachment.add'
FROM (SELECT 'chairman' AS position UNION ALL SELECT 'generalManager' UNION ALL SELECT 'deputyManager' UNION ALL SELECT 'departmentHead'
  UNION ALL SELECT 'employee') p
WHERE EXISTS (SELECT 1 FROM company)
  AND NOT EXISTS (SELECT 1 FROM permission x WHERE x.position = p.position AND x.permission = 'attachment.add');
