/** After white space and characters that are not seen, what a spreadsheet may take for the beginning of a formula. */
const FORMULA = /^[\s\p{C}]*[=+\-@\u2212]/u;
const FIRST_UNSEEN = /^[\p{Cc}\p{Cf}]/u;

/** Full-width ＝＋－＠ and their small and raised forms count as = + - @: some input methods and spreadsheets fold them. */
const looksLikeFormula = (text: string): boolean => FIRST_UNSEEN.test(text) || FORMULA.test(text.normalize('NFKC'));

/**
 * Text as it stands in a csv: what a spreadsheet could run gets an apostrophe before it, and so does what begins with one, so
 * that taking away one leading apostrophe always gives the text back.
 */
export const guarded = (text: string): string => (text.startsWith("'") || looksLikeFormula(text) ? `'${text}` : text);

/** The text that `guarded` was given. */
export const unguarded = (text: string): string => (text.startsWith("'") ? text.slice(1) : text);
