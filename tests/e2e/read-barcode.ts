import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BinaryBitmap,
  Code128Reader,
  DecodeHintType,
  GlobalHistogramBinarizer,
  RGBLuminanceSource,
} from '@zxing/library';

const DPI = 300;
const PER_MM = DPI / 25.4;

interface Raster {
  width: number;
  height: number;
  grey: Uint8Array;
}

/** A sheet of a PDF as an office scanner sees it. */
export function rasterOf(pdf: string, sheet = 1, dpi = DPI): Raster {
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-raster-'));
  try {
    const page = String(sheet);
    execFileSync('pdftoppm', ['-gray', '-r', String(dpi), '-f', page, '-l', page, pdf, join(folder, 'page')]);
    const bytes = readFileSync(join(folder, readdirSync(folder)[0] ?? ''));
    const [head = '', width, height] = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.subarray(0, 40).toString('latin1')) ?? [];
    return { width: Number(width), height: Number(height), grey: bytes.subarray(head.length) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A piece of the sheet, in millimetres. */
export interface Piece {
  x: number;
  y: number;
  width: number;
  height: number;
  /** Its barcode runs from top to bottom. */
  upright?: boolean;
}

/** What a stranger's decoder reads in that piece of the sheet; throws where it finds no Code 128. */
export function barcodeIn(raster: Raster, piece: Piece): string {
  const [x, y, wide, tall] = [piece.x, piece.y, piece.width, piece.height].map((mm) => Math.round(mm * PER_MM)) as [
    number,
    number,
    number,
    number,
  ];
  const grey = new Uint8ClampedArray(wide * tall).fill(255);
  for (let row = 0; row < tall; row += 1)
    for (let column = 0; column < wide; column += 1) {
      const light = raster.grey[(y + row) * raster.width + x + column] ?? 255;
      grey[piece.upright ? column * tall + row : row * wide + column] = light;
    }
  const [width, height] = piece.upright ? [tall, wide] : [wide, tall];
  const bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(grey, width, height)));
  return new Code128Reader().decode(bitmap, new Map([[DecodeHintType.TRY_HARDER, true]])).getText();
}
