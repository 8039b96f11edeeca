import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { readSheet } from 'read-excel-file/node';
import type { Job } from '../../../electron/jobs/job';
import { JOBS, type JobName, type RunJob } from '../../../electron/jobs/jobs';
import { writeWhole } from '../../../electron/print/write-whole';
import type { Table } from '../../../electron/spreadsheet/table';
import { xlsxOf } from '../../../electron/spreadsheet/xlsx';
import { foundCompany, LOGINS, openOffice, PIN, signIn } from '../../api/office';

/** Seconds by the clock, and of processor time in all threads: on a computer that others use too, only the second can be compared. */
export interface Spent {
  clock: number;
  processor: number;
}

/** Reading the file with read-excel-file alone. */
export interface LibraryFigures {
  library: Spent;
  megabytes: number;
}

/** Reading, checking and writing it with the program, and taking it back. */
export interface ImportFigures {
  rows: number;
  read: Spent;
  check: Spent;
  write: Spent;
  /** From the end of writing until search finds everything. */
  catchUp: Spent;
  undo: Spent;
  /** Longest time in milliseconds in which nobody else is answered meanwhile. */
  longest: { read: number; check: number; write: number; catchUp: number; undo: number };
  megabytes: number;
}

const HEADINGS = [
  '档号',
  '案卷题名',
  '客户',
  '业务类型',
  '合同号',
  '金额',
  '年度',
  '件数',
  '页数',
  'A角',
  'B角',
  '放款日期',
  '归档日期',
  '保管期限',
  '密级',
  '库室',
  '柜',
  '层',
  '盒',
  '状态',
  '备注',
];
const KINDS: Readonly<Record<string, Table['columns'][number]['kind']>> = {
  金额: 'yuan',
  年度: 'number',
  件数: 'number',
  页数: 'number',
  放款日期: 'day',
  归档日期: 'day',
};

/** A third as many clients as dossiers, thirty to a box. */
function ledger(rows: number): Table {
  const row = (i: number) => {
    const client = `松江青禾建材商贸有限公司${(i * 7) % Math.ceil(rows / 3)}`;
    const year = 2012 + (i % 12);
    const day = `${year}-0${1 + (i % 9)}-1${i % 9}`;
    const box = Math.floor(i / 30);
    return [
      ...[
        `鸿借字第${String(i + 1).padStart(6, '0')}号`,
        `${client}流动资金贷款 ${i % 900} 万元`,
        client,
        '贷款',
        `鸿借〔${year}〕${i}号`,
      ],
      ...[(i % 900) * 1_000_000, year, 12 + (i % 40), 80 + (i % 400), '顾行简', '罗书意', day, day, '30年', '普通'],
      ...[
        '一室',
        `${1 + (box % 40)}柜`,
        `${1 + (Math.floor(box / 40) % 6)}层`,
        `${1 + Math.floor(box / 240)}盒`,
        '在库',
        i % 5 === 0 ? '补充材料已归' : '',
      ],
    ];
  };
  return {
    name: '台账',
    columns: HEADINGS.map((heading) => ({ heading, kind: KINDS[heading] ?? 'text', width: 12 })),
    slices: (async function* () {
      for (let at = 0; at < rows; at += 500)
        yield Array.from({ length: Math.min(500, rows - at) }, (_, i) => row(at + i));
    })(),
  };
}

const usage = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
};
/** Processor seconds of jobs that have ended. */
let inJobs = 0;

/** As in the program a job has a process of its own, and so another processor. */
const runInChild: RunJob = (name, input, onProgress) =>
  new Promise((resolve, reject) => {
    const args = [process.env.BUNDLE ?? '', 'runJob', JSON.stringify({ name, input })];
    const child = fork('tests/bench/child.mjs', args, { serialization: 'advanced', execArgv: [] });
    child.on('message', (message: { said: never } | { answer: { its: never; processor: number } }) => {
      if ('said' in message) return onProgress(message.said);
      inJobs += message.answer.processor;
      resolve(message.answer.its);
    });
    child.on('exit', (code) => code !== 0 && reject(new Error(`${name} ended with ${code}`)));
  });

export async function runJob({ name, input }: { name: JobName; input: unknown }, say: (progress: unknown) => void) {
  const job = JOBS[name] as Job<unknown, unknown, unknown>;
  const its = await job(input, say, new AbortController().signal);
  return { its, processor: usage() };
}

const seconds = async (act: () => Promise<unknown>): Promise<Spent> => {
  const [startedAt, before] = [performance.now(), usage() + inJobs];
  await act();
  return { clock: (performance.now() - startedAt) / 1_000, processor: usage() + inJobs - before };
};

/** What an act takes, and the longest time in milliseconds in which nobody else is answered. */
async function watched(act: () => Promise<unknown>): Promise<{ spent: Spent; longest: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const spent = await seconds(act);
  delay.disable();
  return { spent, longest: delay.max / 1e6 };
}

/** The reference, in a process of its own: what it needs of memory must not be in ours. */
export async function readWithLibrary({ path }: { path: string }): Promise<LibraryFigures> {
  const library = await seconds(() => readSheet(path));
  return { library, megabytes: process.resourceUsage().maxRSS / 1_024 };
}

export async function writeLedgerFile({ path, rows }: { path: string; rows: number }): Promise<void> {
  await writeWhole(path, xlsxOf(ledger(rows)));
}

export async function measureImport({ path, rows }: { path: string; rows: number }): Promise<ImportFigures> {
  const dataDir = mkdtempSync(join(tmpdir(), 'anjuan-import-bench-'));
  const at = Date.parse('2026-11-23T09:00:00+08:00');
  const office = openOffice(new Date(at).toISOString(), undefined, dataDir, runInChild);
  try {
    await foundCompany(office);
    await signIn(office, LOGINS.archivist);
    office.chosenFiles = [path];
    const read = await watched(() => office.call('import.read', {}));
    const file = await office.call('import.opened', {});
    const { remembered: _, ...guess } = file?.sheets[0]?.guess ?? {
      headingRow: 0,
      columns: [],
      amountUnit: 'yuan' as const,
      remembered: false,
    };
    const plan = { sheet: 0, ...guess };
    const check = await watched(() => office.call('import.check', { plan }));
    const write = await watched(async () => {
      const { dossiers } = await office.call('import.write', { plan });
      if (dossiers !== rows) throw new Error(`${dossiers} instead of ${rows}`);
    });
    const catchUp = await watched(async () => {
      while ((await office.call('search.behind', {})).left > 0) await setTimeout(5);
      const found = await office.call('search.find', { text: `鸿借字第${String(rows).padStart(6, '0')}号` });
      if (found.length === 0) throw new Error('the last row is not found');
    });
    const undo = await watched(() => office.call('import.undo', { id: 1, reason: '测速', signature: PIN }));
    return {
      rows,
      ...{ read: read.spent, check: check.spent, write: write.spent, catchUp: catchUp.spent, undo: undo.spent },
      longest: {
        read: read.longest,
        check: check.longest,
        write: write.longest,
        catchUp: catchUp.longest,
        undo: undo.longest,
      },
      megabytes: process.resourceUsage().maxRSS / 1_024,
    };
  } finally {
    office.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}
