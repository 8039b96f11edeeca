import { MOST_BORROWED } from '../../../../shared/api/borrowing-slip.contract';
import type { Standing, TitleAct, TitleRow } from '../../../../shared/api/title.contract';

/** What is done at a safe, signed by two. A title is lent on a borrowing slip only. */
export type SafeAct = Exclude<TitleAct, 'lookUp' | 'lend'>;
/** What is offered for titles: acts at the safe, and the way to a borrowing slip. */
type OfferedAct = SafeAct | 'lend';

/** Alt and a letter, on the list as on one title's page. */
export const ACT_KEYS: Readonly<Record<TitleAct, string>> = {
  lend: 'L',
  giveBack: 'B',
  sendToRegistry: 'R',
  takeBack: 'K',
  exchange: 'X',
  remortgage: 'Z',
  release: 'T',
  move: 'M',
  lookUp: 'Q',
};

/** Where pieces must be for an act to take them. */
const TAKEN_FROM: Readonly<Record<OfferedAct, readonly Standing['place'][]>> = {
  lend: ['safe'],
  giveBack: ['lent'],
  sendToRegistry: ['safe'],
  takeBack: ['registration'],
  exchange: ['registration', 'safe', 'electronic'],
  remortgage: ['safe', 'electronic'],
  release: ['safe', 'electronic'],
  move: ['safe'],
};

/** Its pieces that an act would take. */
export const takenBy = (act: OfferedAct, { standings }: Pick<TitleRow, 'standings'>): Standing[] =>
  standings.filter(({ place }) => TAKEN_FROM[act].includes(place));

/** The borrowing slip on which a title is out; none of what was lent before there were slips. */
export const borrowedOn = (row: Pick<TitleRow, 'standings'>): number | undefined =>
  takenBy('giveBack', row)[0]?.borrowingId;

/** Can one act be about all of them: one new certificate, one slip that they came by or fit on? */
const isOneAct = (act: OfferedAct, rows: readonly TitleRow[]): boolean => {
  if (act === 'exchange') return rows.length === 1;
  if (act === 'lend') return rows.length <= MOST_BORROWED;
  return act !== 'giveBack' || new Set(rows.map(borrowedOn)).size === 1;
};

/** What can be done with all of these together. */
export const commonActs = (rows: readonly TitleRow[]): OfferedAct[] =>
  (Object.keys(TAKEN_FROM) as OfferedAct[]).filter(
    (act) => isOneAct(act, rows) && rows.every((row) => takenBy(act, row).length > 0),
  );

/** Where lending goes on: a new slip with these titles on it, or the slip on which they come back. */
export function slipPath(act: TitleAct, rows: readonly TitleRow[]): string | undefined {
  if (act === 'lend') return `/borrowing/new?${rows.map(({ id }) => `title=${id}`).join('&')}`;
  const [first] = rows;
  const borrowingId = act === 'giveBack' && first ? borrowedOn(first) : undefined;
  return borrowingId === undefined ? undefined : `/borrowing/${borrowingId}`;
}

/** Acts that end it: the paper is out of the house, or replaced. */
export const isFinal = (act: SafeAct): boolean => act === 'release' || act === 'exchange';
/** Acts that bring pieces back into a compartment. */
export const comesBack = (act: SafeAct): boolean => act === 'giveBack' || act === 'takeBack';
export const goesOut = (act: SafeAct): boolean => act === 'sendToRegistry';
/** How many pieces are typed, where a title has several of them. */
export const countsPieces = (act: SafeAct): boolean => goesOut(act) || comesBack(act) || act === 'move';
