import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { FORMS, pagesNotTaken } from './pages';

export const FOLDER = fileURLToPath(new URL('../../out/demo/', import.meta.url));
const LANGUAGES = [
  ['zh-CN', 'English'],
  ['en', '中文'],
] as const;

interface Picture {
  name: string;
  words: string;
  /** The address at which it was taken. */
  hash: string;
}

/** Numbered pictures of the program in both languages, and a page that shows them. */
export class Album {
  private readonly pictures: Picture[] = [];

  constructor(private readonly page: Page) {
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
  }

  /** Takes the window as it stands, in Chinese and in English; it is Chinese again afterwards. `page` is another computer's. */
  async take(name: string, words: string, page = this.page): Promise<void> {
    const numbered = `${String(this.pictures.length + 1).padStart(2, '0')}-${name}`;
    for (const [language, other] of LANGUAGES) {
      await page.waitForTimeout(SETTLE_MS);
      await page.screenshot({ path: join(FOLDER, `${numbered}.${language}.png`) });
      // By script, because a dialog may lie over the button; the choice works all the same.
      const choice = page.locator(`button[lang="${other === 'English' ? 'en' : 'zh-CN'}"]`);
      await choice.evaluate((button) => (button as HTMLElement).click());
    }
    this.pictures.push({ name: numbered, words, hash: await page.evaluate(() => window.location.hash) });
  }

  /** Writes index.html over everything that lies in the folder; throws when a page has no picture or a form was not saved. */
  close(): void {
    const forms = readdirSync(FOLDER).filter((file) => file.endsWith('.pdf'));
    this.write(forms);
    const taken = new Map(this.pictures.map(({ name, hash }) => [name.replace(/^\d+-/, ''), hash]));
    const missing = [...pagesNotTaken(taken), ...FORMS.filter((form) => !forms.includes(`${form}.pdf`))];
    if (missing.length > 0) throw new Error(`the demonstration does not show ${missing.join(', ')}`);
  }

  private write(forms: readonly string[]): void {
    const rows = this.pictures.map(
      ({ name, words }) =>
        `<section><h2>${name.slice(0, 2)} ${words}</h2><div>${LANGUAGES.map(
          ([language]) =>
            `<a href="${name}.${language}.png"><img src="${name}.${language}.png" alt="${words}, ${language}"></a>`,
        ).join('')}</div></section>`,
    );
    const links = forms.map((form) => `<li><a href="${form}">${form}</a></li>`).join('');
    writeFileSync(join(FOLDER, 'index.html'), PAGE.replace('{forms}', links).replace('{pictures}', rows.join('\n')));
  }
}

/** Dialogs and drawers slide in; a picture of one half-way shows nothing. */
const SETTLE_MS = 450;

const PAGE = `<!doctype html>
<html lang="zh-CN"><meta charset="utf-8"><title>案卷 Anjuan</title>
<style>
  body { font: 15px/1.6 "Noto Sans SC", "Microsoft YaHei", sans-serif; color: #1f2a2e; background: #faf8f3; margin: 32px; }
  div { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
  img { width: 100%; border: 1px solid #e4dfd3; }
  h2 { font-size: 17px; margin: 32px 0 8px; }
</style>
<h1>案卷 Anjuan · 一笔贷款的一天</h1>
<ul>{forms}</ul>
{pictures}
</html>
`;
