/**
 * Cuts a clipboard block into cells as spreadsheets write it: tabs between cells, CRLF between rows, cells with a tab, a
 * line break or a quotation mark inside quotation marks.
 */
export function cutCells(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell.text);
    at = cell.end;
    if (text[at] === '\t') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    at += text.startsWith('\r\n', at) ? 2 : 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}

function plainCell(text: string, start: number): { text: string; end: number } {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return { text: text.slice(start, end), end };
}

function quotedCell(text: string, start: number): { text: string; end: number } {
  let cell = '';
  let at = start + 1;
  while (at < text.length) {
    if (text[at] !== '"') cell += text[at++];
    else if (text[at + 1] === '"') {
      cell += '"';
      at += 2;
    } else if (at + 1 === text.length || /[\t\r\n]/.test(text[at + 1] ?? '')) return { text: cell, end: at + 1 };
    else break;
  }
  // Not a quoted cell after all (a title that begins with a quotation mark): taken as it stands.
  return plainCell(text, start);
}

/** Writes cells as the block from which `cutCells` cuts them. */
export function joinCells(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quoteWhereNeeded).join('\t')).join('\r\n');
}

const quoteWhereNeeded = (cell: string): string =>
  /^"|[\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
