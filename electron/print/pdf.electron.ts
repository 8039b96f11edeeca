import { type BrowserWindow, webContents } from 'electron';
import { AppError, type ErrorReply } from '../../shared/api/errors';
import type { Printed } from '../../shared/api/print.contract';
import { isLandscape } from '../../shared/api/print.contract';
import type { Printer } from '../features/print/print.handlers';
import { choosePath } from './save-dialog.electron';
import { writeWhole } from './write-whole';

interface Parts {
  /** Opens a hidden window with the program's preload and all its restrictions; it must be allowed to call. */
  openHidden(): BrowserWindow;
  /** Address of print.html. */
  pageUrl: string;
  /** The hidden window works in the name of the window that asked, for as long as one form takes. */
  lendSession(fromWindowId: number, toWindowId: number): void;
  takeBackSession(windowId: number): void;
}

/** How long a form may take to be laid out; the longest list takes about a second. */
const READY_MS = 30_000;
/** The window is kept, warm, for the next form. */
const IDLE_MS = 5 * 60_000;

/** Resolves when print.tsx has set its mark: '' when the form is ready, else what failed, as JSON. */
const WAIT_FOR_MARK = `new Promise((resolve) => {
  const mark = document.documentElement.dataset;
  const look = () => { if (mark.ready || mark.error) resolve(mark.error ?? ''); };
  new MutationObserver(look).observe(document.documentElement, { attributes: true });
  look();
})`;

export function createPrinter(parts: Parts): Printer {
  const press = createPress(parts);
  return {
    pdf: (subject, askedBy) =>
      press(subject, askedBy, (window) =>
        window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: true }),
      ),
    toPrinter: (subject, askedBy) =>
      press(subject, askedBy, (window) => printByDialog(window, isLandscape(subject.form))),
    choosePath,
    write: writeWhole,
  };
}

/** Lays one form after the other out in one hidden window and hands the window to `use`. */
function createPress({ openHidden, pageUrl, lendSession, takeBackSession }: Parts) {
  let window: BrowserWindow | undefined;
  let idle: NodeJS.Timeout | undefined;
  let lastJob: Promise<unknown> = Promise.resolve();
  let emptied: Promise<unknown> = Promise.resolve();

  const close = () => {
    clearTimeout(idle);
    window?.destroy();
    window = undefined;
  };
  const windowFor = (askedBy: number): BrowserWindow => {
    clearTimeout(idle);
    if (!window || window.isDestroyed()) {
      window = openHidden();
      // A hidden window left over would keep the program running with nothing on the screen.
      webContents.fromId(askedBy)?.once('destroyed', close);
    }
    return window;
  };
  /** Empty again: no record stays in a window that nobody sees. */
  const clear = (used: BrowserWindow) => {
    if (used.isDestroyed()) return;
    emptied = used.loadURL(pageUrl).catch(() => undefined);
    idle = setTimeout(close, IDLE_MS);
  };
  const lay = async <T>(subject: Printed, askedBy: number, use: (window: BrowserWindow) => Promise<T>): Promise<T> => {
    const used = windowFor(askedBy);
    const { id } = used.webContents;
    lendSession(askedBy, id);
    try {
      // While the window is still being emptied, the end of that would pass for the end of this.
      await emptied;
      await layOut(used, `${pageUrl}?subject=${encodeURIComponent(JSON.stringify(subject))}`);
      return await use(used);
    } catch (error) {
      if (!(error instanceof AppError)) close();
      throw error;
    } finally {
      takeBackSession(id);
      clear(used);
    }
  };
  return <T>(subject: Printed, askedBy: number, use: (window: BrowserWindow) => Promise<T>): Promise<T> => {
    const job = lastJob.then(() => lay(subject, askedBy, use));
    lastJob = job.catch(() => undefined);
    return job;
  };
}

async function layOut(window: BrowserWindow, url: string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`form not ready after ${READY_MS} ms`)), READY_MS);
  });
  const marked = window.loadURL(url).then((): Promise<string> => window.webContents.executeJavaScript(WAIT_FOR_MARK));
  try {
    const failure = await Promise.race([marked, tooLate]);
    if (failure) throw asAppError(failure);
  } finally {
    clearTimeout(timer);
  }
}

function asAppError(json: string): AppError {
  const { code, reason, details } = JSON.parse(json) as ErrorReply;
  return new AppError(code, reason, details);
}

function printByDialog(window: BrowserWindow, landscape: boolean): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const paper = { pageSize: 'A4', landscape, margins: { marginType: 'none' } } as const;
    const options = { silent: false, printBackground: true, ...paper };
    window.webContents.print(options, (printed, failure) => {
      if (printed || /cancel/i.test(failure)) resolve(printed);
      else reject(new AppError('storage', 'notPrinted', { detail: failure }));
    });
  });
}
