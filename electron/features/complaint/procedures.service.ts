import type { complaint } from '../../../shared/api/complaint.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { POSITIONS } from '../../../shared/api/people.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { EditedProcedure, ManagedProcedure, ProcedureState } from '../../../shared/complaint/managed-procedure';
import type { SignedInContext } from '../../ipc/context';
import type { ProcedureVersion } from './procedure.repo';
import { demandPossible } from './procedure.rules';
import { procedureHash } from './procedure-hash.rules';
import { SHIPPED_PROCEDURES } from './shipped/shipped-procedures';
import { namesOf } from './takers.rules';
import type { Parts } from './whole-case';

/** Procedures are copied and revised, each time as a new version: cases that are underway keep theirs. */
export function createProcedures({ procedures, commit, present }: Pick<Parts, 'procedures' | 'commit' | 'present'>) {
  const demandNewest = (id: number) => {
    const found = procedures.newest().find((its) => its.id === id);
    if (found) return found;
    if (procedures.byId(id))
      throw new AppError('conflict', 'procedureRevised', { name: procedures.byId(id)?.definition.title ?? '' });
    throw new AppError('notFound', 'noSuchProcedure');
  };
  const demandNewTitle = (title: string, firstId?: number): void => {
    if (procedures.newest().some((its) => its.definition.title === title && its.firstId !== firstId))
      throw new AppError('conflict', 'procedureTitleTaken', { field: 'title', name: title });
  };
  /** Everything that may stand in the way of a new version; before anybody is asked for a secret, and again in the act. */
  const demandRevisable = ({ id, definition }: Pick<ParsedOf<typeof complaint.revise>, 'id' | 'definition'>) => {
    const before = demandNewest(id);
    demandPossible(definition);
    demandNewTitle(definition.title, before.firstId);
    return before;
  };
  const say = (name: 'complaint.retire' | 'complaint.resume', its: ProcedureVersion, ctx: SignedInContext): void => {
    const { id, firstId, definition } = its;
    const inUse = name === 'complaint.resume';
    commit(ctx, name, { id, title: definition.title }, () =>
      procedures.say(firstId, inUse, ctx.today, ctx.actor.staffId),
    );
  };

  const managed = (its: ProcedureVersion): ManagedProcedure => {
    const { id, firstId, version, definition, madeOn, madeBy, openCases } = its;
    const { title, source, steps, limits } = definition;
    return {
      ...{ id, firstId, version, title, source, state: stateOf(its), madeOn, openCases },
      ...{ steps: steps.length, limits: limits.length },
      ...(madeBy !== undefined && { madeBy }),
    };
  };
  const versionsOf = (firstId: number): EditedProcedure['versions'] =>
    procedures.versions(firstId).flatMap(({ id, openHere }) => {
      const its = procedures.byId(id);
      if (!its) return [];
      const { version, madeOn, madeBy, contentHash } = its;
      const row = { id, version, madeOn, signed: contentHash !== undefined, openCases: openHere };
      return [{ ...row, ...(madeBy !== undefined && { madeBy }) }];
    });
  const holders = (): EditedProcedure['holders'] => {
    const people = present();
    return POSITIONS.map((position) => ({
      position,
      names: namesOf(people.filter(({ positions }) => positions.includes(position))),
    }));
  };

  return {
    /** The ones that come with the program; inside the commit that founds the company. */
    layFoundations: (on: Day): void => {
      for (const its of Object.values(SHIPPED_PROCEDURES)) procedures.add(its, on, undefined);
    },
    demandRevisable,
    revise: (input: Pick<ParsedOf<typeof complaint.revise>, 'id' | 'definition'>, ctx: SignedInContext) => {
      const before = demandRevisable(input);
      const { id, definition } = input;
      const hash = procedureHash({ firstId: before.firstId, version: before.version + 1, definition });
      return commit(ctx, 'complaint.revise', { id, title: definition.title }, (): { id: number } => {
        // What is put into force is used from then on.
        if (!before.inUse) procedures.say(before.firstId, true, ctx.today, ctx.actor.staffId);
        return { id: procedures.add(definition, ctx.today, ctx.actor.staffId, before, hash) };
      });
    },
    copy: ({ id, title }: ParsedOf<typeof complaint.copy>, ctx: SignedInContext): { id: number } => {
      const { definition } = demandNewest(id);
      demandNewTitle(title);
      return commit(ctx, 'complaint.copy', { id, title }, () => {
        const copied = procedures.add({ ...definition, title }, ctx.today, ctx.actor.staffId);
        procedures.say(copied, false, ctx.today, ctx.actor.staffId);
        return { id: copied };
      });
    },
    retire: ({ id }: ParsedOf<typeof complaint.retire>, ctx: SignedInContext): void => {
      const its = demandNewest(id);
      const { title } = its.definition;
      if (!its.inUse) throw new AppError('conflict', 'procedureNotInUse', { name: title });
      if (procedures.newest().filter(({ inUse }) => inUse).length === 1)
        throw new AppError('conflict', 'lastProcedure', { name: title });
      say('complaint.retire', its, ctx);
    },
    resume: ({ id }: ParsedOf<typeof complaint.resume>, ctx: SignedInContext): void => {
      const its = demandNewest(id);
      if (its.inUse) throw new AppError('conflict', 'procedureInUse', { name: its.definition.title });
      say('complaint.resume', its, ctx);
    },
    managed: (): ManagedProcedure[] => procedures.newest().map(managed),
    version: (id: number): EditedProcedure => {
      const its = procedures.byId(id);
      if (!its) throw new AppError('notFound', 'noSuchProcedure');
      const versions = versionsOf(its.firstId);
      const earlier = versions.find(({ version }) => version === its.version - 1);
      const before = earlier && procedures.byId(earlier.id)?.definition;
      return {
        ...managed(its),
        ...{ definition: its.definition, versions, holders: holders() },
        ...(before && { before }),
      };
    },
  };
}

/** A copy is one as long as it has its first version only, and nobody has put that into force. */
const stateOf = ({ inUse, version, contentHash, madeBy }: ProcedureVersion): ProcedureState => {
  if (inUse) return 'inUse';
  return version === 1 && madeBy !== undefined && contentHash === undefined ? 'notYet' : 'retired';
};
