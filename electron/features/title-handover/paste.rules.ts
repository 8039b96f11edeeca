import type { Storage, TitleFields, TitleKind } from '../../../shared/api/title-fields';
import {
  type PastedTitle,
  TITLE_COLUMNS,
  type TitleColumn,
  type TitleEntry,
  type TitleFault,
  type TitlePasteReading,
} from '../../../shared/api/title-handover.contract';
import { cutCells } from '../../../shared/entry/clipboard-cells';
import { isUnreadable, oneLine } from '../../../shared/entry/pasted-cell';
import { halfWidth, readDay, readWholeNumber, whyNoDay } from '../../../shared/entry/read-entry';
import { readYuan } from '../../../shared/money/read-yuan';

/** What offices write over the columns of a list of title documents. */
const HEADINGS: Readonly<Record<TitleColumn, RegExp>> = {
  kind: /^(权证|证书|证件)?(种类|类别|类型)$|^kind$/,
  name: /^(权证|证书|证件|权属证明|凭证)?名称$|^name$/,
  certificateNo: /^(权证|证书|证件|登记证明|不动产权证?)?(编号|号码?|证号)$|^证号$|^certificateno\.?$/,
  owner: /^(产权|财产|权属)?(权利人|所有权?人|所有者)$|^产权人$|^owner$/,
  quantity: /^(数量|份数|件数|本数|证数|张数|quantity)(\([本件份张]\))?$/,
  issuedBy: /^(发证|颁证|登记|颁发)(机关|机构|单位|部门)$|^issuedby$/,
  issuedOn: /^(发证|颁证|登记|颁发|取得)(日期|时间)$|^issuedon$/,
  expiresOn: /^(到期|届满|截止|终止)(日期?|时间)$|^有效期(限)?(至|止|到)?$|^expires(on)?$/,
  value: /^(评估|认定)?(价值|价|值|金额)(\(万?元\)|万元)?$|^评估(价值|价|值)?(\(万?元\)|万元)?$|^value$/,
  remarks: /^(备注|说明|附注|remarks)$/,
  storage: /^(介质|载体|形式|证照形式|存储方式|storage)$/,
};

/** Words by which offices call the kinds. The first that fits counts: 不动产抵押 is no 动产抵押. */
const KINDS: readonly (readonly [TitleKind, RegExp])[] = [
  ['chattelMortgage', /(?<!不)动产抵押|^chattelmortgage/],
  ['equityPledge', /股权(出质|质押)|^equitypledge/],
  ['otherRights', /他项|不动产登记证明|抵押权|不动产抵押|^otherrights/],
  ['guarantorOwnership', /保证人|担保人|第三人|^guarantor/],
  ['clientOwnership', /客户|借款人|债务人|^client|^borrower/],
  ['other', /其他|其它|^other$/],
];
/** What its name says for certain. Whose a property certificate is, it does not say. */
const KINDS_BY_NAME = KINDS.slice(0, 3);

const fieldOf = (heading: string): TitleColumn | undefined => {
  const text = halfWidth(heading).toLowerCase().replace(/\s+/g, '').replace(/[*:]/g, '');
  return TITLE_COLUMNS.find((column) => HEADINGS[column].test(text));
};

interface Layout {
  columns: (TitleColumn | undefined)[];
  headings: string[];
  headingRecognised: boolean;
  /** Amounts without a unit of their own are in ten thousand yuan. */
  inTenThousands: boolean;
}

function layoutOf(rows: readonly string[][], chosen?: readonly (TitleColumn | null)[]): Layout {
  const first = rows[0] ?? [];
  const found = first.map(fieldOf).map((field, at, all) => (all.indexOf(field) === at ? field : undefined));
  const headingRecognised =
    (found.includes('certificateNo') || found.includes('name')) && found.filter(Boolean).length >= 2;
  const width = Math.max(chosen?.length ?? 0, ...rows.map((row) => row.length));
  const guessed = headingRecognised ? found : withoutHeading(width);
  const columns = Array.from({ length: width }, (_, i) => (chosen ? (chosen[i] ?? undefined) : guessed[i]));
  const headings = headingRecognised ? first : [];
  return { columns, headings, headingRecognised, inTenThousands: /万/.test(headings[columns.indexOf('value')] ?? '') };
}

/** A block without headings: the whole list, or name, number, owner and quantity first. */
const withoutHeading = (width: number): (TitleColumn | undefined)[] =>
  width >= TITLE_COLUMNS.length - 1 ? [...TITLE_COLUMNS] : TITLE_COLUMNS.slice(1, width + 1);

/** What a reader of a block asks of the office. */
export interface KnownCertificates {
  certificateKey(certificateNo: string): string;
  /** Why a certificate cannot come: it is here, or waits on another list. */
  whyNotNew(certificateNo: string): { reason: string; about?: string } | undefined;
}

/** Reads a pasted block. Every row comes back: read, or refused with what is wrong where; nothing is guessed silently. */
export function readPaste(
  text: string,
  known: KnownCertificates,
  chosen?: readonly (TitleColumn | null)[],
): TitlePasteReading {
  const rows = cutCells(text);
  const layout = layoutOf(rows, chosen);
  const titles: PastedTitle[] = [];
  const refused: TitlePasteReading['refused'] = [];
  const entries: TitlePasteReading['entries'] = [];
  const numbers = new Map<string, number>();
  rows.forEach((cells, index) => {
    if ((index === 0 && layout.headingRecognised) || cells.every((cell) => halfWidth(cell) === '')) return;
    const line = index + 1;
    const row = createRow(cells, layout);
    const fields = fieldsIn(row);
    faultOfNumber(row, known, numbers, line);
    entries.push({ line, cells: entryOf(row) });
    if (row.faults.length > 0) refused.push({ line, cells, faults: row.faults });
    else titles.push({ line, ...fields });
  });
  return {
    titles,
    refused,
    entries,
    columns: layout.columns.map((field, i) => ({ heading: layout.headings[i] ?? '', ...(field ? { field } : {}) })),
    headingRecognised: layout.headingRecognised,
  };
}

interface Row {
  faults: TitleFault[];
  cell(column: TitleColumn): string;
  fault(column: TitleColumn, reason: string, about?: string): void;
}

function createRow(cells: readonly string[], { columns, inTenThousands }: Layout): Row {
  const faults: TitleFault[] = [];
  const cell = (column: TitleColumn): string => {
    const at = columns.indexOf(column);
    const text = at < 0 ? '' : oneLine(cells[at] ?? '');
    // What its heading counts in goes along with the amount.
    return column === 'value' && inTenThousands && /\d$/.test(text) ? `${text}万` : text;
  };
  const fault = (column: TitleColumn, reason: string, about?: string) =>
    void faults.push({ column, reason, text: cell(column).slice(0, 200), ...(about !== undefined && { about }) });
  return { faults, cell, fault };
}

function entryOf(row: Row): TitleEntry {
  const its = Object.fromEntries(TITLE_COLUMNS.map((column) => [column, row.cell(column)])) as Record<
    TitleColumn,
    string
  >;
  const hasFault = (column: TitleColumn) => row.faults.some((fault) => fault.column === column);
  return { ...its, ...(hasFault('kind') ? {} : { kind: kindOf(row) ?? '' }) };
}

function fieldsIn(row: Row): TitleFields {
  const issuedOn = dayIn(row, 'issuedOn');
  const expiresOn = dayIn(row, 'expiresOn');
  if (issuedOn !== undefined && expiresOn !== undefined && expiresOn < issuedOn)
    row.fault('expiresOn', 'expiresBeforeIssued', issuedOn);
  const valueFen = valueIn(row);
  return {
    kind: kindIn(row),
    name: textIn(row, 'name', 100, 'nameMissing'),
    certificateNo: textIn(row, 'certificateNo', 100, 'certificateNoMissing'),
    owner: textIn(row, 'owner', 100, 'ownerMissing'),
    quantity: quantityIn(row),
    storage: storageIn(row),
    issuedBy: textIn(row, 'issuedBy', 100),
    ...(issuedOn !== undefined && { issuedOn }),
    ...(expiresOn !== undefined && { expiresOn }),
    ...(valueFen !== undefined && { valueFen }),
    remarks: textIn(row, 'remarks', 200),
  };
}

function textIn(row: Row, column: TitleColumn, longest: number, missing?: string): string {
  const text = row.cell(column);
  if (text === '' && missing) row.fault(column, missing);
  else if (text.length > longest) row.fault(column, 'textTooLong', String(longest));
  else if (isUnreadable(text)) row.fault(column, 'charactersUnreadable');
  return text;
}

function kindIn(row: Row): TitleKind {
  const kind = kindOf(row);
  if (!kind) row.fault('kind', row.cell('kind') === '' ? 'kindMissing' : 'kindUnknown');
  return kind ?? 'other';
}

function kindOf(row: Row): TitleKind | undefined {
  const find = (text: string, kinds: typeof KINDS) => {
    const plain = halfWidth(text).toLowerCase().replace(/\s+/g, '');
    return kinds.find(([, pattern]) => pattern.test(plain))?.[0];
  };
  const text = row.cell('kind');
  return text === '' ? find(row.cell('name'), KINDS_BY_NAME) : find(text, KINDS);
}

function quantityIn(row: Row): number {
  const text = row.cell('quantity');
  const quantity = readWholeNumber(text.replace(/本$/, ''));
  if (text === '') row.fault('quantity', 'quantityMissing');
  else if (quantity === null || quantity < 1 || quantity > 999) row.fault('quantity', 'quantityUnreadable');
  return quantity ?? 1;
}

function storageIn(row: Row): Storage {
  const text = halfWidth(row.cell('storage')).toLowerCase();
  if (/电子|无需入库|^electronic$/.test(text)) return 'electronic';
  if (!/^(纸质?(证|件|版)?|纸质证书|实物|原件|paper)?$/.test(text)) row.fault('storage', 'storageUnknown');
  return 'paper';
}

function dayIn(row: Row, column: 'issuedOn' | 'expiresOn'): string | undefined {
  const text = row.cell(column);
  if (/^[-—–/无]*$|^(长期|永久)(有效)?$/.test(text)) return undefined;
  const day = readDay(text);
  if (day === null) row.fault(column, whyNoDay(text));
  return day ?? undefined;
}

function valueIn(row: Row): number | undefined {
  const text = row.cell('value');
  if (text === '') return undefined;
  const yuan = readYuan(text);
  const fen = yuan === null ? Number.NaN : Math.round(yuan * 100);
  if (fen <= 10_000_000_000_000) return fen;
  row.fault('value', 'valueUnreadable');
  return undefined;
}

/** The same certificate stands on a list once, and is not here already. */
function faultOfNumber(row: Row, known: KnownCertificates, numbers: Map<string, number>, line: number): void {
  const certificateNo = row.cell('certificateNo');
  const key = known.certificateKey(certificateNo);
  if (key === '' || isUnreadable(certificateNo)) return;
  const first = numbers.get(key);
  if (first !== undefined) row.fault('certificateNo', 'certificateTwice', String(first));
  else {
    numbers.set(key, line);
    const why = known.whyNotNew(certificateNo);
    if (why) row.fault('certificateNo', why.reason, why.about);
  }
}
