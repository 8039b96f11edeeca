import type { ParsedOf, Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { POSITIONS, type Position, type people, type StaffRow } from '../../../shared/api/people.contract';
import type { Commit } from '../../db/journal';
import type { SignedInContext } from '../../ipc/context';
import type { PeopleRepo } from './people.repo';

/** The table of which position may do what. */
export function createPermissions(repo: PeopleRepo, commit: Commit) {
  return {
    permissions: (): Record<Position, Permission[]> => {
      const rows = repo.permissions();
      const of = (position: Position) => rows.filter((row) => row.position === position).map((row) => row.permission);
      return Object.fromEntries(POSITIONS.map((position) => [position, of(position)])) as Record<
        Position,
        Permission[]
      >;
    },
    allow: (input: ParsedOf<typeof people.allow>, ctx: SignedInContext): void => {
      commit(ctx, 'people.allow', input, () => {
        if (input.allowed) repo.grant(input.position, input.permission);
        else repo.revoke(input.position, input.permission);
        demandKeysKept(repo);
      });
    },
    allows: repo.allows,
  };
}

const canSignIn = (who: StaffRow) => who.employment !== 'left' && who.login !== undefined && who.hasPassword;

/** Nobody can take away the last key to the table itself. */
export function demandKeysKept(repo: PeopleRepo): void {
  const kept = repo.staff().some((who) => canSignIn(who) && repo.allows(who.id, 'permission.manage'));
  if (!kept) throw new AppError('conflict', 'lastAdministrator');
}
