import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ExtensionsOfCase } from '../../shared/api/case-extension.contract';
import { CAST, type Cast, castCompany, complain, limitsOf, type Role, signInAs, take } from './complaints';
import { type Office, openOffice, PIN } from './office';

// A Monday: two working days are until Wednesday.
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
const justified = { justified: true, major: false, urgent: false };
const begin = async (accused: number[] = [cast.worker]) => {
  const id = await complain(office, '服务投诉', { kind: 'attitude', unitId: cast.unitId, accused });
  await take(office, id, 'hr', 'assess', justified);
  return id;
};
const ask = async (id: number, role: Role, newDueOn = '2026-03-06', limit = 'answer') => {
  await signInAs(office, role);
  return office.call('caseExtension.ask', { complaintId: id, limit, newDueOn, reason: '当事人出差' });
};
const decide = async (
  id: number,
  role: Role,
  more: { granted?: boolean; answer?: string; signature?: string } = {},
) => {
  await signInAs(office, role);
  await office.call('caseExtension.decide', { id, granted: true, signature: PIN, ...more });
};
const requests = (complaintId: number): Promise<ExtensionsOfCase> =>
  office.call('caseExtension.ofCase', { complaintId });

describe('more time for a complaint', () => {
  test('counts once an approver has signed: the limit in words and the list of what is late follow the new day, and the earlier one stays', async () => {
    const id = await begin();
    await take(office, id, 'head', 'begin', { firstSteps: '约谈' });
    const { id: asked } = await ask(id, 'head');
    office.at('2026-03-05T09:00:00+08:00');
    await signInAs(office, 'manager');
    expect(limitsOf(await office.call('complaint.show', { id }))).toMatchObject({ answer: 'late' });
    expect(await office.call('complaint.list', { which: 'late' })).toMatchObject({ late: 1 });
    await decide(asked, 'manager');
    const its = await office.call('complaint.show', { id });
    expect(its.deadline).toMatchObject({
      ...{ code: 'answer', dueOn: '2026-03-06', late: false, left: 1, extended: true },
      earlier: [
        {
          ...{ dueOn: '2026-03-04', until: '2026-03-06', reason: '当事人出差', asker: CAST.head.name },
          ...{ decider: CAST.manager.name, decidedOn: '2026-03-05' },
        },
      ],
    });
    expect(await office.call('complaint.list', { which: 'late' })).toMatchObject({ late: 0, total: 0 });
    office.at('2026-03-07T09:00:00+08:00');
    await signInAs(office, 'manager');
    expect(await office.call('complaint.list', { which: 'late' })).toMatchObject({ late: 1 });
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  });

  test('waits on the desk of who decides, with how long, and on nobody else’s', async () => {
    const id = await begin();
    await ask(id, 'head');
    office.at('2026-03-04T09:00:00+08:00');
    const onDesk = async (role: Role) => {
      await signInAs(office, role);
      return (await office.call('desk.show', {})).complaintPapers;
    };
    expect(await onDesk('manager')).toEqual([
      {
        ...{ what: 'extension', id, no: '诉〔2026〕001号', person: CAST.head.name, waitingDays: 2 },
        ...{ about: '两个工作日内给客户满意答复', newDueOn: '2026-03-06' },
      },
    ]);
    for (const role of ['head', 'hr', 'worker', 'chairman'] as const) expect(await onDesk(role), role).toEqual([]);
  });

  test('is asked by the handler, not by whoever is complained of or has nothing to do with the case', async () => {
    const id = await begin([cast.worker]);
    expect(await refusal(ask(id, 'worker'))).toBe('notYourComplaint');
    expect(await refusal(ask(id, 'quality'))).toBe('onlyHandlerAsks');
    expect(await refusal(ask(await begin([cast.head]), 'head'))).toBe('complainedOf');
    expect(await refusal(ask(id, 'head'))).toBe('done');
    expect(await refusal(ask(id, 'head'))).toBe('limitExtensionWaits');
    const general = await complain(office, '检测申诉', { kind: 'general' });
    await take(office, general, 'quality', 'assess', justified);
    await take(office, general, 'quality', 'assign', { handler: cast.worker });
    await signInAs(office, 'worker');
    expect((await requests(general)).askable).toBe(true);
    expect(await refusal(ask(general, 'worker', '2026-04-01', 'result'))).toBe('done');
  });

  test('is decided by nobody who is complained of and by no asker; who stands in is named', async () => {
    const deciders = async (id: number, asker: Role) => {
      await ask(id, asker);
      const [row] = (await requests(id)).rows;
      const may: Role[] = [];
      for (const role of Object.keys(CAST) as Role[]) {
        await signInAs(office, role);
        const reply = await office.reply('caseExtension.decide', { id: row?.id ?? 0, granted: false, signature: PIN });
        // Whoever may decide is asked for the reason of a refusal, and nobody else is.
        if (!reply.ok && reply.error.reason === 'opinionNeeded') may.push(role);
        else expect(reply, role).toMatchObject({ ok: false, error: { code: 'notAllowed' } });
      }
      expect(row?.approvers).toEqual(may.map((role) => CAST[role].name));
      return may;
    };
    expect(await deciders(await begin(), 'head')).toEqual(['manager']);
    expect(await deciders(await begin([cast.manager]), 'head')).toEqual(['chairman']);
    expect(await deciders(await begin([cast.head]), 'hr')).toEqual(['manager']);
    const own = await complain(office, '检测申诉', { kind: 'general' });
    await take(office, own, 'quality', 'assess', justified);
    await signInAs(office, 'quality');
    await office.call('caseExtension.ask', {
      ...{ complaintId: own, limit: 'result', newDueOn: '2026-04-01', reason: '复检' },
    });
    // The only one who approves solutions asked: the general manager stands in.
    const [row] = (await requests(own)).rows;
    expect(row?.approvers).toEqual([CAST.manager.name]);
    expect(await refusal(decide(row?.id ?? 0, 'quality'))).toBe('ownRequest');
  });

  test('is refused with the reason, taken back by the asker, or lapses when the limit is over', async () => {
    const id = await begin();
    const first = await ask(id, 'head');
    expect(await refusal(decide(first.id, 'manager', { granted: false }))).toBe('opinionNeeded');
    expect(await refusal(decide(first.id, 'manager', { signature: '000000' }))).not.toBe('done');
    await decide(first.id, 'manager', { granted: false, answer: '时间足够' });
    expect((await office.call('complaint.show', { id })).deadline).toMatchObject({ extended: false, earlier: [] });
    expect(await refusal(decide(first.id, 'manager'))).toBe('extensionClosed');
    const second = await ask(id, 'head');
    await signInAs(office, 'hr');
    expect(await refusal(office.call('caseExtension.withdraw', second))).toBe('onlyAskerWithdraws');
    await signInAs(office, 'head');
    await office.call('caseExtension.withdraw', second);
    const third = await ask(id, 'head', '2026-03-05', 'begin');
    await take(office, id, 'head', 'begin', { firstSteps: '约谈' });
    expect(await refusal(decide(third.id, 'manager'))).toBe('extensionClosed');
    expect((await requests(id)).rows.map(({ state }) => state)).toEqual(['lapsed', 'withdrawn', 'refused']);
  });

  test('is a later day that has not passed, of a limit that runs; past the known calendar it is a guess', async () => {
    const id = await begin();
    expect(await refusal(ask(id, 'head', '2026-03-04'))).toBe('notLaterThanLimit');
    expect(await refusal(ask(id, 'head', '2026-03-06', 'never'))).toBe('limitNotRunning');
    office.at('2026-03-10T09:00:00+08:00');
    expect(await refusal(ask(id, 'head', '2026-03-06'))).toBe('newLimitIsPast');
    await decide((await ask(id, 'head', '2028-01-05')).id, 'manager');
    const its = await office.call('complaint.show', { id });
    expect(its.deadlines.find(({ code }) => code === 'answer')).toMatchObject({ dueOn: '2028-01-05', isGuess: true });
  });

  test('ends with its round: the next one counts anew', async () => {
    const id = await begin();
    await decide((await ask(id, 'head')).id, 'manager');
    await take(office, id, 'head', 'begin', { firstSteps: '约谈' });
    await take(office, id, 'head', 'investigate', { findings: '属实', cause: '拖延' });
    await take(office, id, 'head', 'propose', { solution: '致歉' });
    await take(office, id, 'manager', 'approve', { granted: true });
    await take(office, id, 'head', 'carryOut', { done: '已致歉' });
    await take(office, id, 'head', 'answer', { way: '电话', answer: '已致歉' });
    await take(office, id, 'hr', 'feedback', { satisfied: false, way: '电话' });
    await office.call('complaint.reopen', { id, reason: '仍不满意' });
    const its = await office.call('complaint.show', { id });
    expect(its.deadlines.map(({ code, dueOn, extended }) => [code, dueOn, extended])).toEqual([
      ['begin', '2026-03-03', false],
      ['answer', '2026-03-04', false],
    ]);
  });
});
