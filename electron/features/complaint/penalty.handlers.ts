import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { PenaltyService } from './penalty.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<unknown>;

export function createPenaltyHandlers(service: PenaltyService, confirm: Confirm): HandlersOf<'penalty'> {
  const signed = async (id: number, act: 'state' | 'decide' | 'withdraw', secret: string, ctx: SignedInContext) => {
    service.demandAct(id, act, ctx);
    await confirm(ctx.actor.staffId, secret, 'signature', ctx);
  };
  return {
    list: (input, ctx) => service.list(input, ctx),
    show: ({ id }, ctx) => service.show(id, ctx),
    scale: ({ complaintId }, ctx) => service.scale(complaintId, ctx),
    compensations: (input) => service.compensations(input),
    propose: (input, ctx) => service.propose(input, ctx),
    commend: (input, ctx) => service.commend(input, ctx),
    state: async ({ signature, ...input }, ctx) => {
      await signed(input.id, 'state', signature, ctx);
      service.state(input, ctx);
    },
    passUp: (input, ctx) => service.passUp(input, ctx),
    decide: async ({ signature, ...input }, ctx) => {
      await signed(input.id, 'decide', signature, ctx);
      service.decide(input, ctx);
    },
    tell: (input, ctx) => service.tell(input, ctx),
    withdraw: async ({ signature, ...input }, ctx) => {
      await signed(input.id, 'withdraw', signature, ctx);
      service.withdraw(input, ctx);
    },
  };
}
