import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import type { Me } from '../../shared/api/people.contract';
import { client, onFailure } from '../api/client';
import { queryClient } from '../api/query-client';
import { seat, useSession } from './session.store';

/**
 * After a lock or a change of person the window must hold nothing that it read before: first the pages go, then their rows,
 * and only then may the next person's pages read.
 */
export function changeSeat(me: Me | null) {
  const before = useSession.getState().me;
  // While nobody sits there either, nobody's answers are forgotten: a page of the rescue still follows its own.
  const stays = me ? before && me.staffId === before.staffId && me.locked === before.locked : before === null;
  if (stays) return seat(me);
  useSession.setState({ reading: undefined });
  if (before && !before.locked) flushSync(() => seat(me?.locked ? me : null));
  forgetAnswers();
  seat(me);
}

/** Keeps only what the window shows before anybody has signed in. */
function forgetAnswers() {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== client.company.start.key });
  queryClient.getMutationCache().clear();
}

/** Asks the main process who is signed in: it alone knows. Without an answer everything stays; a ledger that is shut says so itself. */
export async function askWho() {
  const me = await client.people.me({}).catch(() => undefined);
  if (me !== undefined) changeSeat(me);
}

export async function lock() {
  const { me } = useSession.getState();
  if (!me || me.locked) return;
  changeSeat({ ...me, locked: true });
  await client.people.lock({});
}

export async function signOut() {
  // Also when it is refused: the session has ended even where the event of it could not be written.
  await client.people.signOut({}).finally(() => changeSeat(null));
  // Whoever comes next begins at the own desk and not on this person's page.
  window.location.hash = '#/';
}

/** Follows what the main process decides by itself: it locks, signs out, or changes what a person may do. */
export function useSessionWatch() {
  useEffect(() => {
    void askWho();
    const stopListening = window.bridge.on((tables) => {
      if (tables.some((table) => SESSION_TABLES.has(table))) void askWho();
    });
    const stopHearing = onFailure(({ code }) => {
      if (code === 'locked' || code === 'notSignedIn') void askWho();
    });
    return () => {
      stopListening();
      stopHearing();
    };
  }, []);
}

const SESSION_TABLES = new Set(['session', ...client.people.me.method.reads]);
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const;

/** Locks when nobody has touched key or mouse for the company's number of minutes. */
export function useIdleLock(minutes: number) {
  useEffect(() => {
    let lastSeen = performance.now();
    const seen = () => {
      lastSeen = performance.now();
    };
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, seen, { passive: true, capture: true });
    const timer = window.setInterval(() => {
      if (performance.now() - lastSeen > minutes * 60_000) void lock();
    }, 5_000);
    return () => {
      window.clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, seen, { capture: true });
    };
  }, [minutes]);
}
