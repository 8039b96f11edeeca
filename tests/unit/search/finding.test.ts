import fc from 'fast-check';
import { pinyin } from 'pinyin-pro';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cut } from '../../../electron/search/cut';
import { indexWords, initials, matchQuery, spoken } from '../../../electron/search/tokenise';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from '../../api/office';

const NAMES = [
  '鸿远小额贷款有限公司',
  '鸿雁建材商贸有限公司',
  '青禾建材 商贸（深圳）有限公司',
  '𠮷野家餐饮2号店',
  '䶮光图文',
  'ＡＢＣ科技1001号',
  '长汀路桥100101',
  'O\'Brien "Sons" AND Co.',
];

let office: Office;
beforeAll(async () => {
  office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.a);
  for (const name of NAMES) await office.call('client.register', { kind: 'enterprise', name });
});
afterAll(() => office.close());

const found = async (text: string) => {
  const { rows } = await office.call('client.list', { text, limit: 200 });
  return rows.map((row) => row.name).reverse();
};
/** What a person means by "the name contains it". */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

describe('a client is found by any part of its name', () => {
  const part = fc
    .tuple(fc.constantFrom(...NAMES), fc.nat(), fc.integer({ min: 1, max: 8 }))
    .map(([name, from, length]) => {
      const characters = [...plain(name)];
      const start = from % characters.length;
      return characters.slice(start, start + length).join('');
    })
    // Latin letters also find by pinyin; what they find is tested below.
    .filter((text) => text !== '' && !/[a-z]/.test(text));

  test('exactly the names that contain it, from one character on', async () => {
    await fc.assert(
      fc.asyncProperty(part, async (text) => {
        expect(await found(text)).toEqual(NAMES.filter((name) => plain(name).includes(text)));
      }),
      { numRuns: 300 },
    );
  });
  test('a finder that only looks at beginnings would be noticed', () => {
    const begins = (text: string) => NAMES.filter((name) => plain(name).startsWith(text));
    expect(() =>
      fc.assert(
        fc.property(part, (text) => expect(begins(text)).toEqual(NAMES.filter((name) => plain(name).includes(text)))),
      ),
    ).toThrow();
  });
  test.each([
    ['hyxe', ['鸿远小额贷款有限公司']],
    ['hongyan', ['鸿雁建材商贸有限公司']],
    ['abc', ['ＡＢＣ科技1001号']],
    ['ＡＢＣ', ['ＡＢＣ科技1001号']],
    ['1001', ['ＡＢＣ科技1001号', '长汀路桥100101']],
    ['建材 鸿', ['鸿雁建材商贸有限公司']],
    ['（深圳）', ['青禾建材 商贸（深圳）有限公司']],
    ["o'brien", ['O\'Brien "Sons" AND Co.']],
    ['没有', []],
  ])('%s', async (text, names) => expect(await found(text)).toEqual(names));
});

test('nothing that can be typed is an error', async () => {
  const strange = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '"',
      '""',
      '*',
      'NEAR(a b)',
      'AND',
      'a OR b',
      '-鸿',
      '^鸿',
      'words:鸿',
      "'; DROP TABLE client; --",
      '%',
      '_',
      '\u0000',
      '\ud842',
      '鸿"*',
      '(',
      '{a b}',
    ),
  );
  await fc.assert(
    fc.asyncProperty(strange, async (text) => {
      const reply = await office.reply('search.find', { text });
      expect(reply.ok).toBe(true);
    }),
    { numRuns: 1_000 },
  );
  expect(await found('"')).toHaveLength(NAMES.length);
});

/** The words of one text, without the mark behind them. */
const wordsOf = (text: string) => String(cut([text])).replace(/ · $/, '');

test('a text of ten thousand characters is cut at once', () => {
  const long = '鸿借字第001号'.repeat(1_500);
  const began = performance.now();
  for (const read of [wordsOf, initials, spoken, matchQuery]) read(long);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('letters are kept or left out as Unicode says, however they are looked at', () => {
  const asUnicodeSays = (text: string) => {
    const its = [...plain(text)];
    return its.map((_, i) => its.slice(i, i + 3).join('')).join(' ');
  };
  for (let unit = 0; unit < 0x1_0000; unit += 1) {
    const letter = String.fromCharCode(unit);
    const its = wordsOf(letter);
    if (its !== asUnicodeSays(letter)) throw new Error(`U+${unit.toString(16)}: ${its}`);
  }
  const letter = fc.oneof(
    fc.constantFrom(...'鸿借〔2026〕Ab 1（）䶮𠮷ÄﬁⅣＡ'),
    fc.string({ unit: 'binary', maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.array(letter, { maxLength: 30 }), (its) => {
      expect(wordsOf(its.join(''))).toBe(asUnicodeSays(its.join('')));
    }),
    { numRuns: 500 },
  );
  // Longer than the room that is kept; a single letter can become eighteen.
  for (const long of ['鸿借A字'.repeat(2_000), 'ﷺ'.repeat(9_000)]) expect(wordsOf(long)).toBe(asUnicodeSays(long));
});

test('no words go on from one text into the next, and what was cut before stays as it is', () => {
  const [first, second] = [indexWords(['鸿借', '（）', '字第'], false), indexWords(['字第', '鸿借'], false)];
  expect(String(first)).toBe('鸿借 借 · hj j · 字第 第 · zd d · ');
  expect(String(second)).toBe('字第 第 · zd d · 鸿借 借 · hj j · ');
  expect(String(indexWords(['鸿借'], true))).toBe('鸿借 借 · hj j · hon ong ngj gji jie ie e · ');
});

describe('Chinese characters are read aloud', () => {
  const asTheLibrarySays = (text: string): [string, string] => {
    const how = { toneType: 'none', type: 'array', nonZh: 'consecutive' } as const;
    return [pinyin(text, { ...how, pattern: 'first' }).join(''), pinyin(text, { ...how, v: true }).join('')];
  };
  test('each of them as the library reads it without tones', () => {
    for (let code = 0x3400; code < 0xa000; code += 1) {
      const letter = String.fromCharCode(code);
      if (!/\p{Script=Han}/u.test(letter)) continue;
      const [said, heard] = [asTheLibrarySays(letter).join(' '), spoken(letter).join(' ')];
      if (said !== heard) throw new Error(`${letter}: ${heard} instead of ${said}`);
    }
  });
  test.each([
    ['重庆银行行长', 'cqyhhz', 'chongqingyinhanghangzhang'],
    ['重庆2号 A座绿地', 'cq2h Azld', 'chongqing2hao Azuolvdi'],
    ['𠮷野家〔2026〕略', '𠮷yj〔2026〕l', '𠮷yejia〔2026〕lve'],
    ['鸿借字第001号', 'hjzd001h', 'hongjiezidi001hao'],
    ['ABC 12', '', ''],
  ])('%s', (text, first, all) => {
    expect(spoken(text)).toEqual([first, all]);
    // Heard a second time it is remembered.
    expect(spoken(text)).toEqual([first, all]);
  });
});
