import { describe, expect, test } from 'vitest';
import { SHIPPED_PROCEDURES } from '../../../electron/features/complaint/shipped/shipped-procedures';
import type { Procedure } from '../../../shared/complaint/procedure';
import { differencesOf } from '../../../shared/complaint/procedure-differences';
import { faultsOf } from '../../../shared/complaint/procedure-faults';

const ITS = SHIPPED_PROCEDURES.serviceCompany;
const brief = (all: ReturnType<typeof differencesOf>) =>
  all.map(({ kind, at, name, what }) => [kind, at.part, name, what].filter(Boolean).join(' '));

describe('two versions of a procedure', () => {
  test('that say the same differ in nothing, whatever the order of their keys', () => {
    const turned = (its: object) => Object.fromEntries(Object.entries(its).reverse());
    const after = { ...turned(ITS), steps: ITS.steps.map(turned) } as unknown as Procedure;
    expect(JSON.stringify(after)).not.toBe(JSON.stringify(ITS));
    expect(differencesOf(ITS, after)).toEqual([]);
  });

  test('differ in each thing that was changed, by the name that it had', () => {
    const [first, second, ...rest] = ITS.steps;
    if (!first || !second) throw new Error('no steps');
    const after = {
      ...ITS,
      keepYears: 5,
      steps: [first, { ...second, title: '初审', by: ['hrManager' as const] }, ...rest],
      limits: ITS.limits.map((limit) => (limit.code === 'begin' ? { ...limit, count: 2 } : limit)),
      penalties: ITS.penalties.slice(1),
    };
    expect(brief(differencesOf(ITS, after))).toEqual([
      'changed basics keepYears',
      'changed step 核实定性 title',
      'changed step 核实定性 by',
      'changed limit 一个工作日内开始调查 count',
      'removed penalty 罚款',
    ]);
    expect(differencesOf(ITS, after)[3]).toMatchObject({ before: 1, after: 2 });
  });

  test('say of a step that was moved that it was, and not of those that it passed', () => {
    const [first, ...rest] = ITS.steps.slice(2, 6);
    if (!first) throw new Error('no steps');
    const after = { ...ITS, steps: [...ITS.steps.slice(0, 2), ...rest, first, ...ITS.steps.slice(6)] };
    expect(brief(differencesOf(ITS, after))).toEqual(['moved step 开始调查']);
  });

  test('say of a condition that was taken away that it was', () => {
    const its = SHIPPED_PROCEDURES.dealer;
    const steps = its.steps.map((step) => {
      const { when: _, ...others } = step;
      return step.code === 'meeting' ? others : step;
    });
    expect(brief(differencesOf(its, { ...its, steps }))).toEqual(['changed step 紧急会议记录 when']);
  });
});

test('what is wrong with a procedure says in which step or limit it is', () => {
  const limits = ITS.limits.map((limit) => (limit.code === 'begin' ? { ...limit, to: 'never' } : limit));
  const steps = ITS.steps.map((step) => (step.code === 'feedback' ? { ...step, required: false } : step));
  expect(faultsOf({ ...ITS, steps, limits })).toEqual([
    { reason: 'stepMustBeRequired', name: '人事行政部回访', at: { part: 'step', code: 'feedback' } },
    { reason: 'limitWithoutEnd', name: '一个工作日内开始调查', at: { part: 'limit', code: 'begin' } },
  ]);
});
