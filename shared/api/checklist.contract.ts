import { z } from 'zod';
import { command, query } from './contract';
import { PARTS, type Part } from './dossier.contract';
import { id, nothing, requiredLine } from './fields';

/** What a list is for: the kinds of business, and the classes of records that are not made of a project. */
export const RECORD_CLASSES = ['loan', 'guarantee', 'other', 'clientFile', 'complaintCase'] as const;
export type RecordClass = (typeof RECORD_CLASSES)[number];

export interface ChecklistEntry {
  part: Part;
  title: string;
  /** A dossier without it is not complete. */
  required: boolean;
}

/** One version of a list. */
export interface ChecklistVersion {
  /** What a dossier refers to: the version, not the list. */
  id: number;
  version: number;
  madeOn: string;
  /** Absent: it came with the program. */
  madeBy?: string;
  /** Made from this version. */
  dossiers: number;
}

export interface ChecklistRow extends ChecklistVersion {
  name: string;
  recordClass: RecordClass;
  entries: number;
  required: number;
}

export interface ChecklistView extends ChecklistVersion {
  name: string;
  recordClass: RecordClass;
  entries: ChecklistEntry[];
  /** All versions, the newest first. */
  versions: ChecklistVersion[];
}

export interface ShippedChecklist {
  name: string;
  recordClass: RecordClass;
  entries: ChecklistEntry[];
}

export const MAX_ENTRIES = 500;

const content = z.strictObject({
  name: requiredLine(60),
  recordClass: z.enum(RECORD_CLASSES),
  /** In the order of the volume within each part. */
  entries: z
    .array(z.strictObject({ part: z.enum(PARTS), title: requiredLine(200), required: z.boolean() }))
    .min(1)
    .max(MAX_ENTRIES),
});

export const checklist = {
  /** Every list in its newest version. */
  list: query<ChecklistRow[]>()({
    access: 'checklist.read',
    reads: ['checklist', 'checklist_entry', 'dossier', 'staff'],
    input: nothing,
  }),
  /** One version, also an old one. */
  show: query<ChecklistView>()({
    access: 'checklist.read',
    reads: ['checklist', 'checklist_entry', 'dossier', 'staff'],
    input: z.strictObject({ id }),
  }),
  /** The lists that come with the program, to begin a new one from. */
  shipped: query<ShippedChecklist[]>()({ access: 'checklist.read', reads: [], input: nothing }),
  make: command<{ id: number }>()({ access: 'checklist.edit', input: content }),
  /** Makes the next version; `id` is the version that was edited, refused when it is not the newest any more. */
  revise: command<{ id: number; version: number }>()({
    access: 'checklist.edit',
    input: content.omit({ recordClass: true }).extend({ id }),
  }),
} as const;
