import type { Database } from 'better-sqlite3';
import type { Place } from '../../../shared/api/dossier.contract';

export type PlaceRepo = ReturnType<typeof createPlaceRepo>;

/** The only writer of place. */
export function createPlaceRepo(db: Database) {
  const byId = db.prepare<[number], Place>('SELECT room, cabinet, shelf, box FROM place WHERE id = ?');
  const find = db.prepare<Place, { id: number }>(
    'SELECT id FROM place WHERE (room, cabinet, shelf, box) = (@room, @cabinet, @shelf, @box)',
  );
  const add = db.prepare<Place>('INSERT INTO place (room, cabinet, shelf, box) VALUES (@room, @cabinet, @shelf, @box)');
  return {
    byId: (id: number) => byId.get(id),
    /** The box of that name, which is made when there is none yet. Only inside a commit. */
    box: (place: Place): number => find.get(place)?.id ?? Number(add.run(place).lastInsertRowid),
  };
}
