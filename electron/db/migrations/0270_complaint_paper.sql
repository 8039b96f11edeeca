-- Which paper of a complaint lies in which dossier: each once, whatever the round. A case that is opened again after its dossier was
-- handed over has a further one. item_id is its line of the in-volume list; whoever keeps the papers may have taken that line out.
CREATE TABLE complaint_paper (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  complaint_id INTEGER NOT NULL REFERENCES complaint (id) ON DELETE RESTRICT,
  -- The round with which it was filed.
  round        INTEGER NOT NULL CHECK (round > 0),
  dossier_id   INTEGER NOT NULL REFERENCES dossier (id) ON DELETE RESTRICT,
  item_id      INTEGER,
  -- contacts: all that was spoken and written until then, by the last of it.
  what         TEXT NOT NULL CHECK (what IN ('step', 'extension', 'penalty', 'contacts', 'evidence')),
  source_id    INTEGER NOT NULL,
  UNIQUE (what, source_id)
) STRICT;
CREATE INDEX complaint_paper_of ON complaint_paper (complaint_id, id);
CREATE INDEX complaint_paper_dossier ON complaint_paper (dossier_id);
CREATE TRIGGER complaint_paper_fixed BEFORE UPDATE ON complaint_paper
BEGIN SELECT RAISE(ABORT, 'where a paper was filed never changes'); END;
CREATE TRIGGER complaint_paper_no_delete BEFORE DELETE ON complaint_paper
BEGIN SELECT RAISE(ABORT, 'where a paper was filed never changes'); END;

-- rows: what was filed until now; of a later round nothing was, and its papers are filed when the case is closed the next time
INSERT INTO complaint_paper (complaint_id, round, dossier_id, item_id, what, source_id)
SELECT c.id, s.round, c.dossier_id, i.id, 'step', s.id
FROM complaint c
JOIN complaint_procedure p ON p.id = c.procedure_id
JOIN (SELECT id, complaint_id, round, step, row_number() OVER (PARTITION BY complaint_id ORDER BY id) AS at FROM complaint_step) s
  ON s.complaint_id = c.id
LEFT JOIN dossier_item i ON i.dossier_id = c.dossier_id AND i.part = 'approval' AND i.ordinal = s.at
WHERE c.dossier_id IS NOT NULL
  AND s.id <= (SELECT min(e.id) FROM complaint_step e WHERE e.complaint_id = c.id AND e.step = json_extract(p.definition, '$.steps[#-1].code'))
ORDER BY s.id;
INSERT INTO complaint_paper (complaint_id, round, dossier_id, item_id, what, source_id)
SELECT c.id, (SELECT max(x.round) FROM complaint_paper x WHERE x.complaint_id = c.id), c.dossier_id, min(i.id), 'evidence', a.id
FROM complaint c
JOIN attachment a ON a.subject_kind = 'complaint' AND a.dossier_id IS NULL AND a.subject_id = c.id
JOIN dossier_item i ON i.dossier_id = c.dossier_id AND i.title = '证据：' || a.name
WHERE EXISTS (SELECT 1 FROM complaint_paper x WHERE x.complaint_id = c.id)
  AND a.added_at <= (SELECT max(s.taken_at) FROM complaint_paper x JOIN complaint_step s ON x.what = 'step' AND s.id = x.source_id
                     WHERE x.complaint_id = c.id)
GROUP BY a.id;
INSERT INTO complaint_paper (complaint_id, round, dossier_id, item_id, what, source_id)
SELECT c.id, (SELECT max(x.round) FROM complaint_paper x WHERE x.complaint_id = c.id), c.dossier_id, min(i.id), 'contacts',
  (SELECT max(n.id) FROM complaint_contact n WHERE n.complaint_id = c.id
   AND n.noted_at <= (SELECT max(s.taken_at) FROM complaint_paper x JOIN complaint_step s ON x.what = 'step' AND s.id = x.source_id
                      WHERE x.complaint_id = c.id))
FROM complaint c
JOIN dossier_item i ON i.dossier_id = c.dossier_id AND i.title = '往来与通话记录'
WHERE EXISTS (SELECT 1 FROM complaint_contact n WHERE n.complaint_id = c.id) AND EXISTS (SELECT 1 FROM complaint_paper x WHERE x.complaint_id = c.id)
GROUP BY c.id;
