import type { Place } from '../../../shared/api/dossier.contract';
import { PLACE_LEVELS, type PlaceLevel, type PlaceNode } from '../../../shared/api/place.contract';

const collator = new Intl.Collator('zh-CN', { numeric: true });

const FIGURES = '〇一二三四五六七八九';
const figure = (numeral: string | undefined, otherwise: number) => (numeral ? FIGURES.indexOf(numeral) : otherwise);

/** 十二室 as 12室: by its pinyin 二室 would stand before 一室. */
const inFigures = (name: string): string =>
  name
    .replace(/([一二三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens?: string, ones?: string) =>
      String(figure(tens, 1) * 10 + figure(ones, 0)),
    )
    .replace(/[〇一二三四五六七八九]/g, (numeral) => String(figure(numeral, 0)));

/** 2层 before 10层, 一室 before 二室. */
export const byName = (a: string, b: string): number =>
  collator.compare(inFigures(a), inFigures(b)) || collator.compare(a, b);
export const inOrder = (a: Place, b: Place): number => {
  for (const level of PLACE_LEVELS) {
    const order = byName(a[level], b[level]);
    if (order !== 0) return order;
  }
  return 0;
};

/** Names of so many boxes that follow each other: 07盒, 08盒, 09盒. A name without a number gets one from the second box on. */
export function followingNames(first: string, count: number): string[] {
  const [, before = first, digits = '', after = ''] = /^(.*?)(\d+)(\D*)$/.exec(first) ?? [];
  return Array.from({ length: count }, (_, step) => {
    if (digits === '') return step === 0 ? first : `${first}${step + 1}`;
    return `${before}${String(Number(digits) + step).padStart(digits.length, '0')}${after}`;
  });
}

/** The lowest level that a node names; a level above it that is not named makes it nothing. */
export function levelOf(node: PlaceNode): PlaceLevel | undefined {
  const named = PLACE_LEVELS.filter((level) => node[level] !== undefined);
  return named.every((level, i) => level === PLACE_LEVELS[i]) ? named.at(-1) : undefined;
}

/** Whether a box belongs to a node. */
export const isIn = (box: Place, node: PlaceNode): boolean =>
  PLACE_LEVELS.every((level) => node[level] === undefined || node[level] === box[level]);

/** Where a box of one node stands when the node becomes another one of the same level. */
export const carried = (box: Place, into: PlaceNode): Place => ({
  room: into.room,
  cabinet: into.cabinet ?? box.cabinet,
  shelf: into.shelf ?? box.shelf,
  box: into.box ?? box.box,
});
