import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { RetentionEffect, retention } from '../../../shared/api/retention.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { RetentionRepo } from './retention.repo';
import { keepUntil, SHIPPED_BASIS, SHIPPED_RETENTIONS } from './retention.rules';

/** Dossiers of one term whose business ended on one day, as they are kept now. */
export interface KeptDossiers {
  endedOn: Day;
  keepUntil?: Day;
  count: number;
}

interface Parts {
  repo: RetentionRepo;
  commit: Commit;
  /** Those that the term still speaks for: neither gone nor appraised. */
  keptFor(retentionId: number): KeptDossiers[];
  keepAnew(retentionId: number, endedOn: Day, keepUntil: Day | undefined): number;
}

type Fields = ParsedOf<typeof retention.add>;
export type RetentionService = ReturnType<typeof createRetentionService>;

/** How long dossiers are kept. */
export function createRetentionService({ repo, commit, keptFor, keepAnew }: Parts) {
  const demand = (id: number) => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchRetention');
    return found;
  };
  const demandFreeName = (name: string, ownId?: number): void => {
    if (repo.list().some((its) => its.name === name && its.id !== ownId))
      throw new AppError('conflict', 'retentionExists', { field: 'name', name });
  };
  const retire = (action: 'retention.retire' | 'retention.takeUp', id: number, ctx: SignedInContext): void => {
    const its = demand(id);
    const retired = action === 'retention.retire';
    if (its.retired === retired)
      throw new AppError('conflict', retired ? 'retentionRetired' : 'retentionInUse', { name: its.name });
    const classes = repo.classes().get(id) ?? 0;
    if (retired && classes > 0)
      throw new AppError('conflict', 'retentionOfClasses', { name: its.name, count: classes });
    commit(ctx, action, { id, name: its.name }, () => repo.retire(id, retired));
  };
  return {
    list: repo.list,
    demand,
    /** For a dossier that has another term now. */
    demandInUse: (id: number) => {
      const its = demand(id);
      if (its.retired) throw new AppError('conflict', 'retentionRetired', { field: 'retentionId', name: its.name });
      return its;
    },
    overview: () => {
      const dossiers = repo.dossiers();
      const classes = repo.classes();
      return repo
        .list()
        .map((its) => ({ ...its, dossiers: dossiers.get(its.id) ?? 0, classes: classes.get(its.id) ?? 0 }));
    },
    effect: (id: number, years: number | undefined, today: Day): RetentionEffect => {
      demand(id);
      const moving = keptFor(id).map((its) => ({ ...its, until: keepUntil(years, its.endedOn) }));
      const moved = moving.filter((its) => its.until !== its.keepUntil);
      const sum = (some: readonly KeptDossiers[]) => some.reduce((total, { count }) => total + count, 0);
      const over = moved.filter(({ until }) => until !== undefined && until < today);
      return { dossiers: repo.dossiers().get(id) ?? 0, moved: sum(moved), over: sum(over) };
    },
    add: (input: Fields, ctx: SignedInContext) => {
      demandFreeName(input.name);
      return commit(ctx, 'retention.add', input, () => ({ id: repo.add(input) }));
    },
    revise: ({ id, ...term }: ParsedOf<typeof retention.revise>, ctx: SignedInContext) => {
      demand(id);
      demandFreeName(term.name, id);
      return commit(ctx, 'retention.revise', { id, ...term }, () => {
        repo.revise(id, term);
        const days = [...new Set(keptFor(id).map(({ endedOn }) => endedOn))];
        return { moved: days.reduce((sum, day) => sum + keepAnew(id, day, keepUntil(term.years, day)), 0) };
      });
    },
    retire: (id: number, ctx: SignedInContext) => retire('retention.retire', id, ctx),
    takeUp: (id: number, ctx: SignedInContext) => retire('retention.takeUp', id, ctx),
    /** Last day of a dossier's retention; `undefined`: for ever, or the business goes on. */
    keepUntil: (retentionId: number, endedOn: Day | undefined) => keepUntil(demand(retentionId).years, endedOn),
    /** A term of so many years that the company does not have in use yet; inside the commit of an act that needs it. */
    begin: (years: number): number => {
      const taken = new Set(repo.list().map(({ name }) => name));
      const [name] = [`${years}年`, `${years}年（投诉）`].filter((one) => !taken.has(one));
      return repo.add({ name: name ?? `${years}年（${taken.size + 1}）`, years, basis: '' });
    },
    /** The terms of a new company; runs inside the founding commit. */
    layFoundations: (): void => {
      for (const term of SHIPPED_RETENTIONS) repo.add({ ...term, basis: SHIPPED_BASIS });
    },
  };
}
