import { expect, test } from '@playwright/test';
import { ADMINISTRATOR, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { PASSWORD, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
  await day.signIn(ADMINISTRATOR);
});
test.afterAll(() => program.close());

const press = async (...keys: string[]) => {
  for (const key of keys) await program.page.keyboard.press(key);
};
const heading = () => pageHeading(program.page);
const part = () => program.page.locator('.procedure-part');
const focused = () => program.page.locator(':focus');
const openList = async () => {
  await day.tabTo('档案规则');
  await press('Enter');
  await expect(heading()).toHaveText('投诉处理流程');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
};

test('the administrator copies a procedure, adds a step, is told what is wrong, and signs it into force, by keyboard', async () => {
  await openList();
  await press('ArrowDown', 'ArrowDown', 'Enter');
  await expect(heading()).toContainText('服务投诉');
  await expect(program.page.locator('[data-place="basics "]')).toBeFocused();
  await program.page.getByRole('button', { name: '复制为新流程' }).focus();
  await press('Enter');
  await expect(program.page.locator('#procedure-copy')).toBeFocused();
  await program.page.keyboard.insertText('分公司服务投诉');
  await press('Enter');
  await expect(heading()).toContainText('分公司服务投诉');
  await day.see('尚未启用');

  // Behind the assessment a step of its own: its title is typed at once, and what is missing stands at the side.
  const assess = program.page.locator('[data-place="step assess"]');
  for (let i = 0; i < 2; i += 1) await press('ArrowDown');
  await expect(assess).toBeFocused();
  await press('Enter');
  await expect(part().locator('#step-assess-title')).toHaveValue('核实定性');
  await day.tabTo('在后面加一步');
  await press('Enter');
  await expect(focused()).toHaveAttribute('id', /^step-step\d+-title$/);
  await expect(program.page.locator('.procedure-faults')).toContainText('名称还没有填');
  await expect(program.page.locator('.procedure-faults')).toContainText('还没有写明由谁办理');
  await program.page.keyboard.insertText('通知被投诉部门');
  await expect(program.page.getByRole('button', { name: /签字实施第 2 版/ })).toBeDisabled();
  await press('Tab', 'Tab');
  await expect(focused()).toHaveAttribute('id', /-by$/);
  await program.page.keyboard.insertText('人事');
  await press('Enter');
  await press('Escape');
  // Nobody is that in the demonstration company: it is said who takes the step then.
  await day.see(/现在没有人担任.*由总经理 许寄北 代为办理/);
  await day.see('新增步骤“通知被投诉部门”');

  // A draft outlasts the page.
  await press('Alt+1');
  await expect(heading()).toHaveText('工作台');
  await openList();
  await expect(program.page.locator('tbody tr').last()).toContainText('分公司服务投诉');
  await press('End', 'Enter');
  await expect(heading()).toContainText('分公司服务投诉');
  await day.see('新增步骤“通知被投诉部门”');
  await press('Control+Enter');
  await expect(program.page.getByRole('dialog')).toContainText('新增步骤“通知被投诉部门”');
  await expect(program.page.locator('.ant-modal input[type="password"]')).toBeFocused();
  await program.page.keyboard.type('not it');
  await press('Enter');
  await expect(program.page.getByRole('dialog').getByRole('alert')).toBeVisible();
  await program.page.keyboard.type(PASSWORD);
  await press('Enter');
  await expect(heading()).toContainText('第 2 版');
  await day.see('第 2 版改了什么');
  await day.see('在用');
});

test('a sentence of what is wrong leads to its place; a step is moved with Alt and the arrows; the old version stays to be read', async () => {
  const { page } = program;
  await page.locator('[data-place="step close"]').focus();
  await press('Alt+ArrowUp');
  await expect(page.locator('.procedure-faults')).toContainText('最后一步须是结案');
  await page.locator('.procedure-faults button').first().focus();
  await press('Enter');
  await expect(part().locator('#step-feedback-title')).toBeVisible();
  await expect(page.getByRole('button', { name: /签字实施第 3 版/ })).toBeDisabled();
  await page.getByRole('button', { name: '放弃修改' }).focus();
  await press('Enter');
  await expect(page.locator('.procedure-faults')).toHaveCount(0);
  await page.locator('.procedure-versions a').focus();
  await press('Enter');
  await day.see('这是旧版，现行的是第 2 版。');
  await expect(part().locator('#procedure-title')).toBeDisabled();
  await page.getByRole('link', { name: '打开现行版' }).focus();
  await press('Enter');
  await expect(heading()).toContainText('第 2 版');
});

test('a procedure is retired after a word about its open complaints, and taken back into use', async () => {
  const { page } = program;
  await page.getByRole('button', { name: '停用', exact: true }).focus();
  await press('Enter');
  await expect(page.getByRole('dialog')).toContainText('0 件未结投诉仍按它办完');
  await page.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).focus();
  await press('Enter');
  await day.see('已停用');
  await page.getByRole('button', { name: '启用', exact: true }).focus();
  await press('Enter');
  await expect(page.locator('.lead')).toContainText('在用');
});
