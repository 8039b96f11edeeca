import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { chooseTyped } from './choices';
import { pageHeading } from './page-heading';
import { PASSWORD, PIN, type Program } from './program';

export const SAMPLE = readFileSync(new URL('../fixtures/dossier-001.tsv', import.meta.url), 'utf8');

/** Every title of the sample, in its order. */
export const TITLES = SAMPLE.trim()
  .split('\r\n')
  .slice(1)
  .map((line) => line.split('\t')[2] ?? '');

export const A = 'guxingjian';
export const B = 'luoshuyi';
export const ARCHIVIST = 'shenyanqiu';
export const ADMINISTRATOR = 'sujingxing';
export const PLACE = ['一室', '03柜', '2层', '07盒'] as const;

const MOST_TABS = 80;
/** Longer than a page takes to give its focus on a busy machine. */
const PATIENCE_MS = 1_500;

/** The office's main day, done with the keyboard alone, as a person does it who has hidden the mouse. */
export class OfficeDay {
  constructor(private readonly program: Program) {}

  private get page(): Page {
    return this.program.page;
  }

  private press(...keys: string[]): Promise<void> {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Presses Tab until the focus is on something with that name; fails when it cannot be reached. */
  async tabTo(name: string): Promise<void> {
    for (let i = 0; i < MOST_TABS; i += 1) {
      await this.press('Tab');
      const focused = await this.page.evaluate(() => {
        const element = document.activeElement as HTMLElement | null;
        // Nowhere, while one page gives way to the next: all of the window would be its text.
        if (element === document.body) return '';
        const label = element?.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.textContent : '';
        const around = element instanceof HTMLInputElement ? element.closest('label')?.textContent : '';
        return [element?.getAttribute('aria-label'), label, around, element?.innerText].filter(Boolean).join(' ');
      });
      if (focused.includes(name)) return;
    }
    throw new Error(`${name} cannot be reached with Tab`);
  }

  async see(text: string | RegExp): Promise<void> {
    await expect(this.page.getByText(text).first()).toBeVisible();
  }

  /** Begins at the desk, signed in without a key; nothing is left of what stood in the window before. */
  async begin(login: string): Promise<void> {
    await this.program.ask('people.signIn', { login, password: PASSWORD });
    await this.page.evaluate(() => {
      window.location.hash = '#/';
    });
    await this.page.reload();
    await expect(pageHeading(this.page)).toHaveText('工作台');
  }

  async foundDemonstration(): Promise<void> {
    await this.see('第一次使用');
    await this.tabTo('装入演示公司');
    await this.press('Enter');
    await this.see('演示公司的人员');
  }

  /** From the sign-in page, or from anybody's window: it is locked and the next person signs in. */
  async signIn(login: string): Promise<void> {
    if ((await this.page.locator('.frame').count()) > 0) {
      await this.press('Control+l');
      await this.see('窗口已锁定');
      await this.tabTo('换人登录');
      await this.press('Enter');
    }
    const entry = this.page.locator('#login');
    await expect(entry).toBeVisible();
    await expect(this.page.locator('input:focus')).toHaveCount(1);
    if (!(await entry.evaluate((element) => element === document.activeElement))) await this.press('Shift+Tab');
    await expect(entry).toBeFocused();
    await this.press('Control+a');
    // At once, as a pasted text comes: a hundred times letter by letter is a minute of every run.
    await this.page.keyboard.insertText(login);
    await this.press('Tab');
    await this.page.keyboard.insertText(PASSWORD);
    await this.press('Enter');
    await this.see('工作台');
    await expect(pageHeading(this.page)).toHaveText('工作台');
  }

  /** Ledger, Ctrl+N: the first project that has no dossier, chosen by typing part of its client. */
  async openDossier(client: string): Promise<void> {
    await this.press('Alt+2');
    await expect(this.page.locator('h1').first()).toHaveText('档案台账');
    await this.press('Control+n');
    await expect(this.page.locator('.ant-drawer .ant-select input').first()).toBeFocused();
    await chooseTyped(this.page, client);
    await this.press('Control+Enter');
    await expect(this.page.getByRole('grid')).toBeVisible();
  }

  /** Puts a block on the real clipboard and pastes it into the grid. */
  async paste(text: string): Promise<void> {
    await this.program.electron.evaluate(({ clipboard }, block) => clipboard.writeText(block), text);
    await this.focusGrid();
    await this.press('Control+v');
    await this.see('粘贴进卷内目录');
  }

  /** The grid takes the focus when it opens; a Tab pressed meanwhile would move its cursor. */
  async focusGrid(): Promise<void> {
    const inGrid = () => document.activeElement?.closest('.volume-grid') !== null;
    const waited = () =>
      this.page.waitForFunction(inGrid, undefined, { timeout: PATIENCE_MS }).then(
        () => true,
        () => false,
      );
    for (let i = 0; i < MOST_TABS && !(await waited()); i += 1) await this.press('Tab');
    expect(await waited()).toBe(true);
  }

  /** Ctrl+Enter on the dossier, then the giver's PIN. */
  async give(): Promise<void> {
    // A key pressed before the dossier is on the page is nobody's.
    await expect(this.page.getByRole('button', { name: /^移交/ })).toBeVisible();
    await this.press('Control+Enter');
    await this.see('签字并移交');
    await this.page.keyboard.type(PIN);
    await this.press('Enter');
    await expect(this.page.locator('.ant-modal-wrap')).toBeHidden();
  }

  /** From the desk: what is to be done about that dossier. */
  async takeUp(title: string): Promise<void> {
    await this.press('Alt+1');
    await expect(this.page.locator('h1').first()).toHaveText('工作台');
    const row = () => this.page.evaluate(() => document.activeElement?.closest('tbody tr')?.textContent ?? undefined);
    for (let i = 0; i < MOST_TABS && (await row()) === undefined; i += 1) await this.press('Tab');
    for (let i = 0; i < MOST_TABS && !(await row())?.includes(title); i += 1) await this.press('ArrowDown');
    expect(await row()).toContain(title);
    await this.press('Enter');
  }

  /** Enter on every line: the pages are as the list says. */
  async agreeWithAll(count: number): Promise<void> {
    await expect(this.page.locator('[data-check="0-found"]')).toBeFocused();
    for (let i = 0; i < count; i += 1) await this.press('Enter');
    await this.see(new RegExp(`已核 ${count}/${count}`));
  }

  async acceptAtB(): Promise<void> {
    await this.press('Control+Enter');
    await this.see('签字并接收');
    await this.page.keyboard.type(PIN);
    await this.press('Enter');
    await this.see('核对无误，已接收');
  }

  /** The place, then the three PINs. */
  async acceptAtArchive(): Promise<void> {
    await this.press('Control+Enter');
    await this.see('接收入库并编号');
    for (const part of PLACE) {
      await this.press('Control+a');
      await this.page.keyboard.type(part);
      await this.press('Tab');
    }
    for (const key of ['Tab', 'Tab', 'Enter']) {
      await this.page.keyboard.type(PIN);
      await this.press(key);
    }
    await this.see('已接收入库');
  }

  /** Ctrl+K, what one remembers of it, Enter on the first hit. */
  async find(text: string): Promise<void> {
    await this.press('Control+k');
    await expect(this.page.getByRole('dialog').locator('input')).toBeFocused();
    await this.page.keyboard.type(text);
    await expect(this.page.getByRole('option').first()).toBeVisible();
  }
}
