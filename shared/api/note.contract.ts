import { z } from 'zod';
import { command, query } from './contract';
import { id, prose } from './fields';

/** What may be remarked of a volume on its note sheet (FORMS.md: 缺损、修改、补充、移出、销毁). */
export const NOTE_KINDS = ['damaged', 'changed', 'supplemented', 'removed', 'destroyed', 'other'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

export interface NoteRow {
  id: number;
  /** Of which volume; absent: of all. */
  volume?: number;
  kind: NoteKind;
  text: string;
  notedOn: string;
  by: string;
  /** A wrong note stays to be read: who struck it, when, and why. */
  struck?: { on: string; by: string; reason: string };
}

export const note = {
  /** The notes of one dossier, the oldest first. */
  list: query<NoteRow[]>()({
    access: 'dossier.read',
    reads: ['dossier', 'dossier_note', 'staff'],
    input: z.strictObject({ dossierId: id }),
  }),
  write: command<{ id: number }>()({
    access: 'dossier.note',
    input: z.strictObject({
      dossierId: id,
      volume: z.int().min(1).max(99).optional(),
      kind: z.enum(NOTE_KINDS),
      text: prose(500).min(1),
    }),
  }),
  /** Strikes a wrong note by a further one that says why; nothing is ever changed. */
  strike: command<{ id: number }>()({
    access: 'dossier.note',
    input: z.strictObject({ id, reason: prose(500).min(1) }),
  }),
} as const;
