-- Whether who lent and who borrowed signed for the copies as well: of slips that were lent before, they did not.
ALTER TABLE borrowing ADD COLUMN copies_signed INTEGER NOT NULL DEFAULT 0 CHECK (copies_signed IN (0, 1));
