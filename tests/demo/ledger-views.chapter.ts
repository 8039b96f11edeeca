import { expect } from '@playwright/test';
import type { OfficeDay } from '../e2e/office-day';
import { pageHeading } from '../e2e/page-heading';
import type { Program } from '../e2e/program';
import type { Album } from './album';

/** Narrows the ledger by what has no chip, chooses columns, keeps both as a view, and adds the ledger up; leaves it whole again. */
export async function lookAtLedger(day: OfficeDay, album: Album, { page }: Program): Promise<void> {
  const dialog = page.getByRole('dialog');
  const press = (key: string) => page.keyboard.press(key);
  await press('Alt+1');
  await expect(pageHeading(page)).toHaveText('工作台');
  await press('Alt+2');
  await expect(page.locator('.ledger')).toBeFocused();
  await press('Control+Shift+f');
  await expect(dialog.locator('input:focus')).toHaveCount(1);
  await day.tabTo('页数，从');
  await page.keyboard.type('60');
  await album.take('ledger-conditions', '档案台账：更多条件，选了就筛');
  await press('Control+Enter');
  await expect(dialog).toBeHidden();
  await press('Control+Shift+l');
  await expect(dialog.locator('input:focus')).toHaveCount(1);
  await day.tabTo('保管期限');
  await press('Space');
  await album.take('ledger-columns', '档案台账：选哪些列、先后和宽度');
  await press('Control+Enter');
  await expect(dialog).toBeHidden();
  await press('Control+s');
  await expect(dialog.locator('input:focus')).toHaveCount(1);
  await page.keyboard.type('厚卷');
  await press('Control+Enter');
  await expect(dialog).toBeHidden();
  await album.take('ledger-view', '档案台账：存成视图，Ctrl+1 打开');
  await day.tabTo('看合计');
  await press('Enter');
  await expect(dialog).toBeVisible();
  await album.take('ledger-totals', '台账合计：每个数都能打开它所数的列表');
  await press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: '看全部' }).click();
  await press('Control+Shift+l');
  await expect(dialog.locator('input:focus')).toHaveCount(1);
  await day.tabTo('恢复默认的列');
  await press('Enter');
  await expect(dialog).toBeHidden();
}
