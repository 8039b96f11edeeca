import { AppError } from '../../../shared/api/errors';
import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import { inTurns } from '../../ipc/in-turns';
import type { ComplaintService } from './complaint.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<unknown>;

export function createComplaintHandlers(service: ComplaintService, confirm: Confirm): HandlersOf<'complaint'> {
  return {
    procedures: () => service.procedures(),
    procedure: ({ id }) => service.procedure(id),
    revise: async ({ signature, ...input }, ctx) => {
      service.demandRevisable(input);
      await confirm(ctx.actor.staffId, signature, 'signature', ctx);
      return service.revise(input, ctx);
    },
    managed: () => service.managed(),
    version: ({ id }) => service.version(id),
    retire: (input, ctx) => service.retire(input, ctx),
    resume: (input, ctx) => service.resume(input, ctx),
    copy: (input, ctx) => service.copy(input, ctx),
    foresee: (input) => service.foresee(input),
    register: (input, ctx) => service.register(input, ctx),
    list: (input, ctx) => inTurns(service.list(input, ctx)),
    show: ({ id }, ctx) => service.show(id, ctx),
    take: async (input, ctx) => {
      if (service.demandTakable(input.id, input.step, ctx.actor.staffId)) {
        if (input.signature === undefined) throw new AppError('conflict', 'signatureNeeded', { field: 'signature' });
        await confirm(ctx.actor.staffId, input.signature, 'signature', ctx);
      }
      return service.take(input, ctx);
    },
    reopen: (input, ctx) => service.reopen(input, ctx),
  };
}
