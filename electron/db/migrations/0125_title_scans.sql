-- Scans and photos of a title document. They are the title's own, whatever becomes of its project's dossier: they have none.
-- The rows that stand keep their ids.
CREATE TABLE attachment_next (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id    INTEGER REFERENCES dossier (id) ON DELETE RESTRICT,
  subject_kind  TEXT NOT NULL CHECK (subject_kind IN ('dossier', 'dossierItem', 'title')),
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
  CHECK ((subject_kind = 'title') = (dossier_id IS NULL)),
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
CREATE INDEX attachment_title ON attachment (subject_id, id) WHERE subject_kind = 'title';
CREATE INDEX attachment_file ON attachment (sha256);

-- What was kept is never another file, a title's scan is never another title's, and what was taken away stays so.
CREATE TRIGGER attachment_fixed BEFORE UPDATE ON attachment
WHEN (NEW.id, NEW.dossier_id, NEW.name, NEW.kind, NEW.sha256, NEW.bytes, NEW.added_at, NEW.added_by)
  IS NOT (OLD.id, OLD.dossier_id, OLD.name, OLD.kind, OLD.sha256, OLD.bytes, OLD.added_at, OLD.added_by)
  OR (OLD.subject_kind = 'title' AND NEW.subject_id <> OLD.subject_id)
  OR OLD.removed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;
-- subject_id names rows of several tables and can be no foreign key; a title is never deleted.
CREATE TRIGGER attachment_of_title BEFORE INSERT ON attachment
WHEN NEW.subject_kind = 'title' AND NOT EXISTS (SELECT 1 FROM title WHERE id = NEW.subject_id)
BEGIN SELECT RAISE(ABORT, 'a scan belongs to a title that is there'); END;

-- rows: whoever keeps titles by trade adds their scans, and takes them away again
INSERT INTO permission (position, permission) SELECT k.position, n.permission
FROM permission k, (SELECT 'attachment.add' AS permission UNION SELECT 'attachment.remove') n
WHERE k.position = 'titleCustodian' AND k.permission = 'title.keep'
  AND NOT EXISTS (SELECT 1 FROM permission p WHERE (p.position, p.permission) = (k.position, n.permission));
