import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { walkFreedTitles } from '../../electron/features/title/signature-check';
import { createTitleRepo } from '../../electron/features/title/title.repo';
import type { TitleFields } from '../../shared/api/title-fields';
import { bringTitlesBack, lendTitles } from './lend-titles';
import { foundCompany, LOGINS, type Office, openOffice, PIN, registerProject, signIn } from './office';
import { act, CUSTODIAN, MANAGER, officeWithTitles, SAMPLE_TITLES } from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
});
afterEach(() => office.close());

const first = () => its.titles[0] ?? 0;
const where = async (id: number) => (await office.call('title.show', { id })).standings.map(({ place }) => place);
const errand = (more: object = {}) => ({
  ...act(its.people, '办理变更登记', '登记受理通知书'),
  ...{ pieces: [{ titleId: first() }], party: '不动产登记中心', partyStaffId: its.people.a, dueOn: '2026-03-06' },
  ...more,
});

describe('titles in the safe', () => {
  test('six documents in seven pieces lie in a compartment under the number of their project', async () => {
    const { rows, pieces } = await office.call('title.list', {});
    expect(rows).toHaveLength(6);
    expect(pieces).toBe(7);
    expect(rows[0]).toMatchObject({ number: `暂字第00${its.projectId}号` });
    expect(rows[0]?.standings[0]).toMatchObject({ place: 'safe', safe: '一号柜', compartment: '1-1' });
  });

  test('what is lent is out with whom and until when, cannot be lent again, and comes back', async () => {
    const { no, borrowingId } = await lendTitles(office, its.people, [first()]);
    expect(no).toBe('权借〔2026〕001号');
    const [standing] = (await office.call('title.show', { id: first() })).standings;
    expect(standing).toMatchObject({ place: 'lent', party: '顾行简', dueOn: '2026-03-06', borrowingId });
    expect(await office.outcome('titleMove.sendToRegistry', errand())).toBe('titleIsLent');
    const again = { things: [{ kind: 'title', id: first() }], purpose: '查验', way: 'takeAway' };
    expect(await office.outcome('borrowing.submit', again)).toBe('thingIsOut');
    await bringTitlesBack(office, its.people, borrowingId, its.other);
    expect((await office.call('title.show', { id: first() })).standings[0]).toMatchObject({ compartment: '1-2' });
  });

  test('one person never signs for both, and both hold key and combination', async () => {
    expect(await office.outcome('titleMove.sendToRegistry', errand({ secondId: its.people.custodian }))).toBe(
      'oneSignsForBoth',
    );
    expect(await office.outcome('titleMove.sendToRegistry', errand({ secondId: its.people.archivist }))).toBe(
      'noCombinationAmongThem',
    );
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('titleMove.sendToRegistry', errand())).toBe('noKeyAmongThem');
  });

  test('a wrong PIN of the second person writes nothing', async () => {
    const signatures = { operator: PIN, second: '999333' };
    expect(await office.outcome('titleMove.sendToRegistry', errand({ signatures }))).toBe('wrongSecret');
    expect(await where(first())).toEqual(['safe']);
  });

  test('nothing is dated tomorrow, nor before what happened to it last', async () => {
    expect(await office.outcome('titleMove.sendToRegistry', errand({ movedOn: '2026-03-03' }))).toBe('movedTomorrow');
    expect(await office.outcome('titleMove.sendToRegistry', errand({ movedOn: '2026-03-01' }))).toBe('movedBeforeLast');
  });

  test('a quantity of 0 or 2.5 is refused', async () => {
    for (const quantity of [0, 2.5])
      expect(
        await office.outcome('titleMove.sendToRegistry', errand({ pieces: [{ titleId: first(), quantity }] })),
      ).toBe('inputInvalid');
  });

  test('one of two pieces can go, and no more than there are', async () => {
    const titleId = its.titles[5] ?? 0;
    await office.call('titleMove.sendToRegistry', errand({ pieces: [{ titleId, quantity: 1 }] }));
    expect((await where(titleId)).sort()).toEqual(['registration', 'safe']);
    expect(await office.outcome('titleMove.sendToRegistry', errand({ pieces: [{ titleId, quantity: 2 }] }))).toBe(
      'notSoMany',
    );
    const free = { titleIds: [titleId], party: '青禾建材商贸有限公司' };
    await settle();
    expect(await office.outcome('titleMove.release', { ...act(its.people), ...free })).toBe('titleNotWhole');
  });
});

/** The loan is paid back today. */
async function settle(projectId = its.projectId) {
  await signIn(office, LOGINS.archivist);
  const {
    dossierId: _,
    client: __,
    aManager: ___,
    bManager: ____,
    ...fields
  } = await office.call('project.show', {
    id: projectId,
  });
  await office.call('project.correct', { ...fields, endedOn: '2026-03-02' });
  await signIn(office, CUSTODIAN);
}

describe('ways out', () => {
  const free = () => ({ ...act(its.people, '结清退还', '结清证明 2026-17'), titleIds: [first()], party: '林远山' });

  test('a title goes back to its owner once every contract that it secures is settled', async () => {
    expect(await office.outcome('titleMove.release', free())).toBe('titleStillSecures');
    await signIn(office, LOGINS.archivist);
    const second = await registerProject(office, its.people, 2);
    await signIn(office, CUSTODIAN);
    await office.call('titleMove.remortgage', { ...act(its.people), titleIds: [first()], projectId: second.projectId });
    await settle();
    const reply = await office.reply('titleMove.release', free());
    expect(reply).toMatchObject({
      error: { reason: 'titleStillSecures', details: { contracts: '鸿借〔2026〕002号' } },
    });
    await settle(second.projectId);
    expect((await office.call('titleMove.release', free())).no).toBe('权退〔2026〕001号');
    expect(await where(first())).toEqual(['released']);
  });

  test('an executive frees a title from a contract that goes on', async () => {
    await signIn(office, MANAGER);
    const freed = { titleId: first(), projectId: its.projectId, reason: '置换抵押物，见审批单', signature: PIN };
    await office.call('title.endSecurity', freed);
    await signIn(office, CUSTODIAN);
    await office.call('titleMove.release', free());
    expect(await where(first())).toEqual(['released']);
  });

  test('at the registry a certificate is exchanged for a new one, and each names the other', async () => {
    await office.call('titleMove.sendToRegistry', errand());
    const [old] = SAMPLE_TITLES;
    if (!old) throw new Error('no sample');
    const becomes = { ...old, certificateNo: '粤（2026）深圳市不动产权第0000077号' };
    const exchange = { ...act(its.people, '变更登记换证'), titleId: first(), becomes, compartmentId: its.compartment };
    const { titleId } = await office.call('titleMove.exchange', exchange);
    expect(await where(first())).toEqual(['exchanged']);
    expect(await office.call('title.show', { id: titleId })).toMatchObject({
      replaces: { certificateNo: old.certificateNo },
      securities: [{ projectId: its.projectId }],
      standings: [{ place: 'safe' }],
    });
    expect((await office.call('title.show', { id: first() })).replacedBy).toMatchObject({ id: titleId });
  });

  test('the old certificate secures nothing any more: its contracts go on with the new one, until the exchange is reversed', async () => {
    await office.call('titleMove.sendToRegistry', errand());
    const becomes = { ...(SAMPLE_TITLES[0] as TitleFields), certificateNo: '粤（2026）深圳市不动产权第0000077号' };
    const exchange = { ...act(its.people, '换证'), titleId: first(), becomes, compartmentId: its.compartment };
    const { id, titleId } = await office.call('titleMove.exchange', exchange);
    const [old] = (await office.call('title.show', { id: first() })).securities;
    expect(old).toMatchObject({ passedTo: { id: titleId, certificateNo: becomes.certificateNo } });
    expect((await office.call('title.show', { id: titleId })).securities[0]?.passedTo).toBeUndefined();
    await signIn(office, MANAGER);
    const freed = { projectId: its.projectId, reason: '置换抵押物', signature: PIN };
    expect(await office.outcome('title.endSecurity', { titleId: first(), ...freed })).toBe('securesNot');
    await office.call('title.endSecurity', { titleId, ...freed });
    await signIn(office, CUSTODIAN);
    const { basis: _, ...signed } = act(its.people, '换错了');
    await office.call('titleMove.reverse', { ...signed, slipId: id });
    expect((await office.call('title.show', { id: first() })).securities[0]?.passedTo).toBeUndefined();
    expect(await office.outcome('titleMove.release', free())).toBe('titleStillSecures');
  });

  test('a mistake is reversed by a slip that names the one it reverses, once', async () => {
    const { id: slipId } = await office.call('titleMove.sendToRegistry', errand());
    const { basis: _, ...signed } = act(its.people, '登记错了');
    const back = { ...signed, slipId };
    await office.call('titleMove.reverse', back);
    expect(await where(first())).toEqual(['safe']);
    expect(await office.outcome('titleMove.reverse', back)).toBe('alreadyReversed');
    const { life } = await office.call('title.show', { id: first() });
    expect(life.map(({ kind }) => kind)).toEqual(['reversal', 'registrationOut', 'in']);
    expect(life[0]).toMatchObject({ reversesNo: '权登〔2026〕001号', basis: '权登〔2026〕001号' });
  });

  test('the register counts on from what was there', async () => {
    await office.call('titleMove.sendToRegistry', errand());
    const register = await office.call('titleMove.register', { from: '2026-03-01', to: '2026-03-31' });
    expect(register).toMatchObject({ opening: 0, came: 7, went: 1, closing: 6 });
    expect(register.lines.at(-1)).toMatchObject({ slipKind: 'registrationOut', balance: 6 });
  });

  test('a certificate that is here is not taken in twice', async () => {
    await signIn(office, LOGINS.a);
    const [line] = SAMPLE_TITLES;
    if (!line) throw new Error('no sample');
    const again = { ...line, certificateNo: '粤(2021) 深圳市不动产权第００３１８７６号' };
    const given = { projectId: its.projectId, obtainedOn: '2026-03-02', lines: [again], signature: PIN };
    expect(await office.outcome('titleHandover.give', given)).toBe('certificateHere');
  });
});

describe('paper and electronic', () => {
  const certificate = SAMPLE_TITLES[2] as TitleFields;
  const titleId = () => its.titles[2] ?? 0;
  const toElectronic = (more: object = {}) => ({
    ...act(its.people, '登记中心改发电子证明', '电子证照查验记录 2026-11'),
    ...{
      titleId: titleId(),
      becomes: { ...certificate, storage: 'electronic' as const },
      party: '不动产登记中心（注销）',
    },
    ...more,
  });
  const pieces = async () => (await office.call('title.list', {})).pieces;

  test('a paper certificate becomes an electronic one without an errand: it keeps its number and leaves the safe', async () => {
    const { id, no, titleId: electronic } = await office.call('titleMove.exchange', toElectronic());
    expect(no).toBe('权换〔2026〕001号');
    const slip = await office.call('titleMove.slip', { id });
    expect(slip).toMatchObject({ party: '不动产登记中心（注销）', basis: '电子证照查验记录 2026-11' });
    expect(slip.lines).toMatchObject([
      { fromPlace: 'safe', toPlace: 'exchanged' },
      { fromPlace: 'outside', toPlace: 'electronic' },
    ]);
    const now = await office.call('title.show', { id: electronic });
    expect(now).toMatchObject({ certificateNo: certificate.certificateNo, storage: 'electronic' });
    expect(now.securities).toMatchObject([{ projectId: its.projectId }]);
    expect(await office.outcome('titleMove.sendToRegistry', errand({ pieces: [{ titleId: electronic }] }))).toBe(
      'electronicStaysOut',
    );
    const register = await office.call('titleMove.register', { from: '2026-03-01', to: '2026-03-31' });
    expect(register).toMatchObject({ came: 7, went: 1, closing: 6 });
    expect(register.lines.at(-1)).toMatchObject({ slipKind: 'exchange', party: '不动产登记中心（注销）' });
  });

  test('who takes the old paper has to be said, and both who open the safe sign', async () => {
    const reply = await office.reply('titleMove.exchange', toElectronic({ party: '' }));
    expect(reply).toMatchObject({ error: { reason: 'oldNeedsTaker', details: { field: 'party' } } });
    const others = toElectronic({ secondId: its.people.archivist });
    expect(await office.outcome('titleMove.exchange', others)).toBe('noCombinationAmongThem');
    expect(await where(titleId())).toEqual(['safe']);
  });

  test('an electronic one becomes paper again, in the compartment that is named', async () => {
    const { titleId: electronic } = await office.call('titleMove.exchange', toElectronic());
    const before = await pieces();
    const paper = { ...act(its.people, '客户要求纸质证明'), titleId: electronic, becomes: certificate };
    expect(await office.outcome('titleMove.exchange', paper)).toBe('compartmentNeeded');
    const { titleId: again } = await office.call('titleMove.exchange', { ...paper, compartmentId: its.other });
    expect(await where(electronic)).toEqual(['exchanged']);
    const { standings, replaces } = await office.call('title.show', { id: again });
    expect(standings).toMatchObject([{ place: 'safe', compartment: '1-2' }]);
    expect(replaces).toMatchObject({ id: electronic });
    expect(await pieces()).toBe(before + 1);
    expect(await office.outcome('titleMove.sendToRegistry', errand({ pieces: [{ titleId: again }] }))).toBe('done');
  });
});

test('an executive who frees a title signs for it: a changed reason is found by the check of the journal', async () => {
  await signIn(office, MANAGER);
  const freed = { titleId: first(), projectId: its.projectId, reason: '置换抵押物，见审批单', signature: PIN };
  await office.call('title.endSecurity', freed);
  const { db } = office.ledger;
  const row = db.prepare('SELECT name, role FROM title_security_signature').get();
  expect(row).toEqual({ name: '江柏屿', role: 'executive' });
  await signIn(office, LOGINS.admin);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  db.exec('DROP TRIGGER title_security_fixed; DROP TRIGGER journal_title_security_update');
  const write = db.prepare('UPDATE title_security SET ended_because = ? WHERE ended_by IS NOT NULL');
  write.run('领导口头同意');
  const walk = walkFreedTitles(createTitleRepo(db));
  let step = walk.next();
  while (!step.done) step = walk.next();
  expect(step.value, 'the event in which it was signed').toBeGreaterThan(0);
  write.run(freed.reason);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
});

test('the check of the journal walks the slips and lists of titles, too', async () => {
  await office.call('titleMove.sendToRegistry', errand());
  await signIn(office, LOGINS.admin);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  const hash = 'f'.repeat(64);
  office.ledger.db.exec('DROP TRIGGER title_slip_signature_no_update');
  office.ledger.db.exec('DROP TRIGGER journal_title_slip_signature_update');
  office.ledger.db.prepare("UPDATE title_slip_signature SET content_hash = ? WHERE role = 'second'").run(hash);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: false });
});
