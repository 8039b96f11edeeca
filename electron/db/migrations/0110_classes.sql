-- Classes, numbers and places are edited in the program.

-- A void number may have been replaced by another one; what the archivist signed when it became void.
ALTER TABLE archive_number ADD COLUMN replaces_id INTEGER REFERENCES archive_number (id) ON DELETE RESTRICT;
ALTER TABLE archive_number ADD COLUMN void_hash TEXT CHECK (length(void_hash) = 64);
CREATE UNIQUE INDEX archive_number_replaces ON archive_number (replaces_id) WHERE replaces_id IS NOT NULL;
CREATE INDEX archive_number_of_dossier ON archive_number (dossier_id, id) WHERE dossier_id IS NOT NULL;
CREATE INDEX archive_number_void ON archive_number (class_id, year) WHERE voided_on IS NOT NULL;
DROP TRIGGER archive_number_no_update;
CREATE TRIGGER archive_number_no_update BEFORE UPDATE ON archive_number
WHEN (NEW.id, NEW.class_id, NEW.year, NEW.seq, NEW.text, NEW.dossier_id, NEW.origin, NEW.replaces_id)
     IS NOT (OLD.id, OLD.class_id, OLD.year, OLD.seq, OLD.text, OLD.dossier_id, OLD.origin, OLD.replaces_id)
  OR (OLD.voided_on IS NOT NULL
      AND (NEW.voided_on, NEW.voided_by, NEW.void_reason, NEW.void_hash) IS NOT (OLD.voided_on, OLD.voided_by, OLD.void_reason, OLD.void_hash))
BEGIN SELECT RAISE(ABORT, 'archive number is never changed'); END;
CREATE TRIGGER archive_number_replaces_void BEFORE INSERT ON archive_number
WHEN NEW.replaces_id IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM archive_number WHERE id = NEW.replaces_id AND voided_on IS NOT NULL AND dossier_id = NEW.dossier_id)
BEGIN SELECT RAISE(ABORT, 'only a void number of the same dossier is replaced'); END;
-- Void numbers are found by their text: a paper may bear one for ever.
CREATE VIRTUAL TABLE search_archive_number USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');

-- How thick a box is inside; NULL: nobody has measured it.
ALTER TABLE place ADD COLUMN capacity_mm INTEGER CHECK (capacity_mm BETWEEN 10 AND 1000);
-- With the state the index alone answers what stands in a box.
DROP INDEX dossier_place;
CREATE INDEX dossier_place ON dossier (place_id, state, id, page_count);

-- rows: the journal is told the new columns; the archivist may correct what describes a dossier on the shelf
UPDATE archive_number SET text = text;
UPDATE place SET box = box;
INSERT INTO permission (position, permission)
SELECT 'archivist', 'dossier.describe' WHERE EXISTS (SELECT 1 FROM company);
