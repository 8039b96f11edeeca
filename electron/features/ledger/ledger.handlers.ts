import type { HandlersOf } from '../../ipc/dispatch';
import type { LedgerService } from './ledger.service';

export function createLedgerHandlers(service: LedgerService): HandlersOf<'ledger'> {
  return {
    list: (input, ctx) => service.list(input, ctx),
    summary: (_, ctx) => service.summary(ctx),
    place: (input, ctx) => service.place(input, ctx),
  };
}
