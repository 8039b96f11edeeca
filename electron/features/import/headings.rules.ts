import type { ImportField } from '../../../shared/api/import.contract';
import { halfWidth, withoutInvisible } from '../../../shared/entry/read-entry';

/**
 * What offices and this program's own exports call their columns, without spaces and in small letters. What stands in an
 * earlier line wins when two columns could be meant: 编号 is the archive number only where no 档号 is.
 */
const WORDS: readonly (readonly [ImportField, string])[] = [
  ['archiveNo', '档号 档案号 档案编号 案卷号 案卷编号 归档编号 archiveno archivenumber'],
  ['title', '题名 案卷题名 案卷名称 档案名称 档案题名 卷名 title'],
  ['client', '客户 客户名称 借款人 借款人名称 借款企业 借款单位 被担保人 企业名称 单位名称 客户姓名 client customer'],
  ['className', '业务类型 业务种类 业务类别 业务品种 门类 档案门类 档案类别 档案种类 class business 类型'],
  ['contractNo', '合同号 合同编号 借款合同号 借款合同编号 主合同号 主合同编号 contractno'],
  ['projectName', '项目名称 项目 业务名称 projectname'],
  ['amount', '金额 贷款金额 借款金额 放款金额 担保金额 合同金额 本金 amount'],
  ['guarantors', '担保人 保证人 担保方 guarantors'],
  ['year', '年度 年份 归档年度 year'],
  ['aManager', 'a角 客户经理 主办 主办人 主办客户经理 经办人 项目经理 项目经理a a角经理 业务员 信贷员 amanager'],
  ['bManager', 'b角 协办 协办人 协办客户经理 项目经理b b角经理 bmanager'],
  ['keeper', '责任人 负责人 保管人 经管人 立卷人 keptby keeper'],
  ['receivedOn', '归档日期 归档时间 入库日期 入库时间 接收日期 归档日 receivedon'],
  ['disbursedOn', '放款日期 放款时间 发放日期 借款日期 起始日期 放款日 disbursedon'],
  [
    'endedOn',
    '业务终结日期 结清日期 结清时间 终结日期 业务终结 终结日 结清日 办结日期 还清日期 businessendedon endedon',
  ],
  ['dueOn', '期限 移交期限 应移交日期 dueon'],
  ['retention', '保管期限 保存期限 保管年限 retention'],
  ['secrecy', '密级 保密级别 secrecy'],
  ['place', '存放位置 存放地点 位置 存放处 库位 保管位置 place location'],
  ['room', '库室 室 库房 房间 档案室 库 room'],
  ['cabinet', '柜 柜号 档案柜 柜子 架 架号 cabinet'],
  ['shelf', '层 层号 格 格号 shelf'],
  ['box', '盒 盒号 档案盒 档案盒号 箱号 箱 box'],
  ['volumes', '册数 卷数 册 卷 分册 volumes'],
  ['items', '件数 份数 文件数 件 items'],
  ['pages', '页数 总页数 页 页码数 pages'],
  ['state', '状态 档案状态 在库状态 state status'],
  ['lentTo', '借阅人 借阅人姓名 借阅者 借用人 借档人 借出给 lentto borrower'],
  ['lentOn', '借出日期 借出时间 借阅日期 借阅时间 lenton'],
  ['backBy', '应还日期 应还时间 归还期限 借阅期限 tobeback backby'],
  ['remarks', '备注 说明 附注 remarks note notes'],
  // Vague ones last.
  ['archiveNo', '编号 号码 no'],
  ['title', '名称 内容 摘要'],
  ['client', '姓名 户名'],
];

/** 档 号：, 金额（万元） and 客户\n名称 as they are looked up. */
const plain = (heading: string): string =>
  withoutInvisible(halfWidth(heading))
    .toLowerCase()
    .replace(/\(.*?\)|\[.*?\]|〔.*?〕/g, '')
    .replace(/[\s*:.。_-]/g, '');

const RANK = new Map<string, { field: ImportField; rank: number }>();
for (const [rank, [field, words]] of WORDS.entries())
  for (const word of words.split(' ')) if (!RANK.has(word)) RANK.set(word, { field, rank });

/** 客户名称/借款人 means what either word means. */
function meaningOf(heading: string) {
  const words = [plain(heading), ...heading.split(/[/、,，]/).map(plain)];
  for (const word of words) {
    const found = RANK.get(word);
    if (found) return found;
  }
  return undefined;
}

/** What the columns mean, by their headings. Only places may stand in several columns. */
export function guessColumns(headings: readonly string[]): (ImportField | null)[] {
  const columns: (ImportField | null)[] = headings.map(() => null);
  const meant = headings
    .map((heading, column) => ({ column, its: meaningOf(heading) }))
    .flatMap(({ column, its }) => (its ? [{ column, ...its }] : []))
    .sort((a, b) => a.rank - b.rank || a.column - b.column);
  const taken = new Set<ImportField>();
  for (const { column, field } of meant) {
    if (taken.has(field) && field !== 'place') continue;
    taken.add(field);
    columns[column] = field;
  }
  return columns;
}

const KNOWN_ENOUGH = 3;

/** The row that holds the headings: the first with three known ones, else the one with the most; 0 when no row has any. */
export function guessHeadingRow(head: readonly { row: number; cells: readonly string[] }[]): number {
  const known = head.map(({ row, cells }) => ({
    row,
    n: guessColumns(cells).filter((field) => field !== null).length,
  }));
  const first = known.find(({ n }) => n >= KNOWN_ENOUGH);
  if (first) return first.row;
  return known.reduce((best, its) => (its.n > best.n ? its : best), { row: 0, n: 0 }).row;
}

/** 金额（万元）: amounts that are written in ten thousands. */
export const guessUnit = (headings: readonly string[], columns: readonly (ImportField | null)[]): 'yuan' | 'wan' =>
  /万/.test(headings[columns.indexOf('amount')] ?? '') ? 'wan' : 'yuan';

export interface MergedCells {
  fromRow: number;
  toRow: number;
  fromColumn: number;
  toColumn: number;
}

/** Headings that span several rows or columns stand in each of them. */
export function fillMerged<R extends { row: number; cells: readonly string[] }>(
  head: readonly R[],
  merges: readonly MergedCells[],
): { row: number; cells: string[] }[] {
  const rows = head.map(({ row, cells }) => ({ row, cells: [...cells] }));
  for (const { fromRow, toRow, fromColumn, toColumn } of merges) {
    const text = rows.find(({ row }) => row === fromRow)?.cells[fromColumn] ?? '';
    if (text === '') continue;
    for (const { row, cells } of rows) {
      if (row < fromRow || row > toRow) continue;
      for (let column = fromColumn; column <= Math.min(toColumn, fromColumn + 20); column += 1) {
        while (cells.length <= column) cells.push('');
        if (cells[column] === '') cells[column] = text;
      }
    }
  }
  return rows;
}
