import type { HandlersOf } from '../../ipc/dispatch';
import type { DossierService } from './dossier.service';

export function createDossierHandlers(service: DossierService): HandlersOf<'dossier'> {
  return {
    show: ({ id }, ctx) => service.show(id, ctx),
    open: (input, ctx) => service.open(input, ctx),
    compile: (input, ctx) => service.compile(input, ctx),
    readPaste: (input) => service.readPaste(input),
    retitle: (input, ctx) => service.retitle(input, ctx),
    describe: (input, ctx) => service.describe(input, ctx),
  };
}
