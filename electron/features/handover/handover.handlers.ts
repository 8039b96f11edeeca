import { AppError } from '../../../shared/api/errors';
import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer } from '../../ipc/signer';
import type { HandoverService } from './handover.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

export function createHandoverHandlers(service: HandoverService, confirm: Confirm): HandlersOf<'handover'> {
  return {
    list: (input) => service.list(input),
    count: (filter) => service.count(filter),
    show: ({ id }, ctx) => service.show(id, ctx),
    steps: (input, ctx) => service.steps(input, ctx),
    lateness: ({ year }, ctx) => service.lateness(year, ctx.today),
    give: async ({ signature, ...input }, ctx) =>
      service.give(
        input,
        await confirm(service.giverOf(input.dossierId, input.kind), signature, 'signature', ctx),
        ctx,
      ),
    withdraw: async ({ id, reason, signature }, ctx) => {
      const { giverId } = service.demandOpen(id);
      service.withdraw(id, reason, await confirm(giverId, signature, 'signature', ctx), ctx);
    },
    check: (input, ctx) => service.check(input, ctx),
    sendBack: async ({ id, reason, signature }, ctx) => {
      const seen = service.contentNow(id);
      return service.sendBack(id, seen, reason, await confirm(ctx.actor.staffId, signature, 'signature', ctx), ctx);
    },
    acceptAtB: async ({ id, signature }, ctx) => {
      const seen = service.contentNow(id);
      const { bManagerId } = service.demandOpen(id);
      return service.acceptAtB(id, seen, await confirm(bManagerId, signature, 'signature', ctx), ctx);
    },
    acceptAtArchive: async ({ id, place, signatures }, ctx) => {
      const seen = service.contentNow(id);
      const { aManagerId, bManagerId } = service.demandOpen(id);
      if (aManagerId !== undefined && signatures.a === undefined)
        throw new AppError('conflict', 'signatureOfANeeded', { field: 'signatures.a' });
      const a =
        aManagerId === undefined ? undefined : await confirm(aManagerId, signatures.a ?? '', 'signatures.a', ctx);
      const b = await confirm(bManagerId, signatures.b, 'signatures.b', ctx);
      const archivist = await confirm(ctx.actor.staffId, signatures.archivist, 'signatures.archivist', ctx);
      return service.acceptAtArchive(id, seen, place, { ...(a && { a }), b, archivist }, ctx);
    },
  };
}
