import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { activeChoice, chooseTyped } from './choices';
import { ARCHIVIST, OfficeDay } from './office-day';
import { shelveOldDossiers } from './old-dossiers';
import { pageHeading } from './page-heading';
import { finds, structureOf, textOf } from './paper';
import { answerSaveDialog, PIN, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

const MANAGER = 'xujibei';
const TITLES = ['松风贷款', '听泉贷款', '望岳贷款'];

let program: Program;
let day: OfficeDay;
let page: Page;
test.beforeAll(async () => {
  program = await startProgram({
    size: { width: 1366, height: 768 },
    before: async (asks) => {
      await foundDemonstration(asks);
      await shelveOldDossiers(asks, TITLES);
    },
  });
  ({ page } = program);
  day = new OfficeDay(program);
  await day.signIn(ARCHIVIST);
});
test.afterAll(() => program.close());

const heading = (text: string | RegExp) => expect(pageHeading(page)).toHaveText(text);
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const toPage = async (word: string) => {
  await press('Alt+2');
  await heading('档案台账');
  await day.tabTo(word);
  await press('Enter');
};
/** Tab until the keys are on the button or link with just that word; what holds it has the word as well. */
const toControl = async (word: string) => {
  const found = () =>
    page.evaluate((its) => {
      const on = document.activeElement as HTMLElement | null;
      return on !== null && /^(A|BUTTON)$/.test(on.tagName) && on.innerText.replace(/\s/g, '') === its;
    }, word);
  for (let i = 0; i < 80 && !(await found()); i += 1) await press('Tab');
  expect(await found()).toBe(true);
};
/** The list that waits on the desk of whoever is signed in. */
const takeUpList = async (no: string) => {
  await press('Alt+1');
  await heading('工作台');
  await day.tabTo(no);
  await press('Enter');
  await heading(new RegExp(no));
};
const sign = async (...secrets: string[]) => {
  for (const [i, secret] of secrets.entries()) {
    await page.keyboard.type(secret);
    await press(i === secrets.length - 1 ? 'Enter' : 'Tab');
  }
};
const choose = (name: string) => chooseTyped(page, name);
/** The choice of the next dossier: one Tab stop for each line. */
const toNextDecision = async () => {
  const onRadio = () => page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.type === 'radio');
  do await press('Tab');
  while (!(await onRadio()));
};
const approve = async (no: string) => {
  await day.signIn(MANAGER);
  await takeUpList(no);
  await press('Control+Enter');
  await day.see(`批准 ${no}`);
  await sign(PIN);
  await expect(page.locator('.ant-modal-wrap')).toBeHidden();
};

test('what is past its retention is appraised, approved, listed and destroyed before two witnesses, by keyboard alone', async () => {
  test.setTimeout(240_000);
  await toPage('鉴定与销毁');
  await heading('鉴定与销毁');
  await day.see('3 卷');
  await expect(page.locator('tbody tr').first()).toBeFocused();
  await press('Control+n');
  await heading('鉴定');
  await expect(page.getByLabel('依据或事由')).toBeFocused();
  await page.keyboard.insertText('2026 年到期鉴定');
  // Two are destroyed, one is kept on for ten years.
  for (const [moves, years, why] of [
    [3, undefined, '期满，无保存价值'],
    [3, undefined, '期满，无保存价值'],
    [1, '20', '客户仍有诉讼'],
  ] as const) {
    await toNextDecision();
    for (let i = 0; i < moves; i += 1) await press('ArrowRight');
    if (years) {
      await day.tabTo('续存年数');
      await page.keyboard.type(years);
    }
    await day.tabTo('理由');
    await page.keyboard.insertText(why);
  }
  await day.see('已定意见 3 卷：续存 1，永久 0，销毁 2');
  await press('Control+Enter');
  await day.see('签字送批：鉴定 3 卷');
  await sign(PIN);
  await heading(/鉴〔2026〕001号/);
  await day.see('等负责人批准');
  // The record itself says that it waits, since when and for whom.
  await page.locator('.page tbody tr').filter({ hasText: '续存' }).first().press('Enter');
  const trail = page.locator('section').filter({ has: page.getByRole('link', { name: '鉴〔2026〕001号' }) });
  await expect(trail).toContainText('今天起等签字');
  await expect(trail).toContainText('可以批准的人：许寄北');

  await approve('鉴〔2026〕001号');
  await day.see('还有 2 卷要销毁');

  await day.signIn(ARCHIVIST);
  await day.find('鉴〔2026〕001');
  await expect(page.getByRole('option').first()).toContainText('鉴〔2026〕001号');
  // Enter counts only for the hits of what is typed now.
  await expect(async () => {
    await press('Enter');
    await expect(page.locator('dialog.palette')).toHaveCount(0, { timeout: 3_000 });
  }).toPass();
  await heading(/鉴〔2026〕001号/);
  await press('Control+n');
  await expect(page.locator('.ant-drawer input').first()).toBeFocused();
  // All of them at first; the second one is left for a later list.
  await press('Tab');
  await day.see('列入 2 / 2 卷，共 18 页');
  await press('ArrowDown', ' ');
  await day.see('列入 1 / 2 卷，共 8 页');
  await press('Control+a');
  await day.see('列入 2 / 2 卷，共 18 页');
  await press(' ');
  await day.see('列入 1 / 2 卷，共 8 页');
  await press('Tab');
  await choose('顾行简');
  await press('Tab');
  await choose('罗书意');
  await press('Tab');
  await page.keyboard.type(PIN);
  await press('Control+Enter');
  await heading(/销〔2026〕001号/);

  await approve('销〔2026〕001号');
  await day.see('等执行');

  await day.signIn(ARCHIVIST);
  await takeUpList('销〔2026〕001号');
  await press('Control+Enter');
  await day.see('将永远销毁');
  await sign('2026001', PIN, PIN);
  await day.see('已销毁');
  await expect(page.locator('.ant-modal-wrap')).toBeHidden();
  await expect(page.locator('.page-scroll tbody tr')).toHaveCount(1);

  const folder = mkdtempSync(join(tmpdir(), 'anjuan-disposal-'));
  const file = join(folder, 'destruction-list.pdf');
  await press('Control+p');
  await expect(page.locator('.sheet-destruction-list').first()).toBeVisible();
  await answerSaveDialog(program, file);
  await press('Control+s');
  await day.see(file);
  const paper = textOf(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  rmSync(folder, { recursive: true, force: true });
  for (const words of [
    '档案销毁清册',
    '销〔2026〕001号',
    '松风贷款',
    '应保管',
    '已保管',
    '10年',
    '14年',
    '鉴定人',
    '沈砚秋',
  ])
    expect(finds(paper, words), words).toBe(true);
  for (const words of [
    '批准人',
    '许寄北',
    '监销人一',
    '顾行简',
    '监销人二',
    '罗书意',
    '2026年3月2日监销完毕',
    '共1卷2件8页',
  ])
    expect(finds(paper, words), words).toBe(true);

  await press('Escape');
  await heading(/销〔2026〕001号/);
  await expect(page.locator('.page-scroll tbody tr').first()).toBeFocused();
  await press('Enter');
  await heading(/松风贷款/);
  await day.see('台账上的记录和档号');
  await toControl('销〔2026〕001号');
  await press('Enter');
  await heading(/销〔2026〕001号/);
  await toPage('鉴定与销毁');
  await heading('鉴定与销毁');
  await day.see('还没销毁的有 1 卷');
});

test('a dossier goes outside by an approved list and comes back', async () => {
  test.setTimeout(180_000);
  await day.signIn(ARCHIVIST);
  await toPage('移出');
  await heading('移出');
  await press('Control+n');
  await expect(page.locator('.ant-drawer .ant-select input').first()).toBeFocused();
  await page.keyboard.insertText('望岳');
  await expect(activeChoice(page)).toContainText('望岳贷款');
  await press('Enter', 'Escape');
  await expect(activeChoice(page)).toHaveCount(0);
  for (const text of ['集团统一保管', '集团档案馆', '何接收', '工作证 0731']) {
    await press('Tab');
    await page.keyboard.insertText(text);
  }
  await press('Tab');
  await choose('顾行简');
  await press('Tab');
  await page.keyboard.type(PIN);
  await press('Control+Enter');
  await heading(/移出〔2026〕001号/);

  await approve('移出〔2026〕001号');
  await day.signIn(ARCHIVIST);
  await takeUpList('移出〔2026〕001号');
  await press('Control+Enter');
  await day.see('对方在打印的清单上签字');
  await sign(PIN, PIN);
  await day.see('已移出给 集团档案馆');
  await expect(page.locator('.ant-modal-wrap')).toBeHidden();

  await toControl('收回');
  await press('Enter');
  await expect(page.locator('.ant-modal textarea')).toBeFocused();
  await page.keyboard.insertText('集团退回');
  for (const part of ['一室', '09柜', '1层', '03盒']) {
    await press('Tab');
    await page.keyboard.insertText(part);
  }
  await toControl('收回');
  await press('Enter');
  await day.see('2026-03-02 收回');
});
