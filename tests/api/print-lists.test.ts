import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellWords, conditionsOf, sumsOf } from '../../renderer/print/OfficeList';
import { BORROWING_CHOICES } from '../../shared/api/borrowing.contract';
import { LENT_CHOICES } from '../../shared/api/borrowing-book.contract';
import type { SaidInput } from '../../shared/api/complaint.contract';
import { COMPLAINT_CHOICES } from '../../shared/api/complaint.contract';
import { COUNTED_CHOICES } from '../../shared/api/complaint-book.contract';
import { type ExportedList, exportedList, type PlainList, plainList } from '../../shared/api/export.contract';
import { EXTENSION_CHOICES } from '../../shared/api/extension.contract';
import { STEP_CHOICES } from '../../shared/api/handover.contract';
import { PENALTY_CHOICES } from '../../shared/api/penalty.contract';
import type { FormData } from '../../shared/api/print.contract';
import { SUPPLEMENT_CHOICES } from '../../shared/api/supplement.contract';
import { TITLE_CHOICES } from '../../shared/api/title.contract';
import { TITLE_HANDOVER_CHOICES } from '../../shared/api/title-handover.contract';
import { readByPython } from '../unit/spreadsheet/strangers';
import { appraise, type DisposalPeople, decided, ENDED, engageDeciders, MANAGER, shelve } from './disposing';
import { guessedPlan, layLedger, oldRows } from './imports';
import { engageColleagues, handOverAll } from './leaving';
import {
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PIN,
  registerProject,
  signIn,
} from './office';
import { bringTitles, CUSTODIAN, engageKeepers, registerSafe, type TitlePeople } from './title-office';

let office: Office;
let people: DisposalPeople & { keeper: number };

/** An office with something on each of the lists, whose administrator may read and print them all. */
beforeAll(async () => {
  office = openOffice();
  const deciders = await engageDeciders(office, await foundCompany(office));
  people = { ...deciders, keeper: 0 };
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
  people.keeper = keepers.keeper;
  const safe = await registerSafe(office, keepers);
  await registerSafe(office, keepers, '二号柜');
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
      for (const { heading } of form.list.columns)
        expect(cellWords('text', heading, form.frame)).toMatch(/\p{Script=Han}/u);
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

  test('adds up its amounts as it is filtered', async () => {
    const [pages, paid] = [
      await printed(plainList.parse({ name: 'penalties' })),
      await printed(plainList.parse({ name: 'compensations' })),
    ];
    const { sums } = await office.call('penalty.list', {});
    expect(sums.waiting).toMatchObject({ count: 1, fen: 30_000 });
    expect(sumsOf(pages.list, pages.frame)).toBe(
      '共 1 行；拟定金额（元）合计 300.00；生效处罚（元）合计 0.00；生效奖励（元）合计 0.00',
    );
    expect(sumsOf(paid.list, paid.frame)).toBe('共 1 行；金额（元）合计 1,234.50');
    const none = await printed(plainList.parse({ name: 'penalties', which: 'undone' }));
    expect(sumsOf(none.list, none.frame)).toBe(
      '共 0 行；拟定金额（元）合计 0.00；生效处罚（元）合计 0.00；生效奖励（元）合计 0.00',
    );
    const days = await printed({ name: 'extensions', which: 'all' });
    expect(sumsOf(days.list, days.frame)).toMatch(/^共 \d+ 行$/);
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

type Asked = Readonly<Record<string, unknown>>;
/** A list, what its page asks and how it counts, and for each field that narrows it what is asked of paper, file and page. */
interface Narrowed {
  page: string;
  /** Asked of the page under other names than of the file. */
  asks?: (asked: Asked) => Asked;
  counts?: (answer: never) => number;
  /** What is asked beside. */
  beside?: Asked;
  by: Readonly<Record<string, readonly unknown[]>>;
  /** Fields that only order the rows, or say which rows together make a line. */
  orders?: readonly string[];
}
const NEVER = '没有这样的';
const EVER = { from: ['1900-01-01', '2199-01-01'], to: ['2200-12-31', '1901-01-01'] } as const;
const WHOLE = { from: '1900-01-01', to: '2200-12-31' } as const;
const one = { asks: ({ id }: Asked) => ({ id }) };
const lines = { ...one, counts: (its: { lines: unknown[] }) => its.lines.length };

/** Each list that can be taken along, by every field of the contract; the people and records are those of the office above. */
const narrowed = (): Readonly<Record<string, Narrowed>> => {
  const month = ['2026-03', '2026-04'];
  const noOther = [undefined, 99];
  return {
    steps: {
      page: 'handover.steps',
      beside: { which: 'all' },
      by: { which: STEP_CHOICES, ...EVER, staffId: [people.a, people.admin] },
    },
    extensions: { page: 'extension.list', by: { which: EXTENSION_CHOICES } },
    supplements: { page: 'supplement.list', by: { which: SUPPLEMENT_CHOICES, responsibleId: [people.b, people.a] } },
    titleHandovers: { page: 'titleHandover.list', by: { which: TITLE_HANDOVER_CHOICES } },
    staff: { page: 'people.staff', by: {} },
    disposals: { page: 'disposal.list', by: { kind: ['appraisal', 'transfer'], openOnly: [false, true] } },
    slips: { page: 'titleMove.slips', by: { kind: ['in', 'release'], ...EVER } },
    staffHandovers: { page: 'staffHandover.list', by: { openOnly: [false, true] } },
    audit: {
      page: 'audit.list',
      beside: { table: 'dossier' },
      by: {
        ...{ table: ['dossier', 'client'], actorId: [people.a, people.keeper], rowId: [1, 2, 99], seq: [1, undefined] },
        ...{ afterSeq: [1, 999_999], from: ['2026-03-01', '2199-01-01'], to: ['2200-12-31', '2026-03-01'] },
      },
    },
    borrowings: {
      page: 'borrowing.list',
      by: {
        which: BORROWING_CHOICES,
        text: ['', NEVER],
        borrowerId: [undefined, people.manager, people.a],
      },
    },
    lent: {
      page: 'borrowingBook.lent',
      by: {
        ...{ which: LENT_CHOICES, ...EVER, borrowerId: [people.manager, people.a], department: ['', NEVER] },
        ...{
          organisation: ['', NEVER],
          thingKind: ['dossier', 'title'],
          thingId: [{ thingKind: 'dossier', thingId: 2 }, 99],
        },
      },
    },
    recalls: { page: 'borrowingBook.recalls', by: { borrowerId: [people.manager, people.a] } },
    complaints: {
      page: 'complaint.list',
      beside: { which: 'all' },
      by: { which: COMPLAINT_CHOICES, procedureFirstId: noOther, text: ['', '周女士', NEVER] },
    },
    penalties: {
      page: 'penalty.list',
      by: { which: PENALTY_CHOICES, month, complaintId: noOther, text: ['加班', NEVER] },
    },
    compensations: { page: 'penalty.compensations', by: { month, text: ['', NEVER] } },
    countedComplaints: {
      page: 'complaintBook.counted',
      beside: WHOLE,
      by: {
        ...{ ...EVER, which: COUNTED_CHOICES, procedureFirstId: noOther },
        ...{ by: [undefined, { by: 'kind', key: 'suggestion' }], key: [{ by: 'kind', key: NEVER }, ''] },
      },
    },
    recordClasses: {
      page: 'recordClass.overview',
      counts: (its: { classes: unknown[] }) => its.classes.length,
      by: {},
    },
    retentions: { page: 'retention.list', by: {} },
    checklists: { page: 'checklist.list', by: {} },
    checklist: {
      page: 'checklist.show',
      counts: (its: { entries: unknown[] }) => its.entries.length,
      by: { id: [1, 4] },
    },
    specialDays: {
      page: 'calendar.show',
      counts: (its: { days: unknown[] }) => its.days.length,
      by: { year: [2026, 2025, 2150] },
    },
    borrowingTerms: { page: 'borrowing.terms', by: {} },
    imports: { page: 'import.list', by: {} },
    backups: { page: 'backup.list', by: {} },
    stocktakes: { page: 'stocktake.list', by: {} },
    contents: {
      page: 'safe.contents',
      counts: (its: { compartments: { titles: unknown[] }[] }) =>
        its.compartments.flatMap(({ titles }) => titles).length,
      by: { safeId: [1, 2], on: [{ safeId: 1 }, { safeId: 1, on: '2020-01-01' }] },
    },
    closings: { page: 'safe.closings', by: { safeId: [1, 2], ...EVER } },
    ledger: {
      page: 'ledger.list',
      by: { filter: [{}, { archiveNo: '001' }, { title: NEVER }] },
      orders: ['sort', 'descending'],
    },
    volume: {
      page: 'dossier.show',
      asks: ({ dossierId }) => ({ id: dossierId }),
      counts: (its: { items: unknown[] }) => its.items.length,
      by: { dossierId: [1, 3] },
    },
    handovers: {
      page: 'handover.list',
      by: { dossierId: [undefined, 1, 99], openOnly: [false, true], lateOnly: [false, true] },
    },
    titleHandover: { page: 'titleHandover.show', ...lines, by: { id: [1] } },
    lateness: { page: 'handover.lateness', by: { year: [2026, 2001] } },
    clients: { page: 'client.list', by: { text: ['', '旧客户 1', NEVER] } },
    projects: { page: 'project.list', by: { clientId: [undefined, 1, 99] } },
    numbers: {
      page: 'number.list',
      beside: { classId: 1, year: 0 },
      by: { classId: [1, 2], year: [0, 2026], voidOnly: [false, true] },
    },
    due: { page: 'disposal.due', by: { text: ['', NEVER], classId: [1, 2], group: ['due', 'toDestroy'] } },
    titleRegister: { page: 'titleMove.register', beside: WHOLE, by: { ...EVER, safeId: [1, 2] } },
    disposal: { page: 'disposal.show', ...lines, by: { id: [1] } },
    titles: {
      page: 'title.list',
      by: {
        ...{ text: ['', NEVER], which: TITLE_CHOICES, kind: [undefined, 'otherRights', 'other'], projectId: noOther },
        ...{ safeId: noOther, compartmentId: noOther },
      },
    },
  };
};
/** Lists whose page counts otherwise than their file has lines, and where their file is read line by line instead. */
const READ_ELSEWHERE: Readonly<Record<string, string>> = {
  importFaults: 'import.test.ts',
  places: 'registers.test.ts',
  custody: 'safe-papers.test.ts',
  openings: 'safe-papers.test.ts',
  borrowingStatistics: 'print-lists.test.ts',
  complaintStatistics: 'complaint-statistics.test.ts',
  stocktake: 'stocktake.test.ts',
};

describe('a list that is narrowed', () => {
  const fieldsOf = (name: string) =>
    Object.keys(exportedList.options.find((its) => its.shape.name.value === name)?.shape ?? {}).filter(
      (field) => field !== 'name',
    );
  const onPage = async ({ page, asks = (its) => its, counts }: Narrowed, asked: Asked): Promise<number> => {
    const reply = await office.reply(page, asks(asked));
    const data = (reply.ok ? reply.data : reply.error) as { total?: number; length?: number };
    return counts ? counts(data as never) : (data.total ?? data.length ?? Number.NaN);
  };
  /** The lines of a csv below its headings, whatever its cells hold. */
  const linesOf = (csv: string) =>
    csv
      .replace(/"(?:[^"]|"")*"/g, 'x')
      .split('\r\n')
      .slice(1, -1).length;
  const inFile = async (list: Asked): Promise<string> => {
    office.savePath = join(office.dataDir, 'narrowed.csv');
    expect(await office.reply('export.save', { list, format: 'csv' }), JSON.stringify(list)).toMatchObject({
      ok: true,
    });
    return readFileSync(office.savePath, 'utf8');
  };
  const plain = new Set<string>(plainList.options.map((its) => its.shape.name.value));

  test.each(exportedList.options.map((its) => its.shape.name.value).filter((name) => !(name in READ_ELSEWHERE)))(
    '%s: has on paper and in its file as many lines as on its page, by each of its fields',
    async (name) => {
      const its = narrowed()[name];
      if (!its) throw new Error(`no test knows by what ${name} is narrowed`);
      const { by, beside = {}, orders = [] } = its;
      expect([...Object.keys(by), ...orders].sort()).toEqual(fieldsOf(name).sort());
      const fileOf = async (asked: Asked) => {
        const [rows, file] = [await onPage(its, asked), await inFile({ name, ...asked })];
        expect(linesOf(file), JSON.stringify(asked)).toBe(rows);
        if (plain.has(name))
          expect((await printed(plainList.parse({ name, ...asked }))).list.rows, JSON.stringify(asked)).toHaveLength(
            rows,
          );
        return file;
      };
      for (const [field, values] of Object.entries(by)) {
        const found = new Set<string>();
        for (const value of values)
          found.add(
            await fileOf({
              ...beside,
              ...(value !== null && typeof value === 'object' && field !== 'filter' ? value : { [field]: value }),
            }),
          );
        // Whatever it is narrowed by, something else is taken along.
        if (values.length > 1) expect(found.size, `${name} by ${field}`).toBeGreaterThan(1);
      }
      if (Object.keys(by).length === 0) expect(linesOf(await fileOf({}))).toBeGreaterThan(0);
    },
  );

  test('is read line by line elsewhere where it is not counted here', () => {
    for (const [name, file] of Object.entries(READ_ELSEWHERE))
      expect(readFileSync(new URL(file, import.meta.url), 'utf8'), name).toContain(`'${name}'`);
  });
});
