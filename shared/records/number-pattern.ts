/** What a pattern is made of: plain text, what is filled in once, and the running number with so many digits. */
export type Piece =
  | { text: string }
  | { token: 'short' | 'type' | 'class' | 'year' | 'yy' }
  | { token: 'seq'; width: number };

/** As they are offered beside the field; {seq:3} stands for one to six digits. */
export const PATTERN_TOKENS = ['{short}', '{type}', '{class}', '{year}', '{yy}', '{seq:3}'] as const;

/** What a new class begins with. */
export const USUAL_PATTERN = '{short}{type}字〔{year}〕第{seq:3}号';

/** What stands in the numbers of a class beside the running number. */
export interface NumberMaker {
  pattern: string;
  /** The company's short name. */
  shortName: string;
  /** {type} and {class}. */
  word: string;
  name: string;
}

const TOKEN = /\{(short|type|class|year|yy|seq(?::([1-6]))?)\}/;

export type PatternFault = 'tokenUnknown' | 'seqNotOnce' | 'yearNeeded' | 'patternUnreadable';

/** The pieces of a pattern in their order; what is no token is text. */
export function piecesOf(pattern: string): Piece[] {
  const pieces: Piece[] = [];
  let rest = pattern;
  for (let found = TOKEN.exec(rest); found; found = TOKEN.exec(rest)) {
    const [whole, token = '', width] = found;
    if (found.index > 0) pieces.push({ text: rest.slice(0, found.index) });
    if (token.startsWith('seq')) pieces.push({ token: 'seq', width: Number(width ?? 1) });
    else pieces.push({ token: token as 'short' });
    rest = rest.slice(found.index + whole.length);
  }
  return rest === '' ? pieces : [...pieces, { text: rest }];
}

/** What is wrong with a pattern; `yearly`: the numbers begin anew each year, so the year must stand in them. */
export function patternFault(pattern: string, yearly: boolean): PatternFault | undefined {
  const pieces = piecesOf(pattern);
  if (pieces.some((piece) => 'text' in piece && /[{}]/.test(piece.text))) return 'tokenUnknown';
  const has = (token: string) => pieces.filter((piece) => 'token' in piece && piece.token === token).length;
  if (has('seq') !== 1) return 'seqNotOnce';
  if (yearly && has('year') + has('yy') === 0) return 'yearNeeded';
  // A number that is nothing but a number says nothing on paper, and every other number holds it.
  if (!pieces.some((piece) => 'text' in piece || piece.token === 'type' || piece.token === 'class'))
    return 'patternUnreadable';
  return undefined;
}

/** What a piece other than the running number stands for. */
export function wordOf(piece: Exclude<Piece, { token: 'seq' }>, its: NumberMaker, year: number): string {
  if ('text' in piece) return piece.text;
  const words = {
    short: its.shortName,
    type: its.word,
    class: its.name,
    year: String(year).padStart(4, '0'),
    yy: String(year % 100).padStart(2, '0'),
  };
  return words[piece.token];
}

/** Writes a number after its pattern. */
export const writeNumber = (its: NumberMaker & { year: number; seq: number }): string =>
  piecesOf(its.pattern)
    .map((piece) =>
      'token' in piece && piece.token === 'seq'
        ? String(its.seq).padStart(piece.width, '0')
        : wordOf(piece, its, its.year),
    )
    .join('');
