-- How each person looks at the ledger: kept in it, so that it follows the person to another PC.
CREATE TABLE ledger_view (
  id       INTEGER PRIMARY KEY AUTOINCREMENT,
  owner_id INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name     TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 30),
  -- 1: everybody who may read the ledger finds it in the menu.
  shared   INTEGER NOT NULL DEFAULT 0 CHECK (shared IN (0, 1)),
  -- Filter and order, as the window asks for them (JSON).
  question TEXT NOT NULL CHECK (json_valid(question)),
  -- Columns with their widths (JSON); NULL: those that the person has chosen for the ledger.
  columns  TEXT CHECK (json_valid(columns)),
  UNIQUE (owner_id, name)
) STRICT;

CREATE TABLE ledger_habit (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  staff_id   INTEGER NOT NULL UNIQUE REFERENCES staff (id) ON DELETE RESTRICT,
  -- NULL: the columns that the program shows.
  columns    TEXT CHECK (json_valid(columns)),
  -- The view that the ledger opens with; NULL: the whole ledger.
  opens_with INTEGER REFERENCES ledger_view (id) ON DELETE RESTRICT
) STRICT;
CREATE INDEX ledger_habit_opens_with ON ledger_habit (opens_with) WHERE opens_with IS NOT NULL;
-- Text in remarks is looked for in the few rows that have any.
CREATE INDEX dossier_remarks ON dossier (id, remarks) WHERE remarks <> '';

-- rows: the archivists of companies that exist already may share their views
INSERT INTO permission (position, permission) SELECT 'archivist', 'ledger.share' WHERE EXISTS (SELECT 1 FROM company);
