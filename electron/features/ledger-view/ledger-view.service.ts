import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { LedgerViewRow, LedgerViews, ledgerView } from '../../../shared/api/ledger-view.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { LedgerViewRepo, StoredView } from './ledger-view.repo';
import { readColumns, readQuestion } from './ledger-view.rules';

interface Parts {
  repo: LedgerViewRepo;
  commit: Commit;
}
type Input<M extends keyof typeof ledgerView> = ParsedOf<(typeof ledgerView)[M]>;

function rowOf(view: StoredView, staffId: number): LedgerViewRow {
  const columns = readColumns(view.columns);
  const { id, name, owner } = view;
  const question = readQuestion(view.question);
  return {
    id,
    name,
    own: view.ownerId === staffId,
    owner,
    shared: view.shared === 1,
    question,
    ...(columns && { columns }),
  };
}

export function createLedgerViewService({ repo, commit }: Parts) {
  /** Somebody else's view is looked at, not changed. */
  const demandOwn = (id: number, { actor }: SignedInContext): StoredView => {
    const view = repo.byId(id);
    if (!view || view.ownerId !== actor.staffId) throw new AppError('notFound', 'noSuchView');
    return view;
  };
  const demandFreeName = (name: string, { actor }: SignedInContext, own?: number): void => {
    const other = repo.named(actor.staffId, name);
    if (other !== undefined && other !== own) throw new AppError('conflict', 'viewExists', { name });
  };
  return {
    list: ({ actor: { staffId } }: SignedInContext): LedgerViews => {
      const habit = repo.habit(staffId);
      const columns = readColumns(habit?.columns ?? null);
      return {
        views: repo.seenBy(staffId).map((view) => rowOf(view, staffId)),
        ...(columns && { columns }),
        ...(habit?.opensWith && { opensWith: habit.opensWith }),
      };
    },
    keep: ({ name, ...content }: Input<'keep'>, ctx: SignedInContext): { id: number } => {
      demandFreeName(name, ctx);
      return commit(ctx, 'ledgerView.keep', { name, ...content }, () => ({
        id: repo.add(ctx.actor.staffId, name, content),
      }));
    },
    change: ({ id, ...content }: Input<'change'>, ctx: SignedInContext): void => {
      demandOwn(id, ctx);
      commit(ctx, 'ledgerView.change', { id, ...content }, () => repo.change(id, content));
    },
    rename: ({ id, name }: Input<'rename'>, ctx: SignedInContext): void => {
      demandOwn(id, ctx);
      demandFreeName(name, ctx, id);
      commit(ctx, 'ledgerView.rename', { id, name }, () => repo.rename(id, name));
    },
    remove: ({ id }: Input<'remove'>, ctx: SignedInContext): void => {
      demandOwn(id, ctx);
      commit(ctx, 'ledgerView.remove', { id }, () => repo.remove(id));
    },
    share: ({ id, shared }: Input<'share'>, ctx: SignedInContext): void => {
      demandOwn(id, ctx);
      commit(ctx, 'ledgerView.share', { id, shared }, () => repo.share(id, shared, ctx.actor.staffId));
    },
    openWith: ({ id }: Input<'openWith'>, ctx: SignedInContext): void => {
      const { staffId } = ctx.actor;
      if (id !== undefined && !repo.seenBy(staffId).some((view) => view.id === id))
        throw new AppError('notFound', 'noSuchView');
      commit(ctx, 'ledgerView.openWith', { id }, () => repo.openWith(staffId, id));
    },
    arrange: ({ columns }: Input<'arrange'>, ctx: SignedInContext): void => {
      commit(ctx, 'ledgerView.arrange', { columns }, () => repo.arrange(ctx.actor.staffId, columns));
    },
  };
}
export type LedgerViewService = ReturnType<typeof createLedgerViewService>;
