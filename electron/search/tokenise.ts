import { pinyin } from 'pinyin-pro';

const NOT_PLAIN = /[^\p{L}\p{N}]/gu;

/** Keeps letters, digits and Chinese characters; full-width and compatibility forms become ordinary ones. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NOT_PLAIN, '');

const NOTHING = 0;
const ASK_UNICODE = -1;
const BRACKETS = new Set([...'〔〕（）'].map((its) => its.charCodeAt(0)));

/** What `plain` makes of one unit of a text, where it takes no tables to tell. */
function plainUnit(unit: number): number {
  if (unit >= 0x4e00 && unit <= 0x9fff) return unit;
  if (unit >= 0x80) return BRACKETS.has(unit) ? NOTHING : ASK_UNICODE;
  if ((unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39)) return unit;
  return unit >= 0x41 && unit <= 0x5a ? unit + 0x20 : NOTHING;
}

const SPACE = 0x20;
/** Room for most texts; made anew for longer ones. */
let units = new Uint16Array(1_024);
let words = Buffer.alloc(8 * units.length);

/**
 * Cuts a text into overlapping words of three characters, the last ones shorter: 鸿借字第 → 鸿借字 借字第 字第 第.
 * One or two characters are found by prefix, longer ones as a phrase, from any place in the text.
 */
export function cut(text: string): string {
  if (text.length > units.length) {
    units = new Uint16Array(text.length);
    words = Buffer.alloc(8 * text.length);
  }
  let length = 0;
  let all = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = plainUnit(text.charCodeAt(i));
    if (unit === ASK_UNICODE) return cutCharacters([...plain(text)]);
    if (unit === NOTHING) continue;
    units[length] = unit;
    length += 1;
    all |= unit;
  }
  return all < 0x80 ? cutUnits(length, 1) : cutUnits(length, 2);
}

/** Millions of words are cut when a ledger is brought in: as numbers it takes a tenth of what putting strings together takes. */
function cutUnits(length: number, bytes: 1 | 2): string {
  let at = 0;
  const put = (unit: number) => {
    words[at] = unit & 0xff;
    if (bytes === 2) words[at + 1] = unit >> 8;
    at += bytes;
  };
  for (let i = 0; i < length; i += 1) {
    if (i > 0) put(SPACE);
    const end = Math.min(i + 3, length);
    for (let j = i; j < end; j += 1) put(units[j] as number);
  }
  return words.toString(bytes === 1 ? 'latin1' : 'utf16le', 0, at);
}

const cutCharacters = (characters: readonly string[]): string =>
  characters.map((_, i) => characters.slice(i, i + 3).join('')).join(' ');

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
