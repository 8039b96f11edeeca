import { AppError } from '../../../shared/api/errors';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Credentials } from './credentials';
import { demandGoodPassword, demandGoodPin } from './people.rules';
import type { PeopleService } from './people.service';
import type { SecretHashes } from './staff.service';

/** Checks and hashes new secrets: slow, so it happens before the commit. */
export async function hashSecrets(
  credentials: Credentials,
  login: string,
  { password, pin }: { password?: string | undefined; pin?: string | undefined },
): Promise<SecretHashes> {
  if (password !== undefined) demandGoodPassword(password, login);
  if (pin !== undefined) demandGoodPin(pin);
  return {
    ...(password === undefined ? {} : { passwordHash: await credentials.hash(password) }),
    ...(pin === undefined ? {} : { pinHash: await credentials.hash(pin) }),
  };
}

export function createPeopleHandlers(service: PeopleService, credentials: Credentials): HandlersOf<'people'> {
  const loginOf = (id: number) => service.person(id)?.login ?? '';
  return {
    me: (_, ctx) => service.me(ctx),
    signIn: async ({ login, password }, ctx) => service.begin(await credentials.signIn(login, password, ctx), ctx),
    signOut: (_, ctx) => service.signOut(ctx),
    lock: (_, ctx) => service.lock(ctx),
    unlock: async ({ password }, ctx) =>
      service.unlock(await credentials.confirmPassword(service.atWindow(ctx), password, 'password', ctx), ctx),
    staff: () => service.staff(),
    departments: () => service.departments(),
    addDepartment: ({ name }, ctx) => service.addDepartment(name, ctx),
    engage: async ({ password, pin, ...who }, ctx) => {
      if (password !== undefined && !who.login) throw new AppError('invalid', 'passwordWithoutLogin');
      return service.engage(who, await hashSecrets(credentials, who.login ?? '', { password, pin }), ctx);
    },
    change: (input, ctx) => service.change(input, ctx),
    resetPassword: async ({ id, password }, ctx) =>
      service.giveSecrets(id, 'people.resetPassword', await hashSecrets(credentials, loginOf(id), { password }), ctx),
    changeOwnSecret: async ({ currentPassword, ...secrets }, ctx) => {
      await credentials.confirmPassword(ctx.actor.staffId, currentPassword, 'currentPassword', ctx);
      const hashes = await hashSecrets(credentials, loginOf(ctx.actor.staffId), secrets);
      service.giveSecrets(ctx.actor.staffId, 'people.changeOwnSecret', hashes, ctx);
    },
    permissions: () => service.permissions(),
    allow: (input, ctx) => service.allow(input, ctx),
  };
}
