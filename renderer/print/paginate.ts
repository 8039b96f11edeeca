/** A row as it was measured; heights in whole pixels. */
export interface MeasuredRow {
  height: number;
  /** Must stand on the same sheet as the row after it: a heading, the last line before the signatures. */
  holdsNext?: boolean;
}

export interface Room {
  /** Height for rows on the first sheet, whose head is taller. */
  first: number;
  /** Height for rows on every later sheet. */
  later: number;
}

/**
 * Lays rows into sheets in their order and answers the indexes of the rows of each sheet. A row is never split; rows that
 * hold each other move together, as long as they fit on one sheet at all. A row taller than a sheet gets its own.
 */
export function paginate(rows: readonly MeasuredRow[], room: Room): number[][] {
  const sheets: number[][] = [[]];
  let left = room.first;
  const place = (index: number) => {
    sheets.at(-1)?.push(index);
    left -= rows[index]?.height ?? 0;
  };
  const turn = () => {
    sheets.push([]);
    left = room.later;
  };
  for (const block of blocks(rows)) {
    const height = block.reduce((sum, index) => sum + (rows[index]?.height ?? 0), 0);
    if (height > left && height <= room.later) turn();
    for (const index of block) {
      // Turning the sheet would not help a row that no sheet can hold.
      const empty = sheets.at(-1)?.length === 0;
      const alone = rows[index]?.height ?? 0;
      if (alone > left && !(empty && alone > room.later)) turn();
      place(index);
    }
  }
  return sheets;
}

/** Runs of rows that hold each other. */
function blocks(rows: readonly MeasuredRow[]): number[][] {
  const all: number[][] = [];
  for (const index of rows.keys()) {
    if (rows[index - 1]?.holdsNext) all.at(-1)?.push(index);
    else all.push([index]);
  }
  return all;
}
