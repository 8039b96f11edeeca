import type { Actor, Clock } from '../../ipc/context';

export interface Session {
  actor: Actor;
  locked: boolean;
}

/** Who is signed in at which window; lives in memory only, so that a restart signs everybody out. */
export interface Sessions {
  of(windowId: number): Session | undefined;
  begin(windowId: number, actor: Actor): void;
  end(windowId: number): void;
  /** Ends it wherever that person is signed in: the password was reset. */
  endOf(staffId: number): void;
  lock(windowId: number): void;
  unlock(windowId: number): void;
  /** A key, a click or a command: the person is there. */
  touch(windowId: number): void;
  /** A hidden printing window works in the name of the window that asked for it. */
  lend(fromWindowId: number, toWindowId: number): void;
}

/**
 * `idleMinutes` is asked each time, so that a changed setting counts at once; `onLock` is told which window locked itself.
 * Whoever does nothing that long is locked out by the next question the window asks, also when no timer ran.
 */
export function createSessions(clock: Clock, idleMinutes: () => number, onLock: (windowId: number) => void): Sessions {
  const sessions = new Map<number, { actor: Actor; locked: boolean; activeAt: number }>();
  const now = () => clock.now().getTime();

  const lock = (windowId: number) => {
    const session = sessions.get(windowId);
    if (!session || session.locked) return;
    session.locked = true;
    onLock(windowId);
  };
  return {
    of: (windowId) => {
      const session = sessions.get(windowId);
      // A clock set back would otherwise keep the window open until it has caught up.
      if (session && now() < session.activeAt) session.activeAt = now();
      if (session && now() - session.activeAt > idleMinutes() * 60_000) lock(windowId);
      return session;
    },
    begin: (windowId, actor) => void sessions.set(windowId, { actor, locked: false, activeAt: now() }),
    end: (windowId) => void sessions.delete(windowId),
    endOf: (staffId) => {
      for (const [windowId, { actor }] of sessions)
        if (actor.staffId === staffId) {
          sessions.delete(windowId);
          onLock(windowId);
        }
    },
    lock,
    unlock: (windowId) => {
      const session = sessions.get(windowId);
      if (session) Object.assign(session, { locked: false, activeAt: now() });
    },
    touch: (windowId) => {
      const session = sessions.get(windowId);
      if (session && !session.locked) session.activeAt = now();
    },
    lend: (from, to) => {
      const session = sessions.get(from);
      if (session) sessions.set(to, session);
    },
  };
}
