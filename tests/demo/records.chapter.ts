import { expect } from '@playwright/test';
import { pageHeading } from '../e2e/page-heading';
import type { Program } from '../e2e/program';
import type { Album } from './album';

const PAGES = [
  ['places', '存放位置', '存放位置：柜、层、盒，盒里有什么'],
  ['numbers', '档号登记', '档号登记：起止、缺号、作废'],
  ['classes', '档案门类', '档案门类：编号格式和下一个档号'],
  ['retentions', '保管期限', '保管期限：年数、依据、用到的案卷'],
] as const;
/** The first that the demonstration company registered. */
const CLIENT = '石桥机电有限公司';

/** Where dossiers stand, how they are numbered, how long they are kept; ends at the ledger. */
export async function lookAtRecords(album: Album, { page }: Program): Promise<void> {
  const go = async (hash: string, title: string) => {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, `#/${hash}`);
    await expect(pageHeading(page)).toContainText(title);
  };
  for (const [hash, title, words] of PAGES) {
    await go(hash, title);
    await expect(page.locator('.frame h1 ~ * button, .frame tbody tr').first()).toBeVisible();
    await album.take(hash, words);
  }
  await go('clients/1', CLIENT);
  await expect(page.locator('.frame tbody tr').first()).toBeVisible();
  await album.take('client', '一个客户：资料、项目、变更');
  await go('ledger', '档案台账');
  await expect(page.locator('.ledger-row').first()).toBeVisible();
}
