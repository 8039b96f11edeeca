-- Photos of a borrowing slip: how things looked when they went out and came back. They are the slip's own and belong to no dossier.
-- The rows that stand keep their ids.
CREATE TABLE attachment_next (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id    INTEGER REFERENCES dossier (id) ON DELETE RESTRICT,
  subject_kind  TEXT NOT NULL CHECK (subject_kind IN ('dossier', 'dossierItem', 'title', 'borrowing')),
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
  CHECK ((subject_kind IN ('title', 'borrowing')) = (dossier_id IS NULL)),
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
-- subject_id names rows of several tables and can be no foreign key; titles and slips are never deleted.
CREATE TRIGGER attachment_of_title BEFORE INSERT ON attachment
WHEN NEW.subject_kind = 'title' AND NOT EXISTS (SELECT 1 FROM title WHERE id = NEW.subject_id)
BEGIN SELECT RAISE(ABORT, 'a scan belongs to a title that is there'); END;
CREATE TRIGGER attachment_of_slip BEFORE INSERT ON attachment
WHEN NEW.subject_kind = 'borrowing' AND NOT EXISTS (SELECT 1 FROM borrowing WHERE id = NEW.subject_id AND state <> 'draft')
BEGIN SELECT RAISE(ABORT, 'a photo belongs to a slip that was submitted'); END;
