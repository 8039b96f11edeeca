import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../../shared/api/errors';
import type { ExportFormat, ExportProgress } from '../../../shared/api/export.contract';
import { asOfNow, type Clock } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import type { Content } from '../../print/write-whole';
import { csvOf } from '../../spreadsheet/csv';
import type { Table } from '../../spreadsheet/table';
import { xlsxOf } from '../../spreadsheet/xlsx';
import type { ExportService, Opened } from './export.service';

/** What of the system an export needs; `askedBy` is the window in whose name it happens. */
interface Files {
  choosePath(suggestedName: string, askedBy: number): Promise<string | undefined>;
  write(path: string, content: Content): Promise<void>;
}

interface Running extends ExportProgress {
  cancelled: boolean;
}

/** So few rows that reading and writing them is not felt in a window. */
const ROWS_AT_ONCE = 200;
/** A short export shows no progress; a long one this often. */
const SILENT_MS = 1_000;
const TELL_MS = 300;

const WRITERS: Readonly<Record<ExportFormat, (table: Table) => Content>> = {
  xlsx: xlsxOf,
  csv: (table) => csvOf(table, 'utf8'),
  csvGb18030: (table) => csvOf(table, 'gb18030'),
};

/** `tell` says that progress can be asked for anew. One export at a time in each window. */
export function createExportHandlers(
  service: ExportService,
  files: Files,
  clock: Clock,
  tell: () => void,
): HandlersOf<'export'> {
  const running = new Map<number, Running>();
  const write = async (path: string, opened: Opened, format: ExportFormat, windowId: number) => {
    if (running.has(windowId)) throw new AppError('busy', 'exportUnderway');
    const job: Running = { done: 0, total: opened.count, cancelled: false };
    running.set(windowId, job);
    try {
      await files.write(path, WRITERS[format]({ ...opened, slices: slicesOf(opened, job, tell) }));
    } finally {
      running.delete(windowId);
      tell();
    }
    return job;
  };
  return {
    save: async (input, ctx) => {
      const path = await files.choosePath(service.fileName(input, ctx), ctx.windowId);
      if (!path) return {};
      // A dialog may stand open for hours.
      const now = asOfNow(clock, ctx);
      const opened = service.open(input, now);
      service.note(input, opened, basename(path), now);
      try {
        const { done } = await write(path, opened, input.format, ctx.windowId);
        return { path, rows: done };
      } catch (error) {
        if (error instanceof AppError && error.reason === 'exportCancelled') return {};
        throw error;
      }
    },
    progress: (_, ctx) => {
      const job = running.get(ctx.windowId);
      return job ? { done: job.done, total: job.total } : null;
    },
    cancel: (_, ctx) => {
      const job = running.get(ctx.windowId);
      if (!job) throw new AppError('notFound', 'noExportUnderway');
      job.cancelled = true;
      service.noteCancel(ctx);
    },
  };
}

/** The rows a few at a time; between them the program answers its windows. */
async function* slicesOf(opened: Opened, job: Running, tell: () => void): Table['slices'] {
  let told = performance.now() + SILENT_MS - TELL_MS;
  for (let at = 0; at < opened.count; at += ROWS_AT_ONCE) {
    if (job.cancelled) throw new AppError('conflict', 'exportCancelled');
    const rows = opened.rows(at, at + ROWS_AT_ONCE);
    yield rows;
    job.done += rows.length;
    if (performance.now() - told > TELL_MS) {
      told = performance.now();
      tell();
    }
    await setImmediate();
  }
  if (job.cancelled) throw new AppError('conflict', 'exportCancelled');
}
