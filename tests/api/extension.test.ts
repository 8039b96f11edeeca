import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toEnd } from '../../electron/features/audit/audit.rules';
import { createExtensionRepo } from '../../electron/features/extension/extension.repo';
import { walkExtensions } from '../../electron/features/extension/signature-check';
import type { Position } from '../../shared/api/people.contract';
import {
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  type People,
  PIN,
  registerProject,
  signIn,
  tickAll,
} from './office';

/** Disbursed on Monday 2026-03-02: A owes the papers by Thursday 2026-03-05. */
const LIMIT = '2026-03-05';
const LATER = '2026-03-10';
let office: Office;
let people: People;
let dossierId: number;
let department: number;

const engage = async (
  name: string,
  login: string,
  positions: Position[],
  departmentId: number,
  inChargeOf: number[] = [],
) =>
  (
    await office.call('people.engage', {
      ...{ name, departmentId, login, positions, inChargeOf },
      ...{ password: PASSWORD, pin: PIN },
    })
  ).id;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  department = (await office.call('people.departments', {}))[0]?.id ?? 0;
  const { id: other } = await office.call('people.addDepartment', { name: '业务二部' });
  await engage('许寄北', 'xujibei', ['generalManager'], department);
  await engage('温如言', 'wenruyan', ['deputyManager'], other, [department]);
  await engage('江远', 'jiangyuan', ['deputyManager'], department, [other]);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  dossierId = await compileSample(office, projectId);
});
afterEach(() => office.close());

const ask = (newDueOn = LATER, reason = '客户的印章在外地') =>
  office.call('extension.ask', { dossierId, newDueOn, reason });
const dossier = () => office.call('dossier.show', { id: dossierId });
const grant = async (id: number, login = 'xujibei') => {
  await signIn(office, login);
  await office.call('extension.grant', { id, signature: PIN });
};
const give = async (kind: 'aToB' | 'bToArchive' = 'aToB') => {
  const { revision } = await dossier();
  return (await office.call('handover.give', { dossierId, kind, revision, signature: PIN })).id;
};

describe('a limit that is put off', () => {
  test('counts only once an approver has signed', async () => {
    const { id } = await ask();
    expect(await dossier()).toMatchObject({ aToBDueOn: LIMIT });
    await grant(id);
    expect(await dossier()).toMatchObject({ aToBDueOn: LATER, lateDays: 0 });
    const { rows } = await office.call('extension.ofDossier', { dossierId });
    expect(rows).toMatchObject([
      { state: 'granted', decider: '许寄北', dueOn: LIMIT, newDueOn: LATER, asker: '顾行简', waitingDays: 0 },
    ]);
  });

  test('makes a handover that came after the first limit one in time, and its row says so', async () => {
    const { id } = await ask();
    await grant(id);
    office.at('2026-03-09T10:00:00+08:00');
    await signIn(office, LOGINS.a);
    const toB = await give();
    expect(await office.call('handover.show', { id: toB })).toMatchObject({
      dueOn: LATER,
      extendedFrom: LIMIT,
      lateDays: 0,
    });
  });

  test('does not reach the next step, which has its own limit and its own request', async () => {
    const { id } = await ask();
    await grant(id);
    await signIn(office, LOGINS.a);
    await give();
    // Handed over on Monday 03-02, so B has until Wednesday 03-04.
    expect(await dossier()).toMatchObject({ bToArchiveDueOn: '2026-03-04' });
    await signIn(office, LOGINS.b);
    const second = await ask('2026-03-06', '合同在打印');
    await grant(second.id);
    expect(await dossier()).toMatchObject({ bToArchiveDueOn: '2026-03-06', workingDaysLeft: 4 });
  });

  test('stays put off when the papers come back, when the calendar changes and when the project is corrected', async () => {
    const { id } = await ask();
    await grant(id);
    await signIn(office, LOGINS.a);
    const toB = await give();
    await signIn(office, LOGINS.b);
    await office.call('handover.sendBack', { id: toB, reason: '缺页', signature: PIN });
    expect(await dossier()).toMatchObject({ aToBDueOn: LATER, workingDaysLeft: 6 });
    await signIn(office, LOGINS.archivist);
    await office.call('calendar.mark', { day: '2026-03-04', kind: 'holiday', name: '节' });
    expect(await dossier()).toMatchObject({ aToBDueOn: LATER, workingDaysLeft: 5 });
    const its = await office.call('project.show', { id: 1 });
    const {
      id: projectId,
      clientId,
      name,
      businessType,
      amountFen,
      guarantors,
      aManagerId,
      bManagerId,
      contractNo,
    } = its;
    const fields = { clientId, name, businessType, amountFen, guarantors, aManagerId, bManagerId, contractNo };
    await office.call('project.correct', { id: projectId, ...fields, disbursedOn: '2026-03-01' });
    expect(await dossier()).toMatchObject({ aToBDueOn: LATER });
    // A limit that comes out later anyway stands.
    await office.call('project.correct', { id: projectId, ...fields, disbursedOn: '2026-03-12' });
    expect(await dossier()).toMatchObject({ aToBDueOn: '2026-03-17' });
  });

  test('can be put off once more', async () => {
    await grant((await ask()).id);
    await signIn(office, LOGINS.a);
    const again = await ask('2026-03-20');
    expect((await office.call('extension.ofDossier', { dossierId })).rows[0]).toMatchObject({ dueOn: LATER });
    await grant(again.id);
    office.at('2026-03-20T10:00:00+08:00');
    await signIn(office, LOGINS.a);
    const toB = await give();
    expect(await office.call('handover.show', { id: toB })).toMatchObject({ extendedFrom: LIMIT, dueOn: '2026-03-20' });
  });
});

describe('asking', () => {
  test('is for whoever owes the handover', async () => {
    await signIn(office, LOGINS.b);
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: LATER, reason: '忙' })).toBe('onlyWhoOwesAsks');
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: LATER, reason: '忙' })).toBe('onlyWhoOwesAsks');
    expect(await office.call('extension.ofDossier', { dossierId })).toMatchObject({
      askable: false,
      notAskableBecause: 'onlyWhoOwesAsks',
    });
  });

  test('needs a reason and a day after the limit that has not passed', async () => {
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: LATER, reason: ' ' })).toBe('inputInvalid');
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: LIMIT, reason: '忙' })).toBe(
      'notLaterThanLimit',
    );
    office.at('2026-03-12T10:00:00+08:00');
    await signIn(office, LOGINS.a);
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: LATER, reason: '忙' })).toBe('newLimitIsPast');
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: '2026-03-12', reason: '忙' })).toBe('done');
  });

  test('is said with its working days before it is sent', async () => {
    expect(await office.call('extension.weigh', { dueOn: LIMIT, newDueOn: LATER })).toEqual({
      workingDay: true,
      more: 3,
    });
    expect(await office.call('extension.weigh', { dueOn: LIMIT, newDueOn: '2026-03-08' })).toMatchObject({
      workingDay: false,
    });
  });

  test('is refused twice, without a limit, and where nothing is owed', async () => {
    await ask();
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: LATER, reason: '忙' })).toBe('extensionWaits');
    expect(await office.outcome('extension.ask', { dossierId: 99, newDueOn: LATER, reason: '忙' })).toBe(
      'noSuchDossier',
    );
    const { projectId } = await registerProject(office, people, 2);
    const second = await office.call('dossier.open', { projectId, title: '贷款', year: 2026 });
    const its = await office.call('project.show', { id: projectId });
    const { clientId, name, businessType, amountFen, guarantors, aManagerId, bManagerId, contractNo } = its;
    const fields = { clientId, name, businessType, amountFen, guarantors, aManagerId, bManagerId, contractNo };
    await office.call('project.correct', { id: projectId, ...fields });
    const input = { dossierId: second.id, newDueOn: LATER, reason: '忙' };
    expect(await office.outcome('extension.ask', input)).toBe('noLimitToExtend');
    await bringToArchive(office, dossierId);
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: LATER, reason: '忙' })).toBe('nothingToExtend');
  });

  test('shows since when it waits, and who can answer', async () => {
    await ask();
    office.at('2026-03-05T10:00:00+08:00');
    await signIn(office, LOGINS.b);
    const { rows, total } = await office.call('extension.list', {});
    expect(total).toBe(1);
    expect(rows[0]).toMatchObject({
      waitingDays: 3,
      askedOn: '2026-03-02',
      approvers: ['许寄北', '温如言'],
      decidable: false,
      notDecidableBecause: 'onlyApproversDecide',
      mine: false,
    });
  });

  test('is taken back by the asker alone, and over when the papers go on', async () => {
    const { id } = await ask();
    await signIn(office, LOGINS.b);
    expect(await office.outcome('extension.withdraw', { id })).toBe('onlyAskerWithdraws');
    await signIn(office, LOGINS.a);
    await office.call('extension.withdraw', { id });
    expect(await office.outcome('extension.withdraw', { id })).toBe('extensionClosed');
    const again = await ask();
    await give();
    const { rows } = await office.call('extension.ofDossier', { dossierId });
    expect(rows.map((row) => [row.id, row.state])).toEqual([
      [again.id, 'lapsed'],
      [id, 'withdrawn'],
    ]);
    await signIn(office, 'xujibei');
    expect(await office.outcome('extension.grant', { id: again.id, signature: PIN })).toBe('extensionClosed');
  });
});

describe('deciding', () => {
  test('is for the deputy in charge, not for another one, and never for whoever asked', async () => {
    const { id } = await ask();
    await signIn(office, 'jiangyuan');
    expect(await office.outcome('extension.grant', { id, signature: PIN })).toBe('notInCharge');
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('extension.grant', { id, signature: PIN })).toBe('notAllowed');
    await signIn(office, LOGINS.admin);
    const me = (await office.call('people.staff', {})).find((who) => who.id === people.a);
    if (!me) throw new Error('A');
    const { name, departmentId, login = '' } = me;
    const chairman = { id: me.id, name, departmentId, login, positions: ['chairman', 'projectManager'] as Position[] };
    await office.call('people.change', { ...chairman, employment: 'active' });
    await signIn(office, LOGINS.a);
    expect(await office.outcome('extension.grant', { id, signature: PIN })).toBe('ownRequest');
    await grant(id, 'wenruyan');
    expect(await dossier()).toMatchObject({ aToBDueOn: LATER });
  });

  test('asks for the own PIN, and a wrong one changes nothing', async () => {
    const { id } = await ask();
    await signIn(office, 'xujibei');
    expect(await office.outcome('extension.grant', { id, signature: '000000' })).toBe('wrongSecret');
    expect(await dossier()).toMatchObject({ aToBDueOn: LIMIT });
    expect(await office.outcome('extension.grant', { id: 99, signature: PIN })).toBe('noSuchExtension');
  });

  test('refused, it keeps the reason, and the limit stands', async () => {
    const { id } = await ask();
    await signIn(office, 'xujibei');
    expect(await office.outcome('extension.refuse', { id, reason: '', signature: PIN })).toBe('inputInvalid');
    await office.call('extension.refuse', { id, reason: '资料都在本地', signature: PIN });
    const { rows } = await office.call('extension.ofDossier', { dossierId });
    expect(rows[0]).toMatchObject({ state: 'refused', answer: '资料都在本地', decider: '许寄北' });
    expect(await dossier()).toMatchObject({ aToBDueOn: LIMIT });
    await signIn(office, LOGINS.a);
    expect(await office.outcome('extension.ask', { dossierId, newDueOn: LATER, reason: '再问' })).toBe('done');
  });

  test('leaves a signature that no later write can change unseen', async () => {
    const { id } = await ask();
    await grant(id);
    const { db } = office.ledger;
    for (const sql of [
      "UPDATE extension SET new_due_on = '2026-04-01'",
      "UPDATE extension SET answer = 'x'",
      "UPDATE extension SET state = 'refused', answer = 'x'",
      'DELETE FROM extension',
    ])
      expect(() => db.exec(sql), sql).toThrow(/never changes|never deleted/);
    const walk = () => toEnd(walkExtensions(createExtensionRepo(db)));
    expect(walk()).toBeUndefined();
    db.exec("BEGIN; DROP TRIGGER extension_signed; UPDATE extension SET new_due_on = '2026-04-01'");
    expect(walk()).toBeGreaterThan(0);
    db.exec('ROLLBACK');
  });
});

describe('a list that is taken back before it is accepted', () => {
  const withdraw = (id: number, signature = PIN) =>
    office.outcome('handover.withdraw', { id, reason: '漏了一份合同', signature });

  test('brings the papers back to the giver, stays readable, and is given again under a new number', async () => {
    const toB = await give();
    expect(await withdraw(toB)).toBe('done');
    expect(await dossier()).toMatchObject({ holder: 'a', state: 'collecting', compilable: true, aToBDueOn: LIMIT });
    const list = await office.call('handover.show', { id: toB });
    expect(list).toMatchObject({ state: 'withdrawn', reason: '漏了一份合同', checkable: false });
    expect(list.items).toHaveLength(40);
    expect(list.signatures.map(({ role }) => role)).toEqual(['giver', 'withdrawer']);
    expect((await office.call('handover.show', { id: await give() })).no).toBe('移〔2026〕002号');
    await signIn(office, LOGINS.admin);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('of B goes back to B', async () => {
    const toArchive = await bringToArchive(office, dossierId);
    expect(await withdraw(toArchive)).toBe('done');
    expect(await dossier()).toMatchObject({ holder: 'b', state: 'underReview', bToArchiveDueOn: '2026-03-04' });
  });

  test('is signed by the giver, whoever sits at the window, with a reason', async () => {
    const toB = await give();
    expect(await office.outcome('handover.withdraw', { id: toB, reason: ' ', signature: PIN })).toBe('inputInvalid');
    expect(await withdraw(toB, '000000')).toBe('wrongSecret');
    await signIn(office, LOGINS.b);
    await tickAll(office, toB);
    expect(await withdraw(toB)).toBe('done');
    const { signatures } = await office.call('handover.show', { id: toB });
    expect(signatures.at(-1)).toMatchObject({ name: '顾行简', role: 'withdrawer' });
  });

  test('cannot be taken back once it is accepted, sent back or taken back', async () => {
    const toB = await give();
    await withdraw(toB);
    expect(await withdraw(toB)).toBe('handoverClosed');
    const again = await give();
    await signIn(office, LOGINS.b);
    await tickAll(office, again);
    await office.call('handover.acceptAtB', { id: again, signature: PIN });
    expect(await withdraw(again)).toBe('handoverClosed');
    expect(await office.outcome('handover.sendBack', { id: toB, reason: '迟了', signature: PIN })).toBe(
      'handoverClosed',
    );
  });
});
