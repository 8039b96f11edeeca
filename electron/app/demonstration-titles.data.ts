import type { Storage, TitleKind } from '../../shared/api/title-fields';

/** A certificate of the demonstration company; days count from today. All numbers and owners are invented. */
export interface DemoTitle {
  kind: TitleKind;
  name: string;
  certificateNo: string;
  owner: string;
  quantity?: number;
  storage?: Storage;
  issuedBy: string;
  expiresInDays?: number;
  valueYuan?: number;
  /** Safe and compartment. */
  place?: readonly [safe: string, compartment: string];
}

export const FIRST_SAFE = '一号柜';
export const SECOND_SAFE = '二号柜';

/** Who has what at first; all three sign. The archivist takes everything in and out. */
export const SAFES = [
  { name: FIRST_SAFE, place: '档案室里间', rows: 4, columns: 6, keyLabel: '1号', combination: 'luzhiwei' },
  { name: SECOND_SAFE, place: '档案室里间', rows: 3, columns: 4, keyLabel: '2号', combination: 'wenruyan' },
] as const;

const REGISTRY = '不动产登记中心';
const house = (certificateNo: string, owner: string, valueYuan: number, place: DemoTitle['place']): DemoTitle => ({
  ...{ kind: 'clientOwnership', name: '不动产权证书', certificateNo, owner, issuedBy: REGISTRY, valueYuan },
  ...(place && { place }),
});
const mortgage = (certificateNo: string, place: DemoTitle['place'], expiresInDays: number): DemoTitle => ({
  ...{ kind: 'otherRights', name: '不动产登记证明（抵押权）', certificateNo, owner: '本公司', issuedBy: REGISTRY },
  ...{ expiresInDays, ...(place && { place }) },
});

/** Certificates by the contract that they secure. */
export const TITLES: Readonly<Record<string, readonly DemoTitle[]>> = {
  '鸿保〔{year}〕011号': [
    house('粤（2019）深圳市不动产权第0021101号', '石望舒', 5_200_000, [FIRST_SAFE, '1-1']),
    mortgage('粤（2026）深圳市不动产证明第0001101号', [FIRST_SAFE, '1-1'], 700),
  ],
  '鸿保〔{year}〕012号': [
    house('粤（2017）惠州市不动产权第0021102号', '云见山', 1_600_000, [FIRST_SAFE, '1-2']),
    {
      ...{
        kind: 'chattelMortgage',
        name: '动产抵押登记通知书',
        certificateNo: '动抵登字2026第0112号',
        owner: '本公司',
      },
      ...{ issuedBy: '惠州市市场监督管理局', expiresInDays: 345, place: [FIRST_SAFE, '1-2'] },
    },
  ],
  '鸿保〔{year}〕013号': [
    {
      ...house('粤（2015）深圳市不动产权第0021103号', '季青临', 3_800_000, [FIRST_SAFE, '1-3']),
      ...{ kind: 'guarantorOwnership' },
    },
    mortgage('粤（2025）深圳市不动产证明第0001103号', [FIRST_SAFE, '1-3'], 38),
  ],
  '鸿保〔{year}〕014号': [
    {
      ...{ kind: 'other', name: '机动车登记证书', certificateNo: '粤S·5F2A8', owner: '方寸家具厂', quantity: 2 },
      ...{ issuedBy: '东莞市公安局车辆管理所', valueYuan: 420_000, place: [FIRST_SAFE, '1-4'] },
    },
  ],
  '鸿借〔{year}〕005号': [
    house('粤（2020）深圳市不动产权第0021105号', '白秋练', 2_100_000, [FIRST_SAFE, '2-1']),
    {
      ...{ kind: 'equityPledge', name: '股权出质设立登记通知书', owner: '本公司', storage: 'electronic' },
      ...{ certificateNo: '（深）股质登记设字〔2026〕第00105号', issuedBy: '深圳市市场监督管理局' },
    },
  ],
  '鸿借〔{year}〕004号': [
    house('粤（2018）广州市不动产权第0021106号', '长汀路桥工程有限公司', 9_800_000, [SECOND_SAFE, '1-1']),
    {
      ...house('粤（2016）广州市不动产权第0021107号', '程远帆', 4_300_000, [SECOND_SAFE, '1-1']),
      ...{ kind: 'guarantorOwnership' },
    },
  ],
  '鸿借〔{year}〕003号': [house('粤（2021）深圳市不动产权第0021108号', '麦青青', 2_600_000, [SECOND_SAFE, '1-2'])],
  '鸿借〔{year}〕002号': [
    {
      ...{
        kind: 'chattelMortgage',
        name: '动产抵押登记通知书',
        certificateNo: '动抵登字2026第0208号',
        owner: '本公司',
      },
      ...{ issuedBy: '佛山市市场监督管理局', expiresInDays: 363, place: [SECOND_SAFE, '1-3'] },
    },
  ],
};

/** What the certificate of the first guarantee was exchanged for. */
export const EXCHANGED = {
  old: '粤（2019）深圳市不动产权第0021101号',
  becomes: house('粤（2026）深圳市不动产权第0031101号', '石望舒', 5_200_000, [FIRST_SAFE, '1-1']),
};
