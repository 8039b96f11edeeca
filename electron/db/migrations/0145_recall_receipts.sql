-- On which day a borrower signed for a note that calls things back.
CREATE TABLE borrowing_recall_receipt (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  recall_id   INTEGER NOT NULL UNIQUE REFERENCES borrowing_recall (id) ON DELETE RESTRICT,
  received_on TEXT NOT NULL CHECK (received_on GLOB '????-??-??'),
  noted_by    INTEGER NOT NULL REFERENCES staff (id) ON DELETE RESTRICT
) STRICT;
CREATE TRIGGER borrowing_recall_receipt_no_update BEFORE UPDATE ON borrowing_recall_receipt BEGIN SELECT RAISE(ABORT, 'what was received never changes'); END;
CREATE TRIGGER borrowing_recall_receipt_no_delete BEFORE DELETE ON borrowing_recall_receipt BEGIN SELECT RAISE(ABORT, 'what was received never changes'); END;
CREATE INDEX borrowing_lent_on ON borrowing (lent_on);
