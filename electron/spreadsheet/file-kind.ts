import { type FileHandle, open } from 'node:fs/promises';
import { refused } from './reading';

const ZIP = Buffer.from('PK');
/** Compound files of Microsoft: .xls, and an .xlsx behind a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** By what a file begins with, not by its name; what cannot be read is refused with what it is. */
export async function kindOf(path: string): Promise<'xlsx' | 'csv'> {
  const file = await open(path, 'r');
  try {
    const head = await bytesOf(file, 0, 4_096);
    if (head.subarray(0, 2).equals(ZIP)) return 'xlsx';
    if (head.subarray(0, 8).equals(OLE)) throw refused(await insideOle(file, head));
    const text = head.toString('latin1').trimStart().slice(0, 200).toLowerCase();
    if (text.startsWith('%pdf')) throw refused('importNotTable');
    // Old programs call a web page .xls.
    if (/^(\u00ef\u00bb\u00bf)?<(!doctype|html|table|\?xml|meta|head)/.test(text)) throw refused('importWebPage');
    return 'csv';
  } finally {
    await file.close();
  }
}

async function bytesOf(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, at);
  return buffer.subarray(0, bytesRead);
}

/** The names in the first part of the file's own directory say what it holds. */
async function insideOle(file: FileHandle, head: Buffer): Promise<string> {
  const sectorBytes = 2 ** Math.min(12, head.readUInt16LE(30));
  const directory = await bytesOf(file, (head.readUInt32LE(48) + 1) * sectorBytes, 4_096);
  const names = directory.toString('utf16le');
  if (/EncryptedPackage|EncryptionInfo/.test(names)) return 'importEncrypted';
  return /Workbook|Book/.test(names) ? 'importOldXls' : 'importNotTable';
}
