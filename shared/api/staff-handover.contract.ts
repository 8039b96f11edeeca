import { z } from 'zod';
import { command, query } from './contract';
import { id, prose, secret } from './fields';
import type { Employment } from './people.contract';

/** What a person can hold; each kind has its SELECT and its way to pass in staff-handover (held.repo.ts, compose.ts). */
export const HELD_KINDS = [
  /** A client that the person is responsible for. */
  'client',
  /** A project as its A manager that still runs or is not on the shelf yet. */
  'projectA',
  /** The same as its B manager. */
  'projectB',
  /** A dossier without a project that the person keeps and that is not on the shelf yet. */
  'dossier',
  /** A handover that waits for the person as B: goes along with the project. */
  'handover',
  /** A supplement list that the person has to clear: stays until it is cleared. */
  'supplement',
  /** A key or the combination of a safe. */
  'safeKey',
  /** A title that the person has taken along: stays until it is back. */
  'titleOut',
  /** A list of titles that the person has handed over or has to compare: stays until it is accepted or sent back. */
  'titleHandover',
  /** A stocktake that the person counts: stays until both counters have signed and explained, or have given it up. */
  'stocktake',
  /** What the person has borrowed, or has to bring of what is missing, slip by slip: stays until it is back. */
  'borrowing',
  /** An open complaint that was assigned to the person. */
  'complaint',
] as const;
export type HeldKind = (typeof HELD_KINDS)[number];

/** One thing that a person holds. */
export interface HeldThing {
  kind: HeldKind;
  recordId: number;
  title: string;
  /** What tells it from its like: contract number, client. */
  detail: string;
  /** Number of the handover or supplement list that is still open: as long as it is, the thing stays. */
  staysFor?: string;
  /** That handover; absent where the thing is the list itself. */
  staysForId?: number;
}

/** A thing on a list, with the person it goes to. */
export interface StaffHandoverLine extends HeldThing {
  /** Absent while nobody is named, and for what stays. */
  successorId?: number;
  successor?: string;
  /** Goes where its project goes, and is not chosen by itself. */
  follows: boolean;
  /** Chosen for this line, other than the successor of all. */
  chosen: boolean;
  /** Why it cannot go to that person; a key of errors.json with its details. */
  problem?: Problem;
}

export interface Problem {
  reason: string;
  details: Readonly<Record<string, string | number>>;
}

export const STAFF_HANDOVER_STATES = ['draft', 'asked', 'signed', 'cancelled'] as const;
export type StaffHandoverState = (typeof STAFF_HANDOVER_STATES)[number];

/** Why there is a list: somebody leaves, or goes to another post. */
export type HandoverCause = 'leaving' | 'transfer';

export type StaffSignRole = 'from' | 'to' | 'supervisor';

export interface StaffSignature {
  role: StaffSignRole;
  staffId: number;
  /** As it was when the person signed. */
  name: string;
  at: string;
  /** Why the supervisor signed in the place of whoever hands over. */
  absence?: string;
  contentHash: string;
}

/** A signature that is asked for and not given yet. */
export interface WantedSignature {
  role: StaffSignRole;
  staffId: number;
  name: string;
}

export interface StaffHandoverRow {
  id: number;
  no: string;
  state: StaffHandoverState;
  cause: HandoverCause;
  fromId: number;
  from: string;
  department: string;
  /** Everybody who takes something over. */
  successors: string[];
  supervisor?: string;
  madeOn: string;
  /** Since when signatures are asked for. */
  askedAt?: string;
  closedOn?: string;
  /** Things on the list that move. */
  count: number;
  /** Names of those who have still to sign. */
  waitsFor: string[];
}

/** A list that waits for signatures, on the page of what it would pass on. */
export interface StaffHandoverTrace {
  id: number;
  no: string;
  from: string;
  /** The day on which signatures were asked for. */
  since: string;
  waitsDays: number;
  /** Names of those who have still to sign. */
  waitsFor: string[];
  /** Which of the record stands on it, and to whom it goes; without a name it stays where it is. */
  lines: { kind: HeldKind; title: string; successor?: string }[];
  /** May the person signed in open it? */
  readable: boolean;
}

export interface StaffHandoverView extends StaffHandoverRow {
  /** One for all; a line may say otherwise. */
  successorId?: number;
  supervisorId?: number;
  lines: StaffHandoverLine[];
  signatures: StaffSignature[];
  wanted: WantedSignature[];
  /** What stands in the way of signing besides the lines: no supervisor, the supervisor is a party. */
  problems: Problem[];
  /** After it was frozen the person has come to hold more, or less. */
  outdated: boolean;
  /** Hash of what is signed: whoever signs names what he or she has seen. */
  contentHash: string;
  /** Why it was cancelled or taken back the last time. */
  reason: string;
  /** May the person at the window change and cancel it? */
  mayPrepare: boolean;
}

/** An executive has agreed that somebody leaves with things in hand. */
export interface LeavingException {
  id: number;
  signedBy: string;
  at: string;
  reason: string;
  /** Covers everything that is still held. */
  valid: boolean;
}

export interface Held {
  staffId: number;
  name: string;
  department: string;
  employment: Employment;
  things: HeldThing[];
  exceptions: LeavingException[];
  /** The list that is being prepared or signed. */
  open?: { id: number; no: string; state: StaffHandoverState };
}

/** Who is leaving, or has left with things in hand. */
export interface Leaver {
  staffId: number;
  name: string;
  department: string;
  employment: Employment;
  counts: { kind: HeldKind; count: number }[];
  excepted: boolean;
  open?: { id: number; no: string; state: StaffHandoverState };
}

/** What the letters to clients say, a letter to a client. */
export interface ContactLetter {
  /** Of the list that it comes from. */
  no: string;
  clientId: number;
  client: string;
  /** 贵公司 or 您: decides how it is addressed. */
  isPerson: boolean;
  from: string;
  department: string;
  /** The list was signed on that day: since then it is so. */
  closedOn: string;
  /** Whom to turn to from now on. */
  successor: string;
  successorDepartment: string;
  projects: { name: string; contractNo: string; successor: string; successorDepartment: string }[];
}

/** Tables that holdings and lists are made of. */
const HELD_IN = [
  ...['client', 'project', 'dossier', 'handover', 'supplement_list', 'staff'],
  ...['complaint', 'complaint_accused', 'complaint_procedure'],
  ...['safe', 'safe_custody', 'title', 'title_slip', 'title_movement', 'title_handover', 'stocktake', 'stocktake_line'],
];
const LISTED_IN = [
  ...['borrowing', 'borrowing_line', 'borrowing_return_line'],
  'staff_handover',
  'staff_handover_choice',
  'staff_handover_round',
  'staff_handover_line',
  'staff_handover_signature',
  ...HELD_IN,
  ...['staff_position', 'department'],
];
const WHO_MAY = ['staff_position', 'permission'];

const byId = z.strictObject({ id });
const because = prose(500).min(1);

export const staffHandover = {
  /** Those who may prepare lists see all; others those they are named in. */
  list: query<StaffHandoverRow[]>()({
    access: 'signedIn',
    reads: [...LISTED_IN, ...WHO_MAY],
    input: z.strictObject({ openOnly: z.boolean().default(false), fromId: id.optional() }),
  }),
  show: query<StaffHandoverView>()({ access: 'signedIn', reads: [...LISTED_IN, ...WHO_MAY], input: byId }),
  /** What waits with a client and its projects; only lists whose signatures are asked for. */
  ofClient: query<StaffHandoverTrace[]>()({
    access: 'client.read',
    reads: [...LISTED_IN, ...WHO_MAY],
    input: z.strictObject({ clientId: id }),
  }),
  /** What waits with a dossier: itself, its project, its open handover and supplement list. */
  ofDossier: query<StaffHandoverTrace[]>()({
    access: 'dossier.read',
    reads: [...LISTED_IN, ...WHO_MAY],
    input: z.strictObject({ dossierId: id }),
  }),
  leavers: query<Leaver[]>()({
    access: 'staffHandover.prepare',
    reads: [...LISTED_IN, 'leaving_exception'],
    input: z.strictObject({}),
  }),
  held: query<Held>()({
    access: 'staffHandover.prepare',
    reads: [...LISTED_IN, 'leaving_exception'],
    input: z.strictObject({ staffId: id }),
  }),
  /** The letters to the clients whose contact has changed; only of a signed list. */
  letters: query<ContactLetter[]>()({ access: 'signedIn', reads: [...LISTED_IN, ...WHO_MAY], input: byId }),
  make: command<{ id: number; no: string }>()({
    access: 'staffHandover.prepare',
    input: z.strictObject({ fromId: id, successorId: id.optional(), supervisorId: id.optional() }),
  }),
  /** Says anew who takes over what; as often as wanted until signatures are asked for. */
  arrange: command()({
    access: 'staffHandover.prepare',
    input: z.strictObject({
      id,
      successorId: id.nullable(),
      supervisorId: id.nullable(),
      choices: z
        .array(z.strictObject({ kind: z.enum(HELD_KINDS), recordId: id, successorId: id }))
        .max(5000)
        .default([]),
    }),
  }),
  /** Freezes the list and asks for the signatures. */
  ask: command()({ access: 'staffHandover.prepare', input: byId }),
  /** Back to the draft: signatures given so far belong to the earlier list. */
  takeBack: command()({ access: 'staffHandover.prepare', input: byId.extend({ reason: because }) }),
  cancel: command()({ access: 'staffHandover.prepare', input: byId.extend({ reason: because }) }),
  /** One or several of the persons named sign, each with the own PIN. With the last signature everything moves. */
  sign: command<{ complete: boolean }>()({
    access: 'signedIn',
    input: z.strictObject({
      id,
      /** `contentHash` of what was on the screen. */
      seen: z.string().max(64),
      signatures: z
        .array(z.strictObject({ role: z.enum(['from', 'to', 'supervisor']), staffId: id, signature: secret }))
        .min(1)
        .max(50),
      /** Whoever hands over is not here: the supervisor, who signs in the same act, signs in that place. */
      absence: because.optional(),
    }),
  }),
  /** An executive signs that somebody may leave with things in hand. */
  except: command()({
    access: 'staffHandover.prepare',
    input: z.strictObject({ staffId: id, signerId: id, reason: because, signature: secret }),
  }),
} as const;
