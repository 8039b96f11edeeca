import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { SafeService } from './safe.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<unknown>;

export function createSafeHandlers(service: SafeService, confirm: Confirm): HandlersOf<'safe'> {
  return {
    list: () => service.list(),
    register: async ({ signatures, ...input }, ctx) => {
      service.demandRegistrable(input);
      await confirm(input.keyHolderId, signatures.keyHolder, 'signatures.keyHolder', ctx);
      await confirm(input.combinationHolderId, signatures.combinationHolder, 'signatures.combinationHolder', ctx);
      await confirm(input.supervisorId, signatures.supervisor, 'signatures.supervisor', ctx);
      return service.register(input, ctx);
    },
  };
}
