import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { AppError } from '../../shared/api/errors';
import { demandGoingOn, writeStream } from './bag';

/** Behind the name of each encrypted file. */
export const SEALED = '.age';
const PIECE = 1_048_576;
const NOT_FOR_THIS_KEY = /no identity matched/;

/** Read when something is encrypted: its curves take as long to load as half of the program. */
const readAge = () => import('age-encryption');

/** A private key and its public half; of the kind that every age program knows. */
export async function newPair(): Promise<{ privateKey: string; recipient: string }> {
  const { generateX25519Identity, identityToRecipient } = await readAge();
  const privateKey = await generateX25519Identity();
  return { privateKey, recipient: await identityToRecipient(privateKey) };
}

/** The public half of a private key; throws when letters were mistyped. */
export async function recipientOf(key: string): Promise<string> {
  const { identityToRecipient } = await readAge();
  try {
    return await identityToRecipient(key);
  } catch {
    throw new AppError('notAllowed', 'backupKeyMistyped', { field: 'key' });
  }
}

/** Encrypted by age to a public key, as it comes: nothing large is ever whole in memory. */
export async function* sealed(content: AsyncIterable<Uint8Array>, recipient: string): AsyncGenerator<Uint8Array> {
  const { Encrypter } = await readAge();
  const age = new Encrypter();
  age.addRecipient(recipient);
  yield* inPieces(await age.encrypt(streamOf(content)));
}

/** Copies a file durably and encrypts it on the way; `content` is the hash of what was in it. */
export async function sealFile(
  from: string,
  to: string,
  recipient: string,
  onBytes: (bytes: number) => void,
  signal: AbortSignal,
): Promise<{ sha256: string; bytes: number; content: string }> {
  const hash = createHash('sha256');
  const read = piecesOf(from, signal, (piece) => {
    hash.update(piece);
    onBytes(piece.length);
  });
  const written = await writeStream(to, sealed(read, recipient), signal);
  return { ...written, content: hash.digest('hex') };
}

/** Opens an encrypted file into a new one; answers the hash of what was read. */
export async function unsealFile(
  from: string,
  to: string,
  key: string,
  file: string,
  signal: AbortSignal,
): Promise<{ sha256: string }> {
  const hash = createHash('sha256');
  const read = piecesOf(from, signal, (piece) => hash.update(piece));
  const { Decrypter } = await readAge();
  const age = new Decrypter();
  age.addIdentity(key);
  const opened = async function* () {
    try {
      yield* inPieces(await age.decrypt(streamOf(read)));
    } catch (error) {
      // What the disk and the person say is theirs; all else is said by age of what it was given.
      if (error instanceof AppError || (error as NodeJS.ErrnoException).code) throw error;
      if (NOT_FOR_THIS_KEY.test(String(error))) throw new AppError('notAllowed', 'backupKeyWrong', { field: 'key' });
      throw new AppError('conflict', 'bagFileAltered', { file });
    }
  };
  await writeStream(to, opened(), signal);
  return { sha256: hash.digest('hex') };
}

/** Each piece is a new one: who reads may keep it for a while. */
async function* piecesOf(
  path: string,
  signal: AbortSignal,
  seen: (piece: Uint8Array) => void,
): AsyncGenerator<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    for (;;) {
      demandGoingOn(signal);
      const piece = new Uint8Array(PIECE);
      const { bytesRead } = await handle.read(piece, 0, PIECE);
      if (bytesRead === 0) return;
      const read = piece.subarray(0, bytesRead);
      seen(read);
      yield read;
    }
  } finally {
    await handle.close();
  }
}

const streamOf = (content: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> =>
  ReadableStream.from(content) as ReadableStream<Uint8Array>;

/** age gives 64 KiB at a time; a disk takes more at once. */
async function* inPieces(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) {
    waiting.push(piece);
    bytes += piece.length;
    if (bytes < PIECE) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting);
}
