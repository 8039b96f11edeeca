import { expect, test } from '@playwright/test';
import { activeChoice } from './choices';
import { ADMINISTRATOR, OfficeDay } from './office-day';
import { pageHeading } from './page-heading';
import { PASSWORD, PIN, type Program, startProgram } from './program';
import { foundDemonstration } from './work-before';

/** Receives, investigates, answers; everything but the decision on the own proposal. */
const CLERK = { login: 'chengyian', name: '程以安' };
const EXECUTIVE = 'xujibei';

/** What is typed into a field, in the order of the step's fields; nothing where a field stays empty. */
type Typed = string | boolean | undefined | { who: string } | { choose: string };
interface Played {
  procedure: string;
  kind: string;
  /** Beside what every registration asks for: fields by their labels. */
  more?: Readonly<Record<string, Typed>>;
  /** Steps by their titles, up to the proposal, and from the decision on. */
  before: readonly (readonly [step: string, ...typed: Typed[]])[];
  approval: string;
  after: readonly (readonly [step: string, ...typed: Typed[]])[];
}

const ASSESSED = [true, false, false] as const;
const handler = { who: CLERK.name };
const ENDED = [
  ['客户反馈', true, '电话'],
  ['结案归档', '已按方案办结'],
] as const;

const CASES: readonly Played[] = [
  {
    ...{ procedure: '检测申诉', kind: '检测数据', approval: '质量负责人批准' },
    more: { 报告编号: '检〔2026〕118号', 报告签发日: '2026-02-24', 样品编号: '样-118' },
    before: [
      ['申诉评审', ...ASSESSED],
      ['指定承办人', handler],
      ['复核原始记录和仪器', '原始记录完整', '检定有效'],
      ['初步意见', '复检', true, '数据处理'],
    ],
    after: [
      ['样品盲号重新编码', '盲-07', { choose: '原样' }, { choose: '原样完好' }, handler],
      ['两人同时复检', { who: '罗书意' }, { who: '周牧' }, '偏差超限', { choose: '撤回原报告' }],
      ['撤回报告并发更正报告', true, '检〔2026〕118号-改', '改1', '不-09', '纠-09'],
      ['执行', '退还检测费'],
      ['答复客户', '信函', '更正报告随信附上'],
      ...ENDED,
    ],
  },
  {
    ...{ procedure: '汽车销售服务投诉', kind: '维修质量', more: { 车牌号: '沪A·58K20' }, approval: '总经理批准' },
    before: [
      ['分级', true, true, false],
      ['立即上报部门主管和总经理', { who: '陆知微' }, { who: '许寄北' }],
      ['紧急会议记录', '2026-03-02', '许寄北、陆知微', '停用该工位'],
      ['指定承办人', handler],
      ['调查', '螺栓未按力矩紧固', '维修工艺'],
      ['处理方案', '免费返修'],
    ],
    after: [
      ['执行', '已返修'],
      ['告知客户', '面谈', '已返修并复检'],
      ['预防措施', '力矩双人复核', { who: '陆知微' }, '2026-03-20'],
      ['预防措施检查', '2026-03-02', '已执行', true],
      ...ENDED,
    ],
  },
  {
    ...{ procedure: '服务投诉', kind: '服务态度', more: { 被投诉部门: { who: '业务一部' } }, approval: '批准' },
    before: [
      ['核实定性', ...ASSESSED],
      ['开始调查', '向当事人了解情况'],
      ['调查结果', '当日只有一个窗口', '等待时间'],
      ['处理意见', '当面致歉'],
    ],
    after: [['执行', '已致歉'], ['答复客户', '电话', '已处理'], ['人事行政部回访', true, '电话'], ENDED[1]],
  },
  {
    ...{ procedure: '质量体系申诉', kind: '书面申诉', approval: '批准' },
    before: [
      ['评审', ...ASSESSED],
      ['明确责任并初步约定', handler, undefined, '三日内换货'],
      ['调查', '批次不良', '产品'],
      ['向经理报告', { who: '许寄北' }, { choose: '书面' }],
      ['处理方案', '换货'],
    ],
    after: [['执行', '已换货'], ['答复客户', '电话', '已换货'], ['当日回访', true, '电话'], ENDED[1]],
  },
  {
    ...{ procedure: '分级投诉', kind: '投诉', more: { 属本单位辖区: true }, approval: '批准' },
    before: [
      ['分级', ...ASSESSED],
      ['指定承办人', handler],
      ['调查', '短少两件', { choose: '一般差错' }],
      ['处理方案', '补足'],
    ],
    after: [['执行', '已补足'], ['答复客户', '电话', '已补足'], ...ENDED],
  },
  {
    ...{ procedure: '门店投诉', kind: '商品', approval: '批准' },
    more: { 商品编号: 'G-2031', 承诺下次答复日: '2026-03-04' },
    before: [
      ['分级', ...ASSESSED],
      ['指定承办人', handler],
      ['五项自查', true, true, true, false, true, '商品质量'],
      ['处理方案', '换新'],
    ],
    after: [['执行', '已换新'], ['答复客户', '当面', '已换新'], ...ENDED],
  },
];

let program: Program;
let day: OfficeDay;
const hashes: string[] = [];
test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  program = await startProgram({
    now: '2026-03-02T09:00:00+08:00',
    size: { width: 1366, height: 768 },
    before: foundDemonstration,
  });
  day = new OfficeDay(program);
  await day.signIn(ADMINISTRATOR);
  const reply = await program.invoke('people.departments', {});
  const departments = reply.ok ? (reply.data as { id: number; name: string }[]) : [];
  const engaged = await program.invoke('people.engage', {
    ...{ ...CLERK, departmentId: departments.find(({ name }) => name === '业务一部')?.id ?? 0 },
    positions: ['employee', 'qualityManager', 'customerRelationsManager', 'hrManager', 'departmentHead'],
    ...{ password: PASSWORD, pin: PIN },
  });
  expect(engaged).toMatchObject({ ok: true });
});
test.afterAll(() => program.close());

const keyboard = {
  press: (key: string) => program.page.keyboard.press(key),
  put: (text: string) => program.page.keyboard.insertText(text),
};
const heading = () => pageHeading(program.page);
const step = () => program.page.locator('.complaint-step');
const open = (hash: string) =>
  program.page.evaluate((its) => {
    window.location.hash = its;
  }, hash);

async function put(typed: Typed): Promise<void> {
  if (typed === undefined) return;
  if (typeof typed === 'string') await keyboard.put(typed);
  else if (typeof typed === 'boolean') await keyboard.press(typed ? 'Space' : 'ArrowRight');
  else if ('who' in typed) {
    await keyboard.put(typed.who);
    const active = activeChoice(program.page);
    await expect(active).toContainText(typed.who);
    // Another name may have this one in it.
    if (!(await active.innerText()).startsWith(typed.who)) await keyboard.press('ArrowDown');
    await expect(active).toHaveText(new RegExp(`^${typed.who}`));
    await keyboard.press('Enter');
    // While the list closes, its field takes the keys back.
    await expect(active).toHaveCount(0);
  } else
    await program.page
      .locator('.complaint-step .ant-segmented-item')
      .filter({ hasText: exactly(typed.choose) })
      .click();
}
const exactly = (text: string) => new RegExp(`^${text}$`);

/** Takes the step that is open, from its first field on with Tab; signs where it asks for that. */
async function take([title, ...typed]: readonly [string, ...Typed[]]): Promise<void> {
  await expect(step().locator('h2')).toHaveText(title);
  await expect(step().locator(':focus')).toHaveCount(1);
  for (const [i, one] of typed.entries()) {
    if (i > 0) await keyboard.press('Tab');
    await put(one);
  }
  const signature = step().locator('input[type="password"]');
  if ((await signature.count()) > 0) {
    await signature.focus();
    await keyboard.put(PIN);
  }
  await keyboard.press('Control+Enter');
}

test('all six are registered, assessed and investigated up to a proposal', async () => {
  test.setTimeout(120_000);
  await day.signIn(CLERK.login);
  for (const { procedure, kind, more = {}, before, approval } of CASES) {
    await open('#/complaints/new');
    await expect(program.page.locator('#complainant')).toBeFocused();
    await keyboard.put('周女士');
    await keyboard.press('Tab');
    await keyboard.put('13900000000');
    await keyboard.press('Tab');
    await keyboard.put('等了两个小时没有人接待');
    for (const [id, its] of [
      ['#procedure', procedure],
      ['#kind', kind],
    ] as const) {
      await program.page.locator(id).focus();
      await put({ who: its });
    }
    for (const [label, its] of Object.entries(more)) {
      const field = program.page.locator('.complaint-new .side').getByLabel(label);
      await (its === true ? field.getByRole('radio').first() : field.first()).focus();
      await put(its);
    }
    await keyboard.press('Control+Enter');
    await expect(heading()).toContainText('诉〔2026〕');
    for (const one of before) await take(one);
    // Nobody decides on the own proposal.
    await expect(step().locator('h2')).toHaveText(approval);
    await expect(step()).toContainText(/不能批准自己|由.*办理/);
    hashes.push(await program.page.evaluate(() => window.location.hash));
  }
});

test('the general manager decides on all six', async () => {
  test.setTimeout(60_000);
  await day.signIn(EXECUTIVE);
  for (const [i, { approval }] of CASES.entries()) {
    await open(hashes[i] ?? '');
    await take([approval, true]);
    await expect(step().locator('h2')).not.toHaveText(approval);
  }
});

test('all six are carried out, told to the client, closed, and lie as dossiers in the ledger', async () => {
  test.setTimeout(120_000);
  await day.signIn(CLERK.login);
  for (const [i, { after }] of CASES.entries()) {
    await open(hashes[i] ?? '');
    for (const one of after) await take(one);
    await expect(program.page.locator('.lead')).toContainText('结案，已归入案卷');
    await expect(step()).toHaveCount(0);
    await expect(program.page.getByRole('region', { name: '归档' })).toContainText(/卷内第 1–\d+ 号/);
    await program.page.locator('.lead a').focus();
    await keyboard.press('Enter');
    await expect(heading()).toContainText(`诉〔2026〕00${i + 4}号`);
  }
});

test('one that is opened again says which dossier holds which round, and the dossier leads back to it', async () => {
  const call = async (name: string, input: object): Promise<never> => {
    const reply = await program.invoke(name, input);
    expect(reply).toMatchObject({ ok: true });
    return (reply.ok ? reply.data : undefined) as never;
  };
  const procedures = (await call('complaint.procedures', {})) as { id: number; title: string }[];
  const procedureId = procedures.find(({ title }) => title === '服务投诉')?.id;
  const about = { kind: 'other', channel: 'phone', complainant: '周女士', facts: '无人接待' };
  const { id } = (await call('complaint.register', { procedureId, ...about })) as { id: number };
  const take = (code: string, said: object) => call('complaint.take', { id, step: code, said, signature: PIN });
  await take('assess', { justified: false, major: false, urgent: false });
  for (let round = 1; round <= 2; round += 1) {
    await take('explain', { explanation: '经核实，当日及时接待。' });
    await take('close', { summary: '不属实' });
    if (round === 1) await call('complaint.reopen', { id, reason: '客户不认可' });
  }
  await open(`#/complaints/${id}`);
  const filed = program.page.getByRole('region', { name: '归档' });
  await expect(filed).toContainText(/第 1 轮.*4 件，卷内第 1–4 号/);
  await expect(filed).toContainText(/第 2 轮.*2 件，卷内第 5–6 号/);
  await filed.getByRole('link').last().click();
  await program.page
    .locator('.dossier-split')
    .getByRole('link', { name: /^诉〔2026〕/ })
    .click();
  await expect(filed).toBeVisible();
});
