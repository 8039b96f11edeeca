import type { Database } from 'better-sqlite3';
import type { OpeningFilter, OpeningRow, OpeningSlip, OpenSafe } from '../../../shared/api/safe.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import type { SignedOpening } from './safe.rules';

type KeptOpening = SignedOpening & { id: number };
type Row = Omit<OpeningRow, 'slips'>;

const OPENING = `SELECT o.id, o.safe_id AS safeId, s.name AS safe, o.opened_on AS openedOn, o.opened_at AS openedAt,
    o.closed_at AS closedAt, o.reason, a.name AS operator, b.name AS second
  FROM safe_opening o JOIN safe s ON s.id = o.safe_id JOIN staff a ON a.id = o.operator_id JOIN staff b ON b.id = o.second_id`;
const MEANT = 'o.opened_on BETWEEN @from AND @to AND (@safeId IS NULL OR o.safe_id = @safeId)';

/** When a safe was open, and what moved meanwhile. */
export function createOpeningRepo(db: Database) {
  const openNow = db.prepare<[number], { id: number }>(
    'SELECT id FROM safe_opening WHERE safe_id = ? AND closed_at IS NULL',
  );
  const standingOpen = db.prepare<[], OpenSafe>(
    `SELECT o.id AS openingId, o.safe_id AS safeId, s.name AS safe, o.opened_on AS openedOn, o.opened_at AS openedAt, o.reason,
            a.name AS operator, b.name AS second
     FROM safe_opening o JOIN safe s ON s.id = o.safe_id JOIN staff a ON a.id = o.operator_id JOIN staff b ON b.id = o.second_id
     WHERE o.closed_at IS NULL ORDER BY o.id`,
  );
  const byId = db.prepare<[number], Stored<Row>>(`${OPENING} WHERE o.id = ?`);
  const ids = db
    .prepare<{ safeId: number | null; from: Day; to: Day }, number>(
      `SELECT o.id FROM safe_opening o WHERE ${MEANT} ORDER BY o.id DESC`,
    )
    .pluck();
  const slips = db.prepare<{ openingId: number; safeId: number }, OpeningSlip>(
    `SELECT t.id, t.no, t.kind,
       sum(CASE WHEN tc.safe_id = @safeId AND fc.safe_id IS NOT @safeId THEN m.quantity ELSE 0 END) AS came,
       sum(CASE WHEN fc.safe_id = @safeId AND tc.safe_id IS NOT @safeId THEN m.quantity ELSE 0 END) AS went,
       sum(CASE WHEN fc.safe_id = @safeId AND tc.safe_id = @safeId THEN m.quantity ELSE 0 END) AS moved
     FROM safe_opening_slip x JOIN title_slip t ON t.id = x.slip_id JOIN title_movement m ON m.slip_id = t.id
     LEFT JOIN compartment fc ON fc.id = m.from_compartment_id LEFT JOIN compartment tc ON tc.id = m.to_compartment_id
     WHERE x.opening_id = @openingId GROUP BY t.id ORDER BY t.id`,
  );
  const after = db.prepare<[number], KeptOpening>(
    `SELECT id, safe_id AS safeId, opened_at AS openedAt, reason, operator_id AS operatorId, second_id AS secondId
     FROM safe_opening WHERE id > ? ORDER BY id LIMIT 500`,
  );
  const open = db.prepare<SignedOpening & { openedOn: Day; closedAt: string | null }>(
    `INSERT INTO safe_opening (safe_id, opened_on, opened_at, closed_at, reason, operator_id, second_id)
     VALUES (@safeId, @openedOn, @openedAt, @closedAt, @reason, @operatorId, @secondId)`,
  );
  const close = db.prepare<[string, number]>('UPDATE safe_opening SET closed_at = ? WHERE id = ?');
  const noteSlip = db.prepare<[number, number]>('INSERT INTO safe_opening_slip (opening_id, slip_id) VALUES (?, ?)');
  return {
    openNow: (safeId: number) => openNow.get(safeId)?.id,
    standingOpen: () => standingOpen.all(),
    opening: (id: number): OpeningRow | undefined => {
      const row = byId.get(id);
      return row && { ...present<Row>(row), slips: slips.all({ openingId: id, safeId: row.safeId }) };
    },
    /** The openings that began in those days, the newest first. */
    openingIds: ({ safeId, from, to }: OpeningFilter) => ids.all({ safeId: safeId ?? null, from, to }),
    openingsAfter: (id: number) => after.all(id),
    open: (its: SignedOpening & { openedOn: Day; closedAt: string | null }): number =>
      Number(open.run(its).lastInsertRowid),
    close: (id: number, at: string) => void close.run(at, id),
    noteSlip: (openingId: number, slipId: number) => void noteSlip.run(openingId, slipId),
  };
}
