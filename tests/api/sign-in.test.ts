import { verify } from '@node-rs/argon2';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Reply } from '../../shared/api/errors';
import { foundCompany, LOGINS, type Office, openOffice, outcomeOf, PASSWORD, type People, PIN, signIn } from './office';

vi.mock('@node-rs/argon2', async (original) => {
  const real = await original<typeof import('@node-rs/argon2')>();
  return { ...real, verify: vi.fn(real.verify) };
});
const verified = vi.mocked(verify);

const NINE = Date.parse('2026-03-02T01:00:00Z');
const WRONG = 'not-the-password';
/** So long the founding may have taken: the clock must not go back over it. */
const FOUNDING = 50;
/** A name that nobody has. */
const NOBODY = 'zhangsan';

let office: Office;
let people: People;
let seconds: number;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  seconds = 0;
  goOn(FOUNDING);
  await office.call('people.signOut', {});
});
afterEach(() => office.close());

/** Turns the clock on; in between it stands. */
const goOn = (by: number) => {
  seconds += by;
  office.stopAt(new Date(NINE + seconds * 1000).toISOString());
};
const tryPassword = (login: string, password = WRONG, windowId = 1) =>
  office.reply('people.signIn', { login, password }, windowId);
const failTimes = async (times: number, login: string) => {
  for (let i = 0; i < times; i++) expect(outcomeOf(await tryPassword(login))).toBe('wrongLogin');
};
const waitOf = (reply: Reply) =>
  !reply.ok && reply.error.reason === 'waitAfterFailures' ? reply.error.details.seconds : 0;
const failures = () =>
  office.ledger.db.prepare<[], { n: number }>("SELECT count(*) AS n FROM event WHERE action = 'secret.wrong'").get()?.n;

describe('passwords and PINs', () => {
  const engage = (password: string, pin?: string) =>
    office.reply('people.engage', {
      name: '新人',
      departmentId: 1,
      login: 'xinrenxinren',
      positions: ['employee'],
      password,
      ...(pin === undefined ? {} : { pin }),
    });
  beforeEach(() => signIn(office, LOGINS.admin));

  test.each([
    ['1234567', 'passwordTooShort'],
    ['短密码七个字吧', 'passwordTooShort'],
    ['𠮷𠮷𠮷𠮷', 'passwordTooShort'],
    ['password', 'passwordTooCommon'],
    ['PASSWORD1', 'passwordTooCommon'],
    ['woaini1314', 'passwordTooCommon'],
    ['12345678', 'passwordTooCommon'],
    ['98765432', 'passwordTooCommon'],
    ['abcdefgh', 'passwordTooCommon'],
    ['88888888', 'passwordTooCommon'],
    ['aaaaaaaaaa', 'passwordTooCommon'],
    ['XinRenXinRen', 'passwordTooCommon'],
  ])('%s is refused: %s', async (password, reason) => {
    expect(outcomeOf(await engage(password))).toBe(reason);
    expect(await office.outcome('people.resetPassword', { id: people.a, password })).toBe(
      password === 'XinRenXinRen' ? 'done' : reason,
    );
    const own = await office.reply('people.changeOwnSecret', { currentPassword: PASSWORD, password });
    expect(outcomeOf(own)).toBe(password === 'XinRenXinRen' ? 'done' : reason);
  });
  test.each(['songfeng-2026', '八个汉字密码可以', '        ok', 'songfeng-'.repeat(22)])(
    '%s is taken',
    async (password) => {
      expect(outcomeOf(await engage(password))).toBe('done');
    },
  );
  test.each([
    ['111111', 'pinTooSimple'],
    ['123456', 'pinTooSimple'],
    ['987654321', 'pinTooSimple'],
    ['12345', 'inputInvalid'],
    ['26030２', 'inputInvalid'],
    ['1234567890123', 'inputInvalid'],
  ])('PIN %s is refused: %s', async (pin, reason) => {
    expect(outcomeOf(await engage(PASSWORD, pin))).toBe(reason);
  });
  test('a PIN neither opens a locked window nor changes the password', async () => {
    await office.call('people.lock', {});
    expect(await office.outcome('people.unlock', { password: PIN })).toBe('wrongSecret');
    await office.call('people.unlock', { password: PASSWORD });
    const change = await office.reply('people.changeOwnSecret', { currentPassword: PIN, password: 'quite-another-1' });
    expect(outcomeOf(change)).toBe('wrongSecret');
  });
  test('a password in the place of the login name does not get into the journal', async () => {
    await office.reply('people.signIn', { login: PASSWORD, password: PASSWORD }, 2);
    const rows = office.ledger.db
      .prepare<[], { text: string }>('SELECT input AS text FROM event UNION ALL SELECT after FROM change')
      .all();
    expect(rows.filter((row) => row.text?.includes(PASSWORD))).toEqual([]);
  });
});

describe.each([
  ['a person', LOGINS.a],
  ['a name that nobody has', NOBODY],
])('after failures of %s', (_, login) => {
  test('four are free, from the fifth on the wait doubles: 1, 2, 4 … s up to 15 minutes', async () => {
    await failTimes(4, login);
    const waits: unknown[] = [];
    for (let i = 0; i < 13; i++) {
      expect(outcomeOf(await tryPassword(login))).toBe('wrongLogin');
      const wait = Number(waitOf(await tryPassword(login)));
      waits.push(wait);
      goOn(wait + 1);
    }
    expect(waits).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900]);
  });
  test('the wait outlives a restart, and the right password does not shorten it', async () => {
    await failTimes(9, login).catch(() => undefined);
    for (let i = 0; i < 5; i++) {
      goOn(64);
      await tryPassword(login);
    }
    const before = Number(waitOf(await tryPassword(login)));
    expect(before).toBeGreaterThan(10);
    office.restart();
    expect(Number(waitOf(await tryPassword(login, PASSWORD)))).toBeGreaterThanOrEqual(before - 1);
  });
  test('guesses sent at once do not slip past', async () => {
    const replies = await Promise.all(Array.from({ length: 30 }, (__, i) => tryPassword(login, `${WRONG}${i}`, i)));
    expect(replies.filter((reply) => outcomeOf(reply) === 'wrongLogin')).toHaveLength(5);
    expect(replies.filter((reply) => outcomeOf(reply) === 'waitAfterFailures')).toHaveLength(25);
    expect(failures()).toBe(5);
  });
  test('a clock set back neither shortens the wait nor makes it endless', async () => {
    await failTimes(5, login);
    for (const wait of [1, 2, 4]) {
      goOn(wait + 1);
      await tryPassword(login);
    }
    expect(waitOf(await tryPassword(login))).toBe(8);
    goOn(-365 * 86_400);
    expect(waitOf(await tryPassword(login))).toBe(8);
    goOn(4);
    expect(Number(waitOf(await tryPassword(login)))).toBeGreaterThan(0);
    goOn(5);
    expect(outcomeOf(await tryPassword(login))).toBe('wrongLogin');
  });
});

describe('known and unknown names cannot be told apart', () => {
  const cost = async (login: string) => {
    verified.mockClear();
    const reply = await tryPassword(login);
    return { verifications: verified.mock.calls.length, reply: JSON.stringify(reply).replaceAll(login, '') };
  };
  test('each costs one verification and is answered alike', async () => {
    await signIn(office, LOGINS.admin);
    const engage = (name: string, login: string, password?: string) =>
      office.call('people.engage', {
        name,
        login,
        departmentId: 1,
        positions: ['employee'],
        ...(password === undefined ? {} : { password }),
      });
    await engage('没有密码', 'meiyoumima');
    const { id } = await engage('离职的人', 'lizhideren', PASSWORD);
    await office.call('people.change', {
      id,
      name: '离职的人',
      departmentId: 1,
      positions: ['employee'],
      login: 'lizhideren',
      employment: 'left',
    });
    const known = await cost(LOGINS.a);
    expect(known.verifications).toBe(1);
    for (const login of [NOBODY, 'meiyoumima', 'lizhideren', LOGINS.a.toUpperCase()])
      expect(await cost(login)).toEqual(known);
    expect(outcomeOf(await tryPassword('lizhideren', PASSWORD))).toBe('wrongLogin');
  });
  test('the cost of a password in use is that of the procedure: 64 MiB and three passes', async () => {
    const { ARGON2 } = await import('../../electron/features/people/credentials');
    expect(ARGON2).toMatchObject({ memoryCost: 65_536, timeCost: 3 });
    const real = openOffice(undefined, ARGON2);
    await foundCompany(real);
    const { hash } =
      real.ledger.db.prepare<[], { hash: string }>('SELECT password_hash AS hash FROM credential').get() ?? {};
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    real.close();
  });
});

describe('who sits at the window', () => {
  beforeEach(() => signIn(office, LOGINS.archivist));
  const me = async () => {
    const reply = await office.reply('people.me');
    return reply.ok ? (reply.data as { staffId: number; locked: boolean } | null) : undefined;
  };

  test('whoever does nothing for five minutes is locked out by main, with or without a timer', async () => {
    goOn(299);
    expect(await office.outcome('desk.show')).toBe('done');
    goOn(2);
    expect(await office.outcome('desk.show')).toBe('locked');
    expect(await me()).toMatchObject({ locked: true });
    expect(office.published).toContainEqual(['session']);
    goOn(-200);
    expect(await office.outcome('desk.show')).toBe('locked');
  });
  test('asking is no sign of life, doing is', async () => {
    for (let i = 0; i < 4; i++) {
      goOn(100);
      await office.reply('desk.show');
    }
    expect(await office.outcome('desk.show')).toBe('locked');
    await office.call('people.unlock', { password: PASSWORD });
    for (let i = 0; i < 4; i++) {
      goOn(200);
      await office.call('client.register', { kind: 'person', name: `客户${i}` });
    }
    expect(await me()).toMatchObject({ locked: false });
  });
  test('a changed idle time counts at once, and a clock set back does not keep the window open', async () => {
    await signIn(office, LOGINS.admin);
    await office.call('company.changeSettings', { name: '鸿远', shortName: '鸿', idleMinutes: 1 });
    goOn(-7200);
    expect(await office.outcome('desk.show')).toBe('done');
    goOn(61);
    expect(await office.outcome('desk.show')).toBe('locked');
  });
  test('a locked window is opened by its own person only; another one takes the seat by signing in', async () => {
    await office.call('people.lock', {});
    const foreign = await office.reply('people.unlock', { password: 'another-password' });
    expect(outcomeOf(foreign)).toBe('wrongSecret');
    await signIn(office, LOGINS.b);
    expect(await me()).toMatchObject({ staffId: people.b, locked: false });
  });
  test('a wrong password typed at a locked window is not laid at the door of the person who is away', async () => {
    await office.call('people.lock', {});
    await tryPassword(LOGINS.b);
    const { actor } = office.ledger.db
      .prepare<[], { actor: number | null }>('SELECT actor_id AS actor FROM event ORDER BY seq DESC LIMIT 1')
      .get() ?? { actor: 0 };
    expect(actor).toBeNull();
  });
  test('a restart signs everybody out', async () => {
    office.restart();
    expect(await me()).toBeNull();
  });

  /** The administrator works at another window. */
  const asAdmin = async (name: string, input: unknown) => {
    await tryPassword(LOGINS.admin, PASSWORD, 2);
    expect(await office.outcome(name, input, 2)).toBe('done');
  };
  const archivistAs = (change: object) =>
    asAdmin('people.change', {
      id: people.archivist,
      name: '沈砚秋',
      departmentId: 1,
      login: LOGINS.archivist,
      positions: ['archivist'],
      employment: 'active',
      ...change,
    });

  test('whoever is marked as left is out at once', async () => {
    await archivistAs({ employment: 'left' });
    for (const name of ['desk.show', 'people.staff', 'ledger.list', 'search.find'])
      expect([name, await office.outcome(name, name === 'search.find' ? { text: '鸿' } : {})]).toEqual([
        name,
        'notSignedIn',
      ]);
    expect(await me()).toBeNull();
    expect(outcomeOf(await tryPassword(LOGINS.archivist, PASSWORD))).toBe('wrongLogin');
  });
  test('a password that was reset signs the person out', async () => {
    await asAdmin('people.resetPassword', { id: people.archivist, password: 'given-by-admin-1' });
    expect(await me()).toBeNull();
  });
  test('a position that was taken away is gone at once', async () => {
    await archivistAs({ positions: ['employee'] });
    expect(await office.outcome('ledger.list')).toBe('notAllowed');
    expect(await me()).toMatchObject({
      positions: ['employee'],
      permissions: ['attachment.add', 'borrowing.ask', 'complaint.read', 'complaint.register'],
    });
  });
});

describe('the last administrator', () => {
  const admin = (change: object) =>
    office.reply('people.change', {
      id: people.admin,
      name: '苏景行',
      departmentId: 1,
      login: LOGINS.admin,
      positions: ['systemAdmin'],
      employment: 'active',
      ...change,
    });
  const { login: _, ...withoutLogin } = { login: undefined, name: '苏景行', departmentId: 1 };
  beforeEach(() => signIn(office, LOGINS.admin));

  test('cannot leave, lose the position, the login or the table of permissions', async () => {
    expect(outcomeOf(await admin({ employment: 'left' }))).toBe('lastAdministrator');
    expect(outcomeOf(await admin({ positions: ['employee'] }))).toBe('lastAdministrator');
    const noLogin = { ...withoutLogin, id: people.admin, positions: ['systemAdmin'], employment: 'active' };
    expect(await office.outcome('people.change', noLogin)).toBe('lastAdministrator');
    const closed = await office.reply('people.allow', {
      position: 'systemAdmin',
      permission: 'permission.manage',
      allowed: false,
    });
    expect(outcomeOf(closed)).toBe('lastAdministrator');
  });
  test('does not count on a second one who cannot sign in', async () => {
    const second = { name: '二号', departmentId: 1, login: 'erhaoerhao', positions: ['systemAdmin'] };
    const { id } = await office.call('people.engage', second as never);
    expect(outcomeOf(await admin({ employment: 'left' }))).toBe('lastAdministrator');
    await office.call('people.resetPassword', { id, password: PASSWORD });
    expect(outcomeOf(await admin({ positions: ['employee'] }))).toBe('done');
  });
});

describe('a company is founded once', () => {
  const found = (to: Office) =>
    to.reply('company.found', {
      name: '另一家公司',
      shortName: '另',
      administrator: { name: '某人', login: 'mouren', password: PASSWORD },
    });
  test('not again, and not by the demonstration', async () => {
    expect(outcomeOf(await found(office))).toBe('companyExists');
    expect(await office.outcome('company.foundDemonstration')).toBe('companyExists');
    await signIn(office, LOGINS.admin);
    expect(await office.outcome('company.foundDemonstration')).toBe('companyExists');
  });
  test('not twice at once', async () => {
    const empty = openOffice();
    const replies = await Promise.all([found(empty), empty.reply('company.foundDemonstration'), found(empty)]);
    expect(replies.map(outcomeOf).sort()).toEqual(['companyExists', 'companyExists', 'done']);
    empty.close();
  });
});
