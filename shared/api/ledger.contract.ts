import { z } from 'zod';
import { command, query } from './contract';
import { DOSSIER_STATES, type DossierState, type Holder, type Place } from './dossier.contract';
import { id, line, nothing, requiredLine } from './fields';
import { BUSINESS_TYPES, type BusinessType } from './project.contract';

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
  businessType: BusinessType;
  year: number;
  items: number;
  pages: number;
  aManager?: string;
  bManager?: string;
  place?: Place;
  state: DossierState;
  holder: Holder;
  receivedOn?: string;
  /** Deadline of the step that is due next; `undefined` once received. */
  dueOn?: string;
  lateDays: number;
}

/** What the sentence over the ledger counts, so that every number opens its list: on the shelf or lent, on the way to it, new. */
export const LEDGER_GROUPS = ['received', 'underway', 'receivedThisMonth'] as const;
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

export const ledgerFilter = z.strictObject({
  text: line(100).default(''),
  businessType: z.enum(BUSINESS_TYPES).optional(),
  year: z.int().optional(),
  state: z.enum(DOSSIER_STATES).optional(),
  group: z.enum(LEDGER_GROUPS).optional(),
  managerId: id.optional(),
  lateOnly: z.boolean().default(false),
});

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
    reads: ['dossier', 'project', 'client', 'staff'],
    input: z.strictObject({
      filter: ledgerFilter.prefault({}),
      sort: z.enum(LEDGER_SORTS).default('opened'),
      descending: z.boolean().default(true),
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
