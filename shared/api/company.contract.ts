import { z } from 'zod';
import { command, query } from './contract';
import { nothing, requiredLine, secret } from './fields';

/** What the window shows before anybody has signed in. */
export interface Start {
  /** `undefined` until the first-run wizard has made the company. */
  company?: { name: string; shortName: string; demonstration: boolean };
  version: string;
  today: string;
}

export interface Status {
  today: string;
  workingDay: boolean;
  /** The journal's last event, as it stands on paper. */
  seq: number;
  hash: string;
  /** How many days ago the newest verified backup was made, negative when the clock stands before it; `undefined` when there is none. */
  backupAgeDays?: number;
  /** Whole megabytes left on the ledger's disk, when it is time to say so. */
  lowDiskMegabytes?: number;
}

export interface CompanySettings {
  name: string;
  shortName: string;
  idleMinutes: number;
  demonstration: boolean;
}

/** First run, the company's own data, and what every page's frame shows. */
export const company = {
  start: query<Start>()({ access: 'anyone', reads: ['company'], input: nothing }),
  /** Makes the company and its first administrator, who is signed in by it. */
  found: command<{ staffId: number }>()({
    access: 'anyone',
    input: z.strictObject({
      name: requiredLine(100),
      shortName: requiredLine(4),
      administrator: z.strictObject({
        name: requiredLine(40),
        login: requiredLine(40),
        password: secret,
        pin: z
          .string()
          .regex(/^\d{6,12}$/)
          .optional(),
      }),
    }),
  }),
  /** Fills an empty ledger with the demonstration company; its people all sign with `demoSecret`. */
  foundDemonstration: command<{ logins: { login: string; name: string; position: string }[]; demoSecret: string }>()({
    access: 'anyone',
    input: nothing,
  }),
  /** Puts the demonstration's ledger aside (it is not deleted) and begins with an empty one; everybody is signed out. */
  leaveDemonstration: command()({ access: 'company.manage', input: nothing }),
  status: query<Status>()({
    access: 'signedIn',
    reads: ['event', 'holiday', 'calendar_year', 'backup'],
    input: nothing,
  }),
  settings: query<CompanySettings>()({ access: 'signedIn', reads: ['company'], input: nothing }),
  changeSettings: command()({
    access: 'company.manage',
    input: z.strictObject({
      name: requiredLine(100),
      shortName: requiredLine(4),
      idleMinutes: z.int().min(1).max(15),
    }),
  }),
} as const;
