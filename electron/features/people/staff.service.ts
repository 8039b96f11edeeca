import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { POSITIONS, type people } from '../../../shared/api/people.contract';
import type { Day } from '../../../shared/calendar/working-days';
import type { Commit } from '../../db/journal';
import type { Actor, Context, SignedInContext } from '../../ipc/context';
import type { PeopleRepo } from './people.repo';
import { DEFAULT_PERMISSIONS } from './people.rules';
import { demandKeysKept } from './permissions.service';

type Engaged = Omit<ParsedOf<typeof people.engage>, 'password' | 'pin'>;
export interface SecretHashes {
  passwordHash?: string;
  pinHash?: string;
}

interface Parts {
  repo: PeopleRepo;
  commit: Commit;
  /** Ends every session of a person. */
  endSessionsOf(staffId: number): void;
  /** How much of each kind the person would leave behind; nothing when an executive has signed for it. */
  leftBehindBy(staffId: number, today: Day): { kind: string; count: number }[];
}

/** Who works here, in which department and position, and with which secrets. */
export function createStaff({ repo, commit, endSessionsOf, leftBehindBy }: Parts) {
  const demandFreeLogin = (login: string | undefined, except?: number) => {
    const other = login ? repo.personByLogin(login) : undefined;
    if (other && other.id !== except) throw new AppError('conflict', 'loginTaken', { login: login ?? '' });
  };

  const demandDepartments = (ids: readonly number[]) => {
    const known = new Set(repo.departments().map((its) => its.id));
    if (ids.some((id) => !known.has(id))) throw new AppError('notFound', 'noSuchDepartment');
  };

  const demandAdministrator = () => {
    if (repo.holdersOf('systemAdmin') === 0) throw new AppError('conflict', 'lastAdministrator');
  };

  const demandNothingHeld = (staffId: number, name: string, today: Day) => {
    const held = leftBehindBy(staffId, today);
    if (held.length === 0) return;
    // The window says each kind in its own words.
    const named = held.map(({ kind, count }) => `${kind}:${count}`).join(' ');
    throw new AppError('conflict', 'stillHolds', { name, held: named });
  };

  const write = (who: Engaged, secrets: SecretHashes): number => {
    const id = repo.addStaff(who.name, who.departmentId, who.login);
    repo.setPositions(id, who.positions);
    repo.setCharges(id, who.inChargeOf);
    if (secrets.passwordHash || secrets.pinHash) repo.setSecrets(id, secrets);
    return id;
  };

  return {
    staff: repo.staff,
    departments: repo.departments,
    addDepartment: (name: string, ctx: SignedInContext) => {
      if (repo.departments().some((d) => d.name === name)) throw new AppError('conflict', 'departmentExists', { name });
      return { id: commit(ctx, 'people.addDepartment', { name }, () => repo.addDepartment(name)) };
    },
    engage: (who: Engaged, secrets: SecretHashes, ctx: SignedInContext) => {
      demandFreeLogin(who.login);
      demandDepartments([who.departmentId, ...who.inChargeOf]);
      return { id: commit(ctx, 'people.engage', who, () => write(who, secrets)) };
    },
    /** The first person of a new company, with the table of permissions; runs inside the founding commit. */
    engageFirst: (department: string, who: Omit<Engaged, 'departmentId'>, secrets: SecretHashes): number => {
      for (const position of POSITIONS)
        for (const permission of DEFAULT_PERMISSIONS[position]) repo.grant(position, permission);
      return write({ ...who, departmentId: repo.addDepartment(department) }, secrets);
    },
    change: (who: ParsedOf<typeof people.change>, ctx: SignedInContext): void => {
      const now = repo.person(who.id);
      if (!now) throw new AppError('notFound', 'noSuchStaff');
      demandFreeLogin(who.login, who.id);
      demandDepartments([who.departmentId, ...who.inChargeOf]);
      if (who.employment === 'left' && now.employment !== 'left') demandNothingHeld(who.id, now.name, ctx.today);
      commit(ctx, 'people.change', who, () => {
        repo.changeStaff(who.id, who.name, who.departmentId, who.employment, who.login);
        repo.setPositions(who.id, who.positions);
        repo.setCharges(who.id, who.inChargeOf);
        demandAdministrator();
        demandKeysKept(repo);
      });
    },
    giveSecrets: (id: number, action: string, secrets: SecretHashes, ctx: Context): void => {
      if (!repo.person(id)) throw new AppError('notFound', 'noSuchStaff');
      commit(ctx, action, { id }, () => repo.setSecrets(id, secrets));
      if (ctx.actor?.staffId !== id) endSessionsOf(id);
    },
    person: repo.person,
    /** The person as he or she is now; `undefined` for someone who has left. */
    asOfNow: (actor: Actor): Actor | undefined => {
      const person = repo.person(actor.staffId);
      if (!person || person.employment === 'left') return undefined;
      return { ...actor, name: person.name, positions: repo.positionsOf(actor.staffId) };
    },
    /** Fails when someone has left between typing the secret and the act. */
    demandPresent: (staffId: number): void => {
      const person = repo.person(staffId);
      if (!person) throw new AppError('notFound', 'noSuchStaff');
      if (person.employment === 'left')
        throw new AppError('notAllowed', 'signerHasLeft', { name: person.name, field: '' });
    },
  };
}
