import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { limitWords } from '../../renderer/print/ComplaintSheets';
import { cellWords } from '../../renderer/print/OfficeList';
import type { SaidInput } from '../../shared/api/complaint.contract';
import type { Position } from '../../shared/api/people.contract';
import type { FormData } from '../../shared/api/print.contract';
import { ADMIN, CAST, type Cast, castCompany, complain, procedureId, signInAs, take } from './complaints';
import { LOGINS, type Office, openOffice, PIN, signIn } from './office';

let office: Office;
let cast: Cast;
beforeEach(async () => {
  office = openOffice('2026-03-02T09:00:00+08:00');
  cast = await castCompany(office);
});
afterEach(() => office.close());

type Plain = Extract<FormData, { form: 'office-list' }>;
const words = JSON.parse(readFileSync(new URL('../../renderer/i18n/zh-CN/export.json', import.meta.url), 'utf8'));
const ASSESSED = { justified: true, major: false, urgent: false };
const show = (id: number) => office.call('complaint.show', { id });
const change = async (role: keyof typeof CAST, more: { positions?: Position[]; employment?: 'left' }) => {
  await signIn(office, ADMIN);
  const { name, login, positions } = CAST[role];
  return office.reply('people.change', {
    ...{
      id: cast[role],
      name,
      departmentId: cast.unitId,
      login,
      positions: [...positions],
      employment: 'active' as const,
    },
    ...more,
  });
};
const foresee = async (title: string, more: { accused?: number[]; unitId?: number } = {}) => {
  await signInAs(office, 'clerk');
  return office.call('complaint.foresee', { procedureId: await procedureId(office, title), ...more });
};

describe('a step whose people are not there', () => {
  test('is said beforehand to fall to the general manager, and falls to him when it comes', async () => {
    expect(await foresee('检测申诉')).toEqual([]);
    await change('quality', { positions: ['employee'] });
    const manager = { because: 'nobody', position: 'generalManager', names: [CAST.manager.name] };
    const ahead = await foresee('检测申诉');
    expect(ahead).toContainEqual({ code: 'approve', title: '质量负责人批准', by: ['qualityManager'], ...manager });
    expect(ahead.map(({ code }) => code)).toEqual(['approve', 'recode', 'retest', 'withdraw', 'close']);
    const id = await complain(office, '检测申诉', { kind: 'general' });
    await take(office, id, 'manager', 'assess', ASSESSED);
    await take(office, id, 'manager', 'assign', { handler: cast.tester });
    await take(office, id, 'tester', 'investigate', { findings: '属实', cause: '数据处理' });
    // What lies ahead says it as well, before anybody stands before it.
    expect((await show(id)).ahead.find(({ code }) => code === 'approve')?.standIn).toEqual(manager);
    await take(office, id, 'tester', 'opinion', { solution: '致歉', retest: false });
    expect((await show(id)).open).toMatchObject([{ code: 'approve', takers: [CAST.manager.name], standIn: manager }]);
    await take(office, id, 'manager', 'approve', { granted: true });
  });

  test('of which nobody can stand in either is said so, and is nobody’s', async () => {
    await change('chairman', { positions: ['employee'] });
    expect(await foresee('汽车销售服务投诉', { accused: [cast.manager] })).toContainEqual(
      expect.objectContaining({ code: 'approve', because: 'avoids', names: [] }),
    );
    const [first] = await foresee('汽车销售服务投诉', { accused: [cast.manager] });
    expect(first).not.toHaveProperty('position');
  });
});

test('a complaint about the general manager says from the beginning that the chairman takes his steps', async () => {
  const about = { accused: [cast.manager], unitId: cast.unitId };
  const chairman = { because: 'avoids', position: 'chairman', names: [CAST.chairman.name] };
  const expected = { code: 'approve', title: '总经理批准', by: ['generalManager'], ...chairman };
  expect(await foresee('汽车销售服务投诉', about)).toEqual([expected]);
  const id = await complain(office, '汽车销售服务投诉', {
    ...{ kind: 'repairQuality', ...about, said: { plateNo: '沪A·58K20' } },
  });
  expect((await show(id)).ahead.find(({ standIn }) => standIn)).toMatchObject({ code: 'approve', standIn: chairman });
});

describe('a limit in hours', () => {
  const registered = { kind: 'inquiry', said: { ownArea: true } };
  const deadline = async (at: string, id: number) => {
    office.at(at);
    await signInAs(office, 'relations');
    return (await show(id)).deadline;
  };

  test('says until what time, and how long that is still; it is near in its last quarter, and late from the minute on', async () => {
    const id = await complain(office, '分级投诉', registered);
    const dueAt = Date.parse((await show(id)).deadline?.dueAt ?? '');
    // Signing in takes some seconds.
    const at = (minutes: number) => new Date(dueAt - minutes * 60_000 - 50_000).toISOString();
    expect(await deadline(at(20 * 60), id)).toMatchObject({ minutesLeft: 1_200, near: false, late: false });
    expect(await deadline(at(180), id)).toMatchObject({ minutesLeft: 180, near: true, late: false });
    expect(await deadline(at(-125), id)).toMatchObject({ minutesLeft: -125, near: true, late: true });
  });

  test('that was met has no time left to tell', async () => {
    const id = await complain(office, '分级投诉', registered);
    await take(office, id, 'relations', 'assess', ASSESSED);
    await take(office, id, 'relations', 'assign', { handler: cast.worker });
    await take(office, id, 'worker', 'propose', { solution: '三个工作日内取回' });
    await take(office, id, 'manager', 'approve', { granted: true });
    await take(office, id, 'worker', 'answer', { way: '电话', answer: '三个工作日内可取回' });
    const [its] = (await show(id)).deadlines;
    expect(its).toMatchObject({ code: 'inquiry', metOn: '2026-03-02', near: false });
    expect(its).not.toHaveProperty('minutesLeft');
  });
});

test('a limit that reaches past the last year whose days off are known says that it is a guess', async () => {
  office.at('2026-12-30T09:00:00+08:00');
  const id = await complain(office, '分级投诉', { kind: 'complaint', said: { ownArea: true } });
  expect((await show(id)).deadline).toMatchObject({ code: 'complaint', dueOn: '2027-01-04', isGuess: true });
  const soon = await complain(office, '汽车销售服务投诉', { kind: 'serviceQuality', said: { plateNo: '沪A·58K20' } });
  expect((await show(soon)).deadline).toMatchObject({ dueOn: '2026-12-31', isGuess: false });

  // Twenty-four hours are twenty-four hours, whatever the days off of the new year.
  office.at('2026-12-31T09:00:00+08:00');
  const asked = await complain(office, '分级投诉', { kind: 'inquiry', said: { ownArea: true } });
  expect((await show(asked)).deadline).toMatchObject({ code: 'inquiry', dueOn: '2027-01-01', isGuess: false });
  await signInAs(office, 'manager');
  const list = { name: 'complaints', which: 'all' } as const;
  office.savePath = join(office.dataDir, 'complaints.csv');
  await office.call('export.save', { list, format: 'csv', words });
  const file = readFileSync(office.savePath, 'utf8');
  const { no } = await show(id);
  const lineOf = (one: string) => file.split('\r\n').find((line) => line.startsWith(`"${one}"`));
  expect(file).toContain('"时限","期限说明"');
  expect(lineOf(no)).toContain('"2027-01-04","推算：该年放假安排未录入"');
  expect(lineOf((await show(asked)).no)).toContain('"2027-01-01",,');
  expect(lineOf((await show(soon)).no)).toContain('"2026-12-31",,');
  const paper = (await office.call('print.form', { form: 'office-list', asked: list })) as Plain;
  const onForm = async (one: number) => (await show(one)).deadlines.map(limitWords);
  expect(await onForm(id)).toContain('应于 2027-01-04（推算：2027 年放假安排未录入） 前');
  expect(await onForm(asked)).toEqual(['应于 2027-01-01 前']);
  const cells = paper.list.rows.map((row) => row.map((its) => cellWords('text', its, paper.frame)));
  expect(cells.find(([its]) => its === no)).toContain('推算：该年放假安排未录入');
  expect(cells.flat().filter((its) => its.startsWith('推算'))).toHaveLength(1);
});

test('what major and urgent mean in a procedure is told where the complaint is registered and where it is assessed', async () => {
  await signInAs(office, 'clerk');
  const procedures = await office.call('complaint.procedures', {});
  const of = (title: string) => procedures.find((its) => its.title === title)?.distinctions;
  expect(of('检测申诉')?.urgent).toEqual({ means: '', limits: ['紧急申诉三个工作日内答复'], steps: [] });
  expect(of('汽车销售服务投诉')?.major).toMatchObject({ limits: ['重大投诉当日上报'], keepYears: 10 });
  expect(of('汽车销售服务投诉')?.major?.steps).toContain('预防措施检查');
  expect(of('汽车销售服务投诉')).not.toHaveProperty('urgent');
  expect(of('分级投诉')?.urgent).toMatchObject({ means: '特殊投诉', limits: ['特殊投诉七个工作日内答复'] });
  const id = await complain(office, '检测申诉', { kind: 'general' });
  expect((await show(id)).distinctions).toEqual(of('检测申诉'));
});

test('whether a case is urgent is asked where that makes a difference, and nowhere else', async () => {
  const said = { justified: true, major: false };
  for (const [title, kind, role] of [
    ['检测申诉', 'general', 'quality'],
    ['服务投诉', 'other', 'hr'],
  ] as const) {
    const id = await complain(office, title, { kind });
    const isAsked = title === '检测申诉';
    expect((await show(id)).open[0]?.fields.some(({ code }) => code === 'urgent')).toBe(isAsked);
    await signInAs(office, role);
    const reply = await office.reply('complaint.take', { id, step: 'assess', said });
    expect(reply.ok ? 'done' : reply.error.details).toEqual(isAsked ? { field: 'urgent', name: 'urgent' } : 'done');
  }
});

describe('whoever handles an open complaint', () => {
  const assigned = async (accused: number[] = []) => {
    const id = await complain(office, '检测申诉', { kind: 'general', accused });
    await take(office, id, 'quality', 'assess', ASSESSED);
    await take(office, id, 'quality', 'assign', { handler: cast.tester });
    return id;
  };
  const leave = () => change('tester', { employment: 'left' });
  const list = async (successorId: number) => {
    await signIn(office, ADMIN);
    const made = { fromId: cast.tester, successorId, supervisorId: cast.head };
    return (await office.call('staffHandover.make', made)).id;
  };
  const signAll = async (id: number, successorId: number) => {
    await office.call('staffHandover.ask', { id });
    const { contentHash: seen } = await office.call('staffHandover.show', { id });
    const sign = (role: 'from' | 'to' | 'supervisor', staffId: number) => ({ role, staffId, signature: PIN });
    const signatures = [sign('from', cast.tester), sign('to', successorId), sign('supervisor', cast.head)];
    await office.call('staffHandover.sign', { id, seen, signatures });
  };

  test('does not leave with it in hand; by the list it goes to the successor, who goes on with it', async () => {
    const id = await assigned();
    expect(await leave()).toMatchObject({ error: { reason: 'stillHolds', details: { held: 'complaint:1' } } });
    const { things } = await office.call('staffHandover.held', { staffId: cast.tester });
    expect(things).toMatchObject([{ kind: 'complaint', recordId: id, title: '诉〔2026〕001号', detail: '检测申诉' }]);
    await signAll(await list(cast.worker), cast.worker);
    expect(await leave()).toMatchObject({ ok: true });
    const said: SaidInput = { findings: '属实', cause: '数据处理' };
    await take(office, id, 'worker', 'investigate', said);
    expect(await show(id)).toMatchObject({ handler: CAST.worker.name });
    await signIn(office, LOGINS.admin);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('cannot hand it over to the person complained of', async () => {
    await assigned([cast.worker]);
    const id = await list(cast.worker);
    const { lines } = await office.call('staffHandover.show', { id });
    expect(lines).toMatchObject([{ kind: 'complaint', problem: { reason: 'successorComplainedOf' } }]);
    expect(await office.reply('staffHandover.ask', { id })).toMatchObject({
      error: { reason: 'successorComplainedOf' },
    });
  });

  test('holds nothing of it any more once it is closed', async () => {
    const id = await assigned();
    await take(office, id, 'tester', 'investigate', { findings: '属实', cause: '数据处理' });
    await take(office, id, 'tester', 'opinion', { solution: '致歉', retest: false });
    await take(office, id, 'quality', 'approve', { granted: true });
    await take(office, id, 'tester', 'carryOut', { done: '已致歉' });
    await take(office, id, 'tester', 'answer', { way: '电话', answer: '已处理' });
    await take(office, id, 'clerk', 'feedback', { satisfied: true, way: '电话' });
    await take(office, id, 'quality', 'close', { summary: '完' });
    expect(await leave()).toMatchObject({ ok: true });
  });
});
