import type { ChecklistEntry, ChecklistView, checklist } from '../../../shared/api/checklist.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { sameTitle } from '../../../shared/dossier/same-title';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { ChecklistRepo } from './checklist.repo';
import { SHIPPED_CHECKLISTS } from './shipped-checklists';

interface Parts {
  repo: ChecklistRepo;
  commit: Commit;
}

export function createChecklistService({ repo, commit }: Parts) {
  const demand = (id: number) => {
    const found = repo.byId(id);
    if (!found) throw new AppError('notFound', 'noSuchChecklist');
    return found;
  };
  /** Every list has a name of its own; an older version may have had the name before. */
  const demandFreeName = (name: string, ownId?: number): void => {
    if (repo.list().some((its) => its.name === name && its.id !== ownId))
      throw new AppError('conflict', 'checklistExists', { name });
  };
  return {
    list: repo.list,
    shipped: () => [...SHIPPED_CHECKLISTS],
    entries: repo.entries,
    show: (id: number): ChecklistView => {
      const row = repo.row(id);
      if (!row) throw new AppError('notFound', 'noSuchChecklist');
      const { required: _, ...its } = row;
      const entries = repo.entries(id).map(({ ordinal: __, ...entry }) => entry);
      return { ...its, entries, versions: repo.versions(id) };
    },
    make: (input: ParsedOf<typeof checklist.make>, ctx: SignedInContext) => {
      demandFreeName(input.name);
      demandTitlesOnce(input.entries);
      const { name, recordClass, entries } = input;
      return commit(ctx, 'checklist.make', { name, recordClass, entries: entries.length }, () => ({
        id: repo.add(input, { on: ctx.today, by: ctx.actor.staffId }),
      }));
    },
    revise: ({ id, name, entries }: ParsedOf<typeof checklist.revise>, ctx: SignedInContext) => {
      const edited = demand(id);
      if (repo.versions(id)[0]?.id !== id) throw new AppError('conflict', 'checklistRevisedMeanwhile');
      demandFreeName(name, id);
      demandTitlesOnce(entries);
      if (name === edited.name && isSame(repo.entries(id), entries))
        throw new AppError('conflict', 'checklistUnchanged');
      return commit(ctx, 'checklist.revise', { id, name, entries: entries.length }, () => ({
        id: repo.add(
          { name, recordClass: edited.recordClass, entries },
          { on: ctx.today, by: ctx.actor.staffId },
          edited,
        ),
        version: edited.version + 1,
      }));
    },
    /** The lists of a new company; runs inside the founding commit. */
    layFoundations: (today: string): void => {
      for (const its of SHIPPED_CHECKLISTS) repo.add(its, { on: today });
    },
  };
}

/** A paper named twice could be ticked off once only. */
function demandTitlesOnce(entries: readonly ChecklistEntry[]): void {
  const seen = new Set<string>();
  for (const { title } of entries) {
    const key = sameTitle(title);
    if (seen.has(key)) throw new AppError('invalid', 'checklistTitleTwice', { title: title.slice(0, 40) });
    seen.add(key);
  }
}

/** The same papers in the same order within each part. */
function isSame(now: readonly ChecklistEntry[], wanted: readonly ChecklistEntry[]): boolean {
  const text = (entries: readonly ChecklistEntry[]) =>
    entries.map(({ part, title, required }) => [part, title, required].join('\t'));
  const byPart = (entries: readonly ChecklistEntry[]) =>
    text([...entries].sort((a, b) => (a.part === b.part ? 0 : a.part < b.part ? -1 : 1))).join('\n');
  return byPart(now) === byPart(wanted);
}
