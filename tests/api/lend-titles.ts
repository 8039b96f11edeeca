import { createMovementRepo } from '../../electron/features/title/movement.repo';
import { createTitleRepo } from '../../electron/features/title/title.repo';
import { slipHash } from '../../electron/features/title/title.rules';
import { LOGINS, type Office, PIN, signIn } from './office';
import { CUSTODIAN, MANAGER, type TitlePeople } from './title-office';

/** The way by which a title is lent: A asks, the manager approves, the archivist lends, the safe's two open it. */
export async function lendTitles(
  office: Office,
  people: TitlePeople,
  titleIds: readonly number[],
  more: { purpose?: string; dueOn?: string; outsiderName?: string; remarks?: string } = {},
): Promise<{ borrowingId: number; id: number; no: string }> {
  const things = titleIds.map((id) => ({ kind: 'title' as const, id }));
  await signIn(office, LOGINS.a);
  const asked = { things, purpose: '客户查验', way: 'takeAway' as const, dueOn: '2026-03-06', ...more };
  const { id } = await office.call('borrowing.submit', asked);
  await signIn(office, MANAGER);
  await office.call('borrowing.approve', { id, signature: PIN });
  await signIn(office, LOGINS.archivist);
  const { titleSlipId = 0 } = await office.call('borrowing.lend', {
    ...{ id, custodianId: people.custodian, secondId: people.keeper },
    signatures: { archivist: PIN, borrower: PIN, custodian: PIN, second: PIN },
  });
  await signIn(office, CUSTODIAN);
  const { no } = await office.call('titleMove.slip', { id: titleSlipId });
  return { borrowingId: id, id: titleSlipId, no };
}

/** All that is out on the slip comes back, where it lay or into that compartment; B confirms. The custodian is signed in afterwards. */
export async function bringTitlesBack(
  office: Office,
  people: TitlePeople,
  id: number,
  compartmentId?: number,
): Promise<{ id: number }> {
  await signIn(office, LOGINS.archivist);
  const { lines } = await office.call('borrowing.show', { id });
  const place = compartmentId === undefined ? {} : { compartmentId };
  const { titleSlipId = 0 } = await office.call('borrowing.giveBack', {
    ...{ id, confirmerId: people.b, custodianId: people.custodian, secondId: people.keeper },
    lines: lines.map((line) => ({ lineId: line.id, found: line.quantity - line.found, ...place })),
    signatures: { archivist: PIN, confirmer: PIN, custodian: PIN, second: PIN },
  });
  await signIn(office, CUSTODIAN);
  return { id: titleSlipId };
}

/** Slips by which a title was lent though nobody approved it and no executive borrows it: there must be none. */
export const LENT_WITHOUT_APPROVAL = `SELECT s.no FROM title_slip s
  WHERE EXISTS (SELECT 1 FROM title_movement m WHERE m.slip_id = s.id AND m.to_place = 'lent')
    AND NOT EXISTS (SELECT 1 FROM borrowing b WHERE b.title_slip_id = s.id AND b.no = s.basis AND b.lent_on = s.moved_on
      AND NOT EXISTS (SELECT 1 FROM title_movement m WHERE m.slip_id = s.id AND m.title_id NOT IN (
        SELECT n.title_id FROM borrowing_line n WHERE n.borrowing_id = b.id AND n.title_id IS NOT NULL AND n.state <> 'asked'))
      AND EXISTS (SELECT 1 FROM borrowing_signature g WHERE g.borrowing_id = b.id AND g.role = 'borrower' AND g.staff_id = b.borrower_id)
      AND (EXISTS (SELECT 1 FROM borrowing_signature g WHERE g.borrowing_id = b.id AND g.role = 'approver'
                   AND g.staff_id = b.decided_by AND g.staff_id NOT IN (b.borrower_id, b.made_by))
        OR (b.direct = 1 AND EXISTS (SELECT 1 FROM staff_position p WHERE p.staff_id = b.borrower_id
                                     AND p.position IN ('chairman', 'generalManager', 'deputyManager')))))`;
/** What wrote that a title is lent, as the journal says it. */
export const LENT_BY = `SELECT DISTINCT e.action FROM change c JOIN event e ON e.seq = c.event_seq
  WHERE c.table_name = 'title_movement' AND c.before IS NULL AND json_extract(c.after, '$.to_place') = 'lent'`;

/** A title that was lent as it could be before titles went out on borrowing slips only: by two at the safe. */
export function lentBefore(office: Office, people: TitlePeople, titleId: number, compartmentId: number): number {
  const { db } = office.ledger;
  const movements = createMovementRepo(db);
  const ctx = { at: '2026-03-02T01:30:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined };
  const { certificateNo, quantity } = createTitleRepo(db).byId(titleId) ?? { certificateNo: '', quantity: 0 };
  const slip = {
    ...{ kind: 'lent' as const, no: '权借〔2026〕001号', movedOn: ctx.today, dueOn: '2026-03-06' },
    ...{ reason: '客户查验', basis: '审批单 2026-03', party: '顾行简', partyStaffId: people.a, remarks: '' },
    ...{ operatorId: people.custodian, secondId: people.keeper },
    lines: [
      {
        titleId,
        certificateNo,
        quantity,
        from: { place: 'safe' as const, compartmentId },
        to: { place: 'lent' as const },
      },
    ],
  };
  return office.app.journal.commit(ctx, 'title.lent', { titles: [titleId] }, () => {
    const id = movements.add({ ...slip, at: ctx.at });
    movements.sign(id, slip.operatorId, 'operator', ctx.at, slipHash(slip));
    movements.sign(id, slip.secondId, 'second', ctx.at, slipHash(slip));
    return id;
  });
}
