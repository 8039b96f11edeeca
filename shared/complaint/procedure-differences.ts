import type { Procedure } from './procedure';
import type { Place, ProcedurePart } from './procedure-faults';

/** What one version of a procedure says otherwise than another: a part that came, went or moved, or one thing in it. */
export interface Difference {
  at: Place;
  kind: 'added' | 'removed' | 'moved' | 'changed';
  /** Of the step, limit or penalty; empty for what stands in no part. */
  name: string;
  /** Which thing of the part: its key in the definition. */
  what?: string;
  before?: unknown;
  after?: unknown;
}

interface Coded {
  code: string;
  title: string;
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));

/** The order of the keys says nothing. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, its]) => its !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, its]) => [key, sorted(its)]),
  );
}

function changesOf(before: object, after: object, except: readonly string[], at: Place, name: string): Difference[] {
  const [old, now] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !except.includes(key));
  return keys
    .filter((key) => !isSame(old[key], now[key]))
    .map((what) => ({ at, kind: 'changed', name, what, before: old[what], after: now[what] }));
}

/** The longest run of them that stands in both orders: whatever is not in it has moved. */
function keptInOrder(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const runs: string[][] = [];
  const placeOf = new Map(before.map((code, i) => [code, i]));
  for (const [i, code] of after.entries()) {
    const fitting = runs.slice(0, i).filter((run) => (placeOf.get(run.at(-1) ?? '') ?? 0) < (placeOf.get(code) ?? 0));
    const longest = fitting.reduce<string[]>((so, run) => (run.length > so.length ? run : so), []);
    runs.push([...longest, code]);
  }
  return new Set(runs.reduce((so, run) => (run.length > so.length ? run : so), []));
}

function ofList(before: readonly Coded[], after: readonly Coded[], part: ProcedurePart): Difference[] {
  const old = new Map(before.map((its) => [its.code, its]));
  const now = new Map(after.map((its) => [its.code, its]));
  const codesIn = (all: readonly Coded[], other: ReadonlyMap<string, Coded>) =>
    all.map(({ code }) => code).filter((code) => other.has(code));
  const stayed = keptInOrder(codesIn(before, now), codesIn(after, old));
  const whole = (kind: 'added' | 'removed' | 'moved', { code, title }: Coded): Difference => ({
    ...{ at: { part, code }, kind, name: title },
  });
  return [
    ...before.filter(({ code }) => !now.has(code)).map((its) => whole('removed', its)),
    ...after.flatMap((its) => {
      const was = old.get(its.code);
      if (!was) return [whole('added', its)];
      const moved = stayed.has(its.code) ? [] : [whole('moved', its)];
      return [...moved, ...changesOf(was, its, ['code'], { part, code: its.code }, was.title)];
    }),
  ];
}

/** What `after` says otherwise than `before`, part by part. */
export function differencesOf(before: Procedure, after: Procedure): Difference[] {
  return [
    ...changesOf(before, after, ['steps', 'limits', 'penalties', 'penaltyBy'], { part: 'basics' }, ''),
    ...ofList(before.steps, after.steps, 'step'),
    ...ofList(before.limits, after.limits, 'limit'),
    ...ofList(before.penalties, after.penalties, 'penalty'),
    ...changesOf({ penaltyBy: before.penaltyBy }, { penaltyBy: after.penaltyBy }, [], { part: 'penalty' }, ''),
  ];
}
