import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer } from '../../ipc/signer';
import type { ExtensionService } from './extension.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

export function createExtensionHandlers(service: ExtensionService, confirm: Confirm): HandlersOf<'extension'> {
  const decided = async (
    id: number,
    state: 'granted' | 'refused',
    answer: string,
    secret: string,
    ctx: SignedInContext,
  ) => {
    service.demandDecidable(id, ctx.actor.staffId);
    service.decide(id, state, answer, await confirm(ctx.actor.staffId, secret, 'signature', ctx), ctx);
  };
  return {
    list: (input, ctx) => service.list(input, ctx),
    ofDossier: ({ dossierId }, ctx) => service.ofDossier(dossierId, ctx),
    weigh: (input) => service.weigh(input),
    ask: (input, ctx) => service.ask(input, ctx),
    grant: ({ id, signature }, ctx) => decided(id, 'granted', '', signature, ctx),
    refuse: ({ id, reason, signature }, ctx) => decided(id, 'refused', reason, signature, ctx),
    withdraw: ({ id }, ctx) => service.withdraw(id, ctx),
  };
}
