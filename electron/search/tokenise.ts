import { pinyin } from 'pinyin-pro';
import { cut, plain } from './cut';

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

/** So many texts are remembered with their words: a dossier and its project have one name, and are written one after the other. */
const MOST_CUT = 1_000;
const cutBefore = { initials: new Map<string, Buffer>(), syllables: new Map<string, Buffer>() };

/** The words of one text, and of how it is spoken. */
function wordsOf(text: string, withSyllables: boolean): Buffer {
  const known = withSyllables ? cutBefore.syllables : cutBefore.initials;
  let its = known.get(text);
  if (its) return its;
  its = cut([text, ...(withSyllables ? spoken(text) : [initials(text)])]);
  if (known.size >= MOST_CUT) known.clear();
  known.set(text, its);
  return its;
}

/** What is written into the index for the texts of a record, as UTF-8. */
export const indexWords = (texts: readonly string[], withSyllables: boolean): Buffer =>
  Buffer.concat(texts.map((text) => wordsOf(text, withSyllables)));

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
