import { PARTS, type Part } from '../../shared/api/dossier.contract';
import { number, type Paged, total } from '../../shared/dossier/pagination';
import type { ListRow } from './ListSheets';
import { word } from './words';

interface Line extends Paged {
  id: number;
  no?: number;
  remarks: string;
}

/** Remarks longer than this get a line of their own across the form, so that no row grows taller than a sheet. */
export const LONG_REMARK = 24;

/**
 * The lines of a list in the order of its parts: a heading for each part that has items, which holds the first of them,
 * then what `cells` makes of each item, then its long remark.
 */
export function linesByPart<T extends Line>(
  items: readonly T[],
  width: number,
  cells: (item: T) => ListRow['cells'],
): ListRow[] {
  const inOrder = number(items).map(({ item }) => item);
  return PARTS.flatMap((part) => {
    const its = inOrder.filter((item) => item.part === part);
    if (its.length === 0) return [];
    return [heading(part, its, width), ...its.flatMap((item) => linesOf(item, width, cells))];
  });
}

function heading(part: Part, items: readonly Line[], width: number): ListRow {
  const pages = items.reduce((sum, item) => sum + item.pages, 0);
  return {
    key: part,
    kind: 'part',
    holdsNext: true,
    cells: (
      <td colSpan={width}>
        <b>{word(`part--${part}`)}</b>
        <span>{word('text--partTotal', { items: items.length, pages })}</span>
      </td>
    ),
  };
}

function linesOf<T extends Line>(item: T, width: number, cells: (item: T) => ListRow['cells']): ListRow[] {
  const row: ListRow = { key: String(item.id), cells: cells(item) };
  if (item.remarks.length <= LONG_REMARK) return [row];
  const text = item.no === undefined ? 'text--noteOfAnnex' : 'text--noteOf';
  const note = word(text, { no: item.no ?? '', note: item.remarks });
  return [row, { key: `${item.id} note`, kind: 'note', cells: <td colSpan={width}>{note}</td> }];
}

/** A remark that stands in its cell; a long one has its own line. */
export const shortRemark = (text: string): string => (text.length <= LONG_REMARK ? text : '');

/** Joins what there is to remark. */
export const remark = (...texts: (string | false | undefined)[]): string =>
  texts.filter((text) => text !== undefined && text !== false && text !== '').join(word('text--between'));

/** 38 items of 235 pages and 2 of the annex, in the words that close every list. */
export function totalInWords(items: readonly Paged[]): string {
  const { items: coded, pages, annexItems } = total(items);
  if (annexItems === 0) return word('text--total', { items: coded, pages });
  return word('text--totalWithAnnex', { items: coded, pages, annex: annexItems });
}
