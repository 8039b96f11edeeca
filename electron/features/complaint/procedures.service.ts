import type { complaint } from '../../../shared/api/complaint.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Day } from '../../../shared/calendar/working-days';
import type { SignedInContext } from '../../ipc/context';
import type { Parts } from './complaint.service';
import { demandPossible } from './procedure.rules';
import { SHIPPED_PROCEDURES } from './shipped/shipped-procedures';

/** Procedures are copied and revised, each time as a new version: cases that are underway keep theirs. */
export function createProcedures({ procedures, commit }: Pick<Parts, 'procedures' | 'commit'>) {
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
  return {
    /** The ones that come with the program; inside the commit that founds the company. */
    layFoundations: (on: Day): void => {
      for (const its of Object.values(SHIPPED_PROCEDURES)) procedures.add(its, on, undefined);
    },
    revise: ({ id, definition }: ParsedOf<typeof complaint.revise>, ctx: SignedInContext): { id: number } => {
      const before = demandNewest(id);
      demandPossible(definition);
      demandNewTitle(definition.title, before.firstId);
      const act = () => procedures.add(definition, ctx.today, ctx.actor.staffId, before);
      return { id: commit(ctx, 'complaint.revise', { id, title: definition.title }, act) };
    },
    copy: ({ id, title }: ParsedOf<typeof complaint.copy>, ctx: SignedInContext): { id: number } => {
      const { definition } = demandNewest(id);
      demandNewTitle(title);
      const act = () => procedures.add({ ...definition, title }, ctx.today, ctx.actor.staffId);
      return { id: commit(ctx, 'complaint.copy', { id, title }, act) };
    },
  };
}
