import type { HandlersOf } from '../../ipc/dispatch';
import type { createChecklistService } from './checklist.service';

export function createChecklistHandlers(service: ReturnType<typeof createChecklistService>): HandlersOf<'checklist'> {
  return {
    list: () => service.list(),
    show: ({ id }) => service.show(id),
    shipped: () => service.shipped(),
    make: (input, ctx) => service.make(input, ctx),
    revise: (input, ctx) => service.revise(input, ctx),
  };
}
