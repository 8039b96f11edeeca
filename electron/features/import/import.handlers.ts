import { basename } from 'node:path';
import { AppError } from '../../../shared/api/errors';
import type { FaultyRow, ImportPlan, ImportProgress } from '../../../shared/api/import.contract';
import { type CommitInTurns, canonicalJson } from '../../db/journal';
import { asOfNow, type Clock, type SignedInContext } from '../../ipc/context';
import type { HandlersOf } from '../../ipc/dispatch';
import { inTurns } from '../../ipc/in-turns';
import type { RunJob } from '../../jobs/jobs';
import type { Checked } from './check.rules';
import type { EarlyCheck } from './early-check';
import type { ImportService } from './import.service';
import { createFileGatherer, type FileRows } from './opened-file';
import type { UndoService } from './undo.service';

interface Parts {
  service: ImportService;
  undoing: UndoService;
  commitInTurns: CommitInTurns;
  /** Number of the last event: what was checked before it may not be true any more. */
  lastEvent(): number;
  runJob: RunJob;
  /** Asks in the window for a file to read. */
  chooseTable(askedBy: number): Promise<string | undefined>;
  clock: Clock;
  /** Says that the file or the progress can be asked for anew. */
  tell(): void;
  confirm(staffId: number, secret: string, field: string, ctx: SignedInContext): Promise<unknown>;
}

/** What one window has opened, for the person who opened it. */
interface Desk {
  actorId: number;
  file?: FileRows;
  running?: ImportProgress & { cancel: AbortController };
  checked?: { key: string; plan: ImportPlan; its: Checked };
}

const TELL_MS = 300;

/** The rows in the way of an import, as a file takes them along. */
export interface Faults {
  headings: readonly string[];
  rows: readonly FaultyRow[];
}

export function createImportHandlers(parts: Parts): {
  handlers: HandlersOf<'import'>;
  lastFaults(ctx: SignedInContext): Faults;
} {
  const { service, undoing, commitInTurns, clock, confirm } = parts;
  const desks = createDesks(parts);
  const { deskOf, run, fileOf } = desks;
  const keyOf = (file: FileRows, plan: ImportPlan) => `${parts.lastEvent()} ${file.read.sha256} ${canonicalJson(plan)}`;
  const checkedOf = async (plan: ImportPlan, ctx: SignedInContext): Promise<Checked> => {
    const { desk, file } = fileOf(ctx);
    const key = keyOf(file, plan);
    if (desk.checked?.key === key) return desk.checked.its;
    const its = await inTurns(service.check(file, plan));
    desk.checked = { key, plan, its };
    return its;
  };
  const handlers: HandlersOf<'import'> = {
    read: async (_, ctx) => {
      const path = await parts.chooseTable(ctx.windowId);
      if (path === undefined) return { read: false };
      const startedAfter = parts.lastEvent();
      const early = service.checkEarly();
      const { file, checked } = await run(ctx, 'reading', (told, signal) =>
        readFile(path, parts.runJob, early, told, signal),
      );
      const found = parts.lastEvent() === startedAfter ? checked : undefined;
      // A dialog may stand open for hours.
      service.noteRead(file, asOfNow(clock, ctx));
      const desk = deskOf(ctx);
      desk.file = file;
      delete desk.checked;
      if (found) desk.checked = { key: keyOf(file, found.plan), ...found };
      parts.tell();
      return { read: true };
    },
    opened: (_, ctx) => {
      const { file } = deskOf(ctx);
      return file ? service.describe(file) : null;
    },
    check: async ({ plan, ...asked }, ctx) => {
      const { file } = fileOf(ctx);
      return service.show(await checkedOf(plan, ctx), file, plan, asked);
    },
    write: async ({ plan }, ctx) => {
      const { desk, file } = fileOf(ctx);
      const checked = await checkedOf(plan, ctx);
      service.demandSound(checked);
      const now = asOfNow(clock, ctx);
      const write = (told: Told, signal: AbortSignal) => () =>
        followed(service.write(file, plan, checked, now), told, signal);
      const id = await run(ctx, 'writing', (told, signal) =>
        commitInTurns(now, 'import.ledger', service.remember(file, plan, checked), write(told, signal)),
      );
      delete desk.file;
      delete desk.checked;
      parts.tell();
      return { id, dossiers: checked.ready.length };
    },
    progress: (_, ctx) => {
      const { running } = deskOf(ctx);
      return running ? { doing: running.doing, share: running.share } : null;
    },
    cancel: async (_, ctx) => {
      const desk = deskOf(ctx);
      if (!desk.running && !desk.file) throw new AppError('notFound', 'noImportUnderway');
      if (desk.running) await desks.stop(desk);
      else delete desk.file;
      service.noteCancel(asOfNow(clock, ctx));
      parts.tell();
    },
    list: () => service.list(),
    undo: async ({ id, reason, signature }, ctx) => {
      undoing.demand(id);
      await confirm(ctx.actor.staffId, signature, 'signature', ctx);
      const now = asOfNow(clock, ctx);
      return run(ctx, 'undoing', (told, signal) =>
        commitInTurns(now, 'import.undo', { id }, () => followed(undoing.undo(id, reason, now), told, signal), reason),
      );
    },
  };
  const lastFaults = (ctx: SignedInContext): Faults => {
    const { desk, file } = fileOf(ctx);
    if (!desk.checked) throw new AppError('notFound', 'importNoFile');
    return service.faults(desk.checked.its, file, desk.checked.plan);
  };
  return { handlers, lastFaults };
}

type Told = (share: number) => void;

async function readFile(path: string, runJob: RunJob, early: EarlyCheck, told: Told, signal: AbortSignal) {
  const gatherer = createFileGatherer(early.goOn);
  const take = (progress: Parameters<typeof gatherer.take>[0]) => {
    gatherer.take(progress);
    told(progress.share);
  };
  const file = gatherer.end(basename(path), await runJob('readTable', { path }, take, signal));
  return { file, checked: await early.found() };
}

/** The same steps, told of and given up when somebody cancels. */
function* followed<T>(steps: Generator<number, T>, told: Told, signal: AbortSignal): Generator<number, T> {
  for (;;) {
    if (signal.aborted) throw new AppError('conflict', 'jobCancelled');
    const step = steps.next();
    if (step.done) return step.value;
    told(step.value);
    yield step.value;
  }
}

/** What each window has opened and what is going on there: one thing at a time. */
function createDesks({ tell }: Pick<Parts, 'tell'>) {
  const desks = new Map<number, Desk>();
  const ended = new Map<Desk, Promise<unknown>>();
  const deskOf = ({ windowId, actor }: SignedInContext): Desk => {
    // A file belongs to the person who opened it: whoever sits down after that finds the desk empty.
    const left = desks.get(windowId);
    const desk = left?.actorId === actor.staffId ? left : { actorId: actor.staffId };
    desks.set(windowId, desk);
    return desk;
  };
  const run = async <T>(
    ctx: SignedInContext,
    doing: ImportProgress['doing'],
    work: (told: Told, signal: AbortSignal) => Promise<T>,
  ): Promise<T> => {
    const desk = deskOf(ctx);
    if (desk.running) throw new AppError('busy', 'importUnderway');
    const running = { doing, share: 0, cancel: new AbortController() };
    desk.running = running;
    let toldAt = performance.now();
    const told = (share: number) => {
      running.share = share;
      if (performance.now() - toldAt < TELL_MS) return;
      toldAt = performance.now();
      tell();
    };
    const act = work(told, running.cancel.signal);
    ended.set(
      desk,
      act.catch(() => undefined),
    );
    try {
      return await act;
    } finally {
      delete desk.running;
      ended.delete(desk);
      tell();
    }
  };
  return {
    deskOf,
    run,
    stop: async (desk: Desk): Promise<void> => {
      desk.running?.cancel.abort();
      await ended.get(desk);
    },
    fileOf: (ctx: SignedInContext) => {
      const desk = deskOf(ctx);
      if (!desk.file) throw new AppError('notFound', 'importNoFile');
      return { desk, file: desk.file };
    },
  };
}
