/** Reproducible chance: the same seed makes the same ledger and the same questions. */
export interface Chance {
  /** A whole number from 0 to n - 1. */
  below(n: number): number;
  one<T>(from: readonly [T, ...T[]]): T;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  // mulberry32
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (n: number) => Math.floor(next() * n);
  return { below, one: (from) => from[below(from.length)] ?? from[0] };
}

type Words = readonly [string, ...string[]];
const words = (text: string): Words => text.split(' ') as unknown as Words;

const CITIES = words(
  '深圳 杭州 苏州 宁波 佛山 东莞 温州 嘉兴 绍兴 台州 无锡 常州 南通 惠州 中山 珠海 泉州 厦门 青岛 烟台 长沙 株洲 成都 绵阳',
);
const BRANDS = words(
  '青禾 宏远 瑞丰 天成 恒信 嘉禾 万盛 金泰 鼎新 博雅 华茂 中联 锦绣 盛泽 凯源 伟业 长丰 兴隆 福临 德润 明达 东升 佳和 永昌 安泰 启明 云帆 海川 景行 卓越 晨曦 百川 同创 利群 祥瑞 顺达 大地 广厦 新城 汇通',
);
const TRADES = words(
  '建材商贸 机械制造 电子科技 纺织服装 食品饮料 物流运输 五金制品 塑胶模具 家具制造 农业发展 医疗器械 环保工程 装饰工程 汽车配件 包装印刷 餐饮管理 化工材料 水产养殖 信息技术 医药连锁',
);
const KINDS = words('有限公司 有限责任公司 股份有限公司');
const SURNAMES = words(
  '林 苏 顾 罗 沈 陈 李 王 张 刘 赵 周 吴 郑 冯 褚 蒋 韩 杨 朱 秦 许 何 吕 施 孔 曹 严 华 金 魏 陶 姜 戚 谢 邹',
);
const GIVEN = words(
  '远山 文清 行简 书意 砚秋 景行 子涵 浩然 思远 嘉怡 明轩 静姝 国强 建华 秀英 志远 雅琴 立群 海燕 俊杰 晓明 丽娟 德胜 春梅 长河 永康 慧敏 玉兰 振邦 守义',
);
const PURPOSES = words('流动资金贷款 设备购置贷款 经营周转贷款 固定资产贷款 订单融资贷款 委托担保 履约担保 工程担保');

export const personName = (chance: Chance): string => chance.one(SURNAMES) + chance.one(GIVEN);
export const clientName = (chance: Chance): string =>
  chance.one(CITIES) + chance.one(BRANDS) + chance.one(TRADES) + chance.one(KINDS);
export const purpose = (chance: Chance): string => chance.one(PURPOSES);

type Part = 'approval' | 'contracts' | 'investigation' | 'clientPapers' | 'annex';

/** {client}, {person} and {n} are filled in; the second column is the word of the document number, if it has one. */
const PAPERS: readonly (readonly [Part, string, string?])[] = [
  ['approval', '借款申请书（{client}）'],
  ['approval', '业务受理登记表', '受'],
  ['approval', '项目立项审批表', '立'],
  ['approval', '贷审会会议纪要', '审'],
  ['approval', '贷审会表决票（{n}张）'],
  ['approval', '贷款审批通知书', '批'],
  ['approval', '放款审批单'],
  ['contracts', '流动资金借款合同', '借'],
  ['contracts', '保证合同（{person}）', '保'],
  ['contracts', '保证合同（{person}）', '保'],
  ['contracts', '房地产抵押合同', '抵'],
  ['contracts', '动产抵押合同及抵押物清单', '动抵'],
  ['contracts', '股权质押合同', '质'],
  ['contracts', '借款借据', '#'],
  ['contracts', '转账凭证', '#'],
  ['contracts', '收费收据', '#'],
  ['investigation', '贷前调查报告'],
  ['investigation', '风险审查意见书'],
  ['investigation', '现场走访记录'],
  ['investigation', '现场照片（{n}张）'],
  ['investigation', '抵押房产评估意见', '评'],
  ['investigation', '个人征信报告（{person}）'],
  ['investigation', '个人征信报告（{person}）'],
  ['investigation', '企业征信报告（{client}）'],
  ['investigation', '银行流水（近{n}个月）'],
  ['investigation', '下游购销合同（{n}份）'],
  ['clientPapers', '营业执照', '#'],
  ['clientPapers', '公司章程'],
  ['clientPapers', '股东会决议'],
  ['clientPapers', '法定代表人身份证（{person}）'],
  ['clientPapers', '法定代表人婚姻证明'],
  ['clientPapers', '股东身份证（{person}）'],
  ['clientPapers', '年度财务报表（{year}）'],
  ['clientPapers', '近三个月增值税申报表'],
  ['clientPapers', '经营场所租赁合同'],
  ['clientPapers', '仓库存货盘点表'],
  ['clientPapers', '水电费缴费单（{n}张）'],
  ['clientPapers', '{client}厂房照片说明'],
  ['annex', '借款合同（客户联）', '借'],
  ['annex', '保证合同（客户联）', '保'],
];

export const PAPERS_PER_DOSSIER = PAPERS.length;

interface Paper {
  part: Part;
  title: string;
  documentNo: string;
  responsible: string;
}

/** The papers of one loan, as the office's own sample has them. */
export function papersOf(chance: Chance, client: string, year: number, n: number): Paper[] {
  const persons = [personName(chance), personName(chance)];
  return PAPERS.map(([part, title, word], i) => {
    const person = persons[i % 2] ?? '';
    const filled = title
      .replace('{client}', client)
      .replace('{person}', person)
      .replace('{year}', `${year - 3}—${year - 1}`)
      .replace('{n}', String(2 + chance.below(17)));
    const responsible = part === 'approval' ? '业务一部' : part === 'contracts' ? `本公司、${person}` : client;
    return { part, title: filled, documentNo: numberOf(chance, word, year, n), responsible };
  });
}

function numberOf(chance: Chance, word: string | undefined, year: number, n: number): string {
  if (word === undefined) return '';
  if (word === '#') return String(chance.below(10_000_000)).padStart(7, '0');
  return `鸿${word}〔${year}〕${String(n).padStart(4, '0')}号`;
}
