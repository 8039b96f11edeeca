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
  return pdfFrom([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${pages}/Kids[${kids.map((n) => `${n} 0 R`).join(' ')}]>>`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    ...kids.flatMap((n, i) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>/Contents ${n + 1} 0 R>>`,
      streamOf(`BT /F1 36 Tf 60 700 Td (${mark} ${i + 1}) Tj ET`),
    ]),
  ]);
}

/** As a scanner makes it: the page is one picture, here in JPEG 2000, all black. */
export const scannedPdf = (): Uint8Array =>
  onePage('/XObject<</I 4 0 R>>', 'q 595 0 0 842 0 0 cm /I Do Q', [
    streamOf(
      JP2,
      '/Type/XObject/Subtype/Image/Width 60/Height 40/ColorSpace/DeviceGray/BitsPerComponent 8/Filter/JPXDecode',
    ),
  ]);

/** As an office program makes it: Chinese words in a font that every Chinese reader is expected to have (借款合同). */
export const officePdf = (): Uint8Array =>
  onePage('/Font<</F 4 0 R>>', 'BT /F 96 Tf 60 600 Td <501F 6B3E 5408 540C> Tj ET', [
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 6 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 880/Descent -120/StemV 80>>',
  ]);

const JP2 = Buffer.from(
  'AAAADGpQICANCocKAAAAFGZ0eXBqcDIgAAAAAGpwMiAAAAAtanAyaAAAABZpaGRyAAAAKAAAADwAAw8HAAAAAAAPY29scgEAAAAAABAAAACsanAyY/9P' +
    '/1EALwAAAAAAPAAAACgAAAAAAAAAAAAAADwAAAAoAAAAAAAAAAAAAw8BAQ8BAQ8BAf9SAAwAAAABAQUEBAAB/1wAE0CAiIiQiIiQiIiQiIiQiIiQ/2QA' +
    'JQABQ3JlYXRlZCBieSBPcGVuSlBFRyB2ZXJzaW9uIDIuNS4w/5AACgAAAAAAJQAB/5Pf+JAQCJCAgICAgICAgICAgICAgICAgP/Z',
  'base64',
).toString('latin1');

const streamOf = (content: string, entries = ''): string =>
  `<<${entries}/Length ${content.length}>>stream\n${content}\nendstream`;

/** Objects from the fourth on are what its resources name; the last one is its content. */
function onePage(resources: string, content: string, its: readonly string[]): Uint8Array {
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<<${resources}>>/Contents ${4 + its.length} 0 R>>`;
  return pdfFrom([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Count 1/Kids[3 0 R]>>',
    page,
    ...its,
    streamOf(content),
  ]);
}

/** Objects 1, 2, 3 … with their table. */
function pdfFrom(bodies: readonly string[]): Uint8Array {
  let file = '%PDF-1.5\n';
  const offsets = bodies.map((body, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
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
