import type { Place } from '../../shared/api/dossier.contract';
import type { Day } from '../../shared/calendar/working-days';
import type { Commit } from '../db/journal';
import type { ClientService } from '../features/client/client.service';
import { mayOpenDossier } from '../features/dossier/dossier.rules';
import { createDossierService, type DossierService } from '../features/dossier/dossier.service';
import { createLedgerService } from '../features/ledger/ledger.service';
import type { PeopleService } from '../features/people/people.service';
import { createProjectService } from '../features/project/project.service';
import type { RecordClassService } from '../features/record-class/record-class.service';
import type { RetentionService } from '../features/retention/retention.service';
import { createHandoverArea } from './handover-area';
import type { Repos } from './repos';

/** Projects, dossiers and handovers ask each other. */
export function createPaperServices({
  repos,
  commit,
  people,
  client,
  recordClass,
  retention,
}: {
  repos: Repos;
  commit: Commit;
  people: PeopleService;
  client: ClientService;
  recordClass: RecordClassService;
  retention: RetentionService;
}) {
  const { calendar } = repos.calendar;
  const { demandPresent, allows } = people;
  const project = createProjectService({
    repo: repos.project,
    commit,
    demandPresent,
    demandClient: client.demand,
    isHandedOver: (id) => area.handover.isHandedOver(id),
    mayOpenDossier,
    allows,
    followProject: (id) => dossier.followProject(id),
  });
  const dossier: DossierService = createDossierService({
    repo: repos.dossier,
    checklists: repos.checklists,
    commit,
    project: project.show,
    underway: (id) => area.handover.underway(id),
    calendar,
    grantedTo: repos.extension.grantedTo,
    classes: recordClass,
    retentions: retention,
    placeOf: repos.places.byId,
    demandClient: client.demand,
    nameOf: (id) => people.person(id)?.name,
    complaintOf: repos.casePapers.ofDossier,
    demandPresent,
  });
  const receive = (id: number, on: Day, place: Place): string => {
    const archiveNo = recordClass.giveNumber(dossier.demand(id).classId, id, on);
    repos.dossier.receive(id, archiveNo, on, repos.places.box(place));
    return archiveNo;
  };
  const area = createHandoverArea({
    repos,
    commit,
    calendar,
    people,
    dossier,
    dossiers: { ...repos.dossier, ...dossier.moves, demand: dossier.demand, receive },
    project: project.show,
  });
  const ledger = createLedgerService({
    repo: repos.ledger,
    commit,
    stateOf: (id) => dossier.demand(id).state,
    box: repos.places.box,
    setPlace: repos.dossier.setPlace,
  });
  return { project, dossier, ...area, ledger };
}
