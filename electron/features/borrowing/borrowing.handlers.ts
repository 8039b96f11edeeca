import { MOST_BORROWINGS } from '../../../shared/api/borrowing.contract';
import { MOST_LENT } from '../../../shared/api/borrowing-book.contract';
import type { SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Signer, TwoSigners } from '../../ipc/signer';
import type { BorrowingService } from './borrowing.service';

/** Proves by PIN or password who signs; `field` names the entry in the reply when it is wrong. */
type Confirm = (staffId: number, secret: string, field: string, ctx: SignedInContext) => Promise<Signer>;

export function createBorrowingHandlers(service: BorrowingService, confirm: Confirm): HandlersOf<'borrowing'> {
  const { asking, deciding, lending, returning } = service;
  const own = (signature: string, ctx: SignedInContext) => confirm(ctx.actor.staffId, signature, 'signature', ctx);
  /** The two who open the safe, where one is opened. */
  const atSafe = async (
    safe: { custodianId: number; secondId: number } | undefined,
    { custodian = '', second = '' }: { custodian?: string | undefined; second?: string | undefined },
    ctx: SignedInContext,
  ): Promise<TwoSigners | undefined> =>
    safe && {
      operator: await confirm(safe.custodianId, custodian, 'signatures.custodian', ctx),
      second: await confirm(safe.secondId, second, 'signatures.second', ctx),
    };
  return {
    list: (filter, ctx) => service.rows({ ...filter, most: MOST_BORROWINGS }, ctx),
    counts: (_, ctx) => service.counts(ctx),
    show: ({ id }, ctx) => service.show(id, ctx),
    find: ({ text }, ctx) => service.find(text, ctx.actor.staffId, ctx.today),
    things: ({ things }, ctx) => things.flatMap((its) => service.thing(its, ctx.actor.staffId, ctx.today) ?? []),
    weigh: (input, ctx) => asking.weigh(input, ctx),
    ofDossier: ({ id }, ctx) => service.ofDossier(id, ctx.today),
    ofTitle: ({ id }, ctx) => service.ofTitle(id, ctx.today),
    terms: () => service.terms(),
    draft: (input, ctx) => asking.draft(input, ctx),
    submit: (input, ctx) => asking.submit(input, ctx),
    approve: async ({ id, opinion, signature }, ctx) => {
      deciding.demandDecidable(id, ctx.actor.staffId);
      deciding.approve(id, opinion, await own(signature, ctx), ctx);
    },
    reject: async ({ id, opinion, signature }, ctx) => {
      deciding.demandDecidable(id, ctx.actor.staffId);
      deciding.reject(id, opinion, await own(signature, ctx), ctx);
    },
    cancel: (input, ctx) => asking.cancel(input, ctx),
    // What is signed is looked at before the secrets are asked for, and again afterwards when anything was written meanwhile.
    lend: async ({ signatures, ...input }, ctx) => {
      const looked = lending.lendable(input, ctx);
      const archivist = await confirm(ctx.actor.staffId, signatures.archivist, 'signatures.archivist', ctx);
      const borrower = await confirm(looked.borrowerId, signatures.borrower, 'signatures.borrower', ctx);
      const safe = await atSafe(looked.safe, signatures, ctx);
      return lending.lend(input, looked, { archivist, borrower, safe }, ctx);
    },
    giveBack: async ({ signatures, ...input }, ctx) => {
      const looked = returning.returnable(input, ctx);
      const archivist = await confirm(ctx.actor.staffId, signatures.archivist, 'signatures.archivist', ctx);
      const confirmer = await confirm(input.confirmerId, signatures.confirmer, 'signatures.confirmer', ctx);
      const safe = await atSafe(looked.safe, signatures, ctx);
      return returning.giveBack(input, looked, { archivist, confirmer, safe }, ctx);
    },
    renew: (input, ctx) => deciding.renew(input, ctx),
    decideRenewal: async ({ signature, ...input }, ctx) => {
      deciding.demandRenewal(input.renewalId, ctx.actor.staffId);
      deciding.demandOpinion(input.granted, input.opinion);
      deciding.decideRenewal(input, await own(signature, ctx), ctx);
    },
    settle: async ({ signature, ...input }, ctx) => {
      deciding.demandSettleable(input.lineId, ctx.actor.staffId);
      deciding.settle(input, await own(signature, ctx), ctx);
    },
    queue: (thing, ctx) => service.queue(thing, ctx),
    leaveQueue: ({ id }, ctx) => service.leaveQueue(id, ctx),
    setTerm: (input, ctx) => service.setTerm(input, ctx),
    dropTerm: ({ id }, ctx) => service.dropTerm(id, ctx),
  };
}

/** What was lent, and notes that call it back. */
export function createBookHandlers({ book }: Pick<BorrowingService, 'book'>): HandlersOf<'borrowingBook'> {
  return {
    lent: (filter, ctx) => {
      const rows = book.lent(filter, ctx.today);
      return { rows: rows.slice(0, MOST_LENT), total: rows.length };
    },
    statistics: (period, ctx) => book.statistics(period, ctx.today),
    due: (_, ctx) => book.due(ctx.today),
    recalls: ({ borrowerId }, ctx) => book.recalls(borrowerId, ctx),
    recall: ({ borrowerIds }, ctx) => book.recall(borrowerIds, ctx),
    noteReceipt: (input, ctx) => book.noteReceipt(input, ctx),
  };
}
