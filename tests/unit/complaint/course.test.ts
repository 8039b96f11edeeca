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
