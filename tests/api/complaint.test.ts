import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ADMIN, CAST, type Cast, castCompany, complain, limitsOf, signInAs, take } from './complaints';
import { type Office, openOffice, PASSWORD, PIN, signIn } from './office';

// A Monday. Limits in working days go round the weekend; the next holidays are those of Qingming, on the 4th to 6th of April.
const MONDAY = '2026-03-02T09:00:00+08:00';
let office: Office;
let cast: Cast;
beforeEach(async () => {
  office = openOffice(MONDAY);
  cast = await castCompany(office);
});
afterEach(() => office.close());

const justified = (more = {}) => ({ justified: true, major: false, urgent: false, ...more });
const show = (id: number) => office.call('complaint.show', { id });
/** The reason for which something is refused. */
const refusal = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: Error) => /"reason":"(\w+)"/.exec(error.message)?.[1],
  );

describe('a complaint to the service company', () => {
  const begin = () => complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId, accused: [cast.worker] });
  const investigate = async (id: number, by: 'head' | 'hr' | 'manager' = 'head') => {
    await take(office, id, 'hr', 'assess', justified());
    await take(office, id, by, 'begin', { firstSteps: '向当事人了解情况' });
    await take(office, id, by, 'investigate', { findings: '当日只有一个窗口开放', cause: '等待时间' });
    await take(office, id, by, 'propose', { solution: '当面致歉，增开窗口' });
  };

  test('goes its whole way in time, and lies as a dossier in the ledger', async () => {
    const id = await begin();
    await investigate(id);
    await take(office, id, 'manager', 'approve', { granted: true });
    await take(office, id, 'head', 'carryOut', { done: '已致歉，窗口已增开', compensation: 20_000 });
    await take(office, id, 'head', 'answer', { way: '电话', answer: '已处理' });
    await take(office, id, 'hr', 'feedback', { satisfied: true, way: '电话回访' });
    await take(office, id, 'hr', 'close', { summary: '增开窗口', improvement: '高峰时段两个窗口' });
    const its = await show(id);
    expect(its).toMatchObject({ no: '诉〔2026〕001号', closedOn: '2026-03-02', round: 1, open: [], ahead: [] });
    expect(limitsOf(its)).toEqual({ begin: 'met', answer: 'met' });
    expect(its.taken.map(({ title, by }) => `${title} ${by}`)).toEqual([
      ...['受理登记 白若溪', '核实定性 方静仪', '开始调查 孟怀瑾', '调查结果 孟怀瑾', '处理意见 孟怀瑾', '批准 陆明远'],
      ...['执行 孟怀瑾', '答复客户 孟怀瑾', '人事行政部回访 方静仪', '结案归档 方静仪'],
    ]);
    expect(its.taken.find(({ code }) => code === 'carryOut')?.said).toContainEqual(
      expect.objectContaining({ fen: 20_000 }),
    );
    await signInAs(office, 'hr');
    const dossier = await office.call('dossier.show', { id: its.dossierId ?? 0 });
    expect(dossier).toMatchObject({ className: '投诉案卷', state: 'collecting', itemCount: 10, keeper: CAST.hr.name });
    expect(dossier.title).toContain('诉〔2026〕001号');
    await signInAs(office, 'manager');
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('is late from the day after its last day on, and says how many working days are left before', async () => {
    const id = await begin();
    expect((await show(id)).deadline).toMatchObject({ code: 'begin', dueOn: '2026-03-03', left: 1, late: false });
    office.at('2026-03-06T10:00:00+08:00');
    await signInAs(office, 'hr');
    const its = await show(id);
    expect(limitsOf(its)).toEqual({ begin: 'late', answer: 'late' });
    expect(its.deadline).toMatchObject({ code: 'begin', left: -3 });
    expect(await office.call('complaint.list', { which: 'late' })).toMatchObject({ total: 1, late: 1 });
    // It waits on the desk of whoever has the next step, and on no other.
    const onDesk = async () => (await office.call('desk.show', {})).complaints.map(({ no, next }) => `${no} ${next}`);
    expect(await onDesk()).toEqual(['诉〔2026〕001号 核实定性']);
    await signInAs(office, 'head');
    expect(await onDesk()).toEqual([]);
  });

  test('is never handled by whoever is complained of; over the head the personnel manager handles it, and nobody approves an own solution', async () => {
    const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId, accused: [cast.head] });
    await take(office, id, 'hr', 'assess', justified());
    expect(await refusal(take(office, id, 'head', 'begin', { firstSteps: '我来' }))).toBe('complainedOf');
    await take(office, id, 'hr', 'begin', { firstSteps: '约谈' });
    await take(office, id, 'hr', 'investigate', { findings: '属实', cause: '态度生硬' });
    await take(office, id, 'hr', 'propose', { solution: '批评教育' });
    expect(await refusal(take(office, id, 'hr', 'approve', { granted: true }))).toBe('ownSolution');
    await take(office, id, 'manager', 'approve', { granted: true });
  });

  test('about the general manager is approved by the chairman', async () => {
    const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId, accused: [cast.manager] });
    await investigate(id);
    expect((await show(id)).open[0]?.takers).toEqual([CAST.chairman.name]);
    expect(await refusal(take(office, id, 'manager', 'approve', { granted: true }))).toBe('complainedOf');
    await take(office, id, 'chairman', 'approve', { granted: true });
  });

  test('is not closed before the client was heard, and a refused solution is proposed anew', async () => {
    const id = await begin();
    await investigate(id);
    expect(await refusal(take(office, id, 'manager', 'approve', { granted: false }))).toBe('opinionNeeded');
    await take(office, id, 'manager', 'approve', { granted: false, opinion: '赔偿不够' });
    expect((await show(id)).open.map(({ code }) => code)).toEqual(['propose']);
    await take(office, id, 'head', 'propose', { solution: '致歉并赔偿二百元' });
    await take(office, id, 'manager', 'approve', { granted: true });
    await take(office, id, 'head', 'carryOut', { done: '已赔偿' });
    await take(office, id, 'head', 'answer', { way: '电话', answer: '已处理' });
    expect(await refusal(take(office, id, 'hr', 'close', { summary: '完' }))).toBe('stepNotNow');
  });

  test('that is not justified ends with a polite explanation in writing', async () => {
    const id = await begin();
    await take(office, id, 'hr', 'assess', justified({ justified: false, opinion: '监控显示及时接待' }));
    await take(office, id, 'hr', 'explain', { explanation: '经核实，当日三分钟内已接待，感谢您的关心。' });
    await take(office, id, 'hr', 'close', { summary: '不属实，已书面说明' });
    expect(await show(id)).toMatchObject({ closedOn: '2026-03-02' });
  });

  test('may be reopened five times; every round stays, and its dossier is the same', async () => {
    const id = await begin();
    for (let round = 1; round <= 6; round += 1) {
      if (round === 1) await take(office, id, 'hr', 'assess', justified());
      await take(office, id, 'head', 'begin', { firstSteps: '了解情况' });
      await take(office, id, 'head', 'investigate', { findings: '属实', cause: '拖延' });
      await take(office, id, 'head', 'propose', { solution: '致歉' });
      await take(office, id, 'manager', 'approve', { granted: true });
      await take(office, id, 'head', 'carryOut', { done: '已致歉' });
      await take(office, id, 'head', 'answer', { way: '电话', answer: '已处理' });
      await take(office, id, 'hr', 'feedback', { satisfied: round === 6, way: '电话' });
      if (round < 6) await office.call('complaint.reopen', { id, reason: '客户仍不满意' });
    }
    await take(office, id, 'hr', 'close', { summary: '客户满意' });
    const its = await show(id);
    expect(its).toMatchObject({ round: 6, closedOn: '2026-03-02' });
    expect(its.taken).toHaveLength(2 + 6 * 7 + 1);
  });

  test('of somebody who does not say who he or she is can be registered; one whose signature fails is not closed', async () => {
    const id = await complain(office, '服务投诉', { kind: 'other', complainant: '', contact: '' });
    expect((await show(id)).complainant).toBeUndefined();
    await take(office, id, 'hr', 'assess', justified({ justified: false }));
    await take(office, id, 'hr', 'explain', { explanation: '无法核实' });
    const close = (signature: string) =>
      office.call('complaint.take', { id, step: 'close', said: { summary: '无法核实' }, signature });
    expect(await refusal(close('000000'))).toBe('wrongSecret');
    expect((await close(PIN)).closed).toBe(true);
  });
});

describe('a complaint to the laboratory', () => {
  const title = '检测申诉';
  const begin = (reportedOn = '2026-02-24') =>
    complain(office, title, {
      kind: 'testData',
      said: { reportNo: '检〔2026〕118号', reportedOn, sampleNo: '样-118' },
    });
  const opinion = async (id: number, urgent = false) => {
    await take(office, id, 'quality', 'assess', justified({ urgent }));
    await take(office, id, 'quality', 'assign', { handler: cast.tester });
    await take(office, id, 'tester', 'records', { records: '原始记录完整', instruments: '检定有效' });
    await take(office, id, 'tester', 'opinion', { solution: '复检', retest: true, cause: '数据处理' });
    await take(office, id, 'quality', 'approve', { granted: true });
  };
  const sample = { blindCode: '盲-07', sample: 'original', why: 'kept' };

  test('is retested blind by two people, and its report withdrawn and corrected', async () => {
    const id = await begin();
    await opinion(id);
    await take(office, id, 'quality', 'recode', { ...sample, recoder: cast.quality });
    const testers = { firstTester: cast.tester, secondTester: cast.tester, result: '偏差超限', verdict: 'withdrawn' };
    expect(await refusal(take(office, id, 'quality', 'retest', testers))).toBe('mustBeSomebodyElse');
    await take(office, id, 'quality', 'retest', { ...testers, secondTester: cast.worker });
    const marks = {
      correctedNo: '检〔2026〕118号-改',
      changeMark: '改1',
      nonconformity: '不-09',
      correctiveAction: '纠-09',
    };
    await take(office, id, 'quality', 'withdraw', { ...marks, voidStamped: true });
    await take(office, id, 'tester', 'carryOut', { done: '退还检测费', compensation: 80_000 });
    await take(office, id, 'tester', 'answer', { way: '信函', answer: '更正报告随信附上' });
    await take(office, id, 'clerk', 'feedback', { satisfied: true, way: '电话' });
    await take(office, id, 'quality', 'close', { summary: '撤回并更正' });
    expect(limitsOf(await show(id))).toEqual({ objection: 'met', result: 'met' });
  });

  test('that came more than ten days after the report is outside its window; an urgent answer is late after three working days', async () => {
    const id = await begin('2026-02-10');
    await opinion(id, true);
    expect(limitsOf(await show(id))).toEqual({ objection: 'late', urgent: 'open' });
    office.at('2026-03-06T09:00:00+08:00');
    await signInAs(office, 'quality');
    const its = await show(id);
    expect(limitsOf(its)).toEqual({ objection: 'late', urgent: 'late' });
    expect(its.deadlines.find(({ code }) => code === 'urgent')?.dueOn).toBe('2026-03-05');
  });
});

describe('a complaint to the vehicle dealer', () => {
  const begin = () => complain(office, '汽车销售服务投诉', { kind: 'repairQuality', said: { plateNo: '沪A·58K20' } });

  test('that is major is reported at once, met about, approved by the general manager, and its prevention is checked', async () => {
    const id = await begin();
    await take(office, id, 'relations', 'assess', justified({ major: true }));
    await take(office, id, 'relations', 'report', { head: cast.head, manager: cast.manager });
    await take(office, id, 'head', 'meeting', {
      metOn: '2026-03-02',
      present: '陆明远、孟怀瑾',
      minutes: '停用该工位',
    });
    await take(office, id, 'relations', 'assign', { handler: cast.worker });
    await take(office, id, 'worker', 'investigate', { findings: '螺栓未按力矩紧固', cause: '维修工艺' });
    await take(office, id, 'worker', 'propose', { solution: '免费返修，代步车三日' });
    expect(await refusal(take(office, id, 'head', 'approve', { granted: true }))).toBe('notYourStep');
    await take(office, id, 'manager', 'approve', { granted: true });
    await take(office, id, 'worker', 'carryOut', { done: '已返修' });
    await take(office, id, 'worker', 'answer', { way: '面谈', answer: '已返修并复检' });
    await take(office, id, 'worker', 'prevention', {
      measures: '力矩双人复核',
      supervisor: cast.head,
      by: '2026-03-20',
    });
    expect(await refusal(take(office, id, 'relations', 'close', { summary: '完' }))).toBe('stepNotNow');
    await take(office, id, 'manager', 'preventionCheck', {
      checkedOn: '2026-03-02',
      checked: '已执行',
      effective: true,
    });
    await take(office, id, 'relations', 'feedback', { satisfied: true, way: '电话' });
    await take(office, id, 'relations', 'close', { summary: '返修完成' });
    const its = await show(id);
    expect(limitsOf(its)).toEqual({ solution: 'met', atOnce: 'met' });
    expect((await office.call('dossier.show', { id: its.dossierId ?? 0 })).retention).toMatch(/10年/);
  });

  test('needs a plate number, and a solution by the next working day', async () => {
    expect(await refusal(complain(office, '汽车销售服务投诉', { kind: 'repairQuality' }))).toBe('fieldMissing');
    const id = await begin();
    office.at('2026-03-04T09:00:00+08:00');
    await signInAs(office, 'relations');
    expect(limitsOf(await show(id))).toEqual({ solution: 'late' });
  });
});

describe('a complaint in the quality system', () => {
  const round = async (id: number, satisfied: boolean, toldOn?: string) => {
    await take(office, id, 'quality', 'assign', { handler: cast.worker, agreement: '三日内换货' });
    await take(office, id, 'worker', 'investigate', { findings: '批次不良', cause: '产品' });
    await take(office, id, 'worker', 'report', { toWhom: cast.manager, how: 'written' });
    await take(office, id, 'worker', 'propose', { solution: '换货' });
    await take(office, id, 'quality', 'approve', { granted: true });
    await take(office, id, 'worker', 'carryOut', { done: '已换货' });
    await take(office, id, 'worker', 'answer', { way: '电话', answer: '已换货' });
    if (toldOn) office.at(toldOn);
    await take(office, id, 'worker', 'feedback', { satisfied, way: '电话' });
  };

  test('is handled again by itself until the client is satisfied', async () => {
    const id = await complain(office, '质量体系申诉', { kind: 'written' });
    await take(office, id, 'quality', 'assess', justified());
    await round(id, false);
    expect(await show(id)).toMatchObject({ round: 2, next: '明确责任并初步约定' });
    await round(id, true);
    await take(office, id, 'quality', 'close', { summary: '客户满意' });
    expect(limitsOf(await show(id))).toEqual({ responsible: 'met', report: 'met', callBack: 'met', close: 'met' });
  });

  test('is called back on the same day, or is late', async () => {
    const id = await complain(office, '质量体系申诉', { kind: 'direct' });
    await take(office, id, 'quality', 'assess', justified());
    await round(id, true, '2026-03-03T09:00:00+08:00');
    expect(limitsOf(await show(id))).toEqual({ responsible: 'met', report: 'met', callBack: 'late', close: 'open' });
  });
});

describe('a complaint in the distribution network', () => {
  const title = '分级投诉';
  const own = { ownArea: true };

  test('from outside the own area is passed on, answered in three working days, and spot-checked by head office', async () => {
    const id = await complain(office, title, { kind: 'complaint', said: { ownArea: false } });
    expect((await show(id)).open.map(({ code }) => code)).toEqual(['passOn']);
    await take(office, id, 'relations', 'passOn', { unit: '松江经营部', level: 'branch', passedOn: '2026-03-02' });
    await take(office, id, 'relations', 'assess', justified());
    await take(office, id, 'relations', 'assign', { handler: cast.worker });
    await take(office, id, 'worker', 'investigate', { findings: '短少两件', cause: 'fault' });
    await take(office, id, 'worker', 'propose', { solution: '补足' });
    await take(office, id, 'head', 'approve', { granted: true });
    await take(office, id, 'worker', 'carryOut', { done: '已补足' });
    await take(office, id, 'worker', 'answer', { way: '电话', answer: '已补足' });
    expect((await show(id)).open.map(({ code }) => code)).toEqual(['spotCheck', 'feedback']);
    await take(office, id, 'manager', 'spotCheck', { checked: '电话抽查', right: true });
    await take(office, id, 'relations', 'feedback', { satisfied: true, way: '电话' });
    await take(office, id, 'relations', 'close', { summary: '补足' });
    const its = await show(id);
    expect(limitsOf(its)).toEqual({ complaint: 'met' });
    expect((await office.call('dossier.show', { id: its.dossierId ?? 0 })).keepUntil).toBe('2027-03-02');
  });

  test('an inquiry is answered within 24 hours by the clock, a suggestion by the day that was promised, a special case in seven working days', async () => {
    const inquiry = await complain(office, title, { kind: 'inquiry', said: own });
    expect(await refusal(complain(office, title, { kind: 'suggestion', said: own }))).toBe('fieldMissing');
    const suggestion = await complain(office, title, {
      kind: 'suggestion',
      said: { ...own, promisedOn: '2026-03-05' },
    });
    const special = await complain(office, title, { kind: 'complaint', said: own });
    await take(office, special, 'relations', 'assess', justified({ urgent: true }));
    const dues = async (id: number) => (await show(id)).deadlines.map(({ code, dueOn }) => `${code} ${dueOn}`);
    expect([await dues(inquiry), await dues(suggestion), await dues(special)].flat()).toEqual([
      ...['inquiry 2026-03-03', 'suggestion 2026-03-05', 'special 2026-03-11'],
    ]);
    office.at('2026-03-03T08:59:00+08:00');
    await signInAs(office, 'relations');
    expect(limitsOf(await show(inquiry))).toEqual({ inquiry: 'open' });
    office.at('2026-03-03T09:02:00+08:00');
    expect(limitsOf(await show(inquiry))).toEqual({ inquiry: 'late' });
  });
});

describe('a complaint in a shop', () => {
  const begin = (nextAnswerOn?: string) =>
    complain(office, '门店投诉', {
      kind: 'goods',
      said: { itemCode: 'G-2031', ...(nextAnswerOn && { nextAnswerOn }) },
    });

  test('has a promised day, five checks, and is reported at once when it is major', async () => {
    expect(await refusal(begin())).toBe('fieldMissing');
    const id = await begin('2026-03-04');
    await take(office, id, 'head', 'assess', justified({ major: true }));
    await take(office, id, 'head', 'report', { toWhom: cast.manager });
    await take(office, id, 'head', 'assign', { handler: cast.worker });
    const checks = {
      listened: true,
      asked: true,
      followedUp: true,
      answered: false,
      recorded: true,
      cause: '商品质量',
    };
    const { recorded: _, ...four } = checks;
    expect(await refusal(take(office, id, 'worker', 'checks', four))).toBe('fieldMissing');
    await take(office, id, 'worker', 'checks', checks);
    await take(office, id, 'worker', 'propose', { solution: '换新' });
    await take(office, id, 'manager', 'approve', { granted: true });
    await take(office, id, 'worker', 'carryOut', { done: '已换新' });
    await take(office, id, 'worker', 'answer', { way: '当面', answer: '已换新' });
    await take(office, id, 'clerk', 'feedback', { satisfied: true, way: '当面' });
    await take(office, id, 'head', 'close', { summary: '换新' });
    expect(limitsOf(await show(id))).toEqual({ atOnce: 'met', promised: 'met' });
  });

  test('is late the day after the promised one', async () => {
    const id = await begin('2026-03-04');
    office.at('2026-03-05T09:00:00+08:00');
    await signInAs(office, 'head');
    expect(limitsOf(await show(id))).toEqual({ promised: 'late' });
  });
});

describe('a procedure', () => {
  const first = async () => {
    await signInAs(office, 'hr');
    const [its] = await office.call('complaint.procedures', {});
    const { definition } = await office.call('complaint.procedure', { id: its?.id ?? 0 });
    await office.call('people.signIn', { login: 'sujingxing', password: 'songfeng-2026' });
    return { id: its?.id ?? 0, definition };
  };

  test('that is edited while cases run stays for them as it was', async () => {
    const id = await complain(office, '检测申诉', { kind: 'general' });
    const its = await first();
    const [register, assess, ...rest] = its.definition.steps;
    const steps = [register, { ...assess, title: '初审' }, ...rest] as typeof its.definition.steps;
    const { id: next } = await office.call('complaint.revise', {
      id: its.id,
      definition: { ...its.definition, steps },
      signature: PASSWORD,
    });
    await signInAs(office, 'quality');
    expect((await show(id)).next).toBe('申诉评审');
    const fresh = (await office.call('complaint.procedures', {})).find(({ id: one }) => one === next);
    expect(fresh).toMatchObject({ version: 2, openCases: 1, madeBy: '苏景行' });
    expect(await refusal(complain(office, '检测申诉', { kind: 'general', procedureId: its.id }))).toBe(
      'procedureRevised',
    );
    const second = await complain(office, '检测申诉', { kind: 'general' });
    await signInAs(office, 'quality');
    expect((await show(second)).next).toBe('初审');
  });

  test('that is impossible is refused with what is wrong', async () => {
    const { id, definition } = await first();
    const revised = (its: Partial<typeof definition>) =>
      refusal(office.call('complaint.revise', { id, definition: { ...definition, ...its }, signature: PASSWORD }));
    const without = (does: string) => definition.steps.filter((step) => step.does !== does);
    expect(await revised({ steps: without('close') })).toBe('procedureNeedsOne');
    expect(await revised({ steps: without('feedback') })).toBe('procedureNeedsOne');
    const [limit] = definition.limits;
    expect(await revised({ limits: [{ ...(limit as never as object), from: { step: 'never' } } as never] })).toBe(
      'limitWithoutStart',
    );
    expect(await revised({ limits: [{ ...(limit as never as object), count: undefined } as never] })).toBe(
      'limitWithoutLength',
    );
    const first1 = definition.steps.map((step) => (step.does === 'assign' ? { ...step, required: false } : step));
    expect(await revised({ steps: first1 })).toBe('handlerNotNamed');
  });

  test('that most of the last cases began with stands first, the others in their own order', async () => {
    const titles = async () => (await office.call('complaint.procedures', {})).map(({ title }) => title);
    await signInAs(office, 'clerk');
    const before = await titles();
    await complain(office, '服务投诉', { kind: 'other' });
    expect(before[0]).not.toBe('服务投诉');
    expect(await titles()).toEqual(['服务投诉', ...before.filter((its) => its !== '服务投诉')]);
  });

  test('is copied under a name of the company’s own', async () => {
    const { id } = await first();
    expect(await refusal(office.call('complaint.copy', { id, title: '门店投诉' }))).toBe('procedureTitleTaken');
    const { id: copied } = await office.call('complaint.copy', { id, title: '分公司检测申诉' });
    // Nobody registers with it before it is put into force.
    const titles = async () => {
      await signInAs(office, 'hr');
      return (await office.call('complaint.procedures', {})).map(({ title }) => title);
    };
    expect(await titles()).not.toContain('分公司检测申诉');
    await signIn(office, ADMIN);
    const { definition, state } = await office.call('complaint.version', { id: copied });
    expect(state).toBe('notYet');
    await office.call('complaint.revise', { id: copied, definition, signature: PASSWORD });
    expect(await titles()).toContain('分公司检测申诉');
  });
});
