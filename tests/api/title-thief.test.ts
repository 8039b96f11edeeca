import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMovementRepo } from '../../electron/features/title/movement.repo';
import { walkSlipSignatures } from '../../electron/features/title/signature-check';
import { createTitleRepo } from '../../electron/features/title/title.repo';
import { certificateKey } from '../../electron/features/title/title.rules';
import { bringTitlesBack, lendTitles } from './lend-titles';
import { foundCompany, LOGINS, type Office, openOffice, PIN, registerProject, signIn } from './office';
import { act, bringTitles, CUSTODIAN, MANAGER, officeWithTitles, registerSafe, SAMPLE_TITLES } from './title-office';

let office: Office;
let its: Awaited<ReturnType<typeof officeWithTitles>>;

beforeEach(async () => {
  office = openOffice();
  its = await officeWithTitles(office, await foundCompany(office));
});
afterEach(() => office.close());

const first = () => its.titles[0] ?? 0;
const cars = () => its.titles[5] ?? 0;
const [deed = SAMPLE_TITLES[1] as (typeof SAMPLE_TITLES)[number]] = SAMPLE_TITLES;
const where = async (id: number) => (await office.call('title.show', { id })).standings.map(({ place }) => place);
const errand = (more: object = {}) => ({
  ...act(its.people, '办理变更登记'),
  ...{ pieces: [{ titleId: first() }], party: '登记中心', partyStaffId: its.people.a, dueOn: '2026-03-06', ...more },
});
const reversal = (slipId: number) => {
  const { basis: _, ...signed } = act(its.people, '登记有误');
  return { ...signed, slipId };
};
const cameBy = async (titleId: number) => (await office.call('title.show', { id: titleId })).life.at(-1)?.id ?? 0;
const release = () => ({ ...act(its.people, '结清退还', '结清证明'), titleIds: [first()], party: '林远山' });
const free = async (titleId: number, projectId = its.projectId) => {
  await signIn(office, MANAGER);
  await office.call('title.endSecurity', { titleId, projectId, reason: '经批准置换抵押物', signature: PIN });
  await signIn(office, CUSTODIAN);
};
/** The end of the business, entered by whoever has that login. */
async function settle(login: string, projectId = its.projectId): Promise<void> {
  await signIn(office, login);
  const shown = await office.call('project.show', { id: projectId });
  const { dossierId: _, client: __, aManager: ___, bManager: ____, ...fields } = shown;
  await office.call('project.correct', { ...fields, endedOn: '2026-03-02' });
  await signIn(office, CUSTODIAN);
}

describe('a reversal is no way out', () => {
  test('taking in is reversed only when an executive has freed every title of it, or its contract is settled', async () => {
    const slipId = await cameBy(first());
    expect(await office.call('titleMove.slip', { id: slipId })).toMatchObject({
      notReversibleBecause: 'reversalFrees',
    });
    expect(await office.outcome('titleMove.reverse', reversal(slipId))).toBe('reversalFrees');
    for (const titleId of its.titles.slice(1)) await free(titleId);
    expect(await office.outcome('titleMove.reverse', reversal(slipId))).toBe('reversalFrees');
    await free(first());
    expect(await office.outcome('titleMove.reverse', reversal(slipId))).toBe('done');
    expect(await where(first())).toEqual([]);
  });

  test('a new certificate does not leave by reversing its exchange while it secures a contract', async () => {
    const becomes = { ...deed, certificateNo: '粤（2026）深圳市不动产权第0000077号' };
    const exchange = { ...act(its.people, '换证'), titleId: first(), becomes, compartmentId: its.compartment };
    const { id, titleId } = await office.call('titleMove.exchange', { ...exchange, party: '登记中心' });
    expect(await office.outcome('titleMove.reverse', reversal(id))).toBe('reversalFrees');
    await free(titleId);
    expect(await office.outcome('titleMove.reverse', reversal(id))).toBe('done');
    expect(await where(first())).toEqual(['safe']);
  });

  test('nobody frees a title from a contract that goes on by reversing its re-mortgage', async () => {
    await signIn(office, LOGINS.archivist);
    const { projectId } = await registerProject(office, its.people, 2);
    await signIn(office, CUSTODIAN);
    const { id } = await office.call('titleMove.remortgage', { ...act(its.people), titleIds: [first()], projectId });
    expect(await office.outcome('titleMove.reverse', reversal(id))).toBe('reversalFrees');
    await settle(LOGINS.a);
    expect(await office.outcome('titleMove.release', release())).toBe('titleStillSecures');
    await free(first(), projectId);
    expect(await office.outcome('titleMove.reverse', reversal(id))).toBe('done');
  });

  test('what has come back is not out again without a borrower and a due day', async () => {
    const { borrowingId } = await lendTitles(office, its.people, [first()]);
    const { id } = await bringTitlesBack(office, its.people, borrowingId);
    expect(await office.outcome('titleMove.reverse', reversal(id))).toBe('cameBackStays');
    expect(await where(first())).toEqual(['safe']);
  });

  test('a certificate that was given back and has come again is not here twice by reversing the release', async () => {
    await settle(LOGINS.a);
    const { id } = await office.call('titleMove.release', release());
    await signIn(office, LOGINS.archivist);
    const { projectId } = await registerProject(office, its.people, 2);
    await bringTitles(office, its.people, projectId, its.other, [deed]);
    expect(await office.outcome('titleMove.reverse', reversal(id))).toBe('certificateHere');
  });
});

describe('a new certificate in an exchange', () => {
  const becomes = { ...deed, certificateNo: '粤（2026）深圳市不动产权第0000077号' };
  beforeEach(async () => {
    const errand = { party: '不动产登记中心', dueOn: '2026-03-05', pieces: [{ titleId: first() }] };
    await office.call('titleMove.sendToRegistry', { ...act(its.people), ...errand });
  });

  test('comes into a safe only before two who hold its key and combination', async () => {
    const exchange = { ...act(its.people, '换证'), titleId: first(), becomes, compartmentId: its.compartment };
    const others = { secondId: its.people.archivist };
    expect(await office.outcome('titleMove.exchange', { ...exchange, ...others })).toBe('noCombinationAmongThem');
    await signIn(office, LOGINS.archivist);
    expect(await office.outcome('titleMove.exchange', { ...exchange, secondId: its.people.a })).toBe('noKeyAmongThem');
  });

  test('comes into no compartment that is out of use, nor into a closed day', async () => {
    const exchange = { ...act(its.people, '换证'), titleId: first(), becomes };
    await office.call('safe.retireCompartment', { compartmentId: its.other, reason: '隔板损坏' });
    expect(await office.outcome('titleMove.exchange', { ...exchange, compartmentId: its.other })).toBe(
      'compartmentRetired',
    );
    const { id: safeId, compartments } = await registerSafe(office, its.people, '二号柜');
    const day = '2026-03-02';
    const { contentHash: seen } = await office.call('safe.balance', { safeId, day });
    const { secondId, signatures } = act(its.people);
    await office.call('safe.closeDay', { safeId, day, seen, secondId, signatures });
    const compartmentId = compartments[0] ?? 0;
    expect(await office.outcome('titleMove.exchange', { ...exchange, compartmentId })).toBe('dayClosed');
  });

  test('is signed with owner, name and kind: a change of any of them is found', async () => {
    const exchange = { ...act(its.people, '换证'), titleId: first(), becomes, compartmentId: its.compartment };
    const { id, titleId } = await office.call('titleMove.exchange', exchange);
    const hashes = async () => (await office.call('titleMove.slip', { id })).signatures.map((one) => one.contentHash);
    expect(new Set(await hashes()).size).toBe(1);
    await signIn(office, LOGINS.admin);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
    office.ledger.db.exec('DROP TRIGGER title_fixed; DROP TRIGGER journal_title_update');
    office.ledger.db.prepare("UPDATE title SET owner = '别人' WHERE id = ?").run(titleId);
    const walk = walkSlipSignatures(createMovementRepo(office.ledger.db), createTitleRepo(office.ledger.db));
    let step = walk.next();
    while (!step.done) step = walk.next();
    expect(step.value).toBeGreaterThan(0);
  });
});

describe('who signs', () => {
  test('whoever entered that the contract is settled does not sign for the release', async () => {
    await settle(LOGINS.archivist);
    await signIn(office, LOGINS.a);
    await signIn(office, CUSTODIAN);
    await office.call('safe.entrust', {
      ...{ safeId: its.safe.id, kind: 'combination', holderId: its.people.archivist, supervisorId: its.people.manager },
      ...{ reason: '轮换', signatures: { giver: PIN, holder: PIN, supervisor: PIN } },
    });
    const reply = await office.reply('titleMove.release', { ...release(), secondId: its.people.archivist });
    expect(reply).toMatchObject({ error: { reason: 'freedByThemselves', details: { name: '沈砚秋' } } });
    await settle(LOGINS.a);
    expect(await office.outcome('titleMove.release', { ...release(), secondId: its.people.archivist })).toBe(
      'freedByThemselves',
    );
  });

  test('whoever freed a title from a contract does not sign for its release', async () => {
    await free(first());
    await office.call('safe.entrust', {
      ...{ safeId: its.safe.id, kind: 'combination', holderId: its.people.manager, supervisorId: its.people.archivist },
      ...{ reason: '轮换', signatures: { giver: PIN, holder: PIN, supervisor: PIN } },
    });
    expect(await office.outcome('titleMove.release', { ...release(), secondId: its.people.manager })).toBe(
      'freedByThemselves',
    );
  });

  test('for an electronic certificate the second is somebody who answers for titles', async () => {
    const electronic = { ...deed, certificateNo: '电子第0001号', storage: 'electronic' as const };
    const [titleId = 0] = await bringTitles(office, its.people, its.projectId, its.compartment, [electronic]);
    await free(titleId);
    const given = { ...release(), titleIds: [titleId] };
    expect(await office.outcome('titleMove.release', { ...given, secondId: its.people.a })).toBe(
      'secondAnswersForNone',
    );
    expect(await office.outcome('titleMove.release', given)).toBe('done');
  });
});

test('a piece that is overdue is not covered by sending the next one with a later day', async () => {
  await office.call('titleMove.sendToRegistry', errand({ pieces: [{ titleId: cars(), quantity: 1 }] }));
  const next = errand({ pieces: [{ titleId: cars(), quantity: 1 }], dueOn: '2026-12-31' });
  expect(await office.outcome('titleMove.sendToRegistry', next)).toBe('partIsOut');
});

test('a number in letters, dots and dashes that look the same is the same certificate', async () => {
  const same = ['粤B·7K2Q9', '粤В·7К2Q9', '粤Ｂ・７ｋ２ｑ９', '粤Β\u2060•7K2Q9\ufe0f', '粤b⋅7k2q9'];
  expect(new Set(same.map(certificateKey))).toEqual(new Set(['粤B·7K2Q9']));
  expect(certificateKey('登记〔2026〕1–2')).toBe(certificateKey('登记(2026)1-2'));
  await signIn(office, LOGINS.a);
  const lines = [{ ...deed, certificateNo: '粤В·7К2Q9' }];
  const given = { projectId: its.projectId, obtainedOn: '2026-03-02', lines, signature: PIN };
  expect(await office.outcome('titleHandover.give', given)).toBe('certificateHere');
});
