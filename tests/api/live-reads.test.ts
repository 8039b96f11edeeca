import { setImmediate } from 'node:timers/promises';
import type { Statement } from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Access, Query } from '../../shared/api/contract';
import { methods } from '../../shared/api/index';
import { nativeStatement } from '../setup/native-statement';
import { appraise, decided, ENDED, engageDeciders, shelve } from './disposing';
import { pngOf, send } from './files';
import { layLedger, oldRows } from './imports';
import { engageColleagues, handOverAll } from './leaving';
import { lendTitles } from './lend-titles';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  PIN,
  registerProject,
  signIn,
} from './office';
import { bringTitles, CUSTODIAN, engageKeepers, registerSafe } from './title-office';

/**
 * A window reads again what a commit has changed: it knows by `reads` of the contract. Here every statement that a query runs is
 * noted, and SQLite's own plan of it says which tables it looks at. A table that is missing in `reads` is a page that goes stale.
 */
let office: Office;
let noted: string[] | undefined;

/**
 * The journal's changes come with its events; a search index changes with the table that it is made from. Where the index stands is told
 * apart: when it has caught up everything that words find is told anew.
 */
const topicOf = (table: string) => (table === 'change' ? 'event' : table.replace(/^search_/, ''));

function tablesOf(sql: string): string[] {
  const { db } = office.ledger;
  const names = new Map(
    db
      .prepare<[], { rootpage: number; name: string }>('SELECT rootpage, tbl_name AS name FROM sqlite_schema')
      .all()
      .map((row) => [row.rootpage, row.name]),
  );
  const bare = sql.replace(/[@?]\w*/g, 'NULL');
  const steps = db.prepare<[], { opcode: string; p2: number; p3: number }>(`EXPLAIN ${bare}`).all();
  const opened = steps.filter((step) => step.opcode === 'OpenRead' && step.p3 === 0).map((step) => names.get(step.p2));
  const indexed = [...sql.matchAll(/\bsearch_\w+/g)].map(([name]) => name);
  const its = [...opened.filter((name) => name !== undefined), ...indexed];
  return [...new Set(its.filter((name) => name !== 'search_behind').map(topicOf))];
}

async function statementsOf(name: string, input: unknown): Promise<string[]> {
  noted = [];
  const reply = await office.reply(name, input);
  const seen = noted;
  noted = undefined;
  expect(reply).toMatchObject({ ok: true });
  return seen;
}

/** What the program reads of itself after a change is no part of an answer. */
async function hasReadAhead(): Promise<void> {
  do {
    noted = [];
    for (let i = 0; i < 5; i += 1) await setImmediate();
  } while (noted.length > 0);
}

/** The tables that the answer is made of; who is signed in and may ask is looked up before, by every call. */
async function tablesReadBy(name: string, access: Access): Promise<string[]> {
  const its = QUERIES[name];
  const input = typeof its === 'function' ? await its() : its;
  await hasReadAhead();
  const asking = (await statementsOf('dossier.readPaste', { text: 'x' })).length;
  const own = (await statementsOf(name, input)).slice(/^(anyone|signedIn)$/.test(access) ? asking - 1 : asking);
  return [...new Set(own.flatMap(tablesOf))].sort();
}

const QUERIES: Readonly<Record<string, unknown>> = {
  'company.start': {},
  'company.status': {},
  'company.settings': {},
  'people.me': {},
  'people.staff': {},
  'people.departments': {},
  'people.permissions': {},
  'client.list': { text: '青禾' },
  'client.show': { id: 1 },
  'project.list': { openable: true },
  'project.count': { openable: true },
  'project.show': { id: 1 },
  'dossier.show': { id: 1 },
  'dossier.readPaste': { text: 'x' },
  'attachment.list': { dossierId: 1 },
  'attachment.ofTitle': { titleId: 1 },
  'attachment.ofBorrowing': { borrowingId: 1 },
  'attachment.read': { id: 1, from: 0, length: 10 },
  'attachment.begin': { subject: { kind: 'dossierItem', id: 1 }, name: 'x.png', bytes: 4 },
  'attachment.append': async () => ({
    ...(await office.call('attachment.begin', { subject: { kind: 'dossier', id: 1 }, name: 'x.png', bytes: 4 })),
    from: 0,
    slice: Uint8Array.of(0xff, 0xd8, 0xff, 0xe0),
  }),
  'attachment.progress': {},
  'checklist.list': {},
  'checklist.show': { id: 1 },
  'checklist.shipped': {},
  'recordClass.list': {},
  'retention.list': {},
  'retention.overview': {},
  'retention.effect': { id: 2, years: 20 },
  'recordClass.overview': {},
  'number.series': {},
  'number.list': { classId: 1, year: 0 },
  'number.show': { id: 1 },
  'number.faults': { classId: 1, year: 0 },
  'place.tree': {},
  'place.cabinet': { room: '一室', cabinet: '03柜' },
  'place.box': { id: 1 },
  'place.homeless': {},
  'place.find': { text: '青' },
  'place.scanned': { code: 'AJ-B-000001' },
  'disposal.due': { text: '旧' },
  'disposal.list': { kind: 'appraisal' },
  'disposal.count': { kind: 'appraisal' },
  'disposal.show': { id: 1 },
  'disposal.ofDossier': { dossierId: 1 },
  'note.list': { dossierId: 1 },
  'calendar.years': {},
  'calendar.show': { year: 2026 },
  'calendar.readNotice': { text: '一、元旦：1月1日放假。', year: 2026 },
  'handover.list': {},
  'handover.count': {},
  'handover.show': { id: 2 },
  'handover.steps': { which: 'all', staffId: 3 },
  'handover.lateness': { year: 2026 },
  'extension.list': { which: 'all' },
  'extension.ofDossier': { dossierId: 1 },
  'supplement.list': { which: 'all' },
  'supplement.show': { id: 1 },
  'supplement.ofDossier': { dossierId: 1 },
  'extension.weigh': { dueOn: '2026-03-05', newDueOn: '2026-03-10' },
  'ledger.list': { filter: { text: '青禾', lateOnly: true }, sort: 'client' },
  'ledger.summary': {},
  'ledgerView.list': {},
  'search.find': { text: '青' },
  'search.behind': {},
  'print.form': { form: 'handover-list', id: 2 },
  'print.keyForm': { form: 'backup-key', id: 1 },
  'export.progress': {},
  'backup.places': {},
  get 'backup.bags'() {
    return { place: office.dataDir };
  },
  'backup.list': {},
  'backup.media': {},
  'backup.progress': {},
  'backup.encryption': {},
  'backup.unsaved': {},
  'restore.bags': {},
  'restore.opened': async () => {
    const [bag] = await office.call('restore.bags', {});
    await office.call('restore.open', { place: bag?.place ?? '', name: bag?.name ?? '' });
    return {};
  },
  'restore.lost': {},
  'restore.progress': {},
  'restore.rehearsals': {},
  'restore.restores': {},
  'restore.copies': {},
  'complaint.procedures': {},
  'complaint.procedure': { id: 1 },
  'complaint.foresee': { procedureId: 1 },
  'complaint.managed': {},
  'complaint.version': { id: 1 },
  'complaint.list': { which: 'all' },
  'complaint.show': { id: 1 },
  'caseExtension.ofCase': { complaintId: 1 },
  'penalty.list': {},
  'penalty.show': { id: 1 },
  'penalty.scale': { complaintId: 1 },
  'penalty.compensations': {},
  'import.opened': {},
  'import.check': { plan: { sheet: 0, headingRow: 1, columns: ['archiveNo', 'title', 'client'] } },
  'import.progress': {},
  'import.list': {},
  'stocktake.list': {},
  'stocktake.show': { id: 1 },
  'safe.list': {},
  'safe.contents': { safeId: 1 },
  'safe.custody': { safeId: 1 },
  'safe.openings': { from: '2026-03-01', to: '2026-03-31' },
  'safe.balance': { safeId: 1, day: '2026-03-02' },
  'safe.closings': {},
  'safe.closing': { id: 1 },
  'safe.months': {},
  'title.list': { text: '不动产', which: 'here' },
  'title.show': { id: 1 },
  'title.summary': {},
  'title.contracts': { text: '青' },
  'titleMove.slips': {},
  'titleMove.slip': { id: 1 },
  'titleMove.register': { from: '2026-03-01', to: '2026-03-31' },
  'titleHandover.list': {},
  'titleHandover.readPaste': {
    text: 'name\tcertificateNo\n不动产权证书\t粤（2021）深圳市不动产权第0031876号\n机动车登记证书\t粤A·1',
  },
  'titleHandover.show': { id: 1 },
  'borrowing.list': { text: '青' },
  'borrowing.counts': {},
  'borrowing.show': { id: 1 },
  'borrowing.find': { text: '贷款' },
  'borrowing.things': { things: [{ kind: 'dossier', id: 1 }] },
  'borrowing.weigh': { things: [{ kind: 'dossier', id: 1 }], way: 'takeAway' },
  'borrowing.ofDossier': { id: 1 },
  'borrowing.ofTitle': { id: 1 },
  'borrowing.terms': {},
  'borrowingBook.lent': { which: 'asked' },
  'borrowingBook.statistics': { from: '2026-01-01', to: '2026-12-31' },
  'borrowingBook.due': {},
  'borrowingBook.recalls': {},
  'attachment.ofComplaint': { complaintId: 1 },
  'complaintFile.ofClient': { clientId: 1 },
  'complaintBook.statistics': { from: '2026-01-01', to: '2026-12-31' },
  'complaintBook.counted': { from: '2026-01-01', to: '2026-12-31' },
  'desk.show': {},
  'staffHandover.list': {},
  'staffHandover.show': { id: 1 },
  'staffHandover.ofClient': { clientId: 1 },
  'staffHandover.ofDossier': { dossierId: 1 },
  'staffHandover.leavers': {},
  'staffHandover.held': { staffId: 2 },
  'staffHandover.letters': { id: 1 },
  'audit.list': {},
  'audit.history': { table: 'dossier', id: 1 },
};

/** Looks at the last event to know whether what it remembers is still true; that event shows nowhere in the answer. */
const REMEMBERED_BY: Readonly<Record<string, string>> = {
  'ledger.list': 'event',
  'ledger.summary': 'event',
  'import.check': 'event',
};

/** Titles in a safe, one of them lent. Who is administrator is signed in before. */
async function keepTitles(office: Office, people: People, projectId: number): Promise<void> {
  const keepers = await engageKeepers(office, people);
  const { id: safeId, compartments } = await registerSafe(office, keepers);
  const [titleId = 0] = await bringTitles(office, keepers, projectId, compartments[0] ?? 0);
  await lendTitles(office, keepers, [titleId]);
  await signIn(office, LOGINS.archivist);
  const counters = { firstCounterId: keepers.archivist, secondCounterId: keepers.keeper };
  const { id } = await office.call('stocktake.start', { scope: 'sample', sampleSize: 1, plan: '抽查', ...counters });
  await office.call('stocktake.count', {
    id,
    compartmentId: compartments[0] ?? 0,
    certificate: `AJ-T-00000${titleId}`,
  });
  await office.call('stocktake.sign', { id, signatures: { firstCounter: PIN, secondCounter: PIN } });
  await signIn(office, CUSTODIAN);
  const day = { safeId, day: '2026-03-02' };
  const { contentHash: seen } = await office.call('safe.balance', day);
  const signatures = { operator: PIN, second: PIN };
  await office.call('safe.closeDay', { ...day, seen, secondId: keepers.keeper, signatures });
}

/** A paper of the dossier that is on the shelf is asked for; whoever is signed in asks. */
async function borrowOne(office: Office): Promise<void> {
  const { items } = await office.call('dossier.show', { id: 2 });
  const things = [{ kind: 'item' as const, id: items[0]?.id ?? 0 }];
  await office.call('borrowing.submit', { things, purpose: '贷后检查', way: 'takeAway' });
}

beforeAll(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  const dossierId = await compileSample(office, projectId);
  await send(office, { kind: 'dossierItem', id: 1 }, 'scan.png', pngOf('scan'));
  await office.call('extension.ask', { dossierId, newDueOn: '2026-03-10', reason: '印章在外地' });
  await bringToArchive(office, dossierId);
  await signIn(office, LOGINS.archivist);
  const lines = [{ title: '仓库存货盘点表', fault: 'unsigned' as const }];
  const asked = { dossierId, responsibleId: people.b, dueOn: '2026-03-04', lines, signature: PIN };
  const { id } = await office.call('supplement.issue', asked);
  const { lines: listed } = await office.call('supplement.show', { id });
  const handed = listed.map((line) => ({ lineId: line.id, pages: 1 }));
  await office.call('supplement.handIn', { id, lines: handed, signature: PIN });
  await office.call('place.addBoxes', { room: '一室', cabinet: '03柜', shelf: '2层', box: '07盒' });
  await office.call('number.void', { classId: 1, text: '鸿借字第001号', reason: '封面写坏', signature: PIN });
  await signIn(office, LOGINS.a);
  const [procedure] = await office.call('complaint.procedures', {});
  const complained = { kind: 'general', channel: 'phone' as const, facts: '等了两个小时' };
  await office.call('complaint.register', { procedureId: procedure?.id ?? 0, ...complained });
  await signIn(office, LOGINS.archivist);
  await office.call('penalty.commend', { staffId: people.b, title: '通报表扬', amountFen: 100, facts: '主动加班' });
  await signIn(office, LOGINS.a);
  const second = await registerProject(office, people, 2);
  await acceptAtArchive(office, await bringToArchive(office, await compileSample(office, second.projectId)));
  await signIn(office, LOGINS.admin);
  const deciders = await engageDeciders(office, people);
  await appraise(office, [decided(await shelve(office, deciders, 9, ENDED))]);
  await signIn(office, LOGINS.admin);
  // The archivist may add to every dossier.
  await office.call('people.change', {
    id: people.admin,
    name: '苏景行',
    departmentId: 1,
    login: LOGINS.admin,
    positions: ['systemAdmin', 'archivist'],
    employment: 'active',
  });
  await keepTitles(office, people, projectId);
  await borrowOne(office);
  await signIn(office, LOGINS.admin);
  await handOverAll(office, people, await engageColleagues(office));
  for (const permission of [
    'client.read',
    'dossier.read',
    'dossier.compile',
    'checklist.read',
    'calendar.manage',
    'ledger.read',
    'print.form',
    'ledger.import',
    'backup.make',
    'title.read',
    'title.give',
    'title.keep',
  ])
    await office.call('people.allow', {
      position: 'systemAdmin',
      permission: permission as 'client.read',
      allowed: true,
    });
  office.chosenFiles = [office.dataDir];
  office.sticks = [office.dataDir];
  await office.call('backup.make', { onOwnDisk: true });
  await office.call('backup.makeKey', {});
  layLedger(office, oldRows(1, 1));
  await office.call('import.read', {});
  const statement = nativeStatement();
  for (const way of ['get', 'all', 'iterate', 'run']) {
    const run = statement[way] as (...values: unknown[]) => unknown;
    statement[way] = function (this: Statement, ...values: unknown[]) {
      noted?.push(this.source);
      return run.apply(this, values);
    };
  }
});
afterAll(() => office.close());

describe('a page is read again when a table changes that it looks at', () => {
  // What answers only where there is no company has no page in the office.
  const queries = [...methods]
    .filter(([name, method]) => method.kind === 'query' && !name.startsWith('rescue.'))
    .map(([name]) => name);

  test('every query is tried', () => expect(Object.keys(QUERIES).sort()).toEqual(queries.sort()));

  test.each(queries)('%s', async (name) => {
    const { access, reads } = methods.get(name) as Query;
    const read = await tablesReadBy(name, access);
    expect(read.filter((table) => !reads.includes(table) && table !== REMEMBERED_BY[name])).toEqual([]);
  });
});
