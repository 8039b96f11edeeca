import type { ChecklistEntry, RecordClass, ShippedChecklist } from '../../../shared/api/checklist.contract';
import { PARTS, type Part } from '../../../shared/api/dossier.contract';

/** Titles in the order of the volume; one that ends in ? is expected but not required. */
type Titles = Readonly<Partial<Record<Part, readonly string[]>>>;

const entryOf = (part: Part, title: string): ChecklistEntry => ({
  part,
  title: title.replace(/\?$/, ''),
  required: !title.endsWith('?'),
});

const shipped = (name: string, recordClass: RecordClass, titles: Titles): ShippedChecklist => ({
  name,
  recordClass,
  entries: PARTS.flatMap((part) => (titles[part] ?? []).map((title) => entryOf(part, title))),
});

/** Papers that a dossier is expected to hold; an archivist makes further versions and lists. */
export const SHIPPED_CHECKLISTS: readonly ShippedChecklist[] = [
  // Procedure for loan and guarantee archives.
  shipped('贷款项目档案清单', 'loan', {
    approval: ['借款申请书', '业务受理登记表', '项目立项审批表', '贷审会会议纪要', '贷款审批通知书', '放款审批单'],
    contracts: [
      '流动资金借款合同',
      '保证合同?',
      '房地产抵押合同?',
      '动产抵押合同及抵押物清单?',
      '股权质押合同?',
      '借款借据',
      '转账凭证',
      '收费收据?',
    ],
    investigation: [
      '贷前调查报告',
      '风险审查意见书',
      '现场走访记录',
      '现场照片',
      '企业征信报告?',
      '银行流水（近12个月）',
    ],
    clientPapers: [
      '营业执照',
      '公司章程',
      '股东会决议',
      '法定代表人身份证',
      '法定代表人婚姻证明?',
      '借款人配偶同意书',
      '经营场所租赁合同?',
    ],
  }),
  // The same procedure, for guarantees.
  shipped('担保项目档案清单', 'guarantee', {
    approval: ['担保申请书', '业务受理登记表', '项目立项审批表', '担保评审会会议纪要', '担保审批通知书', '出函审批单'],
    contracts: [
      '委托担保合同',
      '保证合同（与债权人）',
      '反担保合同',
      '反担保抵押合同?',
      '反担保质押合同?',
      '主合同（借款合同）',
      '担保费收据',
      '放款通知书或借据',
      '解除担保通知书?',
    ],
    investigation: ['保前调查报告', '风险审查意见书', '现场走访记录', '现场照片?', '企业征信报告', '反担保物评估资料?'],
    clientPapers: [
      '营业执照',
      '公司章程',
      '股东会决议',
      '法定代表人身份证',
      '近三年财务报表',
      '反担保人资料',
      '反担保人配偶同意书?',
    ],
  }),
  // Client files of dealers and of a trading company: profile, change log, yearly data, contacts.
  shipped('企业客户档案清单', 'clientFile', {
    approval: ['客户档案登记表', '主管审核意见'],
    contracts: ['合作协议或合同?', '往来交易记录?'],
    investigation: ['客户信用调查表', '年度经营与财务报表?', '季度复核记录?', '竞争对手情况?', '联系报告?'],
    clientPapers: ['营业执照', '法定代表人身份证', '开户资料', '重要事项变更申请?', '变更登记表?', '联系人名册'],
  }),
  // Property-management client files: the twelve kinds of papers.
  shipped('物业客户档案清单', 'clientFile', {
    clientPapers: [
      '房屋单元资料',
      '缴费记录和押金资料',
      '装修工程资料?',
      '入住资料',
      '补充资料?',
      '客户联系资料',
      '紧急联系人资料',
      '往来函件?',
      '违规和欠费记录?',
      '维修记录?',
      '投诉记录?',
      '单元工程资料',
    ],
  }),
  // What the complaint procedures have in common.
  shipped('投诉案卷清单', 'complaintCase', {
    approval: ['投诉受理登记表', '投诉受理回执', '处理方案审批表', '延期审批单?'],
    contracts: ['投诉书或投诉记录', '证据材料?', '赔偿或退换凭证?'],
    investigation: ['调查记录', '原因分析和责任认定', '现场照片或检测记录?', '改进措施和验证记录?'],
    clientPapers: ['处理结果答复', '客户意见反馈表', '不成立说明函?'],
    annex: [],
  }),
];
