import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PenaltyView } from '../../shared/api/penalty.contract';
import { ADMIN, CAST, type Cast, castCompany, complain, type Role, signInAs, take } from './complaints';
import { type Office, openOffice, PIN, signIn } from './office';

const MONDAY = '2026-03-02T09:00:00+08:00';
let office: Office;
let cast: Cast;
beforeEach(async () => {
  office = openOffice(MONDAY);
  cast = await castCompany(office);
});
afterEach(() => office.close());

const refusal = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: Error) => /"reason":"(\w+)"/.exec(error.message)?.[1],
  );
const begin = async (accused: number[], justified = true) => {
  const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId, accused });
  const assessor = accused.includes(cast.hr) ? 'manager' : 'hr';
  await take(office, id, assessor, 'assess', { justified, major: false, urgent: false });
  return id;
};
const propose = async (complaintId: number, role: Role, staffId = cast.worker, measure = 'fine', yuan = 50) => {
  await signInAs(office, role);
  const facts = '接待客户时态度生硬';
  const its = await office.call('penalty.propose', { complaintId, staffId, measure, amountFen: yuan * 100, facts });
  return its.id;
};
const commend = async (role: Role, staffId = cast.clerk, yuan = 200) => {
  await signInAs(office, role);
  const its = { staffId, title: '通报表扬', amountFen: yuan * 100, facts: '主动加班为客户补办手续', toAll: true };
  return (await office.call('penalty.commend', its)).id;
};
const state = async (
  id: number,
  role: Role,
  way: 'written' | 'recorded' | 'refused' = 'written',
  statement = '我当时很忙',
) => {
  await signInAs(office, role);
  await office.call('penalty.state', { id, way, statement, signature: PIN });
};
const decide = async (id: number, role: Role, more: object = {}) => {
  await signInAs(office, role);
  const its = { id, granted: true, effectiveOn: '2026-03-05', signature: PIN };
  await office.call('penalty.decide', { ...its, ...more });
};
const show = async (id: number, role: Role = 'hr'): Promise<PenaltyView> => {
  await signInAs(office, role);
  return office.call('penalty.show', { id });
};

/** Everybody who may decide, found by trying: whoever may is asked why it is refused, nobody else is. */
async function whoDecides(id: number): Promise<Role[]> {
  const may: Role[] = [];
  for (const role of Object.keys(CAST) as Role[]) {
    await signInAs(office, role);
    const reply = await office.reply('penalty.decide', { id, granted: false, signature: PIN });
    if (!reply.ok && reply.error.reason === 'opinionNeeded') may.push(role);
    else expect(reply, role).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
  }
  expect((await show(id)).deciders).toEqual(may.map((role) => CAST[role].name));
  return may;
}

describe('a penalty', () => {
  test('is proposed on the scale, answered, decided by the head, handed over, and stands in the register and the journal', async () => {
    const complaintId = await begin([cast.worker]);
    const id = await propose(complaintId, 'hr', cast.worker, 'notice', 200);
    expect(await show(id)).toMatchObject({
      ...{
        no: '罚〔2026〕001号',
        complaintNo: '诉〔2026〕001号',
        person: CAST.worker.name,
        amountFen: 20_000,
        points: 5,
      },
      ...{ toAll: true, state: 'proposed', title: '罚款并通报', form: '处罚通知单' },
    });
    expect(await refusal(decide(id, 'head'))).toBe('statementNeeded');
    await state(id, 'worker');
    await decide(id, 'head');
    await signInAs(office, 'hr');
    await office.call('penalty.tell', { id });
    expect(await show(id, 'worker')).toMatchObject({
      ...{ state: 'decided', statement: '我当时很忙', statementWay: 'written', decider: CAST.head.name },
      ...{ effectiveOn: '2026-03-05', toldOn: '2026-03-02' },
    });
    await signIn(office, ADMIN);
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('outside the scale is refused, and it is said what the scale is; so is one where there is no scale, or nothing was found', async () => {
    const id = await begin([cast.worker]);
    const reply = async (measure: string, yuan: number) => {
      await signInAs(office, 'hr');
      const its = { complaintId: id, staffId: cast.worker, measure, amountFen: yuan * 100, facts: '态度' };
      const got = await office.reply('penalty.propose', its);
      return got.ok ? 'done' : [got.error.reason, got.error.details];
    };
    const outside = ['penaltyOutsideScale', { field: 'amountFen', name: '罚款', least: 30, most: 100 }];
    expect(await reply('fine', 29.99)).toEqual(outside);
    expect(await reply('fine', 100.01)).toEqual(outside);
    expect(await reply('reprimand', 301)).toMatchObject(['penaltyIsFixed', { least: 300 }]);
    expect(await reply('dismissal', 1)).toMatchObject(['penaltyIsFixed', { least: 0 }]);
    expect(await reply('flogging', 30)).toMatchObject(['measureUnknown', {}]);
    expect(await refusal(propose(await begin([cast.worker], false), 'hr'))).toBe('penaltyNeedsJustified');
    const general = await complain(office, '检测申诉', { kind: 'general' });
    expect(await refusal(propose(general, 'hr'))).toBe('noPenaltyScale');
    const quality = await complain(office, '质量体系申诉', { kind: 'direct' });
    await take(office, quality, 'quality', 'assess', { justified: true, major: false, urgent: false });
    expect(await refusal(propose(quality, 'hr', cast.worker, 'fine', 199))).toBe('penaltyOutsideScale');
    expect(await refusal(propose(quality, 'hr', cast.worker, 'fine', 1500))).toBe('done');
    expect(await reply('fine', 30)).toBe('done');
    expect(await reply('fine', 100)).toMatchObject(['penaltyOnCase', { no: '罚〔2026〕002号' }]);
  });

  test('is decided by the head for the department, by the general manager where the head is complained of, penalised or has proposed it, and by nobody who must keep out', async () => {
    const of = async (accused: number[], by: Role, staffId = cast.worker) => {
      const id = await propose(await begin(accused), by, staffId);
      const writer = (Object.keys(CAST) as Role[]).find((role) => cast[role] === staffId) as Role;
      await state(id, writer);
      return whoDecides(id);
    };
    expect(await of([cast.worker], 'hr')).toEqual(['head']);
    expect(await of([cast.worker, cast.head], 'hr')).toEqual(['manager']);
    expect(await of([cast.head], 'hr', cast.head)).toEqual(['manager']);
    expect(await of([cast.worker], 'head')).toEqual(['manager']);
    expect(await of([cast.manager, cast.head], 'hr')).toEqual(['chairman']);
    expect(await of([cast.manager], 'hr', cast.manager)).toEqual(['chairman']);
    expect(await of([cast.hr], 'manager', cast.hr)).toEqual(['head']);
    const overHead = await begin([cast.head]);
    expect(await refusal(propose(overHead, 'quality', cast.head))).toBe('personnelProposes');
    expect(await refusal(propose(overHead, 'head', cast.worker))).toBe('complainedOf');
    expect(await refusal(propose(overHead, 'hr', cast.hr))).toBe('penaltyForOneself');
  });

  test('goes to the general manager when the personnel manager says that the head does not act', async () => {
    const id = await propose(await begin([cast.worker]), 'quality');
    await state(id, 'worker');
    const passUp = async (role: Role) => {
      await signInAs(office, role);
      return office.call('penalty.passUp', { id, reason: '一周未处理' });
    };
    expect(await refusal(passUp('relations'))).toBe('personnelPassesUp');
    await passUp('hr');
    expect(await refusal(passUp('hr'))).toBe('passedUpAlready');
    expect(await refusal(decide(id, 'head'))).toBe('notYourPenalty');
    await decide(id, 'manager');
    expect(await show(id)).toMatchObject({
      passedUpBy: CAST.hr.name,
      passedUpReason: '一周未处理',
      decider: CAST.manager.name,
    });
  });

  test('hears the person first: who writes it, or somebody records it or that nothing was said', async () => {
    const first = await propose(await begin([cast.worker]), 'hr');
    expect(await refusal(state(first, 'hr', 'written'))).toBe('onlyPersonWrites');
    expect(await refusal(state(first, 'worker', 'refused'))).toBe('personWritesOwn');
    expect(await refusal(state(first, 'worker', 'written', ''))).toBe('statementEmpty');
    expect(await refusal(state(first, 'clerk', 'recorded'))).toBe('notYourPenalty');
    await state(first, 'relations', 'refused', '');
    expect(await refusal(state(first, 'worker'))).toBe('statementThere');
    expect(await show(first)).toMatchObject({ statementWay: 'refused', statedBy: CAST.relations.name });
    const second = await propose(await begin([cast.worker]), 'hr');
    await state(second, 'quality', 'recorded', '本人口述：忙不过来');
    await decide(second, 'head', { granted: false, opinion: '情有可原' });
    expect(await show(second)).toMatchObject({ state: 'refused', opinion: '情有可原', acts: [] });
  });

  test('is corrected only by taking it back, and stays to be seen with the reason', async () => {
    const complaintId = await begin([cast.worker]);
    const id = await propose(complaintId, 'hr');
    await state(id, 'worker');
    await decide(id, 'head');
    const withdraw = async (role: Role) => {
      await signInAs(office, role);
      return office.call('penalty.withdraw', { id, reason: '金额有误', signature: PIN });
    };
    expect(await refusal(decide(id, 'head'))).toBe('penaltyClosed');
    expect(await refusal(withdraw('hr'))).toBe('ownPenalty');
    expect(await refusal(withdraw('worker'))).toBe('penaltyIsYours');
    await withdraw('head');
    expect(await show(id)).toMatchObject({ state: 'withdrawn', withdrawReason: '金额有误', decider: CAST.head.name });
    expect(await refusal(propose(complaintId, 'hr', cast.worker, 'fine', 30))).toBe('done');
  });

  test('is seen by whom it is for, by those who oversee, and by everybody once everybody is told', async () => {
    const id = await propose(await begin([cast.worker]), 'hr', cast.worker, 'notice', 200);
    const sees = async (role: Role) => {
      await signInAs(office, role);
      return (await office.call('penalty.list', {})).rows.map((its) => its.id);
    };
    expect([await sees('worker'), await sees('tester'), await sees('quality')]).toEqual([[id], [], [id]]);
    await state(id, 'worker');
    await decide(id, 'head');
    await signInAs(office, 'hr');
    await office.call('penalty.tell', { id });
    expect(await sees('tester')).toEqual([id]);
  });

  test('waits on the desk: of the person to write, of the head to decide, of the proposer to hand over', async () => {
    const desk = async (role: Role) => {
      await signInAs(office, role);
      return (await office.call('desk.show', {})).complaintPapers.map(({ what, no }) => `${what} ${no}`);
    };
    const id = await propose(await begin([cast.worker]), 'hr');
    expect([await desk('worker'), await desk('head')]).toEqual([['state 罚〔2026〕001号'], []]);
    await state(id, 'worker');
    expect([await desk('worker'), await desk('head')]).toEqual([[], ['decide 罚〔2026〕001号']]);
    await decide(id, 'head');
    expect([await desk('head'), await desk('hr')]).toEqual([[], ['tell 罚〔2026〕001号']]);
  });
});

describe('a reward', () => {
  test('stands without a case, needs no statement, and is decided by the head, not by whoever proposed it', async () => {
    const id = await commend('hr');
    expect(await refusal(state(id, 'clerk'))).toBe('rewardNeedsNoStatement');
    expect(await whoDecides(id)).toEqual(['head']);
    await decide(id, 'head');
    expect(await show(id)).toMatchObject({ no: '奖〔2026〕001号', kind: 'reward', state: 'decided', form: '' });
    expect(await whoDecides(await commend('hr', cast.head))).toEqual(['manager']);
    expect(await refusal(commend('hr', cast.hr))).toBe('penaltyForOneself');
  });
});

describe('the register', () => {
  test('has for each month sums that agree with their lists', async () => {
    const fine = await propose(await begin([cast.worker]), 'hr');
    const undone = await propose(await begin([cast.tester]), 'hr', cast.tester, 'reprimand', 300);
    for (const [id, role] of [
      [fine, 'worker'],
      [undone, 'tester'],
    ] as const) {
      await state(id, role);
      await decide(id, 'head');
    }
    await signInAs(office, 'head');
    await office.call('penalty.withdraw', { id: undone, reason: '查无此事', signature: PIN });
    await decide(await commend('hr'), 'head');
    office.at('2026-04-02T09:00:00+08:00');
    await propose(await begin([cast.worker]), 'hr');
    await signInAs(office, 'hr');
    for (const month of [undefined, '2026-03', '2026-04'])
      for (const which of ['all', 'waiting', 'penalties', 'rewards', 'undone'] as const) {
        const { rows, total, sums } = await office.call('penalty.list', { which, ...(month && { month }) });
        const fen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0);
        expect([total, fen], `${month} ${which}`).toEqual([sums[which].count, sums[which].fen]);
      }
    const march = await office.call('penalty.list', { month: '2026-03' });
    expect(march.sums).toMatchObject({
      ...{ all: { count: 3 }, waiting: { count: 0 }, penalties: { count: 1, fen: 5_000 } },
      ...{ rewards: { count: 1, fen: 20_000 }, undone: { count: 1 } },
    });
    expect((await office.call('penalty.list', { month: '2026-04', which: 'waiting' })).total).toBe(1);
  });

  test('of compensations says how much was paid to whom, when, and by whom', async () => {
    const id = await begin([]);
    await take(office, id, 'head', 'begin', { firstSteps: '约谈' });
    await take(office, id, 'head', 'investigate', { findings: '属实', cause: '拖延' });
    await take(office, id, 'head', 'propose', { solution: '赔偿' });
    await take(office, id, 'manager', 'approve', { granted: true });
    await take(office, id, 'head', 'carryOut', {
      done: '已赔付',
      compensation: 123_450,
      paidTo: '周女士之子',
      paidOn: '2026-03-03',
    });
    await signInAs(office, 'hr');
    expect(await office.call('penalty.compensations', {})).toMatchObject({
      ...{ total: 1, sumFen: 123_450 },
      rows: [
        {
          no: '诉〔2026〕001号',
          amountFen: 123_450,
          paidTo: '周女士之子',
          paidOn: '2026-03-03',
          paidBy: CAST.head.name,
        },
      ],
    });
    expect(await office.call('penalty.compensations', { month: '2026-04' })).toMatchObject({ total: 0, sumFen: 0 });
  });
});
