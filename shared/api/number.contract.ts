import { z } from 'zod';
import type { WithWhom } from '../records/with-whom';
import { command, query } from './contract';
import { id, nothing, requiredLine, secret } from './fields';

/** The numbers of a class, those of one year where they begin anew each year. */
export interface NumberSeries {
  classId: number;
  className: string;
  /** 0: the numbers run on through the years. */
  year: number;
  first?: string;
  last?: string;
  given: number;
  imported: number;
  void: number;
  /** Running numbers that nothing bears. */
  missing: number;
  /** Numbers that may be another one in a different writing, or that the pattern does not make. */
  doubtful: number;
}

export interface NumberRow extends WithWhom {
  id: number;
  /** Absent: the pattern of the class does not make it. */
  seq?: number;
  text: string;
  origin: 'given' | 'imported';
  /** Absent: void before any dossier had it. */
  dossierId?: number;
  title?: string;
  /** Of the dossier that bears it, while it is out. */
  lent?: 'lent' | 'partlyLent';
  voidedOn?: string;
  voidedBy?: string;
  voidReason?: string;
  /** The number that took the place of this void one; the void one whose place this took. */
  replacedBy?: string;
  replaces?: string;
}

/** What the check of a series finds. */
export type NumberFault =
  | { kind: 'gap'; from: number; to: number; first: string; last: string }
  | { kind: 'sameAs'; id: number; text: string; dossierId?: number; other: string; otherDossierId?: number }
  | { kind: 'unlike'; id: number; text: string; dossierId?: number };

const seriesOf = z.strictObject({ classId: id, year: z.int().min(0).max(2200) });

/** A register as it is looked at: one series, all of it or the void numbers alone. */
export const numberFilter = seriesOf.extend({ voidOnly: z.boolean().default(false) });
export type NumberFilter = z.output<typeof numberFilter>;

export const number = {
  /** Every series there is, checked for gaps and doubtful numbers. */
  series: query<NumberSeries[]>()({
    access: 'ledger.read',
    reads: ['archive_number', 'record_class', 'company'],
    input: nothing,
  }),
  /** The numbers of a series in their order, those without a running number last. */
  list: query<{ rows: NumberRow[]; total: number }>()({
    access: 'ledger.read',
    reads: ['archive_number', 'dossier', 'staff', 'borrowing', 'borrowing_line'],
    input: numberFilter.extend({
      offset: z.int().min(0).default(0),
      limit: z.int().min(1).max(200).default(100),
    }),
  }),
  /** One number, and the series that it stands in. */
  show: query<NumberRow & { classId: number; year: number }>()({
    access: 'ledger.read',
    reads: ['archive_number', 'dossier', 'staff', 'borrowing', 'borrowing_line'],
    input: z.strictObject({ id }),
  }),
  faults: query<NumberFault[]>()({
    access: 'ledger.read',
    reads: ['archive_number', 'record_class', 'company'],
    input: seriesOf,
  }),
  /** Declares the next number of a class void before any dossier has it; the archivist signs. */
  void: command<{ text: string }>()({
    access: 'class.manage',
    /** `text`: the number that the archivist saw. */
    input: z.strictObject({ classId: id, text: requiredLine(200), reason: requiredLine(200), signature: secret }),
  }),
  /** A dossier on the shelf that was numbered in the wrong class gets the next number of another one; its old number stays as void. */
  replace: command<{ archiveNo: string }>()({
    access: 'class.manage',
    /** `archiveNo`: the new number that the archivist saw. */
    input: z.strictObject({
      dossierId: id,
      classId: id,
      archiveNo: requiredLine(200),
      reason: requiredLine(200),
      signature: secret,
    }),
  }),
} as const;
