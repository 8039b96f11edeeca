import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { StocktakeService } from './stocktake.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<unknown>;

export function createStocktakeHandlers(service: StocktakeService, confirm: Confirm): HandlersOf<'stocktake'> {
  return {
    list: ({ openOnly }) => service.list(openOnly),
    show: ({ id }) => service.show(id),
    start: (input, ctx) => service.start(input, ctx),
    count: (input, ctx) => service.take(input, ctx),
    undo: ({ id, entryId }, ctx) => service.undo(id, entryId, ctx),
    sign: async ({ id, signatures }, ctx) => {
      const { its, seen } = service.demandSignable(id, ctx);
      await confirm(its.firstCounterId, signatures.firstCounter, 'signatures.firstCounter', ctx);
      await confirm(its.secondCounterId, signatures.secondCounter, 'signatures.secondCounter', ctx);
      return service.sign(id, seen, ctx);
    },
    explain: (input, ctx) => service.explain(input, ctx),
    close: async ({ id, seen, signature }, ctx) => {
      service.demandClosable(id, seen, ctx);
      await confirm(ctx.actor.staffId, signature, 'signature', ctx);
      service.close(id, seen, ctx);
    },
    abandon: ({ id, reason }, ctx) => service.abandon(id, reason, ctx),
  };
}
