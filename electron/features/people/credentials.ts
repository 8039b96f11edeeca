import { createHash, randomBytes } from 'node:crypto';
import { hash, type Options, verify } from '@node-rs/argon2';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { Context } from '../../ipc/context';
import type { Signer } from '../../ipc/signer';
import type { Credential, PeopleRepo } from './people.repo';
import { remainingWait } from './people.rules';

/** QUALITY.md, "Security": argon2id with 64 MiB and three passes, off the main thread. */
export const ARGON2: Options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

export interface Credentials {
  hash(secret: string): Promise<string>;
  /** Checks a login name and password; a name that nobody has takes as long as one that is known. */
  signIn(login: string, password: string, ctx: Context): Promise<Signer>;
  /** Checks the PIN or password that a person typed to sign, whoever is signed in. `field` says in the reply which one it was. */
  confirm(staffId: number, secret: string, field: string, ctx: Context): Promise<Signer>;
  /** As `confirm`, but a PIN is not enough: many people see it typed, and it must not open the window or change the password. */
  confirmPassword(staffId: number, password: string, field: string, ctx: Context): Promise<Signer>;
}

export function createCredentials(
  db: Database,
  repo: PeopleRepo,
  commit: Commit,
  options: Options = ARGON2,
): Credentials {
  const attemptOf = db.prepare<[string], { failures: number; lastAt: string }>(
    'SELECT failures, last_at AS lastAt FROM attempt WHERE subject = ?',
  );
  const noteFailure = db.prepare<[string, string]>(
    `INSERT INTO attempt (subject, failures, last_at) VALUES (?, 1, ?)
     ON CONFLICT (subject) DO UPDATE SET failures = failures + 1, last_at = excluded.last_at`,
  );
  const forget = db.prepare<[string]>('UPDATE attempt SET failures = 0 WHERE subject = ? AND failures > 0');
  const waitAnew = db.prepare<[string, string]>('UPDATE attempt SET last_at = ? WHERE subject = ?');
  const nobody = nobodysHash(options);

  const demandPatience = (subject: string, field: string, ctx: Context) => {
    const attempt = attemptOf.get(subject);
    // The clock was set back: the wait begins anew, or nobody could sign in until the clock has caught up.
    if (attempt && attempt.failures > 0 && attempt.lastAt > ctx.at)
      commit(ctx, 'secret.waitAnew', { subject }, () => waitAnew.run(ctx.at, subject));
    const seconds = attempt ? remainingWait(attempt.failures, attempt.lastAt, ctx.at) : 0;
    if (seconds > 0) throw new AppError('busy', 'waitAfterFailures', { seconds, field });
  };

  const check = async (
    subject: string,
    hashes: readonly string[],
    secret: string,
    field: string,
    name: string,
    ctx: Context,
  ) => {
    demandPatience(subject, field, ctx);
    let right = false;
    for (const known of hashes.length > 0 ? hashes : [nobody]) {
      right = await verify(known, secret);
      if (right) break;
    }
    if (right && hashes.length > 0) {
      if ((attemptOf.get(subject)?.failures ?? 0) > 0)
        commit(ctx, 'secret.confirmed', { subject }, () => forget.run(subject));
      return;
    }
    commit(ctx, 'secret.wrong', { subject }, () => noteFailure.run(subject, ctx.at));
    throw new AppError('notAllowed', field === 'login' ? 'wrongLogin' : 'wrongSecret', { name, field });
  };

  // One at a time, so that guesses sent together cannot slip past the waiting time.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = last.then(act, act);
    last = mine.catch(() => undefined);
    return mine;
  };

  const prove = (staffId: number, secret: string, withPin: boolean, field: string, ctx: Context) =>
    inTurn(async () => {
      const person = demandPresent(staffId, field);
      const credential = repo.credential(staffId);
      if (!credential) throw new AppError('conflict', 'signerHasNoSecret', { name: person.name, field });
      await check(`staff:${staffId}`, hashesFor(credential, withPin), secret, field, person.name, ctx);
      // While the secret was being checked the person may have been marked as left.
      return { staffId, name: demandPresent(staffId, field).name };
    });

  const demandPresent = (staffId: number, field: string) => {
    const person = repo.person(staffId);
    if (!person) throw new AppError('notFound', 'noSuchStaff');
    if (person.employment === 'left') throw new AppError('notAllowed', 'signerHasLeft', { name: person.name, field });
    return person;
  };

  /** The PIN first: it is what people sign with, and each hash takes its time. */
  const hashesFor = (credential: Credential | undefined, withPin: boolean): string[] =>
    [withPin ? credential?.pinHash : null, credential?.passwordHash].filter((h): h is string => typeof h === 'string');

  return {
    hash: (secret) => hash(secret, options),
    signIn: (login, password, at) =>
      inTurn(async () => {
        // Whoever sits locked at the window is not the one who types.
        const ctx = { ...at, actor: undefined };
        const person = repo.personByLogin(login);
        const present = person && person.employment !== 'left' ? person : undefined;
        const subject = person ? `staff:${person.id}` : `login:${bucketOf(login)}`;
        await check(
          subject,
          present ? hashesFor(repo.credential(present.id), false) : [],
          password,
          'login',
          login,
          ctx,
        );
        if (!present) throw new AppError('notAllowed', 'wrongLogin', { name: login, field: 'login' });
        return { staffId: present.id, name: present.name };
      }),
    confirm: (staffId, secret, field, ctx) => prove(staffId, secret, /^\d{6,12}$/.test(secret), field, ctx),
    confirmPassword: (staffId, password, field, ctx) => prove(staffId, password, false, field, ctx),
  };
}

/** The hash of a password that nobody knows, which takes as long to check as any other. Nothing is hashed for it when the program starts. */
function nobodysHash(options: Options): string {
  const { memoryCost, timeCost, parallelism } = { ...ARGON2, ...options };
  const [salt, hashed] = [16, 32].map((bytes) => randomBytes(bytes).toString('base64').replaceAll('=', ''));
  return `$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$${salt}$${hashed}`;
}

/**
 * A name that nobody has is remembered by three digits of its hash only: people type their password into the wrong field, and
 * the journal never forgets. Names that share the digits wait together.
 */
const bucketOf = (login: string) => createHash('sha256').update(login.toLowerCase()).digest('hex').slice(0, 3);
