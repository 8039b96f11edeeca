import type { Originality } from '../../../../shared/api/dossier.contract';
import { halfWidth, readDay, readWholeNumber, whyNoDay, withoutInvisible } from '../../../../shared/entry/read-entry';

/** What an item says, without its place in the volume. */
export interface ItemValues {
  title: string;
  documentNo: string;
  datedOn?: string;
  responsible: string;
  originality: Originality;
  copies: number;
  pages: number;
  signatureComplete: boolean;
  remarks: string;
  /** The volume that it is bound in. */
  volume: number;
}

/** The cells that a person writes in, in their order on screen. */
export const CELLS = [
  'title',
  'documentNo',
  'datedOn',
  'responsible',
  'originality',
  'copies',
  'pages',
  'signatureComplete',
  'remarks',
] as const satisfies readonly (keyof ItemValues)[];
export type Cell = (typeof CELLS)[number];

/** Why a cell cannot be taken over as it was typed; `fault--…` in dossier.json says it in words. */
export type Fault =
  | 'titleMissing'
  | 'textTooLong'
  | 'dayUnreadable'
  | 'dayNotReal'
  | 'numberUnreadable'
  | 'numberNotWhole'
  | 'numberNegative'
  | 'pagesNone'
  | 'pagesTooMany'
  | 'copiesOutOfRange'
  | 'originalityUnknown'
  | 'signatureUnknown';

/** The words that may be typed for a choice, as the language on screen has them. */
export interface EntryWords {
  original: readonly string[];
  copy: readonly string[];
  signed: readonly string[];
  unsigned: readonly string[];
}

export type Reading = { value: Partial<ItemValues> } | { fault: Fault };

export const LONGEST: Partial<Record<Cell, number>> = { title: 500, documentNo: 100, responsible: 200, remarks: 500 };

export const EMPTY_ITEM: ItemValues = {
  title: '',
  documentNo: '',
  responsible: '',
  originality: 'original',
  copies: 1,
  pages: 0,
  signatureComplete: true,
  remarks: '',
  volume: 1,
};

/** Reads what was typed into a cell: its value, or why it cannot be one. An emptied cell falls back to what a new item has. */
export function readCell(cell: Cell, entry: string, words: EntryWords): Reading {
  switch (cell) {
    case 'datedOn':
      return readDayCell(entry);
    case 'copies':
    case 'pages':
      return readNumberCell(cell, entry);
    case 'originality':
      return readOriginality(entry, words);
    case 'signatureComplete':
      return readSignature(entry, words);
    default:
      return readText(cell, entry);
  }
}

function readText(cell: Cell, entry: string): Reading {
  // A cell is one line; what a paste brings along becomes a space.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const text = withoutInvisible(entry.replace(/[\u0000-\u001f\u007f]+/g, ' ')).trim();
  if (cell === 'title' && text === '') return { fault: 'titleMissing' };
  if (text.length > (LONGEST[cell] ?? 0)) return { fault: 'textTooLong' };
  return { value: { [cell]: text } };
}

function readDayCell(entry: string): Reading {
  const text = halfWidth(entry);
  if (text === '') return { value: { datedOn: undefined } };
  const datedOn = readDay(text);
  if (datedOn) return { value: { datedOn } };
  return { fault: whyNoDay(text) };
}

function readNumberCell(cell: 'copies' | 'pages', entry: string): Reading {
  const text = halfWidth(entry).replace(/^[\u2212\u2013]/, '-');
  if (text === '') return { value: { [cell]: EMPTY_ITEM[cell] } };
  const number = readWholeNumber(text);
  if (number === null) {
    if (/^-/.test(text)) return { fault: 'numberNegative' };
    return { fault: /^\d*\.\d+/.test(text) ? 'numberNotWhole' : 'numberUnreadable' };
  }
  // An empty cell says that the paper is not there yet; a typed 0 says something nobody can mean.
  if (cell === 'pages' && number === 0) return { fault: 'pagesNone' };
  if (cell === 'pages' && number > 9999) return { fault: 'pagesTooMany' };
  if (cell === 'copies' && (number < 1 || number > 999)) return { fault: 'copiesOutOfRange' };
  return { value: { [cell]: number } };
}

function readOriginality(entry: string, words: EntryWords): Reading {
  const text = halfWidth(entry).toLowerCase();
  if (text === '' || words.original.includes(text)) return { value: { originality: 'original' } };
  return words.copy.includes(text) ? { value: { originality: 'copy' } } : { fault: 'originalityUnknown' };
}

function readSignature(entry: string, words: EntryWords): Reading {
  const text = halfWidth(entry).toLowerCase();
  if (text === '' || words.signed.includes(text)) return { value: { signatureComplete: true } };
  return words.unsigned.includes(text) ? { value: { signatureComplete: false } } : { fault: 'signatureUnknown' };
}

/** A cell's value as text: what F2 opens, what Ctrl+C copies. */
export function cellText(cell: Cell, values: ItemValues, words: EntryWords): string {
  if (cell === 'originality') return words[values.originality][0] ?? '';
  if (cell === 'signatureComplete') return words[values.signatureComplete ? 'signed' : 'unsigned'][0] ?? '';
  // No pages: expected, not there yet.
  if (cell === 'pages' && values.pages === 0) return '';
  return String(values[cell] ?? '');
}
