import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { FORMS, PICTURES, pageAt, pagesNotTaken } from '../../demo/pages';

const textOf = (path: string) => readFileSync(fileURLToPath(new URL(`../../../${path}`, import.meta.url)), 'utf8');
const ROUTES = [...textOf('renderer/app/routes.tsx').matchAll(/path: '(\/[^']*)'/g)].map(([, path = '']) => path);

const chapters = readdirSync(fileURLToPath(new URL('../../demo', import.meta.url)))
  .filter((file) => /\.(chapter|demo)\.ts$/.test(file))
  .map((file) => textOf(`tests/demo/${file}`))
  .join('\n');
const inChapters = (name: string) => ['', '.pdf'].some((ending) => chapters.includes(`'${name}${ending}'`));

describe('the demonstration run', () => {
  test('takes a picture of every page that there is', () => {
    expect(ROUTES.length).toBeGreaterThan(50);
    expect(Object.keys(PICTURES).sort()).toEqual([...ROUTES].sort());
    const names = Object.values(PICTURES).map((name) => name.replace(/^preview-/, ''));
    expect(names.filter((name) => !inChapters(name))).toEqual([]);
  });

  test('saves every form that there is', () => {
    expect(FORMS.length).toBeGreaterThan(35);
    expect(FORMS.filter((form) => !inChapters(form))).toEqual([]);
  });

  test('notices a page that was not shown, and one that was shown in the place of another', () => {
    const taken = new Map(Object.entries(PICTURES).map(([page, name]) => [name, `#${page.replace(/:\w+\??/g, '7')}`]));
    expect(pagesNotTaken(taken)).toEqual([]);
    taken.delete('client');
    taken.set('slip', '#/titles/slips');
    expect(pagesNotTaken(taken)).toEqual(['/titles/slips/:id', '/clients/:id']);
  });
});

test('the search for barriers goes to every page that there is', () => {
  const addresses = [...textOf('tests/e2e/a11y.e2e.ts').matchAll(/['"`]#(\/[^'`?"]*)/g)]
    .map(([, path = '']) => path.replace(/\$\{.*$/, '7'))
    .map((path) => (path !== '/' && path.endsWith('/') ? `${path}7` : path));
  const seen = new Set(addresses.map((path) => pageAt(path, ROUTES)));
  expect(ROUTES.filter((page) => !seen.has(page))).toEqual([]);
});
