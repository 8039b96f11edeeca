import type { HandlersOf } from '../../ipc/dispatch';
import type { NoteService } from './note.service';

export function createNoteHandlers(service: NoteService): HandlersOf<'note'> {
  return {
    list: ({ dossierId }) => service.list(dossierId),
    write: (input, ctx) => service.write(input, ctx),
    strike: (input, ctx) => service.strike(input, ctx),
  };
}
