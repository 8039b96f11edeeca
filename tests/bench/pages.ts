import { expect } from '@playwright/test';
import { inChild } from './in-child';
import type { ListFigures } from './measures/ledger';
import { ms, times } from './report';

type Say = (what: string, found: string, reference: string, ratio: string, target: string, met?: boolean) => void;

/** Every kind of page of a large and of a small ledger, side by side; a page with wrong sums fails. */
export async function comparePages(root: string, line: Say, largeDir: string, smallDir: string) {
  const measure = (dataDir: string) => inChild<ListFigures>(root, 'measures/ledger.ts', 'measureList', { dataDir });
  const smallFigures = await measure(smallDir);
  const figures = await measure(largeDir);
  const many = `ledger page of ${figures.dossiers} dossiers, p95 of ${figures.pages}`;
  const few = `${smallFigures.dossiers} dossiers`;
  for (const [when, key] of [
    ['asked again', 'p95'],
    ['asked for the first time', 'newP95'],
    ['asked first after a change', 'firstP95'],
  ] as const) {
    const [found, reference] = [figures[key], smallFigures[key]];
    const ratio = found / reference;
    line(`${many}, ${when}`, ms(found), '', '', '≤ 30 ms', found <= 30);
    line(`${many}, ${when}`, ms(found), `${few} ${ms(reference)}`, times(ratio), '≤ 2 ×', ratio <= 2);
  }
  line(`very first page of ${figures.dossiers} dossiers after the start`, ms(figures.opening), '', '', '');
  const block = figures.openingBlock;
  line('longest time nobody else is answered meanwhile', ms(block), '', '', '≤ 50 ms', block <= 50);
  for (const [name, found] of Object.entries(figures.others)) {
    const reference = smallFigures.others[name] ?? Number.NaN;
    line(`${name}, p50`, ms(found), `${few} ${ms(reference)}`, times(found / reference), '≤ 30 ms', found <= 30);
  }
  expect([...figures.wrong, ...smallFigures.wrong], 'pages with wrong sums').toEqual([]);
  return { large: figures, small: smallFigures };
}
