import type { ComplaintRow, complaint } from '../../../shared/api/complaint.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import type { SignedInContext } from '../../ipc/context';
import { atOnce } from '../../ipc/in-turns';
import type { Case, ComplaintRepo } from './complaint.repo';
import type { CaseProcedure } from './procedure.repo';
import { type Person, whyNotTaker } from './takers.rules';
import type { Whole } from './whole-case';

interface Parts {
  repo: Pick<ComplaintRepo, 'open' | 'closedBefore' | 'closedCount'>;
  procedures: { ofCase(id: number): CaseProcedure | undefined };
  present(): Person[];
  mayRead(its: Case, staffId: number): boolean;
  /** Reads all of them. */
  oversees(staffId: number): boolean;
  wholeOf(its: Case): Whole;
  rowOf(whole: Whole, present: readonly Person[], ctx: SignedInContext): ComplaintRow;
}

type Filter = ParsedOf<typeof complaint.list>;
export interface Found {
  rows: ComplaintRow[];
  total: number;
  open: number;
  late: number;
}

/** As many as a page shows. */
const MOST = 500;
const EVERY = Number.MAX_SAFE_INTEGER;

interface Listed {
  its: Case;
  row: ComplaintRow;
}

/** Lists of cases: in steps, because thousands are looked through; what a row says is worked out for those that are shown. */
export function createFinding({ repo, procedures, present, mayRead, oversees, wholeOf, rowOf }: Parts) {
  function* rowsOf(cases: readonly Case[], ctx: SignedInContext): Generator<void, Listed[]> {
    const people = present();
    const listed: Listed[] = [];
    for (const its of cases) {
      listed.push({ its, row: rowOf(wholeOf(its), people, ctx) });
      yield;
    }
    return listed;
  }

  /** Does a case fit what was asked for? By what stands in it, not by what it comes to. */
  const fits = (its: Case, { procedureFirstId, text }: Filter): boolean => {
    if (procedureFirstId === undefined && text === '') return true;
    const procedure = procedures.ofCase(its.procedureId);
    if (procedureFirstId !== undefined && procedure?.firstId !== procedureFirstId) return false;
    const kind = procedure?.definition.kinds.find(({ code }) => code === its.kind)?.title ?? its.kind;
    const { no, complainant, client, facts, unit, handler } = its;
    return text === '' || [no, complainant, client, facts, unit, handler, kind].some((word) => word?.includes(text));
  };

  /** The latest first; where all fit, only as many are looked at as are wanted. */
  function* closedOnes(filter: Filter, most: number, ctx: SignedInContext) {
    const all = filter.text === '' && filter.procedureFirstId === undefined && oversees(ctx.actor.staffId);
    const found: Case[] = [];
    for (let before = EVERY; ; ) {
      const some = repo.closedBefore(before);
      const last = some.at(-1);
      if (!last) return { found, total: found.length };
      for (const its of some) if (mayRead(its, ctx.actor.staffId) && fits(its, filter)) found.push(its);
      if (all && found.length >= most) return { found, total: repo.closedCount() };
      before = last.id;
      yield;
    }
  }

  /** At most so many of those that the person may read, with what is open of them. */
  function* find(filter: Filter, most: number, ctx: SignedInContext): Generator<void, Found> {
    const { which } = filter;
    const open = yield* rowsOf(
      repo.open().filter((its) => mayRead(its, ctx.actor.staffId)),
      ctx,
    );
    const late = open.filter(({ row }) => row.deadline?.late === true);
    const counts = { open: open.length, late: late.length };
    const mine = open.filter(({ row }) => row.mine);
    const wanted = { open, mine, late, closed: [], all: open }[which].filter(({ its }) => fits(its, filter));
    const isAsked = which === 'closed' || which === 'all';
    const closed = isAsked ? yield* closedOnes(filter, most, ctx) : { found: [], total: 0 };
    const latest = [...wanted.map(({ its }) => its), ...closed.found].sort((a, b) => b.id - a.id).slice(0, most);
    const known = new Map(wanted.map(({ row }) => [row.id, row]));
    for (const { row } of yield* rowsOf(
      latest.filter(({ id }) => !known.has(id)),
      ctx,
    ))
      known.set(row.id, row);
    const rows = latest.flatMap(({ id }) => known.get(id) ?? []);
    return { rows, total: wanted.length + closed.total, ...counts };
  }

  return {
    list: (filter: Filter, ctx: SignedInContext): Generator<void, Found> => find(filter, MOST, ctx),
    /** Those of which the next step is the person's own. */
    waitingFor: (ctx: SignedInContext): ComplaintRow[] => atOnce(find({ which: 'mine', text: '' }, EVERY, ctx)).rows,
    /** All of them at once, for paper and files. */
    chosen: (filter: Filter, ctx: SignedInContext): ComplaintRow[] => atOnce(find(filter, EVERY, ctx)).rows,
  };
}

/** The next step is that person's own. */
export const isMine = ({ course, parties }: Whole, people: readonly Person[], staffId: number): boolean => {
  const me = people.find(({ id }) => id === staffId);
  return me !== undefined && course.next !== undefined && whyNotTaker(course.next, me, parties, people) === undefined;
};
