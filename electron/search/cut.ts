const NOT_PLAIN = /[^\p{L}\p{N}]/gu;

/** Keeps letters, digits and Chinese characters; full-width and compatibility forms become ordinary ones. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NOT_PLAIN, '');

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
/** A word that is no letter or digit keeps phrases from going on from one text into the next. */
const END = Buffer.from(' \u00b7 ');
/** A unit stands in three words, in three bytes each, and behind one of them is a space. */
const BYTES_A_UNIT = 10;
/** Room for most texts; made anew for longer ones. */
let units = new Uint16Array(1_024);
let words = Buffer.alloc(BYTES_A_UNIT * units.length);

/**
 * Cuts texts into overlapping words of three characters, the last ones shorter: 鸿借字第 → 鸿借字 借字第 字第 第.
 * One or two characters are found by prefix, longer ones as a phrase, from any place in a text. In UTF-8: millions of words are cut
 * when a ledger is brought in, and as the bytes that SQLite takes they are a fraction of the work that strings are.
 */
export function cut(texts: readonly string[]): Buffer {
  let at = 0;
  for (const text of texts) {
    const end = cutOne(text, at);
    if (end === at) continue;
    words.set(END, end);
    at = end + END.length;
  }
  return Buffer.from(words.subarray(0, at));
}

/** Writes the words of a text from a place on; answers where they end. */
function cutOne(text: string, at: number): number {
  if (text.length > units.length) units = new Uint16Array(text.length);
  let length = 0;
  let all = 0;
  for (let i = 0; i < text.length; i += 1) {
    const unit = plainUnit(text.charCodeAt(i));
    if (unit === ASK_UNICODE) return cutCharacters([...plain(text)], at);
    if (unit === NOTHING) continue;
    units[length] = unit;
    length += 1;
    all |= unit;
  }
  makeRoom(at + BYTES_A_UNIT * length);
  return all < 0x80 ? cutLetters(units, length, words, at) : cutUnits(units, length, words, at);
}

function makeRoom(bytes: number): void {
  if (bytes + END.length > words.length) words = Buffer.concat([words], 2 * (bytes + END.length));
}

/** Latin letters and digits: most of what is cut is pinyin. */
function cutLetters(from: Uint16Array, length: number, into: Uint8Array, start: number): number {
  let at = start;
  for (let i = 0; i < length - 2; i += 1) {
    into[at] = from[i] as number;
    into[at + 1] = from[i + 1] as number;
    into[at + 2] = from[i + 2] as number;
    into[at + 3] = SPACE;
    at += 4;
  }
  return cutUnits(from.subarray(Math.max(0, length - 2), length), Math.min(2, length), into, at);
}

function cutUnits(from: Uint16Array, length: number, into: Uint8Array, start: number): number {
  let at = start;
  for (let i = 0; i < length; i += 1) {
    if (i > 0) into[at++] = SPACE;
    const end = Math.min(i + 3, length);
    for (let j = i; j < end; j += 1) {
      const unit = from[j] as number;
      if (unit < 0x80) into[at++] = unit;
      else {
        into[at] = 0xe0 | (unit >> 12);
        into[at + 1] = 0x80 | ((unit >> 6) & 0x3f);
        into[at + 2] = 0x80 | (unit & 0x3f);
        at += 3;
      }
    }
  }
  return at;
}

/** Where characters are not units, or become others. */
function cutCharacters(characters: readonly string[], at: number): number {
  const its = characters.map((_, i) => characters.slice(i, i + 3).join('')).join(' ');
  makeRoom(at + Buffer.byteLength(its));
  return at + words.write(its, at);
}
