import type { Written } from '../../../shared/api/title-move.contract';
import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer, TwoSigners } from '../../ipc/signer';
import type { SlipDraft } from './title.rules';
import type { TitleService } from './title.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

interface Signing {
  secondId: number;
  signatures: { operator: string; second: string };
}
type Write<W> = (draft: SlipDraft, seen: string, by: TwoSigners, ctx: SignedInContext) => W;

export function createTitleHandlers(service: TitleService, confirm: Confirm): HandlersOf<'title'> {
  return {
    list: (asked, ctx) => service.listing.list(asked, ctx.today),
    summary: (_, ctx) => service.listing.summary(ctx.today),
    contracts: ({ text }, ctx) => service.listing.contracts(text, ctx.today),
    show: ({ id }, ctx) => service.show(id, ctx),
    describe: (input, ctx) => service.describe(input, ctx),
    lookUp: (input, ctx) => service.lookUp(input, ctx),
    endSecurity: async ({ signature, ...input }, ctx) => {
      service.demandSecures(input.titleId, input.projectId);
      service.endSecurity(input, await confirm(ctx.actor.staffId, signature, 'signature', ctx), ctx);
    },
  };
}

/** Every act at the safe is signed by two. */
export function createMoveHandlers(service: TitleService, confirm: Confirm): HandlersOf<'titleMove'> {
  const { acts, moving } = service;
  /** Both prove who they are: whoever is signed in, then the second person. */
  const both = async ({ secondId, signatures }: Signing, ctx: SignedInContext): Promise<TwoSigners> => ({
    operator: await confirm(ctx.actor.staffId, signatures.operator, 'signatures.operator', ctx),
    second: await confirm(secondId, signatures.second, 'signatures.second', ctx),
  });
  /** What is signed is looked at before the secrets are asked for, and made anew afterwards. */
  const act = async <W extends Written>(
    draftNow: () => SlipDraft,
    signing: Signing,
    ctx: SignedInContext,
    write: Write<W>,
  ): Promise<W> => {
    const draft = draftNow();
    moving.demandPossible(draft, ctx.actor.staffId, signing.secondId, ctx);
    const seen = moving.seenIn(draft);
    const by = await both(signing, ctx);
    return write(draftNow(), seen, by, ctx);
  };
  const { carryOut } = moving;
  const plain: Write<Written> = (draft, seen, by, ctx) => carryOut(draft, seen, by, ctx);
  return {
    slips: (filter) => service.slips(filter),
    slip: ({ id }, ctx) => service.slip(id, ctx.today),
    register: (filter) => service.register(filter),
    giveBack: (input, ctx) =>
      act(
        () => {
          moving.demandNotBorrowed(input.pieces.map(({ titleId }) => titleId));
          return acts.giveBack(input, ctx.today);
        },
        input,
        ctx,
        plain,
      ),
    sendToRegistry: (input, ctx) => act(() => acts.sendToRegistry(input, ctx.today), input, ctx, plain),
    takeBack: (input, ctx) => act(() => acts.takeBack(input, ctx.today), input, ctx, plain),
    exchange: (input, ctx) =>
      act(
        () => acts.exchange(input, ctx.today),
        input,
        ctx,
        (draft, seen, by, its) => service.exchange(input, draft, seen, by, its),
      ),
    remortgage: (input, ctx) => act(() => acts.remortgage(input, ctx.today), input, ctx, service.remortgage),
    release: (input, ctx) => act(() => acts.release(input, ctx.today), input, ctx, plain),
    move: (input, ctx) => act(() => acts.move(input, ctx.today), input, ctx, plain),
    declareMissing: (input, ctx) => act(() => acts.declareMissing(input, ctx.today), input, ctx, plain),
    declareFound: (input, ctx) => act(() => acts.declareFound(input, ctx.today), input, ctx, plain),
    reverse: (input, ctx) => act(() => acts.reverse(input, ctx.today), input, ctx, service.reverse),
  };
}
