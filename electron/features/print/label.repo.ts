import type { Database } from 'better-sqlite3';
import type { Filing } from '../../../shared/api/print.contract';
import { present, type Stored } from '../../db/present';

interface VolumeCount {
  volume: number;
  /** Numbered items, also such as are not there yet. */
  numbered: number;
  items: number;
}

interface Run {
  first: string;
  last: string;
  dossiers: number;
}

export type LabelRepo = ReturnType<typeof createLabelRepo>;

/** What labels and note sheets say that no page shows; writes nothing. */
export function createLabelRepo(db: Database) {
  const volumes = db.prepare<[number], VolumeCount>(
    `SELECT volume, count(*) AS numbered, sum(pages > 0) AS items FROM dossier_item
     WHERE dossier_id = ? AND part <> 'annex' GROUP BY volume ORDER BY volume`,
  );
  const placeOf = db.prepare<[number], { placeId: number | null }>(
    'SELECT place_id AS placeId FROM dossier WHERE id = ?',
  );
  // What is lent goes back there; what was handed on or destroyed does not.
  const runs = db.prepare<[number], Run>(
    `SELECT dossiers, (SELECT archive_no FROM dossier WHERE id = firstId) AS first, (SELECT archive_no FROM dossier WHERE id = lastId) AS last
     FROM (SELECT count(*) OVER its AS dossiers, first_value(dossier_id) OVER its AS firstId, last_value(dossier_id) OVER its AS lastId,
                  row_number() OVER (PARTITION BY class_id, year ORDER BY seq, id) AS row, class_id, year
           FROM (SELECT d.id AS dossier_id, n.class_id, n.year, n.seq, n.id FROM dossier d
                 JOIN archive_number n ON n.dossier_id = d.id AND n.voided_on IS NULL
                 WHERE d.place_id = ? AND d.state IN ('received', 'partlyLent', 'lent'))
           WINDOW its AS (PARTITION BY class_id, year ORDER BY seq, id ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING))
     WHERE row = 1 ORDER BY class_id, year`,
  );
  const filing = db.prepare<{ id: number }, Stored<Filing>>(
    `SELECT coalesce(a.name, k.name) AS keeper,
            (SELECT given_on FROM handover WHERE dossier_id = @id AND state = 'accepted' ORDER BY id LIMIT 1) AS keptOn,
            (SELECT s.name FROM signature s JOIN handover h ON h.id = s.handover_id
             WHERE h.dossier_id = @id AND h.state = 'accepted' AND s.role = 'archivist' ORDER BY s.id DESC LIMIT 1) AS checker,
            d.received_on AS checkedOn
     FROM dossier d LEFT JOIN project p ON p.id = d.project_id LEFT JOIN staff a ON a.id = p.a_manager_id
     LEFT JOIN staff k ON k.id = d.keeper_id WHERE d.id = @id`,
  );
  return {
    volumes: (dossierId: number) => volumes.all(dossierId),
    placeOf: (dossierId: number) => placeOf.get(dossierId)?.placeId ?? undefined,
    runs: (placeId: number) => runs.all(placeId),
    filing: (dossierId: number): Filing => {
      const row = filing.get({ id: dossierId });
      return row ? present<Filing>(row) : {};
    },
  };
}
