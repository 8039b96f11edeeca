import { stringify } from 'csv-stringify/sync';
import iconv from 'iconv-lite';
import { guarded } from '../../shared/entry/csv-text';
import { type Cell, type Kind, officeTime, type Table } from './table';

export type CsvEncoding = 'utf8' | 'gb18030';

/** A csv by RFC 4180, every text in quotes so that no other separator splits it; UTF-8 with the mark that Excel and WPS look for. */
export async function* csvOf(table: Table, encoding: CsvEncoding): AsyncGenerator<Uint8Array> {
  const kinds = table.columns.map(({ kind }) => kind);
  const bytes = (rows: readonly (readonly Cell[])[]) => {
    const text = stringify(rows as Cell[][], { quoted_string: true, quoted_empty: false, record_delimiter: 'windows' });
    return iconv.encode(text, encoding);
  };
  if (encoding === 'utf8') yield Buffer.from('\ufeff');
  yield bytes([table.columns.map(({ heading }) => guarded(heading))]);
  for await (const rows of table.slices)
    yield bytes(rows.map((row) => row.map((cell, i) => written(cell, kinds[i] ?? 'text'))));
}

function written(cell: Cell, kind: Kind): Cell {
  if (cell === undefined || cell === '') return undefined;
  if (kind === 'yuan') return (Number(cell) / 100).toFixed(2);
  if (kind === 'number') return cell;
  return guarded(kind === 'moment' ? officeTime(String(cell)) : String(cell));
}
