import { z } from 'zod';
import type { WithWhom } from '../records/with-whom';
import { command, query } from './contract';
import {
  DOSSIER_STATES,
  type DossierState,
  type Holder,
  type Place,
  SECRECIES,
  type Secrecy,
} from './dossier.contract';
import { day, id, line, nothing, requiredLine } from './fields';

/** What the ledger is sorted by: every column, and `opened`, the order in which the dossiers were opened. */
export const LEDGER_SORTS = [
  'archiveNo',
  'title',
  'client',
  'className',
  'contractNo',
  'year',
  'volumes',
  'items',
  'pages',
  'aManager',
  'bManager',
  'keeper',
  'place',
  'receivedOn',
  'endedOn',
  'retention',
  'keepUntil',
  'secrecy',
  'dueOn',
  'state',
  'opened',
] as const;
export type LedgerSort = (typeof LEDGER_SORTS)[number];

export interface LedgerRow extends WithWhom {
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

/**
 * What the sentence over the ledger counts, so that every number opens its list: on the shelf or lent, on the way to it, new; on
 * the shelf with its retention at an end and nobody has decided since; on the shelf, nobody knows where.
 */
export const LEDGER_GROUPS = ['received', 'underway', 'receivedThisMonth', 'dueForAppraisal', 'withoutPlace'] as const;
export type LedgerGroup = (typeof LEDGER_GROUPS)[number];

const lateDays = z.int().min(0).max(36_500);
const count = z.int().min(0).max(10_000_000);

export const ledgerFilter = z.strictObject({
  text: line(100).default(''),
  classId: id.optional(),
  year: z.int().optional(),
  state: z.enum(DOSSIER_STATES).optional(),
  group: z.enum(LEDGER_GROUPS).optional(),
  /** Is A, B or keeper of the dossier. */
  managerId: id.optional(),
  aManagerId: id.optional(),
  bManagerId: id.optional(),
  /** Has something of it on loan. */
  lentToId: id.optional(),
  lateOnly: z.boolean().default(false),
  retentionId: id.optional(),
  secrecy: z.enum(SECRECIES).optional(),
  clientId: id.optional(),
  keeperId: id.optional(),
  /** From the room down, as far as it is given. */
  room: requiredLine(20).optional(),
  cabinet: requiredLine(20).optional(),
  shelf: requiredLine(20).optional(),
  box: requiredLine(20).optional(),
  /** Both ends count. */
  receivedFrom: day.optional(),
  receivedTo: day.optional(),
  endedFrom: day.optional(),
  endedTo: day.optional(),
  keptFrom: day.optional(),
  keptTo: day.optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  /** Days past the limit; what is in time is 0 days late. */
  lateFrom: lateDays.optional(),
  lateTo: lateDays.optional(),
  itemsFrom: count.optional(),
  itemsTo: count.optional(),
  pagesFrom: count.optional(),
  pagesTo: count.optional(),
  volumesFrom: count.optional(),
  volumesTo: count.optional(),
  /** Each stands in that column, wherever; capitals or not. */
  archiveNo: requiredLine(60).optional(),
  title: requiredLine(60).optional(),
  contractNo: requiredLine(60).optional(),
  /** Stands in the remarks. */
  remarks: requiredLine(60).optional(),
  /** `true`: brought in from another ledger; `false`: opened in the program. */
  imported: z.boolean().optional(),
});

/** What the ledger is asked: narrowed by what, in which order. */
export const ledgerQuestion = z.strictObject({
  filter: ledgerFilter.prefault({}),
  sort: z.enum(LEDGER_SORTS).default('opened'),
  descending: z.boolean().default(true),
});
export type LedgerQuestion = z.output<typeof ledgerQuestion>;

/** What stands behind the numbers of a filter of the ledger. */
export interface LedgerNames {
  manager?: string | undefined;
  aManager?: string | undefined;
  bManager?: string | undefined;
  lentTo?: string | undefined;
  className?: string | undefined;
  retention?: string | undefined;
  client?: string | undefined;
  keeper?: string | undefined;
}

/** What the dossiers of a list add up to. */
export interface LedgerSums {
  /** Dossiers. */
  total: number;
  volumes: number;
  items: number;
  pages: number;
}

export interface LedgerSummary {
  all: LedgerSums;
  received: number;
  underway: number;
  late: number;
  receivedThisMonth: number;
  dueForAppraisal: number;
  withoutPlace: number;
  /** Only states and classes that there are dossiers of. */
  byState: ({ state: DossierState } & LedgerSums)[];
  byClass: ({ classId: number } & LedgerSums)[];
  years: number[];
}

export const ledger = {
  list: query<{ rows: LedgerRow[] } & LedgerSums>()({
    access: 'ledger.read',
    reads: [
      ...['dossier', 'project', 'client', 'staff', 'record_class', 'retention', 'place', 'archive_number'],
      ...['borrowing', 'borrowing_line'],
    ],
    input: ledgerQuestion.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
  }),
  summary: query<LedgerSummary>()({
    access: 'ledger.read',
    reads: ['dossier', 'project', 'record_class'],
    input: nothing,
  }),
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
