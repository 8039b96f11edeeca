import type { Database } from 'better-sqlite3';
import type { Place } from '../../../shared/api/dossier.contract';
import type { BoxRow, CabinetRow } from '../../../shared/api/place.contract';
import { present, type Stored } from '../../db/present';
import { matchQuery } from '../../search/tokenise';
import { createPlacedRepo } from './placed.repo';

/** What is lent stands nowhere, but its place waits for it; what is gone waits for nothing. */
const SUMS = `count(d.id) FILTER (WHERE d.state IN ('received', 'partlyLent')) AS dossiers,
              count(d.id) FILTER (WHERE d.state = 'lent') AS lent,
              coalesce(sum(d.page_count) FILTER (WHERE d.state IN ('received', 'partlyLent')), 0) AS pages`;
const BOX = `SELECT p.id, p.room, p.cabinet, p.shelf, p.box, p.capacity_mm AS capacityMm, ${SUMS}
             FROM place p LEFT JOIN dossier d ON d.place_id = p.id`;
const NAMES = 'id, room, cabinet, shelf, box';

export type NamedBox = Place & { id: number };
export type PlaceRepo = ReturnType<typeof createPlaceRepo>;

/** The only writer of place. */
export function createPlaceRepo(db: Database) {
  const byId = db.prepare<[number], Place>('SELECT room, cabinet, shelf, box FROM place WHERE id = ?');
  const find = db.prepare<Place, { id: number }>(
    'SELECT id FROM place WHERE (room, cabinet, shelf, box) = (@room, @cabinet, @shelf, @box)',
  );
  const add = db.prepare<Place & { capacityMm: number | null }>(
    'INSERT INTO place (room, cabinet, shelf, box, capacity_mm) VALUES (@room, @cabinet, @shelf, @box, @capacityMm)',
  );
  const cabinets = db.prepare<[], CabinetRow>(
    `SELECT p.room, p.cabinet, count(DISTINCT p.id) AS boxes, ${SUMS}
     FROM place p LEFT JOIN dossier d ON d.place_id = p.id GROUP BY p.room, p.cabinet`,
  );
  const cabinet = db.prepare<{ room: string; cabinet: string }, Stored<BoxRow>>(
    `${BOX} WHERE p.room = @room AND p.cabinet = @cabinet GROUP BY p.id`,
  );
  const row = db.prepare<[number], Stored<BoxRow>>(`${BOX} WHERE p.id = ? GROUP BY p.id`);
  const named = db.prepare<{ text: string; limit: number }, { id: number }>(
    `SELECT id FROM place WHERE instr(room || ' ' || cabinet || ' ' || shelf || ' ' || box, @text) > 0
     ORDER BY room, cabinet, shelf, box LIMIT @limit`,
  );
  const inRoom = db.prepare<[string], NamedBox>(`SELECT ${NAMES} FROM place WHERE room = ? ORDER BY id`);
  const boxes = db.prepare<[], NamedBox>(`SELECT ${NAMES} FROM place`);
  const carry = db.prepare<NamedBox>(
    'UPDATE place SET room = @room, cabinet = @cabinet, shelf = @shelf, box = @box WHERE id = @id',
  );
  const measure = db.prepare<[number | null, number]>('UPDATE place SET capacity_mm = ? WHERE id = ?');
  const remove = db.prepare<[number]>('DELETE FROM place WHERE id = ?');
  const addBox = (place: Place, capacityMm?: number) =>
    Number(add.run({ ...place, capacityMm: capacityMm ?? null }).lastInsertRowid);
  const boxRow = (found: Stored<BoxRow>) => present<BoxRow>(found);
  const rowOf = (id: number) => {
    const found = row.get(id);
    return found && boxRow(found);
  };
  return {
    byId: (id: number) => byId.get(id),
    /** The box of that name, if there is one. */
    idOf: (place: Place) => find.get(place)?.id,
    /** The box of that name, which is made when there is none yet. Only inside a commit. */
    box: (place: Place): number => find.get(place)?.id ?? addBox(place),
    add: addBox,
    cabinets: () => cabinets.all(),
    cabinet: (room: string, name: string) => cabinet.all({ room, cabinet: name }).map(boxRow),
    row: rowOf,
    /** Boxes whose address holds the text. */
    named: (text: string, limit: number) => named.all({ text, limit }).flatMap(({ id }) => rowOf(id) ?? []),
    inRoom: (room: string) => inRoom.all(room),
    boxes: () => boxes.all(),
    carry: (its: NamedBox) => void carry.run(its),
    measure: (id: number, capacityMm: number | undefined) => void measure.run(capacityMm ?? null, id),
    remove: (id: number) => void remove.run(id),
    placed: createPlacedRepo(db, matchQuery),
  };
}
