import type { HandlersOf } from '../../ipc/dispatch';
import type { LedgerViewService } from './ledger-view.service';

export function createLedgerViewHandlers(service: LedgerViewService): HandlersOf<'ledgerView'> {
  return {
    list: (_, ctx) => service.list(ctx),
    keep: (input, ctx) => service.keep(input, ctx),
    change: (input, ctx) => service.change(input, ctx),
    rename: (input, ctx) => service.rename(input, ctx),
    remove: (input, ctx) => service.remove(input, ctx),
    share: (input, ctx) => service.share(input, ctx),
    openWith: (input, ctx) => service.openWith(input, ctx),
    arrange: (input, ctx) => service.arrange(input, ctx),
  };
}
