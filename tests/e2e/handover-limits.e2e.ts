import { expect, test } from '@playwright/test';
import { A, B, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { PIN, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

const GENERAL_MANAGER = 'xujibei';
const DOSSIER = '流动资金贷款 75 万元';

let program: Program;
let day: OfficeDay;
test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
});
test.afterAll(() => program.close());

const press = (key: string) => program.page.keyboard.press(key);
const type = (text: string) => program.page.keyboard.type(text);
const dialogGone = () => expect(program.page.locator('.ant-modal-wrap')).toBeHidden();
const heading = (text: string) => expect(pageHeading(program.page)).toContainText(text);

/** Tab until the focus is on that very button; the part of the page around it can have the focus as well. */
async function tabToButton(name: string): Promise<void> {
  const onIt = () =>
    program.page.evaluate(
      (its) => document.activeElement?.tagName === 'BUTTON' && document.activeElement.textContent?.includes(its),
      name,
    );
  for (let i = 0; i < 60 && !(await onIt()); i += 1) await press('Tab');
  expect(await onIt()).toBe(true);
}

/** Whoever owes the papers asks for a later day. */
async function askForTime(): Promise<void> {
  await day.takeUp(DOSSIER);
  await heading(DOSSIER);
  await day.focusGrid();
  // From the list to the buttons, and on to the side.
  const inSide = () => program.page.evaluate(() => document.activeElement?.closest('aside') !== null);
  for (let i = 0; i < 4 && !(await inSide()); i += 1) await press('F6');
  await tabToButton('申请延期');
  await press('Enter');
  await expect(program.page.locator('#newDueOn')).toBeFocused();
  await type('2026.3.10');
  await day.see('延到 03-10');
  await press('Tab');
  await type('the seal is out of town');
  await press('Control+Enter');
  await day.see('申请延到 03-10');
  await day.see('今天申请');
}

/** The approver finds it on the desk, reads it, and signs. */
async function grant(): Promise<void> {
  await day.see('批复延期申请');
  await day.takeUp('申请延到 2026-03-10');
  await heading('延期申请');
  await expect(program.page.locator('tbody tr').first()).toBeFocused();
  await press('Enter');
  await day.see('the seal is out of town');
  await day.tabTo('签字');
  await type(PIN);
  await press('Enter');
  await dialogGone();
  await day.see('没有等着批的延期申请');
}

async function takeBack(): Promise<void> {
  // Before the page knows of the handover, the key would begin another one.
  await expect(program.page.getByRole('button', { name: '打开正在办理的移交' })).toBeVisible();
  await press('Control+Enter');
  await heading('移交清单');
  await tabToButton('撤回');
  await press('Enter');
  await expect(program.page.getByPlaceholder('撤回原因')).toBeFocused();
  await type('one contract is missing');
  await press('Tab');
  await type(PIN);
  await press('Enter');
  await dialogGone();
  await day.see(/撤回：one contract is missing/);
}

/** B lists what is missing while checking. */
async function listWhatIsMissing(): Promise<void> {
  await day.takeUp(DOSSIER);
  await heading('移交清单');
  await expect(program.page.locator('[data-check="0-found"]')).toBeFocused();
  await tabToButton('开补充清单');
  await press('Enter');
  await expect(program.page.getByPlaceholder('其他资料的名称')).toBeFocused();
  await type('spouse consent');
  await press('Enter');
  await day.see('已选 1 件');
  await day.tabTo('签字（核对人');
  await type(PIN);
  await press('Control+Enter');
  await heading('补充资料清单 补〔2026〕001号');
}

/** Pages and PIN in the dialog of the main act. */
async function sign(act: string, pages: string): Promise<void> {
  await expect(program.page.getByRole('button', { name: act })).toBeVisible();
  await press('Control+Enter');
  await expect(program.page.getByPlaceholder('页数')).toBeFocused();
  await type(pages);
  await press('Tab');
  await type(PIN);
  await press('Enter');
}

interface Item {
  id: number;
  title: string;
  pages: number;
}
interface Shown {
  items: Item[];
}

/** The list is frozen while B checks; once B has accepted one key writes the paper, and Ctrl+Z takes it back. */
async function writeThePaper(): Promise<void> {
  const { dossierId, handoverId } = await program.ask<{ dossierId: number; handoverId: number }>('supplement.show', {
    id: 1,
  });
  await program.page.evaluate((id) => {
    window.location.hash = `#/dossier/${id}`;
  }, dossierId);
  await heading(DOSSIER);
  await day.see('补充资料已收齐 1 件，尚未写入卷内目录：spouse consent（2 页）。目录随移交清单冻结');
  await expect(program.page.getByRole('button', { name: '写入卷内目录' })).toHaveCount(0);
  const { items } = await program.ask<Shown>('handover.show', { id: handoverId });
  await program.ask('handover.check', {
    id: handoverId,
    found: items.map(({ id, pages }) => ({ itemId: id, pagesFound: pages })),
  });
  await program.ask('handover.acceptAtB', { id: handoverId, signature: PIN });
  await expect(program.page.getByRole('button', { name: '写入卷内目录' })).toBeVisible();
  await day.focusGrid();
  const notice = program.page.locator('.unwritten-papers');
  const written = async () => (await program.ask<Shown>('dossier.show', { id: dossierId })).items.at(-1);
  await press('Control+g');
  await expect(notice).toHaveCount(0);
  await expect
    .poll(written)
    .toMatchObject({ title: 'spouse consent', pages: 2, part: 'clientPapers', datedOn: '2026-03-02' });
  await press('Control+z');
  await expect(notice).toBeVisible();
  await expect.poll(written).not.toMatchObject({ title: 'spouse consent' });
  await press('Control+g');
  await expect(notice).toHaveCount(0);
}

// The first one: it counts what is late in the company as it was founded.
test('each number of the late statistics opens the list that it counts', async () => {
  await day.begin(A);
  await program.page.evaluate(() => {
    window.location.hash = '#/handover/lateness';
  });
  await heading('逾期统计');
  const link = program.page.locator('.lateness a.late').first();
  const counted = Number(await link.innerText());
  await link.focus();
  await press('Enter');
  await heading('移交明细');
  await expect(program.page.locator('tbody tr')).toHaveCount(counted);
  await press('Escape');
  await heading('逾期统计');
});

test('a limit is put off, a list taken back, and a supplement list cleared, with the keyboard alone', async () => {
  await day.begin(A);
  await askForTime();
  await day.signIn(GENERAL_MANAGER);
  await grant();

  await day.signIn(A);
  await day.takeUp(DOSSIER);
  await day.see('已延到 03-10');
  await day.give();
  await takeBack();
  await day.takeUp(DOSSIER);
  await day.give();

  await day.signIn(B);
  await listWhatIsMissing();
  await sign('资料交来', '2');
  await dialogGone();
  await day.see('已交来，待确认');
  await sign('确认收到', '3');
  await day.see('交来时写 2 页，实核 3 页');
  await press('Shift+Tab');
  await press('Control+a');
  await type('2');
  await press('Tab');
  await type(PIN);
  await press('Enter');
  await dialogGone();
  await day.see('全部补齐办结');

  await press('Control+p');
  await expect(program.page.locator('.sheet').first()).toContainText('spouse consent');
  await expect(program.page.locator('.sheet').first()).toContainText('AJ-S-000001');
  await writeThePaper();
});
