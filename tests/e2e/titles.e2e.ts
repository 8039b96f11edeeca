import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { chooseInList, chooseTyped } from './choices';
import { keepTitles } from './kept-titles';
import { A, ARCHIVIST, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { count, finds, fontsLeftOut, pagesOf, structureOf, textOf } from './paper';
import { answerSaveDialog, PASSWORD, PIN, type Program, startProgram } from './program';
import { CUSTODIAN } from './safe-office';
import { workBefore } from './work-before';

const MANAGER = 'jiangbaiyu';

let program: Program;
let day: OfficeDay;
let folder: string;
let projectId: number;
/** Titles came in and one of them was lent days before the program starts. Each test has titles of its own. */
test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-titles-'));
  await workBefore(folder, '2026-03-02T16:00:00+08:00', async (asks) => {
    const { office, titles, ...kept } = await keepTitles(asks);
    ({ projectId } = kept);
    await office.lend(titles[3] ?? 0, '2026-03-04');
  });
  program = await startProgram({
    dataDir: folder,
    now: '2026-03-09T09:00:00+08:00',
    size: { width: 1366, height: 768 },
  });
  day = new OfficeDay(program);
});
test.afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

const press = async (...keys: string[]) => {
  for (const key of keys) await program.page.keyboard.press(key);
};
const type = (text: string) => program.page.keyboard.insertText(text);
const heading = (text: string | RegExp) => expect(pageHeading(program.page)).toHaveText(text);
const dialog = () => program.page.getByRole('dialog');
/** Finds a title as a person does: a part of its number, Enter. */
const openTitle = async (part: string) => {
  await day.find(part);
  await expect(program.page.getByRole('option').first()).toContainText(part);
  await expect(async () => {
    await press('Enter');
    await expect(program.page.locator('dialog.palette')).toHaveCount(0, { timeout: 3_000 });
  }).toPass();
  await heading(new RegExp(part));
};
/** The only one who can stand by is chosen, then both sign. */
const standBy = async () => {
  await day.tabTo('第二个人（监督）');
  await chooseTyped(program.page, '何循之', '何循之 · 密码');
  await day.tabTo('唐晚晴 签字');
  await program.page.keyboard.type(PIN);
  await day.tabTo('何循之 签字');
  await program.page.keyboard.type(PIN);
};
const openAct = async (key: string, title: string) => {
  await press(key);
  await day.see(title);
  await expect(program.page.locator('.ant-drawer input, .ant-drawer textarea').first()).toBeFocused();
};

/** The slip stands there, said in its own words what comes next; somebody else has signed in. */
const openSlip = async (login: string, number: string, next: string) => {
  await day.signIn(login);
  await day.find(`AJ-J-000${number}`);
  await expect(program.page.getByRole('option').first()).toContainText(`借〔2026〕${number}号`);
  await press('Enter');
  await heading(new RegExp(`借〔2026〕${number}号`));
  await expect(program.page.locator('.lead')).toContainText(next);
};
/** Everybody's PIN, one field after the other. */
const signAll = async (names: readonly string[]) => {
  for (const name of names) {
    await day.tabTo(`${name} 签字`);
    await program.page.keyboard.type(PIN);
  }
};

test('a title is lent on a slip: one key from its page, approved, lent before the two who open the safe', async () => {
  test.setTimeout(180_000);
  await day.signIn(A);
  await openTitle('00417');
  await press('Alt+l');
  await heading('填写出借单');
  await expect(program.page.locator('.borrowing-new tbody tr')).toContainText('00417');
  // What it is about is there already: the first thing to type is what for.
  await expect(program.page.locator('#purpose')).toBeFocused();
  await type('客户查验原件');
  await day.tabTo('应还日期');
  await type('2026-03-11');
  await press('Control+Enter');
  await heading(/借〔2026〕002号/);
  await expect(program.page.locator('.lead')).toContainText('等 江柏屿 审批');
  await openSlip(MANAGER, '002', '审批');
  await press('Control+Enter');
  await expect(dialog().getByLabel('意见')).toBeFocused();
  await type('同意');
  await press('Tab');
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await expect(program.page.locator('.lead')).toContainText('请到档案室领取，开柜人和监柜人要在场');
  await openSlip(ARCHIVIST, '002', '按 Ctrl Enter 办出借，四人签字');
  await press('Control+Enter');
  await expect(dialog().getByRole('checkbox').first()).toBeFocused();
  // Only two hold key and combination: they are named already.
  await expect(dialog()).toContainText('何循之');
  await signAll(['沈砚秋', '顾行简', '唐晚晴', '何循之']);
  // A wrong signature says so beside its own field, and nothing that was typed is lost.
  await press('Backspace', 'Control+Enter');
  await day.see('何循之 的密码或签字码不对');
  await program.page.keyboard.type(PIN);
  await press('Control+Enter');
  await expect(dialog()).toHaveCount(0);
  await expect(program.page.locator('.lead')).toContainText('在 顾行简 处');
  await day.signIn(CUSTODIAN);
  await openTitle('00417');
  await press('Alt+b');
  await heading(/借〔2026〕002号/);
});

test('a mistake is reversed by two at the keyboard', async () => {
  test.setTimeout(180_000);
  await day.signIn(CUSTODIAN);
  await openTitle('0107742');
  await openAct('Alt+m', '1 件权证移位');
  await type('腾出格位');
  await press('Tab');
  await type('口头安排');
  await day.tabTo('放进哪个格位');
  await chooseTyped(program.page, '1-2', '一号柜 1-2');
  await standBy();
  await press('Control+Enter');
  await heading(/移位.*权移〔2026〕001号/);
  await openAct('Alt+u', '冲正 权移〔2026〕001号');
  await type('移错了格位');
  await standBy();
  await press('Control+Enter');
  await heading(/冲正.*权冲〔2026〕001号/);
  await openTitle('0107742');
  await expect(program.page.locator('.lead')).toContainText('一号柜 1-1');
  await expect(program.page.locator('.title-life li').first()).toContainText('冲正 权移〔2026〕001号');
});

test('days later the desk says that it is overdue; it comes back to its own compartment', async () => {
  test.setTimeout(180_000);
  await day.signIn(A);
  await expect(program.page.locator('.rail i.late')).toHaveText('1');
  await day.takeUp('借〔2026〕001号');
  await heading(/借〔2026〕001号/);
  await openTitle('0226');
  await day.see('借出 · 顾行简 · 应还 2026-03-04，已逾期');
  await openSlip(ARCHIVIST, '001', '按 Ctrl Enter 办归还');
  await press('Control+Enter');
  await expect(dialog().locator('#scan-back')).toBeFocused();
  await program.page.keyboard.insertText('动抵登字2026第0226号');
  await press('Enter');
  await expect(dialog().getByLabel(/核对数/)).toBeFocused();
  await press('=');
  await day.tabTo('检查人');
  await chooseTyped(program.page, '罗书意');
  await signAll(['沈砚秋', '罗书意', '唐晚晴', '何循之']);
  await press('Control+Enter');
  await expect(dialog()).toHaveCount(0);
  await expect(program.page.locator('.lead')).toContainText('全部归还');
  await day.signIn(CUSTODIAN);
  await openTitle('0226');
  await expect(program.page.locator('.lead')).toContainText('一号柜 1-1');
  await press('Alt+1');
  await day.see('今天没有要您办的事。');
});

test('several are chosen in the list; what is secured stays, and after settlement it goes back on four copies', async () => {
  test.setTimeout(240_000);
  await day.signIn(CUSTODIAN);
  await openTitle('0031876');
  await day.see('还担保着未结清的合同：鸿借〔2026〕001号');
  const { ask } = program;
  await ask('people.signIn', { login: ARCHIVIST, password: PASSWORD });
  type Project = Record<string, unknown> & { id: number };
  const shown = await ask<Project>('project.show', { id: projectId });
  const { dossierId: _, client: __, aManager: ___, bManager: ____, ...fields } = shown;
  await ask('project.correct', { ...fields, endedOn: '2026-03-09' });
  await day.signIn(CUSTODIAN);
  await program.page.evaluate(() => {
    window.location.hash = '#/titles';
  });
  await expect(program.page.getByRole('grid')).toBeFocused();
  await day.see('筛出 6 件 · 7 本');
  await press('Control+f');
  await type('林远山');
  await day.see('筛出 1 件 · 1 本');
  await day.tabTo('权证台账');
  await press(' ');
  await press('Control+f', 'Control+a', 'Delete');
  await day.see('筛出 6 件 · 7 本');
  await day.tabTo('权证台账');
  await press('Home', ' ');
  await day.see('已选 2 件');
  await openAct('Alt+t', '退还 2 件权证');
  await type('贷款结清，退还抵押物权证');
  await press('Tab');
  await type('结清证明 2026-17');
  await press('Tab');
  await type('林远山');
  await standBy();
  await press('Control+Enter');
  // What cannot be called back is asked once more, and Enter alone leaves it.
  await day.see('2 件权证要交给 林远山');
  await expect(program.page.getByRole('button', { name: '先不办' }).last()).toBeFocused();
  await press('Tab', 'Enter');
  await heading(/退还.*权退〔2026〕001号/);

  const file = join(folder, 'title-release.pdf');
  await press('Control+p');
  await expect(program.page.locator('.sheet-title-release').first()).toBeVisible();
  await answerSaveDialog(program, file);
  await press('Control+s');
  await day.see(file);
  const paper = textOf(file);
  expect(structureOf(file)).toContain('No syntax or stream encoding errors');
  expect(fontsLeftOut(file)).toEqual([]);
  expect(pagesOf(file)).toBe(4);
  for (const words of ['第一联', '第二联', '第三联', '第四联', '权利人收执', '随项目档案归档'])
    expect(finds(paper, words), words).toBe(true);
  for (const words of [
    ...['权证退还凭据', '鸿远小额贷款有限公司', '权退〔2026〕001号', '林远山', '粤（2021）深圳市不动产权第0031876号'],
    ...['粤B·7K2Q9', '结清证明 2026-17', '4,860,000.00', '肆佰捌拾陆万元整', '壹佰捌拾万元整', '收据人签字'],
  ])
    expect(count(paper, words), words).toBeGreaterThanOrEqual(4);
});

test('a paper certificate becomes an electronic one at the keyboard, without an errand: the new one needs no compartment', async () => {
  await day.signIn(CUSTODIAN);
  await openTitle('0009915');
  await openAct('Alt+x', '换发新证');
  await type('登记中心改发电子证明');
  await press('Tab');
  await type('电子证照查验记录');
  await day.tabTo('新证的权证号');
  await type('粤（2026）深圳市不动产证明第0009915号');
  await day.tabTo('纸质或电子');
  await chooseInList(program.page, '电子');
  await expect(program.page.getByText('放进哪个格位')).toHaveCount(0);
  await day.tabTo('旧证交给谁');
  await type('不动产登记中心（注销）');
  await standBy();
  await press('Control+Enter');
  await day.see('交出后作废');
  await press('Tab', 'Enter');
  await heading(/换发新证.*权换〔2026〕001号/);
  await day.see('不动产登记中心（注销）');
  const { ask } = program;
  type Row = { certificateNo: string; storage: string; standings: { place: string }[] };
  const { rows } = await ask<{ rows: Row[] }>('title.list', { text: '0009915' });
  expect(rows.map(({ storage, standings }) => `${storage} ${standings[0]?.place}`)).toEqual([
    'electronic electronic',
    'paper exchanged',
  ]);
});
