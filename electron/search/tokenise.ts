import { pinyin } from 'pinyin-pro';

const NOT_PLAIN = /[^\p{L}\p{N}]/gu;
/** Most texts: letters that neither have another form nor fall away. */
const PLAIN_ALREADY = /^[a-z0-9\u4e00-\u9fff]*$/;

/** Keeps letters, digits and Chinese characters; full-width and compatibility forms become ordinary ones. */
const plain = (text: string): string =>
  PLAIN_ALREADY.test(text) ? text : text.normalize('NFKC').toLowerCase().replace(NOT_PLAIN, '');

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
const HAN_OR_NOT = /\p{Script=Han}+|\P{Script=Han}+/gu;

type Heard = readonly [initials: string, syllables: string];
/** So many runs of Chinese characters are remembered as they were heard: the same words stand in very many names. */
const MOST_REMEMBERED = 10_000;
const remembered = new Map<string, Heard>();
/** Syllables without their tones, some 1,500. */
const toneless = new Map<string, string>();

function withoutTone(syllable: string): string {
  const known = toneless.get(syllable);
  if (known !== undefined) return known;
  // U+0304, U+0301, U+030C and U+0300 are the four tones; the dots of ü and the hat of ê stay.
  const its = syllable
    .normalize('NFD')
    .replace(/[\u0304\u0301\u030c\u0300]/g, '')
    .normalize('NFC')
    .replaceAll('ü', 'v');
  if (toneless.size < MOST_REMEMBERED) toneless.set(syllable, its);
  return its;
}

/** A run of Chinese characters, read as a whole: 行 in 银行 is not that in 行走. */
function hear(run: string): Heard {
  const known = remembered.get(run);
  if (known) return known;
  let at = 0;
  let first = '';
  let all = '';
  for (const part of pinyin(run, { type: 'array', nonZh: 'consecutive' })) {
    // What has no pinyin stands there as it was.
    const isItself = run.startsWith(part, at);
    const sound = isItself ? part : withoutTone(part);
    first += isItself ? part : (sound[0] ?? '');
    all += sound;
    at += isItself ? part.length : String.fromCodePoint(run.codePointAt(at) ?? 0).length;
  }
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  const heard: Heard = [first, all];
  remembered.set(run, heard);
  return heard;
}

/** First letters of the pinyin: 鸿借字第001号 → hjzd001h. Empty when there is nothing Chinese in it. */
export const initials = (text: string): string => spoken(text)[0];

/** Initials and whole pinyin (鸿借 → hj, hongjie). */
export function spoken(text: string): [initials: string, syllables: string] {
  if (!HAN.test(text)) return ['', ''];
  let first = '';
  let all = '';
  for (const run of text.match(HAN_OR_NOT) ?? []) {
    const [its, syllables] = HAN.test(run) ? hear(run) : [run, run];
    first += its;
    all += syllables;
  }
  return [first, all];
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
