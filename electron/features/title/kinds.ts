import type { TitleKind } from '../../../shared/api/title.contract';

interface Source {
  /** Kinds of the titles with ids above `id`, in their order. */
  kindsAfter(id: number): readonly { id: number; kind: TitleKind }[];
  /** Is what can be read now there to stay? Not inside a commit, which may be taken back. */
  settled(): boolean;
}

/** The kind of each title. It never changes, so it is read once; a balance of many titles asks for thousands. */
export function createKinds(source: Source) {
  const kept = new Map<number, TitleKind>();
  let last = 0;
  return (): ((titleId: number) => TitleKind | undefined) => {
    const fresh = source.kindsAfter(last);
    const known = fresh.length === 0 || source.settled() ? kept : new Map(kept);
    for (const { id, kind } of fresh) known.set(id, kind);
    if (known === kept) last = fresh.at(-1)?.id ?? last;
    return (titleId) => known.get(titleId);
  };
}
