import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer } from '../../ipc/signer';
import type { SupplementService } from './supplement.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

export function createSupplementHandlers(service: SupplementService, confirm: Confirm): HandlersOf<'supplement'> {
  const myself = (secret: string, ctx: SignedInContext) => confirm(ctx.actor.staffId, secret, 'signature', ctx);
  return {
    list: (input, ctx) => service.list(input, ctx),
    show: ({ id }, ctx) => service.show(id, ctx),
    ofDossier: ({ dossierId }, ctx) => service.ofDossier(dossierId, ctx),
    issue: async ({ signature, ...input }, ctx) => {
      service.demandIssuable(input.dossierId, ctx);
      return service.issue(input, await myself(signature, ctx), ctx);
    },
    handIn: async ({ signature, ...input }, ctx) => {
      const { responsibleId } = service.demandOpen(input.id);
      service.handIn(input, await confirm(responsibleId, signature, 'signature', ctx), ctx);
    },
    confirm: async ({ signature, ...input }, ctx) => {
      service.demandReceivable(input.id, ctx);
      service.confirm(input, await myself(signature, ctx), ctx);
    },
    giveBack: async ({ signature, ...input }, ctx) => {
      service.demandReceivable(input.id, ctx);
      service.giveBack(input, await myself(signature, ctx), ctx);
    },
    withdraw: async ({ signature, ...input }, ctx) => {
      service.demandReceivable(input.id, ctx);
      service.withdraw(input, await myself(signature, ctx), ctx);
    },
  };
}
