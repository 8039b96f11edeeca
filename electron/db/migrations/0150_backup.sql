-- Backups that were made, and when each was last found whole.
CREATE TABLE backup (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The folder that was chosen, as this computer calls it, and the bag in it.
  place         TEXT NOT NULL CHECK (place <> ''),
  name          TEXT NOT NULL CHECK (name <> ''),
  made_at       TEXT NOT NULL,
  made_by       INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- The journal's last event in it.
  seq           INTEGER NOT NULL CHECK (seq > 0),
  head          TEXT NOT NULL CHECK (length(head) = 64),
  bytes         INTEGER NOT NULL CHECK (bytes > 0),
  files         INTEGER NOT NULL CHECK (files > 0),
  -- Scans that were not what their name says.
  altered_files INTEGER NOT NULL DEFAULT 0 CHECK (altered_files >= 0),
  -- Was the journal whole when it was made?
  journal_whole INTEGER NOT NULL CHECK (journal_whole IN (0, 1)),
  verified_at   TEXT NOT NULL,
  verified_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE UNIQUE INDEX backup_head ON backup (head, place);
CREATE TRIGGER backup_fixed BEFORE UPDATE ON backup
WHEN (NEW.id, NEW.place, NEW.name, NEW.made_at, NEW.made_by, NEW.seq, NEW.head, NEW.bytes, NEW.files, NEW.altered_files, NEW.journal_whole)
  IS NOT (OLD.id, OLD.place, OLD.name, OLD.made_at, OLD.made_by, OLD.seq, OLD.head, OLD.bytes, OLD.files, OLD.altered_files, OLD.journal_whole)
BEGIN SELECT RAISE(ABORT, 'a backup that was made is never unwritten'); END;
CREATE TRIGGER backup_no_delete BEFORE DELETE ON backup BEGIN SELECT RAISE(ABORT, 'a backup that was made is never unwritten'); END;

-- rows: who makes backups in the companies that exist already
INSERT INTO permission (position, permission)
SELECT its.position, 'backup.make' FROM (
  SELECT 'chairman' AS position UNION SELECT 'generalManager' UNION SELECT 'deputyManager' UNION SELECT 'archivist' UNION SELECT 'systemAdmin') its
WHERE EXISTS (SELECT 1 FROM company);
