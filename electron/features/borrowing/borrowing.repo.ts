import type { Database } from 'better-sqlite3';
import type { BorrowingRole, LineState, ReturnedLine, Way } from '../../../shared/api/borrowing-slip.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { readingSlips } from './slip.repo';

/** What a slip says while it may still be written. */
export interface SlipHead {
  borrowerId: number;
  madeBy: number;
  department: string;
  contact: string;
  purpose: string;
  way: Way;
  dueOn: Day;
  outsiderName: string;
  outsiderOrganisation: string;
  outsiderDocument: string;
  remarks: string;
  repeatsId?: number | undefined;
}
/** One thing as it is put on a slip. */
export interface AddedLine {
  kind: 'dossier' | 'item' | 'title';
  dossierId?: number | undefined;
  itemId?: number | undefined;
  titleId?: number | undefined;
  number: string;
  name: string;
  secrecy: string;
  place: string;
  quantity: number;
}
export interface Signing {
  staffId: number;
  role: BorrowingRole;
  at: string;
  contentHash: string;
  returnId?: number;
  renewalId?: number;
  lineId?: number;
}

export type BorrowingRepo = ReturnType<typeof createBorrowingRepo>;

/** The only writer of borrowing, its lines, returns, settlements, renewals and signatures. */
export function createBorrowingRepo(db: Database) {
  return { ...readingSlips(db), ...writingSlips(db), ...writingReturns(db) };
}

function writingSlips(db: Database) {
  const add = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO borrowing (state, borrower_id, made_by, department, contact, purpose, way, due_on, outsider_name, outsider_organisation,
                            outsider_document, remarks, repeats_id)
     VALUES ('draft', @borrowerId, @madeBy, @department, @contact, @purpose, @way, @dueOn, @outsiderName, @outsiderOrganisation,
             @outsiderDocument, @remarks, @repeatsId)`,
  );
  const rewrite = db.prepare<Record<string, string | number | null>>(
    `UPDATE borrowing SET borrower_id = @borrowerId, department = @department, contact = @contact, purpose = @purpose, way = @way,
       due_on = @dueOn, outsider_name = @outsiderName, outsider_organisation = @outsiderOrganisation,
       outsider_document = @outsiderDocument, remarks = @remarks, repeats_id = @repeatsId WHERE id = @id`,
  );
  const addLine = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO borrowing_line (borrowing_id, ordinal, kind, dossier_id, item_id, title_id, number, name, secrecy, place, quantity, state)
     VALUES (@borrowingId, @ordinal, @kind, @dossierId, @itemId, @titleId, @number, @name, @secrecy, @place, @quantity, 'asked')`,
  );
  const dropLines = db.prepare<[number]>('DELETE FROM borrowing_line WHERE borrowing_id = ?');
  const submit = db.prepare<[string, string, number, Day, number]>(
    `UPDATE borrowing SET state = ?, no = ?, direct = ?, submitted_on = ?, asked_due_on = due_on WHERE id = ?`,
  );
  const decide = db.prepare<{ id: number; state: string; on: Day; by: number; opinion: string; closedOn: Day | null }>(
    `UPDATE borrowing SET state = @state, decided_on = @on, decided_by = @by, opinion = @opinion, closed_on = @closedOn WHERE id = @id`,
  );
  const cancel = db.prepare<[Day, string, number]>(
    "UPDATE borrowing SET state = 'cancelled', closed_on = ?, closing_reason = ? WHERE id = ?",
  );
  const lend = db.prepare<[Day, number, number | null, number]>(
    "UPDATE borrowing SET state = 'lent', lent_on = ?, lent_by = ?, title_slip_id = ?, copies_signed = 1 WHERE id = ?",
  );
  const lendLine = db.prepare<[LineState, number, number]>(
    'UPDATE borrowing_line SET state = ?, copies = ? WHERE id = ?',
  );
  const goOn = db.prepare<[string, Day | null, number]>('UPDATE borrowing SET state = ?, closed_on = ? WHERE id = ?');
  const sign = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO borrowing_signature (borrowing_id, return_id, renewal_id, line_id, staff_id, name, role, at, content_hash)
     SELECT @id, @returnId, @renewalId, @lineId, id, name, @role, @at, @contentHash FROM staff WHERE id = @staffId`,
  );
  const storedHead = ({ repeatsId, ...head }: SlipHead) => ({ ...head, repeatsId: repeatsId ?? null });
  return {
    add: (head: SlipHead): number => Number(add.run(storedHead(head)).lastInsertRowid),
    rewrite: (id: number, { madeBy: _, ...head }: SlipHead) =>
      void rewrite.run({ ...head, repeatsId: head.repeatsId ?? null, id }),
    writeLines: (borrowingId: number, lines: readonly AddedLine[]): void => {
      dropLines.run(borrowingId);
      for (const [i, { dossierId, itemId, titleId, ...line }] of lines.entries())
        addLine.run({
          ...{ ...line, borrowingId, ordinal: i + 1 },
          ...{ dossierId: dossierId ?? null, itemId: itemId ?? null, titleId: titleId ?? null },
        });
    },
    submit: (id: number, its: { no: string; direct: boolean; on: Day }) =>
      void submit.run(its.direct ? 'approved' : 'submitted', its.no, its.direct ? 1 : 0, its.on, id),
    decide: (id: number, its: { approved: boolean; on: Day; by: number; opinion: string }) =>
      void decide.run({
        ...{ id, on: its.on, by: its.by, opinion: its.opinion },
        ...{ state: its.approved ? 'approved' : 'rejected', closedOn: its.approved ? null : its.on },
      }),
    cancel: (id: number, on: Day, reason: string) => void cancel.run(on, reason, id),
    lend: (id: number, on: Day, by: number, titleSlipId: number | undefined) =>
      void lend.run(on, by, titleSlipId ?? null, id),
    lendLine: (lineId: number, lent: boolean, copies: number) =>
      void lendLine.run(lent ? 'lent' : 'notLent', copies, lineId),
    /** Some of it is back, or all. */
    goOn: (id: number, closedOn: Day | undefined) =>
      void goOn.run(closedOn === undefined ? 'partlyReturned' : 'closed', closedOn ?? null, id),
    sign: (id: number, { staffId, role, at, contentHash, returnId, renewalId, lineId }: Signing) =>
      void sign.run({
        ...{ id, staffId, role, at, contentHash },
        ...{ returnId: returnId ?? null, renewalId: renewalId ?? null, lineId: lineId ?? null },
      }),
  };
}

function writingReturns(db: Database) {
  const addReturn = db.prepare<[number, Day, number, number, number | null]>(
    `INSERT INTO borrowing_return (borrowing_id, returned_on, received_by, confirmed_by, title_slip_id) VALUES (?, ?, ?, ?, ?)`,
  );
  const addReturned = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO borrowing_return_line (return_id, line_id, found, condition, remarks, missing, responsible_id, due_on)
     VALUES (@returnId, @lineId, @found, @condition, @remarks, @missing, @responsibleId, @dueOn)`,
  );
  const comeBack = db.prepare<[LineState, number, Day | null, number]>(
    'UPDATE borrowing_line SET state = ?, found = found + ?, returned_on = ? WHERE id = ?',
  );
  const settle = db.prepare<[number, Day, number, string]>(
    'INSERT INTO borrowing_settlement (line_id, settled_on, settled_by, reason) VALUES (?, ?, ?, ?)',
  );
  const settleLine = db.prepare<[Day, number]>(
    "UPDATE borrowing_line SET state = 'settled', returned_on = ? WHERE id = ?",
  );
  const addRenewal = db.prepare<Record<string, string | number | null>>(
    `INSERT INTO borrowing_renewal (borrowing_id, from_due_on, new_due_on, reason, asked_on, asked_by, state, direct)
     VALUES (@borrowingId, @fromDueOn, @newDueOn, @reason, @askedOn, @askedBy, @state, @direct)`,
  );
  const decideRenewal = db.prepare<[string, Day, number, string, number]>(
    'UPDATE borrowing_renewal SET state = ?, decided_on = ?, decided_by = ?, opinion = ? WHERE id = ?',
  );
  const lapse = db.prepare<[number]>(
    "UPDATE borrowing_renewal SET state = 'lapsed' WHERE borrowing_id = ? AND state = 'waiting'",
  );
  const putOff = db.prepare<[Day, number]>('UPDATE borrowing SET due_on = ? WHERE id = ?');
  return {
    addReturn: (
      borrowingId: number,
      its: { on: Day; by: number; confirmer: number; titleSlipId?: number | undefined },
    ) => Number(addReturn.run(borrowingId, its.on, its.by, its.confirmer, its.titleSlipId ?? null).lastInsertRowid),
    addReturned: (returnId: number, { responsible: _, responsibleId, dueOn, ...line }: ReturnedLine) =>
      void addReturned.run({ ...line, returnId, responsibleId: responsibleId ?? null, dueOn: dueOn ?? null }),
    comeBack: (lineId: number, found: number, completeOn: Day | undefined) =>
      void comeBack.run(completeOn === undefined ? 'incomplete' : 'returned', found, completeOn ?? null, lineId),
    settle: (lineId: number, on: Day, by: number, reason: string): void => {
      settle.run(lineId, on, by, reason);
      settleLine.run(on, lineId);
    },
    addRenewal: (its: {
      borrowingId: number;
      fromDueOn: Day;
      newDueOn: Day;
      reason: string;
      askedOn: Day;
      askedBy: number;
      direct: boolean;
    }): number =>
      Number(
        addRenewal.run({ ...its, state: its.direct ? 'granted' : 'waiting', direct: its.direct ? 1 : 0 })
          .lastInsertRowid,
      ),
    decideRenewal: (id: number, granted: boolean, on: Day, by: number, opinion: string) =>
      void decideRenewal.run(granted ? 'granted' : 'refused', on, by, opinion, id),
    lapseRenewals: (borrowingId: number) => void lapse.run(borrowingId),
    putOff: (id: number, dueOn: Day) => void putOff.run(dueOn, id),
  };
}
