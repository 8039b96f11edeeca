-- The ledger's list is sorted and narrowed in memory: nothing asks these indexes any more, and every new dossier is written into each.
DROP INDEX dossier_year;
DROP INDEX dossier_received;
DROP INDEX dossier_ended;
DROP INDEX dossier_items;
DROP INDEX dossier_pages;
-- The column is UNIQUE: it has an index of its own.
DROP INDEX dossier_archive_no;
