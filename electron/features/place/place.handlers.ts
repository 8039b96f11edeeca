import type { HandlersOf } from '../../ipc/dispatch';
import type { PlaceService } from './place.service';

export function createPlaceHandlers(service: PlaceService): HandlersOf<'place'> {
  return {
    tree: () => service.tree(),
    cabinet: (input) => service.cabinet(input),
    box: ({ id }) => service.box(id),
    homeless: () => service.homeless(),
    find: ({ text }) => service.find(text),
    scanned: ({ code }) => service.scanned(code),
    addBoxes: (input, ctx) => service.addBoxes(input, ctx),
    measure: (input, ctx) => service.measure(input, ctx),
    moveBox: (input, ctx) => service.moveBox(input, ctx),
    rename: (input, ctx) => service.rename(input, ctx),
    merge: (input, ctx) => service.merge(input, ctx),
    removeBox: ({ id }, ctx) => service.removeBox(id, ctx),
    shelve: (input, ctx) => service.shelve(input, ctx),
  };
}
