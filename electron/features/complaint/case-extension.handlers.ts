import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { CaseExtensionService } from './case-extension.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<unknown>;

export const createCaseExtensionHandlers = (
  service: CaseExtensionService,
  confirm: Confirm,
): HandlersOf<'caseExtension'> => ({
  ofCase: ({ complaintId }, ctx) => service.ofCase(complaintId, ctx),
  ask: (input, ctx) => service.ask(input, ctx),
  decide: async ({ signature, ...input }, ctx) => {
    service.demandDecidable(input.id, ctx);
    await confirm(ctx.actor.staffId, signature, 'signature', ctx);
    service.decide(input, ctx);
  },
  withdraw: (input, ctx) => service.withdraw(input, ctx),
});
