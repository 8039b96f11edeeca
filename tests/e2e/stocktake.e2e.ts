import { type CDPSession, expect, test } from '@playwright/test';
import type { StocktakeView } from '../../shared/api/stocktake.contract';
import { chooseTyped } from './choices';
import { OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { finds, textOf } from './paper';
import { answerSaveDialog, PIN, type Program, startProgram } from './program';
import { CUSTODIAN, SafeOffice } from './safe-office';

let program: Program;
let day: OfficeDay;
let office: SafeOffice;
let keyboard: CDPSession;
let titles: number[];
const NUMBERS = ['粤（2026）深圳市不动产权第0031876号', '粤（2026）深圳市不动产权第0107742号', '粤（2026）第0009915号'];
const COUNTER = 'shenyanqiu';
const EXECUTIVE = 'jiangbaiyu';

test.beforeAll(async () => {
  program = await startProgram({
    size: { width: 1366, height: 768 },
    before: async (asks) => {
      office = new SafeOffice(asks);
      const projectId = await office.found();
      const { compartments } = await office.registerSafe('一号柜', 2, 3);
      titles = await office.bring(projectId, compartments[0] ?? 0, NUMBERS);
    },
  });
  office.asks = program;
  day = new OfficeDay(program);
  keyboard = await program.page.context().newCDPSession(program.page);
});
test.afterAll(() => program.close());

const press = (...keys: string[]) =>
  keys.reduce((before, key) => before.then(() => program.page.keyboard.press(key)), Promise.resolve());
const dialog = () => program.page.getByRole('dialog');
const answer = () => program.page.locator('.count-answer');
const field = () => program.page.locator('.count-input');

/** Somebody else sits down, on that page. */
async function sitDown(login: string, hash: string): Promise<void> {
  await office.signIn(login);
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
  await program.page.reload();
  await expect(pageHeading(program.page)).toContainText('权证盘点');
}

/** A scanner while an input method holds the keyboard: it keeps what the keys mean to itself. */
const scan = (text: string) => scanAll([text]);

/** One after the other without a pause, as somebody with a scanner goes along a row of envelopes. */
async function scanAll(texts: readonly string[]): Promise<void> {
  const begun = Date.now() / 1_000;
  const codeOf = (sign: string) =>
    sign === '-' ? 'Minus' : sign === 'Enter' ? 'Enter' : /\d/.test(sign) ? `Digit${sign}` : `Key${sign}`;
  const signs = texts.flatMap((text) => [...text, 'Enter']);
  const sent = signs.flatMap((sign, index) =>
    (['keyDown', 'keyUp'] as const).map((type) =>
      keyboard.send('Input.dispatchKeyEvent', {
        ...{ type, timestamp: begun + index / 125, code: codeOf(sign), key: 'Process', windowsVirtualKeyCode: 229 },
      }),
    ),
  );
  await Promise.all(sent);
}
const barcode = (letter: 'T' | 'C', id: number) => `AJ-${letter}-${String(id).padStart(6, '0')}`;

/** Enter in the very moment in which the answer says so, before the window has drawn anything else. */
const enterAsSoonAs = (words: string) =>
  program.page.evaluate((its) => {
    const line = document.querySelector('.count-answer');
    const watch = new MutationObserver(() => {
      if (!line?.textContent?.includes(its)) return;
      watch.disconnect();
      const enter = new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true });
      document.querySelector('.count-input')?.dispatchEvent(enter);
    });
    if (line) watch.observe(line, { subtree: true, childList: true, characterData: true });
  }, words);

const choose = (name: string) => chooseTyped(program.page, name);

/** Answers the stocktake that the window counts from now on. */
async function start(): Promise<number> {
  await press('Control+n');
  await expect(dialog().getByLabel('盘点方案')).toBeFocused();
  await program.page.keyboard.insertText('季末盘点，逐格清点');
  await day.tabTo('盘点人');
  await choose('沈砚秋');
  await day.tabTo('监盘人');
  await choose('何循之');
  await press('Control+Enter');
  await expect(field()).toBeFocused();
  return Number(program.page.url().split('/').at(-1));
}

async function signBoth(): Promise<void> {
  await expect(dialog().locator('input[type=password]').first()).toBeFocused();
  await program.page.keyboard.type(PIN);
  await press('Tab');
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await expect(dialog()).toHaveCount(0);
}

async function explainAll(count: number): Promise<void> {
  const rows = program.page.locator('.stocktake-main tbody tr');
  await expect(rows).toHaveCount(count);
  for (let i = 0; i < count; i++) {
    await rows.nth(i).focus();
    await press('Enter');
    await expect(dialog().getByLabel('原因')).toBeFocused();
    await program.page.keyboard.insertText('上次办理后没有归位');
    await press('Tab');
    await expect(dialog().getByLabel('处理')).toBeFocused();
    await program.page.keyboard.insertText('追查并更正');
    await press('Tab', 'Tab');
    await expect(dialog().getByRole('button', { name: '写入说明' })).toBeFocused();
    await press('Enter');
    await expect(dialog()).toHaveCount(0);
  }
}

/** The act that a line offers, signed by two; the custodian is signed in. */
async function carryOut(certificateNo: string, act: string): Promise<void> {
  const row = program.page.locator('.stocktake-main tbody tr').filter({ hasText: certificateNo });
  await expect(row).toContainText(act);
  await row.focus();
  await press('Enter');
  await expect(dialog().getByLabel('事由')).toBeFocused();
  // Who stands by is known a moment later than the dialog.
  await expect(
    dialog()
      .locator('label')
      .filter({ hasText: /\S+ 签字/ }),
  ).toHaveCount(2);
  await day.tabTo('唐晚晴');
  await program.page.keyboard.type(PIN);
  await press('Tab');
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await expect(dialog()).toHaveCount(0);
}

const inSafe = async () => {
  const { rows } = await office.call<{ rows: { standings: { place: string; quantity: number }[] }[] }>('title.list');
  return rows.flatMap(({ standings }) => standings).filter(({ place }) => place === 'safe').length;
};

// The first one: nothing has been counted yet.
test('two count by keyboard and scanner, sign, explain, an executive closes, and what is missing is declared so', async () => {
  await sitDown(COUNTER, '#/titles/stocktakes');
  await expect(program.page.getByText('还没有盘过点')).toBeVisible();
  const hash = `#/titles/stocktakes/${await start()}`;
  await expect(program.page.locator('.page')).not.toContainText('0031876');

  await test.step('counting', async () => {
    await scan(barcode('T', titles[2] ?? 0));
    await expect(answer()).toContainText('0009915');
    await scan(barcode('C', 2));
    await expect(program.page.getByText('正在点 一号柜 1-2')).toBeVisible();
    await expect(field()).toBeFocused();
    await program.page.keyboard.type('7742');
    await press('Enter');
    await expect(answer()).toContainText('已登记 粤（2026）深圳市不动产权第0107742号');
    await program.page.keyboard.insertText('粤A·00000');
    await enterAsSoonAs('账上没有');
    await press('Enter');
    await expect(answer()).toContainText('已按账外登记');
    await program.page.keyboard.type('9915');
    await press('Enter');
    await expect(answer()).toContainText('已登记');
    await press('Control+z');
    await expect(program.page.getByText('已登记 3 件')).toBeVisible();
  });

  await press('Control+Enter');
  // Each safe has a 1-3.
  await expect(dialog()).toContainText('一件也没有点到的格位：一号柜 1-3、2-1、2-2、2-3。');
  await signBoth();
  await expect(program.page.locator('.lead')).toContainText('账面 3 件，实点 3 件，3 项差异');
  await explainAll(3);
  await expect(program.page.locator('.lead')).toContainText('等没有参加清点的负责人签字结案');

  await sitDown(EXECUTIVE, hash);
  await press('Control+Enter');
  await expect(dialog().locator('input[type=password]').first()).toBeFocused();
  await program.page.keyboard.type(PIN);
  await press('Enter');
  await expect(program.page.locator('.lead')).toContainText('江柏屿 已于 2026-03-02 签字结案');
  expect(await inSafe()).toBe(3);

  await sitDown(CUSTODIAN, hash);
  await carryOut('0031876', '可登记缺失');
  await expect(program.page.getByText('权缺〔2026〕001号')).toBeVisible();
  expect(await inSafe()).toBe(2);
  await carryOut('0031876', '找到后登记寻回');
  await expect(program.page.getByText('权寻〔2026〕001号')).toBeVisible();
  expect(await inSafe()).toBe(3);
});

test('the sheet for the safe says nothing of the book, the printed result everything', async () => {
  await office.signIn(COUNTER);
  const counters = { firstCounterId: office.id('沈砚秋'), secondCounterId: office.id('何循之') };
  const sample = { scope: 'sample', sampleSize: 2, plan: '抽查', ...counters };
  const { id, no } = await office.call<{ id: number; no: string }>('stocktake.start', sample);
  expect(no).toMatch(/^权盘〔2026〕\d{3}号$/);
  const print = async (form: string) => {
    const path = `${program.dataDir}/${form}.pdf`;
    await answerSaveDialog(program, path);
    await office.call('print.savePdf', { form, id });
    return textOf(path);
  };
  const sheet = await print('counting-sheet');
  for (const part of ['权证清点单', '沈砚秋', '何循之', '一号柜 2-3', '种子'])
    expect(finds(sheet, part), part).toBe(true);
  expect(sheet).not.toContain('账面');
  const { compartments, drawn } = await office.call<StocktakeView>('stocktake.show', { id });
  for (const { titleId } of drawn) {
    const certificate = barcode('T', titleId);
    await office.call('stocktake.count', { id, compartmentId: compartments[0]?.id, certificate });
  }
  await office.call('stocktake.sign', { id, signatures: { firstCounter: PIN, secondCounter: PIN } });
  const result = await print('stocktake');
  const fields = ['权证盘点表', no, '抽查', '盘点时点', '监盘人', '账面数 2', '实盘数 2', '差异数 0', '相符', '种子'];
  for (const part of fields) expect(finds(result, part), part).toBe(true);

  // Until it is closed nothing else can be counted.
  const { contentHash: seen } = await office.call<StocktakeView>('stocktake.show', { id });
  await office.signIn(EXECUTIVE);
  await office.call('stocktake.close', { id, seen, signature: PIN });
});

test('who scans faster than the disk writes loses nothing: all are taken down in their order, and what is refused holds the rest', async () => {
  await sitDown(COUNTER, '#/titles/stocktakes');
  const id = await start();
  const all = titles.map((id) => barcode('T', id));
  await scanAll([...all, barcode('C', 2), ...all]);
  await expect(program.page.getByText('已登记 6 件')).toBeVisible();
  const { entries } = await office.call<StocktakeView>('stocktake.show', { id });
  expect(entries.map(({ titleId }) => titleId).reverse()).toEqual([...titles, ...titles]);
  expect(entries.map(({ place }) => place).reverse()).toEqual([
    ...Array(3).fill('一号柜 1-1'),
    ...Array(3).fill('一号柜 1-2'),
  ]);

  await scanAll([barcode('T', 999), ...all]);
  await expect(answer()).toContainText('后面扫的 3 件都排着');
  await expect(field()).toHaveValue('AJ-T-000999');
  // Nobody signs while something waits.
  await press('Control+Enter');
  await expect(dialog()).toHaveCount(0);
  await expect(program.page.getByText('已登记 6 件')).toBeVisible();
  await press('Escape');
  await expect(program.page.getByText('已登记 9 件')).toBeVisible();
  await press('Control+Enter');
  await signBoth();
  await expect(program.page.locator('.lead')).toContainText('实点 9 件');
});

test('outside of a count the barcode of a compartment opens its safe with that compartment chosen', async () => {
  await sitDown(CUSTODIAN, '#/titles/stocktakes');
  await program.page.locator('main').focus();
  await scan(barcode('C', 5));
  await expect(program.page.locator('.compartment[aria-pressed="true"]').first()).toContainText('2-2');
});
