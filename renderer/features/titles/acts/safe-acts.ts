import type { Standing, TitleAct, TitleRow } from '../../../../shared/api/title.contract';

/** What is done at a safe, signed by two. */
export type SafeAct = Exclude<TitleAct, 'lookUp'>;

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
export const TAKEN_FROM: Readonly<Record<SafeAct, readonly Standing['place'][]>> = {
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
export const takenBy = (act: SafeAct, { standings }: Pick<TitleRow, 'standings'>): Standing[] =>
  standings.filter(({ place }) => TAKEN_FROM[act].includes(place));

/** What can be done with all of these together. */
export const commonActs = (rows: readonly TitleRow[]): SafeAct[] =>
  (Object.keys(TAKEN_FROM) as SafeAct[]).filter(
    (act) => (act !== 'exchange' || rows.length === 1) && rows.every((row) => takenBy(act, row).length > 0),
  );

/** Acts that end it: the paper is out of the house, or replaced. */
export const isFinal = (act: SafeAct): boolean => act === 'release' || act === 'exchange';
/** Acts that bring pieces back into a compartment. */
export const comesBack = (act: SafeAct): boolean => act === 'giveBack' || act === 'takeBack';
export const goesOut = (act: SafeAct): boolean => act === 'lend' || act === 'sendToRegistry';
/** How many pieces are typed, where a title has several of them. */
export const countsPieces = (act: SafeAct): boolean => goesOut(act) || comesBack(act) || act === 'move';
