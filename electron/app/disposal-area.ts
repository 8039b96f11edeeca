import type { Database } from 'better-sqlite3';
import type { Commit } from '../db/journal';
import { createCandidatesRepo } from '../features/disposal/candidates.repo';
import type { DisposalRepo } from '../features/disposal/disposal.repo';
import { createDisposalService } from '../features/disposal/disposal.service';
import type { DossierRepo } from '../features/dossier/dossier.repo';
import type { PeopleService } from '../features/people/people.service';
import type { PlaceRepo } from '../features/place/place.repo';
import { keepUntil } from '../features/retention/retention.rules';
import type { RetentionService } from '../features/retention/retention.service';

interface Parts {
  db: Database;
  repos: { disposal: DisposalRepo; dossier: DossierRepo; places: PlaceRepo };
  commit: Commit;
  people: PeopleService;
  retention: RetentionService;
}

/** Appraisal, destruction and transfer, with what they need of dossiers, places and people. */
export function createDisposalArea({ db, repos, commit, people, retention }: Parts) {
  /** The term of what is kept for ever; a company may have retired its own. */
  const forEver = () => retention.list().find(({ years, retired }) => years === undefined && !retired)?.id;
  return createDisposalService({
    repo: repos.disposal,
    candidates: createCandidatesRepo(db),
    commit,
    staff: people.staff,
    allows: people.allows,
    demandPresent: people.demandPresent,
    dossiers: {
      appraise: (id, { on, keepUntil: until, forEver: kept }) =>
        repos.dossier.appraise(id, { on, keepUntil: until, retentionId: kept ? forEver() : undefined }),
      leave: repos.dossier.leave,
      comeBack: repos.dossier.comeBack,
      box: repos.places.box,
      yearsAfter: (day, years) => keepUntil(years, day) ?? day,
    },
  });
}
