import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { inChild } from '../../bench/in-child';
import { oleWith, textRows, workbookOf, zipWith } from './made-files';
import type { Outcome } from './read-in-child';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'anjuan-hostile-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const HEAD = ['档号', '题名', '__proto__', 'constructor'];
const sound = textRows([HEAD, ['鸿借字第001号', '甲', '1', '2']]);
const cells = (n: number) => `<row r="${n}"><c r="A${n}"><v>${n}</v></c></row>`;
const MILLION = Array.from({ length: 1_000_000 }, (_, i) => cells(i + 1)).join('');
/** Of a text that does not repeat, as long as it is asked for in hundreds. */
const unlike = (hundreds: number) => randomBytes(hundreds * 50).toString('hex');
const csv = '档号,题名,__proto__\r\n鸿借字第001号,"甲,\n乙",1\r\n';

/** Each bad file with the reason that its sentence is made from; those without one are read right. */
const FILES: Readonly<Record<string, { bytes: Buffer; reason?: string; rows?: number }>> = {
  'a bomb that says its size': {
    bytes: workbookOf({ sheets: { 台账: `<row><c t="str"><v>${' '.repeat(200_000_000)}</v></c></row>` } }),
    reason: 'importBomb',
  },
  'a bomb that lies about its size': {
    bytes: workbookOf({ sheets: { 台账: '<c/>'.repeat(40_000_000) }, claimed: 10_000 }),
    reason: 'importZipLies',
  },
  'a part that is smaller than it says': {
    bytes: workbookOf({ sheets: { 台账: sound }, claimed: 900_000 }),
    reason: 'importZipLies',
  },
  'a bomb of shared texts': {
    bytes: workbookOf({ sheets: { 台账: sound }, strings: ['<t>一</t>'.repeat(20_000_000)] }),
    reason: 'importBomb',
  },
  'a part of more than a gigabyte': {
    bytes: workbookOf({ sheets: { 台账: `<!--${unlike(80_000)}-->` }, claimed: 1_100_000_000 }),
    reason: 'importTooLarge',
  },
  'a text without an end': {
    bytes: workbookOf({ sheets: { 台账: `<row><c t="str"><v>${'字'.repeat(1_300_000)}</v></c></row>` } }),
    reason: 'importCellTooLong',
  },
  'a row without an end': {
    bytes: workbookOf({ sheets: { 台账: `<row>${'<c><v>1</v></c>'.repeat(250_000)}</row>` } }),
    reason: 'importTooManyColumns',
  },
  'a million rows': { bytes: workbookOf({ sheets: { 台账: MILLION } }), reason: 'importTooManyRows' },
  'a million rows as csv': {
    bytes: Buffer.from('档号,题名\n'.repeat(1_000_000)),
    reason: 'importTooManyRows',
  },
  'a name that leads out of the folder': {
    bytes: workbookOf({ sheets: { 台账: sound }, parts: [{ name: '../../etc/passwd', content: 'x' }] }),
    reason: 'importZipNames',
  },
  'an absolute name': {
    bytes: workbookOf({ sheets: { 台账: sound }, parts: [{ name: '/etc/passwd', content: 'x' }] }),
    reason: 'importZipNames',
  },
  'a name with a drive': {
    bytes: workbookOf({ sheets: { 台账: sound }, parts: [{ name: 'C:\\Windows\\x.dll', content: 'x' }] }),
    reason: 'importZipNames',
  },
  'the same name twice': {
    bytes: workbookOf({ sheets: { 台账: sound }, parts: [{ name: 'xl/workbook.xml', content: 'x' }] }),
    reason: 'importZipNames',
  },
  'a workbook behind a password': { bytes: oleWith('Root Entry', 'EncryptedPackage'), reason: 'importEncrypted' },
  'an old .xls': { bytes: oleWith('Root Entry', 'Workbook'), reason: 'importOldXls' },
  'another compound file': { bytes: oleWith('Root Entry', 'WordDocument'), reason: 'importNotTable' },
  'a web page called .xls': { bytes: Buffer.from('<html><table><tr><td>档号'), reason: 'importWebPage' },
  'a text document': { bytes: zipWith([{ name: 'word/document.xml', content: '<x/>' }]), reason: 'importNotXlsx' },
  'a zip that was cut off': {
    bytes: workbookOf({ sheets: { 台账: sound } }).subarray(0, 500),
    reason: 'importDamaged',
  },
  'broken XML': { bytes: workbookOf({ sheets: { 台账: '<row><c></row>' } }), reason: 'importDamaged' },
  'a workbook without a sheet': { bytes: workbookOf({ sheets: {} }), reason: 'importNoSheet' },
  'an empty file': { bytes: Buffer.alloc(0), reason: 'importEmpty' },
  'a picture': { bytes: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), reason: 'importNotTable' },
  'bytes of no encoding': { bytes: Buffer.from([0x41, 0xff, 0xff, 0x0a, 0x42]), reason: 'importUnreadable' },
  'headings that are names of JavaScript': { bytes: workbookOf({ sheets: { 台账: sound } }), rows: 2 },
  'a csv of today': { bytes: Buffer.from(csv), rows: 2 },
  'a csv with the mark of UTF-8': { bytes: Buffer.from(`\ufeff${csv}`), rows: 2 },
  'a csv with the mark of UTF-16': { bytes: Buffer.from(`\ufeff${csv}`, 'utf16le'), rows: 2 },
  'a csv of the nineties': { bytes: iconv.encode(`${csv}䶮𠮷,甲,乙\r\n`, 'gb18030'), rows: 3 },
};

test('bad files are refused with their reason within a second and 200 MB, and odd ones are read', async () => {
  const names = Object.keys(FILES);
  const files = names.map((name, i) => {
    const path = join(folder, String(i));
    writeFileSync(path, FILES[name]?.bytes ?? '');
    return path;
  });
  const outcomes = await inChild<Outcome[]>(ROOT, '../unit/spreadsheet/read-in-child.ts', 'readFiles', { files });
  const found = Object.fromEntries(names.map((name, i) => [name, outcomes[i]?.reason ?? outcomes[i]?.rows]));
  expect(found).toEqual(Object.fromEntries(names.map((name) => [name, FILES[name]?.reason ?? FILES[name]?.rows])));
  for (const [i, name] of names.entries()) {
    expect(outcomes[i]?.cpuSeconds, name).toBeLessThan(1);
    expect(outcomes[i]?.megabytes, name).toBeLessThan(200);
  }
});
