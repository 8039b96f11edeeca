import type { ParsedOf, Permission } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { type Me, POSITIONS, type Position, type people, type StaffRow } from '../../../shared/api/people.contract';
import type { Commit } from '../../db/journal';
import type { Actor, Context, SignedInContext } from '../../ipc/context';
import type { Signer } from './credentials';
import type { PeopleRepo } from './people.repo';
import { DEFAULT_PERMISSIONS } from './people.rules';
import type { Sessions } from './sessions';

type Engaged = Omit<ParsedOf<typeof people.engage>, 'password' | 'pin'>;
export interface SecretHashes {
  passwordHash?: string;
  pinHash?: string;
}

interface Parts {
  repo: PeopleRepo;
  commit: Commit;
  sessions: Sessions;
  idleMinutes(): number;
  /** Dossiers whose papers the person still has to hand over. */
  heldBy(staffId: number): number;
  newSessionName(): string;
}

export type PeopleService = ReturnType<typeof createPeopleService>;

export function createPeopleService({ repo, commit, sessions, idleMinutes, heldBy, newSessionName }: Parts) {
  const describe = (staffId: number, locked: boolean): Me => {
    const person = repo.person(staffId);
    if (!person) throw new AppError('notFound', 'noSuchStaff');
    return {
      staffId,
      name: person.name,
      department: person.department,
      positions: repo.positionsOf(staffId),
      permissions: repo.permissionsOf(staffId),
      locked,
      idleMinutes: idleMinutes(),
      hasPin: Boolean(repo.credential(staffId)?.pinHash),
    };
  };

  const actorOf = (signer: Signer): Actor => ({
    staffId: signer.staffId,
    name: signer.name,
    positions: repo.positionsOf(signer.staffId),
    session: newSessionName(),
  });

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

  const demandNothingHeld = (staffId: number, name: string) => {
    const count = heldBy(staffId);
    if (count > 0) throw new AppError('conflict', 'stillHoldsDossiers', { name, count });
  };

  const write = (who: Engaged, secrets: SecretHashes): number => {
    const id = repo.addStaff(who.name, who.departmentId, who.login);
    repo.setPositions(id, who.positions);
    repo.setCharges(id, who.inChargeOf);
    if (secrets.passwordHash || secrets.pinHash) repo.setSecrets(id, secrets);
    return id;
  };

  return {
    me: (ctx: Context): Me | null => {
      const session = sessions.of(ctx.windowId);
      return session ? describe(session.actor.staffId, session.locked) : null;
    },
    begin: (signer: Signer, ctx: Context): Me => {
      const actor = actorOf(signer);
      commit({ ...ctx, actor }, 'people.signIn', {}, () => undefined);
      sessions.begin(ctx.windowId, actor);
      return describe(signer.staffId, false);
    },
    signOut: (ctx: Context): void => {
      try {
        if (ctx.actor) commit(ctx, 'people.signOut', {}, () => undefined);
      } finally {
        // On a full or broken disk the event cannot be written; leaving must be possible all the same.
        sessions.end(ctx.windowId);
      }
    },
    lock: (ctx: Context): void => sessions.lock(ctx.windowId),
    unlock: (signer: Signer, ctx: Context): Me => {
      // Somebody else may have taken the seat while the password was being checked.
      if (sessions.of(ctx.windowId)?.actor.staffId !== signer.staffId) throw new AppError('notSignedIn', 'notSignedIn');
      commit(ctx, 'people.unlock', {}, () => undefined);
      sessions.unlock(ctx.windowId);
      return describe(signer.staffId, false);
    },
    /** The person whose window it is; the one to prove himself at unlocking. */
    atWindow: (ctx: Context): number => {
      const session = sessions.of(ctx.windowId);
      if (!session) throw new AppError('notSignedIn', 'notSignedIn');
      return session.actor.staffId;
    },
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
      if (who.employment === 'left' && now.employment !== 'left') demandNothingHeld(who.id, now.name);
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
      if (ctx.actor?.staffId !== id) sessions.endOf(id);
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
function demandKeysKept(repo: PeopleRepo): void {
  const kept = repo.staff().some((who) => canSignIn(who) && repo.allows(who.id, 'permission.manage'));
  if (!kept) throw new AppError('conflict', 'lastAdministrator');
}
