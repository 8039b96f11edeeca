import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const SCRIPT = fileURLToPath(new URL('read_sheet.py', import.meta.url));
const knowsOpenpyxl = (python: string) => spawnSync(python, ['-c', 'import openpyxl']).status === 0;
/** Debian's own Python sees what Debian installs; another one may stand before it. */
const PYTHON = ['python3', '/usr/bin/python3'].find(knowsOpenpyxl) ?? 'python3';

export interface Sheet {
  rows: (string | number | null)[][];
  formulas: number;
  frozen: string | null;
  widths: number;
  sheet: string;
}

/** What Python, which knows nothing of us, reads in a spreadsheet. `options`: the encoding of a csv, or --openpyxl. */
export const readByPython = (file: string, ...options: string[]): Sheet =>
  JSON.parse(execFileSync(PYTHON, [SCRIPT, file, ...options], { encoding: 'utf8', maxBuffer: 512_000_000 })) as Sheet;

export const hasOpenpyxl = knowsOpenpyxl(PYTHON);
if (!hasOpenpyxl) console.info('openpyxl is not there: xlsx files are read by the standard library of Python only');

export const libreOffice = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0);
if (!libreOffice) console.info('LibreOffice is not there: no spreadsheet is opened by it');
