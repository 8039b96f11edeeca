import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { type AttachmentSubject, SLICE_BYTES } from '../../shared/api/attachment.contract';
import type { Reply } from '../../shared/api/errors';
import type { Office } from './office';

/** Real files, small ones; `mark` makes one unlike the other. */
export function pngOf(mark: string, width = 2, height = 3): Uint8Array {
  const part = (name: string, data: Uint8Array) => {
    const body = Buffer.concat([Buffer.from(name), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // The upper third is darker, so that one sees how it is turned.
  const line = (y: number) => Buffer.concat([Buffer.from([0]), Buffer.alloc(3 * width, y < height / 3 ? 0x60 : 0xd8)]);
  const lines = Buffer.concat(Array.from({ length: height }, (_, y) => line(y)));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    part('IHDR', head),
    part('tEXt', Buffer.from(`Comment\0${mark}`)),
    part('IDAT', deflateSync(lines)),
    part('IEND', new Uint8Array()),
  ]);
}

function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

/** A PDF of so many pages, each with a line of text. */
export function pdfOf(mark: string, pages = 1): Uint8Array {
  const kids = Array.from({ length: pages }, (_, i) => 4 + 2 * i);
  const bodies = [
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids.map((n) => `${n} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...kids.flatMap((n, i) => {
      const text = `BT /F1 36 Tf 60 700 Td (${mark} ${i + 1}) Tj ET`;
      return [
        `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${n + 1} 0 R>>`,
        `<</Length ${text.length}>>stream\n${text}\nendstream`,
      ];
    }),
  ];
  let file = '%PDF-1.4\n';
  const offsets = bodies.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj${body}endobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = bodies.length + 1;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}trailer<</Size ${size}/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}

export const jpegOf = (mark: string, bytes = 100): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
    Buffer.from(mark),
    Buffer.alloc(bytes, 7),
    Buffer.from([0xff, 0xd9]),
  ]);

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Sends a file as the window does: announced, in slices, and then named. */
export async function send(
  office: Office,
  subject: AttachmentSubject,
  name: string,
  bytes: Uint8Array,
  windowId = 1,
): Promise<Reply> {
  const begun = await office.reply('attachment.begin', { subject, name, bytes: bytes.byteLength }, windowId);
  if (!begun.ok) return begun;
  const { ticket } = begun.data as { ticket: string };
  for (let from = 0; from < bytes.byteLength; from += SLICE_BYTES) {
    const slice = Uint8Array.from(bytes.subarray(from, from + SLICE_BYTES));
    const reply = await office.reply('attachment.append', { ticket, from, slice }, windowId);
    if (!reply.ok) return reply;
  }
  return office.reply('attachment.add', { ticket }, windowId);
}
