import { z } from 'zod';
import { command, query } from './contract';
import { id, prose, requiredLine, secret } from './fields';

export interface Compartment {
  id: number;
  name: string;
  /** Where it is drawn, from 1. */
  row: number;
  col: number;
  retiredOn?: string;
}

/** Who holds a key (by its number) or the combination now. */
export interface Custody {
  id: number;
  kind: 'key' | 'combination';
  label: string;
  holderId: number;
  holder: string;
  takenOn: string;
}

export interface SafeRow {
  id: number;
  name: string;
  place: string;
  retiredOn?: string;
  compartments: Compartment[];
  custody: Custody[];
}

/** As many as a picture of one safe still shows. */
export const MOST_ROWS = 20;
export const MOST_COLUMNS = 12;

export const safe = {
  list: query<SafeRow[]>()({
    access: 'title.read',
    reads: ['safe', 'compartment', 'safe_custody', 'staff'],
    input: z.strictObject({}),
  }),
  /** A new safe with its compartments (1-1, 1-2, …), whose key and combination go to two different people before a third. */
  register: command<{ id: number }>()({
    access: 'safe.manage',
    input: z.strictObject({
      name: requiredLine(40),
      place: requiredLine(100),
      rows: z.int().min(1).max(MOST_ROWS),
      columns: z.int().min(1).max(MOST_COLUMNS),
      keyLabel: requiredLine(20),
      keyHolderId: id,
      combinationHolderId: id,
      supervisorId: id,
      reason: prose(500).min(1),
      signatures: z.strictObject({ keyHolder: secret, combinationHolder: secret, supervisor: secret }),
    }),
  }),
} as const;
