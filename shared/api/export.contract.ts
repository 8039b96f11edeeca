import { z } from 'zod';
import { auditFilter } from './audit.contract';
import { borrowingFilter } from './borrowing.contract';
import { lentFilter, recallFilter, STATISTICS_BY, statisticsPeriod } from './borrowing-book.contract';
import { complaintFilter } from './complaint.contract';
import { countedFilter, TALLY_BY, tallyPeriod } from './complaint-book.contract';
import { command, query } from './contract';
import { disposalFilter, dueFilter } from './disposal.contract';
import { extensionFilter } from './extension.contract';
import { day, id, line, nothing } from './fields';
import { handoverFilter, stepFilter } from './handover.contract';
import { ledgerQuestion } from './ledger.contract';
import { numberFilter } from './number.contract';
import { compensationFilter, penaltyFilter } from './penalty.contract';
import { placeFilter } from './place.contract';
import { openingFilter } from './safe.contract';
import { closingFilter } from './safe-closing.contract';
import { supplementFilter } from './supplement.contract';
import { titleFilter } from './title.contract';
import { titleHandoverFilter } from './title-handover.contract';
import { registerFilter, slipFilter } from './title-move.contract';

/** `csvGb18030`: for spreadsheets so old that they take every csv for Chinese text of the nineties. */
export const EXPORT_FORMATS = ['xlsx', 'csv', 'csvGb18030'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** Lists without a form of their own: they go to paper with the columns with which they are taken along. */
export const plainList = z.discriminatedUnion('name', [
  stepFilter.extend({ name: z.literal('steps') }),
  extensionFilter.extend({ name: z.literal('extensions') }),
  supplementFilter.extend({ name: z.literal('supplements') }),
  titleHandoverFilter.pick({ which: true }).extend({ name: z.literal('titleHandovers') }),
  z.strictObject({ name: z.literal('staff') }),
  disposalFilter.extend({ name: z.literal('disposals') }),
  slipFilter.extend({ name: z.literal('slips') }),
  z.strictObject({ name: z.literal('staffHandovers'), openOnly: z.boolean().default(false) }),
  auditFilter.extend({ name: z.literal('audit') }),
  borrowingFilter.extend({ name: z.literal('borrowings') }),
  lentFilter.extend({ name: z.literal('lent') }),
  recallFilter.extend({ name: z.literal('recalls') }),
  complaintFilter.extend({ name: z.literal('complaints') }),
  penaltyFilter.extend({ name: z.literal('penalties') }),
  compensationFilter.extend({ name: z.literal('compensations') }),
  countedFilter.extend({ name: z.literal('countedComplaints') }),
  z.strictObject({ name: z.literal('recordClasses') }),
  z.strictObject({ name: z.literal('retentions') }),
  z.strictObject({ name: z.literal('checklists') }),
  z.strictObject({ name: z.literal('checklist'), id }),
  z.strictObject({ name: z.literal('specialDays'), year: z.int().min(1980).max(2200) }),
  z.strictObject({ name: z.literal('borrowingTerms') }),
  z.strictObject({ name: z.literal('imports') }),
  z.strictObject({ name: z.literal('backups') }),
  z.strictObject({ name: z.literal('stocktakes') }),
  z.strictObject({ name: z.literal('contents'), safeId: id, on: day.optional() }),
  closingFilter.extend({ name: z.literal('closings') }),
]);
export type PlainList = z.output<typeof plainList>;

/** Every list that can be taken along, with what it is narrowed by on the screen. */
export const exportedList = z.discriminatedUnion('name', [
  ...plainList.options,
  ledgerQuestion.extend({ name: z.literal('ledger') }),
  z.strictObject({ name: z.literal('volume'), dossierId: id }),
  handoverFilter.extend({ name: z.literal('handovers') }),
  z.strictObject({ name: z.literal('titleHandover'), id }),
  z.strictObject({ name: z.literal('lateness'), year: z.int().min(1980).max(2200) }),
  z.strictObject({ name: z.literal('clients'), text: line(100).default('') }),
  z.strictObject({ name: z.literal('projects'), clientId: id.optional() }),
  /** The rows in the way of an import, as they were last looked at in this window. */
  z.strictObject({ name: z.literal('importFaults') }),
  numberFilter.extend({ name: z.literal('numbers') }),
  placeFilter.extend({ name: z.literal('places') }),
  dueFilter.extend({ name: z.literal('due') }),
  z.strictObject({ name: z.literal('custody'), safeId: id }),
  openingFilter.extend({ name: z.literal('openings') }),
  z.strictObject({ name: z.literal('disposal'), id }),
  titleFilter.extend({ name: z.literal('titles') }),
  statisticsPeriod.extend({ name: z.literal('borrowingStatistics'), by: z.enum(STATISTICS_BY) }),
  tallyPeriod.extend({ name: z.literal('complaintStatistics'), by: z.enum(TALLY_BY) }),
  z.strictObject({ name: z.literal('stocktake'), id }),
  registerFilter.extend({ name: z.literal('titleRegister') }),
]);
export type ExportedList = z.input<typeof exportedList>;
export type ExportName = ExportedList['name'];

/** Main makes no sentence: the window says how headings and states are called in its language. */
const MOST_WORDS = 2_000;
const words = z
  .record(z.string().max(80), z.string().max(400))
  .refine((its) => Object.keys(its).length <= MOST_WORDS)
  .default({});

export interface ExportProgress {
  done: number;
  total: number;
}

export const exporting = {
  /** Asks where, then writes the file; no `path` when the person chose no place. Needs the permission to read the list. */
  save: command<{ path?: string; rows?: number }>()({
    access: 'signedIn',
    input: z.strictObject({ list: exportedList, format: z.enum(EXPORT_FORMATS), words }),
  }),
  /** How far the export of this window is; `null` when there is none. */
  progress: query<ExportProgress | null>()({ access: 'signedIn', reads: ['export'], input: nothing }),
  /** Gives the export of this window up: nothing of it stays on the disk. */
  cancel: command()({ access: 'signedIn', input: nothing }),
} as const;
