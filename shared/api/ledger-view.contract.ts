import { z } from 'zod';
import { command, query } from './contract';
import { id, nothing, requiredLine } from './fields';
import { ledgerQuestion } from './ledger.contract';

/** Every column that the ledger can show: those of its printed form and those that only the screen has. */
export const LEDGER_COLUMNS = [
  'archiveNo',
  'title',
  'client',
  'className',
  'contractNo',
  'year',
  'volumes',
  'items',
  'pages',
  'managers',
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
  'lateDays',
  'remarks',
  'state',
] as const;
export type LedgerColumnName = (typeof LEDGER_COLUMNS)[number];

const shownColumns = z
  .array(z.strictObject({ column: z.enum(LEDGER_COLUMNS), width: z.int().min(40).max(900).optional() }))
  .min(1)
  .max(LEDGER_COLUMNS.length)
  // Named twice it is shown once.
  .overwrite((its) => its.filter(({ column }, i) => its.findIndex((one) => one.column === column) === i));
/** Columns in their order; without a width they share what room there is. */
export type ShownColumns = z.output<typeof shownColumns>;

const content = { question: ledgerQuestion.prefault({}), columns: shownColumns.optional() };
/** A way to look at the ledger. */
export const viewContent = z.strictObject(content);
export type ViewContent = z.output<typeof viewContent>;

export interface LedgerViewRow extends ViewContent {
  id: number;
  name: string;
  /** Of the person who asks: only the owner changes it. */
  own: boolean;
  owner: string;
  shared: boolean;
}

export interface LedgerViews {
  /** One's own first, then those that colleagues share; by name. */
  views: LedgerViewRow[];
  /** One's own choice of columns; absent: those that the program shows. */
  columns?: ShownColumns;
  /** The view that the ledger opens with. */
  opensWith?: number;
}

export const ledgerView = {
  list: query<LedgerViews>()({
    access: 'ledger.read',
    reads: ['ledger_view', 'ledger_habit', 'staff'],
    input: nothing,
  }),
  /** Keeps a way to look at the ledger under a name. */
  keep: command<{ id: number }>()({
    access: 'ledger.read',
    input: z.strictObject({ name: requiredLine(30), ...content }),
  }),
  /** The view from now on is what is looked at now. */
  change: command()({ access: 'ledger.read', input: z.strictObject({ id, ...content }) }),
  rename: command()({ access: 'ledger.read', input: z.strictObject({ id, name: requiredLine(30) }) }),
  remove: command()({ access: 'ledger.read', input: z.strictObject({ id }) }),
  share: command()({ access: 'ledger.share', input: z.strictObject({ id, shared: z.boolean() }) }),
  /** Without `id` the ledger opens whole. */
  openWith: command()({ access: 'ledger.read', input: z.strictObject({ id: id.optional() }) }),
  /** Chooses one's columns; without them the program's own again. */
  arrange: command()({ access: 'ledger.read', input: z.strictObject({ columns: shownColumns.optional() }) }),
} as const;
