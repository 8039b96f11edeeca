import type { Journal } from '../db/journal';
import { createImportHandlers } from '../features/import/import.handlers';
import { createImportRepo } from '../features/import/import.repo';
import { createImportService } from '../features/import/import.service';
import { createImportUndoRepo } from '../features/import/import-undo.repo';
import { createUndoService } from '../features/import/undo.service';
import type { Credentials } from '../features/people/credentials';
import type { PeopleService } from '../features/people/people.service';
import type { RecordClassService } from '../features/record-class/record-class.service';
import { keepUntil } from '../features/retention/retention.rules';
import type { RetentionService } from '../features/retention/retention.service';
import type { Outside } from './outside';

interface Services {
  people: PeopleService;
  credentials: Credentials;
  recordClass: RecordClassService;
  retention: RetentionService;
  company: { demand(): { shortName: string } };
}

/** Everything about bringing a ledger in from a file. */
export function createImportArea(
  { db, clock, runJob, chooseTable, publish }: Outside,
  journal: Journal,
  its: Services,
) {
  const { people, credentials, recordClass, retention, company } = its;
  const service = createImportService({
    repo: createImportRepo(db),
    commit: journal.commit,
    classes: recordClass.list,
    retentions: retention.list,
    keepUntil,
    shortName: () => company.demand().shortName,
  });
  const made = createImportHandlers({
    service,
    undoing: createUndoService({ repo: createImportUndoRepo(db), demandPresent: people.demandPresent }),
    commitInTurns: journal.commitInTurns,
    lastEvent: () => journal.head().seq,
    runJob,
    chooseTable,
    clock,
    tell: () => publish(['import']),
    confirm: credentials.confirm,
  });
  return { ...made, list: service.list };
}
