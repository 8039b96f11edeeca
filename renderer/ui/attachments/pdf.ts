import type { PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?worker';
import type { AttachmentRow, Rotation } from '../../../shared/api/attachment.contract';
import { AppError } from '../../../shared/api/errors';
import { readBytes } from './file-bytes';

let shared: PDFWorker | undefined;

/**
 * Read when the first PDF is looked at. The older build: the oldest runtime lacks what the newer one takes for granted. The worker is
 * ours and not the first document's: with a document it would be taken from all others that are open.
 */
const engine = async () => {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  shared ??= pdfjs.PDFWorker.create({ port: new PdfWorker() });
  return { pdfjs, worker: shared };
};

/** What pdfjs needs besides itself; build/pdf-parts.ts puts it there. */
const parts = (folder: string) => new URL(`pdf/${folder}/`, document.baseURI).href;

/** Without eval and without WebAssembly, as the page's policy has it; scripts in a PDF are never run. */
const options = () => ({
  isEvalSupported: false,
  enableXfa: false,
  useWasm: false,
  disableAutoFetch: true,
  disableStream: true,
  useSystemFonts: true,
  cMapUrl: parts('cmaps'),
  standardFontDataUrl: parts('standard_fonts'),
  wasmUrl: parts('wasm'),
});

export type Pdf = PDFDocumentProxy;

/** Opens a PDF and reads of it only what is shown. `close` it when it is out of sight. */
export async function openPdf({ id, bytes }: Pick<AttachmentRow, 'id' | 'bytes'>): Promise<Pdf> {
  const { pdfjs, worker } = await engine();
  let fail: (reason: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => {
    fail = reject;
  });
  const range = new pdfjs.PDFDataRangeTransport(bytes, null);
  range.requestDataRange = (from, to) => {
    readBytes(id, from, to).then((slice) => range.onDataRange(from, slice), fail);
  };
  const task = pdfjs.getDocument({ ...options(), worker, range });
  try {
    return await Promise.race([task.promise, failed]);
  } catch (error) {
    void task.destroy();
    if (error instanceof AppError) throw error;
    throw new AppError('invalid', (error as Error).name === 'PasswordException' ? 'pdfNeedsPassword' : 'pdfBroken');
  }
}

/**
 * Draws a page, from 1, so large that its longer side has that many pixels. `print` needs no animation frames, which a hidden
 * window does not get.
 */
export async function drawPage(
  pdf: Pdf,
  number: number,
  rotation: Rotation,
  longest: number,
  intent: 'display' | 'print' = 'display',
): Promise<HTMLCanvasElement> {
  const page = await pdf.getPage(number);
  const turn = (page.rotate + rotation) % 360;
  const plain = page.getViewport({ scale: 1, rotation: turn });
  const viewport = page.getViewport({ scale: longest / Math.max(plain.width, plain.height), rotation: turn });
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(viewport.width));
  canvas.height = Math.max(1, Math.round(viewport.height));
  await page.render({ canvas, viewport, intent, background: '#fff' }).promise;
  page.cleanup();
  return canvas;
}

export const closePdf = (pdf: Pdf): void => void pdf.loadingTask.destroy();
