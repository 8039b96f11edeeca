-- Years whose official notice is in the table of holidays; a day more or less does not make a year known.
CREATE TABLE calendar_year (
  id     INTEGER PRIMARY KEY AUTOINCREMENT,
  year   INTEGER NOT NULL UNIQUE CHECK (year BETWEEN 1980 AND 2200),
  source TEXT NOT NULL CHECK (source IN ('shipped', 'notice', 'hand'))
) STRICT;

-- rows: what companies that exist already are given
INSERT INTO calendar_year (year, source)
SELECT DISTINCT CAST(substr(day, 1, 4) AS INTEGER), 'shipped' FROM holiday ORDER BY 1;
INSERT INTO permission (position, permission)
SELECT value, 'calendar.manage' FROM json_each('["archivist","systemAdmin"]') WHERE EXISTS (SELECT 1 FROM company);
