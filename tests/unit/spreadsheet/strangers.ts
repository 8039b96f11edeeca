import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstalled } from '../../setup/machine';
import { PYTHON } from '../../setup/python';

const SCRIPT = fileURLToPath(new URL('read_sheet.py', import.meta.url));
const knowsOpenpyxl = (python: string) => spawnSync(python, ['-c', 'import openpyxl']).status === 0;
/** Debian's own Python sees what Debian installs; another one may stand before it. */
const WITH_OPENPYXL = [PYTHON, '/usr/bin/python3'].find(knowsOpenpyxl) ?? PYTHON;

export interface Sheet {
  rows: (string | number | null)[][];
  formulas: number;
  frozen: string | null;
  widths: number;
  sheet: string;
}

/** What Python, which knows nothing of us, reads in a spreadsheet. `options`: the encoding of a csv, or --openpyxl. */
export const readByPython = (file: string, ...options: string[]): Sheet =>
  JSON.parse(
    execFileSync(WITH_OPENPYXL, [SCRIPT, file, ...options], { encoding: 'utf8', maxBuffer: 512_000_000 }),
  ) as Sheet;

export const hasOpenpyxl = knowsOpenpyxl(WITH_OPENPYXL);
if (!hasOpenpyxl) console.info('openpyxl is not there: xlsx files are read by the standard library of Python only');

export const libreOffice = ['soffice', 'libreoffice'].find(isInstalled);
if (!libreOffice) console.info('LibreOffice is not there: no spreadsheet is opened by it');

const PROFILE = join(tmpdir(), `anjuan-libreoffice-${process.pid}`);
process.once('exit', () => rmSync(PROFILE, { recursive: true, force: true }));
/** As LibreOffice numbers them. */
const ENCODINGS = { utf8: 76, gb18030: 85 } as const;

/**
 * What LibreOffice makes of spreadsheets: it opens each as a person does who clicks on it, runs what it takes for a formula, and saves it as
 * a workbook of its own, in which Python counts the formulas. Its profile is our own: two at once would wait for each other.
 */
export function openedByLibreOffice(files: readonly string[], encoding: keyof typeof ENCODINGS = 'utf8'): Sheet[] {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-opened-'));
  const csv = files.some((file) => file.endsWith('.csv'));
  try {
    execFileSync(
      libreOffice ?? '',
      [
        ...[`-env:UserInstallation=file://${PROFILE}`, '--headless'],
        ...(csv ? [`--infilter=Text - txt - csv (StarCalc):44,34,${ENCODINGS[encoding]},1`] : []),
        ...['--convert-to', 'xlsx', '--outdir', folder, ...files],
      ],
      { stdio: 'pipe' },
    );
    return files.map((file) => readByPython(join(folder, basename(file).replace(/\.\w+$/, '.xlsx'))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The same text as LibreOffice keeps it: the end of a line is LF. */
export const inLibreOffice = (text: string): string => text.replaceAll('\r\n', '\n');
/** From a csv it takes CR alone for the end of a line, too, and leaves NUL out. */
export const inCsvOfLibreOffice = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '');
