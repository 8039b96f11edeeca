import { type Cell, type Column, type Kind, officeTime, type Row, type Table } from './table';
import { zipOf } from './zip';

/** A sheet has so many rows, one of them for the headings. */
export const XLSX_ROWS = 1_048_575;
/** A cell holds so many characters; the rest of a longer text is left out. */
const CELL_LENGTH = 32_767;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** One of `STYLES` below. The format "text" keeps a text a text also when somebody edits its cell later. */
const STYLE: Readonly<Record<Kind | 'heading', number>> = {
  text: 1,
  number: 2,
  yuan: 3,
  day: 4,
  moment: 5,
  heading: 6,
};

/**
 * A workbook of one sheet, written while the rows are read. Texts are inline strings: no cell is a formula, whatever it begins
 * with. Rejected: write-excel-file (docs/decisions.md).
 */
export function xlsxOf(table: Table): AsyncGenerator<Uint8Array> {
  return zipOf([
    { name: '[Content_Types].xml', content: [CONTENT_TYPES] },
    { name: '_rels/.rels', content: [relations(`${OFFICE}/officeDocument`, 'xl/workbook.xml')] },
    { name: 'xl/workbook.xml', content: [workbook(table.name)] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [relations(`${OFFICE}/worksheet`, 'worksheets/sheet1.xml', `${OFFICE}/styles`, 'styles.xml')],
    },
    { name: 'xl/styles.xml', content: [STYLES] },
    { name: 'xl/worksheets/sheet1.xml', content: sheet(table) },
  ]);
}

async function* sheet({ columns, slices }: Table): AsyncGenerator<string> {
  const widths = columns.map(({ width }, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`);
  const headings = columns.map(({ heading }, i) => textCell(heading, reference(i, 1), STYLE.heading));
  yield `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${widths.join('')}</cols><sheetData><row r="1">${headings.join('')}</row>`;
  let at = 1;
  for await (const rows of slices) {
    yield rows.map((row) => rowXml(row, columns, ++at)).join('');
  }
  yield '</sheetData></worksheet>';
}

const rowXml = (row: Row, columns: readonly Column[], at: number): string =>
  `<row r="${at}">${row.map((cell, i) => cellXml(cell, columns[i]?.kind ?? 'text', reference(i, at))).join('')}</row>`;

function cellXml(cell: Cell, kind: Kind, place: string): string {
  if (cell === undefined || cell === '') return '';
  const number = numberOf(cell, kind);
  if (number === undefined) return textCell(String(cell), place, STYLE.text);
  return `<c r="${place}" s="${STYLE[kind]}"><v>${number}</v></c>`;
}

/** What the cell holds as a number; `undefined` for what is text, and for days that a spreadsheet does not know. */
function numberOf(cell: Cell, kind: Kind): number | undefined {
  if (kind === 'text') return undefined;
  if (kind === 'day') return serial(`${cell}T00:00:00Z`);
  if (kind === 'moment') return serial(`${officeTime(String(cell)).replace(' ', 'T')}Z`);
  const number = kind === 'yuan' ? Number(cell) / 100 : Number(cell);
  return Number.isFinite(number) ? number : undefined;
}

const MS_PER_DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
/** Before 1 March 1900 spreadsheets disagree: Lotus took that year for a leap year. */
const FIRST_SOUND = 61;

function serial(instant: string): number | undefined {
  const days = (Date.parse(instant) - EPOCH) / MS_PER_DAY;
  return days >= FIRST_SOUND ? days : undefined;
}

const textCell = (text: string, place: string, style: number): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${xlsxText(text)}</t></is></c>`;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g;

/** Text in XML. What XML cannot hold is written as _xHHHH_, as the standard says; what already looks like that gets its own. */
export const xlsxText = (text: string): string =>
  text
    .slice(0, CELL_LENGTH)
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_IN_XML, inHex)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');

function inHex(unit: string): string {
  return `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}

/** A1, Z1, AA1. */
function reference(column: number, row: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

const workbook = (name: string): string =>
  `${XML}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
  `<sheet name="${sheetName(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`;

/** At most 31 characters, without those that no sheet's name may have. */
const sheetName = (name: string): string =>
  xlsxText(
    name
      .replace(/[\\/?*[\]:'"]/g, ' ')
      .trim()
      .slice(0, 31) || 'Sheet1',
  );

function relations(...typesAndTargets: string[]): string {
  const each = typesAndTargets.flatMap((type, i) =>
    i % 2 === 0 ? [`<Relationship Id="rId${i / 2 + 1}" Type="${type}" Target="${typesAndTargets[i + 1]}"/>`] : [],
  );
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`;
}

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>
<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/>
<Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

const format = (id: number, more = ''): string =>
  `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${more}/>`;

/** In the order of `STYLE`: whatever, text, whole number, yuan, day, moment, heading. */
const STYLES = `${XML}<styleSheet xmlns="${MAIN}">
<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="7">${format(0)}${format(49, ' quotePrefix="1"')}${format(1)}${format(4)}${format(164)}${format(165)}${format(49).replace('fontId="0"', 'fontId="1" applyFont="1"')}</cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>
</styleSheet>`;
