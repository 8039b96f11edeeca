import { join } from 'node:path';
import { expect } from '@playwright/test';
import type { StaffRow } from '../../shared/api/people.contract';
import type { StaffHandoverView } from '../../shared/api/staff-handover.contract';
import type { OfficeDay } from '../e2e/office-day';
import { pageHeading } from '../e2e/page-heading';
import { finds, fontsLeftOut, pagesOf, structureOf, textOf } from '../e2e/paper';
import { answerSaveDialog, PIN, type Program } from '../e2e/program';
import { type Album, FOLDER } from './album';

const LEAVER = '周牧';

/** The administrator sits at the window: a project manager leaves, and everything he holds goes to others. */
export async function handOverLeaver(day: OfficeDay, album: Album, program: Program): Promise<void> {
  const { page } = program;
  const call = async <T>(name: string, input: object = {}): Promise<T> => {
    const reply = await program.invoke(name, input);
    expect(reply, name).toMatchObject({ ok: true });
    return (reply as { data: T }).data;
  };
  const go = async (hash: string, title: string) => {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, hash);
    await expect(pageHeading(page)).toContainText(title);
  };
  const staff = await call<StaffRow[]>('people.staff');
  const idOf = (name: string) => staff.find((its) => its.name === name)?.id ?? 0;
  const { id, name, departmentId, positions, login } = staff.find((its) => its.name === LEAVER) as StaffRow;
  await call('people.change', { id, name, departmentId, positions, login, employment: 'leaving' });
  await go(`#/people?staff=${id}`, '人员与权限');
  await day.see('名下的事');
  await album.take('leaving', '准备离职：名下还有什么，一目了然');
  await page.keyboard.press('Escape');

  await day.signIn('xujibei');
  await go(`#/staff-handover/person/${id}`, `${LEAVER} 名下的事`);
  await album.take('held', '此人名下的客户、项目、案卷');
  const successorId = idOf('顾行简');
  const made = await call<{ id: number }>('staffHandover.make', {
    fromId: id,
    successorId,
    supervisorId: idOf('陆知微'),
  });
  await go(`#/staff-handover/${made.id}`, '交接清单');
  await album.take('staff-handover-draft', '交接清单：逐项定接收人');
  await call('staffHandover.ask', { id: made.id });
  await day.see('等签字');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await album.take('staff-handover-sign', '交接清单：各方签字');
  await page.keyboard.press('Escape');
  const { contentHash, wanted } = await call<StaffHandoverView>('staffHandover.show', { id: made.id });
  const signatures = wanted
    .filter(({ role }) => role !== 'from')
    .map(({ role, staffId }) => ({ role, staffId, signature: PIN }));
  await call('staffHandover.sign', { id: made.id, seen: contentHash, signatures, absence: '已回原籍' });
  await day.see('已签齐');
  await album.take('staff-handover', '签齐后一次移交');
  await go('#/staff-handover', '人员交接');
  await album.take('staff-handovers', '人员交接');
  await keepPapers(day, album, program, made.id);
}

/** The list in three copies, and a letter to each client. */
async function keepPapers(day: OfficeDay, album: Album, program: Program, id: number): Promise<void> {
  const { page } = program;
  const keep = async (form: string, words: string) => {
    await page.evaluate((its) => {
      window.location.hash = its;
    }, `#/print/${form}/${id}`);
    await expect(page.locator(`.sheet-${form}`).first()).toBeVisible();
    await album.take(`preview-${form}`, words);
    const file = join(FOLDER, `${form}.pdf`);
    await answerSaveDialog(program, file);
    await page.keyboard.press('Control+s');
    await day.see(file);
    expect(structureOf(file)).toContain('No syntax or stream encoding errors');
    expect(fontsLeftOut(file)).toEqual([]);
    return { file, text: textOf(file) };
  };
  const list = await keep('staff-handover', '人员交接清单，一式三份');
  for (const words of [
    ...['编号', '交〔2026〕001号', '部门', '业务二部', '日期', '2026年3月2日', '移交人', LEAVER, '监交人', '陆知微'],
    ...['交接事由', '离职', '接收人', '顾行简', '白鹭洲餐饮管理有限公司', '经营性贷款 60 万元', '共 7 项'],
    ...['第一联', '第二联', '第三联', `代 ${LEAVER} 签字`, '原因：已回原籍', 'AJ-P-000001'],
  ])
    expect(finds(list.text, words), words).toBe(true);
  const letters = await keep('contact-letter', '联系人变更函，每个客户一页');
  expect(pagesOf(letters.file)).toBe(4);
  for (const words of ['联系人变更函', '云麓农业专业合作社：', '东篱园艺有限公司：', '新联系人', '顾行简', '顺颂商祺'])
    expect(finds(letters.text, words), words).toBe(true);
}
