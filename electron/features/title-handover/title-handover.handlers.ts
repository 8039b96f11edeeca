import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer } from '../../ipc/signer';
import type { TitleHandoverService } from './title-handover.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

export function createTitleHandoverHandlers(
  service: TitleHandoverService,
  confirm: Confirm,
): HandlersOf<'titleHandover'> {
  return {
    list: (filter, ctx) => service.list(filter, ctx.today),
    show: ({ id }, ctx) => service.show(id, ctx.today),
    readPaste: (block) => service.readPaste(block),
    give: async ({ signature, ...input }, ctx) => {
      const { aManagerId } = service.demandGivable(input, ctx);
      return service.give(input, await confirm(aManagerId, signature, 'signature', ctx), ctx);
    },
    check: (input, ctx) => service.check(input, ctx),
    accept: async ({ signatures, ...input }, ctx) => {
      const { its, seen } = service.demandAcceptable(input, ctx);
      const a = await confirm(its.aId, signatures.a, 'signatures.a', ctx);
      const b = await confirm(its.bId, signatures.b, 'signatures.b', ctx);
      const custodian = await confirm(ctx.actor.staffId, signatures.custodian, 'signatures.custodian', ctx);
      const second = await confirm(input.secondId, signatures.second, 'signatures.second', ctx);
      return service.accept(input, seen, { a, b, custodian, second }, ctx);
    },
    sendBack: async ({ id, reason, signature }, ctx) => {
      service.demandOpen(id);
      service.sendBack(id, reason, await confirm(ctx.actor.staffId, signature, 'signature', ctx), ctx);
    },
    withdraw: async ({ id, reason, signature }, ctx) => {
      const { aId } = service.demandOpen(id);
      service.withdraw(id, reason, await confirm(aId, signature, 'signature', ctx), ctx);
    },
  };
}
