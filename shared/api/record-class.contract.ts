import { z } from 'zod';
import { command, query } from './contract';
import { id, nothing, requiredLine } from './fields';

/** Classes that follow a project's kind of business; the others are filed without a project. */
export const BUSINESS_CLASSES = ['loan', 'guarantee', 'other'] as const;

export interface RecordClassRow {
  id: number;
  /** Of the classes that came with the program: the window names them in its language. */
  code?: string;
  name: string;
  /** What {type} stands for in its numbers. */
  word: string;
  /** {short} the company, {type} the word, {class} the name, {year} or {yy}, {seq:3} the running number with three digits. */
  pattern: string;
  /** Numbers begin at 1 every year. */
  yearly: boolean;
  /** What its dossiers are kept for if nobody says otherwise. */
  retentionId: number;
  retired: boolean;
}

/** A class on its own page. */
export interface RecordClassOverview extends RecordClassRow {
  /** The running number that comes next, and the whole number that it makes today. */
  nextSeq: number;
  nextNumber: string;
  dossiers: number;
}

const fields = z.strictObject({
  name: requiredLine(40),
  word: requiredLine(10),
  pattern: requiredLine(60),
  yearly: z.boolean(),
  retentionId: id,
});

export const recordClass = {
  list: query<RecordClassRow[]>()({ access: 'signedIn', reads: ['record_class'], input: nothing }),
  /** Every class with the number that comes next; `shortName` for an example while a pattern is being typed. */
  overview: query<{ shortName: string; year: number; classes: RecordClassOverview[] }>()({
    access: 'ledger.read',
    reads: ['record_class', 'archive_number', 'company', 'dossier'],
    input: nothing,
  }),
  add: command<{ id: number }>()({ access: 'class.manage', input: fields }),
  /** Counts for numbers that are given from now on; those that were given stay, and the running number goes on. */
  revise: command()({ access: 'class.manage', input: fields.extend({ id }) }),
  /** No dossier is opened in it any more. */
  retire: command()({ access: 'class.manage', input: z.strictObject({ id }) }),
  takeUp: command()({ access: 'class.manage', input: z.strictObject({ id }) }),
} as const;
