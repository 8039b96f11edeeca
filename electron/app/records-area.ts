import type { Database } from 'better-sqlite3';
import type { Commit } from '../db/journal';
import type { DossierRepo } from '../features/dossier/dossier.repo';
import type { DossierService } from '../features/dossier/dossier.service';
import { contractCodes } from '../features/handover/handover.rules';
import { createPlaceRepo } from '../features/place/place.repo';
import { createPlaceService } from '../features/place/place.service';
import { createNumberRepo } from '../features/record-class/number.repo';
import { createNumberService } from '../features/record-class/number.service';
import { createRecordClassRepo } from '../features/record-class/record-class.repo';
import { createRecordClassService, type RecordClassService } from '../features/record-class/record-class.service';
import { createRetentionRepo } from '../features/retention/retention.repo';
import { createRetentionService } from '../features/retention/retention.service';

export const createRecordRepos = (db: Database) => ({
  classes: createRecordClassRepo(db),
  numbers: createNumberRepo(db),
  retentions: createRetentionRepo(db),
  places: createPlaceRepo(db),
});
type RecordRepos = ReturnType<typeof createRecordRepos>;

interface Parts {
  repos: RecordRepos & { dossier: DossierRepo };
  commit: Commit;
  shortName(): string;
}

/** Classes, terms of retention and places: what every dossier refers to. */
export function createRecordServices({ repos, commit, shortName }: Parts) {
  const { keptFor, keepAnew, setPlace } = repos.dossier;
  const retention = createRetentionService({ repo: repos.retentions, commit, keptFor, keepAnew });
  const recordClass = createRecordClassService({
    repo: repos.classes,
    numbers: repos.numbers,
    commit,
    shortName,
    demandRetention: retention.demand,
  });
  const place = createPlaceService({ repo: repos.places, commit, setPlace });
  return { retention, recordClass, place };
}

/** The register of numbers knows the dossiers that bear them. */
export function createRegister(
  { repos, commit, shortName }: Parts,
  classes: RecordClassService,
  dossier: DossierService,
  demandPresent: (staffId: number) => void,
) {
  const renumber = (id: number, archiveNo: string, classId: number): void => {
    repos.dossier.renumber(id, archiveNo, classId);
    for (const { id: itemId, code } of contractCodes(repos.dossier.items(id), archiveNo))
      repos.dossier.setContractCode(itemId, code);
  };
  return createNumberService({
    repo: repos.numbers,
    classes,
    commit,
    shortName,
    demandDossier: dossier.demand,
    demandPresent,
    renumber,
  });
}
