/** Ordinary office paper: a hundred sheets are a centimetre. */
const SHEETS_PER_MM = 10;
/** What a box holds where nobody has measured it: the common one of card. */
export const COMMON_BOX_MM = 50;

/** How thick papers of so many pages are, taken as one page to a sheet: rather too thick than too thin. */
export const thicknessMm = (pages: number): number => Math.ceil(pages / SHEETS_PER_MM);
