import { join } from 'node:path';
import { expect } from '@playwright/test';
import { A, ARCHIVIST, B, type OfficeDay } from '../e2e/office-day';
import { shelveOldDossiers } from '../e2e/old-dossiers';
import { pageHeading } from '../e2e/page-heading';
import { finds, fontsLeftOut, structureOf, textOf } from '../e2e/paper';
import { answerSaveDialog, PASSWORD, PIN, type Program } from '../e2e/program';
import { type Album, FOLDER } from './album';

const MANAGER = 'xujibei';
const TITLES = ['松风贷款', '听泉贷款', '望岳贷款'];

/** Old dossiers fall due: appraised, approved, destroyed before witnesses; one goes to somebody outside. Ends with the archivist. */
export async function disposeOfOld(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const { ask } = program;
  const signIn = (login: string) => ask('people.signIn', { login, password: PASSWORD });
  const show = async (hash: string, heading: string | RegExp) => {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
    await expect(pageHeading(page)).toHaveText(heading);
  };
  const keep = async (form: string, words: string, expected: readonly string[], back = '.disposal-main') => {
    await page.keyboard.press('Control+p');
    await expect(page.locator(`.sheet-${form}`).first()).toBeVisible();
    await album.take(`preview-${form}`, words);
    const file = join(FOLDER, `${form}.pdf`);
    await answerSaveDialog(program, file);
    await page.keyboard.press('Control+s');
    await day.see(file);
    expect(structureOf(file)).toContain('No syntax or stream encoding errors');
    expect(fontsLeftOut(file)).toEqual([]);
    const text = textOf(file);
    for (const one of expected) expect(finds(text, one), one).toBe(true);
    await page.keyboard.press('Escape');
    await expect(page.locator(back)).toBeVisible();
  };

  const [first = 0, second = 0, third = 0] = await shelveOldDossiers(program, TITLES);
  await page.reload();
  await expect(pageHeading(page)).toBeVisible();
  const staff = await ask<{ id: number; login?: string }[]>('people.staff', {});
  const idOf = (login: string) => staff.find((one) => one.login === login)?.id ?? 0;
  await show('#/disposal', '鉴定与销毁');
  await album.take('due', '到期待鉴定');
  await keep('due-list', '到期档案一览表', ['到期待鉴定', '松风贷款', '望岳贷款', '共3卷'], '.frame h1');
  await show('#/disposal/appraise', '鉴定');
  await page.getByLabel('依据或事由').fill('2026 年到期档案鉴定');
  await page.keyboard.press('Tab');
  await album.take('appraise', '逐卷定意见');

  const { rows } = await ask<{ rows: { id: number; keepUntil: string }[] }>('disposal.due', {});
  const line = (id: number, more: object) => ({
    ...{ dossierId: id, keepUntil: rows.find((row) => row.id === id)?.keepUntil, remarks: '期满，无保存价值' },
    ...more,
  });
  const lines = [
    line(first, { decision: 'destroy' }),
    line(second, { decision: 'destroy' }),
    line(third, { decision: 'keep', years: 20, remarks: '客户仍有诉讼' }),
  ];
  const appraised = await ask<{ id: number }>('disposal.appraise', {
    reason: '2026 年到期档案鉴定',
    lines,
    signature: PIN,
  });
  await signIn(MANAGER);
  await page.reload();
  await show('#/', '工作台');
  await day.see('等您批准');
  await album.take('desk-approvals', '总经理的工作台：等批准的清单');
  await show(`#/disposal/${appraised.id}`, /鉴〔2026〕001号/);
  await page.keyboard.press('Control+Enter');
  await day.see('批准 鉴〔2026〕001号');
  await album.take('approve', '批准鉴定');
  await page.keyboard.press('Escape');
  await ask('disposal.approve', { id: appraised.id, signature: PIN });
  await signIn(ARCHIVIST);
  const destruction = await ask<{ id: number }>('disposal.listForDestruction', {
    ...{ appraisalId: appraised.id, reason: '鉴〔2026〕001号鉴定意见', signature: PIN },
    ...{ firstWitnessId: idOf(A), secondWitnessId: idOf(B) },
  });
  const transfer = await ask<{ id: number }>('disposal.listForTransfer', {
    ...{ dossierIds: [third], reason: '集团统一保管', receiver: '集团档案馆', receiverPerson: '何接收' },
    ...{ receiverDocument: '工作证 0731', supervisorId: idOf(A), signature: PIN },
  });
  await signIn(MANAGER);
  for (const { id } of [destruction, transfer]) await ask('disposal.approve', { id, signature: PIN });
  await signIn(ARCHIVIST);
  await page.reload();
  await show(`#/disposal/${destruction.id}`, /销〔2026〕001号/);
  await expect(page.locator('.page-scroll tbody tr').first()).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await day.see('将永远销毁');
  await album.take('destroy', '监销：输入编号，两名监销人签字');
  for (const [entry, key] of [
    ['2026001', 'Tab'],
    [PIN, 'Tab'],
    [PIN, 'Enter'],
  ] as const) {
    await page.keyboard.type(entry);
    await page.keyboard.press(key);
  }
  await day.see('监销并销毁');
  await expect(page.locator('.ant-modal-wrap')).toBeHidden();
  await album.take('destroyed', '销毁清册');
  await keep('destruction-list', '档案销毁清册', [
    ...['销〔2026〕001号', '松风贷款', '听泉贷款', '序号', '题名', '年度', '档号', '应保管', '已保管', '页数', '备注'],
    ...['鉴定人', '沈砚秋', '批准人', '许寄北', '顾行简', '罗书意', '监销人一', '监销人二', '日期', '2010', '10年'],
  ]);
  await ask('disposal.handOut', { id: transfer.id, signatures: { archivist: PIN, supervisor: PIN } });
  await show('#/transfer', '移出');
  await album.take('transfers', '移出');
  await show(`#/disposal/${transfer.id}`, /移出〔2026〕001号/);
  await album.take('transfer', '移出清单');
  await keep('transfer-list', '档案移出清单，一式三份', [
    ...[
      '移出〔2026〕001号',
      '望岳贷款',
      '移交事由',
      '集团统一保管',
      '移交方',
      '接收方',
      '集团档案馆',
      '何接收',
      '工作证0731',
    ],
    ...['监交人', '顾行简', '第一联', '第二联', '第三联', '序号', '档号', '题名', '件数', '页数', '备注', '日期'],
  ]);
  await show(`#/disposal/${appraised.id}`, /鉴〔2026〕001号/);
  await keep('appraisal-list', '档案鉴定意见表', ['鉴〔2026〕001号', '续存至2043-06-30', '销毁', '客户仍有诉讼']);
}
