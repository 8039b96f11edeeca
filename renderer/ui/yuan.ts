const TEN_THOUSAND_YUAN = 1_000_000;

/** 1,800,000.00: fen as yuan with two places and thousands set apart. */
export const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** How many times ten thousand yuan, where it is a round number of them: 180. */
export const tenThousands = (fen: number): number | undefined =>
  fen > 0 && fen % (TEN_THOUSAND_YUAN / 100) === 0 ? fen / TEN_THOUSAND_YUAN : undefined;
