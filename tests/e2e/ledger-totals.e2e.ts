import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ARCHIVIST, OfficeDay } from './office-day';
import { shelveOldDossiers } from './old-dossiers';
import { answerOpenDialog, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  program = await startProgram({
    size: { width: 1366, height: 768 },
    before: async (asks) => {
      await foundDemonstration(asks);
      await shelveOldDossiers(asks, ['松风旧贷']);
    },
  });
  day = new OfficeDay(program);
  await day.signIn(ARCHIVIST);
  await bringInOne();
  await press('Alt+2');
  await expect(program.page.locator('.ledger')).toBeFocused();
});
test.afterAll(async () => program.close());

type Sums = { total: number };
const press = async (key: string) => program.page.keyboard.press(key);
const numbers = () => program.page.locator('.ledger-body [role=row]');
const dialog = () => program.page.getByRole('dialog');

/** Beside what is past its retention one of which nobody knows where it stands. */
async function bringInOne(): Promise<void> {
  const file = join(mkdtempSync(join(tmpdir(), 'anjuan-totals-')), 'old.csv');
  writeFileSync(file, '档号,题名,归档日期,业务类型,年度\n旧制001号,旧制度汇编,2019-03-09,制度文件,2019\n');
  await answerOpenDialog(program, [file]);
  await program.ask('import.read');
  const { sheets } = await program.ask<{ sheets: { guess: { remembered: boolean } }[] }>('import.opened');
  const { remembered: _, ...plan } = sheets[0]?.guess ?? { remembered: false };
  await program.ask('import.write', { plan: { sheet: 0, ...plan } });
}

test('a number of the totals opens the list that it counts', async () => {
  await day.tabTo('看合计');
  await press('Enter');
  await day.see('台账合计');
  const { total } = await program.ask<Sums>('ledger.list', { filter: { state: 'received' } });
  await day.tabTo(`在库：${total} 卷，打开列表`);
  await press('Enter');
  await expect(dialog()).toBeHidden();
  await day.see(`筛出 ${total} 卷`);
  await expect(numbers()).toHaveCount(total);
});

test('every number over the ledger, and every total of a state and a class, opens just the list that it counts', async () => {
  test.setTimeout(120_000);
  const { page } = program;
  const summary = await program.ask<
    Record<string, number> & { byState: ({ state: string } & Sums)[]; byClass: ({ classId: number } & Sums)[] }
  >('ledger.summary');
  /** The list on the screen is the one of that filter, row by row. */
  const isList = async (filter: object, count: number) => {
    const { rows } = await program.ask<{ rows: { title: string }[] }>('ledger.list', { filter });
    expect(rows).toHaveLength(count);
    await day.see(`筛出 ${count} 卷`);
    for (const [i, { title }] of rows.slice(0, 10).entries()) await expect(numbers().nth(i)).toContainText(title);
  };
  const lead = page.locator('p.lead .number-link:not(.totals-link)');
  const six = [
    ['received', { group: 'received' }],
    ['underway', { group: 'underway' }],
    ['late', { lateOnly: true }],
    ['receivedThisMonth', { group: 'receivedThisMonth' }],
    ['dueForAppraisal', { group: 'dueForAppraisal' }],
    ['withoutPlace', { group: 'withoutPlace' }],
  ] as const;
  await expect(lead).toHaveCount(six.length);
  for (const [i, [name, filter]] of six.entries()) {
    expect([name, summary[name]]).not.toEqual([name, 0]);
    await expect(lead.nth(i)).toContainText(String(summary[name]));
    await lead.nth(i).press('Enter');
    await isList(filter, summary[name] ?? 0);
  }
  const lines: (readonly [filter: object, total: number])[] = [
    ...summary.byState.map(({ state, total }) => [{ state }, total] as const),
    [{}, summary.byState.reduce((all, { total }) => all + total, 0)],
    ...summary.byClass.map(({ classId, total }) => [{ classId }, total] as const),
    [{}, summary.byClass.reduce((all, { total }) => all + total, 0)],
  ];
  expect([summary.byState.length > 2, summary.byClass.length > 2]).toEqual([true, true]);
  for (const [i, [filter, total]] of lines.entries()) {
    await page.locator('.totals-link').press('Enter');
    const links = dialog().locator('.number-link');
    await expect(links).toHaveCount(lines.length);
    await expect(links.nth(i)).toHaveText(String(total));
    await links.nth(i).press('Enter');
    await expect(dialog()).toBeHidden();
    await isList(filter, total);
  }
});
