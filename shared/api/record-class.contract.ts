import { query } from './contract';
import { nothing } from './fields';

/** Classes that follow a project's kind of business; the others are filed without a project. */
export const BUSINESS_CLASSES = ['loan', 'guarantee', 'other'] as const;

export interface RecordClassRow {
  id: number;
  /** Of the classes that came with the program: the window names them in its language. */
  code?: string;
  name: string;
  /** What {type} stands for in its numbers. */
  word: string;
  /** {short} the company, {type} the word, {year}, {seq:3} the running number with three digits. */
  pattern: string;
  /** Numbers begin at 1 every year. */
  yearly: boolean;
  /** What its dossiers are kept for if nobody says otherwise. */
  retentionId: number;
  retired: boolean;
}

export const recordClass = {
  list: query<RecordClassRow[]>()({ access: 'signedIn', reads: ['record_class'], input: nothing }),
} as const;
