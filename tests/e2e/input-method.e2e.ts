import { type CDPSession, expect, test } from '@playwright/test';
import { OfficeDay } from './office-day';
import { type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

let program: Program;
let day: OfficeDay;
let ime: CDPSession;

/** What an input method does: letters stand in the field underlined until a candidate is chosen. */
const compose = (text: string) =>
  ime.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
const choose = (text: string) => ime.send('Input.insertText', { text });
/** A key that the input method takes for itself: the page sees it, but it is not the page's. */
const takenKey = async (key: string) => {
  await ime.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', key, code: key, windowsVirtualKeyCode: 229 });
  await ime.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code: key, windowsVirtualKeyCode: 229 });
};
const focusedText = () => program.page.evaluate(() => (document.activeElement as HTMLInputElement).value);

test.beforeAll(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 }, before: foundDemonstration });
  day = new OfficeDay(program);
  ime = await program.page.context().newCDPSession(program.page);
  await day.signIn('zhoumu');
});
test.afterAll(() => program.close());

test('Chinese typed onto a chosen cell begins the entry, and Enter that ends the composition does not leave the cell', async () => {
  const { page } = program;
  await day.openDossier('东篱');
  await day.focusGrid();
  await page.keyboard.press('Control+End');
  const before = await page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant'));
  await compose('jiekuan');
  expect(await focusedText()).toContain('jiekuan');
  await takenKey('Enter');
  await takenKey('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant'))).toBe(before);
  await choose('借款补充协议');
  expect(await focusedText()).toBe('借款补充协议');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('gridcell', { name: '借款补充协议' })).toBeVisible();
  expect(await focusedText()).toBe('');
});

test('Esc during a composition drops the composition only, and not the entry', async () => {
  const { page } = program;
  await page.keyboard.type('2');
  await page.keyboard.press('Escape');
  await page.keyboard.press('F2');
  await compose('hetong');
  await takenKey('Escape');
  await compose('');
  expect(await page.evaluate(() => document.activeElement?.classList.contains('volume-entry-select'))).toBe(false);
  await page.keyboard.press('Escape');
});

test('in the search field Enter and Esc of a composition neither open nor close', async () => {
  const { page } = program;
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog').locator('input');
  await expect(field).toBeFocused();
  await compose('hong');
  await takenKey('Enter');
  await takenKey('Escape');
  await expect(field).toBeVisible();
  await choose('鸿保');
  await expect(page.getByRole('option').first()).toContainText('鸿保');
  await page.keyboard.press('Escape');
  await expect(field).toBeHidden();
});
