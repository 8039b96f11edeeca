import { expect, test } from '@playwright/test';
import { ARCHIVIST, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { PIN, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;
test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
});
test.beforeEach(() => day.begin(ARCHIVIST));
test.afterAll(() => program.close());

const go = async (hash: string, title: string) => {
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
  await expect(pageHeading(program.page)).toHaveText(title);
};

test('the archivist puts up a box, shelves a dossier by scanning, and moves the box, with the keyboard', async () => {
  const { keyboard } = program.page;
  await go('#/places', '存放位置');
  await expect(program.page.locator('.place-tree button:focus')).toHaveCount(1);
  await keyboard.press('Control+n');
  await expect(program.page.locator('.ant-drawer input:focus')).toHaveCount(1);
  for (const key of ['Tab', 'Tab', 'Tab']) await keyboard.press(key);
  await keyboard.type('21盒');
  await keyboard.press('Control+Enter');
  await expect(program.page.locator('.box-content h2')).toHaveText('2层 21盒');

  await keyboard.press('Control+Enter');
  const scan = program.page.getByRole('dialog').locator('input:focus');
  await expect(scan).toHaveCount(1);
  const boxes = await program.invoke('place.find', { text: '21盒' });
  const boxId = boxes.ok ? (boxes.data as { boxes: { id: number }[] }).boxes[0]?.id : 0;
  await keyboard.type(`AJ-B-${String(boxId).padStart(6, '0')}`);
  await keyboard.press('Enter');
  await expect(scan).toHaveValue('');
  await keyboard.type('鸿保字第001号');
  await keyboard.press('Enter');
  await expect(program.page.locator('.shelving-list li')).toHaveCount(1);
  await keyboard.type('AJ-D-999999');
  await keyboard.press('Enter');
  await day.see('不是盒子，也不是在库案卷');
  await keyboard.press('Control+Enter');
  await day.see('1 卷已放进 一室 03柜 2层 21盒。');
  await keyboard.press('Escape');
  await expect(program.page.locator('.box-content tbody tr')).toContainText('鸿保字第001号');

  await day.tabTo('移动盒子');
  await keyboard.press('Enter');
  await expect(program.page.getByRole('dialog').locator('input:focus')).toHaveCount(1);
  await keyboard.press('Tab');
  await keyboard.press('Control+a');
  await keyboard.type('05柜');
  await keyboard.press('Tab');
  await keyboard.press('Enter');
  await expect(program.page.locator('.cabinet-head h2')).toHaveText('一室 05柜');
});

test('the archivist revises a pattern and sees the next number, declares a number void, and finds it again', async () => {
  const { keyboard } = program.page;
  await go('#/classes', '档案门类');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(program.page.locator('.ant-drawer input:focus')).toHaveCount(1);
  // Left as it was, the list goes on from the same row.
  await keyboard.press('Escape');
  await expect(program.page.locator('tbody tr').nth(1)).toBeFocused();
  await keyboard.press('Enter');
  await expect(program.page.locator('.ant-drawer input:focus')).toHaveCount(1);
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.press('Control+a');
  await keyboard.type('{short}{type}');
  await day.see('格式里要有、也只能有一个流水号');
  await keyboard.type('-{seq:4}');
  await expect(program.page.locator('.number-example b')).toHaveText('鸿保-0005');
  await keyboard.press('Control+Enter');
  await expect(program.page.locator('.ant-drawer-open')).toHaveCount(0);
  await expect(program.page.locator('tbody tr').nth(1)).toContainText('鸿保-0005');

  await go('#/numbers', '档号登记');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await keyboard.press('Control+n');
  await day.see('作废 鸿保-0005？');
  await expect(program.page.getByRole('dialog').locator('input:focus')).toHaveCount(1);
  await keyboard.press('Tab');
  await keyboard.type('封面写坏');
  await keyboard.press('Tab');
  await keyboard.type(PIN);
  await keyboard.press('Enter');
  await day.see('封面写坏');
  await expect(program.page.locator('.number-void')).toHaveText('鸿保-0005');
  await keyboard.press('Escape');
  await day.find('鸿保-0005');
  await keyboard.press('Enter');
  await expect(program.page.locator('.number-side tbody tr')).toHaveCount(1);
});
