import { z } from 'zod';
import { day, fen, line, requiredLine } from './fields';

/** In the order in which lists and balances name them. */
export const TITLE_KINDS = [
  'clientOwnership',
  'guarantorOwnership',
  'otherRights',
  'chattelMortgage',
  'equityPledge',
  'other',
] as const;
export type TitleKind = (typeof TITLE_KINDS)[number];

/** An electronic certificate needs no place in the safe (无需入库) and cannot be lent. */
export const STORAGES = ['paper', 'electronic'] as const;
export type Storage = (typeof STORAGES)[number];

/** Where pieces of a title can be. `outside`: not here yet, or taken back by a reversal. */
export const TITLE_PLACES = [
  'outside',
  'safe',
  'electronic',
  'lent',
  'registration',
  'missing',
  'exchanged',
  'released',
] as const;
export type TitlePlace = (typeof TITLE_PLACES)[number];

/** What is written on a new certificate. */
export const titleFields = z.strictObject({
  kind: z.enum(TITLE_KINDS),
  name: requiredLine(100),
  certificateNo: requiredLine(100),
  owner: requiredLine(100),
  quantity: z.int().min(1).max(999),
  storage: z.enum(STORAGES).default('paper'),
  issuedBy: line(100).default(''),
  issuedOn: day.optional(),
  expiresOn: day.optional(),
  valueFen: fen.optional(),
  remarks: line(200).default(''),
});
export type TitleFields = z.output<typeof titleFields>;

/** What says where a title is. */
export const MOVEMENT_READS = [
  'title',
  'title_movement',
  'title_slip',
  'compartment',
  'safe',
  'project',
  'client',
  'dossier',
  'staff',
  'borrowing',
  'borrowing_line',
];
