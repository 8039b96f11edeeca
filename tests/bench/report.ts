import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';

/** One line of the table: a figure of the program beside what it is measured by. */
export interface Line {
  what: string;
  found: string;
  reference: string;
  ratio: string;
  target: string;
  /** `undefined` where no target is set. */
  met?: boolean;
}

export interface Report {
  at: string;
  machine: string;
  runtime: string;
  ledger: string;
  lines: Line[];
  /** The figures behind the lines. */
  details: Record<string, unknown>;
}

export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node.js ${process.versions.node}`;

export const ms = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ms`;
export const seconds = (value: number): string => `${value.toFixed(2)} s`;
export const times = (value: number): string => `${value < 10 ? value.toFixed(2) : value.toFixed(0)} ×`;

const HEADINGS = ['what', 'found', 'reference', 'ratio', 'target', 'met'];
const cellsOf = (line: Line) => [
  line.what,
  line.found,
  line.reference,
  line.ratio,
  line.target,
  line.met === undefined ? '' : line.met ? 'yes' : 'no',
];

function table(lines: readonly Line[]): string {
  const rows = [HEADINGS, ...lines.map(cellsOf)];
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const write = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [write(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(write)].join('\n');
}

/** Writes out/bench.json and out/bench.md, and prints the table. */
export function publish(folder: string, report: Report): void {
  const heading = `Ledger: ${report.ledger}\nMachine: ${report.machine}\nRuntime: ${report.runtime}\nTaken: ${report.at}\n`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'bench.json'), `${JSON.stringify(report, null, 2)}\n`);
  writeFileSync(join(folder, 'bench.md'), `${heading.replaceAll('\n', '  \n')}\n${table(report.lines)}\n`);
  console.log(`\n${heading}\n${table(report.lines)}\n`);
}
