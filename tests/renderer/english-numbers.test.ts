import { readdirSync, readFileSync } from 'node:fs';
import i18next from 'i18next';
import { beforeAll, expect, test } from 'vitest';
import { startLanguages } from '../../renderer/i18n';

const FOLDER = new URL('../../renderer/i18n/en/', import.meta.url);

const texts = readdirSync(FOLDER).flatMap((file) =>
  leavesOf(JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8'))).map(([key, text]) => ({
    file: file.replace('.json', ''),
    key,
    text,
  })),
);

/** The manual's texts stand in sections. */
function leavesOf(tree: object, above = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([name, its]: [string, string | object]) =>
    typeof its === 'object' ? leavesOf(its, `${above}${name}.`) : [[above + name, its] as [string, string]],
  );
}

/** Where a sentence counts something, its other values are names and days. */
const COUNTED = [
  ...new Set(texts.flatMap(({ text }) => [...text.matchAll(/\{\{\w+, noun\(one: (\w+); other: (\w+)\)/g)])),
].map(([, one = '', other = '']) => ({ one, other }));

beforeAll(async () => {
  await startLanguages('en');
});

test('a second number in an English sentence takes the noun that fits it', () => {
  const said = (items: number | string) => i18next.t('dossier:label--totals', { items, pages: 1 });
  expect(said(1)).toBe('1 item, 1 page');
  expect(said(0)).toBe('0 items, 1 page');
  expect(said('1,001')).toBe('1,001 items, 1 page');
});

test('no English sentence says “1 pages” of what it counts', () => {
  expect(COUNTED.length).toBeGreaterThan(10);
  const nouns = [...new Set(COUNTED.map(({ other }) => other))].join('|');
  const wrong = texts.flatMap(({ file, key, text }) =>
    [...text.matchAll(new RegExp(`\\{\\{(\\w+)\\}\\}(?:</?\\w+>)? (?:${nouns})\\b`, 'g'))]
      // A plural form goes by the count; what is at most so many is many.
      .filter(
        ([, name]) => !(name === 'count' && /_(one|other|zero)$/.test(key)) && name !== 'most' && name !== 'about',
      )
      .map(([found]) => `${file}:${key}: ${found}`),
  );
  expect(wrong).toEqual([]);
});
