import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateKey } from '../../../electron/features/title/title.rules';
import { type KnownCertificates, readPaste } from '../../../electron/features/title-handover/paste.rules';
import { titleFields } from '../../../shared/api/title-fields';
import { TITLE_COLUMNS } from '../../../shared/api/title-handover.contract';
import { cutCells, joinCells } from '../../../shared/entry/clipboard-cells';
import { halfWidth } from '../../../shared/entry/read-entry';

const NOBODY: KnownCertificates = { certificateKey, whyNotNew: () => undefined };
const read = (text: string, known: Partial<KnownCertificates> = {}) => readPaste(text, { ...NOBODY, ...known });
const SAMPLE = readFileSync(new URL('../../fixtures/titles-001.tsv', import.meta.url), 'utf8');

const HEAD = [
  ...['权证种类', '权证名称', '权证号', '权利人', '数量', '发证机关', '发证日期', '到期日', '评估价值', '备注', '介质'],
];
const WHOLE: Readonly<Record<string, string>> = {
  权证种类: '客户财产权属证明原件',
  权证名称: '不动产权证书',
  权证号: '粤（2021）深圳市不动产权第0031876号',
  权利人: '林远山',
  数量: '1',
};
const rowOf = (cells: Readonly<Record<string, string>>) => HEAD.map((name) => cells[name] ?? WHOLE[name] ?? '');
/** A block of one row that is whole but for what the test writes into it. */
const one = (cells: Readonly<Record<string, string>>, known: Partial<KnownCertificates> = {}) =>
  read(joinCells([HEAD, rowOf(cells)]), known);
const faults = (reading: ReturnType<typeof read>) =>
  reading.refused.flatMap(({ line, faults: its }) => its.map(({ column, reason }) => `${line} ${column} ${reason}`));

describe('the sample list, as Excel puts it on the clipboard', () => {
  test('six documents in seven pieces, each with its kind, days and value', () => {
    const { titles, refused, headingRecognised } = read(SAMPLE);
    expect([headingRecognised, refused]).toEqual([true, []]);
    expect(titles.map(({ kind }) => kind)).toEqual([
      ...['clientOwnership', 'guarantorOwnership', 'otherRights', 'chattelMortgage', 'equityPledge', 'other'],
    ]);
    expect(titles.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(7);
    expect(titles[0]).toEqual({
      ...{ line: 2, kind: 'clientOwnership', name: '不动产权证书', storage: 'paper', issuedBy: '', quantity: 1 },
      ...{ certificateNo: '粤（2021）深圳市不动产权第0031876号', owner: '林远山', issuedOn: '2021-05-20' },
      ...{ valueFen: 486_000_000, remarks: '吉祥里12号' },
    });
    expect(titles[2]).toMatchObject({ issuedOn: '2026-03-02', expiresOn: '2029-03-01' });
    expect(titles[5]).toMatchObject({ quantity: 2, certificateNo: '粤B·7K2Q9', remarks: '两本，车辆两台' });
  });
});

describe('what a cell may look like', () => {
  test('days as people and spreadsheets write them', () => {
    for (const day of ['2026-3-2', '2026.3.2', '2026/3/2', '2026年3月2日', '20260302', '46083', '２０２６．３．２'])
      expect(one({ 发证日期: day }).titles[0]?.issuedOn).toBe('2026-03-02');
    expect(one({ 到期日: '长期' }).titles[0]).not.toHaveProperty('expiresOn');
  });
  test('quantities in full-width digits and with their unit', () => {
    for (const quantity of ['２', '2本', '2 件', '2.0']) expect(one({ 数量: quantity }).titles[0]?.quantity).toBe(2);
  });
  test('amounts in yuan, also where their heading or they themselves count in ten thousands', () => {
    for (const value of ['4860000.00', '￥4,860,000', '486万', '４８６万元'])
      expect(one({ 评估价值: value }).titles[0]?.valueFen).toBe(486_000_000);
    const inWan = HEAD.map((name) => (name === '评估价值' ? '评估价值（万元）' : name));
    const counted = read(joinCells([inWan, rowOf({ 评估价值: '486' })]));
    expect(counted.titles[0]?.valueFen).toBe(486_000_000);
    // Typed into a list without that heading it is the same amount.
    expect(counted.entries[0]?.cells.value).toBe('486万');
  });
  test('an electronic certificate needs no place in the safe', () => {
    expect(one({ 介质: '电子' }).titles[0]?.storage).toBe('electronic');
    expect(faults(one({ 介质: '软盘' }))).toEqual(['2 storage storageUnknown']);
  });
  test('a mortgage of immovable property is no chattel mortgage', () => {
    expect(one({ 权证种类: '不动产抵押登记证明' }).titles[0]?.kind).toBe('otherRights');
    expect(one({ 权证种类: '动产抵押登记' }).titles[0]?.kind).toBe('chattelMortgage');
  });
  test('without a kind its name may say it; whose a property certificate is, it does not', () => {
    expect(one({ 权证种类: '', 权证名称: '股权出质设立登记通知书' }).titles[0]?.kind).toBe('equityPledge');
    expect(faults(one({ 权证种类: '' }))).toEqual(['2 kind kindMissing']);
  });
  test('headings in another order, with columns that the list does not have', () => {
    const block = joinCells([
      ['序号', '权证号', '权证名称', '份数', '权利人', '权证种类'],
      ['1', '动抵登字2026第0226号', '动产抵押登记通知书', '1', '本公司', ''],
    ]);
    const { titles, columns } = read(block);
    expect(titles[0]).toMatchObject({ certificateNo: '动抵登字2026第0226号', owner: '本公司' });
    expect(columns[0]).toEqual({ heading: '序号' });
  });
  test('a block without headings is read in the order of the list', () => {
    const { titles, headingRecognised } = read(SAMPLE.split('\r\n').slice(1).join('\r\n'));
    expect([headingRecognised, titles.length]).toEqual([false, 6]);
  });
});

test('every row comes back as it is typed into a list, and reads there as it did in the block', () => {
  const { entries, titles } = read(SAMPLE);
  const typed = joinCells([[...TITLE_COLUMNS], ...entries.map(({ cells }) => TITLE_COLUMNS.map((its) => cells[its]))]);
  expect(read(typed).titles).toEqual(titles);
  expect(one({ 数量: '0' }).entries[0]?.cells).toMatchObject({
    kind: 'clientOwnership',
    quantity: '0',
    owner: '林远山',
  });
  expect(one({ 权证种类: '说不清' }).entries[0]?.cells.kind).toBe('说不清');
});

describe('a bad row comes back with what is wrong where', () => {
  test.each([
    [{ 数量: '0' }, 'quantity quantityUnreadable'],
    [{ 数量: '2.5' }, 'quantity quantityUnreadable'],
    [{ 数量: '-1' }, 'quantity quantityUnreadable'],
    [{ 数量: '' }, 'quantity quantityMissing'],
    [{ 权证号: '' }, 'certificateNo certificateNoMissing'],
    [{ 权证名称: '', 权证种类: '其他' }, 'name nameMissing'],
    [{ 权利人: '　' }, 'owner ownerMissing'],
    [{ 权证种类: '说不清' }, 'kind kindUnknown'],
    [{ 发证日期: '2026-02-30' }, 'issuedOn dayNotReal'],
    [{ 到期日: '明年' }, 'expiresOn dayUnreadable'],
    [{ 发证日期: '2026-3-2', 到期日: '2025-3-1' }, 'expiresOn expiresBeforeIssued'],
    [{ 评估价值: '约五百' }, 'value valueUnreadable'],
    [{ 权证号: '号'.repeat(101) }, 'certificateNo textTooLong'],
    [{ 权利人: '林\ufffd山' }, 'owner charactersUnreadable'],
  ])('%j', (cells, expected) => {
    expect(faults(one(cells))).toEqual([`2 ${expected}`]);
  });

  test('the same number twice: the second row names the first, however it is written', () => {
    const twice = read(joinCells([HEAD, rowOf({}), rowOf({ 权证号: '粤(2021)深圳市不动产权第００３１８７６号 ' })]));
    expect(twice.titles).toHaveLength(1);
    expect(twice.refused[0]?.faults).toMatchObject([{ reason: 'certificateTwice', about: '2' }]);
  });
  test('a number that is in the safe, or on another list already', () => {
    const whyNotNew = () => ({ reason: 'certificateOnList', about: '权交〔2026〕001号' });
    expect(one({}, { whyNotNew }).refused[0]?.faults).toMatchObject([
      { column: 'certificateNo', reason: 'certificateOnList', about: '权交〔2026〕001号' },
    ]);
  });
  test('several faults of a row come at once', () => {
    expect(faults(one({ 数量: '0', 权证号: '' }))).toEqual([
      '2 certificateNo certificateNoMissing',
      '2 quantity quantityUnreadable',
    ]);
  });
});

describe('nothing of a block is lost', () => {
  const cell = fc.oneof(
    fc.constantFrom(...HEAD, ...Object.values(WHOLE), '', ' ', '0', '2.5', '2026-02-30', '"', 'a"b', '𠮷', '\ud842'),
    fc.string({ unit: 'binary', maxLength: 12 }),
  );
  const separator = fc.constantFrom('\t', '\t', '\t', '\n', '\r\n', '\r');
  const block = fc
    .array(fc.tuple(cell, separator), { maxLength: 60 })
    .map((pieces) => pieces.map(([text, after]) => text + after).join(''));

  test('every row that holds anything comes back exactly once', () => {
    fc.assert(
      fc.property(block, (text) => {
        const { titles, refused, headingRecognised } = read(text);
        const back = [...titles, ...refused].map(({ line }) => line).concat(headingRecognised ? [1] : []);
        const there = cutCells(text).flatMap((cells, i) =>
          cells.every((its) => halfWidth(its) === '') ? [] : [i + 1],
        );
        expect(back.sort((a, b) => a - b)).toEqual(there);
      }),
      { numRuns: 2_000 },
    );
  });
  test('what was read can be handed over: no row passes here and is refused by the list', () => {
    const rows = fc.array(
      fc.record(Object.fromEntries(HEAD.map((name) => [name, fc.oneof(cell, fc.constant(WHOLE[name] ?? ''))]))),
      { maxLength: 6 },
    );
    let passed = 0;
    fc.assert(
      fc.property(rows, (its) => {
        for (const { line: _, ...fields } of read(joinCells([HEAD, ...its.map(rowOf)])).titles) {
          expect(titleFields.safeParse(fields)).toMatchObject({ success: true });
          passed += 1;
        }
      }),
      { numRuns: 1_000 },
    );
    expect(passed).toBeGreaterThan(0);
  });
});
