import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { verdictOf } from '../db/verdict';
import {
  appraise,
  CHAIRMAN,
  type DisposalPeople,
  decided,
  destroy,
  ENDED,
  engageDeciders,
  handOut,
  listForDestruction,
  MANAGER,
  RECEIVER,
  SECOND_ARCHIVIST,
  shelve,
} from './disposing';
import { pngOf, send } from './files';
import { foundCompany, LOGINS, type Office, openOffice, outcomeOf, PASSWORD, PIN, PLACE, signIn } from './office';

let office: Office;
let people: DisposalPeople;
let dossier: number;

beforeEach(async () => {
  office = openOffice();
  people = await engageDeciders(office, await foundCompany(office));
  dossier = await shelve(office, people, 1, ENDED);
});
afterEach(() => office.close());

const asAdmin = async <T>(act: () => Promise<T>): Promise<T> => {
  await signIn(office, LOGINS.admin);
  return act();
};
const leave = (id: number, name: string, login: string, positions: string[]) =>
  asAdmin(() => office.reply('people.change', { id, name, departmentId: 1, login, positions, employment: 'left' }));
const rowOf = (id: number) => office.ledger.db.prepare('SELECT * FROM dossier WHERE id = ?').get(id);
/** SQL inside a commit of its own, as the program could run it. */
const within = (sql: string) => () =>
  office.app.journal.commit(
    { at: '2026-03-02T02:00:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined },
    'test',
    {},
    () => office.ledger.db.exec(sql),
  );

describe('what falls due for appraisal', () => {
  test('is listed from the day after its retention is over, the longest overdue first', async () => {
    const later = await shelve(office, people, 2, '2014-06-30');
    await shelve(office, people, 3, '2020-01-01');
    await shelve(office, people, 4);
    const due = await office.call('disposal.due', {});
    expect(due).toMatchObject({ total: 2, pages: 4 + 5, toDestroy: 0 });
    expect(due.rows.map(({ id }) => id)).toEqual([dossier, later]);
    expect(due.rows[0]).toMatchObject({ keepUntil: '2022-12-31', endedOn: ENDED, retention: '10年' });
    expect((await office.call('disposal.due', { text: '旧贷款2' })).rows.map(({ id }) => id)).toEqual([later]);
  });

  test('is not due on the last day itself', async () => {
    office.at('2022-12-31T23:00:00+08:00');
    await signIn(office, LOGINS.archivist);
    expect(await office.call('disposal.due', {})).toMatchObject({ total: 0 });
    office.at('2023-01-01T00:10:00+08:00');
    await signIn(office, LOGINS.archivist);
    expect(await office.call('disposal.due', {})).toMatchObject({ total: 1 });
  });
});

describe('an appraisal', () => {
  const submit = (more = {}) =>
    office.reply('disposal.appraise', { reason: '到期', lines: [decided(dossier, more)], signature: PIN });

  test('counts when an executive has approved it: kept on, for ever, or to be destroyed', async () => {
    const second = await shelve(office, people, 2, ENDED);
    const third = await shelve(office, people, 3, ENDED);
    const id = await appraise(office, [
      decided(dossier, { decision: 'keep', years: 10 }),
      decided(second, { decision: 'keepForEver' }),
      decided(third),
    ]);
    const show = await office.call('disposal.show', { id });
    expect(show).toMatchObject({ no: '鉴〔2026〕001号', state: 'approved', leftToDestroy: 1, decidedBy: '温如言' });
    expect(show.signatures.map(({ role, name }) => [role, name])).toEqual([
      ['maker', '沈砚秋'],
      ['approver', '温如言'],
    ]);
    const kept = await office.call('dossier.show', { id: dossier });
    expect(kept).toMatchObject({ keepUntil: '2032-12-31', appraisedOn: '2026-03-02', state: 'received' });
    const forEver = await office.call('dossier.show', { id: second });
    expect([forEver.keepUntil, forEver.retention]).toEqual([undefined, '永久']);
    await signIn(office, LOGINS.archivist);
    expect(await office.call('disposal.due', {})).toMatchObject({ total: 0, toDestroy: 1 });
    expect(verdictOf(office.ledger.db)).toMatchObject({ whole: true });
  });

  test('stays when the end of the business is corrected afterwards', async () => {
    await appraise(office, [decided(dossier, { decision: 'keep', years: 10 })]);
    await signIn(office, LOGINS.archivist);
    const { projectId = 0 } = await office.call('dossier.show', { id: dossier });
    const { id, clientId, name, businessType, contractNo, amountFen, disbursedOn } = await office.call('project.show', {
      id: projectId,
    });
    const same = { id, clientId, name, businessType, contractNo, amountFen, disbursedOn };
    await office.call('project.correct', {
      ...{ ...same, aManagerId: people.a, bManagerId: people.b, endedOn: '2011-11-30' },
    } as never);
    expect(await office.call('dossier.show', { id: dossier })).toMatchObject({
      ...{ endedOn: '2011-11-30', keepUntil: '2032-12-31' },
    });
  });

  test('is refused where the term is not over, not begun, for ever, or has changed meanwhile', async () => {
    const young = await shelve(office, people, 2, '2020-01-01');
    const open = await shelve(office, people, 3);
    const of = (id: number, keepUntil: string) =>
      office.reply('disposal.appraise', { reason: '到期', lines: [decided(id, { keepUntil })], signature: PIN });
    expect(await of(young, '2030-01-01')).toMatchObject({
      error: { code: 'conflict', reason: 'retentionNotOver', details: { day: '2030-01-01' } },
    });
    expect(outcomeOf(await of(open, ''))).toBe('retentionNotBegun');
    expect(outcomeOf(await of(dossier, '2021-12-31'))).toBe('dossierChangedMeanwhile');
    await appraise(office, [decided(dossier, { decision: 'keepForEver' })]);
    await signIn(office, LOGINS.archivist);
    expect(outcomeOf(await of(dossier, ''))).toBe('retentionForEver');
  });

  test('is refused without years, with too few, twice for one dossier, or with a wrong PIN', async () => {
    expect(outcomeOf(await submit({ decision: 'keep' }))).toBe('yearsNeeded');
    expect(outcomeOf(await submit({ decision: 'keep', years: 2 }))).toBe('keptOnTooShort');
    const twice = { reason: '到期', lines: [decided(dossier), decided(dossier)], signature: PIN };
    expect(await office.outcome('disposal.appraise', twice)).toBe('dossierTwice');
    expect(
      await office.outcome('disposal.appraise', { reason: '到期', lines: [decided(dossier)], signature: 'no' }),
    ).toBe('wrongSecret');
    expect(await office.call('disposal.list', {})).toEqual([]);
  });

  test('is not approved by whoever made it, nor by somebody who may not', async () => {
    await asAdmin(() =>
      office.call('people.change', {
        ...{ id: people.manager, name: '温如言', departmentId: 1, login: MANAGER, employment: 'active' },
        positions: ['generalManager', 'archivist'],
      }),
    );
    await signIn(office, MANAGER);
    expect(outcomeOf(await submit())).toBe('done');
    expect(await office.outcome('disposal.approve', { id: 1, signature: PIN })).toBe('approverMadeIt');
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('disposal.approve', { id: 1, signature: PIN })).toBe('notAllowed');
    await signIn(office, CHAIRMAN);
    expect(await office.outcome('disposal.approve', { id: 1, signature: 'wrong' })).toBe('wrongSecret');
    expect(await office.outcome('disposal.approve', { id: 1, signature: PIN })).toBe('done');
    expect(await office.outcome('disposal.approve', { id: 1, signature: PIN })).toBe('listNotWaiting');
  });

  test('that is refused or withdrawn changes no dossier, keeps its number, and the dossier can be listed again', async () => {
    const before = rowOf(dossier);
    await submit();
    expect(outcomeOf(await submit())).toBe('dossierOnList');
    await signIn(office, MANAGER);
    await office.call('disposal.refuse', { id: 1, reason: '再看看', signature: PIN });
    await signIn(office, LOGINS.archivist);
    expect(outcomeOf(await submit())).toBe('done');
    await office.call('disposal.withdraw', { id: 2, reason: '写错了' });
    expect(await office.outcome('disposal.withdraw', { id: 2, reason: '再撤' })).toBe('disposalClosed');
    expect(outcomeOf(await submit())).toBe('done');
    expect((await office.call('disposal.list', {})).map(({ no, state }) => [no, state])).toEqual([
      ['鉴〔2026〕003号', 'submitted'],
      ['鉴〔2026〕002号', 'withdrawn'],
      ['鉴〔2026〕001号', 'refused'],
    ]);
    expect(rowOf(dossier)).toEqual(before);
    expect(verdictOf(office.ledger.db)).toMatchObject({ whole: true });
  });
});

describe('a destruction', () => {
  const PINS = { first: PIN, second: PIN };
  const approved = async () => {
    const id = await listForDestruction(office, people, await appraise(office, [decided(dossier)]));
    await signIn(office, MANAGER);
    await office.call('disposal.approve', { id, signature: PIN });
    await signIn(office, LOGINS.archivist);
    return id;
  };

  test('needs a list, an approver and two witnesses; the row stays for ever and never changes again', async () => {
    const id = await destroy(office, people, dossier);
    const view = await office.call('disposal.show', { id });
    expect(view).toMatchObject({
      ...{ no: '销〔2026〕001号', state: 'done', doneOn: '2026-03-02', decidedBy: '温如言', madeBy: '沈砚秋' },
      ...{ firstWitness: { name: '顾行简' }, secondWitness: { name: '罗书意' }, appraisal: { no: '鉴〔2026〕001号' } },
    });
    expect(view.signatures.map(({ role }) => role)).toEqual(['maker', 'approver', 'firstWitness', 'secondWitness']);
    const gone = await office.call('dossier.show', { id: dossier });
    expect(gone).toMatchObject({ state: 'destroyed', holder: 'nobody', archiveNo: '鸿借字第001号', compilable: false });
    expect(gone.place).toBeUndefined();
    expect(await office.outcome('ledger.place', { id: dossier, ...PLACE })).toBe('notOnShelf');
    expect(await office.outcome('dossier.compile', { id: dossier, revision: gone.revision, items: [] })).toBe(
      'alreadyReceived',
    );
    for (const sql of [
      `UPDATE dossier SET title = '别的' WHERE id = ${dossier}`,
      `UPDATE dossier SET state = 'received' WHERE id = ${dossier}`,
      `DELETE FROM dossier WHERE id = ${dossier}`,
      `UPDATE dossier_item SET pages = 1 WHERE dossier_id = ${dossier}`,
      `DELETE FROM dossier_item WHERE dossier_id = ${dossier}`,
      `UPDATE disposal SET done_on = '2026-03-03' WHERE id = ${id}`,
      `UPDATE disposal_line SET title = '别的'`,
      `DELETE FROM disposal_signature`,
    ])
      expect(within(sql), sql).toThrow(/never|stays|FOREIGN KEY/);
    expect((await office.call('disposal.ofDossier', { dossierId: dossier })).map(({ no }) => no)).toEqual([
      '销〔2026〕001号',
      '鉴〔2026〕001号',
    ]);
    expect(verdictOf(office.ledger.db)).toMatchObject({ whole: true });
  });

  test('no dossier becomes destroyed without a list that was carried out', () => {
    expect(within(`UPDATE dossier SET state = 'destroyed' WHERE id = ${dossier}`)).toThrow(/without a list/);
  });

  test('is listed with two different witnesses who have no other hand in it', async () => {
    const appraisalId = await appraise(office, [decided(dossier)]);
    await signIn(office, LOGINS.archivist);
    const list = ([firstWitnessId, secondWitnessId]: number[]) =>
      office.outcome('disposal.listForDestruction', {
        ...{ appraisalId, reason: '依据', firstWitnessId, secondWitnessId, signature: PIN },
      });
    expect(await list([people.a, people.a])).toBe('witnessTwice');
    expect(await list([people.a, people.archivist])).toBe('witnessInvolved');
    expect(await list([people.manager, people.a])).toBe('witnessInvolved');
    expect(await list([people.a, 999])).toBe('noSuchStaff');
    await leave(people.second, '许知微', SECOND_ARCHIVIST, ['archivist']);
    await signIn(office, LOGINS.archivist);
    expect(await list([people.a, people.second])).toBe('signerHasLeft');
    expect(await list([people.a, people.b])).toBe('done');
  });

  test('is not approved by a witness; then another witness is named', async () => {
    const appraisalId = await appraise(office, [decided(dossier)]);
    await signIn(office, LOGINS.archivist);
    const { id } = await office.call('disposal.listForDestruction', {
      ...{ appraisalId, reason: '依据', firstWitnessId: people.chairman, secondWitnessId: people.b, signature: PIN },
    });
    await signIn(office, CHAIRMAN);
    expect(await office.outcome('disposal.approve', { id, signature: PIN })).toBe('approverIsWitness');
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('disposal.nameWitnesses', { id, firstWitnessId: people.a })).toBe('witnessCount');
    await office.call('disposal.nameWitnesses', { id, firstWitnessId: people.a, secondWitnessId: people.b });
    await signIn(office, CHAIRMAN);
    expect(await office.outcome('disposal.approve', { id, signature: PIN })).toBe('done');
  });

  test('is refused before approval, with another number, a wrong PIN, or by a witness', async () => {
    const id = await listForDestruction(office, people, await appraise(office, [decided(dossier)]));
    await signIn(office, LOGINS.archivist);
    const go = (no = '销〔2026〕001号', signatures = PINS) =>
      office.outcome('disposal.destroy', { id, no, signatures });
    expect(await go()).toBe('disposalNotApproved');
    await signIn(office, MANAGER);
    await office.call('disposal.approve', { id, signature: PIN });
    await signIn(office, LOGINS.archivist);
    expect(await go('销〔2026〕002号')).toBe('otherNumber');
    expect(await go('')).toBe('otherNumber');
    expect(await go(undefined, { first: PIN, second: 'wrong' })).toBe('wrongSecret');
    expect(await office.call('dossier.show', { id: dossier })).toMatchObject({ state: 'received' });
    await office.call('disposal.nameWitnesses', { id, firstWitnessId: people.a, secondWitnessId: people.second });
    await signIn(office, SECOND_ARCHIVIST);
    expect(await go()).toBe('witnessCarriesOut');
    await signIn(office, LOGINS.archivist);
    expect(await go('2026001')).toBe('done');
    expect(await go()).toBe('disposalClosed');
  });

  test('waits while a witness has left, until another is named', async () => {
    await asAdmin(() =>
      office.call('people.change', {
        ...{ id: people.second, name: '许知微', departmentId: 1, login: SECOND_ARCHIVIST, employment: 'active' },
        positions: ['employee'],
      }),
    );
    const id = await approved();
    await office.call('disposal.nameWitnesses', { id, firstWitnessId: people.a, secondWitnessId: people.second });
    await leave(people.second, '许知微', SECOND_ARCHIVIST, ['employee']);
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('disposal.destroy', { id, no: '2026001', signatures: PINS })).toBe('signerHasLeft');
    await office.call('disposal.nameWitnesses', { id, firstWitnessId: people.a, secondWitnessId: people.b });
    expect(await office.outcome('disposal.destroy', { id, no: '2026001', signatures: PINS })).toBe('done');
  });

  test('is refused while a dossier is lent, or when it has changed since', async () => {
    const id = await approved();
    const go = () => office.outcome('disposal.destroy', { id, no: '2026001', signatures: PINS });
    for (const state of ['lent', 'partlyLent']) {
      within(`UPDATE dossier SET state = '${state}' WHERE id = ${dossier}`)();
      expect(await go()).toBe('dossierIsLent');
    }
    within(`UPDATE dossier SET state = 'received', page_count = 99 WHERE id = ${dossier}`)();
    expect(await go()).toBe('dossierChangedMeanwhile');
    within(`UPDATE dossier SET page_count = 4, keep_until = '2031-01-01' WHERE id = ${dossier}`)();
    expect(await go()).toBe('retentionNotOver');
    within(`UPDATE dossier SET keep_until = '2022-12-31' WHERE id = ${dossier}`)();
    expect(await go()).toBe('done');
  });

  test('takes only what its appraisal says, and only the last appraisal counts', async () => {
    const kept = await shelve(office, people, 2, ENDED);
    const lines = [decided(dossier), decided(kept, { decision: 'keep', years: 20 })];
    const first = await appraise(office, lines);
    await signIn(office, LOGINS.archivist);
    const list = (appraisalId: number, dossierIds: number[]) =>
      office.outcome('disposal.listForDestruction', {
        ...{
          appraisalId,
          dossierIds,
          reason: '依据',
          firstWitnessId: people.a,
          secondWitnessId: people.b,
          signature: PIN,
        },
      });
    expect(await list(first, [kept])).toBe('retentionNotOver');
    const second = await appraise(office, [decided(dossier)]);
    await signIn(office, LOGINS.archivist);
    expect(await list(first, [dossier])).toBe('appraisedAnew');
    expect(await list(second, [dossier])).toBe('done');
    expect(await list(second, [dossier])).toBe('dossierOnList');
  });

  test('may take some of what was condemned; the appraisal says which are left for a later list', async () => {
    const other = await shelve(office, people, 2, ENDED);
    const appraisalId = await appraise(office, [decided(dossier), decided(other)]);
    expect((await office.call('disposal.show', { id: appraisalId })).leftDossierIds).toEqual([dossier, other]);
    await signIn(office, LOGINS.archivist);
    const watched = { reason: '依据', firstWitnessId: people.a, secondWitnessId: people.b, signature: PIN };
    const { id } = await office.call('disposal.listForDestruction', { appraisalId, dossierIds: [other], ...watched });
    expect((await office.call('disposal.show', { id })).lines.map(({ dossierId }) => dossierId)).toEqual([other]);
    const left = { leftToDestroy: 1, leftDossierIds: [dossier] };
    expect(await office.call('disposal.show', { id: appraisalId })).toMatchObject(left);
  });

  test('what was refused can be put on another list', async () => {
    const appraisalId = await appraise(office, [decided(dossier)]);
    const first = await listForDestruction(office, people, appraisalId);
    await signIn(office, MANAGER);
    await office.call('disposal.refuse', { id: first, reason: '先留着', signature: PIN });
    expect(await office.call('disposal.show', { id: appraisalId })).toMatchObject({ leftToDestroy: 1 });
    await listForDestruction(office, people, appraisalId);
    expect(await office.call('disposal.show', { id: appraisalId })).toMatchObject({ leftToDestroy: 0 });
  });

  test('the project of a destroyed dossier can still be corrected; the dossier stays as it was', async () => {
    await destroy(office, people, dossier);
    const before = rowOf(dossier);
    const { projectId = 0 } = await office.call('dossier.show', { id: dossier });
    const project = await office.call('project.show', { id: projectId });
    const { id, clientId, name, businessType, contractNo, amountFen, disbursedOn } = project;
    const same = { id, clientId, name, businessType, contractNo, amountFen, disbursedOn };
    expect(
      await office.outcome('project.correct', {
        ...{ ...same, aManagerId: people.a, bManagerId: people.b, endedOn: '2011-01-01' },
      }),
    ).toBe('done');
    expect(rowOf(dossier)).toEqual(before);
  });
});

describe('the scans of a destroyed dossier', () => {
  const scans = async () => (await office.call('attachment.list', { dossierId: dossier })).rows;
  const of = async (id: number) => ({
    listed: (await scans()).length,
    read: await office.outcome('attachment.read', { id, from: 0, length: 10 }),
    printed: await office.outcome('print.form', { form: 'attachment', id }),
  });

  test('are opened and printed by archivists and executives only; everybody else is told that it is destroyed', async () => {
    await signIn(office, LOGINS.archivist);
    expect(await send(office, { kind: 'dossier', id: dossier }, '合同.png', pngOf('contract'))).toMatchObject({
      ok: true,
    });
    const [{ id = 0 } = {}] = await scans();
    await signIn(office, LOGINS.a);
    expect(await of(id)).toEqual({ listed: 1, read: 'done', printed: 'done' });
    await destroy(office, people, dossier);
    for (const login of [LOGINS.archivist, SECOND_ARCHIVIST, MANAGER, CHAIRMAN]) {
      await signIn(office, login);
      expect(await of(id)).toEqual({ listed: 1, read: 'done', printed: 'done' });
    }
    for (const login of [LOGINS.a, LOGINS.b]) {
      await signIn(office, login);
      expect(await of(id)).toEqual({ listed: 0, read: 'scansOfDestroyed', printed: 'scansOfDestroyed' });
      expect(await office.call('attachment.list', { dossierId: dossier })).toMatchObject({
        closedBecause: 'scansOfDestroyed',
      });
    }
    await asAdmin(async () =>
      expect(await office.call('attachment.check', {})).toMatchObject({ files: 1, faultCount: 0 }),
    );
  });
});

describe('a handover to outside', () => {
  test('is approved, signed by archivist and supervisor; the row says to whom it went', async () => {
    const id = await handOut(office, people, dossier);
    expect(await office.call('disposal.show', { id })).toMatchObject({
      ...{ no: '移出〔2026〕001号', state: 'done', receiver: '集团档案馆', firstWitness: { name: '顾行简' } },
    });
    expect(await office.call('dossier.show', { id: dossier })).toMatchObject({
      state: 'transferred',
      holder: 'outside',
    });
    expect((await office.call('disposal.ofDossier', { dossierId: dossier }))[0]).toMatchObject({
      ...{ receiver: '集团档案馆', state: 'done' },
    });
    expect(verdictOf(office.ledger.db)).toMatchObject({ whole: true });
  });

  test('needs no end of the retention, but a dossier on the shelf and a supervisor who is not the archivist', async () => {
    const young = await shelve(office, people, 2);
    const list = (dossierIds: number[], supervisorId: number) =>
      office.outcome('disposal.listForTransfer', {
        ...{ dossierIds, reason: '法院调取', ...RECEIVER, supervisorId, signature: PIN },
      });
    expect(await list([young], people.archivist)).toBe('witnessInvolved');
    expect(await list([young], people.a)).toBe('done');
    expect(await list([young], people.a)).toBe('dossierOnList');
    within(`UPDATE dossier SET state = 'lent' WHERE id = ${dossier}`)();
    expect(await list([dossier], people.a)).toBe('dossierIsLent');
    expect(await office.outcome('disposal.destroy', { id: 1, no: 'x', signatures: { first: PIN, second: PIN } })).toBe(
      'disposalOfOtherKind',
    );
  });

  test('is taken back once, with a reason, to a place; the list stays and may be followed by another', async () => {
    const id = await handOut(office, people, dossier);
    const back = { id, dossierId: dossier, reason: '借用期满退回', place: PLACE };
    expect(await office.outcome('disposal.takeBack', { ...back, dossierId: 99 })).toBe('notHandedOut');
    expect(await office.outcome('disposal.takeBack', back)).toBe('done');
    expect(await office.outcome('disposal.takeBack', back)).toBe('takenBackAlready');
    expect(await office.call('dossier.show', { id: dossier })).toMatchObject({
      ...{ state: 'received', holder: 'archive', place: PLACE },
    });
    const { lines } = await office.call('disposal.show', { id });
    expect(lines[0]?.takenBack).toMatchObject({ on: '2026-03-02', by: '沈砚秋', reason: '借用期满退回' });
    await handOut(office, people, dossier);
    expect(await office.outcome('disposal.takeBack', back)).toBe('takenBackAlready');
    expect(await office.outcome('disposal.takeBack', { ...back, id: 2 })).toBe('done');
  });
});

describe('what waits', () => {
  const lists = async (login: string) => {
    await signIn(office, login);
    return (await office.call('desk.show', {})).lists.map(({ no, what, waitsDays }) => [no, what, waitsDays]);
  };

  test('stands on the desk of whoever must approve, carry out or watch, with how long', async () => {
    const input = { reason: '到期', lines: [decided(dossier)], signature: PIN };
    const { id: appraisalId } = await office.call('disposal.appraise', input);
    office.at('2026-03-05T09:00:00+08:00');
    expect(await lists(MANAGER)).toEqual([['鉴〔2026〕001号', 'approve', 3]]);
    expect(await lists(LOGINS.archivist)).toEqual([]);
    await signIn(office, MANAGER);
    await office.call('disposal.approve', { id: appraisalId, signature: PIN });
    const id = await listForDestruction(office, people, appraisalId);
    expect(await lists(LOGINS.a)).toEqual([]);
    await signIn(office, CHAIRMAN);
    await office.call('disposal.approve', { id, signature: PIN });
    expect(await lists(LOGINS.a)).toEqual([['销〔2026〕001号', 'witness', 0]]);
    expect(await lists(LOGINS.archivist)).toEqual([['销〔2026〕001号', 'carryOut', 0]]);
    expect(await lists(MANAGER)).toEqual([]);
  });

  test('stands on the dossier itself: since when, how many days, and who can answer', async () => {
    const waits = async () => {
      const [last, ...earlier] = await office.call('disposal.ofDossier', { dossierId: dossier });
      expect(earlier.filter((its) => its.waits)).toEqual([]);
      return last?.waits;
    };
    const input = { reason: '到期', lines: [decided(dossier)], signature: PIN };
    const { id: appraisalId } = await office.call('disposal.appraise', input);
    office.at('2026-03-05T09:00:00+08:00');
    await signIn(office, LOGINS.archivist);
    expect(await waits()).toEqual({ since: '2026-03-02', days: 3, names: ['温如言', '陆致远'] });
    await signIn(office, MANAGER);
    await office.call('disposal.approve', { id: appraisalId, signature: PIN });
    expect(await waits()).toBeUndefined();
    const id = await listForDestruction(office, people, appraisalId);
    // Whoever has approved the appraisal may approve the list that follows from it.
    expect(await waits()).toEqual({ since: '2026-03-05', days: 0, names: ['温如言', '陆致远'] });
    await signIn(office, CHAIRMAN);
    await office.call('disposal.approve', { id, signature: PIN });
    office.at('2026-03-08T09:00:00+08:00');
    await signIn(office, LOGINS.archivist);
    expect(await waits()).toEqual({ since: '2026-03-05', days: 3, names: ['顾行简', '罗书意'] });
    await office.call('disposal.withdraw', { id, reason: '暂缓' });
    expect(await waits()).toBeUndefined();
    await office.call('disposal.listForTransfer', {
      ...{ dossierIds: [dossier], reason: '集团统一保管', ...RECEIVER, supervisorId: people.a, signature: PIN },
    });
    office.at('2026-03-11T09:00:00+08:00');
    await signIn(office, LOGINS.archivist);
    expect(await waits()).toEqual({ since: '2026-03-08', days: 3, names: ['温如言', '陆致远'] });
  });

  test('can be read by a witness who may read nothing else', async () => {
    const { id: helper } = await asAdmin(() =>
      office.call('people.engage', {
        ...{ name: '见证', departmentId: 1, login: 'jianzheng', positions: ['employee'], password: PASSWORD, pin: PIN },
      }),
    );
    const id = await listForDestruction(office, people, await appraise(office, [decided(dossier)]));
    await signIn(office, 'jianzheng');
    expect(await office.outcome('disposal.show', { id })).toBe('notAllowed');
    await signIn(office, LOGINS.archivist);
    await office.call('disposal.nameWitnesses', { id, firstWitnessId: people.a, secondWitnessId: helper });
    await signIn(office, 'jianzheng');
    expect(await office.outcome('disposal.show', { id })).toBe('done');
  });
});

test('its number, its receiver and its barcode find a list', async () => {
  const id = await handOut(office, people, dossier);
  for (const text of ['移出〔2026〕001', '集团档案', `AJ-X-${String(id).padStart(6, '0')}`]) {
    const found = await office.call('search.find', { text });
    expect(found.find(({ kind }) => kind === 'disposal')?.hits[0], text).toMatchObject({
      id,
      title: '移出〔2026〕001号',
    });
  }
});
