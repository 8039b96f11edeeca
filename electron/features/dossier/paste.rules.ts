import {
  ITEM_COLUMNS,
  type ItemColumn,
  type Originality,
  type Part,
  type PastedItem,
  type PasteReading,
  type RefusedRow,
} from '../../../shared/api/dossier.contract';
import { cutCells } from '../../../shared/entry/clipboard-cells';
import { isUnreadable, oneLine } from '../../../shared/entry/pasted-cell';
import { halfWidth, readDay, readWholeNumber, whyNoDay } from '../../../shared/entry/read-entry';

/** What offices write over the columns of an in-volume list. */
const HEADINGS: Readonly<Record<ItemColumn, RegExp>> = {
  part: /^(部分|类别|分类|part)$/,
  order: /^(序号|顺序号|编号|no\.?)$/,
  title: /^(文件)?(题名|名称)$|^(资料|材料)名称$|^title$/,
  documentNo: /^(文号|文件编号|文件号|合同号|document ?no\.?)$/,
  datedOn: /^(日期|文件日期|形成日期|时间|date)$/,
  responsible: /^(责任者|责任人|形成单位|responsible)$/,
  originality: /^(原件?[/、]?复印?件?|原\/复|原件或复印件|种类|original\/copy)$/,
  copies: /^(份数?|copies)$/,
  pages: /^(页数|张数|pages)$/,
  remarks: /^(备注|说明|remarks)$/,
};

const PART_NAMES: readonly (readonly [Part, RegExp])[] = [
  ['approval', /立项|审批|^1$|^一$/],
  ['contracts', /合同|单据|^2$|^二$/],
  ['investigation', /调查|^3$|^三$/],
  ['clientPapers', /客户|企业|^4$|^四$/],
  ['annex', /附件|^5$|^五$/],
];

/** A remark that says that a signature is missing: 缺经办人签字, 未签字, 未盖章. */
const UNSIGNED = /(缺|未|无|少).{0,8}(签字|签名|签章|盖章)/;

const fieldOf = (heading: string): ItemColumn | undefined => {
  const text = halfWidth(heading).toLowerCase().replace(/\s+/g, '');
  return ITEM_COLUMNS.find((column) => HEADINGS[column].test(text));
};

interface Layout {
  columns: (ItemColumn | undefined)[];
  headings: string[];
  headingRecognised: boolean;
}

function layoutOf(rows: readonly string[][], chosen?: readonly (ItemColumn | null)[]): Layout {
  const first = rows[0] ?? [];
  const found = first.map(fieldOf);
  const headingRecognised = found.includes('title') && found.filter(Boolean).length >= 2;
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  const guessed = headingRecognised ? found : withoutHeading(width);
  const columns = Array.from({ length: width }, (_, i) => (chosen ? (chosen[i] ?? undefined) : guessed[i]));
  return { columns, headings: headingRecognised ? first : [], headingRecognised };
}

/** A block without headings: one column is titles, ten columns are the whole list, otherwise title first. */
function withoutHeading(width: number): (ItemColumn | undefined)[] {
  if (width >= ITEM_COLUMNS.length) return [...ITEM_COLUMNS];
  return ITEM_COLUMNS.filter((column) => column !== 'part' && column !== 'order').slice(0, width);
}

type Fault = RefusedRow['faults'][number];

/** Reads a pasted block. Every row comes back: read, or refused with what is wrong; nothing is guessed silently. */
export function readPaste(text: string, part: Part, chosen?: readonly (ItemColumn | null)[]): PasteReading {
  const rows = cutCells(text);
  const layout = layoutOf(rows, chosen);
  const items: PastedItem[] = [];
  const refused: RefusedRow[] = [];
  let current = part;
  rows.forEach((cells, index) => {
    if ((index === 0 && layout.headingRecognised) || cells.every((cell) => halfWidth(cell) === '')) return;
    const read = readRow(cells, layout.columns, current);
    if ('faults' in read) refused.push({ line: index + 1, cells, faults: read.faults });
    else {
      current = read.item.part;
      items.push({ line: index + 1, ...read.item });
    }
  });
  return {
    items,
    refused,
    columns: layout.columns.map((field, i) => ({ heading: layout.headings[i] ?? '', ...(field ? { field } : {}) })),
    headingRecognised: layout.headingRecognised,
    unsignedRemarks: items.filter((item) => item.remarkSaysUnsigned).length,
  };
}

function readRow(
  cells: readonly string[],
  columns: readonly (ItemColumn | undefined)[],
  part: Part,
): { item: Omit<PastedItem, 'line'> } | { faults: Fault[] } {
  const faults: Fault[] = [];
  const cell = (column: ItemColumn): string => {
    const at = columns.indexOf(column);
    return at < 0 ? '' : oneLine(cells[at] ?? '');
  };
  const fault = (column: ItemColumn, reason: string) =>
    faults.push({ column, reason, text: cell(column).slice(0, 200) });
  const longest = (column: ItemColumn, max: number): string => {
    if (cell(column).length > max) fault(column, 'textTooLong');
    else if (isUnreadable(cell(column))) fault(column, 'charactersUnreadable');
    return cell(column);
  };
  const title = longest('title', 500);
  if (title === '') fault('title', 'titleMissing');
  const datedOn = cell('datedOn') === '' ? undefined : readDay(cell('datedOn'));
  if (datedOn === null) fault('datedOn', whyNoDay(cell('datedOn')));
  const item = {
    part: readPart(cell('part'), part, () => fault('part', 'partUnknown')),
    title,
    documentNo: longest('documentNo', 100),
    ...(datedOn ? { datedOn } : {}),
    responsible: longest('responsible', 200),
    originality: readOriginality(cell('originality'), () => fault('originality', 'originalityUnknown')),
    copies: readCount(cell('copies'), 1, 999, 1, () => fault('copies', 'copiesUnreadable')),
    pages: readCount(cell('pages'), 1, 9999, 0, () => fault('pages', 'pagesUnreadable')),
    signatureComplete: true,
    remarks: longest('remarks', 500),
    volume: 1,
    remarkSaysUnsigned: UNSIGNED.test(cell('remarks')),
  };
  return faults.length > 0 ? { faults } : { item };
}

function readPart(text: string, current: Part, refuse: () => void): Part {
  if (text === '') return current;
  const found = PART_NAMES.find(([, pattern]) => pattern.test(halfWidth(text)));
  if (!found) refuse();
  return found?.[0] ?? current;
}

function readOriginality(text: string, refuse: () => void): Originality {
  const plain = halfWidth(text).toLowerCase();
  if (plain === '' || /^(原件?|正本|original|o)$/.test(plain)) return 'original';
  if (!/^(复印?件?|副本|copy|c)$/.test(plain)) refuse();
  return 'copy';
}

function readCount(text: string, least: number, most: number, absent: number, refuse: () => void): number {
  if (text === '') return absent;
  const count = readWholeNumber(text);
  if (count !== null && count >= least && count <= most) return count;
  refuse();
  return absent;
}
