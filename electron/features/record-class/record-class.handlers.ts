import type { HandlersOf } from '../../ipc/dispatch';
import type { RecordClassService } from './record-class.service';

export function createRecordClassHandlers(service: RecordClassService): HandlersOf<'recordClass'> {
  return {
    list: () => service.list(),
    overview: (_, ctx) => service.overview(ctx.today),
    add: (input, ctx) => service.add(input, ctx),
    revise: (input, ctx) => service.revise(input, ctx),
    retire: ({ id }, ctx) => service.retire(id, ctx),
    takeUp: ({ id }, ctx) => service.takeUp(id, ctx),
  };
}
