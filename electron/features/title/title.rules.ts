import { createHash } from 'node:crypto';
import type { ErrorDetails } from '../../../shared/api/errors';
import type { Storage, TitleFields, TitlePlace } from '../../../shared/api/title-fields';
import type { SlipKind } from '../../../shared/api/title-move.contract';
import type { Day } from '../../../shared/calendar/working-days';
import { halfWidth } from '../../../shared/entry/read-entry';
import { canonicalJson } from '../../db/journal';

/** 权出〔2026〕001号 and so on: each kind of act runs through its years. */
const WORDS: Readonly<Record<SlipKind, string>> = {
  in: '权入',
  lent: '权借',
  returned: '权还',
  registrationOut: '权登',
  registrationBack: '权登回',
  exchange: '权换',
  remortgage: '权转',
  release: '权退',
  moved: '权移',
  missing: '权缺',
  found: '权寻',
  reversal: '权冲',
};
export const writeSlipNo = (kind: SlipKind, year: string, seq: number): string =>
  `${WORDS[kind]}〔${year}〕${String(seq).padStart(3, '0')}号`;

/** What stands for a project's archive number until its dossier has one. */
export const provisionalNo = (projectId: number): string => `暂字第${String(projectId).padStart(3, '0')}号`;

/** The project whose provisional number a text is: 暂字第012号, also without its end. */
export const projectOfProvisionalNo = (text: string): number | undefined => {
  const digits = /^暂字第?0*(\d+)号?$/.exec(halfWidth(text).replace(/\s+/g, ''))?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Under the company's hand, or with somebody who brings it back. */
export const isHere = (place: TitlePlace): boolean => place === 'safe' || place === 'electronic';
export const isOut = (place: TitlePlace): boolean => place === 'lent' || place === 'registration';

/** Cyrillic and Greek capitals that nobody can tell from Latin ones, in the order of `LATIN`. */
const LOOK_ALIKE = 'АВЕЅІЈКМНОРСТУХΑΒΕΖΗΙΚΜΝΟΡΤΥΧ';
const LATIN = 'ABESIJKMHOPCTYXABEZHIKMNOPTYX';

/**
 * A certificate's number as it is compared: spaces, widths, letters' sizes and characters that look the same make no other
 * certificate.
 */
export const certificateKey = (no: string): string =>
  no
    .normalize('NFKC')
    .replace(/[\s\p{Format}\p{Mark}]+/gu, '')
    .replace(/[〔【[]/g, '(')
    .replace(/[〕】\]]/g, ')')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/[•∙⋅・]/g, '·')
    .toUpperCase()
    .replace(/[\u0370-\u04ff]/g, (letter) => LATIN[LOOK_ALIKE.indexOf(letter)] ?? letter);

/** A place with its compartment, where it is a safe. */
export interface Spot {
  place: TitlePlace;
  compartmentId?: number | undefined;
}

/** So many pieces of a title from one spot to another. */
export interface Line {
  titleId: number;
  certificateNo: string;
  quantity: number;
  from: Spot;
  to: Spot;
}

/** Stands for a title that gets its row with the commit. */
export const NOT_YET = 0;

/** One act as it is signed by two people, before it has a number. */
export interface SlipDraft {
  kind: SlipKind;
  movedOn: Day;
  reason: string;
  basis: string;
  party: string;
  partyStaffId?: number | undefined;
  dueOn?: Day | undefined;
  /** Of a re-mortgage. */
  projectId?: number | undefined;
  handoverId?: number | undefined;
  stocktakeId?: number | undefined;
  reversesId?: number | undefined;
  remarks: string;
  /** Of an exchange: the new certificate as it stays. */
  becomes?: Becomes | undefined;
  lines: readonly Line[];
}
/** What is written on a new certificate and never changes. */
export type Becomes = Pick<TitleFields, 'kind' | 'name' | 'certificateNo' | 'owner' | 'quantity' | 'storage'>;
export const becomesOf = ({ kind, name, certificateNo, owner, quantity, storage }: Becomes): Becomes => ({
  ...{ kind, name, certificateNo, owner, quantity, storage },
});

/** SHA-256 of what both sign (docs/journal-format.md). */
export function slipHash(slip: SlipDraft & { no: string; operatorId: number; secondId: number }): string {
  const { lines, ...head } = slip;
  const signed = {
    ...head,
    lines: lines.map(({ from, to, ...line }) => ({ ...line, from: spot(from), to: spot(to) })),
  };
  return createHash('sha256').update(canonicalJson(signed)).digest('hex');
}
/** A title that an executive frees from a contract. */
export interface Freed {
  titleId: number;
  projectId: number;
  sinceOn: Day;
  endedOn: Day;
  endedById: number;
  reason: string;
}
/** SHA-256 of what the executive signs (docs/journal-format.md). */
export function freedHash({ titleId, projectId, sinceOn, endedOn, endedById, reason }: Freed): string {
  const signed = { titleId, projectId, sinceOn, endedOn, endedById, reason };
  return createHash('sha256').update(canonicalJson(signed)).digest('hex');
}

const spot = ({ place, compartmentId }: Spot) => (compartmentId === undefined ? place : `${place} ${compartmentId}`);

/** From where to where each kind of act takes pieces. A reversal takes them back the way they came. */
const WAYS: Readonly<Record<Exclude<SlipKind, 'reversal'>, readonly (readonly [TitlePlace, TitlePlace])[]>> = {
  in: [
    ['outside', 'safe'],
    ['outside', 'electronic'],
  ],
  lent: [['safe', 'lent']],
  returned: [['lent', 'safe']],
  registrationOut: [['safe', 'registration']],
  registrationBack: [['registration', 'safe']],
  exchange: [
    ['safe', 'exchanged'],
    ['registration', 'exchanged'],
    ['electronic', 'exchanged'],
    ['outside', 'safe'],
    ['outside', 'electronic'],
  ],
  remortgage: [
    ['safe', 'safe'],
    ['electronic', 'electronic'],
  ],
  release: [
    ['safe', 'released'],
    ['electronic', 'released'],
  ],
  moved: [['safe', 'safe']],
  missing: [['safe', 'missing']],
  found: [['missing', 'safe']],
};
export const isWay = (kind: SlipKind, from: TitlePlace, to: TitlePlace): boolean =>
  kind === 'reversal' || WAYS[kind].some(([a, b]) => a === from && b === to);

/**
 * What came back into a safe does not leave it by a reversal: that slip has neither a borrower nor a due day, and no stocktake
 * that missed it.
 */
export const cameBack = (kind: SlipKind): boolean =>
  kind === 'returned' || kind === 'registrationBack' || kind === 'found';

/** The opposite of lines, last first. */
export const opposite = (lines: readonly Line[]): Line[] =>
  lines.map((its) => ({ ...its, from: its.to, to: its.from })).reverse();

export interface Hindrance {
  reason: string;
  details: ErrorDetails;
}

/** What is out comes back within a year: the last day that can be promised. */
export const lastDueDay = (movedOn: Day): Day => `${Number(movedOn.slice(0, 4)) + 1}${movedOn.slice(4)}`;

/** A day on which what goes out today can be due. */
export function whyNotDue(dueOn: Day, movedOn: Day): Hindrance | undefined {
  if (dueOn < movedOn) return { reason: 'dueBeforeMoved', details: {} };
  const last = lastDueDay(movedOn);
  return dueOn > last ? { reason: 'dueTooFar', details: { day: last } } : undefined;
}

/** A day on which something may still be written down. */
export function whyNotOnDay(
  movedOn: Day,
  today: Day,
  known: { closedMonth: string | undefined; lastOfTitle: Day | undefined; closedDay: Day | undefined },
): Hindrance | undefined {
  if (movedOn > today) return { reason: 'movedTomorrow', details: { day: movedOn } };
  if (known.closedMonth !== undefined && movedOn.slice(0, 7) <= known.closedMonth)
    return { reason: 'monthClosed', details: { month: movedOn.slice(0, 7) } };
  if (known.closedDay !== undefined && movedOn <= known.closedDay)
    return { reason: 'dayClosed', details: { day: known.closedDay } };
  if (known.lastOfTitle !== undefined && movedOn < known.lastOfTitle)
    return { reason: 'movedBeforeLast', details: { day: known.lastOfTitle } };
  return undefined;
}

/** Contracts that keep a title from going back to its owner. */
export const stillSecured = (
  securities: readonly { contractNo: string; settledOn?: Day; endedOn?: Day }[],
  on: Day,
): string[] =>
  securities
    .filter(({ settledOn, endedOn }) => endedOn === undefined && (settledOn === undefined || settledOn > on))
    .map(({ contractNo }) => contractNo);

/** A certificate ends before it begins. */
export const whyFieldsWrong = (fields: Pick<TitleFields, 'issuedOn' | 'expiresOn'>): Hindrance | undefined =>
  fields.issuedOn !== undefined && fields.expiresOn !== undefined && fields.expiresOn < fields.issuedOn
    ? { reason: 'expiresBeforeIssued', details: { field: 'expiresOn' } }
    : undefined;

/** A certificate expires soon when it is to be renewed within two months. */
export const EXPIRY_NOTICE_DAYS = 60;

/** Where its pieces come in. */
export const entryOf = (storage: Storage, compartmentId: number | undefined): Spot =>
  storage === 'electronic' ? { place: 'electronic' } : { place: 'safe', compartmentId };
