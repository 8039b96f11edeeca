import type { Database } from 'better-sqlite3';
import type { Permission } from '../../../shared/api/contract';
import type { Department, Employment, Position, StaffRow } from '../../../shared/api/people.contract';

export interface Person {
  id: number;
  name: string;
  departmentId: number;
  department: string;
  employment: Employment;
  login: string | null;
}

export interface Credential {
  passwordHash: string | null;
  pinHash: string | null;
}

const PERSON = `SELECT s.id, s.name, s.department_id AS departmentId, d.name AS department, s.employment, s.login
                FROM staff s JOIN department d ON d.id = s.department_id`;

export type PeopleRepo = ReturnType<typeof createPeopleRepo>;

/** The only writer of department, staff, staff_position, staff_charge, credential and permission. */
export function createPeopleRepo(db: Database) {
  const byId = db.prepare<[number], Person>(`${PERSON} WHERE s.id = ?`);
  const byLogin = db.prepare<[string], Person>(`${PERSON} WHERE s.login = ?`);
  const all = db.prepare<[], Person & { hasPassword: number; hasPin: number }>(
    `SELECT p.*, c.password_hash IS NOT NULL AS hasPassword, c.pin_hash IS NOT NULL AS hasPin
     FROM (${PERSON}) p LEFT JOIN credential c ON c.id = p.id ORDER BY p.employment = 'left', p.departmentId, p.id`,
  );
  const positions = db.prepare<[number], { position: Position }>(
    'SELECT position FROM staff_position WHERE staff_id = ? ORDER BY id',
  );
  const charges = db.prepare<[number], { id: number }>(
    'SELECT department_id AS id FROM staff_charge WHERE staff_id = ? ORDER BY id',
  );
  const credential = db.prepare<[number], Credential>(
    'SELECT password_hash AS passwordHash, pin_hash AS pinHash FROM credential WHERE id = ?',
  );
  const allows = db.prepare<[number, string], { yes: number }>(
    `SELECT 1 AS yes FROM permission p JOIN staff_position sp ON sp.position = p.position JOIN staff s ON s.id = sp.staff_id
     WHERE sp.staff_id = ? AND p.permission = ? AND s.employment <> 'left' LIMIT 1`,
  );
  const permissionsOf = db.prepare<[number], { permission: Permission }>(
    `SELECT DISTINCT p.permission FROM permission p JOIN staff_position sp ON sp.position = p.position WHERE sp.staff_id = ?
     ORDER BY p.permission`,
  );
  const permissions = db.prepare<[], { position: Position; permission: Permission }>(
    'SELECT position, permission FROM permission ORDER BY position, permission',
  );
  const departments = db.prepare<[], Department>('SELECT id, name FROM department ORDER BY id');
  const holders = db.prepare<[string], { n: number }>(
    `SELECT count(DISTINCT s.id) AS n FROM staff s JOIN staff_position p ON p.staff_id = s.id
     JOIN credential c ON c.id = s.id AND c.password_hash IS NOT NULL
     WHERE p.position = ? AND s.employment <> 'left' AND s.login IS NOT NULL`,
  );
  const addDepartment = db.prepare<[string]>('INSERT INTO department (name) VALUES (?)');
  const addStaff = db.prepare<[string, number, string | null]>(
    "INSERT INTO staff (name, department_id, employment, login) VALUES (?, ?, 'active', ?)",
  );
  const changeStaff = db.prepare<[string, number, string, string | null, number]>(
    'UPDATE staff SET name = ?, department_id = ?, employment = ?, login = ? WHERE id = ?',
  );
  const addPosition = db.prepare<[number, string]>('INSERT INTO staff_position (staff_id, position) VALUES (?, ?)');
  const dropPosition = db.prepare<[number, string]>('DELETE FROM staff_position WHERE staff_id = ? AND position = ?');
  const addCharge = db.prepare<[number, number]>('INSERT INTO staff_charge (staff_id, department_id) VALUES (?, ?)');
  const dropCharge = db.prepare<[number, number]>('DELETE FROM staff_charge WHERE staff_id = ? AND department_id = ?');
  const addCredential = db.prepare<[number]>('INSERT INTO credential (id) VALUES (?) ON CONFLICT DO NOTHING');
  const setPassword = db.prepare<[string, number]>('UPDATE credential SET password_hash = ? WHERE id = ?');
  const setPin = db.prepare<[string, number]>('UPDATE credential SET pin_hash = ? WHERE id = ?');
  const grant = db.prepare<[string, string]>(
    'INSERT INTO permission (position, permission) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  const revoke = db.prepare<[string, string]>('DELETE FROM permission WHERE position = ? AND permission = ?');

  const positionsOf = (id: number) => positions.all(id).map((row) => row.position);
  const chargesOf = (id: number) => charges.all(id).map((row) => row.id);
  return {
    person: (id: number) => byId.get(id),
    personByLogin: (login: string) => byLogin.get(login),
    staff: (): StaffRow[] =>
      all.all().map(({ login, ...row }) => ({
        ...row,
        ...(login === null ? {} : { login }),
        hasPassword: row.hasPassword === 1,
        hasPin: row.hasPin === 1,
        positions: positionsOf(row.id),
        inChargeOf: chargesOf(row.id),
      })),
    positionsOf,
    chargesOf,
    credential: (id: number) => credential.get(id),
    allows: (id: number, permission: Permission) => allows.get(id, permission) !== undefined,
    permissionsOf: (id: number) => permissionsOf.all(id).map((row) => row.permission),
    permissions: () => permissions.all(),
    departments: () => departments.all(),
    /** How many hold the position and can sign in. */
    holdersOf: (position: Position) => holders.get(position)?.n ?? 0,
    addDepartment: (name: string) => Number(addDepartment.run(name).lastInsertRowid),
    addStaff: (name: string, departmentId: number, login?: string) =>
      Number(addStaff.run(name, departmentId, login ?? null).lastInsertRowid),
    changeStaff: (id: number, name: string, departmentId: number, employment: Employment, login?: string) =>
      void changeStaff.run(name, departmentId, employment, login ?? null, id),
    /** Writes the difference only, so that the journal tells what changed. */
    setPositions: (id: number, wanted: readonly Position[]) => {
      const held = positionsOf(id);
      for (const p of held) if (!wanted.includes(p)) dropPosition.run(id, p);
      for (const p of new Set(wanted)) if (!held.includes(p)) addPosition.run(id, p);
    },
    setCharges: (id: number, wanted: readonly number[]) => {
      const held = chargesOf(id);
      for (const d of held) if (!wanted.includes(d)) dropCharge.run(id, d);
      for (const d of new Set(wanted)) if (!held.includes(d)) addCharge.run(id, d);
    },
    setSecrets: (id: number, secrets: { passwordHash?: string; pinHash?: string }) => {
      addCredential.run(id);
      if (secrets.passwordHash) setPassword.run(secrets.passwordHash, id);
      if (secrets.pinHash) setPin.run(secrets.pinHash, id);
    },
    grant: (position: Position, permission: Permission) => void grant.run(position, permission),
    revoke: (position: Position, permission: Permission) => void revoke.run(position, permission),
  };
}
