import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { unguarded } from '../../shared/entry/csv-text';
import { CELL_LENGTH, createGatherer, demandGoingOn, type Reading, refused, type SheetRead } from './reading';

export type TextEncoding = 'utf8' | 'utf16le' | 'utf16be' | 'gb18030';

/** Reads a csv while it comes from the disk; separated by commas, semicolons or tabs. */
export async function readCsv(path: string, reading: Reading): Promise<{ sheet: SheetRead; encoding: TextEncoding }> {
  const { size } = await stat(path);
  const encoding = await encodingOf(path, reading.signal);
  const delimiter = delimiterIn(await beginning(path, encoding));
  const gatherer = createGatherer(reading);
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: CELL_LENGTH * 50,
  });
  let seen = 0;
  const feed = (async () => {
    const decoder = iconv.getDecoder(encoding, { stripBOM: true });
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      demandGoingOn(reading.signal);
      seen += chunk.length;
      if (!parser.write(decoder.write(chunk))) await new Promise((resolve) => parser.once('drain', resolve));
    }
    parser.end(decoder.end() ?? '');
  })();
  feed.catch((error) => parser.destroy(error as Error));
  const rows = await gather(parser, (number, cells, n) => {
    // What waits in the parser has been counted as read: the share is a little too large, never too small.
    const share = Math.min(1, seen / size);
    gatherer.add(0, number, cells, share, share, n);
  });
  gatherer.end();
  return { sheet: { name: '', hidden: false, rows, merges: [] }, encoding };
}

async function gather(
  records: AsyncIterable<string[]>,
  add: (number: number, cells: string[], n: number) => void,
): Promise<number> {
  let number = 0;
  let rows = 0;
  try {
    for await (const record of records) {
      number += 1;
      if (record.some((cell) => cell.length > CELL_LENGTH)) throw refused('importCellTooLong', { most: CELL_LENGTH });
      const cells = record.map(plain);
      if (cells.every((cell) => cell === '')) continue;
      rows += 1;
      add(number, cells, rows);
    }
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || !String(error.code).startsWith('CSV_')) throw error;
    throw error.code === 'CSV_MAX_RECORD_SIZE'
      ? refused('importCellTooLong', { most: CELL_LENGTH })
      : refused('importDamagedCsv', { row: number + 1 });
  }
  return rows;
}

/** Without the guard against formulas, in the program's way ('=1) and in the one of old exports (="007"). */
function plain(cell: string): string {
  const text = cell.replaceAll('\u001f', '');
  const formula = /^="([^"]*)"$/.exec(text);
  return unguarded(formula?.[1] ?? text);
}

async function beginning(path: string, encoding: TextEncoding): Promise<string> {
  for await (const chunk of createReadStream(path, { end: 65_535 })) return iconv.decode(chunk as Buffer, encoding);
  return '';
}

/** Whichever of the three stands most often in the first lines, outside quotation marks. */
function delimiterIn(text: string): string {
  const plainText = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const count = (mark: string) => plainText.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

const NUL = 0;

/** By its mark; without one UTF-8 if every byte fits, and the Chinese national encoding otherwise. */
async function encodingOf(path: string, signal: AbortSignal): Promise<TextEncoding> {
  for await (const head of createReadStream(path, { end: 2 })) {
    const mark = markOf(head as Buffer);
    if (mark) return mark;
  }
  if (await everyByteFits(path, signal, utf8Reader())) return 'utf8';
  if (await everyByteFits(path, signal, gb18030Reader())) return 'gb18030';
  throw refused('importUnreadable');
}

/** Takes the next bytes, or none at the end; answers whether they are text. */
type Reader = (chunk?: Buffer) => boolean;

async function everyByteFits(path: string, signal: AbortSignal, fits: Reader): Promise<boolean> {
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    demandGoingOn(signal);
    if (chunk.includes(NUL)) throw refused('importNotTable');
    if (!fits(chunk)) return false;
  }
  return fits();
}

function utf8Reader(): Reader {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  return (chunk) => {
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
      return true;
    } catch {
      return false;
    }
  };
}

function gb18030Reader(): Reader {
  const decoder = iconv.getDecoder('gb18030');
  return (chunk) => !(chunk === undefined ? decoder.end() : decoder.write(chunk))?.includes('\ufffd');
}

function markOf(head: Buffer): TextEncoding | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf16be';
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf8' : undefined;
}
