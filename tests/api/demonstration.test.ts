import { expect, test } from 'vitest';
import { LOGINS, openOffice, signIn } from './office';

test('the demonstration company has papers at every step, all on days before today, in a whole journal', async () => {
  const office = openOffice('2026-03-02T16:00:00+08:00');
  const { logins } = await office.call('company.foundDemonstration', {});
  expect(logins.map((who) => who.login)).toContain(LOGINS.archivist);
  await signIn(office, LOGINS.archivist);
  const { rows } = await office.call('ledger.list', {});
  expect(rows.map((row) => [row.archiveNo, row.state, row.holder])).toEqual([
    [undefined, 'collecting', 'a'],
    [undefined, 'underReview', 'a'],
    // The complaint that was closed.
    [undefined, 'collecting', 'b'],
    [undefined, 'underReview', 'b'],
    ['鸿保字第004号', 'received', 'archive'],
    ['鸿保字第003号', 'received', 'archive'],
    ['鸿保字第002号', 'received', 'archive'],
    ['鸿保字第001号', 'received', 'archive'],
    [undefined, 'collecting', 'b'],
    ['鸿人字〔2025〕第002号', 'received', 'archive'],
    ['鸿人字〔2025〕第001号', 'received', 'archive'],
    ['鸿研字〔2025〕第002号', 'received', 'archive'],
    ['鸿研字〔2025〕第001号', 'received', 'archive'],
    ['鸿采字〔2025〕第002号', 'received', 'archive'],
    ['鸿采字〔2025〕第001号', 'received', 'archive'],
    ['鸿制字〔2025〕第003号', 'lent', 'archive'],
    ['鸿制字〔2025〕第002号', 'received', 'archive'],
    ['鸿制字〔2025〕第001号', 'received', 'archive'],
  ]);
  const { cabinets } = await office.call('place.tree', {});
  expect(cabinets.map(({ room, cabinet, boxes }) => [room, cabinet, boxes])).toEqual([
    ['一室', '03柜', 4],
    ['一室', '04柜', 6],
    ['二室', '01柜', 1],
    ['二室', '02柜', 3],
  ]);
  const series = await office.call('number.series', {});
  expect(series.map(({ className, void: voids }) => [className, voids])).toContainEqual(['采购档案', 1]);
  const desk = await office.call('desk.show', {});
  expect(desk.mine.map((duty) => duty.kind)).toEqual(['checkAtArchive']);
  // One slip waits, one is overdue with a note and somebody who waits for it, two are closed, of one copies were handed out; of two
  // titles one is overdue.
  const slips = await office.call('borrowing.list', {});
  expect(slips.rows.map(({ state, overdueDays }) => [state, overdueDays])).toEqual([
    ['submitted', 0],
    ['lent', 5],
    ['closed', 0],
    ['lent', 16],
    ['closed', 0],
    ['closed', 0],
  ]);
  expect(desk.borrowings.map(({ what }) => what)).toEqual(['overdue', 'overdue']);
  expect(await office.call('borrowingBook.recalls', {})).toMatchObject([{ borrower: '顾行简', stillOut: 1 }]);
  const late = rows.find(({ state }) => state === 'lent')?.id ?? 0;
  expect((await office.call('borrowing.ofDossier', { id: late })).queue).toMatchObject([{ staff: '陆知微' }]);
  expect(await office.call('borrowingBook.lent', { which: 'copies' })).toMatchObject({
    rows: [{ copies: 2, outsiderOrganisation: '深圳市南山区人民法院' }],
  });
  // The loan of the sample waits for its dossier.
  const waiting = await office.call('project.list', { openable: true });
  expect(waiting.map((project) => project.contractNo)).toContain('鸿借〔2026〕001号');
  await signIn(office, LOGINS.admin);
  const { events } = await office.call('audit.list', { limit: 200 });
  const instants = events.map((event) => event.at).reverse();
  expect(instants).toEqual([...instants].sort());
  expect(events.some((event) => event.action === 'clock.wentBack')).toBe(false);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
  expect(await office.reply('company.foundDemonstration')).toMatchObject({ error: { reason: 'companyExists' } });
  office.close();
});
