import { PARTS, type Part } from '../../../../shared/api/dossier.contract';
import { number, total } from '../../../../shared/dossier/pagination';
import { inPartOrder, type Row, type Rows } from './volume-draft';

/**
 * One line of the grid: a part's heading, an item (`begins`: the volume that it is the first paper of, where there are several), or the
 * empty line at a part's end into which a new item is typed.
 */
export type Line =
  | { kind: 'part'; key: string; part: Part; items: number; pages: number }
  | {
      kind: 'item';
      key: string;
      part: Part;
      row: Row;
      order: number;
      pageFrom?: number;
      pageTo?: number;
      begins?: number;
    }
  | { kind: 'entry'; key: string; part: Part };

export const entryKey = (part: Part): string => `entry-${part}`;

/** The whole grid from top to bottom. Parts without items are shown only where something can be typed into them. */
export function linesOf(rows: Rows, editable: boolean): Line[] {
  const firsts = firstOfVolumes(rows);
  const numbered = number(
    rows.map((row) => ({ part: row.part, pages: row.values.pages, volume: row.values.volume, row })),
  );
  return PARTS.flatMap((part): Line[] => {
    const own = numbered.filter(({ item }) => item.part === part);
    if (own.length === 0 && !editable) return [];
    const counted = own.map(({ item }) => item).filter(({ row }) => row.values.title !== '');
    const sums = total(counted);
    return [
      {
        kind: 'part',
        key: `part-${part}`,
        part,
        items: sums.items + sums.annexItems,
        pages: sums.pages + sums.annexPages,
      },
      ...own.map(
        ({ item, order, pageFrom, pageTo }): Line => ({
          kind: 'item',
          key: item.row.key,
          part,
          row: item.row,
          order,
          pageFrom,
          pageTo,
          begins: firsts.get(item.row.key),
        }),
      ),
      ...(editable ? [{ kind: 'entry', key: entryKey(part), part } as const] : []),
    ];
  });
}

/** The rows with which the volumes begin; none where there is one volume. */
function firstOfVolumes(rows: Rows): ReadonlyMap<string, number> {
  const firsts = new Map<number, string>();
  for (const { part, key, values } of inPartOrder(rows))
    if (part !== 'annex' && !firsts.has(values.volume)) firsts.set(values.volume, key);
  return firsts.size < 2 ? new Map() : new Map([...firsts].map(([volume, key]) => [key, volume]));
}
