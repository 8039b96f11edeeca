import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import type { note } from '../../../shared/api/note.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { NoteRepo } from './note.repo';

interface Parts {
  repo: NoteRepo;
  commit: Commit;
  demandDossier(id: number): { volumeCount: number };
}

export type NoteService = ReturnType<typeof createNoteService>;

/** What is to be known of a volume that its list does not say: the notes of its note sheet (备考表). */
export function createNoteService({ repo, commit, demandDossier }: Parts) {
  return {
    list: (dossierId: number) => {
      demandDossier(dossierId);
      return repo.ofDossier(dossierId);
    },
    write: (input: ParsedOf<typeof note.write>, ctx: SignedInContext) => {
      const { volumeCount } = demandDossier(input.dossierId);
      if (input.volume !== undefined && input.volume > volumeCount)
        throw new AppError('notFound', 'noSuchVolume', { volume: input.volume, volumes: volumeCount });
      return commit(ctx, 'note.write', input, () => ({
        id: repo.add({ ...input, on: ctx.today, by: ctx.actor.staffId }),
      }));
    },
    strike: ({ id, reason }: ParsedOf<typeof note.strike>, ctx: SignedInContext) => {
      const wrong = repo.byId(id);
      if (!wrong) throw new AppError('notFound', 'noSuchNote');
      if (wrong.struck) throw new AppError('conflict', 'noteAlreadyStruck');
      const { dossierId, volume } = wrong;
      const further = {
        dossierId,
        volume,
        kind: 'struck',
        text: reason,
        on: ctx.today,
        by: ctx.actor.staffId,
      } as const;
      return commit(ctx, 'note.strike', { id }, () => ({ id: repo.add({ ...further, strikes: id }) }), reason);
    },
  };
}
