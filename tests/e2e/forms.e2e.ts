import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Form } from '../../shared/api/print.contract';
import { ARCHIVIST } from './office-day';
import { finds, fontsLeftOut, structureOf, textOf } from './paper';
import { answerSaveDialog, PASSWORD, type Program, startProgram } from './program';
import { RARE, type RareOffice, setUpRareOffice, TODAY } from './rare-office';

interface Paper {
  asked(office: RareOffice): object;
  /** Headings of its columns in one piece, whole lines in one piece, and each field with what stands in it (FORMS.md). */
  fields: readonly string[];
}

const { manager, client, contractNo } = RARE;
const PLACED = '一室03柜2层㐂盒';
const SIGNED = '2026-03-1609:00签';

const PAPERS: Partial<Record<Form, Paper>> = {
  ledger: {
    asked: ({ clientId }) => ({ asked: { filter: { clientId } } }),
    fields: [
      '序号档号题名客户业务类型合同号件数/页数A角B角归档日期保管期限存放位置状态备注',
      `7鸿借字第001号㐂年采石贷款案卷${client}借款${contractNo}2/7${manager}罗书意2026-03-1630年${PLACED}在库封面补钉䶮`,
      '逾期7天',
      '共7卷14件49页',
      `筛选条件客户：${client}`,
    ],
  },
  'supplement-list': {
    asked: ({ supplementId }) => ({ id: supplementId }),
    fields: [
      ...['编号补〔2026〕001号', '项目㐂年运石贷款', `客户${client}`, '核对人罗书意', `责任人${manager}`],
      ...['开单日期2026年3月16日', '应交日期2026年3月18日'],
      '序号资料名称缺少/未签字依据责任人应交日期实交日期页数核对接收人',
      `1𠮷石场盘点表未签字管理制度第八条${manager}2026-03-182026-03-166罗书意`,
      ...[`责任人（交来）${manager}${SIGNED}`, `接收人（确认）罗书意${SIGNED}`, '2026年3月16日全部补齐'],
    ],
  },
  'staff-handover': {
    asked: ({ staffHandoverId }) => ({ id: staffHandoverId }),
    fields: [
      ...['第一联移交人保存', '第二联接收人保存', '第三联人事存档', '编号交〔2026〕001号', '部门业务一部'],
      ...['日期2026年3月16日', `移交人${manager}`, '监交人陆知微', '交接事由离职', '接收人顾行简'],
      '序号类别移交事项编号、客户接收人备注',
      `1客户${client}91440300MA5XQ9909X顾行简`,
      `2项目（A角）㐂年运石贷款鸿借〔2026〕𠮷2号·${client}未办结（移〔2026〕020号），办结后另行交接`,
      ...[`移交人${manager}${SIGNED}`, `接收人顾行简${SIGNED}`, `监交人陆知微${SIGNED}`],
    ],
  },
  'contact-letter': {
    asked: ({ staffHandoverId }) => ({ id: staffHandoverId }),
    fields: [
      ...['交〔2026〕001号函1', `${client}：`, `${manager}（业务一部）自2026年3月16日起`, '由顾行简（业务一部）负责'],
      '1.㐂年碎石贷款（合同号：鸿借〔2026〕𠮷3号），由顾行简经办',
      ...['新联系人顾行简', '联系电话', '（盖章）2026年3月16日'],
    ],
  },
  'note-sheet': {
    asked: ({ dossierId }) => ({ id: dossierId }),
    fields: [
      ...['案卷题名㐂年采石贷款案卷', '档号鸿借字第001号', '册号全一册', '年度2026', '保管期限30年'],
      ...['日期情况情况说明记录人', '2026-03-16缺损第2页㐂字缺角。沈砚秋', '缺损、修改、补充、移出、销毁'],
      ...['件数2件页数7页', `立卷人${manager}立卷日期2026年3月16日`, '检查人沈砚秋检查日期2026年3月16日'],
    ],
  },
  'spine-label': {
    asked: ({ dossierId }) => ({ id: dossierId }),
    fields: ['鸿借字第001号', '㐂年采石贷款案卷', '年度2026', '保管期限30年', '起止件号1–2', '盒号㐂盒'],
  },
  'appraisal-list': {
    asked: ({ appraisalId }) => ({ id: appraisalId }),
    fields: [
      ...['编号鉴〔2026〕001号', '依据到期鉴定', '办理情况已批准', '日期2026年3月16日'],
      '序号题名年度档号应保管已保管鉴定意见理由',
      '1㐂年爆破贷款案卷2010鸿借字第003号10年13年销毁㐂无保存价值',
      ...['共1卷2件7页', `鉴定人沈砚秋${SIGNED}`, `批准人许寄北${SIGNED}`],
    ],
  },
  'destruction-list': {
    asked: ({ destructionId }) => ({ id: destructionId }),
    fields: [
      ...['编号销〔2026〕001号', '依据鉴定意见', '鉴定编号鉴〔2026〕001号', '鉴定人沈砚秋', '批准人许寄北'],
      ...[`监销人一${manager}`, '监销人二罗书意', '日期2026年3月16日'],
      '序号题名年度档号应保管已保管页数备注',
      '1㐂年爆破贷款案卷2010鸿借字第003号10年13年7㐂无保存价值',
      ...[`编制人沈砚秋${SIGNED}`, `批准人许寄北${SIGNED}`, `监销人一${manager}${SIGNED}`, `监销人二罗书意${SIGNED}`],
    ],
  },
  'transfer-list': {
    asked: ({ transferId }) => ({ id: transferId }),
    fields: [
      ...['第一联移交方存', '第二联接收方存', '第三联随卷保存', '编号移出〔2026〕001号', '移交事由集团统一保管'],
      ...['接收方䶮集团档案馆', '经手人何接收', '移交方沈砚秋', '证件/联系方式工作证0731', `监交人${manager}`],
      ...['批准人许寄北', '日期2026年3月16日', '序号档号题名件数页数备注', '1鸿借字第004号㐂年筛石贷款案卷27'],
      ...[`移交方（档案管理员）沈砚秋${SIGNED}`, '接收方经手人年月日', `监交人${manager}${SIGNED}`],
    ],
  },
  'client-list': {
    asked: () => ({ asked: { text: '䶮' } }),
    fields: [
      '序号客户名称类别信用代码/证件号法定代表人电话地址负责人项目数备注',
      `1${client}企业91440300MA5XQ9909X石㐂0755-88009900石桥镇𠮷园路9号顾行简7老客户`,
      ...['筛选条件含“䶮”', '共1位客户：企业1家'],
    ],
  },
  'project-list': {
    asked: ({ clientId }) => ({ asked: { clientId } }),
    fields: [
      '序号项目名称客户业务类型合同号金额（元）A角B角放款日期结清日期已立卷',
      `7${RARE.project}${client}贷款${contractNo}1,234,567.00${manager}罗书意2026-03-132026-03-14是`,
      ...[`筛选条件客户：${client}`, '共7个项目，金额合计8,641,969.00元'],
    ],
  },
  'handover-register': {
    asked: () => ({}),
    fields: [
      '序号编号案卷题名客户移交环节移交方接收方移交日期移交期限状态',
      `9移〔2026〕018号㐂年采石贷款案卷${client}A角→B角${manager}罗书意2026-03-162026-03-20已接收`,
      `7移〔2026〕020号㐂年运石贷款案卷${client}A角→B角${manager}2026-03-162026-03-06待接收；逾期10天`,
    ],
  },
  'number-register': {
    asked: ({ classId }) => ({ asked: { classId, year: 0 } }),
    fields: [
      '序号档号题名状态作废日期作废人作废原因、替换',
      `2鸿借字第002号㐂年开山贷款案卷已用`,
      '5鸿借字第005号作废2026-03-16沈砚秋写坏𠮷',
    ],
  },
  'place-list': {
    asked: () => ({}),
    fields: ['序号库室柜层盒档号题名页数状态', `5${PLACED}鸿借字第001号㐂年采石贷款案卷7在库`, '（空盒）'],
  },
  'due-list': {
    asked: () => ({ asked: { text: '㐂' } }),
    fields: [
      '序号档号题名档案门类年度件数/页数保管期限业务终结保管至已过天数存放位置',
      `1鸿借字第002号㐂年开山贷款案卷借款20102/710年2012-12-312022-12-311171${PLACED}`,
      ...['含“㐂”', '共1卷，7页'],
    ],
  },
  'late-statistics': {
    asked: () => ({ id: 2026 }),
    fields: [
      ...['年度2026', '统计口径按移交期限所在月份'],
      '人员月份应办按时逾期已办逾期未办未到期其中延期逾期天数其中工作日',
      // Two due: one in time because it was put off, one ten days late, of which six were working days.
      `${manager}2026-032111106`,
      // What she owed is his now: with his own one in time, two open and late, one not due yet.
      '顾行简2026-034121128',
    ],
  },
};

let program: Program;
let office: RareOffice;
const folder = mkdtempSync(join(tmpdir(), 'anjuan-forms-'));

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  test.setTimeout(90_000);
  program = await startProgram({
    now: TODAY,
    size: { width: 1366, height: 768 },
    before: async (asks) => {
      office = await setUpRareOffice(asks);
    },
  });
  await program.ask('people.signIn', { login: ARCHIVIST, password: PASSWORD });
});
test.afterAll(async () => {
  await program.close();
  rmSync(folder, { recursive: true, force: true });
});

async function pdfOf(form: string, asked: object): Promise<string> {
  const file = join(folder, `${form}.pdf`);
  await answerSaveDialog(program, file);
  expect(await program.invoke('print.savePdf', { form, ...asked }), form).toMatchObject({ ok: true });
  return file;
}
const missing = (text: string, fields: readonly string[]) => fields.filter((field) => !finds(text, field));
/** What every form carries: company, its number below the barcode, page of pages, the journal's head. */
const FRAME = ['鸿远小额贷款有限公司', '第1页共', '2026-03-16沈砚秋打印'];

for (const [form, { asked, fields }] of Object.entries(PAPERS))
  test(`every field of ${form} can be read from its PDF, rare characters among them`, async () => {
    const file = await pdfOf(form, asked(office));
    const text = textOf(file);
    expect(missing(text, [...fields, ...FRAME]), text).toEqual([]);
    expect(text).toMatch(/AJ-[A-Z]-\d{6}/);
    expect(text).toMatch(/日志[0-9a-f]{8}第\d+条[0-9a-f]{16}/);
    expect(fields.join('')).toMatch(/[𠮷㐂䶮]/u);
    expect(structureOf(file)).toContain('No syntax or stream encoding errors');
    expect(fontsLeftOut(file)).toEqual([]);
  });

test('a field that is not on the paper is missed', async () => {
  const text = textOf(await pdfOf('client-list', { asked: { text: '䶮' } }));
  expect(missing(text, ['序号客户名称类别', '序号类别客户名称'])).toEqual(['序号类别客户名称']);
});
