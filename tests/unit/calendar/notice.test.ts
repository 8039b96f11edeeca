import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lastKnownYear, readNotice } from '../../../electron/features/calendar/calendar.rules';
import type { SpecialDay } from '../../../shared/api/calendar.contract';
import { addDays, weekday } from '../../../shared/calendar/working-days';
import { NOTICE_2026 } from './notice-2026';

const days = (kind: SpecialDay['kind'], its: readonly SpecialDay[]) =>
  its.filter((day) => day.kind === kind).map(({ day }) => day);
const item = (text: string, year = 2027) => readNotice(`一、${text}`, year);

describe('a notice is read', () => {
  test('as it stands on gov.cn, heading over two lines, with all that surrounds it', () => {
    const { year, days: found, unread } = readNotice(NOTICE_2026, 2026);
    expect([year, unread]).toEqual([2026, []]);
    expect(days('holiday', found)).toHaveLength(33);
    expect(days('workday', found)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(found.find(({ day }) => day === '2026-02-17')).toEqual({ day: '2026-02-17', kind: 'holiday', name: '春节' });
  });

  test('the year is taken from the heading, against the year that was asked for', () => {
    const text = `国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日放假，与周末连休。`;
    expect(readNotice(text, 2030)).toEqual({
      year: 2027,
      days: [{ day: '2027-01-01', kind: 'holiday', name: '元旦' }],
      unread: [],
    });
    expect(readNotice('一、元旦：1月1日放假。').year).toBeUndefined();
  });

  test('of 2019: years are written, the days off begin in the year before', () => {
    const { days: found, unread } = item(
      '元旦：2018年12月30日至2019年1月1日放假调休，共3天。2018年12月29日（星期六）上班。',
      2019,
    );
    expect(unread).toEqual([]);
    expect(found.map(({ day }) => day)).toEqual(['2018-12-29', '2018-12-30', '2018-12-31', '2019-01-01']);
    expect(item('元旦：12月31日至1月2日放假，共3天。', 2023).days.map(({ day }) => day)).toEqual([
      '2022-12-31',
      '2023-01-01',
      '2023-01-02',
    ]);
  });

  test('of 2024: a recommendation binds nobody; of 2020: one item for two feasts; 2022: 星期 for 周', () => {
    const recommended = item(
      '春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。',
      2024,
    );
    expect([recommended.days.length, recommended.unread]).toEqual([10, []]);
    const two = item('国庆节、中秋节：10月1日至8日放假调休，共8天。9月27日（星期日）、10月10日（星期六）上班。', 2020);
    expect([two.days.length, two.unread, two.days[1]?.name]).toEqual([10, [], '国庆节、中秋节']);
    const across = item('春节：1月31日至2月6日放假调休，共7天。1月29日（星期六）、1月30日（星期日）上班。', 2022);
    expect(days('holiday', across.days).at(-1)).toBe('2022-02-06');
  });

  test('when the copy broke its lines, ran them together, or used full-width digits and spaces', () => {
    const broken = '一、元旦：１月１日（周五）至\n 3日（周日）放假，共 3 天。\n二、清明节：4月5日（周一）\n放假1天。';
    const { days: found, unread } = readNotice(broken, 2027);
    expect(unread).toEqual([]);
    expect(found.map(({ day }) => day)).toEqual(['2027-01-01', '2027-01-02', '2027-01-03', '2027-04-05']);
    const oneLine = NOTICE_2026.replaceAll('\n', '');
    expect(readNotice(oneLine).days).toEqual(readNotice(NOTICE_2026).days);
  });
});

describe('what is wrong is said, with its line', () => {
  test.each([
    ['元旦：1月1日（周四）放假。', 'weekdayDiffers'],
    ['元旦：1月1日至3日放假，共4天。', 'countDiffers'],
    ['元旦：2月30日放假。', 'noSuchDay'],
    ['元旦：1月4日上班。', 'workdayNotWeekend'],
    ['元旦：1月1日至3日放假，1月2日放假。', 'unreadable'],
    ['元旦：1月1日至3日放假。1月2日（周六）上班。', 'dayTwice'],
    ['元旦：元月初一放假。', 'unreadable'],
    ['元旦：1月1日起休整三天。', 'unreadable'],
    ['元旦：2031年1月1日放假。', 'otherYear'],
    ['元旦：待定。', 'unreadable'],
  ])('%s %s', (text, fault) => {
    const { days: found, unread } = readNotice(`二、劳动节：5月1日放假。\n一、${text}`, 2027);
    expect(unread.map((its) => [its.line, its.fault])).toEqual([[2, fault]]);
    expect(found).toHaveLength(1);
  });

  test('a line with a day off outside the numbered items is not passed over', () => {
    expect(readNotice('另外，10月11日（周一）全体放假。', 2027).unread).toMatchObject([{ fault: 'unreadable' }]);
  });
});

/** Some days off of a year, not overlapping, and swapped weekend days beside them. */
const spans = fc
  .record({
    year: fc.integer({ min: 2005, max: 2190 }),
    lengths: fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 9, max: 30 })), {
      minLength: 1,
      maxLength: 8,
    }),
  })
  .map(({ year, lengths }) => {
    let from = `${year}-01-01`;
    return {
      year,
      feasts: lengths.map(([length, gap], i) => {
        const feast = { name: `节${'甲乙丙丁戊己庚辛'[i]}`, from, to: addDays(from, length - 1), length };
        from = addDays(from, length + gap);
        return feast;
      }),
    };
  });

test('whatever the days off are: a notice that says them is read back as them', () => {
  fc.assert(
    fc.property(spans, fc.boolean(), ({ year, feasts }, says) => {
      const words = (day: string) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
      const inBrackets = (day: string) => (says ? `（周${'日一二三四五六'[weekday(day)]}）` : '');
      const swaps = feasts.map(
        ({ to }) => [1, 2, 3, 4, 5, 6, 7].map((n) => addDays(to, n)).find((d) => weekday(d) === 6) ?? '',
      );
      const text = feasts
        .map(({ name, from, to, length }, i) => {
          const end =
            to === from
              ? ''
              : `至${from.slice(5, 7) === to.slice(5, 7) ? `${Number(to.slice(8))}日` : words(to)}${inBrackets(to)}`;
          const swap = swaps[i] ?? '';
          return `${i + 1}、${name}：${words(from)}${inBrackets(from)}${end}放假调休，共${length}天。${words(swap)}${inBrackets(swap)}上班。`;
        })
        .join('\n');
      const { days: found, unread } = readNotice(`关于${year}年部分节假日安排的通知\n${text}`);
      expect(unread).toEqual([]);
      const off = feasts.flatMap(({ from, length }) => Array.from({ length }, (_, n) => addDays(from, n)));
      expect(days('holiday', found)).toEqual(off);
      expect(days('workday', found)).toEqual(swaps);
    }),
  );
});

test('no text whatever breaks the reader, and every day it answers exists once', () => {
  const pieces = fc.constantFrom(
    '一、',
    '元旦：',
    '1月',
    '31日',
    '2月30日',
    '（周四',
    '）',
    '至',
    '、',
    '放假',
    '上班',
    '共3天',
    '。',
    '\n',
    '2027年',
    'x',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 30 }), (parts) => {
      const { days: found } = readNotice(parts.join(''), 2027);
      expect(new Set(found.map(({ day }) => day)).size).toBe(found.length);
      for (const { day } of found) expect(addDays(day, 0)).toBe(day);
    }),
  );
});

test('the last known year is the end of the years known without a gap', () => {
  expect(lastKnownYear([])).toBe(0);
  expect(lastKnownYear([2024, 2025, 2026])).toBe(2026);
  expect(lastKnownYear([2024, 2025, 2026, 2028])).toBe(2026);
});
