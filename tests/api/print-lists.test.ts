import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellWords, conditionsOf } from '../../renderer/print/OfficeList';
import type { SaidInput } from '../../shared/api/complaint.contract';
import { type ExportedList, type PlainList, plainList } from '../../shared/api/export.contract';
import { EXTENSION_CHOICES } from '../../shared/api/extension.contract';
import { STEP_CHOICES } from '../../shared/api/handover.contract';
import type { FormData } from '../../shared/api/print.contract';
import { SUPPLEMENT_CHOICES } from '../../shared/api/supplement.contract';
import { TITLE_HANDOVER_CHOICES } from '../../shared/api/title-handover.contract';
import { readByPython } from '../unit/spreadsheet/strangers';
import { appraise, decided, ENDED, engageDeciders, MANAGER, shelve } from './disposing';
import { guessedPlan, layLedger, oldRows } from './imports';
import { engageColleagues, handOverAll } from './leaving';
import {
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  PIN,
  registerProject,
  signIn,
} from './office';
import { bringTitles, CUSTODIAN, engageKeepers, registerSafe, type TitlePeople } from './title-office';

let office: Office;
let people: People;

/** An office with something on each of the lists, whose administrator may read and print them all. */
beforeAll(async () => {
  office = openOffice();
  people = await foundCompany(office);
  const deciders = await engageDeciders(office, people);
  const old = await shelve(office, deciders, 1, ENDED);
  const lent = await shelve(office, deciders, 2, ENDED);
  await signIn(office, LOGINS.archivist);
  await appraise(office, [decided(old)]);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  const dossierId = await compileSample(office, projectId);
  await office.call('extension.ask', { dossierId, newDueOn: '2026-03-10', reason: 'value--state.granted' });
  await bringToArchive(office, dossierId);
  await signIn(office, LOGINS.archivist);
  const lines = [{ title: '仓库存货盘点表', fault: 'unsigned' as const }];
  const asked = { dossierId, responsibleId: people.b, dueOn: '2026-03-04', lines, signature: PIN };
  await office.call('supplement.issue', asked);
  const [procedure] = await office.call('complaint.procedures', {});
  const complained = { kind: 'general', channel: 'phone' as const, facts: '等了两个小时' };
  await office.call('complaint.register', { procedureId: procedure?.id ?? 0, ...complained });
  await signIn(office, LOGINS.admin);
  const positions = ['systemAdmin', 'archivist', 'generalManager'] as const;
  const me = { id: people.admin, name: '苏景行', departmentId: 1, login: LOGINS.admin, employment: 'active' as const };
  await office.call('people.change', { ...me, positions: [...positions] });
  await handOverAll(office, people, await engageColleagues(office));
  const keepers = await engageKeepers(office, people);
  const safe = await registerSafe(office, keepers);
  const [compartment = 0] = safe.compartments;
  const [titleId = 0] = await bringTitles(office, keepers, projectId, compartment);
  await beginAndClose(keepers, safe.id);
  const things = [{ kind: 'title' as const, id: titleId }];
  await office.call('borrowing.submit', { things, purpose: '抽查', way: 'readHere' });
  await lendAndRecall(lent);
  await payAndPraise();
  await signIn(office, LOGINS.admin);
  await importAndBackUp();
});
afterAll(() => office.close());

/** A client is paid for a suggestion that was right, and whoever handled it is praised. */
async function payAndPraise(): Promise<void> {
  await signIn(office, MANAGER);
  const procedureId =
    (await office.call('complaint.procedures', {})).find(({ title }) => title === '分级投诉')?.id ?? 0;
  const about = { kind: 'suggestion', channel: 'phone' as const, complainant: '周女士', facts: '窗口太少' };
  const promised = { ownArea: true, promisedOn: '2026-03-20' };
  const { id } = await office.call('complaint.register', { procedureId, ...about, said: promised });
  const staff = await office.call('people.staff', {});
  /** By whoever has the next step. */
  const take = async (said: SaidInput) => {
    await signIn(office, MANAGER);
    const step = (await office.call('complaint.show', { id })).open.at(-1);
    await signIn(office, staff.find(({ name }) => name === step?.takers[0])?.login ?? '');
    await office.call('complaint.take', { id, step: step?.code ?? '', said, signature: PIN });
  };
  await office.call('penalty.commend', { staffId: people.b, title: '通报表扬', amountFen: 30_000, facts: '主动加班' });
  await take({ justified: true, major: false, urgent: false });
  await take({ handler: people.b });
  await take({ solution: '增开窗口并补偿' });
  await take({ granted: true });
  await take({ done: '已补偿', compensation: 123_450 });
}

/** The general manager reads a dossier in the archive, and is asked for it by note. */
async function lendAndRecall(dossierId: number): Promise<void> {
  await signIn(office, MANAGER);
  const things = [{ kind: 'dossier' as const, id: dossierId }];
  const { id } = await office.call('borrowing.submit', { things, purpose: '检查', way: 'readHere' });
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.lend', { id, signatures: { archivist: PIN, borrower: PIN } });
  const { borrowerId } = await office.call('borrowing.show', { id });
  await office.call('borrowingBook.recall', { borrowerIds: [borrowerId] });
}

/** A stocktake is begun and given up, and the safe's day is closed. */
async function beginAndClose(keepers: TitlePeople, safeId: number): Promise<void> {
  await signIn(office, LOGINS.archivist);
  const counters = { firstCounterId: keepers.archivist, secondCounterId: keepers.keeper };
  const { id } = await office.call('stocktake.start', { scope: 'sample', sampleSize: 1, plan: '抽查', ...counters });
  await office.call('stocktake.abandon', { id, reason: '改日再盘' });
  await signIn(office, CUSTODIAN);
  const day = { safeId, day: '2026-03-02' };
  const { contentHash: seen } = await office.call('safe.balance', day);
  const signatures = { operator: PIN, second: PIN };
  await office.call('safe.closeDay', { ...day, seen, secondId: keepers.keeper, signatures });
  await signIn(office, LOGINS.admin);
}

/** An old ledger of three dossiers comes in, and everything is backed up. */
async function importAndBackUp(): Promise<void> {
  layLedger(office, oldRows(1, 3));
  await office.call('import.read', {});
  await office.call('import.write', { plan: await guessedPlan(office) });
  office.chosenFiles = [office.dataDir];
  await office.call('backup.make', { onOwnDisk: true });
}

const printed = async (asked: PlainList) =>
  (await office.call('print.form', { form: 'office-list', asked })) as Extract<FormData, { form: 'office-list' }>;
const onPaper = ({ list, frame }: Awaited<ReturnType<typeof printed>>) =>
  list.rows.map((row) => row.map((cell, i) => cellWords(list.columns[i]?.kind ?? 'text', cell, frame)));

const LISTS: readonly PlainList[] = [
  { name: 'steps', which: 'all', from: '1900-01-01', to: '2200-12-31' },
  { name: 'extensions', which: 'all' },
  { name: 'supplements', which: 'all' },
  { name: 'titleHandovers', which: 'all' },
  { name: 'staff' },
  { name: 'disposals', openOnly: false },
  { name: 'slips', from: '1900-01-01', to: '2200-12-31' },
  { name: 'staffHandovers', openOnly: false },
  { name: 'audit' },
  { name: 'borrowings', which: 'all', text: '' },
  plainList.parse({ name: 'lent' }),
  plainList.parse({ name: 'recalls' }),
  plainList.parse({ name: 'complaints', which: 'all' }),
  plainList.parse({ name: 'penalties' }),
  plainList.parse({ name: 'compensations' }),
  plainList.parse({ name: 'countedComplaints', from: '2026-01-01', to: '2026-12-31', by: 'person' }),
  { name: 'recordClasses' },
  { name: 'retentions' },
  { name: 'checklists' },
  { name: 'checklist', id: 1 },
  { name: 'specialDays', year: 2026 },
  { name: 'borrowingTerms' },
  { name: 'imports' },
  { name: 'backups' },
  { name: 'stocktakes' },
  { name: 'contents', safeId: 1 },
  plainList.parse({ name: 'closings', safeId: 1 }),
];

describe('a list without a form of its own', () => {
  test.each(LISTS.map((list) => [list.name, list] as const))(
    '%s: has on paper the lines of its file',
    async (_, list) => {
      const form = await printed(list);
      office.savePath = join(office.dataDir, 'list.csv');
      await office.call('export.save', { list, format: 'csv' });
      // The journal has gone on by the event of the file itself.
      const inFile = readFileSync(office.savePath, 'utf8').match(/\r\n"/g)?.length ?? 0;
      expect(form.list.rows.length).toBeGreaterThan(0);
      if (list.name !== 'audit') expect(form.list.rows).toHaveLength(inFile);
      const words = [
        ...form.list.columns.map(({ heading }) => cellWords('text', heading, form.frame)),
        ...onPaper(form).flat(),
      ];
      expect(words.filter((its) => /\b\w+--\w/.test(its) && its !== 'value--state.granted')).toEqual([]);
    },
  );

  test('are all of them', () => {
    expect(LISTS.map(({ name }) => name)).toEqual(plainList.options.map((its) => its.shape.name.value));
  });

  test('says in words what it was narrowed by, and has only those lines', async () => {
    const asked = { name: 'supplements', which: 'open', responsibleId: people.b } as const;
    const { names, list } = await printed(asked);
    expect(conditionsOf(asked, names)).toEqual(['待补', '责任人：罗书意']);
    expect(list.rows).toHaveLength(1);
    expect((await printed({ ...asked, responsibleId: people.a })).list.rows).toHaveLength(0);
    const log = { name: 'audit', table: 'dossier', from: '2026-03-02', to: '2026-03-03' } as const;
    expect(conditionsOf(log, {})).toEqual(['案卷', '2026-03-02 起', '2026-03-03 止']);
    for (const which of EXTENSION_CHOICES) expect(conditionsOf({ name: 'extensions', which }, {})[0]).toBeTruthy();
    for (const which of SUPPLEMENT_CHOICES) expect(conditionsOf({ name: 'supplements', which }, {})[0]).toBeTruthy();
    for (const which of TITLE_HANDOVER_CHOICES)
      expect(conditionsOf({ name: 'titleHandovers', which }, {})[0]).toBeTruthy();
    for (const which of STEP_CHOICES) {
      const steps = { name: 'steps', which, from: '1900-01-01', to: '2200-12-31' } as const;
      expect(conditionsOf(steps, {})).toHaveLength(1);
    }
  });

  test('prints what somebody wrote as it was written, though it looks like the name of a word', async () => {
    expect(onPaper(await printed({ name: 'extensions', which: 'all' })).flat()).toContain('value--state.granted');
  });

  test('what the office works by stands on paper as on its page, line by line', async () => {
    const lines = async (asked: PlainList) => {
      const form = await printed(asked);
      return { lines: onPaper(form), head: conditionsOf(asked, form.names) };
    };
    const { classes } = await office.call('recordClass.overview', {});
    const [loan] = (await lines({ name: 'recordClasses' })).lines;
    expect(loan).toEqual([
      ...['借款', '借', '{short}{type}字第{seq:3}号', '鸿借字第003号', '一直连着编', '30年'],
      ...[String(classes[0]?.dossiers), '使用中'],
    ]);
    expect((await lines({ name: 'retentions' })).lines.map((its) => its.slice(0, 2))).toEqual([
      ['永久', '永久'],
      ['30年', '30'],
      ['10年', '10'],
    ]);
    const { entries, name } = await office.call('checklist.show', { id: 1 });
    const one = await lines({ name: 'checklist', id: 1 });
    expect(one.head).toEqual([`${name} V1`]);
    expect(one.lines.map((its) => [its[1], its[2]])).toEqual(
      entries.map(({ title, required }) => [title, required ? '必有' : '可有']),
    );
    const year = await lines({ name: 'specialDays', year: 2026 });
    expect(year.head).toEqual(['2026 年']);
    expect(year.lines).toHaveLength(39);
    expect(year.lines).toContainEqual(['2026-02-14', '星期六', '周末上班', '春节']);
    expect((await lines({ name: 'imports' })).lines[0]?.slice(0, 6)).toEqual([
      ...['ledger.xlsx', '2026-03-02', '苏景行', '3', '3', '1'],
    ]);
    expect((await lines({ name: 'contents', safeId: 1 })).head).toHaveLength(1);
  });

  test('is refused to whoever may not read it', async () => {
    await signIn(office, LOGINS.b);
    for (const asked of [{ name: 'staff' }, { name: 'audit' }])
      expect(await office.reply('print.form', { form: 'office-list', asked })).toMatchObject({
        error: { code: 'notAllowed' },
      });
    await signIn(office, LOGINS.admin);
  });
});

describe('the file of a list has what its page shows', () => {
  const texts = (file: string) =>
    JSON.parse(readFileSync(new URL(`../../renderer/i18n/zh-CN/${file}.json`, import.meta.url), 'utf8')) as Record<
      string,
      string
    >;
  const words = { ...texts('audit'), ...texts('export') };
  /** The file's rows, each cell under its heading. */
  const inFile = async (list: ExportedList) => {
    office.savePath = join(office.dataDir, `${list.name}.xlsx`);
    await office.call('export.save', { list, format: 'xlsx', words });
    const [headings = [], ...rows] = readByPython(office.savePath).rows;
    return rows.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, row[i] ?? undefined])));
  };

  test('who was late, person by person and month by month', async () => {
    const shown = await office.call('handover.lateness', { year: 2026 });
    const rows = await inFile({ name: 'lateness', year: 2026 });
    expect(shown.length).toBeGreaterThan(1);
    expect(rows).toEqual(
      shown.map((its) => ({
        ...{ 经办人: its.staff, 月份: its.month, 应办: its.due, 按时: its.inTime, 逾期已办: its.lateGiven },
        ...{ 逾期未办: its.lateOpen, 未到期: its.open, 其中延期: its.extended },
        ...{ 逾期天数: its.lateDays, 逾期工作日: its.lateWorkingDays },
      })),
    );
    expect(await inFile({ name: 'lateness', year: 2001 })).toEqual([]);
  });

  test('a list of appraisal, dossier by dossier', async () => {
    const [{ id = 0 } = {}] = await office.call('disposal.list', { kind: 'appraisal' });
    const { lines } = await office.call('disposal.show', { id });
    const rows = await inFile({ name: 'disposal', id });
    expect(lines).toHaveLength(1);
    expect(rows).toMatchObject(
      lines.map((its) => ({
        ...{ 档号: its.archiveNo, 题名: its.title, 年度: its.year, 件数: its.items, 页数: its.pages },
        ...{ 备注: its.remarks, 现在状态: '在库', 鉴定意见: '销毁' },
      })),
    );
  });

  test('what falls due for appraisal, as it is narrowed', async () => {
    const { rows: shown } = await office.call('disposal.due', {});
    expect(shown.length).toBeGreaterThan(0);
    expect(await inFile({ name: 'due' })).toMatchObject(
      shown.map((its) => ({
        ...{ 档号: its.archiveNo, 题名: its.title, 页数: its.pages, 已过天数: its.overdueDays },
        ...{ 库室: its.place?.room, 盒: its.place?.box },
      })),
    );
    expect(await inFile({ name: 'due', text: '没有这样的题名' })).toEqual([]);
  });

  test('what was borrowed, by whom it was borrowed', async () => {
    const period = { from: '2026-01-01', to: '2026-12-31' };
    const shown = (await office.call('borrowingBook.statistics', period)).person;
    expect(shown.length).toBeGreaterThan(0);
    expect(await inFile({ name: 'borrowingStatistics', by: 'person', ...period })).toMatchObject(
      shown.map((its) => ({ 统计项: its.name, 申请: its.asked, 借出: its.lent, 归还: its.returned, 未还: its.out })),
    );
    expect(await inFile({ name: 'borrowingStatistics', by: 'person', from: '2001-01-01', to: '2001-12-31' })).toEqual(
      [],
    );
  });
});
