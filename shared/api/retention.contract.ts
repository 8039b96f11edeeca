import { query } from './contract';
import { nothing } from './fields';

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

export const retention = {
  /** The longest first. */
  list: query<RetentionRow[]>()({ access: 'signedIn', reads: ['retention'], input: nothing }),
} as const;
