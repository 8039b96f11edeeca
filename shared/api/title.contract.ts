import { z } from 'zod';
import { command, query } from './contract';
import type { ErrorDetails } from './errors';
import { day, id, line, nothing, prose, requiredLine, secret } from './fields';
import {
  MOVEMENT_READS,
  type Storage,
  TITLE_KINDS,
  type TitleKind,
  type TitlePlace,
  titleFields,
} from './title-fields';
import type { Movement, SlipRow } from './title-move.contract';

/** What the registry answered. */
export const LOOKUP_RESULTS = ['valid', 'changed', 'seized', 'cancelled', 'notFound'] as const;
export type LookupResult = (typeof LOOKUP_RESULTS)[number];

/** Pieces of a title in one place. */
export interface Standing {
  place: TitlePlace;
  quantity: number;
  compartmentId?: number;
  /** Name of the safe and of its compartment. */
  safeId?: number;
  safe?: string;
  compartment?: string;
  /** The day on which they came there, and by which slip. */
  since: string;
  slipId: number;
  slipNo: string;
  /** Of what is out: with whom, when it is to be back, and the compartment from which it was taken. */
  party?: string;
  dueOn?: string;
  homeId?: number;
  /** The borrowing slip on which it is out: it comes back there. */
  borrowingId?: number;
}

export interface TitleRow {
  id: number;
  kind: TitleKind;
  name: string;
  certificateNo: string;
  owner: string;
  quantity: number;
  storage: Storage;
  projectId: number;
  /** The project's archive number, or its provisional one (暂字第…号) until the dossier has its own. */
  number: string;
  project: string;
  contractNo: string;
  client: string;
  dossierId?: number;
  issuedBy: string;
  issuedOn?: string;
  expiresOn?: string;
  valueFen?: number;
  remarks: string;
  replacesId?: number;
  registeredOn: string;
  /** Where its pieces are, by the sum of its movements. */
  standings: Standing[];
}

/** A contract that the title secures or secured. */
export interface Security {
  id: number;
  projectId: number;
  project: string;
  contractNo: string;
  client: string;
  amountFen: number;
  sinceOn: string;
  /** The project's own end. */
  settledOn?: string;
  endedOn?: string;
  endedBy?: string;
  endedBecause: string;
  /** The certificate that it was exchanged for secures the contract now. */
  passedTo?: { id: number; certificateNo: string };
}

export interface Lookup {
  id: number;
  lookedOn: string;
  result: LookupResult;
  source: string;
  remarks: string;
  lookedById: number;
  lookedBy: string;
}

/** What can be done with a title; the words of their buttons and keys are the window's. */
export const TITLE_ACTS = [
  'lend',
  'giveBack',
  'sendToRegistry',
  'takeBack',
  'exchange',
  'remortgage',
  'release',
  'move',
  'lookUp',
] as const;
export type TitleAct = (typeof TITLE_ACTS)[number];

/** An act that can be done now, or the sentence of errors.json that says why not. */
export interface DoableAct {
  act: TitleAct;
  because?: { reason: string; details: ErrorDetails };
}

/** One title's whole life, the newest movement first. */
export interface TitleView extends TitleRow {
  /** The other managers and the handling officer of its project: A may not look it up. */
  aManagerId: number;
  securities: Security[];
  life: (SlipRow & Pick<Movement, 'quantity' | 'fromPlace' | 'from' | 'toPlace' | 'to'> & { movementId: number })[];
  lookups: Lookup[];
  replaces?: { id: number; certificateNo: string };
  replacedBy?: { id: number; certificateNo: string };
  /** Earlier or later rows of the same certificate, released and brought again. */
  again: { id: number; number: string; registeredOn: string }[];
  handover?: { id: number; no: string };
  /** For whoever is signed in. */
  acts: DoableAct[];
}

export const TITLE_CHOICES = ['all', 'here', 'out', 'overdue', 'expiring', 'missing', 'gone'] as const;

export const titleFilter = z.strictObject({
  text: line(100).default(''),
  which: z.enum(TITLE_CHOICES).default('all'),
  kind: z.enum(TITLE_KINDS).optional(),
  projectId: id.optional(),
  safeId: id.optional(),
  compartmentId: id.optional(),
});
export type TitleFilter = z.output<typeof titleFilter>;
/** At most so many rows of a list at once; `total` says how many there are. */
export const MOST_TITLES = 1_000;

/** How many titles there are of each choice. */
export type TitleSummary = Record<(typeof TITLE_CHOICES)[number], number> & {
  /** Pieces that lie in the safes now. */
  piecesInSafes: number;
};

/** A contract that a title can come to secure. */
export interface Contract {
  projectId: number;
  project: string;
  contractNo: string;
  client: string;
}
/** So many of them are offered. */
export const MOST_CONTRACTS = 20;

export const title = {
  list: query<{ rows: TitleRow[]; total: number; pieces: number }>()({
    access: 'title.read',
    reads: MOVEMENT_READS,
    input: titleFilter.extend({
      offset: z.int().min(0).max(1_000_000).default(0),
      limit: z.int().min(1).max(MOST_TITLES).default(MOST_TITLES),
    }),
  }),
  summary: query<TitleSummary>()({
    access: 'title.read',
    reads: ['title', 'title_movement', 'title_slip', 'borrowing'],
    input: nothing,
  }),
  /** Contracts that are not settled, by a part of their number, name or client. */
  contracts: query<Contract[]>()({
    access: 'title.keep',
    reads: ['project', 'client'],
    input: z.strictObject({ text: line(100).default('') }),
  }),
  show: query<TitleView>()({
    access: 'title.read',
    reads: [...MOVEMENT_READS, 'title_security', 'title_lookup', 'title_handover', 'title_handover_line'],
    input: z.strictObject({ id }),
  }),
  /** What nobody signed for: who issued it and when, how long it runs, what it is worth. */
  describe: command()({
    access: 'title.keep',
    input: titleFields
      .pick({ issuedBy: true, issuedOn: true, expiresOn: true, valueFen: true, remarks: true })
      .extend({ id, reason: prose(500).min(1) }),
  }),
  /** Asked at the registry, by somebody else than the handling officer. */
  lookUp: command()({
    access: 'title.read',
    input: z.strictObject({
      titleId: id,
      lookedOn: day,
      result: z.enum(LOOKUP_RESULTS),
      source: requiredLine(100),
      remarks: line(200).default(''),
    }),
  }),
  /** An executive frees a title from a contract that is not settled. */
  endSecurity: command()({
    access: 'title.approve',
    input: z.strictObject({ titleId: id, projectId: id, reason: prose(500).min(1), signature: secret }),
  }),
} as const;
