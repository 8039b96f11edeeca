import { pinyin } from 'pinyin-pro';

const NOT_PLAIN = /[^\p{L}\p{N}]/gu;

/** Keeps letters, digits and Chinese characters; full-width and compatibility forms become ordinary ones. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NOT_PLAIN, '');

const SURROGATE = /[\ud800-\udfff]/;

/**
 * Cuts a text into overlapping words of three characters, the last ones shorter: 鸿借字第 → 鸿借字 借字第 字第 第.
 * One or two characters are found by prefix, longer ones as a phrase, from any place in the text.
 */
export function cut(text: string): string {
  const its = plain(text);
  // Rare characters are two units of a string, all others one: no list of characters is needed for those.
  const characters = SURROGATE.test(its) ? [...its] : its;
  let words = '';
  for (let i = 0; i < characters.length; i += 1) words += `${i > 0 ? ' ' : ''}${three(characters, i)}`;
  return words;
}

const three = (characters: string | readonly string[], from: number): string => {
  const its = characters.slice(from, from + 3);
  return typeof its === 'string' ? its : its.join('');
};

const HAN = /\p{Script=Han}/u;

/** First letters of the pinyin: 鸿借字第001号 → hjzd001h. Empty when there is nothing Chinese in it. */
export function initials(text: string): string {
  if (!HAN.test(text)) return '';
  return pinyin(text, { pattern: 'first', toneType: 'none', type: 'array', nonZh: 'consecutive' }).join('');
}

/** Initials and whole pinyin (鸿借 → hj, hongjie) from one reading of a text: reading costs more than all the rest. */
export function spoken(text: string): [initials: string, syllables: string] {
  if (!HAN.test(text)) return ['', ''];
  const parts = pinyin(text, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true });
  let at = 0;
  let first = '';
  for (const part of parts) {
    // What is not Chinese stands there as it was.
    const isItself = text.startsWith(part, at);
    first += isItself ? part : (part[0] ?? '');
    at += isItself ? part.length : String.fromCodePoint(text.codePointAt(at) ?? 0).length;
  }
  return [first, parts.join('')];
}

/** What is written into the index for the texts of a record; a word that is no letter or digit keeps phrases apart. */
export function indexWords(texts: readonly string[], withSyllables: boolean): string {
  const heard = texts.flatMap((text) => (withSyllables ? spoken(text) : [initials(text)]));
  return [...texts, ...heard].map(cut).filter(Boolean).join(' \u00b7 ');
}

/** The FTS5 query for what was typed; `undefined` when there is nothing to look for. */
export function matchQuery(typed: string): string | undefined {
  const phrases = typed
    .split(/\s+/)
    .map((word) => phrase([...plain(word)]))
    .filter((text) => text !== undefined);
  return phrases.length > 0 ? phrases.join(' AND ') : undefined;
}

function phrase(characters: readonly string[]): string | undefined {
  if (characters.length === 0) return undefined;
  if (characters.length < 3) return `"${characters.join('')}" *`;
  const words = characters.slice(0, -2).map((_, i) => characters.slice(i, i + 3).join(''));
  return `"${words.join(' ')}"`;
}
