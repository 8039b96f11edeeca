import type { Database } from 'better-sqlite3';
import type { Commit } from '../db/journal';
import type { ClientRepo } from '../features/client/client.repo';
import type { ComplaintRepo } from '../features/complaint/complaint.repo';
import type { DossierRepo } from '../features/dossier/dossier.repo';
import type { PeopleRepo } from '../features/people/people.repo';
import type { ProjectRepo } from '../features/project/project.repo';
import { createHeldRepo } from '../features/staff-handover/held.repo';
import { createLettersRepo } from '../features/staff-handover/letters.repo';
import type { Passing } from '../features/staff-handover/signing.service';
import { type Confirm, createStaffHandoverHandlers } from '../features/staff-handover/staff-handover.handlers';
import type { StaffHandoverRepo } from '../features/staff-handover/staff-handover.repo';
import { createStaffHandoverService } from '../features/staff-handover/staff-handover.service';

interface Repos {
  client: ClientRepo;
  project: ProjectRepo;
  dossier: DossierRepo;
  people: PeopleRepo;
  staffHandover: StaffHandoverRepo;
  complaints: ComplaintRepo;
}

/** Wires staff handovers: whoever leaves hands everything over; each kind of thing is written by the feature that it belongs to. */
export function createLeaving(
  db: Database,
  { client, project, dossier, people, staffHandover, complaints }: Repos,
  commit: Commit,
  passKey: Passing['safeKey'],
) {
  const service = createStaffHandoverService({
    repo: staffHandover,
    held: createHeldRepo(db),
    letters: createLettersRepo(db),
    commit,
    allows: people.allows,
    person: (id) => {
      const found = people.person(id);
      return found && { ...found, positions: people.positionsOf(id) };
    },
    passing: {
      client: client.giveTo,
      projectA: project.giveToA,
      projectB: project.giveToB,
      dossier: dossier.giveTo,
      // It waits for the project's B, whoever that is.
      handover: () => undefined,
      // Stays until it is cleared.
      supplement: () => undefined,
      safeKey: passKey,
      // Stays until it is back in the safe.
      titleOut: () => undefined,
      // Stays until it is accepted or sent back: its signatures are this person's.
      titleHandover: () => undefined,
      // Stays until it is signed or given up: nobody signs for what somebody else has counted.
      stocktake: () => undefined,
      // Stays until it is given back.
      borrowing: () => undefined,
      complaint: complaints.assign,
    },
  });
  return { service, handlers: (confirm: Confirm) => createStaffHandoverHandlers(service, confirm) };
}
