import { z } from 'zod';
import { command, query } from './contract';
import { DOSSIER_STATES, type DossierState, type Holder, type Place, type Secrecy } from './dossier.contract';
import { id, line, nothing, requiredLine } from './fields';

export const LEDGER_SORTS = [
  'archiveNo',
  'title',
  'client',
  'year',
  'items',
  'pages',
  'receivedOn',
  'state',
  'opened',
] as const;
export type LedgerSort = (typeof LEDGER_SORTS)[number];

export interface LedgerRow {
  id: number;
  archiveNo?: string;
  title: string;
  client?: string;
  contractNo?: string;
  classId: number;
  className: string;
  year: number;
  volumes: number;
  items: number;
  pages: number;
  aManager?: string;
  bManager?: string;
  place?: Place;
  retentionId: number;
  /** In words. */
  retention: string;
  secrecy: Secrecy;
  state: DossierState;
  holder: Holder;
  receivedOn?: string;
  /** End of the business: retention counts from here. */
  endedOn?: string;
  keepUntil?: string;
  remarks: string;
  /** Who answers for a dossier without a project. */
  keeper?: string;
  /** Deadline of the step that is due next; `undefined` once received. */
  dueOn?: string;
  lateDays: number;
}

/** What the sentence over the ledger counts, so that every number opens its list: on the shelf or lent, on the way to it, new. */
export const LEDGER_GROUPS = ['received', 'underway', 'receivedThisMonth'] as const;
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

export const ledgerFilter = z.strictObject({
  text: line(100).default(''),
  classId: id.optional(),
  year: z.int().optional(),
  state: z.enum(DOSSIER_STATES).optional(),
  group: z.enum(LEDGER_GROUPS).optional(),
  managerId: id.optional(),
  lateOnly: z.boolean().default(false),
  /** What stands in one box. */
  placeId: id.optional(),
});

/** What the ledger is asked: narrowed by what, in which order. */
export const ledgerQuestion = z.strictObject({
  filter: ledgerFilter.prefault({}),
  sort: z.enum(LEDGER_SORTS).default('opened'),
  descending: z.boolean().default(true),
});
export type LedgerQuestion = z.output<typeof ledgerQuestion>;

export interface LedgerSummary {
  received: number;
  underway: number;
  late: number;
  receivedThisMonth: number;
  years: number[];
}

export const ledger = {
  list: query<{ rows: LedgerRow[]; total: number; pages: number }>()({
    access: 'ledger.read',
    reads: ['dossier', 'project', 'client', 'staff', 'record_class', 'retention', 'place'],
    input: ledgerQuestion.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
  }),
  summary: query<LedgerSummary>()({ access: 'ledger.read', reads: ['dossier'], input: nothing }),
  /** Puts a received dossier in another place. */
  place: command()({
    access: 'ledger.place',
    input: z.strictObject({
      id,
      room: requiredLine(20),
      cabinet: requiredLine(20),
      shelf: requiredLine(20),
      box: requiredLine(20),
    }),
  }),
} as const;
