import { withoutInvisible } from './read-entry';

/** What a binary file leaves on the clipboard: control characters and what no encoding could read. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const UNREADABLE = /[\u0000-\u001f\u007f\ufffd\p{Surrogate}]/u;

export const isUnreadable = (text: string): boolean => UNREADABLE.test(text);

/** A cell of several lines as one line; a tab inside it is a space. Cut and joined, because a pattern could take minutes. */
export const oneLine = (cell: string): string =>
  withoutInvisible(cell)
    .split(/[\r\n]/)
    .map((part) => part.replaceAll('\t', ' ').trim())
    .filter((part) => part !== '')
    .join(' ');
