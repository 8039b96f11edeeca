import { expect, test } from '@playwright/test';
import { chooseInList, chooseTyped } from './choices';
import { A, ADMINISTRATOR, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { PIN, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;
test.beforeEach(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
});
test.afterEach(() => program.close());

const heading = () => pageHeading(program.page);
const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => program.page.keyboard.press(key)), Promise.resolve());

/** Arrows down from the first row of a table until the focus is on the one with that text. */
async function walkTo(text: string): Promise<void> {
  const row = () => program.page.evaluate(() => document.activeElement?.closest('tbody tr')?.textContent ?? '');
  for (let i = 0; i < 80 && (await row()) === ''; i += 1) await press('Tab');
  for (let i = 0; i < 40 && !(await row()).includes(text); i += 1) await press('ArrowDown');
  expect(await row()).toContain(text);
}

const choose = (text: string) => chooseTyped(program.page, text);

async function openPerson(name: string): Promise<void> {
  await day.tabTo('设置');
  await press('Enter');
  await expect(heading()).toHaveText('设置');
  await day.tabTo('人员与权限');
  await press('Enter');
  await expect(heading()).toHaveText('人员与权限');
  await walkTo(name);
  await press('Enter');
  await expect(program.page.getByRole('dialog')).toBeVisible();
}

async function employ(name: string, state: string): Promise<void> {
  await openPerson(name);
  await day.tabTo('在职状态');
  await chooseInList(program.page, state);
  await press('Control+Enter');
}

test('whoever leaves hands everything over with the keyboard alone: listed, arranged, signed by each, then free to go', async () => {
  await day.signIn(ADMINISTRATOR);
  await employ('周牧', '已离职');
  await day.see('周牧 名下还有：客户 4 户、A角项目 3 个。');
  await press('Escape');
  await expect(program.page.locator('.ant-drawer-open')).toHaveCount(0);
  await employ('周牧', '离职交接中');
  await expect(program.page.locator('.ant-drawer-open')).toHaveCount(0);

  // From the person's sheet to what he holds, and to the list.
  await openPerson('周牧');
  await day.see('客户 4 户');
  await day.tabTo('办交接');
  await press('Enter');
  await expect(heading()).toContainText('周牧 名下的事');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await press('Control+n');
  await expect(program.page.getByRole('dialog')).toBeVisible();
  await day.tabTo('全部交给');
  await choose('顾行简');
  await day.tabTo('监交人');
  await choose('陆知微');
  await press('Control+Enter');
  await expect(heading()).toContainText('交接清单 交〔2026〕001号');

  // One line goes to somebody else, who turns out to be the other manager.
  await day.tabTo('「白鹭洲餐饮管理有限公司」交给谁');
  await choose('沈砚秋');
  await day.tabTo('「经营性贷款 60 万元」交给谁');
  await choose('孟听澜');
  await day.see('孟听澜 已经是「经营性贷款 60 万元」的另一位经办人');
  await day.tabTo('「经营性贷款 60 万元」交给谁');
  await choose('罗书意');
  await expect(program.page.getByText('已经是「经营性贷款 60 万元」')).toHaveCount(0);
  await press('Control+Enter');
  await day.see('提请各方签字？');
  await press('Control+Enter');
  await day.see('等 周牧、顾行简、沈砚秋、罗书意、陆知微 签字');

  // A successor finds it on the own desk.
  await day.signIn(A);
  await day.see('等您签字的');
  await walkTo('交〔2026〕001号');
  await press('Enter');
  await expect(heading()).toContainText('交〔2026〕001号');
  await sign('顾行简', PIN);
  await expect(program.page.locator('.staff-signatures b').filter({ hasText: '顾行简' })).toBeVisible();

  // The client says itself that this waits, since when, and for whom.
  await program.page.getByRole('link', { name: '白鹭洲餐饮管理有限公司' }).first().press('Enter');
  await day.see('交〔2026〕001号 周牧 移交');
  await day.see('客户：白鹭洲餐饮管理有限公司，由 沈砚秋 接收');
  await day.see('今天提请签字');
  await day.see('等 周牧、沈砚秋、罗书意、陆知微 签字');
  await program.page.getByRole('link', { name: '交〔2026〕001号' }).press('Enter');
  await expect(heading()).toContainText('交接清单 交〔2026〕001号');

  // The others sign together; the leaver is away, the supervisor signs in that place.
  await press('Control+Enter');
  await expect(program.page.getByRole('dialog')).toBeVisible();
  await day.tabTo('周牧 本人不在');
  await press('Space');
  await day.tabTo('代签的原因');
  await program.page.keyboard.type('已回老家');
  for (const name of ['沈砚秋', '罗书意', '陆知微']) {
    await day.tabTo(`${name} 签字`);
    await program.page.keyboard.type(PIN);
  }
  await press('Enter');
  await day.see('已签齐');
  await day.see('代 周牧 签字：已回老家');
  await press('Control+p');
  await expect(program.page.locator('.sheet-staff-handover').first()).toBeVisible();
  await press('Escape');
  await expect(program.page.locator('main')).toBeFocused();
  await day.tabTo('联系人变更函');
  await press('Enter');
  await expect(program.page.locator('.sheet-contact-letter')).toHaveCount(4);

  await day.signIn(ADMINISTRATOR);
  await employ('周牧', '已离职');
  await expect(program.page.locator('.ant-drawer-open')).toHaveCount(0);
  await expect(program.page.locator('tr').filter({ hasText: '周牧' })).toContainText('已离职');
});

async function sign(name: string, secret: string): Promise<void> {
  await press('Control+Enter');
  await expect(program.page.getByRole('dialog')).toBeVisible();
  await day.tabTo(`${name} 签字`);
  await program.page.keyboard.type(secret);
  await press('Enter');
  await expect(program.page.locator('.ant-modal-wrap')).toBeHidden();
}
