import { describe, expect, test } from 'vitest';
import { filterInWords, orderInWords } from '../../../renderer/print/ledger-filter';
import { LEDGER_GROUPS, LEDGER_SORTS, ledgerFilter, ledgerQuestion } from '../../../shared/api/ledger.contract';

const filterOf = (filter: object) => ledgerQuestion.parse({ filter }).filter;

describe('what stands over a printed ledger', () => {
  test('names every condition, and says when there is none', () => {
    expect(filterInWords(filterOf({}), {})).toBe('全部案卷');
    const all = filterOf({
      text: '青禾',
      classId: 1,
      year: 2026,
      state: 'received',
      managerId: 4,
      lateOnly: true,
    });
    expect(filterInWords(all, { manager: '顾行简', className: '借款' })).toBe(
      '含“青禾”；门类：借款；2026 年度；状态：在库；已逾期；经办人：顾行简',
    );
    const rest = filterOf({
      retentionId: 2,
      secrecy: 'secret',
      clientId: 9,
      keeperId: 3,
      room: '一室',
      cabinet: '03柜',
      receivedFrom: '2026-01-01',
      keptTo: '2036-12-31',
      pagesFrom: 10,
      pagesTo: 20,
      remarks: '水渍',
      imported: true,
    });
    expect(filterInWords(rest, { retention: '30年', client: '青禾', keeper: '沈砚秋' })).toBe(
      '客户：青禾；责任人：沈砚秋；保管期限：30年；密级：机密；备注含“水渍”；由旧台账导入；存放：一室 03柜；' +
        '归档日期 2026-01-01 起；保管期限至 2036-12-31 止；页数 10 至 20',
    );
    for (const group of LEDGER_GROUPS) expect(filterInWords(filterOf({ group }), {})).toMatch(/^状态：.+/);
  });

  test('leaves no condition unnamed', () => {
    const said = (filter: object) => filterInWords(filterOf(filter), {});
    for (const field of Object.keys(ledgerFilter.shape)) {
      const value = ['2026-03-02', 3, 'received', 'secret', '某', true].find(
        (one) => ledgerFilter.safeParse({ [field]: one }).success,
      );
      expect([field, said({ [field]: value })]).not.toEqual([field, '全部案卷']);
    }
  });

  test('names the order', () => {
    expect(orderInWords(ledgerQuestion.parse({ sort: 'archiveNo', descending: false }))).toBe('按档号升序');
    for (const sort of LEDGER_SORTS) expect(orderInWords(ledgerQuestion.parse({ sort }))).toMatch(/^按.+降序$/);
  });
});
