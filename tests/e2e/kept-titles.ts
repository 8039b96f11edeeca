import { A, ADMINISTRATOR, ARCHIVIST, B } from './office-day';
import { PASSWORD, PIN } from './program';
import type { Asks } from './work-before';

export const CUSTODIAN = 'tangwanqing';
export const KEEPER = 'hexunzhi';
export const MANAGER = 'jiangbaiyu';

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
  quantity: 1,
  ...(more as object),
}));

export interface KeptTitles {
  projectId: number;
  compartments: number[];
  /** In the order of the sample. */
  titles: number[];
  staff: Readonly<Record<string, number>>;
}

type Given = { id: number };

/** A company whose custodian has the sample's titles in a safe, taken in by three signatures; the custodian sits there. */
export async function keepTitles({ ask }: Asks): Promise<KeptTitles> {
  const signIn = (login: string) => ask('people.signIn', { login, password: PASSWORD });
  await ask('company.found', {
    name: '鸿远小额贷款有限公司',
    shortName: '鸿',
    administrator: { name: '苏景行', login: ADMINISTRATOR, password: PASSWORD, pin: PIN },
  });
  const [department] = await ask<Given[]>('people.departments');
  const engage = async (name: string, login: string, position: string) => {
    const its = { name, login, departmentId: department?.id, positions: [position], password: PASSWORD, pin: PIN };
    return (await ask<Given>('people.engage', its)).id;
  };
  const staff = {
    a: await engage('顾行简', A, 'projectManager'),
    b: await engage('罗书意', B, 'projectManager'),
    archivist: await engage('沈砚秋', ARCHIVIST, 'archivist'),
    custodian: await engage('唐晚晴', CUSTODIAN, 'titleCustodian'),
    keeper: await engage('何循之', KEEPER, 'departmentHead'),
    manager: await engage('江柏屿', MANAGER, 'generalManager'),
  };
  await signIn(CUSTODIAN);
  await ask('safe.register', {
    ...{ name: '一号柜', place: '档案室里间', rows: 2, columns: 3, keyLabel: '1号', reason: '新柜启用' },
    ...{ keyHolderId: staff.custodian, combinationHolderId: staff.keeper, supervisorId: staff.manager },
    signatures: { keyHolder: PIN, combinationHolder: PIN, supervisor: PIN },
  });
  const [safe] = await ask<{ compartments: Given[] }[]>('safe.list');
  const compartments = safe?.compartments.map(({ id }) => id) ?? [];
  await signIn(A);
  const client = await ask<Given>('client.register', { kind: 'enterprise', name: '青禾建材商贸有限公司' });
  const { id: projectId } = await ask<Given>('project.register', {
    ...{ clientId: client.id, name: '流动资金贷款 180 万元', businessType: 'loan', contractNo: '鸿借〔2026〕001号' },
    ...{ amountFen: 180_000_000, aManagerId: staff.a, bManagerId: staff.b, disbursedOn: '2026-03-02' },
  });
  const given = { projectId, obtainedOn: '2026-03-02', lines: SAMPLE_TITLES, signature: PIN };
  const { id } = await ask<Given>('titleHandover.give', given);
  await signIn(CUSTODIAN);
  const { lines } = await ask<{ lines: { id: number; quantity: number }[] }>('titleHandover.show', { id });
  await ask('titleHandover.check', {
    id,
    found: lines.map((line) => ({
      lineId: line.id,
      nameAgrees: true,
      numberAgrees: true,
      quantityFound: line.quantity,
    })),
  });
  await ask('titleHandover.accept', {
    ...{ id, secondId: staff.keeper, signatures: { a: PIN, b: PIN, custodian: PIN, second: PIN } },
    places: lines.map((line) => ({ lineId: line.id, compartmentId: compartments[0] })),
  });
  const taken = await ask<{ lines: { titleId: number }[] }>('titleHandover.show', { id });
  return { projectId, compartments, titles: taken.lines.map(({ titleId }) => titleId), staff };
}
