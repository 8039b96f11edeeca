-- The sticks and disks that backups lie on, each known again by the marker on it.
CREATE TABLE medium (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  marker        TEXT NOT NULL UNIQUE CHECK (length(marker) = 32),
  name          TEXT NOT NULL CHECK (name <> ''),
  -- Who carries it home, and where it lies.
  holder        TEXT NOT NULL DEFAULT '',
  kept_at       TEXT NOT NULL DEFAULT '',
  -- What is printed on it, or the id of its volume.
  serial        TEXT NOT NULL DEFAULT '',
  size_bytes    INTEGER NOT NULL CHECK (size_bytes >= 0),
  first_used_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER medium_fixed BEFORE UPDATE ON medium
WHEN (NEW.id, NEW.marker, NEW.first_used_at) IS NOT (OLD.id, OLD.marker, OLD.first_used_at)
BEGIN SELECT RAISE(ABORT, 'a medium keeps its marker'); END;
CREATE TRIGGER medium_no_delete BEFORE DELETE ON medium BEGIN SELECT RAISE(ABORT, 'a medium that was used is never unwritten'); END;

-- A backup may be made and checked by the program itself (NULL), lies on a medium, may be found faulty, and is cleared away one day.
PRAGMA legacy_alter_table = ON;
CREATE TABLE backup_next (
  id            INTEGER PRIMARY KEY AUTOINCREMENT,
  -- The folder that was chosen, as this computer calls it, and the bag in it.
  place         TEXT NOT NULL CHECK (place <> ''),
  name          TEXT NOT NULL CHECK (name <> ''),
  made_at       TEXT NOT NULL,
  made_by       INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  -- The journal's last event in it.
  seq           INTEGER NOT NULL CHECK (seq > 0),
  head          TEXT NOT NULL CHECK (length(head) = 64),
  bytes         INTEGER NOT NULL CHECK (bytes > 0),
  files         INTEGER NOT NULL CHECK (files > 0),
  -- Scans that were not what their name says.
  altered_files INTEGER NOT NULL DEFAULT 0 CHECK (altered_files >= 0),
  -- Was the journal whole when it was made?
  journal_whole INTEGER NOT NULL CHECK (journal_whole IN (0, 1)),
  medium_id     INTEGER REFERENCES medium (id) ON DELETE RESTRICT,
  verified_at   TEXT NOT NULL,
  verified_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  -- Found faulty, and not whole again since.
  faulty_at     TEXT,
  -- Cleared away by the rule of what is kept.
  removed_at    TEXT
) STRICT;
INSERT INTO backup_next (id, place, name, made_at, made_by, seq, head, bytes, files, altered_files, journal_whole, verified_at, verified_by)
SELECT id, place, name, made_at, made_by, seq, head, bytes, files, altered_files, journal_whole, verified_at, verified_by FROM backup;
DROP TABLE backup;
ALTER TABLE backup_next RENAME TO backup;
PRAGMA legacy_alter_table = OFF;
CREATE UNIQUE INDEX backup_head ON backup (head, place);
CREATE INDEX backup_medium ON backup (medium_id);
CREATE TRIGGER backup_fixed BEFORE UPDATE ON backup
WHEN (NEW.id, NEW.place, NEW.name, NEW.made_at, NEW.made_by, NEW.seq, NEW.head, NEW.bytes, NEW.files, NEW.altered_files, NEW.journal_whole,
    NEW.medium_id)
  IS NOT (OLD.id, OLD.place, OLD.name, OLD.made_at, OLD.made_by, OLD.seq, OLD.head, OLD.bytes, OLD.files, OLD.altered_files, OLD.journal_whole,
    OLD.medium_id)
  OR (OLD.removed_at IS NOT NULL AND NEW.removed_at IS NOT OLD.removed_at)
BEGIN SELECT RAISE(ABORT, 'a backup that was made is never unwritten'); END;
CREATE TRIGGER backup_no_delete BEFORE DELETE ON backup BEGIN SELECT RAISE(ABORT, 'a backup that was made is never unwritten'); END;
