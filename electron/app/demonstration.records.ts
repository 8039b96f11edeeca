import type { Place } from '../../shared/api/dossier.contract';

interface DemoRecord {
  /** Code of its class. */
  code: string;
  title: string;
  keeper: string;
  /** Title and pages of each paper. */
  papers: readonly (readonly [string, number])[];
  /** Where it stands; absent: still being put together. */
  place?: Place;
}

const at = (room: string, cabinet: string, shelf: string, box: string): Place => ({ room, cabinet, shelf, box });

/** Dossiers that belong to no business, from before the loans and guarantees. */
export const RECORDS: readonly DemoRecord[] = [
  {
    code: 'rules',
    title: '财务管理制度（第三版）',
    keeper: 'xujibei',
    papers: [
      ['制度正文', 26],
      ['总经理办公会批准纪要', 3],
    ],
    place: at('一室', '04柜', '1层', '01盒'),
  },
  {
    code: 'rules',
    title: '档案与权证管理办法',
    keeper: 'xujibei',
    papers: [
      ['管理办法正文', 18],
      ['征求意见汇总', 5],
      ['批准通知', 1],
    ],
    place: at('一室', '04柜', '1层', '02盒'),
  },
  {
    code: 'rules',
    title: '客户投诉处理流程',
    keeper: 'luzhiwei',
    papers: [
      ['流程正文', 12],
      ['岗位职责表', 2],
    ],
    place: at('一室', '04柜', '1层', '02盒'),
  },
  {
    code: 'purchasing',
    title: '保险柜采购（两台）',
    keeper: 'xujibei',
    papers: [
      ['采购申请', 2],
      ['三家比价表', 3],
      ['采购合同', 8],
      ['验收单', 1],
    ],
    place: at('一室', '04柜', '2层', '03盒'),
  },
  {
    code: 'purchasing',
    title: '密集架采购与安装',
    keeper: 'xujibei',
    papers: [
      ['采购申请', 2],
      ['采购合同', 11],
      ['安装验收报告', 4],
    ],
    place: at('一室', '04柜', '2层', '03盒'),
  },
  {
    code: 'research',
    title: '建材行业客户风险调研',
    keeper: 'wenruyan',
    papers: [
      ['调研报告', 34],
      ['访谈记录', 9],
    ],
    place: at('二室', '01柜', '1层', '01盒'),
  },
  {
    code: 'research',
    title: '员工激励办法研究',
    keeper: 'wenruyan',
    papers: [
      ['研究报告', 41],
      ['问卷统计表', 6],
    ],
    place: at('二室', '01柜', '1层', '01盒'),
  },
  {
    code: 'personnel',
    title: '周牧人事档案',
    keeper: 'sujingxing',
    papers: [
      ['劳动合同', 7],
      ['学历证书复印件', 2],
    ],
    place: at('二室', '02柜', '1层', '01盒'),
  },
  {
    code: 'personnel',
    title: '孟听澜人事档案',
    keeper: 'sujingxing',
    papers: [
      ['劳动合同', 7],
      ['岗位调整审批表', 1],
    ],
    place: at('二室', '02柜', '1层', '01盒'),
  },
  { code: 'purchasing', title: '办公电脑采购', keeper: 'xujibei', papers: [['采购申请', 2]] },
];

/** Boxes that stand ready. */
export const EMPTY_BOXES: readonly (Place & { count: number; capacityMm: number })[] = [
  { ...at('一室', '04柜', '3层', '04盒'), count: 3, capacityMm: 60 },
  { ...at('二室', '02柜', '2层', '02盒'), count: 2, capacityMm: 80 },
];

/** A number that no dossier will ever bear. */
export const SPOILT = { code: 'purchasing', reason: '封面写错门类，已划去' } as const;
