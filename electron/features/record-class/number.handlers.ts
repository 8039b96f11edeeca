import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer } from '../../ipc/signer';
import type { NumberService } from './number.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

export function createNumberHandlers(service: NumberService, confirm: Confirm): HandlersOf<'number'> {
  return {
    series: () => service.series(),
    list: (input) => service.list(input),
    show: ({ id }) => service.show(id),
    faults: ({ classId, year }) => service.faults(classId, year),
    void: async ({ signature, ...input }, ctx) =>
      service.declareVoid(input, await confirm(ctx.actor.staffId, signature, 'signature', ctx), ctx),
    replace: async ({ signature, ...input }, ctx) => {
      service.demandReplaceable(input.dossierId, input.classId);
      return service.replace(input, await confirm(ctx.actor.staffId, signature, 'signature', ctx), ctx);
    },
  };
}
