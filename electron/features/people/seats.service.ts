import { AppError } from '../../../shared/api/errors';
import type { Me } from '../../../shared/api/people.contract';
import type { Commit } from '../../db/journal';
import type { Actor, Context } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { PeopleRepo } from './people.repo';
import type { Sessions } from './sessions';

interface Parts {
  repo: PeopleRepo;
  commit: Commit;
  sessions: Sessions;
  idleMinutes(): number;
  newSessionName(): string;
}

/** Who sits at which window: signing in and out, locking and unlocking. */
export function createSeats({ repo, commit, sessions, idleMinutes, newSessionName }: Parts) {
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
  };
}
