import { z } from 'zod';
import { command, query } from './contract';
import { day, id, line, prose, requiredLine, secret } from './fields';

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

export const SLIP_KINDS = [
  'in',
  'lent',
  'returned',
  'registrationOut',
  'registrationBack',
  'exchange',
  'remortgage',
  'release',
  'moved',
  'missing',
  'found',
  'reversal',
] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

/** What the registry answered. */
export const LOOKUP_RESULTS = ['valid', 'changed', 'seized', 'cancelled', 'notFound'] as const;
export type LookupResult = (typeof LOOKUP_RESULTS)[number];

/** One act moves so many titles at most: two people sign what they can read. */
export const MOST_MOVED = 200;

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
  /** Of what is out: with whom, and when it is to be back. */
  party?: string;
  dueOn?: string;
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
}

/** One line of a slip. */
export interface Movement {
  id: number;
  titleId: number;
  certificateNo: string;
  name: string;
  kind: TitleKind;
  owner: string;
  number: string;
  client: string;
  quantity: number;
  fromPlace: TitlePlace;
  /** Safe and compartment in words. */
  from?: string;
  fromCompartmentId?: number;
  toPlace: TitlePlace;
  to?: string;
  toCompartmentId?: number;
}

export interface SlipSignature {
  staffId: number;
  /** As it was when the person signed. */
  name: string;
  role: 'operator' | 'second';
  at: string;
  contentHash: string;
}

export interface SlipRow {
  id: number;
  no: string;
  kind: SlipKind;
  movedOn: string;
  at: string;
  reason: string;
  basis: string;
  party: string;
  partyStaffId?: number;
  dueOn?: string;
  projectId?: number;
  /** Contract number of `projectId`. */
  contractNo?: string;
  handoverId?: number;
  stocktakeId?: number;
  reversesId?: number;
  reversesNo?: string;
  /** The slip that took this one back. */
  reversedById?: number;
  reversedByNo?: string;
  operatorId: number;
  operator: string;
  secondId: number;
  second: string;
  remarks: string;
  /** Titles and pieces on it. */
  titles: number;
  pieces: number;
}

export interface SlipView extends SlipRow {
  lines: Movement[];
  signatures: SlipSignature[];
  /** May it be reversed now? When not, the reason is a key of errors.json. */
  reversible: boolean;
  notReversibleBecause?: string;
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
}

/** A line of the register 权证登记簿: one movement into or out of a safe, with what is there afterwards. */
export interface RegisterLine extends Movement {
  slipId: number;
  slipNo: string;
  slipKind: SlipKind;
  movedOn: string;
  reason: string;
  basis: string;
  party: string;
  operator: string;
  second: string;
  /** Pieces that came into the safes and left them by this line. */
  came: number;
  went: number;
  balance: number;
}

export interface TitleRegister {
  from: string;
  to: string;
  safe?: string;
  opening: number;
  closing: number;
  came: number;
  went: number;
  lines: RegisterLine[];
  /** How many lines there are in all: no more than MOST_REGISTER_LINES are answered. */
  total: number;
}
export const MOST_REGISTER_LINES = 2_000;

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
export const slipFilter = z.strictObject({
  kind: z.enum(SLIP_KINDS).optional(),
  from: day.default('1900-01-01'),
  to: day.default('2200-12-31'),
});
export const registerFilter = z.strictObject({ from: day, to: day, safeId: id.optional() });

/** At most so many rows of a list; `total` says how many there are. */
export const MOST_TITLES = 1_000;

/** Which pieces: all that are in the place meant, or so many of them; from one compartment, where they stand in several. */
const pieces = z.strictObject({
  titleId: id,
  quantity: z.int().min(1).max(999).optional(),
  compartmentId: id.optional(),
});
/** What comes back, and into which compartment. */
const backPieces = z.strictObject({ titleId: id, quantity: z.int().min(1).max(999).optional(), compartmentId: id });
const once = <T extends z.ZodType>(its: T) => z.array(its).min(1).max(MOST_MOVED);

/** What every act at the safe says, and who signs it: whoever is signed in, and somebody else. */
const act = z.strictObject({
  reason: prose(500).min(1),
  /** The paper that it rests on. */
  basis: requiredLine(200),
  remarks: line(200).default(''),
  /** Today, when it is left out; never tomorrow, never in a closed day or month. */
  movedOn: day.optional(),
  secondId: id,
  signatures: z.strictObject({ operator: secret, second: secret }),
});

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
  valueFen: z.int().min(0).max(10_000_000_000_000).optional(),
  remarks: line(200).default(''),
});
export type TitleFields = z.output<typeof titleFields>;

/** The slip that was written. */
export interface Written {
  id: number;
  no: string;
}

const MOVEMENT_READS = [
  'title',
  'title_movement',
  'title_slip',
  'compartment',
  'safe',
  'project',
  'client',
  'dossier',
  'staff',
];

export const title = {
  list: query<{ rows: TitleRow[]; total: number; pieces: number }>()({
    access: 'title.read',
    reads: MOVEMENT_READS,
    input: titleFilter,
  }),
  show: query<TitleView>()({
    access: 'title.read',
    reads: [...MOVEMENT_READS, 'title_security', 'title_lookup', 'title_handover', 'title_handover_line'],
    input: z.strictObject({ id }),
  }),
  slips: query<{ rows: SlipRow[]; total: number }>()({
    access: 'title.read',
    reads: MOVEMENT_READS,
    input: slipFilter,
  }),
  slip: query<SlipView>()({
    access: 'title.read',
    reads: [...MOVEMENT_READS, 'title_slip_signature', 'title_month', 'safe_closing', 'title_security'],
    input: z.strictObject({ id }),
  }),
  /** 权证登记簿: what came into the safes and left them, line by line, with the balance. */
  register: query<TitleRegister>()({ access: 'title.read', reads: MOVEMENT_READS, input: registerFilter }),

  /** To somebody who brings it back. */
  lend: command<Written>()({
    access: 'title.keep',
    input: act.extend({ pieces: once(pieces), party: requiredLine(100), partyStaffId: id.optional(), dueOn: day }),
  }),
  giveBack: command<Written>()({ access: 'title.keep', input: act.extend({ pieces: once(backPieces) }) }),
  /** To the registry, for an errand that has its last day. */
  sendToRegistry: command<Written>()({
    access: 'title.keep',
    input: act.extend({ pieces: once(pieces), party: requiredLine(100), partyStaffId: id.optional(), dueOn: day }),
  }),
  takeBack: command<Written>()({ access: 'title.keep', input: act.extend({ pieces: once(backPieces) }) }),
  /** The old certificate goes, the new one comes, and each names the other. */
  exchange: command<Written & { titleId: number }>()({
    access: 'title.keep',
    input: act.extend({ titleId: id, becomes: titleFields, compartmentId: id.optional() }),
  }),
  /** It secures one more contract from now on. */
  remortgage: command<Written>()({
    access: 'title.keep',
    input: act.extend({ titleIds: once(id), projectId: id }),
  }),
  /** Back to its owner, once every contract that it secures is settled. */
  release: command<Written>()({
    access: 'title.keep',
    input: act.extend({ titleIds: once(id), party: requiredLine(100) }),
  }),
  /** Into another compartment. */
  move: command<Written>()({
    access: 'title.keep',
    input: act.extend({ pieces: once(pieces), compartmentId: id }),
  }),
  /** A closed stocktake did not find them: only now do they leave the safe's balance. */
  declareMissing: command<Written>()({
    access: 'title.keep',
    input: act.extend({ pieces: once(pieces), stocktakeId: id }),
  }),
  declareFound: command<Written>()({
    access: 'title.keep',
    input: act.extend({ pieces: once(backPieces), stocktakeId: id }),
  }),
  /** Takes a slip back by its opposite, dated today; nothing is unwritten. */
  reverse: command<Written>()({ access: 'title.keep', input: act.omit({ basis: true }).extend({ slipId: id }) }),

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
