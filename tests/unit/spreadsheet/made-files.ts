import { crc32, deflateRawSync } from 'node:zlib';

interface Part {
  name: string;
  content: string | Buffer;
  /** What the directory says instead of the truth. */
  claimed?: number;
}

const u16 = (n: number) => Buffer.from([n & 255, (n >> 8) & 255]);
const u32 = (n: number) => Buffer.concat([u16(n & 0xffff), u16(n >>> 16)]);

/** A zip made by hand, so that it can lie: about sizes and names. */
export function zipWith(parts: readonly Part[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, claimed } of parts) {
    const bytes = Buffer.from(content);
    const packed = deflateRawSync(bytes, { level: 9 });
    const its = Buffer.concat([
      ...[u16(20), u16(0x0800), u16(8), u16(0), u16(0x21), u32(crc32(bytes)), u32(packed.length)],
      ...[u32(claimed ?? bytes.length), u16(Buffer.byteLength(name)), u16(0)],
    ]);
    const local = Buffer.concat([u32(0x04034b50), its, Buffer.from(name), packed]);
    const rest = [u16(0), u16(0), u16(0), u32(0), u32(offset), Buffer.from(name)];
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), its, ...rest]));
    locals.push(local);
    offset += local.length;
  }
  const list = Buffer.concat(directory);
  const counts = [u16(0), u16(0), u16(parts.length), u16(parts.length)];
  const end = [u32(0x06054b50), ...counts, u32(list.length), u32(offset), u16(0)];
  return Buffer.concat([...locals, list, ...end]);
}

const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Made {
  /** The XML between <sheetData> and its end, by the name of the sheet. */
  sheets: Readonly<Record<string, string>>;
  strings?: readonly string[];
  /** What follows <sheetData>. */
  after?: string;
  from1904?: boolean;
  parts?: readonly Part[];
  claimed?: number;
}

/** A workbook as Excel writes it: shared strings, styles (1: yyyy"年"m"月"d"日", 2: 14, 3: 0.00), several sheets. */
export function workbookOf({ sheets, strings = [], after = '', from1904, parts = [], claimed }: Made): Buffer {
  const names = Object.keys(sheets);
  const part = (name: string, content: string): Part => ({ name, content: `<?xml version="1.0"?>${content}` });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  return zipWith([
    part('[Content_Types].xml', '<Types/>'),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${RELATIONS}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
        .map((name, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
        .join('')}</sheets></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${RELATIONS}">${names.map((_, i) => relation(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('')}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    ),
    part(
      'xl/styles.xml',
      '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="2"/></cellXfs></styleSheet>',
    ),
    part('xl/sharedStrings.xml', `<sst>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`),
    ...names.map((name, i) => ({
      ...part(
        `xl/worksheets/sheet${i + 1}.xml`,
        `<worksheet><sheetData>${sheets[name]}</sheetData>${after}</worksheet>`,
      ),
      ...(claimed !== undefined && { claimed }),
    })),
    ...parts,
  ]);
}

/** Rows of texts as XML of a sheet. */
export const textRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) => `<row>${row.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`)
    .join('');

/** A compound file whose directory names these streams. */
export function oleWith(...names: string[]): Buffer {
  const head = Buffer.alloc(512);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(head);
  head.writeUInt16LE(9, 30);
  head.writeUInt32LE(1, 48);
  const directory = Buffer.alloc(512);
  for (const [i, name] of names.entries()) directory.write(name, i * 128, 'utf16le');
  return Buffer.concat([head, Buffer.alloc(512), directory]);
}
