import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cut, initials, matchQuery, spoken } from '../../../electron/search/tokenise';
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

test('a text of ten thousand characters is cut at once', () => {
  const long = '鸿借字第001号'.repeat(1_500);
  const began = performance.now();
  for (const read of [cut, initials, spoken, matchQuery]) read(long);
  expect(performance.now() - began).toBeLessThan(3_000);
});

test('one reading of a text gives the same initials as asking for them', () => {
  const letter = fc.oneof(
    fc.constantFrom(...'鸿借字第重庆行长率女绿略嗯一不〇䶮𠮷㐂', ' ', '（', 'ü', 'A', '1', '・'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
  );
  const text = fc.array(letter, { maxLength: 20 }).map((its) => its.join(''));
  fc.assert(
    fc.property(text, (its) => {
      expect(spoken(its)[0]).toBe(initials(its));
    }),
    { numRuns: 500 },
  );
});
