-- The note sheet of a dossier (备考表): what is damaged, changed, added, removed or destroyed, written down by whom and when. A wrong
-- note is struck by a further one that names it; nothing is ever changed or taken away.
CREATE TABLE dossier_note (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  dossier_id INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  -- NULL: of all its volumes.
  volume     INTEGER CHECK (volume BETWEEN 1 AND 99),
  kind       TEXT NOT NULL CHECK (kind IN ('damaged', 'changed', 'supplemented', 'removed', 'destroyed', 'other', 'struck')),
  text       TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
  noted_on   TEXT NOT NULL CHECK (noted_on GLOB '????-??-??'),
  noted_by   INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  -- The wrong note, which is struck once.
  strikes_id INTEGER UNIQUE REFERENCES dossier_note (id) ON DELETE RESTRICT,
  CHECK ((kind = 'struck') = (strikes_id IS NOT NULL))
) STRICT;
CREATE INDEX dossier_note_dossier ON dossier_note (dossier_id, id);
CREATE TRIGGER dossier_note_no_update BEFORE UPDATE ON dossier_note
BEGIN SELECT RAISE(ABORT, 'a note is never changed'); END;
CREATE TRIGGER dossier_note_no_delete BEFORE DELETE ON dossier_note
BEGIN SELECT RAISE(ABORT, 'a note is never taken away'); END;
CREATE TRIGGER dossier_note_strikes BEFORE INSERT ON dossier_note
WHEN NEW.strikes_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM dossier_note WHERE id = NEW.strikes_id AND dossier_id = NEW.dossier_id AND kind <> 'struck')
BEGIN SELECT RAISE(ABORT, 'only a note of the same dossier is struck'); END;

-- rows: who compiles dossiers in the companies that exist already may write notes
INSERT INTO permission (position, permission)
SELECT its.position, 'dossier.note' FROM permission its WHERE its.permission = 'dossier.compile';
