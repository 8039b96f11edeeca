import type { HandlersOf } from '../../ipc/dispatch';
import type { LedgerRepo } from './ledger.repo';
import type { LedgerService } from './ledger.service';

export function createLedgerHandlers(service: LedgerService, whenReady: LedgerRepo['whenReady']): HandlersOf<'ledger'> {
  return {
    list: (input, ctx) => whenReady(input.sort, () => service.list(input, ctx)),
    summary: (_, ctx) => whenReady('opened', () => service.summary(ctx)),
    place: (input, ctx) => service.place(input, ctx),
  };
}
