import type { HandoverItem } from '../../../shared/api/handover.contract';
import { readWholeNumber } from '../../../shared/entry/read-entry';
import type { Finding, Findings } from './findings.store';

/** An item with what was found of it, as it stands on screen. */
export interface CheckedItem {
  item: HandoverItem;
  pagesFound: number | null;
  remark: string;
  /** Typed, but no number of pages. */
  unread?: string;
}

export function withFindings(items: readonly HandoverItem[], { pending, unread }: Findings): CheckedItem[] {
  return items.map((item) => {
    const found = pending[item.id];
    return {
      item,
      pagesFound: found ? found.pagesFound : (item.pagesFound ?? null),
      remark: found ? found.remark : item.checkRemark,
      ...(unread[item.id] === undefined ? {} : { unread: unread[item.id] }),
    };
  });
}

export const isDifferent = ({ item, pagesFound }: CheckedItem): boolean =>
  pagesFound !== null && pagesFound !== item.pages;

export interface CheckProgress {
  all: number;
  checked: number;
  differences: number;
}

export const progressOf = (items: readonly CheckedItem[]): CheckProgress => ({
  all: items.length,
  checked: items.filter(({ pagesFound }) => pagesFound !== null).length,
  differences: items.filter(isDifferent).length,
});

/** What an entry for the pages found means; `undefined`: it is no number of pages. Empty: not looked at. */
export function readFound(entry: string): Finding['pagesFound'] | undefined {
  if (entry.trim() === '') return null;
  const pages = readWholeNumber(entry);
  return pages === null || pages > 9999 ? undefined : pages;
}
