import type { HandlersOf } from '../../ipc/dispatch';
import type { RetentionService } from './retention.service';

export function createRetentionHandlers(service: RetentionService): HandlersOf<'retention'> {
  return {
    list: () => service.list(),
    overview: () => service.overview(),
    effect: ({ id, years }, ctx) => service.effect(id, years, ctx.today),
    add: (input, ctx) => service.add(input, ctx),
    revise: (input, ctx) => service.revise(input, ctx),
    retire: ({ id }, ctx) => service.retire(id, ctx),
    takeUp: ({ id }, ctx) => service.takeUp(id, ctx),
  };
}
