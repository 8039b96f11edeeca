import type { TitleKind } from '../../../shared/api/title-fields';

/** What of a title never changes, as far as lists and balances ask for it by the thousand. */
export interface FixedTitle {
  id: number;
  kind: TitleKind;
  quantity: number;
  projectId: number;
}
interface Source {
  /** Titles with ids above `id`, in their order. */
  fixedAfter(id: number): readonly FixedTitle[];
  /** Is what can be read now there to stay? Not inside a commit, which may be taken back. */
  settled(): boolean;
}

export type FixedTitles = ReturnType<typeof createFixedTitles>;

/** All titles by what was signed of them, read once; only new ones are read behind them. */
export function createFixedTitles(source: Source) {
  const kept: FixedTitle[] = [];
  const byId = new Map<number, FixedTitle>();
  const all = (): readonly FixedTitle[] => {
    const fresh = source.fixedAfter(kept.at(-1)?.id ?? 0);
    if (fresh.length === 0) return kept;
    if (!source.settled()) return [...kept, ...fresh];
    for (const its of fresh) {
      kept.push(its);
      byId.set(its.id, its);
    }
    return kept;
  };
  return {
    all,
    /** The kind of each title. */
    kinds: (): ((titleId: number) => TitleKind | undefined) => {
      const now = all();
      const known = now === kept ? byId : new Map(now.map((its) => [its.id, its]));
      return (titleId) => known.get(titleId)?.kind;
    },
  };
}
