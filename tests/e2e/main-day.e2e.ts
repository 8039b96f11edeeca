import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { A, ARCHIVIST, B, OfficeDay, PLACE, SAMPLE } from './office-day';
import { answerSaveDialog, type Program, startProgram } from './program';

const LOAN = '流动资金贷款 180 万元';
let program: Program;
let day: OfficeDay;

test.beforeEach(async () => {
  program = await startProgram({ size: { width: 1366, height: 768 } });
  day = new OfficeDay(program);
});
test.afterEach(() => program.close());

test('the main day runs with the keyboard alone: sign in, paste, A to B to the archive, print, find', async () => {
  // A mouse that moves is a failure: nothing below may need it.
  await program.page.evaluate(() => {
    for (const sign of ['pointerdown', 'click'] as const)
      window.addEventListener(
        sign,
        (event) => {
          if (event.detail > 0 || (event as PointerEvent).pointerType === 'mouse') document.title = 'mouse';
        },
        true,
      );
  });
  await day.foundDemonstration();
  await day.signIn(A);
  await day.openDossier('青禾');
  await day.paste(SAMPLE);
  await day.see('读出 40 行');
  await program.page.keyboard.press('Control+Enter');
  await day.see('共 38 件 235 页');
  await day.see('已全部写入');
  await day.give();

  await day.signIn(B);
  await day.takeUp(LOAN);
  await day.agreeWithAll(40);
  await day.acceptAtB();
  await day.takeUp(LOAN);
  await day.give();

  await day.signIn(ARCHIVIST);
  await day.takeUp(LOAN);
  await day.agreeWithAll(40);
  await day.acceptAtArchive();
  await day.see('鸿借字第001号');

  // The dialog offers the dossier; from there to paper.
  await program.page.keyboard.press('Enter');
  await expect(program.page.getByRole('grid')).toBeVisible();
  await program.page.keyboard.press('Control+p');
  await day.see('共 2 张 A4 纸');
  const pdf = join(program.dataDir, 'volume-list.pdf');
  await answerSaveDialog(program, pdf);
  await program.page.keyboard.press('Control+s');
  await expect.poll(() => existsSync(pdf)).toBe(true);
  await day.see(pdf);

  await day.find('hjz 001');
  await program.page.keyboard.press('Enter');
  await expect(program.page.locator('h1').first()).toContainText(LOAN);
  await day.see(PLACE.join(' '));
  expect(await program.page.title()).not.toBe('mouse');
});
