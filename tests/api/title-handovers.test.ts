import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import errors from '../../renderer/i18n/zh-CN/errors.json';
import type { TitleFields } from '../../shared/api/title-fields';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  PIN,
  registerProject,
  signIn,
} from './office';
import {
  bringTitles,
  CUSTODIAN,
  engageKeepers,
  giveTitles,
  MANAGER,
  registerSafe,
  SAMPLE_TITLES,
  type TitlePeople,
} from './title-office';

let office: Office;
let people: TitlePeople;
let projectId: number;
let compartment: number;

beforeEach(async () => {
  office = openOffice();
  people = await engageKeepers(office, await foundCompany(office));
  [compartment = 0] = (await registerSafe(office, people)).compartments;
  await signIn(office, LOGINS.archivist);
  projectId = (await registerProject(office, people)).projectId;
});
afterEach(() => office.close());

const SAMPLE = readFileSync(new URL('../fixtures/titles-001.tsv', import.meta.url), 'utf8');
const [FIRST] = SAMPLE_TITLES as [TitleFields];

/** Why it was refused, as the sentence that the window makes of it. */
async function refusal(name: string, input: unknown): Promise<string> {
  const reply = await office.reply(name, input);
  if (reply.ok) return 'done';
  const { reason, details } = reply.error;
  if (reason === 'inputInvalid') return `${reason} ${details?.field}`;
  expect(errors).toHaveProperty(reason);
  const sentence = errors[reason as keyof typeof errors];
  return sentence.replace(/\{\{(\w+)\}\}/g, (_, key: string) => String(details?.[key] ?? `{{${key}}}`));
}
const given = (lines: readonly TitleFields[], more: object = {}) => ({
  ...{ projectId, obtainedOn: '2026-03-02', lines: [...lines], signature: PIN },
  ...more,
});
const accepted = async (id: number, more: object = {}) => {
  const { lines } = await office.call('titleHandover.show', { id });
  return {
    ...{ id, secondId: people.keeper, signatures: { a: PIN, b: PIN, custodian: PIN, second: PIN } },
    places: lines.map(({ id: lineId }) => ({ lineId, compartmentId: compartment })),
    ...more,
  };
};
const duties = async (login: string) => {
  await signIn(office, login);
  const { mine, others } = await office.call('desk.show', {});
  const told = (its: typeof mine) =>
    its.filter(({ titleList }) => titleList).map(({ kind, lateDays, dueOn }) => [kind, dueOn, lateDays]);
  return { mine: told(mine), others: told(others), all: mine };
};

describe('a list that is pasted', () => {
  test('the sample is read, and nothing is written', async () => {
    await signIn(office, LOGINS.a);
    const before = office.ledger.db.prepare('SELECT count(*) AS n FROM event').get();
    const { titles, refused } = await office.call('titleHandover.readPaste', { text: SAMPLE });
    expect([titles.length, refused]).toEqual([6, []]);
    expect(office.ledger.db.prepare('SELECT count(*) AS n FROM event').get()).toEqual(before);
    const lines = titles.map(({ line: _, ...its }) => its);
    const { no } = await office.call('titleHandover.give', given(lines));
    expect(no).toBe('权交〔2026〕001号');
  });

  test('a certificate that waits on another list, or lies in the safe, is named row by row', async () => {
    const list = await giveTitles(office, projectId, [FIRST]);
    await signIn(office, LOGINS.a);
    const read = async () =>
      (await office.call('titleHandover.readPaste', { text: SAMPLE })).refused.map(({ line, faults }) => [
        line,
        faults,
      ]);
    const fault = { column: 'certificateNo', text: FIRST.certificateNo };
    expect(await read()).toEqual([[2, [{ ...fault, reason: 'certificateOnList', about: list.no }]]]);
    await signIn(office, CUSTODIAN);
    await office.call('titleHandover.accept', await accepted(list.id));
    await signIn(office, LOGINS.a);
    expect(await read()).toEqual([[2, [{ ...fault, reason: 'certificateHere', about: '' }]]]);
  });

  test('whoever hands nothing over reads no blocks', async () => {
    await signIn(office, MANAGER);
    expect(await refusal('titleHandover.readPaste', { text: SAMPLE })).toContain('没有这项权限');
  });
});

describe('what cannot be handed over', () => {
  test.each([
    [{ ...FIRST, quantity: 0 }, 'inputInvalid lines.0.quantity'],
    [{ ...FIRST, quantity: 2.5 }, 'inputInvalid lines.0.quantity'],
    [{ ...FIRST, certificateNo: ' ' }, 'inputInvalid lines.0.certificateNo'],
    [{ ...FIRST, issuedOn: '2026-02-30' }, 'inputInvalid lines.0.issuedOn'],
    [{ ...FIRST, issuedOn: '2026-03-02', expiresOn: '2026-03-01' }, '到期日早于'],
  ])('%j', async (line, because) => {
    await signIn(office, LOGINS.a);
    expect(await refusal('titleHandover.give', given([line]))).toContain(because);
    expect(await office.call('titleHandover.list', {})).toEqual([]);
  });

  test('the same certificate twice on a list, however it is written', async () => {
    await signIn(office, LOGINS.a);
    const again = { ...FIRST, certificateNo: '粤(2021) 深圳市不动产权第００３１８７６号' };
    expect(await refusal('titleHandover.give', given([FIRST, again]))).toContain('第 2 行');
  });

  test('a day that is still to come, and the signature of somebody else', async () => {
    await signIn(office, LOGINS.a);
    expect(await refusal('titleHandover.give', given([FIRST], { obtainedOn: '2026-03-03' }))).not.toBe('done');
    expect(await refusal('titleHandover.give', given([FIRST], { signature: '999333' }))).not.toBe('done');
    expect(await office.call('titleHandover.list', {})).toEqual([]);
  });
});

describe('three compare and sign', () => {
  test('not before every certificate has been looked at, and only when all three things agree', async () => {
    await signIn(office, LOGINS.a);
    const { id } = await office.call('titleHandover.give', given([...SAMPLE_TITLES]));
    await signIn(office, CUSTODIAN);
    expect(await refusal('titleHandover.accept', await accepted(id))).toContain('还有 6 件没有核对');
    const { lines } = await office.call('titleHandover.show', { id });
    const found = (quantityFound: number, nameAgrees = true, numberAgrees = true) =>
      lines.map((line, i) => ({
        lineId: line.id,
        ...(i === 5
          ? { nameAgrees, numberAgrees, quantityFound, remark: '' }
          : { nameAgrees: true, numberAgrees: true, quantityFound: line.quantity, remark: '' }),
      }));
    for (const differing of [found(1), found(2, false), found(2, true, false)]) {
      await office.call('titleHandover.check', { id, found: differing });
      expect(await refusal('titleHandover.accept', await accepted(id))).toContain('粤B·7K2Q9」核对不符');
    }
    await office.call('titleHandover.check', { id, found: found(2) });
    expect(await refusal('titleHandover.accept', await accepted(id))).toBe('done');
  });

  test('the custodian is neither A nor B, and the two at the safe are two', async () => {
    await signIn(office, LOGINS.archivist);
    const { projectId: own } = await registerProject(office, { ...people, b: people.custodian }, 2);
    const list = await giveTitles(office, own, [FIRST]);
    expect(await refusal('titleHandover.accept', await accepted(list.id))).toContain('由另一位保管人接收');
    expect(await refusal('titleHandover.sendBack', { id: list.id, reason: '自己的', signature: PIN })).toContain(
      '另一位',
    );
    const other = await giveTitles(office, projectId, [{ ...FIRST, certificateNo: '另一本' }]);
    expect(await refusal('titleHandover.accept', await accepted(other.id, { secondId: people.custodian }))).not.toBe(
      'done',
    );
  });

  test.each(['a', 'b', 'custodian', 'second'] as const)(
    'a wrong PIN of %s is named and writes nothing',
    async (who) => {
      const list = await giveTitles(office, projectId);
      const input = await accepted(list.id);
      const reply = await office.reply('titleHandover.accept', {
        ...input,
        signatures: { ...input.signatures, [who]: '999333' },
      });
      expect(reply).toMatchObject({ error: { reason: 'wrongSecret', details: { field: `signatures.${who}` } } });
      expect((await office.call('titleHandover.show', { id: list.id })).state).toBe('given');
      expect((await office.call('title.list', {})).total).toBe(0);
    },
  );

  test('a certificate in no compartment is refused by its number, and one in a compartment that does not exist', async () => {
    const list = await giveTitles(office, projectId);
    const { places, ...input } = await accepted(list.id);
    expect(await refusal('titleHandover.accept', { ...input, places: places.slice(1) })).toContain(FIRST.certificateNo);
    const nowhere = places.map((its) => ({ ...its, compartmentId: 9_999 }));
    expect(await refusal('titleHandover.accept', { ...input, places: nowhere })).not.toBe('done');
    expect((await office.call('title.list', {})).total).toBe(0);
  });

  test('an electronic certificate goes into no compartment', async () => {
    const list = await giveTitles(office, projectId, [{ ...FIRST, storage: 'electronic' }]);
    await office.call('titleHandover.accept', await accepted(list.id, { places: [] }));
    expect((await office.call('title.list', {})).rows[0]?.standings).toMatchObject([{ place: 'electronic' }]);
  });

  test('taken in at the safe, it is one event with everything in it', async () => {
    const list = await giveTitles(office, projectId);
    const last = office.ledger.db.prepare<[], { seq: number }>('SELECT max(seq) AS seq FROM event');
    const before = last.get()?.seq ?? 0;
    await office.call('titleHandover.accept', await accepted(list.id));
    expect(last.get()?.seq).toBe(before + 1);
    const tables = office.ledger.db
      .prepare<[number], { name: string; n: number }>(
        'SELECT table_name AS name, count(*) AS n FROM change WHERE event_seq = ? GROUP BY table_name',
      )
      .all(before + 1);
    expect(Object.fromEntries(tables.map(({ name, n }) => [name, n]))).toMatchObject({
      ...{ title: 6, title_movement: 6, title_security: 6, title_slip: 1, title_slip_signature: 2 },
      ...{ title_handover: 1, title_handover_line: 6, title_handover_signature: 3, safe_opening: 1 },
    });
  });

  test('after that nobody compares, accepts, sends back or withdraws it any more', async () => {
    const list = await giveTitles(office, projectId);
    const input = await accepted(list.id);
    await office.call('titleHandover.accept', input);
    const [line] = list.lines;
    const found = [{ lineId: line?.id, nameAgrees: false, numberAgrees: true, quantityFound: 0 }];
    const because = { id: list.id, reason: '改主意', signature: PIN };
    expect(await refusal('titleHandover.check', { id: list.id, found })).toContain('已经办结');
    expect(await refusal('titleHandover.accept', input)).toContain('已经办结');
    expect(await refusal('titleHandover.sendBack', because)).toContain('已经办结');
    await signIn(office, LOGINS.a);
    expect(await refusal('titleHandover.withdraw', because)).toContain('已经办结');
    const { lines, signatures } = await office.call('titleHandover.show', { id: list.id });
    expect(lines.every(({ nameAgrees }) => nameAgrees)).toBe(true);
    expect(signatures.map(({ role, name }) => `${role} ${name}`)).toEqual([
      ...['giver 顾行简', 'a 顾行简', 'b 罗书意', 'custodian 唐晚晴'],
    ]);
  });
});

test('the provisional number becomes the archive number with the dossier, and nothing else changes', async () => {
  await bringTitles(office, people, projectId, compartment);
  const look = async () => {
    await signIn(office, CUSTODIAN);
    const { rows } = await office.call('title.list', {});
    return { rows, list: await office.call('titleHandover.show', { id: 1 }) };
  };
  const before = await look();
  expect([before.list.number, before.list.archiveNo]).toEqual(['暂字第001号', undefined]);
  await signIn(office, LOGINS.a);
  const dossierId = await compileSample(office, projectId);
  await acceptAtArchive(office, await bringToArchive(office, dossierId));
  const after = await look();
  const number = { number: '鸿借字第001号' };
  expect(after.list).toEqual({ ...before.list, ...number, archiveNo: number.number });
  expect(after.rows).toEqual(before.rows.map((row) => ({ ...row, ...number, dossierId })));
});

describe('who waits', () => {
  test('an open list stands on the desks of A, B and the custodians, late from the next day', async () => {
    await giveTitles(office, projectId);
    const due = '2026-03-02';
    expect((await duties(LOGINS.a)).mine).toEqual([['signTitles', due, 0]]);
    expect((await duties(LOGINS.b)).mine).toEqual([['signTitles', due, 0]]);
    expect((await duties(CUSTODIAN)).mine).toEqual([['acceptTitles', due, 0]]);
    expect((await duties(LOGINS.archivist)).mine).toEqual([['acceptTitles', due, 0]]);
    expect((await duties(MANAGER)).others).toEqual([['acceptTitles', due, 0]]);
    office.at('2026-03-03T09:00:00+08:00');
    expect((await duties(CUSTODIAN)).mine).toEqual([['acceptTitles', due, 1]]);
    expect(await office.call('titleHandover.list', { which: 'late' })).toMatchObject([{ lateDays: 1 }]);
  });

  test('papers that came on a Saturday are due on Monday', async () => {
    office.at('2026-03-07T10:00:00+08:00');
    await signIn(office, LOGINS.a);
    const { id } = await office.call('titleHandover.give', given([FIRST], { obtainedOn: '2026-03-07' }));
    expect((await office.call('titleHandover.show', { id })).dueOn).toBe('2026-03-09');
  });

  test('what came back stands on the desk of A with the reason, until A has handed over anew', async () => {
    const list = await giveTitles(office, projectId);
    await office.call('titleHandover.sendBack', { id: list.id, reason: '少一本机动车登记证书', signature: PIN });
    expect((await duties(CUSTODIAN)).mine).toEqual([]);
    const { all } = await duties(LOGINS.a);
    expect(all).toMatchObject([{ kind: 'giveTitlesAgain', sentBackBecause: '少一本机动车登记证书' }]);
    await giveTitles(office, projectId);
    expect((await duties(LOGINS.a)).mine).toEqual([['signTitles', '2026-03-02', 0]]);
  });

  test('what A has withdrawn waits for nobody, and its certificates can be handed over again', async () => {
    const list = await giveTitles(office, projectId);
    await signIn(office, LOGINS.b);
    expect(await refusal('titleHandover.withdraw', { id: list.id, reason: '错', signature: 'x' })).not.toBe('done');
    await signIn(office, LOGINS.a);
    await office.call('titleHandover.withdraw', { id: list.id, reason: '写错了项目', signature: PIN });
    expect((await duties(LOGINS.a)).mine).toEqual([]);
    expect((await duties(CUSTODIAN)).mine).toEqual([]);
    await giveTitles(office, projectId);
    expect(await office.call('titleHandover.list', { which: 'open' })).toHaveLength(1);
  });
});

describe('taken along', () => {
  const words = { 'value--kind.other': '其他', 'heading--certificateNo': '权证号' };
  const exported = async (list: object) => {
    office.savePath = join(office.dataDir, 'out.csv');
    await office.call('export.save', { list, format: 'csv', words } as never);
    return readFileSync(office.savePath, 'utf8');
  };
  test('the lists and the lines of one are exported, and printed with their barcode', async () => {
    await bringTitles(office, people, projectId, compartment);
    const lists = await exported({ name: 'titleHandovers' });
    expect(lists).toContain('权交〔2026〕001号');
    expect(lists).toContain('暂字第001号');
    const lines = await exported({ name: 'titleHandover', id: 1 });
    for (const { certificateNo } of SAMPLE_TITLES) expect(lines).toContain(certificateNo);
    expect(lines).toContain('4860000');
    const form = await office.call('print.form', { form: 'title-handover', id: 1 });
    expect(form).toMatchObject({ frame: { barcode: 'AJ-Q-000001' }, titleHandover: { no: '权交〔2026〕001号' } });
    const register = await office.call('print.form', {
      form: 'office-list',
      asked: { name: 'titleHandovers', which: 'all' },
    });
    expect(JSON.stringify(register)).toContain('权交〔2026〕001号');
  });

  test('nobody takes or prints a list who may not read it', async () => {
    await bringTitles(office, people, projectId, compartment);
    await signIn(office, LOGINS.admin);
    const [department] = await office.call('people.departments', {});
    const engaged = { name: '白芷', login: 'baizhi', departmentId: department?.id ?? 0, password: PASSWORD, pin: PIN };
    await office.call('people.engage', { ...engaged, positions: ['hrManager'] });
    await office.call('people.allow', { position: 'hrManager', permission: 'print.form', allowed: true });
    await signIn(office, 'baizhi');
    expect(await refusal('print.form', { form: 'title-handover', id: 1 })).toContain('没有这项权限');
    const list = { name: 'titleHandover', id: 1 };
    expect(await refusal('export.save', { list, format: 'csv', words: {} })).toContain('没有这项权限');
  });

  test('its number is found by typing part of it', async () => {
    await giveTitles(office, projectId);
    const hits = await office.call('search.find', { text: '权交' });
    expect(JSON.stringify(hits)).toContain('titleHandover');
  });
});
