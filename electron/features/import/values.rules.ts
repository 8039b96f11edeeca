import type { DossierState, Place, Secrecy } from '../../../shared/api/dossier.contract';
import type { ImportFaultName } from '../../../shared/api/import.contract';
import type { RecordClassRow } from '../../../shared/api/record-class.contract';
import type { RetentionRow } from '../../../shared/api/retention.contract';
import { halfWidth, withoutInvisible } from '../../../shared/entry/read-entry';
import { readYuan } from '../../../shared/money/read-yuan';
import { piecesOf, wordOf } from '../../../shared/records/number-pattern';

/** What a cell says, or why it says nothing; an empty cell says `undefined`. */
export type Said<T> = { value: T | undefined } | { fault: ImportFaultName };

/** #N/A, #REF!, #VALUE!: what a formula leaves that cannot be computed. */
const CELL_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Most cells: nothing in them is to be taken out, joined or refused. */
const PLAIN_ALREADY =
  /^(?!#)[!-~\u4e00-\u9fff\u3014\u3015\uff08\uff09]+(?: [!-~\u4e00-\u9fff\u3014\u3015\uff08\uff09]+)*$/;

/** One line of a cell, a line break as a space. */
export function readLine(cell: string, most: number): Said<string> {
  if (cell === '') return { value: undefined };
  if (PLAIN_ALREADY.test(cell)) return cell.length > most ? { fault: 'tooLong' } : { value: cell };
  const text = withoutInvisible(cell.replace(/\p{Surrogate}/gu, '\ufffd'))
    .replace(/[\r\n\t]+/g, ' ')
    .trim();
  if (text === '') return { value: undefined };
  if (CELL_ERROR.test(text)) return { fault: 'cellError' };
  if (CONTROL.test(text)) return { fault: 'charactersUnreadable' };
  return text.length > most ? { fault: 'tooLong' } : { value: text };
}

/** As words are compared: without spaces, half-width, small letters. */
export const bare = (text: string): string => halfWidth(text).toLowerCase().replace(/\s/g, '');

/** 2023, 2023年, ２０２３年度. */
export function readYear(text: string): number | undefined {
  const year = /^((?:19|20|21)\d\d|2200)(年度?)?$/.exec(bare(text))?.[1];
  return year === undefined || Number(year) < 1980 ? undefined : Number(year);
}

/** In fen; an amount that names its own unit (180万) keeps it. */
export function readAmount(text: string, unit: 'yuan' | 'wan'): number | undefined {
  const yuan = readYuan(text);
  if (yuan === null) return undefined;
  const times = unit === 'wan' && !/[万亿元]/.test(text) ? 10_000 : 1;
  const fen = Math.round(yuan * times * 100);
  return fen <= 10_000_000_000_000 ? fen : undefined;
}

const STATES: Readonly<Record<string, DossierState>> = Object.assign(Object.create(null), {
  ...words('received', '在库 已归档 归档 已入库 入库 正常 已接收 完整 received inarchive'),
  ...words('collecting', '整理中 收集中 未归档 待归档 未移交 在办 collecting'),
  ...words('underReview', '待归档核对 核对中 移交中 审核中 待移交 underreview'),
  ...words('lent', '借出 已借出 外借 在外 lent'),
  ...words('partlyLent', '部分借出 partlylent'),
  ...words('transferred', '已移出 移出 已移交外单位 transferred'),
  ...words('destroyed', '已销毁 销毁 destroyed'),
});
const SECRECIES: Readonly<Record<string, Secrecy>> = Object.assign(Object.create(null), {
  ...words('ordinary', '普通 无 一般 公开 内部 非密 ordinary none'),
  ...words('confidential', '秘密 保密 confidential'),
  ...words('secret', '机密 绝密 secret'),
});

function words<T extends string>(meaning: T, its: string): Record<string, T> {
  return Object.fromEntries(its.split(' ').map((word) => [word, meaning]));
}

export const readState = (text: string): DossierState | undefined => STATES[bare(text)];
export const readSecrecy = (text: string): Secrecy | undefined => SECRECIES[bare(text)];

const CLASS_WORDS: Readonly<Record<string, string>> = Object.assign(Object.create(null), {
  ...words('loan', '贷款 借款 借 贷 小额贷款 贷款业务 借款业务 loan'),
  ...words('guarantee', '担保 保 保函 融资担保 担保业务 guarantee'),
  ...words('other', '其他 其它 其他业务 other'),
});

/** A class by its name, its word, or what offices call the kinds of business. */
export function readClass(text: string, classes: readonly RecordClassRow[]): RecordClassRow | undefined {
  const wanted = bare(text);
  const code = CLASS_WORDS[wanted];
  return (
    classes.find(({ name }) => bare(name) === wanted) ??
    classes.find(({ word }) => bare(word) === wanted) ??
    classes.find((its) => its.code !== undefined && (its.code === code || its.code.toLowerCase() === wanted))
  );
}

/** 长期 and 短期 are what thirty and ten years were called before; Y and D30 what the standard writes. */
const TERM_YEARS: Readonly<Record<string, number>> = { 长期: 30, 短期: 10 };
const FOR_EVER = new Set(['永久', '长久', '永久保存', '永久保管', 'y', 'permanent']);

export function readRetention(text: string, terms: readonly RetentionRow[]): RetentionRow | undefined {
  const wanted = bare(text);
  const byName = terms.find(({ name, code }) => bare(name) === wanted || (code !== undefined && code === wanted));
  if (byName) return byName;
  if (FOR_EVER.has(wanted)) return terms.find(({ years }) => years === undefined);
  const digits = /^(?:定期|d)?(\d{1,3})(?:年|years?)?$/.exec(wanted)?.[1];
  const years =
    digits === undefined ? (Object.hasOwn(TERM_YEARS, wanted) ? TERM_YEARS[wanted] : undefined) : Number(digits);
  return years === undefined ? undefined : terms.find((term) => term.years === years);
}

const UNITS = /^(.*?[室库房馆区])?\s*(\S*?[柜架列])\s*(\S*?[层格排])\s*(\S*?[盒箱])$/;
const LENGTH = 20;

/** 一室 3柜 2层 7盒, 一室3柜2层7盒, 一室-3-2-7; `undefined` when it names no box. */
export function readPlace(text: string): Place | undefined {
  const plainText = halfWidth(text).replace(/\s+/g, ' ');
  const parts = plainText.split(/[\s\-/,，、.]+/).filter(Boolean);
  const named = UNITS.exec(plainText.replace(/[-/,，、]/g, ' '));
  const [room, cabinet, shelf, box] = parts.length === 4 ? parts : (named?.slice(1).map((part) => part?.trim()) ?? []);
  if (!room || !cabinet || !shelf || !box) return undefined;
  const place = { room, cabinet: unit(cabinet, '柜'), shelf: unit(shelf, '层'), box: unit(box, '盒') };
  return Object.values(place).every((part) => part.length <= LENGTH) ? place : undefined;
}

const unit = (part: string, word: string): string => (/^\d+$/.test(part) ? part + word : part);

const ENTERPRISE = /公司|厂|店|行$|社|中心|部$|集团|院|局|处$|所$|协会|基金|合伙|企业|个体|ltd|inc|corp|co\./i;

/** Nobody wrote down what kind of client it is; a name of up to four letters is a person's. */
export const clientKind = (name: string): 'enterprise' | 'person' =>
  ENTERPRISE.test(name) || [...name].length > 4 ? 'enterprise' : 'person';

/**
 * The running number and year that a class's pattern finds in an archive number, with more or fewer zeros than it would write;
 * `undefined` when it is another pattern's.
 */
export function seqIn(text: string, its: RecordClassRow, shortName: string): { seq: number; year: number } | undefined {
  const found = patternOf(its, shortName).exec(text)?.groups;
  const seq = Number(found?.seq ?? 0);
  if (!found || seq === 0) return undefined;
  const year = found.year === undefined ? 2000 + Number(found.yy ?? 0) : Number(found.year);
  return { seq, year: its.yearly ? year : 0 };
}

/** Every row asks for the patterns of all classes: they are put together once. */
const patterns = new WeakMap<RecordClassRow, { shortName: string; pattern: RegExp }>();

function patternOf(its: RecordClassRow, shortName: string): RegExp {
  const known = patterns.get(its);
  if (known?.shortName === shortName) return known.pattern;
  const escaped = (part: string) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const source = piecesOf(its.pattern).map((piece) => {
    if ('token' in piece && piece.token === 'seq') return '(?<seq>\\d{1,9})';
    if ('token' in piece && (piece.token === 'year' || piece.token === 'yy'))
      return `(?<${piece.token}>\\d{${piece.token.length === 4 ? 4 : 2}})`;
    return escaped(wordOf(piece, { ...its, shortName }, 0));
  });
  const pattern = new RegExp(`^${source.join('')}$`);
  patterns.set(its, { shortName, pattern });
  return pattern;
}
