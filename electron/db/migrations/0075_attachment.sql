-- Scans and photos. The file itself lies under blobs/ by its SHA-256; a row says what it belongs to and how it is shown.
-- subject_kind is a closed list; subject_id of a dossierItem is no foreign key: a paper that is taken out of the list leaves its
-- scans with the dossier, and gets them back when it returns under its number.
CREATE TABLE attachment (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id    INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  subject_kind  TEXT NOT NULL CHECK (subject_kind IN ('dossier', 'dossierItem')),
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
  CHECK (subject_kind <> 'dossier' OR subject_id = dossier_id),
  CHECK ((removed_at IS NULL) = (removed_by IS NULL) AND (removed_at IS NULL) = (remove_reason IS NULL))
) STRICT;
CREATE INDEX attachment_dossier ON attachment (dossier_id, id);
CREATE INDEX attachment_file ON attachment (sha256);

-- What was kept is never another file, and what was taken away stays so.
CREATE TRIGGER attachment_fixed BEFORE UPDATE ON attachment
WHEN (NEW.id, NEW.dossier_id, NEW.name, NEW.kind, NEW.sha256, NEW.bytes, NEW.added_at, NEW.added_by)
  IS NOT (OLD.id, OLD.dossier_id, OLD.name, OLD.kind, OLD.sha256, OLD.bytes, OLD.added_at, OLD.added_by)
  OR OLD.removed_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'an attachment stays what it is'); END;

-- rows: whoever compiles a dossier adds its scans, and takes them away again
INSERT INTO permission (position, permission) SELECT p.position, n.permission
FROM (SELECT 'archivist' AS position UNION SELECT 'projectManager') p,
     (SELECT 'attachment.add' AS permission UNION SELECT 'attachment.remove') n
WHERE EXISTS (SELECT 1 FROM company);
