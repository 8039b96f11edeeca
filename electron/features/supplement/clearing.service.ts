import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { Delivery, SupplementLine, supplement } from '../../../shared/api/supplement.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { SupplementList, SupplementRepo } from './supplement.repo';
import { signedContent } from './supplement.rules';

interface Parts {
  repo: SupplementRepo;
  commit: Commit;
  demandOpen(id: number): SupplementList;
  demandReceivable(id: number, ctx: SignedInContext): SupplementList;
  demandPresent(staffId: number): void;
}

type Unsigned<I extends { signature: string }> = Omit<I, 'signature'>;
type Named = Unsigned<ParsedOf<typeof supplement.withdraw>>;

/** Lines of a supplement list are handed in, received, given back, or no longer demanded; each act is signed. */
export function createClearing({ repo, commit, demandOpen, demandReceivable, demandPresent }: Parts) {
  /** The lines that are meant, each once and in one of these states. */
  const demandLines = (id: number, wanted: readonly number[], states: readonly SupplementLine['state'][]) => {
    const lines = new Map(repo.lines(id).map((line) => [line.id, line]));
    return [...new Set(wanted)].map((lineId) => {
      const line = lines.get(lineId);
      if (!line) throw new AppError('notFound', 'noSuchSupplementLine');
      if (!states.includes(line.state))
        throw new AppError('conflict', 'supplementLineMoved', { title: line.title.slice(0, 40) });
      return line;
    });
  };
  const waitingOf = (line: SupplementLine): Delivery => {
    const last = line.deliveries.at(-1);
    if (last?.state !== 'waiting')
      throw new AppError('conflict', 'supplementLineMoved', { title: line.title.slice(0, 40) });
    return last;
  };

  const handIn = (input: Unsigned<ParsedOf<typeof supplement.handIn>>, signer: Signer, ctx: SignedInContext): void => {
    const { id } = input;
    const { no, responsibleId } = demandOpen(id);
    if (signer.staffId !== responsibleId) throw new AppError('conflict', 'notThisStep');
    const pages = new Map(input.lines.map((its) => [its.lineId, its.pages]));
    const lines = demandLines(id, [...pages.keys()], ['open']);
    demandPresent(signer.staffId);
    commit(ctx, 'supplement.handIn', { id, lines: [...pages.keys()], signer: signer.staffId }, () => {
      for (const line of lines) {
        const handed = { pages: pages.get(line.id) ?? 0, handedOn: ctx.today };
        const hash = signedContent.handedIn(no, line, handed);
        repo.deliver(line.id, handed.pages, ctx.today, { staffId: signer.staffId, at: ctx.at, hash });
      }
    });
  };

  const confirm = (
    input: Unsigned<ParsedOf<typeof supplement.confirm>>,
    signer: Signer,
    ctx: SignedInContext,
  ): void => {
    const { id } = input;
    const { no } = demandReceivable(id, ctx);
    const found = new Map(input.lines.map((its) => [its.lineId, its]));
    const lines = demandLines(id, [...found.keys()], ['handedIn']);
    for (const line of lines) demandSamePages(line, waitingOf(line), found.get(line.id)?.pagesFound ?? 0);
    demandPresent(signer.staffId);
    commit(ctx, 'supplement.confirm', { id, lines: [...found.keys()], signer: signer.staffId }, () => {
      for (const line of lines) {
        const { pagesFound = 0, remark = '' } = found.get(line.id) ?? {};
        const hash = signedContent.received(no, line, { ...waitingOf(line), pagesFound, remark }, 'confirmed');
        repo.confirm(line.id, pagesFound, remark, ctx.today, { staffId: signer.staffId, at: ctx.at, hash });
      }
      repo.closeWhenDone(id, ctx.today);
    });
  };

  const giveBack = ({ id, lineIds, reason }: Named, signer: Signer, ctx: SignedInContext): void => {
    const { no } = demandReceivable(id, ctx);
    const lines = demandLines(id, lineIds, ['handedIn']);
    demandPresent(signer.staffId);
    const act = () => {
      for (const line of lines) {
        const its = { ...waitingOf(line), pagesFound: undefined, remark: reason };
        const hash = signedContent.received(no, line, its, 'returned');
        repo.giveBack(line.id, reason, ctx.today, { staffId: signer.staffId, at: ctx.at, hash });
      }
    };
    commit(ctx, 'supplement.giveBack', { id, lineIds, signer: signer.staffId }, act, reason);
  };

  const withdraw = ({ id, lineIds, reason }: Named, signer: Signer, ctx: SignedInContext): void => {
    const { no } = demandReceivable(id, ctx);
    // What lies with the receiver is received or given back.
    const lines = demandLines(id, lineIds, ['open']);
    demandPresent(signer.staffId);
    const act = () => {
      for (const line of lines) {
        const hash = signedContent.withdrawn(no, line, reason);
        repo.withdraw(line.id, reason, ctx.today, { staffId: signer.staffId, at: ctx.at, hash });
      }
      repo.closeWhenDone(id, ctx.today);
    };
    commit(ctx, 'supplement.withdraw', { id, lineIds, signer: signer.staffId }, act, reason);
  };

  return { handIn, confirm, giveBack, withdraw };
}

function demandSamePages(line: SupplementLine, { pages }: Delivery, found: number): void {
  if (found !== pages)
    throw new AppError('conflict', 'supplementPagesDiffer', { title: line.title.slice(0, 40), pages, found });
}
