import { halfWidth } from '../entry/read-entry';

/** What a barcode of ours can name, by the letter that stands in it: AJ-D-000012 is the twelfth dossier. */
export const BARCODE_LETTERS = {
  dossier: 'D',
  handover: 'H',
  /** A supplement list. */
  supplement: 'S',
  /** What a person hands over who leaves. */
  staffHandover: 'P',
  /** A list of what is appraised, destroyed or handed to outside. */
  disposal: 'X',
  /** A title document. */
  title: 'T',
  /** What was moved at a safe by one act. */
  titleSlip: 'M',
  /** A list of title documents that were handed over. */
  titleHandover: 'Q',
  /** A count of title documents. */
  stocktake: 'K',
  /** A borrowing slip. */
  borrowing: 'J',
  /** A complaint. */
  complaint: 'Y',
  /** A penalty or a reward. */
  penalty: 'F',
  /** A note that calls back what is due. */
  recall: 'N',
  /** A compartment of a safe, on the counting sheet. */
  compartment: 'C',
  /** A box of the archive, on its label. */
  box: 'B',
  /** A printed list: the journal's event from which it is. */
  list: 'L',
} as const;
export type Coded = keyof typeof BARCODE_LETTERS;

const DIGITS = 6;

export const barcodeOf = (what: Coded, id: number): string =>
  `AJ-${BARCODE_LETTERS[what]}-${String(id).padStart(DIGITS, '0')}`;

/** Every dash that an input method makes of a scanner's hyphen; a long one is two of them. */
const DASHES = /[\u2010-\u2015\u2212\u30fc\u2500\uff0d-]+/g;

/** As it was printed, however it came through an input method: full-width letters and digits, other dashes, small letters. */
export const asPrinted = (typed: string): string =>
  halfWidth(typed).replace(DASHES, '-').replace(/\s+/g, '').toUpperCase();

export type ReadBarcode =
  | { what: Coded; id: number }
  /** Begins as ours do, and is cut off, or names nothing that we know. */
  | { torn: string };

/** Reads what a scanner typed; `undefined` where it is no barcode of ours. Never guesses: half a number would open another record. */
export function readBarcode(typed: string): ReadBarcode | undefined {
  const text = asPrinted(typed);
  if (!/^AJ(-|$)/.test(text)) return undefined;
  const [, letter, digits] = /^AJ-([A-Z])-(\d{6,9})$/.exec(text) ?? [];
  const what = Object.entries(BARCODE_LETTERS).find(([, its]) => its === letter)?.[0] as Coded | undefined;
  const id = Number(digits);
  return what && id > 0 ? { what, id } : { torn: text };
}
