import type { CompanySettings, company, Start, Status } from '../../../shared/api/company.contract';
import type { ParsedOf } from '../../../shared/api/contract';
import { AppError } from '../../../shared/api/errors';
import { type Calendar, type Day, isWorkingDay } from '../../../shared/calendar/working-days';
import type { Commit, Head } from '../../db/journal';
import type { Context, SignedInContext } from '../../ipc/context';
import type { Company, CompanyRepo } from './company.repo';

interface Parts {
  repo: CompanyRepo;
  commit: Commit;
  calendar(): Calendar;
  head(): Head;
  version: string;
  newLedgerId(): string;
  /** Bytes free on the disk that holds the ledger. */
  freeBytes(): number;
  /** Days since the last backup that was found whole. */
  backupAge(today: Day): number | undefined;
  /** Refuses a short name with which two classes would make the same number. */
  demandShortName(shortName: string, today: Day): void;
  /** First rows that the other features need in a new company; each writes its own tables. */
  layFoundations(today: Day): void;
}

const BYTES_PER_MEGABYTE = 1_048_576;
/** QUALITY.md, D6: warned below 500 MB free. */
const LOW_DISK_MEGABYTES = 500;

export type CompanyService = ReturnType<typeof createCompanyService>;

export function createCompanyService({
  repo,
  commit,
  calendar,
  head,
  version,
  newLedgerId,
  freeBytes,
  backupAge,
  demandShortName,
  layFoundations,
}: Parts) {
  const demand = (): Company => {
    const found = repo.read();
    if (!found) throw new AppError('conflict', 'noCompanyYet');
    return found;
  };
  return {
    demand,
    start: (ctx: Context): Start => {
      const found = repo.read();
      const { name, shortName, demonstration } = found ?? {};
      return {
        version,
        today: ctx.today,
        ...(name !== undefined &&
          shortName !== undefined && { company: { name, shortName, demonstration: demonstration ?? false } }),
      };
    },
    /** Founds the company with the first person in one event; `engageFirst` writes that person. */
    found: (
      names: { name: string; shortName: string },
      demonstration: boolean,
      engageFirst: () => number,
      ctx: Context,
    ): number => {
      if (repo.read()) throw new AppError('conflict', 'companyExists');
      return commit(ctx, 'company.found', names, () => {
        repo.found(names.name, names.shortName, newLedgerId(), demonstration);
        layFoundations(ctx.today);
        return engageFirst();
      });
    },
    /** Notes the end of the demonstration in its own journal; a real company's ledger is never left. */
    leaveDemonstration: (ctx: SignedInContext): void => {
      if (!demand().demonstration) throw new AppError('conflict', 'notADemonstration');
      commit(ctx, 'company.leaveDemonstration', {}, () => undefined);
    },
    status: (ctx: SignedInContext): Status => {
      const { seq, hash } = head();
      const backupAgeDays = backupAge(ctx.today);
      const megabytes = Math.floor(freeBytes() / BYTES_PER_MEGABYTE);
      return {
        today: ctx.today,
        workingDay: isWorkingDay(ctx.today, calendar()),
        seq,
        hash,
        ...(backupAgeDays !== undefined && { backupAgeDays }),
        ...(megabytes < LOW_DISK_MEGABYTES && { lowDiskMegabytes: megabytes }),
      };
    },
    settings: (): CompanySettings => {
      const { name, shortName, idleMinutes, demonstration } = demand();
      return { name, shortName, idleMinutes, demonstration };
    },
    changeSettings: (input: ParsedOf<typeof company.changeSettings>, ctx: SignedInContext): void => {
      if (input.shortName !== demand().shortName) demandShortName(input.shortName, ctx.today);
      commit(ctx, 'company.changeSettings', input, () => repo.change(input.name, input.shortName, input.idleMinutes));
    },
  };
}
