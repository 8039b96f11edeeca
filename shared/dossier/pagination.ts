import { PARTS, type Part } from '../api/dossier.contract';

export interface Paged {
  part: Part;
  pages: number;
  /** The volume that it is bound in; 1 when nothing is said. */
  volume?: number;
}

export interface Numbered<T> {
  item: T;
  /** Running number within its part, from 1. */
  order: number;
  /** Running number within the volume, from 1; `undefined` in the annex, which is not coded. */
  no?: number;
  pageFrom?: number;
  pageTo?: number;
}

export interface Totals {
  items: number;
  pages: number;
  annexItems: number;
  annexPages: number;
}

/**
 * Numbers a dossier: parts in their order, page numbers through the whole volume, the first page of the next item = the
 * first page of this one + its pages; a new volume begins at page 1 (FORMS.md, page rules). Items are numbered through all
 * volumes. The annex is stored but neither coded nor counted.
 */
export function number<T extends Paged>(items: readonly T[]): Numbered<T>[] {
  let no = 0;
  let page = 1;
  let volume = 1;
  return PARTS.flatMap((part) =>
    items
      .filter((item) => item.part === part)
      .map((item, index): Numbered<T> => {
        const order = index + 1;
        if (part === 'annex') return { item, order };
        no += 1;
        if ((item.volume ?? 1) !== volume) {
          volume = item.volume ?? 1;
          page = 1;
        }
        if (item.pages === 0) return { item, order, no };
        const pageFrom = page;
        page += item.pages;
        return { item, order, no, pageFrom, pageTo: page - 1 };
      }),
  );
}

/** Counts what is there: an expected item without pages is not. */
export function total(items: readonly Paged[]): Totals {
  const coded = items.filter((item) => item.part !== 'annex' && item.pages > 0);
  const annex = items.filter((item) => item.part === 'annex' && item.pages > 0);
  const pages = (of: readonly Paged[]) => of.reduce((sum, item) => sum + item.pages, 0);
  return { items: coded.length, pages: pages(coded), annexItems: annex.length, annexPages: pages(annex) };
}
