import { word } from './words';

/** How many whole years from one day to another, in words: 30年, 不满1年. */
export function keptFor(from: string, to: string): string {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(4) < from.slice(4) ? 1 : 0);
  return years > 0 ? word('text--yearsKept', { years }) : word('text--lessThanYear');
}
