import { AppError } from '../../../shared/api/errors';
import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer, TwoSigners } from '../../ipc/signer';
import type { SafeService } from './safe.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

export function createSafeHandlers(service: SafeService, confirm: Confirm): HandlersOf<'safe'> {
  /** Whoever is signed in, then the second person. */
  const both = async (
    secondId: number,
    signatures: { operator: string; second: string },
    ctx: SignedInContext,
  ): Promise<TwoSigners> => ({
    operator: await confirm(ctx.actor.staffId, signatures.operator, 'signatures.operator', ctx),
    second: await confirm(secondId, signatures.second, 'signatures.second', ctx),
  });
  return {
    list: () => service.list(),
    contents: (input, ctx) => service.contents(input, ctx.today),
    custody: ({ safeId }) => service.custody(safeId),
    openings: (filter) => service.openings(filter),
    register: async ({ signatures, ...input }, ctx) => {
      service.demandRegistrable(input);
      await confirm(input.keyHolderId, signatures.keyHolder, 'signatures.keyHolder', ctx);
      await confirm(input.combinationHolderId, signatures.combinationHolder, 'signatures.combinationHolder', ctx);
      await confirm(input.supervisorId, signatures.supervisor, 'signatures.supervisor', ctx);
      return service.register(input, ctx);
    },
    rename: (input, ctx) => service.rename(input, ctx),
    addCompartment: (input, ctx) => service.addCompartment(input, ctx),
    retireCompartment: (input, ctx) => service.retireCompartment(input, ctx),
    retire: (input, ctx) => service.retire(input, ctx),
    entrust: async ({ signatures, ...input }, ctx) => {
      const seen = service.entrusting(input, ctx);
      if (seen.giverSigns !== undefined)
        await confirm(seen.giverSigns, demandGiven(signatures.giver), 'signatures.giver', ctx);
      await confirm(input.holderId, signatures.holder, 'signatures.holder', ctx);
      await confirm(input.supervisorId, signatures.supervisor, 'signatures.supervisor', ctx);
      return service.entrust(input, seen, ctx);
    },
    open: async ({ signatures, ...input }, ctx) => {
      service.demandOpens(input, ctx);
      return service.open(input, await both(input.secondId, signatures, ctx), ctx);
    },
    close: ({ openingId }, ctx) => service.close(openingId, ctx),
    balance: ({ safeId, day }, ctx) => service.balance(safeId, day, ctx.today),
    closings: (filter) => service.closings(filter),
    closing: ({ id }) => service.closing(id),
    months: (_, ctx) => service.months(ctx.today),
    closeDay: async ({ signatures, ...input }, ctx) => {
      service.demandDayClosable(input, ctx);
      return service.closeDay(input, await both(input.secondId, signatures, ctx), ctx);
    },
    closeMonth: async ({ signatures, ...input }, ctx) => {
      service.demandMonthClosable(input, ctx);
      return service.closeMonth(input, await both(input.secondId, signatures, ctx), ctx);
    },
  };
}

/** Nothing typed is no wrong secret: it does not count as a guess. */
function demandGiven(secret: string | undefined): string {
  if (secret === undefined) throw new AppError('invalid', 'giverMustSign', { field: 'signatures.giver' });
  return secret;
}
