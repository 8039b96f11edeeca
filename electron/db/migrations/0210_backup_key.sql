-- To whom backups are encrypted, and since when. Only the public half of a key: the private one stands on paper and nowhere else.
CREATE TABLE backup_key (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  recipient  TEXT NOT NULL UNIQUE CHECK (length(recipient) = 62 AND recipient GLOB 'age1*'),
  on_since   TEXT NOT NULL,
  on_by      INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  off_since  TEXT,
  off_by     INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  CHECK ((off_since IS NULL) = (off_by IS NULL))
) STRICT;
-- One at a time.
CREATE UNIQUE INDEX backup_key_now ON backup_key (off_since IS NULL) WHERE off_since IS NULL;
CREATE TRIGGER backup_key_fixed BEFORE UPDATE ON backup_key
WHEN (NEW.id, NEW.recipient, NEW.on_since, NEW.on_by) IS NOT (OLD.id, OLD.recipient, OLD.on_since, OLD.on_by) OR OLD.off_since IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a key that backups were encrypted to is never unwritten'); END;
CREATE TRIGGER backup_key_no_delete BEFORE DELETE ON backup_key
BEGIN SELECT RAISE(ABORT, 'a key that backups were encrypted to is never unwritten'); END;
