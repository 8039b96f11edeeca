import type { client } from '../../../shared/api/client.contract';
import type { ParsedOf, Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { Actor, SignedInContext } from '../../ipc/context';
import type { ClientRepo } from './client.repo';
import { mayCorrectClient } from './client.rules';

interface Parts {
  repo: ClientRepo;
  commit: Commit;
  departmentOf(staffId: number): number | undefined;
  allows(staffId: number, permission: Permission): boolean;
}

export type ClientService = ReturnType<typeof createClientService>;

export function createClientService({ repo, commit, departmentOf, allows }: Parts) {
  const demand = (id: number) => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchClient');
    return found;
  };
  /** One credit code or ID number, one client file. */
  const demandNewCode = (code: string, except?: number) => {
    const other = code === '' ? undefined : repo.byCode(code);
    if (other && other.id !== except) throw new AppError('conflict', 'clientCodeTaken', { code, name: other.name });
  };
  const isTheirs = ({ ownerId }: { ownerId: number }, { staffId, positions }: Actor): boolean =>
    mayCorrectClient(
      { id: ownerId, departmentId: departmentOf(ownerId) },
      { staffId, positions, departmentId: departmentOf(staffId) },
    );
  return {
    demand,
    list: (input: ParsedOf<typeof client.list>) => repo.list(input.text, input.offset, input.limit),
    show: (id: number, { actor }: SignedInContext) => {
      const its = demand(id);
      return { ...its, mayCorrect: allows(actor.staffId, 'client.correct') && isTheirs(its, actor) };
    },
    register: (fields: ParsedOf<typeof client.register>, ctx: SignedInContext) => {
      demandNewCode(fields.code);
      return { id: commit(ctx, 'client.register', fields, () => repo.add(fields, ctx.actor.staffId)) };
    },
    correct: ({ id, ...fields }: ParsedOf<typeof client.correct>, ctx: SignedInContext): void => {
      const before = demand(id);
      if (!isTheirs(before, ctx.actor)) throw new AppError('notAllowed', 'notYourClient', { owner: before.owner });
      demandNewCode(fields.code, id);
      commit(ctx, 'client.correct', { id, ...fields }, () => repo.correct(id, fields));
    },
  };
}
