import { SafeOffice } from './safe-office';
import type { Asks } from './work-before';

/** The sample's six documents in seven pieces (fixtures/titles-001.tsv). */
const SAMPLE_TITLES = [
  ['clientOwnership', '不动产权证书', '粤（2021）深圳市不动产权第0031876号', '林远山', { valueFen: 486_000_000 }],
  ['guarantorOwnership', '不动产权证书', '粤（2018）深圳市不动产权第0107742号', '苏文清', { valueFen: 231_000_000 }],
  [
    'otherRights',
    '不动产登记证明（抵押权）',
    '粤（2026）深圳市不动产证明第0009915号',
    '本公司',
    { expiresOn: '2029-03-01' },
  ],
  ['chattelMortgage', '动产抵押登记通知书', '动抵登字2026第0226号', '本公司', { expiresOn: '2027-03-01' }],
  ['equityPledge', '股权出质设立登记通知书', '（深）股质登记设字〔2026〕第00417号', '本公司', {}],
  ['other', '机动车登记证书', '粤B·7K2Q9', '青禾建材商贸有限公司', { quantity: 2 }],
].map(([kind, name, certificateNo, owner, more]) => ({
  kind,
  name,
  certificateNo,
  owner,
  ...(more as object),
}));

/** A company whose custodian has the sample's titles in one compartment, in the order of the sample; the custodian sits there. */
export async function keepTitles(asks: Asks) {
  const office = new SafeOffice(asks);
  const projectId = await office.found();
  const { compartments } = await office.registerSafe('一号柜', 2, 3);
  return { office, projectId, titles: await office.bring(projectId, compartments[0] ?? 0, SAMPLE_TITLES) };
}
