import { expect, type Locator, type Page } from '@playwright/test';

const LIST = '.ant-select-dropdown:not(.ant-select-dropdown-hidden)';
const MOST_ENTRIES = 60;

/** What Enter would take from the list of the field that has the focus. */
export const activeChoice = (page: Page): Locator => page.locator(`${LIST} .ant-select-item-option-active`);

/** Types into the field that has the focus, and takes what its list stands on once that is `shown`. */
export async function chooseTyped(page: Page, text: string, shown = text): Promise<void> {
  await page.keyboard.type(text);
  await expect(activeChoice(page).filter({ hasText: shown }).first()).toBeVisible();
  await takeChoice(page);
}

/** Opens the list of the field that has the focus and goes down to `name`. */
export async function chooseInList(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Enter');
  await expect(activeChoice(page)).toHaveCount(1);
  await goDownTo(page, activeChoice(page), name);
  await takeChoice(page);
}

/** Down the menu that `key` opens. */
export async function chooseInMenu(page: Page, key: string, name: string): Promise<void> {
  await page.keyboard.press(key);
  await expect(page.locator('.ant-dropdown-menu:focus-within')).toBeVisible();
  await goDownTo(page, page.locator('.ant-dropdown-menu-item-active'), name);
  await page.keyboard.press('Enter');
  await expect(page.locator('.ant-dropdown-menu:visible')).toHaveCount(0);
}

/** Enter in an open list. While it closes, its field takes the keys back. */
export async function takeChoice(page: Page): Promise<void> {
  await expect(activeChoice(page)).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator(LIST)).toHaveCount(0);
}

/** Every arrow is waited for: on a busy machine a second one would go past. */
async function goDownTo(page: Page, active: Locator, name: string): Promise<void> {
  const standing = async () => (await active.allInnerTexts()).join();
  for (let i = 0; i < MOST_ENTRIES; i += 1) {
    const before = await standing();
    if (before.includes(name)) return;
    await page.keyboard.press('ArrowDown');
    await expect.poll(standing).not.toBe(before);
  }
  throw new Error(`${name} is not in the list`);
}
