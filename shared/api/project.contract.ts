import { z } from 'zod';
import type { WithWhom } from '../records/with-whom';
import { command, query } from './contract';
import { day, fen, id, line, requiredLine } from './fields';

export const BUSINESS_TYPES = ['loan', 'guarantee', 'other'] as const;
export type BusinessType = (typeof BUSINESS_TYPES)[number];

export interface ProjectRow extends WithWhom {
  id: number;
  clientId: number;
  client: string;
  name: string;
  businessType: BusinessType;
  contractNo: string;
  amountFen: number;
  guarantors: string;
  aManagerId: number;
  aManager: string;
  bManagerId: number;
  bManager: string;
  disbursedOn?: string;
  endedOn?: string;
  /** The dossier made for it, if there is one. */
  dossierId?: number;
  /** Whether that is out or some of it. */
  lent?: 'lent' | 'partlyLent';
}

export interface ListedProject extends ProjectRow {
  /** Whoever asks; its managers, the archivist and the executives may. */
  mayCorrect: boolean;
}

/** A and B are never the same person: main refuses it with `sameManagers`. */
const fields = z.strictObject({
  clientId: id,
  name: requiredLine(100),
  businessType: z.enum(BUSINESS_TYPES),
  contractNo: requiredLine(60),
  amountFen: fen,
  guarantors: line(200).default(''),
  aManagerId: id,
  bManagerId: id,
  disbursedOn: day.optional(),
  endedOn: day.optional(),
});

const projectFilter = z.strictObject({
  clientId: id.optional(),
  /** Only those without a dossier for which the person signed in may open one. */
  openable: z.boolean().default(false),
  text: line(100).default(''),
});
export type ProjectFilter = z.output<typeof projectFilter>;

export const project = {
  /** A page of them, the latest first; `count` says how many there are. */
  list: query<ListedProject[]>()({
    access: 'client.read',
    reads: ['project', 'client', 'staff', 'staff_position', 'permission', 'dossier', 'borrowing', 'borrowing_line'],
    input: projectFilter.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(200),
    }),
  }),
  count: query<number>()({ access: 'client.read', reads: ['project', 'dossier'], input: projectFilter }),
  show: query<ProjectRow>()({
    access: 'client.read',
    reads: ['project', 'client', 'staff', 'dossier'],
    input: z.strictObject({ id }),
  }),
  register: command<{ id: number }>()({ access: 'project.register', input: fields }),
  correct: command()({ access: 'project.correct', input: fields.extend({ id }) }),
} as const;
