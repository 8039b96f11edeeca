import { z } from 'zod';
import { LAYOUT_NAMES, MOST_PER_SHEET, SPINE_WIDTHS } from '../print/label-layouts';
import type { Place } from './dossier.contract';

/** How labels are laid on their sheets. */
export const labelLook = z.strictObject({
  layout: z.enum(LAYOUT_NAMES).default('70x37'),
  /** The first free label of a sheet that was begun. */
  begin: z.int().min(1).max(MOST_PER_SHEET).default(1),
  /** Of each label. */
  copies: z.int().min(1).max(20).default(1),
  /** Of a spine, in millimetres. */
  width: z.int().min(SPINE_WIDTHS.least).max(SPINE_WIDTHS.most).default(30),
});
export type LabelLook = z.output<typeof labelLook>;

/** What stands on the label of one volume. */
export interface VolumeLabel {
  dossierId: number;
  barcode: string;
  archiveNo?: string;
  title: string;
  year: number;
  /** In words. */
  retention: string;
  volume: number;
  volumes: number;
  items: number;
  /** First and last running number of its items; absent where no in-volume list came with it. */
  from?: number;
  to?: number;
  place?: Place;
}

/** What stands on the label of one box. */
export interface BoxLabel {
  placeId: number;
  barcode: string;
  place: Place;
  dossiers: number;
  /** Runs of archive numbers, one for each class and year. */
  runs: { first: string; last: string; dossiers: number }[];
}
