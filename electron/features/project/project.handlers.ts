import type { HandlersOf } from '../../ipc/dispatch';
import type { ProjectService } from './project.service';

export function createProjectHandlers(service: ProjectService): HandlersOf<'project'> {
  return {
    list: (input, ctx) => service.list(input, ctx),
    count: (filter, ctx) => service.count(filter, ctx),
    show: ({ id }) => service.show(id),
    register: (input, ctx) => service.register(input, ctx),
    correct: (input, ctx) => service.correct(input, ctx),
  };
}
