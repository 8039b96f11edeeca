import { Parser } from 'saxen';
import { CELL_LENGTH, refused } from './reading';

/** What is told of an XML text while it is read; names come without their prefix. */
export interface XmlListener {
  open(name: string, attribute: (name: string) => string | undefined): void;
  close(name: string): void;
  text(text: string): void;
}

/** Nothing in a spreadsheet is longer than a cell; whatever is, would have to be kept until it ends. Six letters for `&#x4e00;`. */
const LONGEST = CELL_LENGTH * 8;

const plain = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Reads XML piece by piece. A text, tag or comment that does not end is refused instead of gathered. */
export function createXmlReader(listener: XmlListener) {
  const parser = new Parser();
  let pending = 0;
  const told =
    <A extends unknown[]>(tell: (...its: A) => void) =>
    (...its: A) => {
      pending = 0;
      tell(...its);
    };
  parser.on(
    'openTag',
    told((name, attributes, decode) => {
      let its: Record<string, string> | undefined;
      listener.open(plain(name), (wanted) => {
        its ??= attributes();
        return Object.hasOwn(its, wanted) ? decode(String(its[wanted])) : undefined;
      });
    }),
  );
  parser.on(
    'closeTag',
    told((name) => listener.close(plain(name))),
  );
  parser.on(
    'text',
    told((text, decode) => listener.text(decode(text))),
  );
  parser.on(
    'cdata',
    told((text) => listener.text(text)),
  );
  parser.on('error', () => {
    throw refused('importDamaged');
  });
  return {
    write: (chunk: string) => {
      pending += chunk.length;
      parser.write(chunk);
      if (pending > LONGEST) throw refused('importCellTooLong', { most: CELL_LENGTH });
    },
    end: () => void parser.end(),
  };
}
