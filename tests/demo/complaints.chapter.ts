import { expect } from '@playwright/test';
import type { ComplaintRow } from '../../shared/api/complaint.contract';
import { pngOf } from '../api/files';
import { ADMINISTRATOR, ARCHIVIST, type OfficeDay } from '../e2e/office-day';
import { PASSWORD, type Program } from '../e2e/program';
import type { Album } from './album';
import { chooseScans } from './attachments.chapter';
import { keepPdf } from './borrowing.chapter';

const EXECUTIVE = 'xujibei';

/** What is open and late, one case with its steps, and its papers. Begins and ends with the archivist. */
export async function lookAtComplaints(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const { ask } = program;
  const go = async (hash: string, seen: string) => {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
    await day.see(seen);
  };
  await ask('people.signIn', { login: EXECUTIVE, password: PASSWORD });
  await page.reload();
  await go('#/complaints', '未结投诉');
  await album.take('complaints', '投诉：哪些未结，等谁办理，哪些超期');
  await go('#/complaints/new', '边听边记');
  await album.take('new-complaint', '登记投诉：接电话时边听边记');
  const { rows } = await ask<{ rows: ComplaintRow[] }>('complaint.list', { which: 'all' });
  const late = rows.find(({ deadline }) => deadline?.late);
  await go(`#/complaints/${late?.id}`, '开始调查');
  await album.take('complaint', '一件投诉：办到哪一步，下一步由谁、何时前办');
  await page.keyboard.press('Alt+a');
  await day.see('这件投诉还没有证据');
  await chooseScans(program, [['来信扫描.png', pngOf('letter', 900, 1200)]]);
  await album.take('complaint-evidence', '一件投诉的证据：来信、截图、照片');
  const closed = rows.find(({ closedOn }) => closedOn !== undefined);
  expect(closed?.no).toBeTruthy();
  const papers = [
    ['complaint-register', '投诉登记表：谁、什么事、怎么联系', ['客户投诉登记表', '周女士', '事实和依据']],
    [
      'complaint-handling',
      '投诉处理表：每一步由谁、何时、怎么办',
      ['客户投诉处理表', '核实定性', '许寄北', '回避核查'],
    ],
    ['complaint-reply', '投诉答复函', ['投诉答复函', '周女士：', '深表歉意']],
    ['complaint-feedback', '客户反馈表', ['客户反馈表', '电话回访', '满意']],
  ] as const;
  for (const [form, caption, words] of papers) {
    await go(`#/print/${form}/${closed?.id}`, words[0]);
    await keepPdf(day, album, program, form, caption, [closed?.no ?? '', ...words]);
  }
  await go('#/complaints/penalties', '奖惩登记');
  await album.take('penalties', '奖惩登记：按月合计，每个合计都能点开');
  await go('#/complaints/penalties/new?case=1', '责任人');
  await album.take('new-penalty', '提出奖惩：按处理流程的处罚标准');
  await go('#/complaints/penalties/1', '本人陈述');
  await album.take('penalty', '一份处罚：事实、本人陈述、谁决定、何时送达');
  await go('#/print/penalty-notice/1', '处罚通知单');
  await keepPdf(day, album, program, 'penalty-notice', '处罚通知单', [
    ...['处罚通知单', '顾行简', '服务投诉处理办法第十二条', '人民币贰佰元整'],
  ]);
  await go('#/complaints/compensations', '赔偿登记');
  await album.take('compensations', '赔偿登记：付给谁、何时、由谁经办');
  await go('#/complaints/counted?which=registered', '投诉明细');
  await album.take('complaints-counted', '投诉明细：每个统计数字打开的就是这些');
  await go('#/complaints/statistics', '按时率');
  await album.take('complaint-statistics', '投诉统计：按类别、部门、原因、人员、月份，每个数字都能点开');
  await page.keyboard.press('Control+p');
  await expect(page.locator('.sheet-complaint-statistics').first()).toBeVisible();
  await keepPdf(day, album, program, 'complaint-statistics', '投诉统计表，带图', [
    ...['投诉统计表', '按类别', '按被投诉部门', '按原因', '按登记月份', '沟通不清', '办事效率'],
  ]);
  await ask('people.signIn', { login: ADMINISTRATOR, password: PASSWORD });
  await page.reload();
  await go('#/procedures', '在用的流程');
  await album.take('procedures', '投诉处理流程：哪些在用，自何时起，多少未结投诉按它办理');
  await go('#/procedures/2', '汽车销售服务投诉');
  await page.locator('[data-place="step meeting"]').click();
  await day.see('什么情况下适用');
  await album.take('procedure', '修改流程：步骤、由谁办理、何时适用、填写什么，签字后成为新版本');
  await ask('people.signIn', { login: ARCHIVIST, password: PASSWORD });
  await page.reload();
  await go('#/', '工作台');
}
