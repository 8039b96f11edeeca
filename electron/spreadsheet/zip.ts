import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipEntry {
  /** ASCII. */
  name: string;
  content: AsyncIterable<string> | Iterable<string>;
}

interface Written {
  name: Buffer;
  crc: number;
  packed: number;
  size: number;
  offset: number;
}

const DEFLATED = 8;
/** Sizes follow the content, as they are not known before it. */
const SIZES_FOLLOW = 0x08;
/** 1980-01-01: the same list makes the same file. */
const NO_TIME = 0;
const NO_DAY = 0x21;
const MOST_BYTES = 0xffff_ffff;

/** A zip file made while it is read; compressed in the thread pool, so that nothing waits for it. */
export async function* zipOf(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  let offset = 0;
  for (const { name, content } of entries) {
    const entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, offset };
    const head = localHeader(entry);
    yield head;
    yield* deflated(content, entry);
    if (entry.size > MOST_BYTES || offset > MOST_BYTES) throw new Error(`${name} is too large for a plain zip`);
    const sizes = descriptor(entry);
    yield sizes;
    offset += head.length + entry.packed + sizes.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield directory;
  yield endOf(written.length, directory.length, offset);
}

async function* deflated(content: ZipEntry['content'], entry: Written): AsyncGenerator<Uint8Array> {
  async function* counted() {
    for await (const text of content) {
      const bytes = Buffer.from(text);
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      yield bytes;
    }
  }
  // An error of the source destroys the end of the pipe, where the loop meets it.
  const packed = pipeline(Readable.from(counted()), createDeflateRaw(), () => undefined);
  for await (const chunk of packed as AsyncIterable<Buffer>) {
    entry.packed += chunk.length;
    yield chunk;
  }
}

/** Fields of two and four bytes, as zip writes them. */
function fields(...parts: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  const buffer = Buffer.alloc(parts.reduce((sum, [bytes]) => sum + bytes, 0));
  parts.reduce((at, [bytes, value]) => buffer.writeUIntLE(value, at, bytes), 0);
  return buffer;
}

const localHeader = ({ name }: Written): Buffer =>
  Buffer.concat([
    fields([4, 0x04034b50], [2, 20], [2, SIZES_FOLLOW], [2, DEFLATED], [2, NO_TIME], [2, NO_DAY]),
    fields([4, 0], [4, 0], [4, 0], [2, name.length], [2, 0]),
    name,
  ]);

const descriptor = ({ crc, packed, size }: Written): Buffer =>
  fields([4, 0x08074b50], [4, crc], [4, packed], [4, size]);

const directoryEntry = ({ name, crc, packed, size, offset }: Written): Buffer =>
  Buffer.concat([
    fields([4, 0x02014b50], [2, 20], [2, 20], [2, SIZES_FOLLOW], [2, DEFLATED], [2, NO_TIME], [2, NO_DAY]),
    fields([4, crc], [4, packed], [4, size], [2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, offset]),
    name,
  ]);

const endOf = (entries: number, length: number, offset: number): Buffer =>
  fields([4, 0x06054b50], [2, 0], [2, 0], [2, entries], [2, entries], [4, length], [4, offset], [2, 0]);
