import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { EventView } from '../../shared/api/audit.contract';
import type { DossierView, PasteReading } from '../../shared/api/dossier.contract';
import type { HandoverView } from '../../shared/api/handover.contract';
import type { Form } from '../../shared/api/print.contract';
import { A, ARCHIVIST, B, SAMPLE, TITLES } from './office-day';
import { count, finds, fontsLeftOut, structureOf, textOf } from './paper';
import { answerSaveDialog, PASSWORD, PIN, type Program, startProgram } from './program';
import type { Asks } from './work-before';

let program: Program;
let folder: string;
let dossierId: number;
let handoverId: number;

/** The day of one loan up to its acceptance: what the forms are about. */
async function workUpToAcceptance({ ask }: Asks): Promise<void> {
  await ask('company.found', {
    name: '鸿远小额贷款有限公司',
    shortName: '鸿',
    administrator: { name: '苏景行', login: 'sujingxing', password: PASSWORD, pin: PIN },
  });
  const [department] = await ask<{ id: number }[]>('people.departments');
  const engage = async (name: string, login: string, position: string) => {
    const secrets = { password: PASSWORD, pin: PIN };
    const who = { name, login, departmentId: department?.id, positions: [position] };
    return (await ask<{ id: number }>('people.engage', { ...who, ...secrets })).id;
  };
  const a = await engage('顾行简', A, 'projectManager');
  const b = await engage('罗书意', B, 'projectManager');
  await engage('沈砚秋', ARCHIVIST, 'archivist');
  await ask('people.signIn', { login: A, password: PASSWORD });
  dossierId = await compileSample(ask, a, b);
  await handOver(ask);
}

async function compileSample(ask: Asks['ask'], aManagerId: number, bManagerId: number): Promise<number> {
  const client = { kind: 'enterprise', name: '青禾建材商贸有限公司' };
  const { id: clientId } = await ask<{ id: number }>('client.register', client);
  const { id: projectId } = await ask<{ id: number }>('project.register', {
    clientId,
    name: '流动资金贷款 180 万元',
    businessType: 'loan',
    contractNo: '鸿借〔2026〕001号',
    amountFen: 180_000_000,
    aManagerId,
    bManagerId,
    disbursedOn: '2026-03-02',
  });
  const opened = { projectId, title: '流动资金贷款 180 万元', year: 2026 };
  const { id } = await ask<{ id: number }>('dossier.open', opened);
  const { items } = await ask<PasteReading>('dossier.readPaste', { text: SAMPLE });
  const list = items.map(({ line: _, remarkSaysUnsigned: __, ...item }) => item);
  await ask('dossier.compile', { id, revision: 0, items: list });
  return id;
}

async function handOver(ask: Asks['ask']): Promise<void> {
  const signIn = (login: string) => ask('people.signIn', { login, password: PASSWORD });
  const { revision } = await ask<DossierView>('dossier.show', { id: dossierId });
  const give = async (kind: string) =>
    (await ask<{ id: number }>('handover.give', { dossierId, kind, revision, signature: PIN })).id;
  const tick = async (id: number) => {
    const { items } = await ask<HandoverView>('handover.show', { id });
    await ask('handover.check', { id, found: items.map((i) => ({ itemId: i.id, pagesFound: i.pages })) });
  };
  const toB = await give('aToB');
  await signIn(B);
  await tick(toB);
  await ask('handover.acceptAtB', { id: toB, signature: PIN });
  handoverId = await give('bToArchive');
  await signIn(ARCHIVIST);
  await tick(handoverId);
  const place = { room: '一室', cabinet: '03柜', shelf: '2层', box: '07盒' };
  await ask('handover.acceptAtArchive', { id: handoverId, place, signatures: { a: PIN, b: PIN, archivist: PIN } });
}

/** Opens the preview of a form and waits until its sheets lie there. */
async function preview(form: Form): Promise<void> {
  const id = form === 'handover-list' ? handoverId : dossierId;
  await program.page.evaluate((hash) => {
    window.location.hash = hash;
  }, `#/print/${form}/${id}`);
  await expect(program.page.locator(`.sheet-${form}`).first()).toBeVisible();
}

/** Keeps the form as a PDF as a person does, with Ctrl+S, and answers the file. */
async function pdfOf(form: Form): Promise<string> {
  const file = join(folder, `${form}.pdf`);
  if (existsSync(file)) return file;
  await preview(form);
  await answerSaveDialog(program, file);
  await program.page.keyboard.press('Control+s');
  await expect(program.page.getByText(file)).toBeVisible({ timeout: 15_000 });
  return file;
}

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'anjuan-print-'));
  program = await startProgram({ size: { width: 1366, height: 768 }, before: workUpToAcceptance });
  await program.ask('people.signIn', { login: ARCHIVIST, password: PASSWORD });
  await program.page.reload();
});

test.afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

test('the in-volume list names every paper, its totals, number and company', async () => {
  const text = textOf(await pdfOf('volume-list'));
  expect(TITLES).toHaveLength(40);
  for (const title of TITLES) expect(finds(text, title), title).toBe(true);
  for (const part of ['共 38 件 235 页，附件 2 件', '鸿借字第001号', '鸿远小额贷款有限公司', 'AJ-D-00000', '䶮光图文'])
    expect(finds(text, part), part).toBe(true);
  expect(finds(text, '第 1 页　共 2 页') && finds(text, '第 2 页　共 2 页')).toBe(true);
});

test('the handover list is three marked copies, each with every paper, three signatures and its own pages', async () => {
  const text = textOf(await pdfOf('handover-list'));
  for (const title of new Set(TITLES)) expect(count(text, title), title).toBeGreaterThanOrEqual(3);
  for (const mark of ['第一联A角保存', '第二联B角保存', '第三联随卷（档案室）保存'])
    expect(finds(text, mark), mark).toBe(true);
  expect(count(text, '第1页共2页')).toBe(3);
  const { signatures } = await program.ask<HandoverView>('handover.show', { id: handoverId });
  for (const { role, name, contentHash } of signatures.filter(({ role }) => role !== 'giver'))
    expect(count(text, contentHash.slice(0, 16)), `${role} ${name}`).toBeGreaterThanOrEqual(3);
});

test('the cover is one page with the fields of the standard', async () => {
  const file = await pdfOf('dossier-cover');
  const content = textOf(file);
  for (const text of [
    '流动资金贷款180万元',
    '2019年7月10日至2026年3月2日',
    '30年',
    '38件',
    '235页',
    '鸿借字第001号',
    '密级',
  ])
    expect(finds(content, text), text).toBe(true);
  expect(execFileSync('pdfinfo', [file], { encoding: 'utf8' })).toMatch(/Pages:\s+1\n[\s\S]*\(A4\)/);
});

test('every PDF is clean, and holds all its fonts on a machine that may have none of them', async () => {
  for (const form of ['volume-list', 'handover-list', 'dossier-cover'] as const) {
    const file = await pdfOf(form);
    expect(structureOf(file)).toContain('No syntax or stream encoding errors');
    expect(fontsLeftOut(file), form).toEqual([]);
  }
});

test('the checks see a title that is not there and a font that is left out', async () => {
  expect(finds(textOf(await pdfOf('volume-list')), '从未有过的一份文件')).toBe(false);
  const bare = join(folder, 'bare.pdf');
  writeFileSync(bare, PDF_WITH_A_SYSTEM_FONT);
  expect(fontsLeftOut(bare)).toHaveLength(1);
});

test('the paper carries the event of its own printing', async () => {
  await program.page.evaluate(() => {
    window.location.hash = '#/';
  });
  rmSync(join(folder, 'volume-list.pdf'), { force: true });
  const file = await pdfOf('volume-list');
  await program.ask('people.signIn', { login: 'sujingxing', password: PASSWORD });
  const { events } = await program.ask<{ events: EventView[] }>('audit.list', { limit: 20 });
  const printed = events.find(({ action }) => action === 'print.savePdf');
  expect(finds(textOf(file), `第${printed?.seq}条${printed?.code}`)).toBe(true);
  await program.ask('people.signIn', { login: ARCHIVIST, password: PASSWORD });
});

test('a PDF that cannot be written is told with its place, and the preview stays', async () => {
  await preview('dossier-cover');
  await answerSaveDialog(program, join(folder, 'no-such-folder', 'a.pdf'));
  await program.page.keyboard.press('Control+s');
  await expect(program.page.getByText('no-such-folder')).toBeVisible();
  await expect(program.page.locator('.sheet-dossier-cover')).toBeVisible();
});

test('the hidden window is empty again, has no session, and closing the print dialog prints nothing', async () => {
  const addressOfHidden = () =>
    program.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .find((one) => !one.isVisible())
        ?.webContents.getURL(),
    );
  // It is emptied once the page has its answer.
  await expect.poll(addressOfHidden).toMatch(/print\.html$/);
  await program.electron.evaluate(({ BrowserWindow }) => {
    const window = BrowserWindow.getAllWindows().find((one) => !one.isVisible());
    if (window) window.webContents.print = (_options, done) => done?.(false, 'Print job canceled');
  });
  const reply = await program.electron.evaluate(({ BrowserWindow }, id) => {
    const window = BrowserWindow.getAllWindows().find((one) => !one.isVisible());
    return window?.webContents.executeJavaScript(
      `window.bridge.invoke('print.form', { form: 'volume-list', id: ${id} })`,
    );
  }, dossierId);
  expect(reply).toMatchObject({ ok: false, error: { code: 'notSignedIn' } });
  await preview('volume-list');
  await program.page.keyboard.press('Control+p');
  await expect(program.page.getByText('没有打印')).toBeVisible();
});

test('PageDown and PageUp turn the sheets, Esc goes back', async () => {
  await program.page.evaluate(() => {
    window.location.hash = '#/';
  });
  await preview('handover-list');
  await expect(program.page.getByText('第 1 / 6 张')).toBeVisible();
  await program.page.keyboard.press('PageDown');
  await expect(program.page.getByText('第 2 / 6 张')).toBeVisible();
  await program.page.keyboard.press('PageUp');
  await expect(program.page.getByText('第 1 / 6 张')).toBeVisible();
  await program.page.keyboard.press('Escape');
  await expect.poll(() => program.page.evaluate(() => window.location.hash)).toBe('#/');
});

/** One page in Helvetica, which is not in it. */
const PDF_WITH_A_SYSTEM_FONT = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 27>>stream
BT /F 9 Tf 9 9 Td(x)Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
`;
