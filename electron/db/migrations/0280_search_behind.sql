-- How far the search index has followed the journal: up to this change. No row: up to the last one. Like the index itself no business
-- table: an act of many thousand rows leaves its changes to be gone through afterwards, and the row moves with the search rows.
CREATE TABLE search_behind (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  change_id INTEGER NOT NULL CHECK (change_id >= 0)
) STRICT;
-- Pieces of an index are put together eight at a time, and never many of them in one go while somebody waits.
INSERT INTO search_archive_number (search_archive_number, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_borrowing (search_borrowing, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_client (search_client, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_complaint (search_complaint, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_disposal (search_disposal, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_dossier (search_dossier, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_dossier_item (search_dossier_item, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_handover (search_handover, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_penalty (search_penalty, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_project (search_project, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_staff (search_staff, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_staff_handover (search_staff_handover, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_stocktake (search_stocktake, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_supplement_list (search_supplement_list, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_title (search_title, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_title_handover (search_title_handover, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
INSERT INTO search_title_slip (search_title_slip, rank) VALUES ('automerge', 8), ('crisismerge', 1000);
