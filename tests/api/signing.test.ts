import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  outcomeOf,
  PASSWORD,
  type People,
  PIN,
  PLACE,
  registerProject,
  signIn,
  tickAll,
} from './office';

let office: Office;
let people: People;
let projectId: number;
let dossierId: number;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  ({ projectId } = await registerProject(office, people));
  dossierId = await compileSample(office, projectId);
});
afterEach(() => office.close());

const signatures = () => office.ledger.db.prepare<[], { n: number }>('SELECT count(*) AS n FROM signature').get()?.n;
const revision = async () => (await office.call('dossier.show', { id: dossierId })).revision;
const giveToB = async (signature: string) =>
  office.reply('handover.give', { dossierId, kind: 'aToB', revision: await revision(), signature });
const engage = (name: string, login: string, positions: string[], secrets: object = { password: PASSWORD, pin: PIN }) =>
  office.call('people.engage', { name, departmentId: 1, login, positions, ...secrets } as never);
const asAdmin = async <T>(act: () => Promise<T>): Promise<T> => {
  await signIn(office, LOGINS.admin);
  return act();
};
/** All that a person's row needs besides what changes. */
const change = (id: number, name: string, login: string, rest: object) =>
  office.call('people.change', {
    id,
    name,
    departmentId: 1,
    login,
    positions: ['projectManager'],
    employment: 'active',
    ...rest,
  } as never);

describe('a signature is the signer’s own', () => {
  test('a PIN wrong five times makes its person wait, nothing is signed, and then the right one signs', async () => {
    for (let i = 0; i < 5; i++) expect(outcomeOf(await giveToB('999999'))).toBe('wrongSecret');
    const sixth = await giveToB(PIN);
    expect(sixth).toMatchObject({
      error: { code: 'busy', reason: 'waitAfterFailures', details: { seconds: 1, field: 'signature' } },
    });
    expect(signatures()).toBe(0);
    expect(await office.call('dossier.show', { id: dossierId })).toMatchObject({ state: 'collecting', holder: 'a' });
    office.at('2026-03-02T09:00:10+08:00');
    expect(outcomeOf(await giveToB(PIN))).toBe('done');
    expect(signatures()).toBe(1);
  });

  test('guesses sent at once do not slip past', async () => {
    const now = await revision();
    const guesses = Array.from({ length: 20 }, (_, i) =>
      office.reply('handover.give', { dossierId, kind: 'aToB', revision: now, signature: `99999${i}` }),
    );
    const reasons = (await Promise.all(guesses)).map(outcomeOf);
    expect(reasons.filter((reason) => reason === 'wrongSecret')).toHaveLength(5);
    expect(reasons.filter((reason) => reason === 'waitAfterFailures')).toHaveLength(15);
    expect(outcomeOf(await giveToB(PIN))).toBe('waitAfterFailures');
  });

  test('the same act sent twice at once happens once', async () => {
    const now = await revision();
    const both = await Promise.all(
      [1, 2].map(() => office.reply('handover.give', { dossierId, kind: 'aToB', revision: now, signature: PIN })),
    );
    expect(both.map(outcomeOf).sort()).toEqual(['done', 'handoverUnderway']);
    expect(signatures()).toBe(1);
  });

  test('another person’s PIN is not enough, a password is', async () => {
    await asAdmin(() => office.call('people.signOut', {}));
    await office.call('people.signIn', { login: LOGINS.a, password: PASSWORD });
    await office.call('people.changeOwnSecret', { currentPassword: PASSWORD, pin: '415926' });
    expect(outcomeOf(await giveToB(PIN))).toBe('wrongSecret');
    expect(outcomeOf(await giveToB(PASSWORD))).toBe('done');
  });

  test('a manager exchanged while the PIN is being checked does not sign for the new one', async () => {
    const other = await asAdmin(() => engage('周牧', 'zhoumu', ['projectManager']));
    await signIn(office, LOGINS.a);
    const now = await revision();
    const given = office.reply('handover.give', { dossierId, kind: 'aToB', revision: now, signature: PIN });
    const project = await office.call('project.show', { id: projectId });
    const { id, clientId, name, businessType, contractNo, amountFen } = project;
    await office.call('project.correct', {
      id,
      clientId,
      name,
      businessType,
      contractNo,
      amountFen,
      aManagerId: other.id,
      bManagerId: people.b,
      disbursedOn: '2026-03-02',
    });
    expect(outcomeOf(await given)).toBe('notThisStep');
    expect(signatures()).toBe(0);
  });
});

describe('who cannot sign', () => {
  test('someone who has left', async () => {
    const { id } = await asAdmin(() => engage('走的人', 'zouderen', ['projectManager']));
    await signIn(office, LOGINS.a);
    const { clientId } = await office.call('project.show', { id: projectId });
    const made = await office.call('project.register', {
      clientId,
      name: '过桥贷款',
      businessType: 'loan',
      contractNo: '鸿借〔2026〕777号',
      amountFen: 1,
      aManagerId: id,
      bManagerId: people.b,
    });
    const { id: executive } = await asAdmin(() => engage('许寄北', 'xujibei', ['generalManager']));
    const agreed = { staffId: id, signerId: executive, reason: '急病', signature: PIN };
    await office.call('staffHandover.except', agreed);
    await change(id, '走的人', 'zouderen', { employment: 'left' });
    await signIn(office, LOGINS.archivist);
    const dossier = await office.call('dossier.open', { projectId: made.id, title: '过桥贷款', year: 2026 });
    const { revision: at } = await office.call('dossier.compile', {
      id: dossier.id,
      revision: 0,
      items: [{ part: 'approval', title: '申请书', pages: 1 }],
    });
    const give = await office.reply('handover.give', {
      dossierId: dossier.id,
      kind: 'aToB',
      revision: at,
      signature: PIN,
    });
    expect(give).toMatchObject({
      error: { code: 'notAllowed', reason: 'signerHasLeft', details: { name: '走的人', field: 'signature' } },
    });
    expect(signatures()).toBe(0);
  });

  test('nobody leaves whose signature is still needed: A not before the archive has taken the papers', async () => {
    const {
      dossierId: _,
      client: __,
      aManager: ___,
      bManager: ____,
      ...its
    } = await office.call('project.show', {
      id: projectId,
    });
    await office.call('project.correct', { ...its, endedOn: '2026-03-02' });
    const toArchive = await bringToArchive(office, dossierId);
    const leave = () =>
      office.reply('people.change', {
        id: people.a,
        name: '顾行简',
        departmentId: 1,
        login: LOGINS.a,
        positions: ['projectManager'],
        employment: 'left',
      });
    expect(await asAdmin(leave)).toMatchObject({
      error: { reason: 'stillHolds', details: { held: 'client:1 projectA:1' } },
    });
    await signIn(office, LOGINS.archivist);
    await tickAll(office, toArchive);
    await office.call('handover.acceptAtArchive', {
      id: toArchive,
      place: PLACE,
      signatures: { a: PIN, b: PIN, archivist: PIN },
    });
    expect(await asAdmin(leave)).toMatchObject({ error: { details: { held: 'client:1' } } });
  });

  test('someone marked as left while the PIN is being checked', async () => {
    const toArchive = await bringToArchive(office, dossierId);
    await office.reply('people.signIn', { login: LOGINS.admin, password: PASSWORD }, 2);
    await signIn(office, LOGINS.archivist);
    await tickAll(office, toArchive);
    const accepted = office.reply('handover.acceptAtArchive', {
      id: toArchive,
      place: PLACE,
      signatures: { a: PIN, b: PIN, archivist: PIN },
    });
    const left = {
      id: people.archivist,
      name: '沈砚秋',
      departmentId: 1,
      login: LOGINS.archivist,
      positions: ['archivist'],
      employment: 'left',
    };
    expect(await office.outcome('people.change', left, 2)).toBe('done');
    expect(outcomeOf(await accepted)).toBe('signerHasLeft');
    expect(await office.reply('dossier.show', { id: dossierId }, 2)).toMatchObject({ error: { code: 'notAllowed' } });
    expect(office.ledger.db.prepare('SELECT count(*) AS n FROM archive_number').get()).toEqual({ n: 0 });
  });

  test('someone without password and PIN', async () => {
    const { id } = await asAdmin(() => engage('没有密码', 'meiyou', ['projectManager'], {}));
    await signIn(office, LOGINS.a);
    const project = await office.call('project.show', { id: projectId });
    const { clientId, name, businessType, contractNo, amountFen } = project;
    await office.call('project.correct', {
      id: projectId,
      clientId,
      name,
      businessType,
      contractNo,
      amountFen,
      aManagerId: id,
      bManagerId: people.b,
      disbursedOn: '2026-03-02',
    });
    expect(await giveToB(PIN)).toMatchObject({
      error: { code: 'conflict', reason: 'signerHasNoSecret', details: { name: '没有密码' } },
    });
  });

  test('one person as A and B', async () => {
    const { clientId } = await office.call('project.show', { id: projectId });
    const reply = await office.reply('project.register', {
      clientId,
      name: '自己给自己',
      businessType: 'loan',
      contractNo: '鸿借〔2026〕778号',
      amountFen: 1,
      aManagerId: people.a,
      bManagerId: people.a,
    });
    expect(reply).toMatchObject({ error: { code: 'invalid', reason: 'sameManagers' } });
    expect(() =>
      office.app.journal.commit(
        { at: '2026-03-02T02:00:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined },
        'test',
        {},
        () => office.ledger.db.prepare('UPDATE project SET b_manager_id = a_manager_id').run(),
      ),
    ).toThrow(/CHECK/);
  });

  test('an archivist who is A or B of the same project', async () => {
    await asAdmin(() => change(people.b, '罗书意', LOGINS.b, { positions: ['projectManager', 'archivist'] }));
    const toArchive = await bringToArchive(office, dossierId);
    await signIn(office, LOGINS.b);
    const found = await office.reply('handover.check', { id: toArchive, found: [{ itemId: 1, pagesFound: 1 }] });
    expect(found).toMatchObject({ error: { code: 'notAllowed', reason: 'archivistIsManager' } });
    const accept = { id: toArchive, place: PLACE, signatures: { a: PIN, b: PIN, archivist: PIN } };
    expect(await office.outcome('handover.acceptAtArchive', accept)).toBe('archivistIsManager');
  });

  test('an archivist who lost the position, whether signed in before or after', async () => {
    const toArchive = await bringToArchive(office, dossierId);
    await signIn(office, LOGINS.archivist);
    await tickAll(office, toArchive);
    await office.reply('people.signIn', { login: LOGINS.admin, password: PASSWORD }, 2);
    const demoted = {
      id: people.archivist,
      name: '沈砚秋',
      departmentId: 1,
      login: LOGINS.archivist,
      positions: ['projectManager'],
      employment: 'active',
    };
    const accept = { id: toArchive, place: PLACE, signatures: { a: PIN, b: PIN, archivist: PIN } };
    const accepted = office.reply('handover.acceptAtArchive', accept);
    expect(await office.outcome('people.change', demoted, 2)).toBe('done');
    expect(outcomeOf(await accepted)).toBe('onlyArchivistChecks');
    expect(await office.outcome('handover.acceptAtArchive', accept)).toBe('notAllowed');
    const { revision: at } = await office.call('dossier.show', { id: dossierId });
    expect(await office.outcome('dossier.compile', { id: dossierId, revision: at, items: [] })).not.toBe('done');
  });
});

describe('strangers to a handover', () => {
  test('neither check, send back nor accept it', async () => {
    await asAdmin(() => engage('周牧', 'zhoumu', ['projectManager']));
    await signIn(office, LOGINS.a);
    const given = await giveToB(PIN);
    const id = given.ok ? (given.data as { id: number }).id : 0;
    for (const login of ['zhoumu', LOGINS.a, LOGINS.archivist]) {
      await signIn(office, login);
      const { items } = await office.call('handover.show', { id });
      const found = items.map((item) => ({ itemId: item.id, pagesFound: item.pages }));
      expect(await office.outcome('handover.check', { id, found })).toBe('onlyBChecks');
      expect(await office.outcome('handover.sendBack', { id, reason: '不行', signature: PIN })).toBe('onlyBChecks');
      expect(await office.outcome('handover.acceptAtB', { id, signature: PIN })).toBe('onlyBChecks');
    }
    expect(await office.call('handover.show', { id })).toMatchObject({ state: 'given', checkedCount: 0 });
  });

  test('do not tick items of another handover under the name of their own', async () => {
    await giveToB(PIN);
    const second = await registerProject(office, people, 2);
    const other = await compileSample(office, second.projectId);
    const { revision: at } = await office.call('dossier.show', { id: other });
    const given = await office.call('handover.give', { dossierId: other, kind: 'aToB', revision: at, signature: PIN });
    await signIn(office, LOGINS.b);
    expect(await office.outcome('handover.check', { id: given.id, found: [{ itemId: 1, pagesFound: 1 }] })).toBe(
      'noSuchItem',
    );
  });
});
