import type { BorrowingAct, BorrowingView } from '../../../shared/api/borrowing-slip.contract';

export type PageAct = BorrowingAct | 'decideRenewal';

/** What can be done now. */
export const openActs = (its: BorrowingView): PageAct[] => [
  ...(its.decidesRenewal ? (['decideRenewal'] as const) : []),
  ...its.acts.filter(({ because }) => because === undefined).map(({ act }) => act),
];

/** The one that Ctrl+Enter does. */
export const firstAct = (its: BorrowingView): PageAct | undefined => openActs(its).find((act) => act !== 'cancel');
