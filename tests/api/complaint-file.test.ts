import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, type Cast, castCompany, complain, type Role, signInAs, take } from './complaints';
import { pngOf, send } from './files';
import { LOGINS, type Office, openOffice, outcomeOf, signIn } from './office';

let office: Office;
let cast: Cast;
beforeEach(async () => {
  office = openOffice('2026-03-02T09:00:00+08:00');
  cast = await castCompany(office);
});
afterEach(() => office.close());

const show = (id: number) => office.call('complaint.show', { id });
const evidenceOf = (id: number) => ({ kind: 'complaint', id }) as const;
const evidence = (complaintId: number) => office.call('attachment.ofComplaint', { complaintId });
/** Ends a complaint that was not justified. */
async function close(id: number): Promise<void> {
  await take(office, id, 'hr', 'assess', { justified: false, major: false, urgent: false });
  await take(office, id, 'hr', 'explain', { explanation: '经核实，当日及时接待。' });
  await take(office, id, 'hr', 'close', { summary: '不属实' });
}

describe('evidence of a complaint', () => {
  test('is kept with the case, filed with it line by line, and stays to be seen in the dossier', async () => {
    const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId });
    await signInAs(office, 'hr');
    await send(office, evidenceOf(id), '监控截图.png', pngOf('camera'));
    await send(office, evidenceOf(id), '写错了.png', pngOf('wrong'));
    const [kept, wrong] = (await evidence(id)).rows;
    await signIn(office, LOGINS.archivist);
    await office.call('attachment.remove', { id: wrong?.id ?? 0, reason: '不是这件' });
    // Nothing goes away: what was withdrawn stays listed with the reason.
    expect(await evidence(id)).toMatchObject({ rows: [{ name: '监控截图.png' }], removed: [{ reason: '不是这件' }] });
    await close(id);
    expect(await evidence(id)).toMatchObject({ rows: [{ id: kept?.id }], closedBecause: 'evidenceFiled' });
    expect(outcomeOf(await send(office, evidenceOf(id), '晚了.png', pngOf('late')))).toBe('evidenceFiled');
    const { dossierId = 0, no } = await show(id);
    const { items } = await office.call('dossier.show', { id: dossierId });
    expect(items.map(({ title }) => title)).toEqual([
      ...['受理登记', '核实定性', '书面说明', '结案归档', '证据：监控截图.png'],
    ]);
    // The archivist finds it with the dossier.
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('attachment.remove', { id: kept?.id, reason: '晚了' })).toBe('evidenceFiled');
    const { rows } = await office.call('attachment.list', { dossierId });
    expect(rows).toMatchObject([{ name: '监控截图.png', subject: evidenceOf(id) }]);
    expect((await office.call('attachment.read', { id: kept?.id ?? 0, from: 0, length: 9 })).byteLength).toBe(9);
    const paper = await office.call('print.form', { form: 'attachment', id: kept?.id ?? 0 });
    expect(paper).toMatchObject({ attachment: { recordKind: 'complaint', recordId: id, record: no } });
    // A new round may add to it.
    await signInAs(office, 'hr');
    await office.call('complaint.reopen', { id, reason: '客户补充了证据' });
    expect(outcomeOf(await send(office, evidenceOf(id), '补充.png', pngOf('more')))).toBe('done');
    expect((await office.call('audit.history', { table: 'complaint', id })).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['attachment.add', 'attachment.remove', 'complaint.reopen']),
    );
  });

  test('is never added by whoever is complained of, nor seen by whom the case is none of the business', async () => {
    const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId, accused: [cast.quality] });
    await signInAs(office, 'hr');
    await send(office, evidenceOf(id), 'a.png', pngOf('a'));
    const [one] = (await evidence(id)).rows;
    await signInAs(office, 'quality');
    expect(await evidence(id)).toMatchObject({ rows: [{ id: one?.id }], closedBecause: 'complainedOf' });
    expect(outcomeOf(await send(office, evidenceOf(id), 'b.png', pngOf('b')))).toBe('complainedOf');
    await signInAs(office, 'worker');
    expect(await office.outcome('attachment.ofComplaint', { complaintId: id })).toBe('notYourComplaint');
    expect(await office.outcome('attachment.read', { id: one?.id, from: 0, length: 9 })).toBe('notYourComplaint');
    await signInAs(office, 'hr');
    expect(outcomeOf(await send(office, evidenceOf(999), 'a.png', pngOf('a')))).toBe('noSuchComplaint');
    expect(outcomeOf(await send(office, evidenceOf(id), 'a.mp3', new TextEncoder().encode('ID3 sound')))).toBe(
      'attachmentUnknownKind',
    );
  });

  test('may be of two hundred files: each is listed, and each is filed', async () => {
    const id = await complain(office, '服务投诉', { kind: 'other' });
    await signInAs(office, 'hr');
    const file = pngOf('one of many');
    for (let at = 1; at <= 200; at += 1) await send(office, evidenceOf(id), `证据${at}.png`, file);
    expect((await evidence(id)).rows).toHaveLength(200);
    await close(id);
    const { dossierId = 0 } = await show(id);
    expect((await office.call('dossier.show', { id: dossierId })).itemCount).toBe(204);
  });
});

describe('what was spoken and written about a complaint', () => {
  const call = { direction: 'in', channel: 'phone', withWhom: '周女士' } as const;
  const note = (id: number, more: object) => office.reply('complaintFile.note', { id, ...call, said: '催问', ...more });

  test('is noted in the order in which it happened, put right by a later note, and is on the paper of its handling', async () => {
    const id = await complain(office, '服务投诉', { kind: 'other', complainant: '', contact: '' });
    await office.call('complaintFile.note', { id, ...call, said: '说要撤诉' });
    await signInAs(office, 'hr');
    const early = { id, ...call, direction: 'out' as const, channel: 'email' as const, said: '已发函' };
    await office.call('complaintFile.note', { ...early, on: '2026-02-27', time: '16:20', staffId: cast.relations });
    const [, wrong] = (await show(id)).contacts;
    await office.call('complaintFile.note', {
      id,
      ...call,
      said: '没有说要撤诉，只是催问',
      correctsId: wrong?.id ?? 0,
    });
    const { contacts } = await show(id);
    expect(contacts).toMatchObject([
      { on: '2026-02-27', time: '16:20', direction: 'out', staff: '程以安', noter: '方静仪' },
      { on: '2026-03-02', time: '09:00', said: '说要撤诉', correctedById: contacts[2]?.id },
      { said: '没有说要撤诉，只是催问', correctsId: wrong?.id, staff: '方静仪' },
    ]);
    expect(outcomeOf(await note(id, { correctsId: wrong?.id }))).toBe('contactCorrected');
    const paper = await office.call('print.form', { form: 'complaint-handling', id });
    expect(paper).toMatchObject({ complaint: { contacts } });
    // Filed with the rest, and noted after the closing as well.
    await close(id);
    expect(outcomeOf(await note(id, { said: '寄来感谢信', channel: 'letter' }))).toBe('done');
    const { dossierId = 0 } = await show(id);
    const { items } = await office.call('dossier.show', { id: dossierId });
    expect(items.at(-1)?.title).toBe('往来与通话记录');
    await signInAs(office, 'manager');
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('was never in the future, nor by whoever is complained of, nor of another case', async () => {
    const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId, accused: [cast.relations] });
    const other = await complain(office, '服务投诉', { kind: 'other' });
    await signInAs(office, 'hr');
    for (const when of [{ on: '2026-03-03', time: '09:00' }, { time: '09:30' }, { on: '2027-01-01', time: '00:00' }])
      expect(outcomeOf(await note(id, when))).toBe('contactInFuture');
    expect(outcomeOf(await note(id, { on: '2026-03-01' }))).toBe('contactNeedsTime');
    expect(outcomeOf(await note(id, { time: '25:00' }))).toBe('inputInvalid');
    expect(outcomeOf(await note(id, { staffId: cast.relations }))).toBe('complainedOf');
    const { id: noted } = await office.call('complaintFile.note', { id: other, ...call, said: '催问' });
    expect(outcomeOf(await note(id, { correctsId: noted }))).toBe('noSuchContact');
    await signInAs(office, 'relations');
    expect(outcomeOf(await note(id, {}))).toBe('complainedOf');
    await signInAs(office, 'worker');
    expect(outcomeOf(await note(id, {}))).toBe('notYourComplaint');
  });
});

describe('the client of a complaint', () => {
  const permit = async (role: Role, position: 'hrManager' | 'employee') => {
    await signIn(office, ADMIN);
    await office.call('people.allow', { position, permission: 'client.read', allowed: true });
    await signInAs(office, role);
  };
  const registered = async (name: string) => {
    await signIn(office, LOGINS.a);
    return (await office.call('client.register', { kind: 'person', name })).id;
  };

  test('is found out later, and changed: the history keeps both, and the page of the client has the complaint', async () => {
    const [first, second] = [await registered('周女士'), await registered('周桂芳')];
    const id = await complain(office, '服务投诉', { kind: 'other' });
    await permit('hr', 'hrManager');
    await office.call('complaintFile.linkClient', { id, clientId: first });
    await office.call('complaintFile.linkClient', { id, clientId: second });
    expect(await show(id)).toMatchObject({ clientId: second, client: '周桂芳', complainant: '周女士' });
    const linked = (await office.call('audit.history', { table: 'complaint', id })).filter(
      ({ action }) => action === 'complaintFile.linkClient',
    );
    expect(linked).toHaveLength(2);
    expect(JSON.stringify(linked)).toContain('周女士');
    const { seq } = office.app.journal.head();
    await office.call('complaintFile.linkClient', { id, clientId: second });
    expect(office.app.journal.head().seq).toBe(seq + 1);
    expect(await office.call('complaintFile.ofClient', { clientId: first })).toEqual([]);
    expect(await office.call('complaintFile.ofClient', { clientId: second })).toMatchObject([{ id, next: '核实定性' }]);
    await office.call('complaintFile.linkClient', { id, clientId: null });
    expect((await show(id)).clientId).toBeUndefined();
    expect(await office.outcome('complaintFile.linkClient', { id, clientId: 999 })).toBe('noSuchClient');
  });

  test('is named by nobody who may not read clients', async () => {
    const clientId = await registered('周女士');
    const id = await complain(office, '服务投诉', { kind: 'other' });
    await signInAs(office, 'worker');
    expect(await office.outcome('complaintFile.linkClient', { id, clientId })).toBe('notAllowed');
    await expect(complain(office, '服务投诉', { kind: 'other', clientId })).rejects.toThrow('clientsNotRead');
    await permit('clerk', 'employee');
    const linked = await complain(office, '服务投诉', { kind: 'other', clientId });
    expect((await show(linked)).client).toBe('周女士');
  });
});
