import { z } from 'zod';
import { halfWidth } from '../entry/read-entry';
import { command, query } from './contract';
import { id, line, prose, requiredLine } from './fields';

export const CLIENT_KINDS = ['enterprise', 'person'] as const;
export type ClientKind = (typeof CLIENT_KINDS)[number];

export interface ClientRow {
  id: number;
  kind: ClientKind;
  name: string;
  /** Unified credit code of an enterprise, ID number of a person. */
  code: string;
  legalRepresentative: string;
  phone: string;
  address: string;
  remarks: string;
  ownerId: number;
  owner: string;
  projects: number;
}

export interface ShownClient extends ClientRow {
  /** Whoever asks; the owner, the owner's department, the archivist and the executives may. */
  mayCorrect: boolean;
}

const fields = z.strictObject({
  kind: z.enum(CLIENT_KINDS),
  name: requiredLine(100),
  /** As on the licence, however it was typed: half-width and in capitals. */
  code: line(40)
    .overwrite((typed) => halfWidth(typed).toUpperCase())
    .default(''),
  legalRepresentative: line(40).default(''),
  phone: line(60).default(''),
  address: line(200).default(''),
  remarks: prose(2000).default(''),
});

export const client = {
  list: query<{ rows: ClientRow[]; total: number }>()({
    access: 'client.read',
    reads: ['client', 'project', 'staff'],
    input: z.strictObject({
      text: line(100).default(''),
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
  }),
  show: query<ShownClient>()({
    access: 'client.read',
    reads: ['client', 'project', 'staff', 'staff_position', 'department', 'permission'],
    input: z.strictObject({ id }),
  }),
  register: command<{ id: number }>()({ access: 'client.register', input: fields }),
  correct: command()({ access: 'client.correct', input: fields.extend({ id }) }),
} as const;
