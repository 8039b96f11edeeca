import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer } from '../../ipc/signer';
import type { StaffHandoverService } from './staff-handover.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
export type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

export function createStaffHandoverHandlers(
  service: StaffHandoverService,
  confirm: Confirm,
): HandlersOf<'staffHandover'> {
  return {
    list: (input, ctx) => service.list(input, ctx),
    show: ({ id }, ctx) => service.show(id, ctx),
    ofClient: ({ clientId }, ctx) => service.tracesOf('client', clientId, ctx),
    ofDossier: ({ dossierId }, ctx) => service.tracesOf('dossier', dossierId, ctx),
    leavers: (_, ctx) => service.leavers(ctx.today),
    held: ({ staffId }, ctx) => service.heldBy(staffId, ctx.today),
    letters: ({ id }, ctx) => service.letters(id, ctx),
    make: (input, ctx) => service.make(input, ctx),
    arrange: (input, ctx) => service.arrange(input, ctx),
    ask: ({ id }, ctx) => service.ask(id, ctx),
    takeBack: (input, ctx) => service.takeBack(input, ctx),
    cancel: (input, ctx) => service.cancel(input, ctx),
    sign: async ({ id, seen, signatures, absence }, ctx) => {
      service.demandSignable(id, seen, signatures, absence);
      const signers = [];
      for (const [i, { role, staffId, signature }] of signatures.entries())
        signers.push({ role, ...(await confirm(staffId, signature, `signatures.${i}`, ctx)) });
      return service.sign({ id, seen, absence }, signers, ctx);
    },
    except: async ({ signerId, signature, ...input }, ctx) =>
      service.except(input, await confirm(signerId, signature, 'signature', ctx), ctx),
  };
}
