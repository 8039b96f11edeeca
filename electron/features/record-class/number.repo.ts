import type { Database } from 'better-sqlite3';
import type { NumberFilter, NumberRow } from '../../../shared/api/number.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { present, type Stored } from '../../db/present';
import { WITH_WHOM } from '../../db/with-whom';
import type { ArchiveNumber, SignedVoid } from './register.rules';

export interface SeriesRow {
  classId: number;
  year: number;
  first: number | null;
  last: number | null;
  given: number;
  imported: number;
  void: number;
  /** With a running number. */
  counted: number;
}

/** Why, by whom and since when a number is void, and the hash of what was signed. */
export interface Voiding {
  on: Day;
  by: number;
  reason: string;
  hash: string;
}

type SignedNumber = SignedVoid & { id: number; hash: string };
type NumberToGive = { classId: number; year: number; seq: number; text: string };
type Series = { classId: number; year: number };

const NUMBER = 'SELECT id, class_id AS classId, year, seq, text, dossier_id AS dossierId, origin FROM archive_number';

const SHOWN = `SELECT n.id, n.seq, n.text, n.origin, n.dossier_id AS dossierId, d.title, n.voided_on AS voidedOn, s.name AS voidedBy,
                      n.void_reason AS voidReason, (SELECT text FROM archive_number r WHERE r.replaces_id = n.id) AS replacedBy,
                      o.text AS replaces, CASE WHEN d.state IN ('lent', 'partlyLent') THEN d.state END AS lent, ${WITH_WHOM.columns}`;
const SHOWN_FROM = `FROM archive_number n LEFT JOIN dossier d ON d.id = n.dossier_id LEFT JOIN staff s ON s.id = n.voided_by
                    LEFT JOIN archive_number o ON o.id = n.replaces_id ${WITH_WHOM.join}`;

export type NumberRepo = ReturnType<typeof createNumberRepo>;

/** The only writer of archive_number. */
export function createNumberRepo(db: Database) {
  const lastSeq = db.prepare<[number, number], { seq: number }>(
    'SELECT coalesce(max(seq), 0) AS seq FROM archive_number WHERE class_id = ? AND year = ?',
  );
  const give = db.prepare<[number, number, number, string, number, number | null]>(
    `INSERT INTO archive_number (class_id, year, seq, text, dossier_id, origin, replaces_id) VALUES (?, ?, ?, ?, ?, 'given', ?)`,
  );
  const giveVoid = db.prepare<NumberToGive & Voiding>(
    `INSERT INTO archive_number (class_id, year, seq, text, origin, voided_on, voided_by, void_reason, void_hash)
     VALUES (@classId, @year, @seq, @text, 'given', @on, @by, @reason, @hash)`,
  );
  const declareVoid = db.prepare<Voiding & { id: number }>(
    'UPDATE archive_number SET voided_on = @on, voided_by = @by, void_reason = @reason, void_hash = @hash WHERE id = @id',
  );
  const ofDossier = db.prepare<[number], Stored<ArchiveNumber>>(`${NUMBER} WHERE dossier_id = ? AND voided_on IS NULL`);
  const all = db.prepare<[], Stored<ArchiveNumber>>(NUMBER);
  const inSeries = db.prepare<[number, number], Stored<ArchiveNumber>>(
    `${NUMBER} WHERE class_id = ? AND year = ? ORDER BY seq IS NULL, seq, text`,
  );
  const bySeq = db.prepare<[number, number, number], { text: string }>(
    'SELECT text FROM archive_number WHERE class_id = ? AND year = ? AND seq = ?',
  );
  const series = db.prepare<[], SeriesRow>(
    `SELECT class_id AS classId, year, min(seq) AS first, max(seq) AS last, count(seq) AS counted,
            count(*) FILTER (WHERE origin = 'given') AS given, count(*) FILTER (WHERE origin = 'imported') AS imported,
            count(voided_on) AS void
     FROM archive_number GROUP BY class_id, year ORDER BY class_id, year DESC`,
  );
  const show = db.prepare<[number], Stored<NumberRow & Series>>(
    `${SHOWN}, n.class_id AS classId, n.year ${SHOWN_FROM} WHERE n.id = ?`,
  );
  const page = (condition: string) =>
    db.prepare<Series & { limit: number; offset: number }, Stored<NumberRow>>(
      `${SHOWN} ${SHOWN_FROM} WHERE n.class_id = @classId AND n.year = @year ${condition}
       ORDER BY n.seq IS NULL, n.seq, n.text LIMIT @limit OFFSET @offset`,
    );
  const pages = { all: page(''), void: page('AND n.voided_on IS NOT NULL') };
  const idsOf = (condition: string) =>
    db.prepare<Series, { id: number }>(
      `SELECT n.id FROM archive_number n WHERE n.class_id = @classId AND n.year = @year ${condition}
       ORDER BY n.seq IS NULL, n.seq, n.text`,
    );
  const allIds = { all: idsOf(''), void: idsOf('AND n.voided_on IS NOT NULL') };
  const countAll = db.prepare<Series, { n: number; void: number }>(
    'SELECT count(*) AS n, count(voided_on) AS void FROM archive_number WHERE class_id = @classId AND year = @year',
  );
  // A number that became void before such signatures were given has none.
  const voidAfter = db.prepare<[number], Stored<SignedNumber>>(
    `SELECT n.id, n.text, n.dossier_id AS dossierId, n.void_reason AS reason, r.text AS replacedBy, n.voided_by AS signedBy,
            n.void_hash AS hash
     FROM archive_number n LEFT JOIN archive_number r ON r.replaces_id = n.id
     WHERE n.id > ? AND n.void_hash IS NOT NULL ORDER BY n.id LIMIT 500`,
  );
  const voidedIn = db.prepare<[number], { seq: number | null }>(
    `SELECT min(event_seq) AS seq FROM change
     WHERE table_name = 'archive_number' AND row_id = ? AND json_extract(after, '$.void_hash') IS NOT NULL`,
  );
  const numbers = (rows: Stored<ArchiveNumber>[]) => rows.map(present<ArchiveNumber>);
  return {
    /** The last number of a class; `year` is 0 where its numbers run on. */
    lastSeq: (classId: number, year: number) => lastSeq.get(classId, year)?.seq ?? 0,
    give: (its: NumberToGive, dossierId: number, replacesId?: number) =>
      void give.run(its.classId, its.year, its.seq, its.text, dossierId, replacesId ?? null),
    /** A number that nothing will ever bear. */
    giveVoid: (its: NumberToGive, voiding: Voiding) => void giveVoid.run({ ...its, ...voiding }),
    declareVoid: (id: number, voiding: Voiding) => void declareVoid.run({ id, ...voiding }),
    /** The one that counts. */
    ofDossier: (dossierId: number) => {
      const row = ofDossier.get(dossierId);
      return row && present<ArchiveNumber>(row);
    },
    all: () => numbers(all.all()),
    inSeries: (classId: number, year: number) => numbers(inSeries.all(classId, year)),
    textOf: (classId: number, year: number, seq: number) => bySeq.get(classId, year, seq)?.text,
    show: (id: number) => {
      const row = show.get(id);
      return row && present<NumberRow & Series>(row);
    },
    series: () => series.all(),
    /** What was signed when numbers became void, a page of it. */
    voidAfter: (id: number) => voidAfter.all(id).map(present<SignedNumber>),
    /** The event in which a number became void. */
    voidedIn: (id: number) => voidedIn.get(id)?.seq ?? 0,
    /** All numbers of a series, not only a page. */
    ids: ({ voidOnly, classId, year }: NumberFilter): number[] =>
      allIds[voidOnly ? 'void' : 'all'].all({ classId, year }).map(({ id }) => id),
    page: ({ voidOnly, ...asked }: Series & { voidOnly: boolean; limit: number; offset: number }) => {
      const counted = countAll.get(asked);
      const rows = pages[voidOnly ? 'void' : 'all'].all(asked);
      return { rows: rows.map(present<NumberRow>), total: (voidOnly ? counted?.void : counted?.n) ?? 0 };
    },
  };
}
