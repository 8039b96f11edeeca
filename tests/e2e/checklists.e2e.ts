import { expect, test } from '@playwright/test';
import { A, ARCHIVIST, OfficeDay } from './office-day';
import { type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
});
test.afterAll(() => program.close());

test('the archivist changes a checklist with the keyboard: lines, order, paste; the old version stays', async () => {
  const { keyboard } = program.page;
  const focused = () => program.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  const titles = () =>
    program.page
      .locator('[data-line] input[maxlength]')
      .evaluateAll((all) => all.map((its) => (its as HTMLInputElement).value));
  await day.signIn(ARCHIVIST);
  await day.tabTo('档案规则');
  await keyboard.press('Enter');
  await expect(program.page.locator('h1').first()).toHaveText('档案清单');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await expect(program.page.locator('h1').first()).toContainText('担保项目档案清单');
  await day.see('第 1 版');

  await day.tabTo('一、立项审批资料 第 1 件');
  await keyboard.press('Enter');
  await expect.poll(focused).toBe('一、立项审批资料 第 2 件');
  await keyboard.type('Application annex');
  await keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await titles()).slice(0, 2)).toEqual(['Application annex', '担保申请书']);
  await keyboard.press('ArrowDown');
  expect(await focused()).toBe('一、立项审批资料 第 2 件');
  await keyboard.press('Control+Delete');
  await expect.poll(async () => (await titles()).includes('担保申请书')).toBe(false);

  await day.tabTo('附件 新增一件');
  await program.electron.evaluate(({ clipboard }) => clipboard.writeText('客户名片\t1\n产品样本\t2\n\n'));
  await keyboard.press('Control+v');
  await expect.poll(async () => (await titles()).slice(-3)).toEqual(['客户名片', '产品样本', '']);
  await keyboard.press('ArrowDown');
  await keyboard.type('xyz');
  await expect.poll(async () => (await titles()).slice(-2)).toEqual(['xyz', '']);
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await day.see('增加 4 件，去掉 1 件');

  // What was typed is still there after a look elsewhere.
  await keyboard.press('Alt+1');
  await expect(program.page.locator('h1').first()).toHaveText('工作台');
  await day.tabTo('档案规则');
  await keyboard.press('Enter');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');
  await day.see('增加 4 件，去掉 1 件');
  await keyboard.press('Control+Enter');
  await expect(program.page.locator('h1').first()).toContainText('第 2 版');

  await day.tabTo('版本');
  await day.tabTo('第 1 版');
  await keyboard.press('Enter');
  await day.see('这是旧版，只供查看，现行的是第 2 版。');
  await day.see('担保申请书');
  await expect(program.page.locator('[data-line]')).toHaveCount(0);
});

test('a dossier shows as a bar and in words what is complete, unsigned and missing, and names it', async () => {
  const { page } = program;
  const ask = async <T>(name: string, input: object): Promise<T> => {
    const reply = await program.invoke(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.data as T;
  };
  const entries = ['甲件', '乙件', '丙件', '丁件', '戊件'].map((title) => ({
    part: 'approval',
    title,
    required: true,
  }));
  const list = await ask<{ id: number }>('checklist.make', { name: '五件', recordClass: 'loan', entries });
  await day.signIn(A);
  const [project] = await ask<{ id: number }[]>('project.list', { openable: true });
  const opened = { projectId: project?.id, title: '齐全程度', year: 2026, checklistId: list.id };
  const { id } = await ask<{ id: number }>('dossier.open', opened);
  const compile = async (papers: readonly (readonly [title: string, pages: number, signed: boolean])[]) => {
    const { revision } = await ask<{ revision: number }>('dossier.show', { id });
    const items = papers.map(([title, pages, signatureComplete]) => {
      return { part: title === '客户联' ? 'annex' : 'approval', title, pages, signatureComplete };
    });
    await ask('dossier.compile', { id, revision, items });
  };
  await compile([
    ['甲件', 1, true],
    ['乙件', 2, true],
    ['丙件', 1, false],
    ['客户联', 3, false],
  ]);
  await page.evaluate((its) => {
    window.location.hash = its;
  }, `#/dossier/${id}`);
  const words = page.locator('.completeness-words span');
  await expect(words).toHaveText(['齐 2 件', '未签字 1 件', '缺 2 件']);
  const bar = page.locator('.completeness i');
  expect(await bar.evaluateAll((all) => all.map((its) => its.className))).toEqual(['complete', 'unsigned', 'missing']);
  const [complete = 0, unsigned = 0, missing = 0] = await bar.evaluateAll((all) => all.map((its) => its.clientWidth));
  expect(complete / unsigned).toBeGreaterThan(1.7);
  expect(complete / unsigned).toBeLessThan(2.1);
  expect(Math.abs(complete - missing)).toBeLessThanOrEqual(1);
  await expect(page.locator('.missing li')).toHaveText(['丁件缺', '戊件缺', '丙件未签字']);

  await compile(['甲件', '乙件', '丙件', '丁件', '戊件'].map((title) => [title, 1, true] as const));
  await expect(words).toHaveText(['齐 5 件', '未签字 0 件', '缺 0 件']);
  await expect(bar).toHaveCount(1);
  await day.see('清单要求的都齐了。');
});
