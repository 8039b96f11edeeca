import { describe, expect, it } from 'vitest';
import { putPapersIn, stillUnwritten } from '../../renderer/features/dossier/grid/supplement-rows';
import { firstStep, newRow, type Rows, step, undo } from '../../renderer/features/dossier/grid/volume-draft';
import type { SupplementPaper } from '../../shared/api/supplement.contract';

const SPOUSE: SupplementPaper = {
  no: '补〔2026〕001号',
  title: '借款人配偶同意书',
  fault: 'missing',
  part: 'clientPapers',
  pages: 2,
  handedOn: '2026-03-03',
};
const STOCK: SupplementPaper = { ...SPOUSE, title: '仓库存货盘点表', fault: 'unsigned', part: 'contracts', pages: 1 };
const application = newRow('approval', { title: '借款申请书', pages: 2 });
const shown = (rows: Rows) =>
  rows.map(({ part, values: { title, pages, datedOn, signatureComplete, remarks } }) => [
    ...[part, title, pages, datedOn, signatureComplete, remarks],
  ]);

describe('the key that writes confirmed supplements into the in-volume list', () => {
  it('adds a row at the end of the right part, with title, pages found, day and the number of its list', () => {
    const copy = newRow('annex', { title: SPOUSE.title, pages: 2 });
    const written = putPapersIn([application, copy], [SPOUSE], {});
    expect(shown(written)).toEqual([
      ['approval', '借款申请书', 2, undefined, true, ''],
      ['clientPapers', '借款人配偶同意书', 2, '2026-03-03', true, '补〔2026〕001号'],
      ['annex', '借款人配偶同意书', 2, undefined, true, ''],
    ]);
    expect(stillUnwritten([SPOUSE], written, {})).toEqual([]);
  });

  it('fills the row that the checklist expects, and keeps what somebody has written of it', () => {
    const expected = newRow('clientPapers', { title: '借款人 配偶同意书', datedOn: '2026-02-01', remarks: '复核过' });
    const written = putPapersIn([application, expected], [SPOUSE], {});
    expect(shown(written).slice(1)).toEqual([['clientPapers', '借款人 配偶同意书', 2, '2026-02-01', true, '复核过']]);
    expect(written[1]?.key).toBe(expected.key);
  });

  it('makes a row signed without touching its pages, also when it is called otherwise by now', () => {
    const row = newRow('contracts', { title: '存货盘点表（一月）', pages: 5, signatureComplete: false });
    const written = putPapersIn([row], [{ ...STOCK, itemId: 7 }], { [row.key]: 7 });
    expect(shown(written)).toEqual([['contracts', '存货盘点表（一月）', 5, '2026-03-03', true, '补〔2026〕001号']]);
    expect(stillUnwritten([{ ...STOCK, itemId: 7 }], written, { [row.key]: 7 })).toEqual([]);
  });

  it('is one step that can be taken back', () => {
    const before = firstStep([application]);
    const after = step(before, putPapersIn(before.now, [SPOUSE, STOCK], {}));
    expect(after.now).toHaveLength(3);
    expect(undo(after).now).toEqual(before.now);
  });
});
