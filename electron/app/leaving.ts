import type { Commit } from '../db/journal';
import type { ClientRepo } from '../features/client/client.repo';
import type { PeopleRepo } from '../features/people/people.repo';
import type { ProjectRepo } from '../features/project/project.repo';
import type { HeldRepo } from '../features/staff-handover/held.repo';
import type { LettersRepo } from '../features/staff-handover/letters.repo';
import type { StaffHandoverRepo } from '../features/staff-handover/staff-handover.repo';
import { createStaffHandoverService } from '../features/staff-handover/staff-handover.service';

interface Repos {
  client: ClientRepo;
  project: ProjectRepo;
  people: PeopleRepo;
  held: HeldRepo;
  letters: LettersRepo;
  staffHandover: StaffHandoverRepo;
}

/** Whoever leaves hands everything over; each kind of thing is written by the feature that it belongs to. */
export const createLeaving = ({ client, project, people, held, letters, staffHandover }: Repos, commit: Commit) =>
  createStaffHandoverService({
    repo: staffHandover,
    held,
    letters,
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
      // It waits for the project's B, whoever that is.
      handover: () => undefined,
    },
  });
