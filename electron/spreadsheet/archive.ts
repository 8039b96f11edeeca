import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { demandGoingOn, refused } from './reading';
import { createXmlReader, type XmlListener } from './xml';

/** A part this much larger than what is stored of it was made to fill a memory; sheets are stored at a tenth to a fiftieth. */
const BOMB_RATIO = 300;
const HARMLESS_BYTES = 4 * 1_048_576;
/** One part of a workbook, unpacked. */
const MOST_PART_MB = 1_024;
const MOST_ENTRIES = 5_000;

/** A zip of which the directory was looked through and nothing unpacked yet. */
export interface Archive {
  has(name: string): boolean;
  names(): string[];
  size(name: string): number;
  /** Unpacks a part while it is read; `onShare` is told how much of it has been. */
  readXml(name: string, listener: XmlListener, signal: AbortSignal, onShare?: (share: number) => void): Promise<void>;
  close(): void;
}

export async function openArchive(path: string): Promise<Archive> {
  const zip = await opened(path);
  try {
    const entries = await directory(zip);
    return {
      has: (name) => entries.has(name),
      names: () => [...entries.keys()],
      size: (name) => entries.get(name)?.uncompressedSize ?? 0,
      readXml: async (name, listener, signal, onShare = () => undefined) => {
        const entry = entries.get(name);
        if (!entry) throw refused('importDamaged');
        await unpack(zip, entry, listener, signal, onShare);
      },
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

function opened(path: string): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false, strictFileNames: true }, (error, zip) =>
      error ? reject(refused('importDamaged')) : resolve(zip),
    );
  });
}

/** Only the directory at the end of the file counts: what stands before each part may say something else. */
function directory(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  return new Promise((resolve, reject) => {
    if (zip.entryCount > MOST_ENTRIES) return reject(refused('importBomb'));
    // A name that leads out of the folder it is unpacked into; nothing is unpacked here, but nobody writes such a file by accident.
    zip.on('error', (error: Error) =>
      reject(refused(/path|characters in fileName/.test(error.message) ? 'importZipNames' : 'importDamaged')),
    );
    zip.on('entry', (entry: Entry) => {
      if (entries.has(entry.fileName)) return reject(refused('importZipNames'));
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.on('end', () => resolve(entries));
    zip.readEntry();
  });
}

function demandHarmless({ compressedSize, uncompressedSize }: Entry): void {
  if (uncompressedSize > HARMLESS_BYTES && uncompressedSize > compressedSize * BOMB_RATIO) throw refused('importBomb');
  if (uncompressedSize > MOST_PART_MB * 1_048_576)
    throw refused('importTooLarge', { megabytes: Math.round(uncompressedSize / 1_048_576), most: MOST_PART_MB });
}

async function unpack(
  zip: ZipFile,
  entry: Entry,
  listener: XmlListener,
  signal: AbortSignal,
  onShare: (share: number) => void,
): Promise<void> {
  if (entry.isEncrypted()) throw refused('importEncrypted');
  demandHarmless(entry);
  const reader = createXmlReader(listener);
  const decoder = new StringDecoder('utf8');
  let done = 0;
  const stream = await streamOf(zip, entry);
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      demandGoingOn(signal);
      if (done === 0 && (chunk[0] === 0xff || chunk[0] === 0xfe)) throw refused('importDamaged');
      done += chunk.length;
      onShare(done / entry.uncompressedSize);
      reader.write(decoder.write(chunk));
    }
  } catch (error) {
    throw asRefusal(error);
  } finally {
    stream.destroy();
  }
  reader.end();
}

/** yauzl ends a part that is larger or smaller than the directory says, and zlib one that cannot be unpacked. */
function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error.name === 'AppError') return error;
  return refused(/too many bytes|not enough bytes/.test(error.message) ? 'importZipLies' : 'importDamaged');
}

function streamOf(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error ? reject(refused('importDamaged')) : resolve(stream)));
  });
}
