import type { company } from '../../../shared/api/company.contract';
import type { OutputOf, ParsedOf } from '../../../shared/api/contract';
import type { Context } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { CompanyService } from './company.service';

interface Parts {
  service: CompanyService;
  /** Hashes the first administrator's secrets, founds the company with that person, and signs the person in. */
  foundWith(input: ParsedOf<typeof company.found>, ctx: Context): Promise<OutputOf<typeof company.found>>;
  foundDemonstration(ctx: Context): Promise<OutputOf<typeof company.foundDemonstration>>;
  /** Puts the present ledger aside and opens an empty one. */
  startAfresh(): void;
}

export function createCompanyHandlers({
  service,
  foundWith,
  foundDemonstration,
  startAfresh,
}: Parts): HandlersOf<'company'> {
  return {
    start: (_, ctx) => service.start(ctx),
    found: (input, ctx) => foundWith(input, ctx),
    foundDemonstration: (_, ctx) => foundDemonstration(ctx),
    leaveDemonstration: (_, ctx) => {
      service.leaveDemonstration(ctx);
      startAfresh();
    },
    status: (_, ctx) => service.status(ctx),
    settings: () => service.settings(),
    changeSettings: (input, ctx) => service.changeSettings(input, ctx),
  };
}
