-- The ledger's list is sorted and narrowed in memory: nothing asks these indexes any more, and every new dossier is written into each.
DROP INDEX dossier_year;
DROP INDEX dossier_received;
DROP INDEX dossier_ended;
DROP INDEX dossier_items;
DROP INDEX dossier_pages;
-- The column is UNIQUE: it has an index of its own.
DROP INDEX dossier_archive_no;

-- FTS5 gathers so much before it writes a piece of the index: one megabyte makes many small pieces of a ledger that is brought in.
INSERT INTO search_dossier (search_dossier, rank) VALUES ('hashsize', 2097152);
INSERT INTO search_client (search_client, rank) VALUES ('hashsize', 2097152);
INSERT INTO search_project (search_project, rank) VALUES ('hashsize', 2097152);
