import { z } from 'zod';
import type { WithWhom } from '../records/with-whom';
import { query } from './contract';
import { nothing } from './fields';

export const SEARCH_KINDS = [
  'dossier',
  'dossierItem',
  'number',
  'handover',
  'supplement',
  'disposal',
  'client',
  'project',
  'title',
  'titleSlip',
  'titleHandover',
  'stocktake',
  'borrowing',
  'complaint',
  'penalty',
  'staffHandover',
  'staff',
] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

export interface Hit extends WithWhom {
  kind: SearchKind;
  id: number;
  /** The record's own words, e.g. the archive number and title. */
  title: string;
  /** What helps to tell it from its like: client, document number, department. */
  detail: string;
  /** The record whose page shows it, where it has none of its own (an item is shown on its dossier). */
  dossierId?: number;
  /** Whether it is out or some of it. */
  lent?: 'lent' | 'partlyLent';
}

export const search = {
  /** How many changes are not found yet: what a long act leaves is gone through afterwards. */
  behind: query<{ left: number }>()({ access: 'signedIn', reads: ['search_behind', 'event'], input: nothing }),
  /** Words from one character on, numbers and parts of numbers, pinyin and initials, scanned barcodes. */
  find: query<{ kind: SearchKind; hits: Hit[]; more: boolean }[]>()({
    access: 'signedIn',
    reads: [
      'dossier',
      'dossier_item',
      'archive_number',
      'handover',
      'disposal',
      'supplement_list',
      'title',
      'title_slip',
      'title_handover',
      'stocktake',
      'borrowing',
      'borrowing_line',
      'complaint',
      'complaint_procedure',
      'penalty',
      'client',
      'project',
      'staff',
      'staff_handover',
      'department',
      'staff_position',
      'permission',
    ],
    input: z.strictObject({ text: z.string().max(200) }),
  }),
} as const;
