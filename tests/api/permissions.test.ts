import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEFAULT_PERMISSIONS } from '../../electron/features/people/people.rules';
import type { Access } from '../../shared/api/contract';
import { methods } from '../../shared/api/index';
import { POSITIONS, type Position } from '../../shared/api/people.contract';
import { randomFrom, validInput } from './made-inputs';
import {
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  registerProject,
  signIn,
} from './office';

/** S5: every method × every position × signed in, locked, nobody. Made from the contract, so that a new method is in it. */
const NAMES = [...methods.keys()];
const ANSWERED_WHEN_LOCKED = [
  'people.me',
  'people.unlock',
  'people.signIn',
  'people.signOut',
  'people.lock',
  'company.start',
];
/** No method takes it: whoever may call is told that it is invalid, and nothing happens. */
const STRANGE = { nobodyTakesThis: true };

let office: Office;
const windowOf = (position: Position) => 100 + POSITIONS.indexOf(position);
const LOCKED = 50;
const loginOf = (position: Position) => `just-${position}`;

const accessOf = (name: string): Access => methods.get(name)?.access ?? 'anyone';
const isAllowed = (position: Position, access: Access) =>
  access === 'anyone' || access === 'signedIn' || DEFAULT_PERMISSIONS[position].includes(access);
const codeOf = async (name: string, windowId: number, input: unknown = STRANGE) => {
  const reply = await office.reply(name, input, windowId);
  return reply.ok ? 'answered' : reply.error.code;
};
const rows = () => office.ledger.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM change').get()?.n;

beforeAll(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  await bringToArchive(office, await compileSample(office, projectId));
  await signIn(office, LOGINS.admin);
  for (const position of POSITIONS)
    await office.call('people.engage', {
      name: position,
      departmentId: 1,
      login: loginOf(position),
      positions: [position],
      password: PASSWORD,
    });
  for (const position of POSITIONS)
    for (const windowId of [windowOf(position), windowOf(position) + LOCKED]) {
      const reply = await office.reply('people.signIn', { login: loginOf(position), password: PASSWORD }, windowId);
      expect(reply.ok).toBe(true);
    }
  for (const position of POSITIONS) await office.reply('people.lock', {}, windowOf(position) + LOCKED);
});
afterAll(() => office.close());

describe.each(POSITIONS)('%s', (position) => {
  test('is answered what the table allows and refused everything else', async () => {
    const wrong: string[] = [];
    for (const name of NAMES) {
      const expected = isAllowed(position, accessOf(name)) ? 'invalid' : 'notAllowed';
      const code = await codeOf(name, windowOf(position));
      if (code !== expected) wrong.push(`${name}: ${code} instead of ${expected}`);
    }
    expect(wrong).toEqual([]);
  });

  test('is refused with a proper input too, and no row changes', async () => {
    const random = randomFrom(POSITIONS.indexOf(position));
    const before = rows();
    for (const name of NAMES.filter((its) => !isAllowed(position, accessOf(its)))) {
      const input = validInput(methods.get(name)?.input as never, random);
      expect([name, await codeOf(name, windowOf(position), input)]).toEqual([name, 'notAllowed']);
    }
    expect(rows()).toBe(before);
  });

  test('is answered nothing at a locked window but how to open it', async () => {
    const answered: string[] = [];
    for (const name of NAMES) if ((await codeOf(name, windowOf(position) + LOCKED)) !== 'locked') answered.push(name);
    expect(answered.sort()).toEqual([...ANSWERED_WHEN_LOCKED].sort());
  });
});

test('whoever is not signed in is answered only how to begin', async () => {
  const answered: string[] = [];
  for (const name of NAMES) {
    const code = await codeOf(name, 999);
    if (code !== 'notSignedIn') answered.push(name);
    else expect(await codeOf(name, 999, validInput(methods.get(name)?.input as never, randomFrom(1)))).toBe(code);
  }
  const beforeThereIsAnOffice = NAMES.filter((name) => name.startsWith('rescue.'));
  expect(answered.sort()).toEqual(
    [...ANSWERED_WHEN_LOCKED, 'company.found', 'company.foundDemonstration', ...beforeThereIsAnOffice].sort(),
  );
  // And these not at all any more, now that there is one.
  for (const name of beforeThereIsAnOffice) {
    const reply = await office.reply(name, validInput(methods.get(name)?.input as never, randomFrom(1)), 999);
    expect([name, reply]).toMatchObject([name, { ok: false, error: { reason: 'companyExists' } }]);
  }
});

test('each refusal of a permission is in the journal with who and what', async () => {
  const { db } = office.ledger;
  await codeOf('people.engage', windowOf('employee'));
  const last = db
    .prepare<[], { action: string; input: string; name: string }>(
      'SELECT e.action, e.input, s.name FROM event e JOIN staff s ON s.id = e.actor_id ORDER BY e.seq DESC LIMIT 1',
    )
    .get();
  expect(last).toEqual({ action: 'permission.refused', input: '{"method":"people.engage"}', name: 'employee' });
});

test('the matrix would notice a method that is open to everybody by mistake', async () => {
  // A granted permission makes the window's answers differ from the default table: the comparison above can fail.
  await office.call('people.allow', { position: 'employee', permission: 'audit.read', allowed: true });
  expect(await codeOf('audit.list', windowOf('employee'))).toBe('invalid');
  await office.call('people.allow', { position: 'employee', permission: 'audit.read', allowed: false });
  expect(await codeOf('audit.list', windowOf('employee'))).toBe('notAllowed');
});

describe('what is read beside the table', () => {
  test('the history of a record needs the permission to read the record', async () => {
    const history = (position: Position, table: string) =>
      codeOf('audit.history', windowOf(position), { table, id: 1 });
    for (const table of ['dossier', 'handover', 'client', 'project', 'staff'])
      expect([table, await history('employee', table)]).toEqual([table, 'notAllowed']);
    for (const table of ['title', 'title_slip', 'title_handover', 'stocktake', 'safe']) {
      expect([table, await history('employee', table)]).toEqual([table, 'notAllowed']);
      expect([table, await history('titleCustodian', table)]).toEqual([table, 'answered']);
    }
    expect(await history('titleCustodian', 'dossier')).toBe('answered');
    expect(await history('titleCustodian', 'client')).toBe('notAllowed');
    expect(await history('customerRelationsManager', 'client')).toBe('answered');
    expect(await history('systemAdmin', 'staff')).toBe('answered');
    expect(await history('chairman', 'staff')).toBe('answered');
  });

  test('search shows each person only what he or she may open', async () => {
    const kinds = async (position: Position) => {
      const reply = await office.reply('search.find', { text: '青禾' }, windowOf(position));
      return reply.ok ? (reply.data as { kind: string }[]).map((group) => group.kind).sort() : [];
    };
    expect(await kinds('employee')).toEqual([]);
    expect(await kinds('customerRelationsManager')).toContain('client');
    expect(await kinds('archivist')).toContain('client');
    expect(await kinds('titleCustodian')).not.toContain('client');
  });

  test('the desk of someone who may not read the ledger shows no one else’s papers', async () => {
    const reply = await office.reply('desk.show', {}, windowOf('employee'));
    expect(reply).toMatchObject({ ok: true, data: { mine: [], others: [] } });
  });
});
