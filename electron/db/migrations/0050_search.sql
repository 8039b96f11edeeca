-- One index per kind of record, rowid = the record's id. Words are cut by search/tokenise.ts before they come here, so that
-- one Chinese character, part of a number or pinyin initials find their record. Not business tables: made from the journal.
CREATE VIRTUAL TABLE search_dossier USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
CREATE VIRTUAL TABLE search_dossier_item USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
CREATE VIRTUAL TABLE search_handover USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
CREATE VIRTUAL TABLE search_client USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
CREATE VIRTUAL TABLE search_project USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
CREATE VIRTUAL TABLE search_staff USING fts5 (words, content = '', contentless_delete = 1, detail = full, prefix = '1 2', tokenize = 'ascii');
