import type { Part } from '../../../shared/api/dossier.contract';

/** Papers that a loan's dossier is expected to hold (procedure for loan and guarantee archives); "?" = not in every loan. */
export const LOAN_CHECKLIST: { name: string; titles: Readonly<Record<Part, readonly string[]>> } = {
  name: '贷款项目档案清单',
  titles: {
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
    annex: [],
  },
};
