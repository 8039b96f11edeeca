import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer } from '../../ipc/signer';
import type { DisposalService } from './disposal.service';
import type { Draft } from './preparing.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

export function createDisposalHandlers(service: DisposalService, confirm: Confirm): HandlersOf<'disposal'> {
  /** What is signed is taken down before the secret is asked for, and made anew afterwards. */
  const make = async (draftNow: () => Draft, signature: string, ctx: SignedInContext) => {
    const seen = service.seenIn(draftNow());
    const signer = await confirm(ctx.actor.staffId, signature, 'signature', ctx);
    return service.make(draftNow(), seen, signer, ctx);
  };
  return {
    due: (filter, ctx) => service.due(filter, ctx.today),
    list: (filter, ctx) => service.list(filter, ctx.today),
    count: (filter) => service.ids(filter).length,
    show: ({ id }, ctx) => service.show(id, ctx),
    ofDossier: ({ dossierId }, ctx) => service.ofDossier(dossierId, ctx.today),
    appraise: ({ signature, ...input }, ctx) => make(() => service.appraisal(input, ctx), signature, ctx),
    listForDestruction: ({ signature, ...input }, ctx) => make(() => service.destruction(input, ctx), signature, ctx),
    listForTransfer: ({ signature, ...input }, ctx) => make(() => service.transfer(input, ctx), signature, ctx),
    approve: async ({ id, signature }, ctx) => {
      service.demandApprovable(id, ctx);
      service.approve(id, await confirm(ctx.actor.staffId, signature, 'signature', ctx), ctx);
    },
    refuse: async ({ id, reason, signature }, ctx) => {
      service.demandApprovable(id, ctx);
      service.refuse(id, reason, await confirm(ctx.actor.staffId, signature, 'signature', ctx), ctx);
    },
    withdraw: (input, ctx) => service.withdraw(input, ctx),
    nameWitnesses: (input, ctx) => service.nameWitnesses(input, ctx),
    destroy: async ({ id, no, signatures }, ctx) => {
      const named = service.destroyable(id, no, ctx);
      const first = await confirm(named.first, signatures.first, 'signatures.first', ctx);
      const second = await confirm(named.second, signatures.second, 'signatures.second', ctx);
      service.destroy(id, no, first, second, ctx);
    },
    handOut: async ({ id, signatures }, ctx) => {
      const named = service.handable(id, ctx);
      const archivist = await confirm(ctx.actor.staffId, signatures.archivist, 'signatures.archivist', ctx);
      const supervisor = await confirm(named.supervisor, signatures.supervisor, 'signatures.supervisor', ctx);
      service.handOut(id, archivist, supervisor, ctx);
    },
    takeBack: (input, ctx) => service.takeBack(input, ctx),
  };
}
