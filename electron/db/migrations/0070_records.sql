-- Classes of records with their own number patterns, terms of retention and places become tables; a dossier belongs to a class, may
-- have no project, and may have several volumes. The rows that stand keep their ids.

-- How long a dossier is kept, counted from the end of the business (SPEC: retention is an editable table).
CREATE TABLE retention (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  -- Shipped terms have one, by which the window names them in its language.
  code    TEXT UNIQUE,
  name    TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
  -- NULL: for ever.
  years   INTEGER CHECK (years BETWEEN 1 AND 200),
  basis   TEXT NOT NULL DEFAULT '',
  retired INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE record_class (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  -- 'loan', 'guarantee' and 'other' are those of a project's kind of business; added classes have none.
  code         TEXT UNIQUE,
  name         TEXT NOT NULL UNIQUE CHECK (length(name) BETWEEN 1 AND 40),
  -- What {type} stands for in the pattern.
  word         TEXT NOT NULL CHECK (length(word) BETWEEN 1 AND 10),
  pattern      TEXT NOT NULL CHECK (pattern LIKE '%{seq%'),
  -- 1: numbers begin at 1 every year.
  yearly       INTEGER NOT NULL CHECK (yearly IN (0, 1)),
  retention_id INTEGER NOT NULL REFERENCES retention (id) ON DELETE RESTRICT,
  retired      INTEGER NOT NULL DEFAULT 0 CHECK (retired IN (0, 1))
) STRICT;

-- One row for each box.
CREATE TABLE place (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  room    TEXT NOT NULL CHECK (length(room) BETWEEN 1 AND 20),
  cabinet TEXT NOT NULL CHECK (length(cabinet) BETWEEN 1 AND 20),
  shelf   TEXT NOT NULL CHECK (length(shelf) BETWEEN 1 AND 20),
  box     TEXT NOT NULL CHECK (length(box) BETWEEN 1 AND 20),
  UNIQUE (room, cabinet, shelf, box)
) STRICT;

CREATE TEMP TABLE place_before AS
SELECT row_number() OVER (ORDER BY room, cabinet, shelf, box) AS id, room, cabinet, shelf, box
FROM (SELECT DISTINCT room, cabinet, shelf, box FROM dossier WHERE room IS NOT NULL);

CREATE TABLE dossier_next (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  project_id   INTEGER UNIQUE REFERENCES project (id) ON DELETE RESTRICT,
  -- Of a dossier without a project: whom it is about, and who answers for it until the archive has it.
  client_id    INTEGER REFERENCES client (id) ON DELETE RESTRICT,
  keeper_id    INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  class_id     INTEGER NOT NULL REFERENCES record_class (id) ON DELETE RESTRICT,
  checklist_id INTEGER REFERENCES checklist (id) ON DELETE RESTRICT,
  title        TEXT NOT NULL,
  year         INTEGER NOT NULL,
  retention_id INTEGER NOT NULL REFERENCES retention (id) ON DELETE RESTRICT,
  secrecy      TEXT NOT NULL CHECK (secrecy IN ('ordinary', 'confidential', 'secret')),
  state        TEXT NOT NULL CHECK (state IN ('collecting', 'underReview', 'received', 'partlyLent', 'lent', 'transferred', 'destroyed')),
  holder       TEXT NOT NULL CHECK (holder IN ('a', 'b', 'archive', 'outside', 'nobody')),
  revision     INTEGER NOT NULL CHECK (revision >= 0),
  -- What the list adds up to, without the annex: the ledger sorts by them.
  volume_count INTEGER NOT NULL CHECK (volume_count > 0),
  item_count   INTEGER NOT NULL CHECK (item_count >= 0),
  page_count   INTEGER NOT NULL CHECK (page_count >= 0),
  opened_on    TEXT NOT NULL CHECK (opened_on GLOB '????-??-??'),
  -- Last day of the step that is due next; NULL once received or when nothing sets a limit.
  due_on       TEXT CHECK (due_on GLOB '????-??-??'),
  archive_no   TEXT UNIQUE,
  received_on  TEXT CHECK (received_on GLOB '????-??-??'),
  -- End of the business: retention counts from here. A project's dossier follows its project.
  ended_on     TEXT CHECK (ended_on GLOB '????-??-??'),
  -- Last day of the retention; NULL: for ever, or the business goes on.
  keep_until   TEXT CHECK (keep_until GLOB '????-??-??'),
  place_id     INTEGER REFERENCES place (id) ON DELETE RESTRICT,
  remarks      TEXT NOT NULL DEFAULT '',
  origin       TEXT NOT NULL CHECK (origin IN ('opened', 'imported')),
  CHECK ((archive_no IS NULL) = (received_on IS NULL)),
  CHECK ((state IN ('collecting', 'underReview')) = (archive_no IS NULL)),
  -- A ledger that comes from elsewhere may not know where its dossiers stand.
  CHECK (state NOT IN ('received', 'partlyLent', 'lent') OR place_id IS NOT NULL OR origin = 'imported'),
  CHECK ((project_id IS NULL) OR (client_id IS NULL AND keeper_id IS NULL))
) STRICT;
INSERT INTO dossier_next (id, project_id, class_id, checklist_id, title, year, retention_id, secrecy, state, holder, revision,
                          volume_count, item_count, page_count, opened_on, due_on, archive_no, received_on, ended_on, keep_until,
                          place_id, origin)
SELECT d.id, d.project_id, CASE d.business_type WHEN 'loan' THEN 1 WHEN 'guarantee' THEN 2 ELSE 3 END, d.checklist_id, d.title,
       d.year, CASE d.retention WHEN 'permanent' THEN 1 WHEN 'y30' THEN 2 ELSE 3 END, d.secrecy, d.state, d.holder, d.revision,
       1, d.item_count, d.page_count, d.opened_on, d.due_on, d.archive_no, d.received_on, p.ended_on,
       CASE d.retention WHEN 'y30' THEN date(p.ended_on, '+30 years') WHEN 'y10' THEN date(p.ended_on, '+10 years') END,
       (SELECT b.id FROM temp.place_before b WHERE (b.room, b.cabinet, b.shelf, b.box) = (d.room, d.cabinet, d.shelf, d.box)), 'opened'
FROM dossier d LEFT JOIN project p ON p.id = d.project_id;
-- It looks at dossier: SQLite renames no table while a trigger misses one.
DROP TRIGGER checklist_entry_added;
DROP TABLE dossier;
ALTER TABLE dossier_next RENAME TO dossier;
CREATE TRIGGER checklist_entry_added BEFORE INSERT ON checklist_entry
WHEN EXISTS (SELECT 1 FROM dossier WHERE checklist_id = NEW.checklist_id)
  OR EXISTS (SELECT 1 FROM checklist c JOIN checklist n ON n.first_id = c.first_id AND n.version > c.version
             WHERE c.id = NEW.checklist_id)
BEGIN SELECT RAISE(ABORT, 'a version of a checklist never changes'); END;
-- Where id and page_count follow, the index alone answers a filtered page and its sums.
CREATE INDEX dossier_state ON dossier (state, id, page_count);
CREATE INDEX dossier_due ON dossier (due_on) WHERE due_on IS NOT NULL;
CREATE INDEX dossier_year ON dossier (year, id, page_count);
CREATE INDEX dossier_class ON dossier (class_id, id, page_count);
CREATE INDEX dossier_retention ON dossier (retention_id, id, page_count);
CREATE INDEX dossier_place ON dossier (place_id, id, page_count);
CREATE INDEX dossier_received ON dossier (received_on, id);
CREATE INDEX dossier_ended ON dossier (ended_on, id);
CREATE INDEX dossier_keep_until ON dossier (keep_until, id) WHERE keep_until IS NOT NULL;
CREATE INDEX dossier_title ON dossier (title, id);
CREATE INDEX dossier_items ON dossier (item_count, id);
CREATE INDEX dossier_pages ON dossier (page_count, id);
CREATE INDEX dossier_archive_no ON dossier (archive_no, id);
CREATE INDEX dossier_checklist ON dossier (checklist_id) WHERE checklist_id IS NOT NULL;
CREATE INDEX dossier_client ON dossier (client_id) WHERE client_id IS NOT NULL;
CREATE INDEX dossier_keeper ON dossier (keeper_id) WHERE keeper_id IS NOT NULL;
-- What was brought in from a file can be taken back as a whole; what the office opened stays.
CREATE TRIGGER dossier_no_delete BEFORE DELETE ON dossier WHEN OLD.origin = 'opened'
BEGIN SELECT RAISE(ABORT, 'dossier stays in the ledger'); END;

ALTER TABLE dossier_item ADD COLUMN volume INTEGER NOT NULL DEFAULT 1 CHECK (volume > 0);
ALTER TABLE handover_item ADD COLUMN volume INTEGER NOT NULL DEFAULT 1 CHECK (volume > 0);
DROP TRIGGER handover_item_signed;
CREATE TRIGGER handover_item_signed BEFORE UPDATE ON handover_item
WHEN (SELECT state FROM handover WHERE id = OLD.handover_id) <> 'given'
  OR (NEW.handover_id, NEW.ordinal, NEW.item_id, NEW.part, NEW.no, NEW.title, NEW.document_no, NEW.dated_on, NEW.responsible,
      NEW.originality, NEW.copies, NEW.pages, NEW.page_from, NEW.page_to, NEW.signature_complete, NEW.remarks, NEW.volume)
     IS NOT
     (OLD.handover_id, OLD.ordinal, OLD.item_id, OLD.part, OLD.no, OLD.title, OLD.document_no, OLD.dated_on, OLD.responsible,
      OLD.originality, OLD.copies, OLD.pages, OLD.page_from, OLD.page_to, OLD.signature_complete, OLD.remarks, OLD.volume)
BEGIN SELECT RAISE(ABORT, 'what was signed never changes'); END;

-- Every number ever given. The procedure: unique, without gaps, never reused; a void number stays visible.
CREATE TABLE archive_number_next (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  class_id    INTEGER NOT NULL REFERENCES record_class (id) ON DELETE RESTRICT,
  -- 0 where the numbers of the class run on through the years.
  year        INTEGER NOT NULL CHECK (year >= 0),
  -- NULL: a number from another ledger that the pattern of the class does not make.
  seq         INTEGER CHECK (seq > 0),
  text        TEXT NOT NULL UNIQUE,
  -- NULL: void before any dossier had it.
  dossier_id  INTEGER REFERENCES dossier (id) ON DELETE RESTRICT,
  origin      TEXT NOT NULL CHECK (origin IN ('given', 'imported')),
  voided_on   TEXT CHECK (voided_on GLOB '????-??-??'),
  voided_by   INTEGER REFERENCES staff (id) ON DELETE RESTRICT,
  void_reason TEXT,
  UNIQUE (class_id, year, seq),
  CHECK ((voided_on IS NULL) = (voided_by IS NULL) AND (voided_on IS NULL) = (void_reason IS NULL)),
  CHECK (dossier_id IS NOT NULL OR voided_on IS NOT NULL),
  CHECK (seq IS NOT NULL OR origin = 'imported')
) STRICT;
INSERT INTO archive_number_next (id, class_id, year, seq, text, dossier_id, origin)
SELECT id, CASE business_type WHEN 'loan' THEN 1 WHEN 'guarantee' THEN 2 ELSE 3 END, 0, seq, text, dossier_id, 'given'
FROM archive_number;
DROP TABLE archive_number;
ALTER TABLE archive_number_next RENAME TO archive_number;
-- A dossier has one number that counts.
CREATE UNIQUE INDEX archive_number_dossier ON archive_number (dossier_id) WHERE voided_on IS NULL;
CREATE TRIGGER archive_number_without_gap AFTER INSERT ON archive_number
WHEN NEW.origin = 'given' AND NEW.seq <> 1 + coalesce(
  (SELECT max(seq) FROM archive_number WHERE class_id = NEW.class_id AND year = NEW.year AND id <> NEW.id), 0)
BEGIN SELECT RAISE(ABORT, 'archive number out of order'); END;
-- The only thing that ever happens to a number is that it becomes void.
CREATE TRIGGER archive_number_no_update BEFORE UPDATE ON archive_number
WHEN (NEW.id, NEW.class_id, NEW.year, NEW.seq, NEW.text, NEW.dossier_id, NEW.origin)
     IS NOT (OLD.id, OLD.class_id, OLD.year, OLD.seq, OLD.text, OLD.dossier_id, OLD.origin)
  OR (OLD.voided_on IS NOT NULL
      AND (NEW.voided_on, NEW.voided_by, NEW.void_reason) IS NOT (OLD.voided_on, OLD.voided_by, OLD.void_reason))
BEGIN SELECT RAISE(ABORT, 'archive number is never changed'); END;
CREATE TRIGGER archive_number_no_delete BEFORE DELETE ON archive_number WHEN OLD.origin = 'given'
BEGIN SELECT RAISE(ABORT, 'archive number is never reused'); END;

-- rows: the terms, the classes and the places of the companies that exist already; the journal is told the new columns
INSERT INTO retention (id, code, name, years, basis)
SELECT id, code, name, years, '《机关档案管理规定》' FROM (
  SELECT 1 AS id, 'permanent' AS code, '永久' AS name, NULL AS years UNION ALL SELECT 2, 'y30', '30年', 30 UNION ALL SELECT 3, 'y10', '10年', 10)
WHERE EXISTS (SELECT 1 FROM company);
INSERT INTO record_class (id, code, name, word, pattern, yearly, retention_id)
SELECT CASE business_type WHEN 'loan' THEN 1 WHEN 'guarantee' THEN 2 ELSE 3 END, business_type,
       CASE business_type WHEN 'loan' THEN '借款' WHEN 'guarantee' THEN '担保' ELSE '其他业务' END,
       CASE business_type WHEN 'loan' THEN '借' WHEN 'guarantee' THEN '保' ELSE '档' END, pattern, 0, 2
FROM number_pattern ORDER BY 1;
INSERT INTO record_class (code, name, word, pattern, yearly, retention_id)
SELECT code, name, word, '{short}{type}字〔{year}〕第{seq:3}号', 1, retention_id FROM (
  SELECT 1 AS n, 'complaintCase' AS code, '投诉案卷' AS name, '诉' AS word, 3 AS retention_id UNION ALL
  SELECT 2, 'clientFile', '客户档案', '客', 2 UNION ALL SELECT 3, 'rules', '制度文件', '制', 1 UNION ALL
  SELECT 4, 'purchasing', '采购档案', '采', 3 UNION ALL SELECT 5, 'research', '调研报告', '研', 2 UNION ALL
  SELECT 6, 'personnel', '人事档案', '人', 2 UNION ALL SELECT 7, 'misc', '综合档案', '综', 3)
WHERE EXISTS (SELECT 1 FROM company) ORDER BY n;
DELETE FROM number_pattern;
DROP TABLE number_pattern;
INSERT INTO place (id, room, cabinet, shelf, box) SELECT id, room, cabinet, shelf, box FROM temp.place_before ORDER BY id;
DROP TABLE temp.place_before;
UPDATE dossier SET title = title;
UPDATE archive_number SET text = text;
INSERT INTO permission (position, permission)
SELECT 'archivist', its.permission FROM (SELECT 'class.manage' AS permission UNION ALL SELECT 'place.manage') its WHERE EXISTS (SELECT 1 FROM company);
