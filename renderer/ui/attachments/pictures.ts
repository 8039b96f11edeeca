import type { AttachmentRow, Rotation } from '../../../shared/api/attachment.contract';
import { AppError } from '../../../shared/api/errors';
import { readBytes } from './file-bytes';

type Source = Pick<AttachmentRow, 'id' | 'kind' | 'bytes'>;

/** Longest side that is drawn: sharp on any screen and on A4, and no picture fills the memory. */
const MOST_PIXELS = 4_096;

/** The picture as its camera held it. Decoded from bytes in memory: the page's policy need not allow another source. */
export async function openPicture({ id, kind, bytes }: Source, onRead?: (done: number) => void): Promise<ImageBitmap> {
  const data = await readBytes(id, 0, bytes, onRead);
  return createImageBitmap(new Blob([data], { type: `image/${kind}` })).catch(() => {
    throw new AppError('invalid', 'pictureBroken');
  });
}

/** Draws it turned, with its longer side as long as asked. */
export function drawTurned(picture: ImageBitmap, rotation: Rotation, longest = MOST_PIXELS): HTMLCanvasElement {
  const scale = Math.min(1, Math.min(longest, MOST_PIXELS) / Math.max(picture.width, picture.height));
  const [width, height] = [Math.round(picture.width * scale) || 1, Math.round(picture.height * scale) || 1];
  const lies = rotation % 180 !== 0;
  const canvas = document.createElement('canvas');
  canvas.width = lies ? height : width;
  canvas.height = lies ? width : height;
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  pen.imageSmoothingQuality = 'high';
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((rotation * Math.PI) / 180);
  pen.drawImage(picture, -width / 2, -height / 2, width, height);
  return canvas;
}
