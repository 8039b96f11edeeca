import type { NoticeFault, NoticeReading, SpecialDay } from '../../../shared/api/calendar.contract';
import { addDays, type Day, weekday } from '../../../shared/calendar/working-days';
import { halfWidth, readDay } from '../../../shared/entry/read-entry';

type Reading = Omit<NoticeReading, 'removed'>;

/** The days of one sentence, or why it cannot be read. */
type Read<T> = T | { fault: NoticeFault };
const isFault = <T extends object>(read: Read<T>): read is { fault: NoticeFault } => 'fault' in read;

const HEADING_YEAR = /关于(\d{4})年[^。]{0,20}节假日/;
/** "一、元旦：" or "1.元旦:" at the beginning of a line, or after a full stop where lines were run together. */
const ITEM = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.](?!\d)([^:：,，。]{1,30}):(.*)$/;
const WHERE_ITEMS_BEGIN = /(?<=[。;])(?=(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.](?!\d)[^:,。]{1,30}:)/;
const NAMES_A_DAY = /\d{1,2}月\d{1,2}日/;
/** 2026年11月4日 by itself, or behind who signs: when the notice was issued. */
const ISSUED_ON = /^(?:[^\d]*厅)?\d{4}年\d{1,2}月\d{1,2}日$/;

/**
 * Reads the State Council's notice on the days off of a year, as it stands on gov.cn: "一、元旦：1月1日（周四）至3日（周六）
 * 放假调休，共3天。1月4日（周日）上班。" What names a day and is not understood comes back as a line that was not read; weekdays
 * and numbers of days that the notice says must agree with the days.
 */
export function readNotice(text: string, askedYear?: number): Reading {
  const lines = cutLines(text);
  // The heading may run over two lines.
  const heading = HEADING_YEAR.exec(lines.map((line) => line.text).join(''))?.[1];
  const year = heading === undefined ? askedYear : Number(heading);
  if (year === undefined) return { days: [], unread: [] };
  const days: SpecialDay[] = [];
  const unread: Reading['unread'] = [];
  for (const line of lines) {
    const read = readLine(line.text, year);
    const fault = isFault(read) ? read.fault : faultTogether(days, read, year);
    if (fault) unread.push({ ...line, fault });
    else if (!isFault(read)) days.push(...read);
  }
  return { year, days: days.sort((a, b) => (a.day < b.day ? -1 : 1)), unread };
}

/** Lines with their numbers in the text; an item that runs over its line is joined, items run together are cut. */
function cutLines(text: string): { line: number; text: string }[] {
  const lines: { line: number; text: string }[] = [];
  text.split(/\r\n|\r|\n/).forEach((raw, i) => {
    const its = plain(raw);
    if (its === '') return;
    const last = lines.at(-1);
    const goesOn =
      last && ITEM.test(last.text) && !ITEM.test(its) && (!/[。;]$/.test(last.text) || /^\d{1,2}月/.test(its));
    if (goesOn) last.text += its;
    else lines.push(...its.split(WHERE_ITEMS_BEGIN).map((piece) => ({ line: i + 1, text: piece })));
  });
  return lines;
}

/** Half-width, without white space, one sign for each meaning. */
const plain = (text: string): string =>
  halfWidth(text)
    .replace(/\s+/g, '')
    .replace(/[；]/g, ';')
    .replace(/星期|礼拜/g, '周')
    .replace(/周天/g, '周日');

function readLine(line: string, year: number): Read<SpecialDay[]> {
  const [, name, rest] = ITEM.exec(line) ?? [];
  if (name === undefined || rest === undefined) {
    const tells = NAMES_A_DAY.test(line) && !ISSUED_ON.test(line) && /放假|上班|调休/.test(line);
    return tells ? { fault: 'unreadable' } : [];
  }
  const found: SpecialDay[] = [];
  for (const sentence of rest.split(/[。;]/)) {
    const read = readSentence(sentence, name, year);
    if (isFault(read)) return read;
    found.push(...read);
  }
  return found.length > 0 ? found : { fault: 'unreadable' };
}

/** "…放假…", "…上班", or words around them; a recommendation ("鼓励…安排职工在除夕休息") binds nobody. */
function readSentence(sentence: string, name: string, year: number): Read<SpecialDay[]> {
  if (sentence === '' || /^鼓励/.test(sentence)) return [];
  const [, off, afterOff = ''] = /^(.*?)放假(.*)$/.exec(sentence) ?? [];
  const [, on, afterOn = ''] = /^(.*?)(?:正常|照常)?上班(.*)$/.exec(sentence) ?? [];
  const saidLater = NAMES_A_DAY.test(off === undefined ? afterOn : afterOff);
  if (!saidLater && off) return readDaysOff(off, sentence, name, year);
  if (!saidLater && on) return readWorkdays(on, name, year);
  return NAMES_A_DAY.test(sentence) && !ISSUED_ON.test(sentence) ? { fault: 'unreadable' } : [];
}

function readDaysOff(spans: string, sentence: string, name: string, year: number): Read<SpecialDay[]> {
  const read = readSpans(spans, year, name.includes('元旦'));
  if (isFault(read)) return read;
  const count = /(?:共|放假)(\d{1,2})天/.exec(sentence)?.[1];
  if (count !== undefined && Number(count) !== read.length) return { fault: 'countDiffers' };
  return read.map((day) => ({ day, kind: 'holiday', name }));
}

function readWorkdays(spans: string, name: string, year: number): Read<SpecialDay[]> {
  const read = readSpans(spans, year, name.includes('元旦'));
  if (isFault(read)) return read;
  if (read.some((day) => ![0, 6].includes(weekday(day)))) return { fault: 'workdayNotWeekend' };
  return read.map((day) => ({ day, kind: 'workday', name }));
}

const WEEKDAYS = '日一二三四五六';
const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]*)\))?`;
const SPAN = new RegExp(`^${DAY}(?:(?:至|到|—|–|-|~)+${DAY})?$`);
/** New Year's days off may begin in the year before. */
const DECEMBER = 12;
const LONGEST_SPAN = 20;

/** "2月14日(周六)、2月28日(周六)", "1月28日至2月4日", "12月30日至1月1日": all their days, in order. */
function readSpans(text: string, year: number, isNewYear: boolean): Read<Day[]> {
  const all: Day[] = [];
  let month: number | undefined;
  for (const piece of splitOutside(text.replace(/[,]$/, ''))) {
    const parts = SPAN.exec(piece);
    if (!parts) return { fault: 'unreadable' };
    const from = dayOf(parts.slice(1, 5), { year, month, isNewYear });
    if (isFault(from)) return from;
    month = from.month;
    const to =
      parts[7] === undefined ? from : dayOf(parts.slice(5, 9), { ...from, isNewYear: false, after: from.month });
    if (isFault(to)) return to;
    month = to.month;
    if (to.day < from.day || to.day > addDays(from.day, LONGEST_SPAN)) return { fault: 'unreadable' };
    for (let day = from.day; day <= to.day; day = addDays(day, 1)) all.push(day);
  }
  return all.length > 0 ? all : { fault: 'unreadable' };
}

/** At 、 , 和 that do not stand in brackets: "2月15日(农历腊月二十八、周日)" is one piece. */
const splitOutside = (text: string): string[] => text.split(/[、,和及](?![^()]*\))/).filter((piece) => piece !== '');

interface Around {
  year: number;
  month?: number | undefined;
  isNewYear: boolean;
  /** The month in which the span begins: one that ends in an earlier month ends in the next year. */
  after?: number;
}

function dayOf(
  parts: readonly (string | undefined)[],
  around: Around,
): Read<{ day: Day; year: number; month: number }> {
  const [saidYear, saidMonth, saidDay = '', words = ''] = parts;
  const month = saidMonth === undefined ? around.month : Number(saidMonth);
  if (month === undefined) return { fault: 'unreadable' };
  const turn = around.after !== undefined && month < around.after ? 1 : around.isNewYear && month === DECEMBER ? -1 : 0;
  const year = saidYear === undefined ? around.year + turn : Number(saidYear);
  const day = readDay(`${year}-${month}-${saidDay}`);
  if (day === null) return { fault: 'noSuchDay' };
  const said = /周([日一二三四五六])/.exec(words)?.[1];
  if (said !== undefined && WEEKDAYS[weekday(day)] !== said) return { fault: 'weekdayDiffers' };
  return { day, year, month };
}

/** Days of another year than the notice's, but for the last days of December before it; days said twice. */
function faultTogether(
  known: readonly SpecialDay[],
  added: readonly SpecialDay[],
  year: number,
): NoticeFault | undefined {
  const first = `${year - 1}-12-01`;
  if (added.some(({ day }) => day < first || day > `${year}-12-31`)) return 'otherYear';
  const all = [...known, ...added].map(({ day }) => day);
  return new Set(all).size < all.length ? 'dayTwice' : undefined;
}

/** The last year up to which every year's days are known; 0 when none is. */
export function lastKnownYear(years: readonly number[]): number {
  const known = new Set(years);
  let last = Math.min(...years);
  if (years.length === 0) return 0;
  while (known.has(last + 1)) last += 1;
  return last;
}
