import type { client } from '../../../shared/api/client.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { ClientRepo } from './client.repo';

export type ClientService = ReturnType<typeof createClientService>;

export function createClientService(repo: ClientRepo, commit: Commit) {
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
  return {
    list: (input: ParsedOf<typeof client.list>) => repo.list(input.text, input.offset, input.limit),
    show: demand,
    register: (fields: ParsedOf<typeof client.register>, ctx: SignedInContext) => {
      demandNewCode(fields.code);
      return { id: commit(ctx, 'client.register', fields, () => repo.add(fields, ctx.actor.staffId)) };
    },
    correct: ({ id, ...fields }: ParsedOf<typeof client.correct>, ctx: SignedInContext): void => {
      demand(id);
      demandNewCode(fields.code, id);
      commit(ctx, 'client.correct', { id, ...fields }, () => repo.correct(id, fields));
    },
  };
}
