import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { BorrowingOffice } from './borrowing-office';
import { chooseTyped } from './choices';
import { OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { count, finds, pagesOf, textOf } from './paper';
import { answerSaveDialog, PIN, type Program, startProgram } from './program';

let program: Program;
let office: BorrowingOffice;
let day: OfficeDay;
/** As many as there are: each test writes one. */
let slips = 0;

test.beforeAll(async () => {
  program = await startProgram({
    size: { width: 1366, height: 768 },
    before: (asks) => {
      office = new BorrowingOffice(asks);
      return office.open();
    },
  });
  office.asks = program;
  day = new OfficeDay(program);
});
test.beforeEach(() => {
  slips += 1;
});
test.afterAll(() => program.close());

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => program.page.keyboard.press(key)), Promise.resolve());
const type = (text: string) => program.page.keyboard.type(text);
const heading = () => pageHeading(program.page);
const dialog = () => program.page.getByRole('dialog');
const picture = async (name: string) => {
  if (process.env.ANJUAN_PICTURES)
    await program.page.screenshot({ path: join(process.env.ANJUAN_PICTURES, `${name}.png`) });
};

/** A scanner is a keyboard that is faster than anybody. */
async function scan(code: string): Promise<void> {
  await type(code);
  await press('Enter');
}
const codeOf = (letter: string, id: number) => `AJ-${letter}-${String(id).padStart(6, '0')}`;
/** The slip of this test by its code, and by its number. */
const slip = () => codeOf('J', slips);
const no = () => `借〔2026〕${String(slips).padStart(3, '0')}号`;
const lead = () => program.page.locator('.lead');

/** By the key that stands on the rail. */
async function toBorrowing(): Promise<void> {
  const places = await program.page.locator('.rail a').allInnerTexts();
  const at = places.findIndex((text) => text.includes('借阅'));
  await press(`Alt+${at + 1}`);
  await expect(heading()).toHaveText('借阅');
}
async function newSlip(): Promise<void> {
  await toBorrowing();
  await press('Control+n');
  await expect(program.page.locator('#borrowing-find')).toBeFocused();
}
/** Scans the slip from wherever one is. */
async function toSlip(): Promise<void> {
  await scan(slip());
  await expect(heading()).toContainText(no());
  await expect(lead()).toBeVisible();
}
/** The page itself can have the focus, and has all words in it. */
async function pressButton(name: string): Promise<void> {
  const isThere = () =>
    program.page.evaluate(
      (text) =>
        document.activeElement?.matches('button') && (document.activeElement as HTMLElement).innerText.includes(text),
      name,
    );
  for (let i = 0; i < 80 && !(await isThere()); i += 1) await press('Tab');
  expect(await isThere()).toBe(true);
  await press('Enter');
}
/** What waits on the desk; its acts stand there a moment after its number. */
async function takeUp(): Promise<void> {
  await day.takeUp(no());
  await expect(heading()).toContainText(no());
  await expect(program.page.locator('.bar .ant-btn-primary')).toBeVisible();
}
async function openAct(title: string): Promise<void> {
  await press('Control+Enter');
  await expect(dialog()).toContainText(title);
}
async function choose(field: string, name: string): Promise<void> {
  await day.tabTo(field);
  await chooseTyped(program.page, name);
}
async function sign(...names: string[]): Promise<void> {
  for (const name of names) {
    await day.tabTo(`${name} 签字`);
    await type(PIN);
  }
}
async function sendOff(): Promise<void> {
  await press('Control+Enter');
  await expect(dialog()).toHaveCount(0);
}
/** The one who approves writes an opinion and signs. */
async function decide(opinion: string): Promise<void> {
  await expect(dialog().getByLabel('意见')).toBeFocused();
  await type(opinion);
  await press('Tab');
  await expect(dialog().locator('input[type=password]')).toBeFocused();
  await type(PIN);
  await press('Enter');
  await expect(dialog()).toHaveCount(0);
}

test('a dossier and a title go their whole circle by keyboard and scanner', async () => {
  test.setTimeout(240_000);
  const dossier = codeOf('D', office.dossierId);
  const title = codeOf('T', office.titleId);
  await day.begin('guxingjian');
  await newSlip();
  await scan(dossier);
  await expect(
    program.page.locator('.borrowing-new tbody tr').filter({ hasText: '流动资金贷款 180 万元' }),
  ).toBeVisible();
  await scan(title);
  await expect(program.page.locator('.borrowing-new tbody tr')).toHaveCount(2);
  await day.tabTo('事由');
  await type('贷后检查核对合同原件');
  await picture('new');
  // What is typed stays when the page is left.
  await press('Escape');
  await expect(heading()).not.toContainText('填写出借单');
  await newSlip();
  await expect(program.page.locator('#purpose')).toHaveValue('贷后检查核对合同原件');
  await press('Control+Enter');
  await expect(heading()).toContainText(no());
  await expect(lead()).toContainText('江柏屿');
  await picture('submitted');

  await day.signIn('jiangbaiyu');
  await takeUp();
  await picture('approve');
  await openAct('批准');
  await decide('同意');
  await expect(lead()).toContainText('等档案室出借');

  await day.signIn('shenyanqiu');
  await toSlip();
  await openAct('出借 ');
  await expect(dialog().getByRole('checkbox').first()).toBeFocused();
  await day.tabTo('流动资金贷款 180 万元 复印份数');
  await type('2');
  await choose('开柜人', '唐晚晴');
  await choose('监柜人', '何循之');
  await day.tabTo('出借后打印代卷卡');
  await press('Space');
  await sign('沈砚秋', '顾行简', '唐晚晴', '何循之');
  await picture('lend');
  await sendOff();
  // The card was wanted: it is shown as it will be printed.
  await expect(heading()).toContainText('代卷卡');
  await toSlip();
  await expect(lead()).toContainText('在 顾行简 处');
  // The copies taken along stand on the slip, and nothing has been counted back yet.
  const lent = program.page.locator('.page tbody tr').filter({ hasText: '流动资金贷款 180 万元' });
  await expect(lent).toContainText('复印 2 份');
  await expect(lent.locator('td.n')).toHaveText(['18', '']);
  await picture('lent');
  await scan(dossier);
  await expect(program.page.locator('.record-borrowings')).toContainText('在 顾行简 处');
  await picture('dossier');

  // Somebody else wants the title, and gets in line.
  await day.signIn('luoshuyi');
  await scan(title);
  await expect(program.page.locator('.record-borrowings')).toContainText('在 顾行简 处');
  await pressButton('排队等候');
  await expect(program.page.locator('.record-borrowings')).toContainText('排队：罗书意');
  await picture('queued');

  // The dossier comes back and is counted; the title stays out.
  await day.signIn('shenyanqiu');
  await toSlip();
  await openAct('归还 ');
  await expect(dialog().locator('#scan-back')).toBeFocused();
  await scan('AJ-D-999999');
  await expect(dialog().getByRole('alert')).toContainText('不在这张单子上');
  await scan(dossier);
  const count1 = dialog().getByLabel('流动资金贷款 180 万元 核对数');
  await expect(count1).toBeFocused();
  await expect(count1).toHaveValue('');
  await picture('giveBack');
  await press('=');
  await expect(count1).toHaveValue('18');
  await press('Enter');
  await expect(dialog().locator('#scan-back')).toBeFocused();
  await choose('检查人', '罗书意');
  await sign('沈砚秋', '罗书意');
  await sendOff();
  await expect(lead()).toContainText('2 项中 1 项在 顾行简 处');
  await picture('partly');

  await day.signIn('guxingjian');
  await toSlip();
  await openAct('续借 ');
  await day.tabTo('新的应还日期');
  await type('2026-03-27');
  await press('Enter');
  await day.tabTo('原因');
  await type('抵押登记还没有办完');
  await pressButton('续借');
  await expect(dialog()).toHaveCount(0);
  await day.signIn('jiangbaiyu');
  await takeUp();
  await openAct('审批续借 ');
  await day.tabTo('意见');
  await decide('同意续借');
  await day.see('2026-03-27');

  await day.signIn('shenyanqiu');
  await toSlip();
  await openAct('归还 ');
  await expect(dialog().locator('#scan-back')).toBeFocused();
  await scan(title);
  await expect(dialog().getByLabel(/核对数/)).toBeFocused();
  await type('1');
  await choose('开柜人', '唐晚晴');
  await choose('监柜人', '何循之');
  await choose('检查人', '罗书意');
  await sign('沈砚秋', '罗书意', '唐晚晴', '何循之');
  await sendOff();
  await expect(lead()).toContainText('全部归还');
  await picture('closed');
  await day.signIn('luoshuyi');
  await day.see('粤（2026）深圳市不动产权第0031876号');
  await picture('told');
});

test('a request is refused by keyboard, with the reason', async () => {
  await day.begin('guxingjian');
  await newSlip();
  await scan(codeOf('D', office.dossierId));
  await expect(program.page.locator('.borrowing-new tbody tr')).toHaveCount(1);
  await day.tabTo('事由');
  await type('随便看看');
  await press('Control+Enter');
  await expect(heading()).toContainText(no());
  await day.signIn('jiangbaiyu');
  await takeUp();
  await pressButton('不批准');
  await decide('事由不充分');
  await expect(lead()).toContainText('事由不充分');
});

test('the slip is printed in two copies, and a card stands in the gap', async () => {
  await office.signIn('jiangbaiyu');
  const things = [
    { kind: 'dossier', id: office.dossierId },
    { kind: 'title', id: office.titleId },
  ];
  const asked = { things, purpose: '审计抽查', way: 'takeAway', contact: '分机 806', remarks: '原件' };
  const outsider = { outsiderName: '王审计', outsiderOrganisation: '审计事务所', outsiderDocument: '审函〔2026〕12号' };
  const { id } = await office.call('borrowing.submit', { ...asked, ...outsider });
  await office.signIn('shenyanqiu');
  const people = { custodianId: office.id('唐晚晴'), secondId: office.id('何循之') };
  const signatures = { archivist: PIN, borrower: PIN, custodian: PIN, second: PIN };
  await office.call('borrowing.lend', { id, ...people, signatures });
  const folder = mkdtempSync(join(tmpdir(), 'anjuan-slip-'));
  const print = async (form: string) => {
    const path = join(folder, `${form}.pdf`);
    await answerSaveDialog(program, path);
    await office.call('print.savePdf', { form, id });
    return path;
  };
  const file = await print('borrowing-slip');
  const text = textOf(file);
  const fields = [
    '档案资料出借单',
    no(),
    '江柏屿',
    '分机 806',
    '审计抽查',
    '王审计',
    '审计事务所',
    '审函〔2026〕12号',
    '借出',
    '30 天',
    '公司领导直接借阅',
  ];
  const lines = [
    '鸿借字第001号',
    '流动资金贷款 180 万元',
    '一室 03柜 2层 07盒',
    '粤（2026）深圳市不动产权第0031876号',
    slip(),
  ];
  for (const part of [...fields, ...lines, '第一联', '第二联', '沈砚秋']) expect(finds(text, part), part).toBe(true);
  expect(pagesOf(file)).toBe(2);
  expect(count(text, '档案资料出借单')).toBeGreaterThanOrEqual(2);
  const card = textOf(await print('out-card'));
  for (const part of ['代卷卡', '鸿借字第001号', '江柏屿', '审计事务所', '审函〔2026〕12号', '2026年3月2日', no()])
    expect(finds(card, part), part).toBe(true);

  // One comes back on one day, damaged; the other later: the form has both returns with what was found and who signed.
  const { lines: on } = await office.call<{ lines: { id: number; quantity: number }[] }>('borrowing.show', { id });
  const back = async (index: number, said: object) => {
    const line = on[index];
    const lines = [{ lineId: line?.id, found: line?.quantity, ...said }];
    const two = { archivist: PIN, confirmer: PIN, custodian: PIN, second: PIN };
    await office.call('borrowing.giveBack', {
      ...{ id, lines, confirmerId: office.id('罗书意'), ...people, signatures: two },
    });
  };
  await back(0, { remarks: '封面有折痕' });
  expect(finds(textOf(await print('out-card')), '鸿借字第001号')).toBe(false);
  await back(1, { condition: 'damaged', remarks: '右下角撕破' });
  await expect(office.call('print.savePdf', { form: 'out-card', id })).rejects.toThrow();
  const closed = textOf(await print('borrowing-slip'));
  const said = ['封面有折痕', '右下角撕破', '2026-03-02', '18', '普通', '原件', '综合管理部', '2026年4月1日'];
  for (const part of said) expect(finds(closed, part), part).toBe(true);
  expect(count(closed, '罗书意')).toBe(4);
  if (process.env.ANJUAN_PICTURES) console.log(folder);
});

// The last, for what it lends stays out.
test('what is overdue is called back by one note to its borrower, by keyboard', async () => {
  await office.signIn('jiangbaiyu');
  const things = [{ kind: 'dossier', id: office.dossierId }];
  const { id } = await office.call('borrowing.submit', { things, purpose: '当天查阅', way: 'readHere' });
  await day.begin('shenyanqiu');
  await office.call('borrowing.lend', { id, signatures: { archivist: PIN, borrower: PIN } });
  await toBorrowing();
  await day.tabTo('催还');
  await press('Enter');
  await expect(heading()).toHaveText('催还');
  await expect(program.page.locator('.rows')).toContainText('江柏屿');
  await press('Control+n');
  await expect(heading()).toContainText('催还通知');
  await picture('recall');
});
