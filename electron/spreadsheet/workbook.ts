import { posix } from 'node:path';
import type { Archive } from './archive';
import { CELL_LENGTH, refused } from './reading';
import type { XmlListener } from './xml';

export interface Workbook {
  sheets: { name: string; hidden: boolean; part: string }[];
  /** Days are counted from 1904 (old Macintosh files). */
  from1904: boolean;
  /** By the number of a cell's style: whether its number is a day. */
  dayStyles: readonly boolean[];
  strings: readonly string[];
}

/** All texts of a workbook together. */
const MOST_LETTERS = 40_000_000;
const SHEET = /\/worksheet$/;

const nothing = () => undefined;
const listener = (its: Partial<XmlListener>): XmlListener => ({ open: nothing, close: nothing, text: nothing, ...its });

/** Everything but the sheets themselves. */
export async function readWorkbook(archive: Archive, signal: AbortSignal): Promise<Workbook> {
  const root = await relations(archive, '_rels/.rels', '', signal);
  const part = [...root.values()].find(({ type }) => /\/officeDocument$/.test(type))?.target ?? 'xl/workbook.xml';
  if (!archive.has(part)) throw refused('importNotXlsx');
  const folder = posix.dirname(part);
  const related = await relations(archive, `${folder}/_rels/${posix.basename(part)}.rels`, folder, signal);
  const named = (end: string) => [...related.values()].find(({ type }) => type.endsWith(end))?.target;
  const { found, from1904 } = await sheetsOf(archive, part, signal);
  const sheets = found.flatMap(({ id, name, hidden }) => {
    const its = related.get(id);
    return its && SHEET.test(its.type) && archive.has(its.target) ? [{ name, hidden, part: its.target }] : [];
  });
  if (sheets.length === 0) throw refused('importNoSheet');
  return {
    sheets,
    from1904,
    dayStyles: await dayStylesOf(archive, named('/styles'), signal),
    strings: await stringsOf(archive, named('/sharedStrings'), signal),
  };
}

interface Relation {
  type: string;
  target: string;
}

async function relations(archive: Archive, name: string, folder: string, signal: AbortSignal) {
  const its = new Map<string, Relation>();
  if (!archive.has(name)) return its;
  const open: XmlListener['open'] = (tag, attribute) => {
    const [id, target] = [attribute('Id'), attribute('Target')];
    if (tag !== 'Relationship' || id === undefined || target === undefined) return;
    const path = target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target));
    its.set(id, { type: attribute('Type') ?? '', target: path });
  };
  await archive.readXml(name, listener({ open }), signal);
  return its;
}

async function sheetsOf(archive: Archive, part: string, signal: AbortSignal) {
  const found: { id: string; name: string; hidden: boolean }[] = [];
  let from1904 = false;
  const open: XmlListener['open'] = (tag, attribute) => {
    if (tag === 'workbookPr') from1904 = /^(1|true)$/.test(attribute('date1904') ?? '');
    if (tag !== 'sheet') return;
    const id = attribute('r:id') ?? attribute('id') ?? '';
    found.push({ id, name: attribute('name') ?? '', hidden: (attribute('state') ?? 'visible') !== 'visible' });
  };
  await archive.readXml(part, listener({ open }), signal);
  return { found, from1904 };
}

/** Formats of days that every spreadsheet knows; 27 to 36 and 50 to 58 are those of Chinese and Japanese ones. */
const isBuiltInDay = (id: number) =>
  (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58);

/** Whether a format of somebody's own shows a day: y, d, or m beside no hour. */
export function isDayFormat(code: string): boolean {
  const plain = code.replace(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '');
  return /[yd]/i.test(plain) || (/m/i.test(plain) && !/[hs0#?]/i.test(plain));
}

async function dayStylesOf(archive: Archive, name: string | undefined, signal: AbortSignal): Promise<boolean[]> {
  const own = new Map<number, string>();
  const styles: boolean[] = [];
  let inCells = false;
  const open: XmlListener['open'] = (tag, attribute) => {
    if (tag === 'numFmt') own.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
    else if (tag === 'cellXfs') inCells = true;
    else if (tag === 'xf' && inCells) {
      const id = Number(attribute('numFmtId') ?? 0);
      const code = own.get(id);
      styles.push(code === undefined ? isBuiltInDay(id) : isDayFormat(code));
    }
  };
  const close = (tag: string) => {
    if (tag === 'cellXfs') inCells = false;
  };
  if (name !== undefined && archive.has(name)) await archive.readXml(name, listener({ open, close }), signal);
  return styles;
}

async function stringsOf(archive: Archive, name: string | undefined, signal: AbortSignal): Promise<string[]> {
  const strings: string[] = [];
  if (name === undefined || !archive.has(name)) return strings;
  let letters = 0;
  let text = '';
  let inText = false;
  let inReading = false;
  const open = (tag: string) => {
    if (tag === 'si') text = '';
    else if (tag === 't') inText = true;
    // How Japanese characters are read aloud.
    else if (tag === 'rPh') inReading = true;
  };
  const close = (tag: string) => {
    if (tag === 't') inText = false;
    else if (tag === 'rPh') inReading = false;
    else if (tag === 'si') strings.push(unescaped(text));
  };
  const add = (its: string) => {
    if (!inText || inReading) return;
    text += its;
    letters += its.length;
    if (text.length > CELL_LENGTH * 2) throw refused('importCellTooLong', { most: CELL_LENGTH });
    if (letters > MOST_LETTERS) throw refused('importTextTooMuch');
  };
  await archive.readXml(name, { open, close, text: add }, signal);
  return strings;
}

/** What XML cannot hold stands in a sheet as _xHHHH_. */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
