import { expect, test } from '@playwright/test';
import { A, B, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { PIN, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

/** The first day of a year whose days off nobody has entered: new limits lie in it. */
let program: Program;
let day: OfficeDay;
test.beforeAll(async () => {
  program = await startProgram({
    now: '2027-01-01T16:00:00+08:00',
    size: { width: 1366, height: 768 },
    before: foundDemonstration,
  });
  day = new OfficeDay(program);
});
test.afterAll(() => program.close());

const SENTENCE = '2027 年的放假安排还没有录入，这个期限是推算的，仅供参考。';

const open = async (hash: string, heading: string | RegExp) => {
  await program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);
  await expect(pageHeading(program.page)).toContainText(heading);
};
const row = (text: string) => program.page.locator('main').locator('tr, [role=row]').filter({ hasText: text }).first();
const says = (text: string) => expect(row(text)).toContainText('推算');

/** A dossier of yesterday's loan, with A. */
async function openLoan(): Promise<number> {
  const { id: clientId } = await program.ask<{ id: number }>('client.register', {
    kind: 'enterprise',
    name: '岁末贸易有限公司',
  });
  const { mine } = await program.ask<{ mine: { staffId: number }[] }>('desk.show');
  const aManagerId = mine[0]?.staffId ?? 0;
  const { bManagerId } = await program.ask<{ bManagerId: number }>('handover.show', { id: 20 });
  const { id: projectId } = await program.ask<{ id: number }>('project.register', {
    ...{ clientId, name: '岁末贷款', businessType: 'loan', contractNo: '鸿借〔2026〕990号', amountFen: 100 },
    ...{ aManagerId, bManagerId, disbursedOn: '2026-12-31' },
  });
  const title = {
    kind: 'clientOwnership',
    name: '不动产权证书',
    certificateNo: '岁末第1号',
    owner: '岁末',
    quantity: 1,
  };
  await program.ask('titleHandover.give', { projectId, obtainedOn: '2027-01-01', lines: [title], signature: PIN });
  const { id } = await program.ask<{ id: number }>('dossier.open', { projectId, title: '岁末贷款', year: 2026 });
  const items = [{ part: 'contracts', title: '借款合同', pages: 3 }];
  await program.ask('dossier.compile', { id, revision: 0, items });
  return id;
}

test('a deadline past the last known year says on every page and paper that it is a guess', async () => {
  await day.signIn(A);
  const dossierId = await openLoan();
  await open('#/', '工作台');
  await expect(row('岁末贷款')).toContainText(SENTENCE);
  // A year that is known says nothing of the kind.
  await expect(row('流动资金贷款 75 万元')).not.toContainText('推算');

  await open(`#/dossier/${dossierId}`, '岁末贷款');
  const lead = program.page.locator('p.lead');
  await expect(lead).toContainText(SENTENCE);
  await expect(lead.getByRole('link', { name: '看工作日历' })).toHaveAttribute('href', '#/calendar?year=2027');
  await program.page.getByRole('button', { name: '申请延期' }).press('Enter');
  await expect(program.page.locator('#newDueOn')).toBeFocused();
  await program.page.keyboard.type('2027-1-12');
  await expect(program.page.getByRole('dialog')).toContainText(SENTENCE);
  await program.page.keyboard.press('Escape');
  await expect(program.page.getByRole('dialog')).toBeHidden();

  await open('#/ledger', '档案台账');
  await says('岁末贷款');
  await open('#/handover/steps?which=open&month=2027-01', /移交明细/);
  await says('岁末贷款');
  await open('#/titles/handovers', '权证移交');
  await says('岁末贷款');
  await row('岁末贷款').press('Enter');
  await expect(lead).toContainText(SENTENCE);

  const { id } = await program.ask<{ id: number }>('handover.give', {
    dossierId,
    kind: 'aToB',
    revision: 1,
    signature: PIN,
  });
  await day.signIn(B);
  await open('#/handover', '移交');
  await says('岁末贷款');
  await open(`#/handover/${id}`, /移交清单/);
  await expect(lead).toContainText('推算');
  await program.page.getByRole('button', { name: '开补充清单' }).press('Enter');
  await expect(program.page.getByRole('dialog')).toContainText(SENTENCE);
  await program.page.keyboard.press('Escape');
  await expect(program.page.getByRole('dialog')).toBeHidden();
  await program.page.keyboard.press('Control+p');
  await expect(program.page.locator('.sheet-handover-list').first()).toContainText('推算：2027 年放假安排未录入');
});
