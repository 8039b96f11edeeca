import type { company } from '../../shared/api/company.contract';
import type { OutputOf, ParsedOf } from '../../shared/api/contract';
import type { CompanyService } from '../features/company/company.service';
import type { Credentials } from '../features/people/credentials';
import { hashSecrets } from '../features/people/people.handlers';
import type { PeopleService } from '../features/people/people.service';
import type { Context } from '../ipc/context';
import { OFFICE_DEPARTMENT } from './strings';

type Founding = typeof company.found;

interface Parts {
  company: CompanyService;
  people: PeopleService;
  credentials: Credentials;
}

/** Founds a company with its first administrator in one event, and signs that person in. */
export function createFounding({ company, people, credentials }: Parts) {
  return async (input: ParsedOf<Founding>, ctx: Context): Promise<OutputOf<Founding>> => {
    const { administrator, ...names } = input;
    const { name, login } = administrator;
    const secrets = await hashSecrets(credentials, login, administrator);
    const first = { name, login, positions: ['systemAdmin' as const], inChargeOf: [] };
    const staffId = company.found(names, false, () => people.engageFirst(OFFICE_DEPARTMENT, first, secrets), ctx);
    people.begin({ staffId, name }, ctx);
    return { staffId };
  };
}
