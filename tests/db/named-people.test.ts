import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HELD_KINDS, type HeldKind } from '../../shared/api/staff-handover.contract';
import { openOffice } from '../api/office';

/** Everything that a person has still to do, or to answer for, and that keeps him or her from leaving without another hand. */
const HELD: Readonly<Record<string, HeldKind>> = {
  'client.owner_id': 'client',
  'project.a_manager_id': 'projectA',
  // What waits for B to check goes along with the project.
  'project.b_manager_id': 'projectB',
  'dossier.keeper_id': 'dossier',
  // What was given and not accepted stays with its giver, as the project or the dossier that it is of.
  'handover.giver_id': 'projectA',
  'supplement_list.responsible_id': 'supplement',
  'safe_custody.holder_id': 'safeKey',
  'title_slip.party_staff_id': 'titleOut',
  'title_handover.a_id': 'titleHandover',
  'title_handover.b_id': 'titleHandover',
  'stocktake.first_counter_id': 'stocktake',
  'stocktake.second_counter_id': 'stocktake',
  'borrowing.borrower_id': 'borrowing',
  'borrowing_return_line.responsible_id': 'borrowing',
  'complaint.handler_id': 'complaint',
};
/** A kind that no column of its own names: it hangs on the project. */
const BY_PROJECT: readonly HeldKind[] = ['handover'];

/** Named for something that is still open, and yet free to go: somebody else can always end it. */
const ANOTHER_CAN: Readonly<Record<string, string>> = {
  'disposal.first_witness_id': 'the archivist names another witness (disposal.nameWitnesses)',
  'disposal.second_witness_id': 'the same',
  'disposal.made_by': 'has signed; whoever prepares such lists carries it out or withdraws it',
  'extension.asker_id': 'an approver grants or refuses it, or it lapses with the handover',
  'borrowing.made_by': 'the archivist cancels what nobody fetches; a draft is nothing yet',
  'borrowing_queue.staff_id': 'whoever has left is passed over when a thing comes back',
  'borrowing_renewal.asked_by': 'an executive decides on it; the slip itself is held',
  'borrowing_recall.borrower_id': 'the note says what is overdue; the slip itself is held',
  'supplement_list.checker_id': 'whoever checks now receives: the project’s B, or the archive',
  'safe_opening.operator_id': 'whoever keeps titles closes a safe that was left open',
  'safe_opening.second_id': 'the same',
  'staff_handover.from_id': 'the list is what a leaver goes by; with it signed nothing is held',
  'staff_handover.successor_id': 'the list is taken back and arranged anew',
  'staff_handover.supervisor_id': 'the same',
  'staff_handover_choice.successor_id': 'the same',
  'staff_handover_line.successor_id': 'the same',
  'staff_handover_round.supervisor_id': 'the same',
  'staff_handover.made_by': 'whoever prepares such lists goes on with it',
  'penalty.staff_id': 'a penalty stands whether the person is still here or not; whoever decides goes on with it',
  'penalty.proposed_by': 'the same: whoever oversees complaints hands the notice over',
  'complaint_extension.asker_id': 'an approver grants or refuses it, or it lapses with its limit',
  'ledger_view.owner_id': 'a way to look at the ledger, nothing to be done',
  'ledger_habit.staff_id': 'the same',
  'staff_position.staff_id': 'what somebody is',
  'staff_charge.staff_id': 'the same: another deputy is put in charge',
  'credential.id': 'how somebody signs in',
};

/** Done, decided or signed in the moment in which the name was written: nothing of it is still to come. */
const DONE = [
  ...['backup_key.on_by', 'backup_key.off_by'],
  ...[
    'complaint.registered_by',
    'complaint_accused.staff_id',
    'complaint_extension.decider_id',
    'penalty.passed_up_by',
    'penalty.stated_by',
    'penalty.decided_by',
    'penalty.told_by',
    'penalty.withdrawn_by',
    'complaint_procedure.made_by',
    'complaint_procedure_use.said_by',
    'complaint_step.taken_by',
    ...['complaint_contact.staff_id', 'complaint_contact.noted_by'],
  ],
  ...[
    'archive_number.voided_by',
    'attachment.added_by',
    'attachment.removed_by',
    'backup.made_by',
    'backup.verified_by',
  ],
  ...['borrowing.decided_by', 'borrowing.lent_by', 'borrowing_recall.made_by', 'borrowing_recall_receipt.noted_by'],
  ...['borrowing_renewal.decided_by', 'borrowing_return.confirmed_by', 'borrowing_return.received_by'],
  ...['borrowing_settlement.settled_by', 'borrowing_signature.staff_id', 'checklist.made_by', 'disposal.decided_by'],
  ...['disposal_signature.staff_id', 'dossier_note.noted_by', 'extension.decider_id', 'handover.receiver_id'],
  ...[
    'import_batch.imported_by',
    'import_batch.undone_by',
    'leaving_exception.signed_by',
    'leaving_exception.staff_id',
  ],
  ...['rehearsal.rehearsed_by', 'safe_closing.operator_id', 'safe_closing.second_id', 'safe_custody.giver_id'],
  ...[
    'safe_custody.supervisor_id',
    'safe_signature.staff_id',
    'signature.staff_id',
    'staff_handover_signature.staff_id',
  ],
  ...[
    'stocktake.decided_by',
    'stocktake_entry.counted_by',
    'stocktake_signature.staff_id',
    'supplement_delivery.giver_id',
  ],
  ...['supplement_delivery.receiver_id', 'supplement_line.withdrawer_id', 'take_back.taken_by'],
  ...[
    'title_handover.custodian_id',
    'title_handover_signature.staff_id',
    'title_lookup.looked_by',
    'title_month.closed_by',
  ],
  ...[
    'title_month.second_id',
    'title_security.ended_by',
    'title_security_signature.staff_id',
    'title_slip.operator_id',
  ],
  ...['title_slip.second_id', 'title_slip_signature.staff_id'],
];

const office = openOffice();
const named = office.ledger.db
  .prepare(
    `SELECT m.name || '.' || f."from" FROM sqlite_master m, pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND f."table" = 'staff'`,
  )
  .pluck()
  .all() as string[];
office.close();

describe('whoever leaves', () => {
  test('is asked about every place in which the ledger names a person: held, ended by another, or done', () => {
    expect([...Object.keys(HELD), ...Object.keys(ANOTHER_CAN), ...DONE].sort()).toEqual([...named].sort());
  });

  test('hands over every kind that there is, and each is looked for where its column says', () => {
    expect([...new Set([...Object.values(HELD), ...BY_PROJECT])].sort()).toEqual([...HELD_KINDS].sort());
    const source = readFileSync(
      new URL('../../electron/features/staff-handover/held.repo.ts', import.meta.url),
      'utf8',
    );
    const words = Object.keys(HELD).flatMap((place) => place.split('.'));
    // Both managers of a project are asked for by one text.
    const missing = words.filter((word) => !source.includes(word.replace(/^[ab](?=_manager_id$)/, '')));
    expect(missing).toEqual([]);
  });
});
