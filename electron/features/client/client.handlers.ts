import type { HandlersOf } from '../../ipc/dispatch';
import type { ClientService } from './client.service';

export function createClientHandlers(service: ClientService): HandlersOf<'client'> {
  return {
    list: (input) => service.list(input),
    show: ({ id }, ctx) => service.show(id, ctx),
    register: (input, ctx) => service.register(input, ctx),
    correct: (input, ctx) => service.correct(input, ctx),
  };
}
