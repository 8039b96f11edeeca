import { describe, expect, test } from 'vitest';
import { filterInWords, orderInWords } from '../../../renderer/print/ledger-filter';
import { LEDGER_GROUPS, LEDGER_SORTS, ledgerQuestion } from '../../../shared/api/ledger.contract';

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
    for (const group of LEDGER_GROUPS) expect(filterInWords(filterOf({ group }), {})).toMatch(/^状态：.+/);
  });

  test('names the order', () => {
    expect(orderInWords(ledgerQuestion.parse({ sort: 'archiveNo', descending: false }))).toBe('按档号升序');
    for (const sort of LEDGER_SORTS) expect(orderInWords(ledgerQuestion.parse({ sort }))).toMatch(/^按.+降序$/);
  });
});
