import type { HandlersOf } from '../../ipc/dispatch';
import type { RecordClassService } from './record-class.service';

export function createRecordClassHandlers(service: RecordClassService): HandlersOf<'recordClass'> {
  return { list: () => service.list() };
}
