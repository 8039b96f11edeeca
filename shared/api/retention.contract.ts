import { z } from 'zod';
import { command, query } from './contract';
import { id, line, nothing, requiredLine } from './fields';

export interface RetentionRow {
  id: number;
  /** Of the terms that came with the program: the window names them in its language. */
  code?: string;
  name: string;
  /** Absent: for ever. */
  years?: number;
  /** The rule and article that it comes from. */
  basis: string;
  retired: boolean;
}

/** What other years would do to the dossiers of a term. */
export interface RetentionEffect {
  /** That are kept for this term. */
  dossiers: number;
  /** Whose last day would be another one, and how many of these would be over by today. */
  moved: number;
  over: number;
}

const fields = z.strictObject({
  name: requiredLine(40),
  /** Absent: for ever. */
  years: z.int().min(1).max(200).optional(),
  basis: line(100).default(''),
});

export const retention = {
  /** The longest first. */
  list: query<RetentionRow[]>()({ access: 'signedIn', reads: ['retention'], input: nothing }),
  overview: query<(RetentionRow & { dossiers: number; classes: number })[]>()({
    access: 'ledger.read',
    reads: ['retention', 'dossier', 'record_class'],
    input: nothing,
  }),
  effect: query<RetentionEffect>()({
    access: 'class.manage',
    reads: ['retention', 'dossier'],
    input: z.strictObject({ id, years: fields.shape.years }),
  }),
  add: command<{ id: number }>()({ access: 'class.manage', input: fields }),
  /** Where the years change, the last day of each of its dossiers is worked out anew; answers how many days moved. */
  revise: command<{ moved: number }>()({ access: 'class.manage', input: fields.extend({ id }) }),
  /** Not to be chosen any more; what is kept for it stays so. */
  retire: command()({ access: 'class.manage', input: z.strictObject({ id }) }),
  takeUp: command()({ access: 'class.manage', input: z.strictObject({ id }) }),
} as const;
