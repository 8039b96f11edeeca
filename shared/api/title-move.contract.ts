import { z } from 'zod';
import { command, query } from './contract';
import { day, id, line, prose, requiredLine, secret } from './fields';
import { MOVEMENT_READS, type TitleKind, type TitlePlace, titleFields } from './title-fields';

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

/** One act moves so many titles at most: two people sign what they can read. */
export const MOST_MOVED = 200;

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
  contractNo: string;
  /** What the project owes, and what the title was valued at. */
  amountFen: number;
  valueFen?: number;
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

/** The borrowing slip on which a title went out or came back. */
export interface SlipBorrowing {
  id: number;
  no: string;
  /** An executive borrows without anybody's approval. */
  direct: boolean;
  approval?: Pick<SlipSignature, 'name' | 'at' | 'contentHash'>;
  remarks: string;
}

export interface SlipView extends SlipRow {
  /** None of what was lent before titles went out on borrowing slips only. */
  borrowing?: SlipBorrowing;
  lines: Movement[];
  signatures: SlipSignature[];
  /** May it be reversed now? When not, the reason is a key of errors.json. */
  reversible: boolean;
  notReversibleBecause?: string;
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

export const slipFilter = z.strictObject({
  kind: z.enum(SLIP_KINDS).optional(),
  from: day.default('1900-01-01'),
  to: day.default('2200-12-31'),
});
export const registerFilter = z.strictObject({ from: day, to: day, safeId: id.optional() });

/** The slip that was written. */
export interface Written {
  id: number;
  no: string;
}

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

export const titleMove = {
  slips: query<{ rows: SlipRow[]; total: number }>()({
    access: 'title.read',
    reads: MOVEMENT_READS,
    input: slipFilter,
  }),
  slip: query<SlipView>()({
    access: 'title.read',
    reads: [
      ...MOVEMENT_READS,
      'title_slip_signature',
      'title_month',
      'safe_closing',
      'title_security',
      'borrowing_signature',
      'borrowing_return',
    ],
    input: z.strictObject({ id }),
  }),
  /** 权证登记簿: what came into the safes and left them, line by line, with the balance. */
  register: query<TitleRegister>()({ access: 'title.read', reads: MOVEMENT_READS, input: registerFilter }),

  /**
   * What was lent before titles went out on borrowing slips only. A title is lent by `borrowing.lend`, and what is out on a slip comes
   * back on it.
   */
  giveBack: command<Written>()({ access: 'title.keep', input: act.extend({ pieces: once(backPieces) }) }),
  /** To the registry, for an errand that has its last day. */
  sendToRegistry: command<Written>()({
    access: 'title.keep',
    input: act.extend({ pieces: once(pieces), party: requiredLine(100), partyStaffId: id.optional(), dueOn: day }),
  }),
  takeBack: command<Written>()({ access: 'title.keep', input: act.extend({ pieces: once(backPieces) }) }),
  /**
   * The old certificate goes, the new one comes, and each names the other; paper and electronic take each other's place, too. Paper
   * that leaves the safe for it names who takes it.
   */
  exchange: command<Written & { titleId: number }>()({
    access: 'title.keep',
    input: act.extend({
      ...{ titleId: id, becomes: titleFields, compartmentId: id.optional() },
      party: line(100).default(''),
    }),
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
    input: act.omit({ basis: true }).extend({ pieces: once(pieces), stocktakeId: id }),
  }),
  /** They have turned up: back into a compartment. */
  declareFound: command<Written>()({
    access: 'title.keep',
    input: act.omit({ basis: true }).extend({ pieces: once(backPieces), stocktakeId: id }),
  }),
  /** Takes a slip back by its opposite, dated today; nothing is unwritten. */
  reverse: command<Written>()({ access: 'title.keep', input: act.omit({ basis: true }).extend({ slipId: id }) }),
} as const;
