import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { kindOf } from '../spreadsheet/file-kind';
import { readCsv, type TextEncoding } from '../spreadsheet/read-csv';
import { readXlsx } from '../spreadsheet/read-xlsx';
import { demandGoingOn, demandSize, type ReadRows, refused, type SheetRead } from '../spreadsheet/reading';
import type { Job } from './job';

export interface TableProgress {
  /** 0 to 1. */
  share: number;
  rows: ReadRows;
}

export interface TableRead {
  kind: 'xlsx' | 'csv';
  /** Of a csv. */
  encoding?: TextEncoding;
  bytes: number;
  sha256: string;
  sheets: SheetRead[];
}

/** Reads a spreadsheet that somebody else has made; refuses with its reason what is none or would do harm. */
export const readTable: Job<{ path: string }, TableProgress, TableRead> = async ({ path }, onProgress, signal) => {
  const { size, kind } = await look(path);
  const reading = { onRows: (rows: ReadRows, share: number) => onProgress({ share, rows }), signal };
  if (kind === 'xlsx') {
    const sheets = await readXlsx(path, reading);
    return { kind, bytes: size, sha256: await sha256Of(path, signal), sheets };
  }
  const { sheet, encoding } = await readCsv(path, reading);
  return { kind, encoding, bytes: size, sha256: await sha256Of(path, signal), sheets: [sheet] };
};

/** What can be told of a file at once; one that cannot be opened is often open in Excel, or its stick was pulled. */
async function look(path: string) {
  try {
    const { size } = await stat(path);
    demandSize(size);
    return { size, kind: await kindOf(path) };
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code)))
      throw refused('importNotOpened');
    throw error;
  }
}

async function sha256Of(path: string, signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) {
    demandGoingOn(signal);
    hash.update(chunk as Buffer);
  }
  return hash.digest('hex');
}
