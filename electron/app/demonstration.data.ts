import type { Originality, Part } from '../../shared/api/dossier.contract';
import type { Position } from '../../shared/api/people.contract';
import type { BusinessType } from '../../shared/api/project.contract';
import { addDays, type Day } from '../../shared/calendar/working-days';

/** Everybody in the demonstration company signs in with it and signs with the PIN 260302. All names are invented. */
export const DEMO_SECRET = 'songfeng-2026';

export const DEPARTMENTS = ['综合管理部', '业务一部', '业务二部', '风险管理部'] as const;

export const STAFF: readonly { name: string; login: string; department: string; positions: readonly Position[] }[] = [
  { name: '苏景行', login: 'sujingxing', department: '综合管理部', positions: ['systemAdmin'] },
  { name: '沈砚秋', login: 'shenyanqiu', department: '综合管理部', positions: ['archivist', 'titleCustodian'] },
  { name: '顾行简', login: 'guxingjian', department: '业务一部', positions: ['projectManager'] },
  { name: '罗书意', login: 'luoshuyi', department: '业务一部', positions: ['projectManager'] },
  { name: '周牧', login: 'zhoumu', department: '业务二部', positions: ['projectManager'] },
  { name: '孟听澜', login: 'mengtinglan', department: '业务二部', positions: ['projectManager'] },
  { name: '陆知微', login: 'luzhiwei', department: '风险管理部', positions: ['departmentHead'] },
  { name: '许寄北', login: 'xujibei', department: '综合管理部', positions: ['generalManager'] },
  { name: '温如言', login: 'wenruyan', department: '风险管理部', positions: ['deputyManager'] },
];

interface DemoClient {
  client: { name: string; code: string; legalRepresentative: string; address: string };
  phone: string;
  project: string;
  type: BusinessType;
  contractNo: string;
  amountYuan: number;
  guarantors: string;
  a: string;
  b: string;
  disbursedDaysAgo: number;
  papers: number;
  /** How far its papers have come. */
  goesTo: 'nothing' | 'list' | 'b' | 'archivist' | 'shelf';
}

const one = { a: 'guxingjian', b: 'luoshuyi' } as const;
const two = { a: 'zhoumu', b: 'mengtinglan' } as const;

export const CLIENTS: readonly DemoClient[] = [
  {
    client: {
      name: '石桥机电有限公司',
      code: '91440300MA5XQ0101A',
      legalRepresentative: '石望舒',
      address: '深圳市宝安区石桥路 8 号',
    },
    phone: '0755-2600 0101',
    project: '设备采购担保 240 万元',
    type: 'guarantee',
    contractNo: '鸿保〔{year}〕011号',
    amountYuan: 2_400_000,
    guarantors: '石望舒',
    ...one,
    disbursedDaysAgo: 22,
    papers: 12,
    goesTo: 'shelf',
  },
  {
    client: {
      name: '云麓农业专业合作社',
      code: '93440300MA5XQ0102B',
      legalRepresentative: '云见山',
      address: '惠州市惠阳区云麓村',
    },
    phone: '0752-2600 0102',
    project: '流动资金担保 90 万元',
    type: 'guarantee',
    contractNo: '鸿保〔{year}〕012号',
    amountYuan: 900_000,
    guarantors: '云见山、何晚晴',
    ...two,
    disbursedDaysAgo: 20,
    papers: 9,
    goesTo: 'shelf',
  },
  {
    client: {
      name: '知更鸟印务有限公司',
      code: '91440300MA5XQ0103C',
      legalRepresentative: '季青临',
      address: '深圳市龙岗区印务园 3 栋',
    },
    phone: '0755-2600 0103',
    project: '流动资金担保 120 万元',
    type: 'guarantee',
    contractNo: '鸿保〔{year}〕013号',
    amountYuan: 1_200_000,
    guarantors: '季青临',
    ...one,
    disbursedDaysAgo: 19,
    papers: 11,
    goesTo: 'shelf',
  },
  {
    client: {
      name: '方寸家具厂',
      code: '91440300MA5XQ0104D',
      legalRepresentative: '方既白',
      address: '东莞市厚街镇家具大道 21 号',
    },
    phone: '0769-2600 0104',
    project: '经营性担保 30 万元',
    type: 'guarantee',
    contractNo: '鸿保〔{year}〕014号',
    amountYuan: 300_000,
    guarantors: '方既白',
    ...two,
    disbursedDaysAgo: 18,
    papers: 8,
    goesTo: 'shelf',
  },
  {
    client: {
      name: '白鹭洲餐饮管理有限公司',
      code: '91440300MA5XQ0105E',
      legalRepresentative: '白秋练',
      address: '深圳市南山区白鹭洲 1 号',
    },
    phone: '0755-2600 0105',
    project: '经营性贷款 60 万元',
    type: 'loan',
    contractNo: '鸿借〔{year}〕005号',
    amountYuan: 600_000,
    guarantors: '白秋练',
    ...two,
    disbursedDaysAgo: 16,
    papers: 10,
    goesTo: 'archivist',
  },
  {
    client: {
      name: '长汀路桥工程有限公司',
      code: '91440300MA5XQ0106F',
      legalRepresentative: '程远帆',
      address: '广州市增城区长汀路 66 号',
    },
    phone: '020-2600 0106',
    project: '过桥贷款 300 万元',
    type: 'loan',
    contractNo: '鸿借〔{year}〕004号',
    amountYuan: 3_000_000,
    guarantors: '程远帆、路桥建材有限公司',
    ...one,
    disbursedDaysAgo: 12,
    papers: 12,
    goesTo: 'b',
  },
  {
    client: {
      name: '小满粮油贸易有限公司',
      code: '91440300MA5XQ0107G',
      legalRepresentative: '麦青青',
      address: '深圳市光明区粮油街 9 号',
    },
    phone: '0755-2600 0107',
    project: '流动资金贷款 75 万元',
    type: 'loan',
    contractNo: '鸿借〔{year}〕003号',
    amountYuan: 750_000,
    guarantors: '麦青青',
    ...one,
    disbursedDaysAgo: 9,
    papers: 6,
    goesTo: 'list',
  },
  {
    client: {
      name: '东篱园艺有限公司',
      code: '91440300MA5XQ0108H',
      legalRepresentative: '陶采菊',
      address: '佛山市顺德区东篱路 12 号',
    },
    phone: '0757-2600 0108',
    project: '设备采购贷款 150 万元',
    type: 'loan',
    contractNo: '鸿借〔{year}〕002号',
    amountYuan: 1_500_000,
    guarantors: '陶采菊',
    ...two,
    disbursedDaysAgo: 2,
    papers: 0,
    goesTo: 'nothing',
  },
  {
    client: {
      name: '青禾建材商贸有限公司',
      code: '91440300MA5XQ0000K',
      legalRepresentative: '林远山',
      address: '深圳市罗湖区吉祥里 12 号',
    },
    phone: '0755-2600 0100',
    project: '流动资金贷款 180 万元',
    type: 'loan',
    contractNo: '鸿借〔{year}〕001号',
    amountYuan: 1_800_000,
    guarantors: '林远山、苏文清',
    ...one,
    disbursedDaysAgo: 0,
    papers: 0,
    goesTo: 'nothing',
  },
];

/** Part, title, least pages, original or copy: what a guarantee's dossier holds. */
const GUARANTEE_PAPERS: readonly (readonly [Part, string, number, Originality])[] = [
  ['approval', '担保申请书', 2, 'original'],
  ['approval', '项目立项审批表', 2, 'original'],
  ['approval', '担保审批通知书', 1, 'original'],
  ['contracts', '委托担保合同', 9, 'original'],
  ['contracts', '反担保合同', 7, 'original'],
  ['investigation', '保前调查报告', 14, 'original'],
  ['investigation', '风险审查意见书', 3, 'original'],
  ['clientPapers', '营业执照', 1, 'copy'],
  ['clientPapers', '公司章程', 12, 'copy'],
  ['clientPapers', '股东会决议', 1, 'original'],
  ['clientPapers', '年度财务报表', 18, 'copy'],
  ['annex', '委托担保合同（客户联）', 9, 'original'],
];

/** A paper of a record, but for its title and pages. */
export const PAPER = {
  part: 'approval',
  documentNo: '',
  originality: 'original',
  copies: 1,
  signatureComplete: true,
  remarks: '',
  volume: 1,
} as const;

/** The papers of a guarantee under the names they have with a loan. */
const asLoan = (title: string) =>
  title
    .replace('委托担保合同', '借款合同')
    .replace('反担保合同', '保证合同')
    .replace('担保', '贷款')
    .replace('保前', '贷前');

/** The papers of a project, as far as its line says; no two projects have the same pages. */
export const papersOf = (its: (typeof CLIENTS)[number], index: number, today: Day) =>
  GUARANTEE_PAPERS.slice(0, its.papers).map(([part, title, pages, originality]) => ({
    part,
    title: its.type === 'loan' ? asLoan(title) : title,
    pages: pages + ((index * 3 + title.length) % 4),
    originality,
    documentNo: '',
    responsible: part === 'clientPapers' ? its.client.name : '业务一部',
    datedOn: addDays(today, -its.disbursedDaysAgo - 5),
    copies: 1,
    signatureComplete: true,
    remarks: '',
    volume: 1,
  }));
