import { contextAt } from '../../electron/ipc/context';
import type { Office } from '../api/office';
import type { TitlePeople } from '../api/title-office';

/** A closed day, a closed month and a closed stocktake of a safe, row by row, whatever services may later write them. */
export function closeAndCount(office: Office, people: TitlePeople, safeId: number): void {
  const { db } = office.ledger;
  const ctx = contextAt({ now: () => new Date('2026-03-02T09:00:00Z') }, people.custodian);
  const hash = 'c'.repeat(64);
  const two = `${people.custodian}, ${people.keeper}`;
  const asOf = '(SELECT max(id) FROM title_movement)';
  office.app.journal.commit(ctx, 'test.close', {}, () => {
    db.exec(`
      INSERT INTO safe_closing (safe_id, day, as_of, closed_at, operator_id, second_id)
        VALUES (${safeId}, '2026-03-02', ${asOf}, '${ctx.at}', ${two});
      INSERT INTO safe_closing_line (closing_id, kind, opening, came, went, closing) VALUES (1, 'clientOwnership', 0, 1, 0, 1);
      INSERT INTO title_month (month, as_of, closed_at, closed_by, second_id) VALUES ('2026-02', 0, '${ctx.at}', ${two});
      INSERT INTO stocktake (no, scope, state, plan, started_on, started_at, as_of, population, first_counter_id, second_counter_id)
        VALUES ('权盘〔2026〕001号', 'full', 'counting', '月末盘点', '2026-03-02', '${ctx.at}', ${asOf}, 1, ${two});
      INSERT INTO stocktake_entry (stocktake_id, ordinal, compartment_id, certificate_no, quantity, counted_by, counted_at)
        SELECT 1, 1, min(id), '无此证', 1, ${people.custodian}, '${ctx.at}' FROM compartment;
      INSERT INTO stocktake_line (stocktake_id, ordinal, title_id, expected_compartment_id, expected_quantity, out_quantity, found_quantity)
        SELECT 1, 1, title_id, to_compartment_id, quantity, 0, 0 FROM title_movement WHERE to_place = 'safe' LIMIT 1;
      INSERT INTO stocktake_signature (stocktake_id, staff_id, name, role, at, content_hash)
        VALUES (1, ${people.custodian}, '唐晚晴', 'firstCounter', '${ctx.at}', '${hash}');
      UPDATE stocktake SET state = 'counted', counted_on = '2026-03-02', counted_until = ${asOf}, book_pieces = 1, found_pieces = 0,
        differences = 1;
      UPDATE stocktake SET state = 'closed', closed_on = '2026-03-02', decided_by = ${people.manager};
    `);
  });
}
