import type { Database } from 'better-sqlite3';
import type { DossierState } from '../../../shared/api/dossier.contract';
import type { PlacedDossier } from '../../../shared/api/place.contract';
import type { WithWhom } from '../../../shared/records/with-whom';
import { present, type Stored } from '../../db/present';
import { WITH_WHOM } from '../../db/with-whom';

interface Row extends Stored<WithWhom> {
  id: number;
  archiveNo: string | null;
  title: string;
  state: DossierState;
  pages: number;
  placeId: number | null;
  room: string | null;
  cabinet: string | null;
  shelf: string | null;
  box: string | null;
}

const ROW = `SELECT d.id, d.archive_no AS archiveNo, d.title, d.state, d.page_count AS pages, d.place_id AS placeId,
                    p.room, p.cabinet, p.shelf, p.box, ${WITH_WHOM.columns}
             FROM dossier d LEFT JOIN place p ON p.id = d.place_id ${WITH_WHOM.join}`;
const IN_ARCHIVE = "d.state IN ('received', 'partlyLent', 'lent')";
/** As many as a person looks through; the ledger shows the rest. */
const MOST_HOMELESS = 500;

function toPlaced({ room, cabinet, shelf, box, ...rest }: Row): PlacedDossier {
  const place = room && cabinet && shelf && box ? { place: { room, cabinet, shelf, box } } : {};
  return { ...present<Omit<PlacedDossier, 'place'>>(rest), ...place };
}

/** Which dossiers stand where; reads only. */
export function createPlacedRepo(db: Database, matchQuery: (text: string) => string | undefined) {
  const inBox = db.prepare<[number], Row>(`${ROW} WHERE d.place_id = ? AND ${IN_ARCHIVE} ORDER BY d.archive_no, d.id`);
  const byId = db.prepare<[number], Row>(`${ROW} WHERE d.id = ? AND ${IN_ARCHIVE}`);
  const byNumber = db.prepare<[string], Row>(`${ROW} WHERE d.archive_no = ? AND ${IN_ARCHIVE}`);
  const homeless = db.prepare<[number], Row>(
    `${ROW} WHERE d.place_id IS NULL AND ${IN_ARCHIVE} ORDER BY d.archive_no, d.id LIMIT ?`,
  );
  const idsIn = db.prepare<[number], { id: number }>(
    `SELECT d.id FROM dossier d WHERE d.place_id = ? AND ${IN_ARCHIVE} ORDER BY d.archive_no, d.id`,
  );
  const idsHomeless = db.prepare<[], { id: number }>(
    `SELECT d.id FROM dossier d WHERE d.place_id IS NULL AND ${IN_ARCHIVE} ORDER BY d.archive_no, d.id`,
  );
  const countHomeless = db.prepare<[], { n: number }>(
    `SELECT count(*) AS n FROM dossier d WHERE d.place_id IS NULL AND ${IN_ARCHIVE}`,
  );
  const found = db.prepare<{ match: string; limit: number }, { rowid: number }>(
    'SELECT rowid FROM search_dossier WHERE search_dossier MATCH @match ORDER BY rowid DESC LIMIT @limit',
  );
  const referred = db.prepare<[number], { n: number }>('SELECT count(*) AS n FROM dossier WHERE place_id = ?');
  const one = (row: Row | undefined) => row && toPlaced(row);
  return {
    idsIn: (placeId: number): number[] => idsIn.all(placeId).map(({ id }) => id),
    /** All of them, not only as many as a page shows. */
    idsHomeless: (): number[] => idsHomeless.all().map(({ id }) => id),
    inBox: (placeId: number) => inBox.all(placeId).map(toPlaced),
    /** In the archive; `undefined` for one that is not there yet, or gone. */
    byId: (id: number) => one(byId.get(id)),
    byNumber: (archiveNo: string) => one(byNumber.get(archiveNo)),
    homeless: () => ({ dossiers: homeless.all(MOST_HOMELESS).map(toPlaced), total: countHomeless.get()?.n ?? 0 }),
    countHomeless: () => countHomeless.get()?.n ?? 0,
    find: (text: string, limit: number): PlacedDossier[] => {
      const match = matchQuery(text);
      if (match === undefined) return [];
      return found.all({ match, limit }).flatMap(({ rowid }) => one(byId.get(rowid)) ?? []);
    },
    /** Dossiers that name the box, gone ones included. */
    referred: (placeId: number) => referred.get(placeId)?.n ?? 0,
  };
}
