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

const plain = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** Reads XML piece by piece. A text, tag or comment that does not end is refused instead of gathered. */
export function createXmlReader(listener: XmlListener) {
  const parser = new Parser();
  let pending = 0;
  // Millions of tags are told: each handler takes what it is told as it comes.
  parser.on('openTag', (name, attributes, decode) => {
    pending = 0;
    let its: Record<string, string> | undefined;
    listener.open(plain(name), (wanted) => {
      its ??= attributes();
      return Object.hasOwn(its, wanted) ? decode(String(its[wanted])) : undefined;
    });
  });
  parser.on('closeTag', (name) => {
    pending = 0;
    listener.close(plain(name));
  });
  parser.on('text', (text, decode) => {
    pending = 0;
    listener.text(decode(text));
  });
  parser.on('cdata', (text) => {
    pending = 0;
    listener.text(text);
  });
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
