import type { Reply } from '../../shared/api/errors';
import { approvedSlip, lending, officeThatLends, wholeReturn } from '../api/borrowing-office';
import { pngOf, send } from '../api/files';
import {
  bringToArchive,
  compileSample,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  type People,
  PIN,
  PLACE,
  registerProject,
  signIn,
  tickAll,
} from '../api/office';
import { act, CUSTODIAN } from '../api/title-office';

/** One act of the office that can be done in the prepared ledger, by whom. */
export interface Act {
  name: string;
  login: string;
  input: object;
  /** What must fail: a second act that is called the same one. */
  andThen?: Act;
}

/** A scan comes in slices; everything else is one call. */
const SCAN = 'attachment.add';
const SCAN_BYTES = 300_000;

export async function perform(office: Office, { name, input, andThen }: Act): Promise<Reply> {
  if (andThen) {
    await office.reply(name, input);
    return perform(office, andThen);
  }
  if (name !== SCAN) return office.reply(name, input);
  return send(office, input as never, 'scan.png', Buffer.concat([pngOf('scan'), Buffer.alloc(SCAN_BYTES)]));
}

const START = '2026-03-02T08:00:00+08:00';
/** When the acts are done. */
export const LATER = '2026-03-02T10:00:00+08:00';

/** A dossier of A's, whose list is compiled; A is signed in. */
async function openDossier(office: Office, people: People, n: number): Promise<number> {
  await signIn(office, LOGINS.a);
  return compileSample(office, (await registerProject(office, people, n)).projectId);
}

/** The list of a dossier that A has given to B. */
async function giveToB(office: Office, dossierId: number): Promise<number> {
  const { revision } = await office.call('dossier.show', { id: dossierId });
  return (await office.call('handover.give', { dossierId, kind: 'aToB', revision, signature: PIN })).id;
}

async function workWithDossiers(office: Office, people: People): Promise<Act[]> {
  const collecting = await openDossier(office, people, 11);
  const { revision, items } = await office.call('dossier.show', { id: collecting });
  const list = items.map(({ contractCode: _, ...item }) => ({ ...item, remarks: '已核对' }));
  const unchecked = await giveToB(office, await openDossier(office, people, 12));
  const checked = await giveToB(office, await openDossier(office, people, 13));
  await signIn(office, LOGINS.b);
  const { items: given } = await office.call('handover.show', { id: unchecked });
  await tickAll(office, checked);
  const atArchive = await bringToArchive(office, await openDossier(office, people, 14));
  await signIn(office, LOGINS.archivist);
  await tickAll(office, atArchive);
  const found = given.map((item) => ({ itemId: item.id, pagesFound: item.pages }));
  const signatures = { a: PIN, b: PIN, archivist: PIN };
  return [
    { name: 'client.register', login: LOGINS.a, input: { kind: 'enterprise', name: '新客户有限公司' } },
    { name: 'dossier.compile', login: LOGINS.a, input: { id: collecting, revision, items: list } },
    {
      name: 'handover.give',
      login: LOGINS.a,
      input: { dossierId: collecting, kind: 'aToB', revision, signature: PIN },
    },
    { name: 'handover.check', login: LOGINS.b, input: { id: unchecked, found } },
    { name: 'handover.acceptAtB', login: LOGINS.b, input: { id: checked, signature: PIN } },
    {
      name: 'handover.acceptAtArchive',
      login: LOGINS.archivist,
      input: { id: atArchive, place: PLACE, signatures },
    },
    { name: SCAN, login: LOGINS.a, input: { kind: 'dossier', id: collecting } },
  ];
}

/** Makes a ledger in which every kind of act can be done once, and answers the acts. */
export async function prepareActs(dataDir: string): Promise<Act[]> {
  const office = openOffice(START, undefined, dataDir);
  const { people, titles, items } = await officeThatLends(office);
  const acts = await workWithDossiers(office, people);
  const things = (n: number) => [{ kind: 'item' as const, id: items[n]?.id ?? 0 }];
  await signIn(office, LOGINS.a);
  const wanted = await approvedSlip(office, things(0));
  await signIn(office, LOGINS.a);
  const out = await approvedSlip(office, things(1));
  await office.call('borrowing.lend', lending(people, out));
  const giveBack = await wholeReturn(office, people, out);
  await signIn(office, CUSTODIAN);
  const [first = 0, second = 0] = titles;
  const moved = act(people);
  const lent = { ...moved, party: '顾行简', dueOn: '2026-03-20' };
  await office.call('titleMove.lend', { ...lent, pieces: [{ titleId: second }] });
  const [safe] = await office.call('safe.list', {});
  const compartmentId = safe?.compartments[0]?.id ?? 0;
  await signIn(office, LOGINS.archivist);
  const counters = { firstCounterId: people.archivist, secondCounterId: people.keeper };
  const { id: stocktakeId } = await office.call('stocktake.start', { scope: 'full', plan: '季末盘点', ...counters });
  const counted = { id: stocktakeId, compartmentId, certificate: '账外证1号', unknown: true };
  const somebody = { name: '林小满', login: 'linman', departmentId: 1, positions: ['employee'] };
  office.close();
  return [
    ...acts,
    { name: 'people.engage', login: LOGINS.admin, input: { ...somebody, password: PASSWORD, pin: PIN } },
    { name: 'borrowing.lend', login: LOGINS.archivist, input: lending(people, wanted) },
    { name: 'borrowing.giveBack', login: LOGINS.archivist, input: giveBack },
    { name: 'titleMove.lend', login: CUSTODIAN, input: { ...lent, pieces: [{ titleId: first }] } },
    { name: 'titleMove.giveBack', login: CUSTODIAN, input: { ...moved, pieces: [{ titleId: second, compartmentId }] } },
    { name: 'stocktake.count', login: LOGINS.archivist, input: counted },
  ];
}
