import type { HandlersOf } from '../../ipc/dispatch';
import type { RetentionService } from './retention.service';

export function createRetentionHandlers(service: RetentionService): HandlersOf<'retention'> {
  return { list: () => service.list() };
}
