-- An executive who frees a title from a contract signs for it: which one, since when, why. What ends by a reversal stands on its slip.
CREATE TABLE title_security_signature (
  id           INTEGER PRIMARY KEY AUTOINCREMENT,
  security_id  INTEGER NOT NULL REFERENCES title_security (id) ON DELETE RESTRICT,
  staff_id     INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT,
  name         TEXT NOT NULL,
  role         TEXT NOT NULL CHECK (role IN ('executive')),
  at           TEXT NOT NULL,
  -- What was signed: docs/journal-format.md.
  content_hash TEXT NOT NULL CHECK (length(content_hash) = 64),
  UNIQUE (security_id, role)
) STRICT;
CREATE TRIGGER title_security_signature_ended BEFORE INSERT ON title_security_signature
WHEN (SELECT ended_by FROM title_security WHERE id = NEW.security_id) IS NOT NEW.staff_id
BEGIN SELECT RAISE(ABORT, 'whoever frees a title signs for it'); END;
CREATE TRIGGER title_security_signature_no_update BEFORE UPDATE ON title_security_signature
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
CREATE TRIGGER title_security_signature_no_delete BEFORE DELETE ON title_security_signature
BEGIN SELECT RAISE(ABORT, 'a signature never changes'); END;
