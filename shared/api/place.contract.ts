import { z } from 'zod';
import type { WithWhom } from '../records/with-whom';
import { command, query } from './contract';
import type { DossierState, Place } from './dossier.contract';
import { id, line, nothing, requiredLine } from './fields';

/** The levels of the tree from the room down to the box. */
export const PLACE_LEVELS = ['room', 'cabinet', 'shelf', 'box'] as const;
export type PlaceLevel = (typeof PLACE_LEVELS)[number];

/** What stands somewhere: what is lent stands nowhere, but its place waits for it. */
export interface Standing {
  boxes: number;
  dossiers: number;
  lent: number;
  pages: number;
}

export interface CabinetRow extends Standing {
  room: string;
  cabinet: string;
}

export interface BoxRow extends Place {
  id: number;
  dossiers: number;
  lent: number;
  pages: number;
  /** How thick it is inside; absent: nobody has measured it. */
  capacityMm?: number;
}

export interface PlacedDossier extends WithWhom {
  id: number;
  archiveNo?: string;
  title: string;
  state: DossierState;
  pages: number;
  placeId?: number;
  place?: Place;
}

/** A dossier where it stands, a box that is empty, or a dossier that has no place. */
export interface PlaceLine extends WithWhom {
  /** Of the dossier; of an empty box its own number below zero. */
  id: number;
  place?: Place;
  archiveNo?: string;
  title?: string;
  state?: DossierState;
  pages?: number;
}

const name = requiredLine(20);
const node = z.strictObject({ room: name, cabinet: name.optional(), shelf: name.optional(), box: name.optional() });
export type PlaceNode = z.output<typeof node>;
/** What of the places is taken along: one cabinet, everything, or what has no place. */
export const placeFilter = z.strictObject({
  room: name.optional(),
  cabinet: name.optional(),
  homeless: z.boolean().default(false),
});
export type PlaceFilter = z.output<typeof placeFilter>;
const capacityMm = z.int().min(10).max(1000).optional();
export const MOST_SHELVED = 500;
/** As many boxes, and as many dossiers, as a search among the places names. */
export const MOST_FOUND = 20;
const standing = ['place', 'dossier'];
/** With whom what is out of a box is. */
const out = ['borrowing', 'borrowing_line', 'staff'];

export const place = {
  /** Every cabinet with what stands in it, and how many dossiers in the archive have no place at all. */
  tree: query<{ cabinets: CabinetRow[]; homeless: number }>()({
    access: 'ledger.read',
    reads: standing,
    input: nothing,
  }),
  /** The boxes of a cabinet, in the order of their shelves and names. */
  cabinet: query<BoxRow[]>()({
    access: 'ledger.read',
    reads: standing,
    input: z.strictObject({ room: name, cabinet: name }),
  }),
  /** What stands in a box, with what is lent out of it. */
  box: query<{ box: BoxRow; dossiers: PlacedDossier[] }>()({
    access: 'ledger.read',
    reads: [...standing, ...out],
    input: z.strictObject({ id }),
  }),
  /** Dossiers in the archive that have no place: they came from another ledger. */
  homeless: query<{ dossiers: PlacedDossier[]; total: number }>()({
    access: 'ledger.read',
    reads: [...standing, ...out],
    input: nothing,
  }),
  /** Boxes whose name holds the text, and dossiers that it finds. */
  find: query<{ boxes: BoxRow[]; dossiers: PlacedDossier[]; more: boolean }>()({
    access: 'ledger.read',
    reads: [...standing, ...out, 'project', 'client', 'archive_number'],
    input: z.strictObject({ text: line(60) }),
  }),
  /** What a scanned barcode, or a number typed whole, means. */
  scanned: query<{ box?: BoxRow; dossier?: PlacedDossier }>()({
    access: 'ledger.read',
    reads: [...standing, ...out],
    input: z.strictObject({ code: line(60) }),
  }),
  /** Puts up empty boxes on a shelf: the first one's name, and those that follow it. */
  addBoxes: command<{ ids: number[] }>()({
    access: 'place.manage',
    input: z.strictObject({
      room: name,
      cabinet: name,
      shelf: name,
      box: name,
      count: z.int().min(1).max(60).default(1),
      capacityMm,
    }),
  }),
  measure: command()({ access: 'place.manage', input: z.strictObject({ id, capacityMm }) }),
  /** Carries a box with all that belongs into it to another shelf. */
  moveBox: command()({
    access: 'place.manage',
    input: z.strictObject({ id, room: name, cabinet: name, shelf: name, box: name }),
  }),
  /** The lowest level that is named is called otherwise. */
  rename: command()({ access: 'place.manage', input: node.extend({ name }) }),
  /** All that belongs to the first goes to the second of the same level; boxes of the same name become one. */
  merge: command<{ boxes: number; dossiers: number }>()({
    access: 'place.manage',
    input: z.strictObject({ from: node, into: node }),
  }),
  removeBox: command()({ access: 'place.manage', input: z.strictObject({ id }) }),
  /** Puts several dossiers of the archive into one box. */
  shelve: command<{ shelved: number }>()({
    access: 'ledger.place',
    input: z.strictObject({ placeId: id, dossierIds: z.array(id).min(1).max(MOST_SHELVED) }),
  }),
} as const;
