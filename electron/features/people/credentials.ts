import { hash, type Options, verify } from '@node-rs/argon2';
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors';
import type { Commit } from '../../db/journal';
import type { Context } from '../../ipc/context';
import type { Credential, PeopleRepo } from './people.repo';
import { remainingWait } from './people.rules';

/** QUALITY.md, "Security": argon2id with 64 MiB and three passes, off the main thread. */
export const ARGON2: Options = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };

/** Someone who has just proved who he or she is, for one act. Made here only. */
export interface Signer {
  readonly staffId: number;
  readonly name: string;
}

export interface Credentials {
  hash(secret: string): Promise<string>;
  /** Checks a login name and password; a name that nobody has takes as long as one that is known. */
  signIn(login: string, password: string, ctx: Context): Promise<Signer>;
  /** Checks the PIN or password that a person typed to sign, whoever is signed in. `field` says in the reply which one it was. */
  confirm(staffId: number, secret: string, field: string, ctx: Context): Promise<Signer>;
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
  const nobody = hash('nobody has this password', options);

  const demandPatience = (subject: string, field: string, ctx: Context) => {
    const attempt = attemptOf.get(subject);
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
    for (const known of hashes.length > 0 ? hashes : [await nobody]) right = (await verify(known, secret)) || right;
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

  const hashesFor = (credential: Credential | undefined, withPin: boolean): string[] =>
    [credential?.passwordHash, withPin ? credential?.pinHash : null].filter((h): h is string => typeof h === 'string');

  return {
    hash: (secret) => hash(secret, options),
    signIn: (login, password, ctx) =>
      inTurn(async () => {
        const person = repo.personByLogin(login);
        const present = person && person.employment !== 'left' ? person : undefined;
        const subject = person ? `staff:${person.id}` : `login:${login.toLowerCase()}`;
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
    confirm: (staffId, secret, field, ctx) =>
      inTurn(async () => {
        const person = repo.person(staffId);
        if (!person) throw new AppError('notFound', 'noSuchStaff');
        if (person.employment === 'left')
          throw new AppError('notAllowed', 'signerHasLeft', { name: person.name, field });
        const hashes = hashesFor(repo.credential(staffId), /^\d{6,12}$/.test(secret));
        if (!repo.credential(staffId))
          throw new AppError('conflict', 'signerHasNoSecret', { name: person.name, field });
        await check(`staff:${staffId}`, hashes, secret, field, person.name, ctx);
        return { staffId, name: person.name };
      }),
  };
}
