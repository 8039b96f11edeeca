import type { ZodError } from 'zod';
import type { Access, Method, OutputOf, ParsedOf, Permission } from '../../shared/api/contract';
import { AppError, type Reply } from '../../shared/api/errors';
import { type Api, methods } from '../../shared/api/index';
import type { Journal } from '../db/journal';
import { asStorageError } from '../db/storage-errors';
import { type Actor, type Clock, type Context, contextAt, type SignedInContext } from './context';

type ContextFor<M extends Method> = M extends { access: 'anyone' } ? Context : SignedInContext;
type Handler<M extends Method> = (input: ParsedOf<M>, ctx: ContextFor<M>) => OutputOf<M> | Promise<OutputOf<M>>;

/** One function per method of one feature's contract. */
export type HandlersOf<F extends keyof Api> = {
  [M in keyof Api[F]]: Api[F][M] extends Method ? Handler<Api[F][M]> : never;
};
export type Handlers = { [F in keyof Api]: HandlersOf<F> };

/** Answers one call from a window. Never throws: every failure becomes a reply with its reason. */
export type Dispatch = (name: string, input: unknown, windowId: number) => Promise<Reply>;

/** Who sits at which window, as far as the door must know it. */
interface Seats {
  of(windowId: number): { actor: Actor; locked: boolean } | undefined;
  touch(windowId: number): void;
  end(windowId: number): void;
}

export interface DispatchParts {
  handlers: Handlers;
  sessions: Seats;
  clock: Clock;
  journal: Pick<Journal, 'commit' | 'isBusy' | 'noteAsked' | 'settled'>;
  /** Name and positions as they are now, not as they were at sign-in; `undefined` for someone who has left meanwhile. */
  asOfNow(actor: Actor): Actor | undefined;
  /** May the positions of the person signed in do this? */
  allows(staffId: number, permission: Permission): boolean;
  log: { slow(name: string, ms: number): void; failed(name: string, error: unknown): void };
}

/** Methods that work while the window is locked: they tell that it is, and end it. */
const WHEN_LOCKED = new Set([
  'people.me',
  'people.unlock',
  'people.signIn',
  'people.signOut',
  'people.lock',
  'company.start',
]);
/** Methods that are answered while a long act writes: they look at no row that it may take back. */
const WHILE_WRITING = new Set(['import.progress', 'import.cancel', 'people.me', 'people.lock', 'people.signOut']);
const SLOW_MS = 50;

export function createDispatch(parts: DispatchParts): Dispatch {
  const { handlers, sessions, clock, journal, asOfNow, allows, log } = parts;

  const authorise = (name: string, access: Access, windowId: number): Context => {
    const session = sessions.of(windowId);
    const actor = session && asOfNow(session.actor);
    if (session && !actor) sessions.end(windowId);
    const ctx = contextAt(clock, windowId, actor);
    if (actor && session.locked && !WHEN_LOCKED.has(name)) throw new AppError('locked', 'locked');
    if (access === 'anyone') return ctx;
    if (!ctx.actor) throw new AppError('notSignedIn', 'notSignedIn');
    if (access !== 'signedIn' && !allows(ctx.actor.staffId, access)) {
      journal.commit(ctx, 'permission.refused', { method: name }, () => undefined);
      throw new AppError('notAllowed', 'notAllowed', { permission: access });
    }
    return ctx;
  };

  const answer = async (name: string, input: unknown, windowId: number): Promise<unknown> => {
    const method = methods.get(name);
    if (!method) throw new AppError('notFound', 'noSuchMethod', { method: name.slice(0, 60) });
    if (journal.isBusy() && !WHILE_WRITING.has(name)) {
      // Whoever only looks waits for the end; whoever writes is told to try again.
      if (method.kind === 'command') throw new AppError('busy', 'ledgerBusy');
      await journal.settled();
    }
    const ctx = authorise(name, method.access, windowId);
    const parsed = method.input.safeParse(input);
    if (!parsed.success) throw invalid(parsed.error);
    if (method.kind === 'command') sessions.touch(windowId);
    const [feature, verb] = name.split('.') as [keyof Handlers, string];
    const handler = (handlers[feature] as Record<string, (input: unknown, ctx: Context) => unknown>)[verb];
    return handler?.(parsed.data, ctx);
  };

  return async (name, input, windowId) => {
    const startedAt = performance.now();
    journal.noteAsked();
    try {
      return { ok: true, data: (await answer(name, input, windowId)) ?? null };
    } catch (error) {
      const known = asStorageError(error);
      if (known.code === 'internal' || known.code === 'storage') log.failed(name, error);
      return { ok: false, error: { code: known.code, reason: known.reason, details: known.details } };
    } finally {
      const ms = performance.now() - startedAt;
      if (ms > SLOW_MS) log.slow(name, ms);
    }
  };
}

/** The first fault that zod found, as field and kind; the window makes the sentence. */
function invalid(error: ZodError): AppError {
  const issue = error.issues[0];
  const field = issue?.path.map(String).join('.') ?? '';
  return new AppError('invalid', 'inputInvalid', { field, fault: issue?.code ?? 'custom' });
}
