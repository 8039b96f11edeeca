import type { Database } from 'better-sqlite3';
import type { ClientRow, client } from '../../../shared/api/client.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { matchQuery } from '../../search/tokenise';

/** What a person fills in; each has its column in the three statements below. */
export type ClientFields = ParsedOf<typeof client.register>;

const ROW = `SELECT c.id, c.kind, c.name, c.code, c.legal_representative AS legalRepresentative, c.phone, c.address, c.remarks,
                    c.owner_id AS ownerId, s.name AS owner,
                    (SELECT count(*) FROM project p WHERE p.client_id = c.id) AS projects
             FROM client c JOIN staff s ON s.id = c.owner_id`;
const FOUND = 'c.id IN (SELECT rowid FROM search_client WHERE search_client MATCH ?)';

export type ClientRepo = ReturnType<typeof createClientRepo>;

/** The only writer of client. */
export function createClientRepo(db: Database) {
  const byId = db.prepare<[number], ClientRow>(`${ROW} WHERE c.id = ?`);
  const byCode = db.prepare<[string], { id: number; name: string }>('SELECT id, name FROM client WHERE code = ?');
  const page = db.prepare<[number, number], ClientRow>(`${ROW} ORDER BY c.id DESC LIMIT ? OFFSET ?`);
  const pageFound = db.prepare<[string, number, number], ClientRow>(
    `${ROW} WHERE ${FOUND} ORDER BY c.id DESC LIMIT ? OFFSET ?`,
  );
  const ids = db.prepare<[], { id: number }>('SELECT id FROM client ORDER BY id DESC');
  const idsFound = db.prepare<[string], { id: number }>(`SELECT c.id FROM client c WHERE ${FOUND} ORDER BY c.id DESC`);
  const count = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM client');
  const countFound = db.prepare<[string], { n: number }>(`SELECT count(*) AS n FROM client c WHERE ${FOUND}`);
  const add = db.prepare<ClientFields & { ownerId: number }>(
    `INSERT INTO client (kind, name, code, legal_representative, phone, address, remarks, owner_id)
     VALUES (@kind, @name, @code, @legalRepresentative, @phone, @address, @remarks, @ownerId)`,
  );
  const correct = db.prepare<ClientFields & { id: number }>(
    `UPDATE client SET kind = @kind, name = @name, code = @code, legal_representative = @legalRepresentative, phone = @phone,
       address = @address, remarks = @remarks WHERE id = @id`,
  );
  const giveTo = db.prepare<[number, number]>('UPDATE client SET owner_id = ? WHERE id = ?');
  return {
    byId: (id: number) => byId.get(id),
    byCode: (code: string) => byCode.get(code),
    list: (text: string, offset: number, limit: number) => {
      const match = matchQuery(text);
      return match === undefined
        ? { rows: page.all(limit, offset), total: count.get()?.n ?? 0 }
        : { rows: pageFound.all(match, limit, offset), total: countFound.get(match)?.n ?? 0 };
    },
    ids: (text: string): number[] => {
      const match = matchQuery(text);
      return (match === undefined ? ids.all() : idsFound.all(match)).map(({ id }) => id);
    },
    add: (fields: ClientFields, ownerId: number) => Number(add.run({ ...fields, ownerId }).lastInsertRowid),
    correct: (id: number, fields: ClientFields) => void correct.run({ ...fields, id }),
    /** Somebody else answers for the client from now on. */
    giveTo: (id: number, ownerId: number) => void giveTo.run(ownerId, id),
  };
}
