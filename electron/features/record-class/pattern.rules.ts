import { type NumberMaker, type Piece, piecesOf, wordOf, writeNumber } from '../../../shared/records/number-pattern';

/** One place of a number: this character, or any digit. `again`: as many more digits as one likes may follow. */
type Letter = { char?: string; again?: boolean };

const DIGIT = /^\d$/;

function lettersOf(piece: Piece, its: NumberMaker): Letter[] {
  const digits = (count: number): Letter[] => Array.from({ length: count }, () => ({}));
  if ('token' in piece && piece.token === 'year') return digits(4);
  if ('token' in piece && piece.token === 'yy') return digits(2);
  if ('token' in piece && piece.token === 'seq') return [...digits(piece.width - 1), { again: true }];
  return [...wordOf(piece, its, 0)].map((char) => ({ char }));
}

const meet = (a: Letter, b: Letter): boolean => {
  if (a.char !== undefined && b.char !== undefined) return a.char === b.char;
  const char = a.char ?? b.char;
  return char === undefined || DIGIT.test(char);
};

/**
 * Whether two classes could ever make the same text, whatever the year and the running numbers. Both patterns are walked side by
 * side over every text that both could make; taking any four digits for a year refuses at most a pattern that is asking for it.
 */
export function couldMeet(a: NumberMaker, b: NumberMaker): boolean {
  const [one, other] = [a, b].map((its) => piecesOf(its.pattern).flatMap((piece) => lettersOf(piece, its)));
  if (!one || !other) return false;
  const seen = new Set<string>();
  const waiting: [number, number][] = [[0, 0]];
  for (let at = waiting.pop(); at; at = waiting.pop()) {
    const [i, j] = at;
    if (i === one.length && j === other.length) return true;
    if (seen.has(`${i} ${j}`)) continue;
    seen.add(`${i} ${j}`);
    for (const [x, nextI] of stepsFrom(one, i))
      for (const [y, nextJ] of stepsFrom(other, j)) if (meet(x, y)) waiting.push([nextI, nextJ]);
  }
  return false;
}

/** The letters that may come next, each with where it leads. */
function stepsFrom(letters: readonly Letter[], at: number): [Letter, number][] {
  const steps: [Letter, number][] = [];
  const next = letters[at];
  if (next) steps.push([next, at + 1]);
  if (letters[at - 1]?.again) steps.push([{}, at]);
  return steps;
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** How a number of this class is read back: year and running number, in exactly the writing that the pattern makes. */
export function readerOf(its: NumberMaker): (text: string) => { year?: number; seq: number } | undefined {
  const pieces = piecesOf(its.pattern);
  const shape = pieces.map((piece) => {
    if ('token' in piece && piece.token === 'year') return '(?<year>\\d{4})';
    if ('token' in piece && piece.token === 'yy') return '(?<yy>\\d{2})';
    if ('token' in piece && piece.token === 'seq') return '(?<seq>\\d{1,15})';
    return escaped(wordOf(piece, its, 0));
  });
  // A second year of the same pattern is the first one again.
  const once = new Set<string>();
  const named = shape.map((part) => {
    const name = /^\(\?<(\w+)>/.exec(part)?.[1];
    if (name === undefined) return part;
    if (once.has(name)) return `\\k<${name}>`;
    once.add(name);
    return part;
  });
  const whole = new RegExp(`^${named.join('')}$`, 'u');
  return (text) => {
    const groups = whole.exec(text)?.groups;
    const seq = Number(groups?.seq ?? 0);
    if (!groups || seq === 0) return undefined;
    const year = groups.year === undefined ? yearOf(groups.yy) : Number(groups.year);
    const again = writeNumber({ ...its, year: year ?? 0, seq });
    return again === text ? { seq, ...(year !== undefined && { year }) } : undefined;
  };
}

const yearOf = (yy: string | undefined) => (yy === undefined ? undefined : 2000 + Number(yy));

/** The same number in other writings has the same key: full-width forms, spaces, other brackets, missing or further zeros. */
export const looseKey = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/[〔【［[{（(]/g, '(')
    .replace(/[〕】］\]}）)]/g, ')')
    .replace(/[‐-―−－_]/g, '-')
    .replace(/0+(?=\d)/g, (zeros, offset: number, whole: string) => (/\d/.test(whole[offset - 1] ?? '') ? zeros : ''))
    .toLowerCase();
