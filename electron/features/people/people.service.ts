import type { Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { PeopleRepo } from './people.repo';
import { createPermissions } from './permissions.service';
import { createSeats } from './seats.service';
import type { Sessions } from './sessions';
import { createStaff } from './staff.service';

interface Parts {
  repo: PeopleRepo;
  commit: Commit;
  sessions: Sessions;
  idleMinutes(): number;
  /** How much of each kind the person would leave behind; nothing when an executive has signed for it. */
  leftBehindBy(staffId: number, today: Day): { kind: string; count: number }[];
  newSessionName(): string;
}

export type PeopleService = ReturnType<typeof createPeopleService>;

/** Who works here, who sits at which window, and who may do what. */
export function createPeopleService(parts: Parts) {
  const { repo, commit, sessions } = parts;
  return {
    ...createStaff({ ...parts, endSessionsOf: sessions.endOf }),
    ...createSeats(parts),
    ...createPermissions(repo, commit),
  };
}
