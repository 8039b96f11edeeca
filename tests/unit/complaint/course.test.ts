import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  courseOf,
  factsOf,
  holds,
  roundBegins,
  type Said,
  type Taken,
} from '../../../electron/features/complaint/course.rules';
import { SHIPPED_PROCEDURES, type ShippedName } from '../../../electron/features/complaint/shipped/shipped-procedures';
import { fieldsOf, type Procedure, type Step } from '../../../shared/complaint/procedure';
import { faultsOf } from '../../../shared/complaint/procedure-faults';

const NAMES = Object.keys(SHIPPED_PROCEDURES) as ShippedName[];
const MOST_ROUNDS = 4;
const MOST_STEPS = 200;

/** What somebody might say in a step. */
function saidBy(step: Step, pick: (most: number) => number): Said {
  const value = (field: ReturnType<typeof fieldsOf>[number]) => {
    if (field.type === 'yes') return pick(1) === 1;
    if (field.type === 'choice') return field.choices?.[pick(field.choices.length - 1)]?.code ?? '';
    if (field.type === 'yuan' || field.type === 'staff') return pick(9);
    return field.type === 'day' ? '2026-03-02' : '说明';
  };
  return Object.fromEntries(fieldsOf(step).map((field) => [field.code, value(field)]));
}

interface Walk {
  taken: Taken[];
  round: number;
  stuck: boolean;
  closed: boolean;
}

/** Takes whatever may be taken until the case is closed; refusals and unsatisfied clients send it back. */
function walk(its: Procedure, kind: string, pick: (most: number) => number): Walk {
  const taken: Taken[] = [];
  let round = 1;
  for (let id = 1; id <= MOST_STEPS; id += 1) {
    const { open } = courseOf(its, {
      ...{ round, kind, taken, granted: [], closed: false },
      roundAt: { at: '', on: '' },
    });
    const step = open[pick(open.length - 1)];
    if (!step) return { taken, round, stuck: true, closed: false };
    const said = { ...saidBy(step, pick) };
    // Nobody refuses for ever.
    if (step.does === 'approve' && id > MOST_STEPS / 2) said.granted = true;
    taken.push({ id, round, step: step.code, at: '', on: '2026-03-02', said });
    if (step.does === 'close') return { taken, round, stuck: false, closed: true };
    if (step.does === 'feedback' && said.satisfied === false && round < MOST_ROUNDS) round += 1;
  }
  return { taken, round, stuck: true, closed: false };
}

describe('the six procedures that come with the program', () => {
  test.each(NAMES)('%s leads somewhere from each of its steps', (name) => {
    expect(faultsOf(SHIPPED_PROCEDURES[name])).toEqual([]);
  });

  test.each(NAMES)(
    'whatever is said in a case of %s, it comes to its end, and no required step is missing then',
    (name) => {
      const its = SHIPPED_PROCEDURES[name];
      fc.assert(
        fc.property(fc.infiniteStream(fc.nat(1_000)), fc.constantFrom(...its.kinds), (numbers, { code: kind }) => {
          const pick = (most: number) => (numbers.next().value ?? 0) % (most + 1);
          const { taken, round, closed } = walk(its, kind, pick);
          expect(closed).toBe(true);
          expect(missingAtTheEnd(its, kind, taken, round)).toEqual([]);
        }),
        { numRuns: 150 },
      );
    },
  );

  test('a close that came too early would be seen', () => {
    const its = SHIPPED_PROCEDURES.dealer;
    const taken = [{ id: 1, round: 1, step: 'register', at: '', on: '2026-03-02', said: {} }];
    expect(missingAtTheEnd(its, 'productQuality', taken, 1)).toContain('assess');
  });
});

/** What an administrator might do to a procedure, sensible or not. */
type Edit = (its: Procedure, at: number) => Procedure;
const EDITS: readonly Edit[] = [
  (its, at) => ({ ...its, steps: its.steps.toSpliced(at, 1) }),
  (its, at) => ({
    ...its,
    steps: its.steps.map((step, i) => (i === at ? { ...step, required: !step.required } : step)),
  }),
  (its, at) => {
    const step = its.steps[at];
    return step ? { ...its, steps: its.steps.toSpliced(at, 1).toSpliced(at + 1, 0, step) } : its;
  },
  (its, at) => {
    const step: Step = {
      code: `own${its.steps.length}`,
      title: '',
      does: 'work',
      by: ['employee'],
      required: true,
      fields: [],
    };
    return { ...its, steps: its.steps.toSpliced(at, 0, step) };
  },
  (its, at) => ({
    ...its,
    steps: its.steps.map((step, i) => (i === at ? { ...step, when: { major: true } } : step)),
  }),
  (its, at) => ({
    ...its,
    steps: its.steps.map((step, i) => {
      const { when: _, ...rest } = step;
      return i === at ? rest : step;
    }),
  }),
];
const edits = fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(20)), { minLength: 1, maxLength: 6 });
const edited = (its: Procedure, all: readonly (readonly [number, number])[]) =>
  all.reduce((so, [edit, at]) => EDITS[edit]?.(so, at % Math.max(1, so.steps.length)) ?? so, its);

describe('a procedure that was edited', () => {
  test.each(NAMES)(
    'and that nothing is wrong with leads every case of %s to its end, and misses no required step',
    (name) => {
      let walked = 0;
      fc.assert(
        fc.property(edits, fc.infiniteStream(fc.nat(1_000)), fc.nat(5), (all, numbers, at) => {
          const its = edited(SHIPPED_PROCEDURES[name], all);
          if (faultsOf(its).length > 0) return;
          walked += 1;
          const kind = its.kinds[at % its.kinds.length]?.code ?? '';
          const pick = (most: number) => (numbers.next().value ?? 0) % (most + 1);
          const { taken, round, closed } = walk(its, kind, pick);
          expect(closed).toBe(true);
          expect(missingAtTheEnd(its, kind, taken, round)).toEqual([]);
        }),
        { numRuns: 300 },
      );
      expect(walked).toBeGreaterThan(30);
    },
  );

  test('and that was refused for it would stand still: one without an end, and one that waits for what comes later', () => {
    const its = SHIPPED_PROCEDURES.retail;
    const yes = () => 0;
    const endless = { ...its, steps: its.steps.filter(({ does }) => does !== 'close') };
    expect(faultsOf(endless)).not.toEqual([]);
    expect(walk(endless, 'goods', yes).closed).toBe(false);
    const unheard = {
      ...its,
      steps: its.steps.map((step) => (step.does === 'feedback' ? { ...step, required: false } : step)),
    };
    expect(faultsOf(unheard)).toContainEqual(expect.objectContaining({ reason: 'stepMustBeRequired' }));
    const straight = walk(unheard, 'goods', (most) => most);
    expect(straight.closed).toBe(true);
    expect(straight.taken.map(({ step }) => step)).not.toContain('feedback');
  });
});

/** Counted from the other side: every required step whose condition holds has its record, in this round or before it began anew. */
function missingAtTheEnd(its: Procedure, kind: string, taken: readonly Taken[], round: number): string[] {
  const facts = factsOf(its, { kind, taken, round });
  const wanted = its.steps.filter(
    ({ required, when, does }) =>
      required &&
      holds(when, facts) &&
      (does === 'explain'
        ? facts.justified === false
        : facts.justified || ['register', 'assess', 'close'].includes(does)),
  );
  const begins = roundBegins(its);
  return wanted
    .filter(
      (step) =>
        !taken.some((one) => one.step === step.code && (its.steps.indexOf(step) < begins || one.round === round)),
    )
    .map(({ code }) => code);
}
