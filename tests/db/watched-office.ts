import { expect } from 'vitest';
import type { Reply } from '../../shared/api/errors';
import { methods } from '../../shared/api/index';
import type { Office } from '../api/office';

/** Events that come beside the act itself: something was refused, proved or noticed on the way. */
const BESIDES = ['clock.wentBack', 'secret.waitAnew', 'secret.wrong', 'secret.confirmed', 'permission.refused'];
/** Commands that write nothing: they change only who is at the window. */
const WITHOUT_EVENT = ['people.lock'];

export const COMMANDS = [...methods].filter(([, { kind }]) => kind === 'command').map(([name]) => name);

export interface Tally {
  done: number;
  refused: number;
  received: number;
  handedOver: number;
  /** Slips of titles. */
  moved: number;
  /** How often each command has succeeded. */
  succeeded: Map<string, number>;
}
export const newTally = (): Tally => ({
  ...{ done: 0, refused: 0, received: 0, handedOver: 0, moved: 0 },
  succeeded: new Map(),
});

/** Commands that ask by a dialog: nobody chose a file or a place, and nothing was done. */
const DONE_WHEN: Readonly<Record<string, (answer: never) => boolean>> = {
  'print.savePdf': ({ path }: { path?: string }) => path !== undefined,
  'export.save': ({ path }: { path?: string }) => path !== undefined,
  'import.read': ({ read }: { read: boolean }) => read,
  'attachment.choose': ({ ids }: { ids: number[] }) => ids.length > 0,
  'backup.make': ({ made }: { made?: object }) => made !== undefined,
  'restore.open': ({ opened }: { opened: boolean }) => opened,
  'restore.rehearse': ({ id }: { id?: number }) => id !== undefined,
};

const wasDone = (name: string, data: unknown): boolean =>
  (DONE_WHEN[name] as ((its: unknown) => boolean) | undefined)?.(data) ?? true;

/** How many events of its own an act must make, by what it answered. */
function expectedEvents(name: string, ok: boolean, data: unknown): number {
  if (!ok || methods.get(name)?.kind !== 'command' || WITHOUT_EVENT.includes(name)) return 0;
  // Whoever founds it is signed in at once.
  if (name === 'company.found') return 2;
  // Signed out already.
  if (name === 'people.signOut') return Number.NaN;
  return wasDone(name, data) ? 1 : 0;
}

function count(tally: Tally, name: string, data: object): void {
  tally.succeeded.set(name, (tally.succeeded.get(name) ?? 0) + 1);
  if (name === 'handover.acceptAtArchive') tally.received += 1;
  if (name.startsWith('titleMove.') && 'no' in data) tally.moved += 1;
  if (name === 'staffHandover.sign' && (data as { complete: boolean }).complete) tally.handedOver += 1;
}

/** One call; what succeeds has made exactly one event, what fails none, and nothing fails for a reason that nobody foresaw. */
export async function watchedReply(
  office: Office,
  tally: Tally,
  name: string,
  input: unknown,
  windowId?: number,
): Promise<Reply> {
  const { db } = office.ledger;
  const before = office.app.journal.head().seq;
  const reply = await office.reply(name, input, windowId);
  const actions = db.prepare('SELECT action FROM event WHERE seq > ? ORDER BY seq').pluck().all(before) as string[];
  const own = actions.filter((action) => !BESIDES.includes(action));
  const expected = expectedEvents(name, reply.ok, reply.ok ? reply.data : undefined);
  if (!Number.isNaN(expected)) expect(own, `${name} ${JSON.stringify(reply)}`).toHaveLength(expected);
  if (!reply.ok) expect(reply.error.code, JSON.stringify(reply.error)).not.toMatch(/internal|storage/);
  tally[reply.ok ? 'done' : 'refused'] += 1;
  if (reply.ok && wasDone(name, reply.data)) count(tally, name, (reply.data ?? {}) as object);
  return reply;
}

/** The same office, each of whose calls is watched, whoever makes it. */
export function watched(office: Office, tally: Tally): Office {
  const reply = (name: string, input: unknown = {}, windowId = 1) => watchedReply(office, tally, name, input, windowId);
  const call = async (name: string, input: unknown) => {
    const answer = await reply(name, input);
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.data;
  };
  const instead: Readonly<Record<string, unknown>> = { reply, call };
  return new Proxy(office, {
    get: (its, key) => (typeof key === 'string' && key in instead ? instead[key] : Reflect.get(its, key)),
    set: (its, key, value) => Reflect.set(its, key, value),
  });
}
