import type { TitleFields } from '../../shared/api/title-fields';
import { LOGINS, type Office, PASSWORD, type People, PIN, registerProject, signIn } from './office';

export interface TitlePeople extends People {
  /** Holds the key of the safe, and takes titles in. */
  custodian: number;
  /** Holds its combination. */
  keeper: number;
  /** May decide on differences. */
  manager: number;
}
export const CUSTODIAN = 'tangwanqing';
export const KEEPER = 'hexunzhi';
export const MANAGER = 'jiangbaiyu';

/** What stands on the sample list: six documents, seven pieces (fixtures/titles-001.tsv). */
export const SAMPLE_TITLES: readonly TitleFields[] = [
  paper('clientOwnership', '不动产权证书', '粤（2021）深圳市不动产权第0031876号', '林远山', { valueFen: 486_000_000 }),
  paper('guarantorOwnership', '不动产权证书', '粤（2018）深圳市不动产权第0107742号', '苏文清', {
    valueFen: 231_000_000,
  }),
  paper('otherRights', '不动产登记证明（抵押权）', '粤（2026）深圳市不动产证明第0009915号', '本公司', {
    expiresOn: '2029-03-01',
  }),
  paper('chattelMortgage', '动产抵押登记通知书', '动抵登字2026第0226号', '本公司', { expiresOn: '2027-03-01' }),
  paper('equityPledge', '股权出质设立登记通知书', '（深）股质登记设字〔2026〕第00417号', '本公司', {}),
  paper('other', '机动车登记证书', '粤B·7K2Q9', '青禾建材商贸有限公司', { quantity: 2, remarks: '两本，车辆两台' }),
];

function paper(
  kind: TitleFields['kind'],
  name: string,
  certificateNo: string,
  owner: string,
  more: Partial<TitleFields>,
): TitleFields {
  return { kind, name, certificateNo, owner, quantity: 1, storage: 'paper', issuedBy: '', remarks: '', ...more };
}

/** Whom a company with a safe needs besides; the administrator is signed in before and after. */
export async function engageKeepers(office: Office, people: People): Promise<TitlePeople> {
  const [department] = await office.call('people.departments', {});
  const engage = async (
    name: string,
    login: string,
    position: 'titleCustodian' | 'departmentHead' | 'generalManager',
  ) => {
    const its = { name, login, departmentId: department?.id ?? 0, positions: [position], password: PASSWORD, pin: PIN };
    return (await office.call('people.engage', its)).id;
  };
  const custodian = await engage('唐晚晴', CUSTODIAN, 'titleCustodian');
  const keeper = await engage('何循之', KEEPER, 'departmentHead');
  const manager = await engage('江柏屿', MANAGER, 'generalManager');
  return { ...people, custodian, keeper, manager };
}

/** A safe of two rows and three columns; the custodian has its key, the keeper its combination. */
export async function registerSafe(office: Office, people: TitlePeople, name = '一号柜') {
  await signIn(office, CUSTODIAN);
  const { id } = await office.call('safe.register', {
    ...{ name, place: '档案室里间', rows: 2, columns: 3, keyLabel: '1号', reason: '新柜启用' },
    ...{ keyHolderId: people.custodian, combinationHolderId: people.keeper, supervisorId: people.manager },
    signatures: { keyHolder: PIN, combinationHolder: PIN, supervisor: PIN },
  });
  const safe = (await office.call('safe.list', {})).find((its) => its.id === id);
  return { id, compartments: safe?.compartments.map((its) => its.id) ?? [] };
}

/** A gives, the custodian compares everything with them; answers the open list. */
export async function giveTitles(
  office: Office,
  projectId: number,
  lines: readonly TitleFields[] = SAMPLE_TITLES,
  obtainedOn = '2026-03-02',
) {
  await signIn(office, LOGINS.a);
  const given = { projectId, obtainedOn, lines: [...lines], signature: PIN };
  const { id } = await office.call('titleHandover.give', given);
  await signIn(office, CUSTODIAN);
  const list = await office.call('titleHandover.show', { id });
  const found = list.lines.map((line) => ({
    ...{ lineId: line.id, nameAgrees: true, numberAgrees: true, quantityFound: line.quantity },
  }));
  await office.call('titleHandover.check', { id, found });
  return list;
}

/** What A gives comes into one compartment; the custodian stays signed in. Answers the titles' ids. */
export async function bringTitles(
  office: Office,
  people: TitlePeople,
  projectId: number,
  compartmentId: number,
  lines: readonly TitleFields[] = SAMPLE_TITLES,
  obtainedOn?: string,
): Promise<number[]> {
  const list = await giveTitles(office, projectId, lines, obtainedOn);
  await office.call('titleHandover.accept', {
    ...{ id: list.id, secondId: people.keeper, signatures: { a: PIN, b: PIN, custodian: PIN, second: PIN } },
    places: list.lines
      .filter(({ storage }) => storage === 'paper')
      .map(({ id: lineId }) => ({ lineId, compartmentId })),
  });
  const { lines: taken } = await office.call('titleHandover.show', { id: list.id });
  return taken.map(({ titleId }) => titleId ?? 0);
}

/** What every act at the safe says besides what moves. */
export const act = (people: TitlePeople, reason = '日常办理', basis = '审批单 2026-03') => ({
  ...{ reason, basis, secondId: people.keeper, signatures: { operator: PIN, second: PIN } },
});

/** A company with a project, a safe, and the sample's titles in its first compartment. */
export async function officeWithTitles(office: Office, people: People) {
  const all = await engageKeepers(office, people);
  const safe = await registerSafe(office, all);
  await signIn(office, LOGINS.archivist);
  const { projectId } = await registerProject(office, all);
  const [compartment = 0, other = 0] = safe.compartments;
  const titles = await bringTitles(office, all, projectId, compartment);
  return { people: all, safe, projectId, compartment, other, titles };
}
