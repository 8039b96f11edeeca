import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { copyLedgerOf, rechain, throwCopiesAway } from '../db/ledger-copy';
import { liveTables } from '../db/replay';
import { printedByPython } from '../setup/python';
import { resealBag } from './bags';
import { pngOf, send } from './files';
import {
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  PIN,
  registerProject,
  signIn,
} from './office';

const EXECUTIVE = 'ningyuan';
const stick = mkdtempSync(join(tmpdir(), 'anjuan-restore-'));
afterAll(() => rmSync(stick, { recursive: true, force: true }));
const folder = () => mkdtempSync(join(stick, 'f-'));

/** A company with papers, a scan and a general manager, founded once: each test works on a copy of its folder. */
let founded: string;
beforeAll(async () => {
  founded = folder();
  const office = openOffice(undefined, undefined, founded);
  const people = await foundCompany(office);
  const manager = { name: '宁远', departmentId: 1, login: EXECUTIVE, positions: ['generalManager' as const] };
  await office.call('people.engage', { ...manager, password: PASSWORD, pin: PIN });
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  const dossierId = await compileSample(office, projectId);
  await send(office, { kind: 'dossier', id: dossierId }, 'scan.png', pngOf('scan'));
  office.close();
});

async function officeWithCompany(): Promise<Office> {
  const dir = folder();
  cpSync(founded, dir, { recursive: true });
  const office = openOffice(undefined, undefined, dir);
  await signIn(office, LOGINS.archivist);
  return office;
}

async function backUp(office: Office, place: string): Promise<string> {
  office.chosenFiles = [place];
  const { made } = await office.call('backup.make', { onOwnDisk: true });
  return made?.name ?? '';
}

const idOf = async (office: Office, name: string) =>
  (await office.call('people.staff', {})).find((its) => its.name === name)?.id ?? 0;
const signatures = { first: PASSWORD, second: PASSWORD };

/** Every row of every table but the journal's, as text. */
const dump = (office: Office, without: readonly string[] = []) =>
  new Map([...liveTables(office.ledger.db)].filter(([name]) => !without.includes(name)));
/** Every file below a folder with its hash. */
const filesIn = (dir: string) =>
  readdirSync(dir, { recursive: true })
    .map(String)
    .filter((name) => statSync(join(dir, name)).isFile())
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(dir, name)))
          .digest('hex')}`,
    )
    .sort();

test('a scan that somebody has exchanged in a backup, all sums made anew, counts as one that is not there', async () => {
  const office = await officeWithCompany();
  const place = folder();
  const name = await backUp(office, place);
  const [scan = ''] = filesIn(join(place, name, 'data/blobs')).map((line) => line.split(' ')[0] ?? '');
  writeFileSync(join(place, name, 'data/blobs', scan), pngOf('another'));
  resealBag(join(place, name));
  await office.call('restore.open', { place, name });
  expect(await office.call('restore.opened', {})).toMatchObject({ missingScans: 1, checks: { scans: 'warned' } });
  office.close();
});

describe('a backup in a fresh profile', () => {
  test('gives every row of every table and every scan, and says in its journal where it came from', async () => {
    const office = await officeWithCompany();
    const place = folder();
    const name = await backUp(office, place);
    const { seq } = office.app.journal.head();
    const before = dump(office, ['restore', 'backup']);
    const scans = filesIn(join(office.dataDir, 'blobs'));
    expect(scans.length).toBe(1);
    const fresh = openOffice();
    fresh.chosenFiles = [place];
    expect(await fresh.call('rescue.open', {})).toEqual({ opened: true });
    const opened = await fresh.call('rescue.opened', {});
    expect(opened).toMatchObject({ place, name, missingScans: 0, lost: { total: 0 }, sharedSeq: 0 });
    expect(new Set(Object.values(opened?.checks ?? {}))).toEqual(new Set(['passed']));
    expect(opened?.counts?.dossiers).toBe(before.get('dossier')?.size);
    const [first] = opened?.first ?? [];
    const second = opened?.second.find((its) => its.staffId !== first?.staffId);
    const asked = { firstId: first?.staffId ?? 0, secondId: second?.staffId ?? 0, signatures };
    const { aside } = await fresh.call('rescue.carryOut', asked);
    expect(aside).toMatch(/^before-restore-2026-03-02T0900\d\d$/);
    // The backup that was made is an event after the one that the backup ends with.
    const after = dump(fresh, ['restore', 'backup']);
    expect(after).toEqual(before);
    expect(filesIn(join(fresh.dataDir, 'blobs'))).toEqual(scans);
    expect(
      fresh.ledger.db
        .prepare('SELECT hash FROM event WHERE seq = ?')
        .pluck()
        .get(seq - 1),
    ).toBe(
      office.ledger.db
        .prepare('SELECT hash FROM event WHERE seq = ?')
        .pluck()
        .get(seq - 1),
    );
    await signIn(fresh, LOGINS.archivist);
    expect(await fresh.call('restore.restores', {})).toMatchObject([
      { name, first: first?.name, second: second?.name, aside },
    ]);
    await signIn(fresh, EXECUTIVE);
    expect(await fresh.call('audit.verify', {})).toMatchObject({ whole: true });
    // A stranger's verifier finds it whole, signatures of the restore included.
    const taken = join(folder(), 'ledger.sqlite');
    fresh.ledger.db.exec(`VACUUM INTO '${taken}'`);
    const verifier = fileURLToPath(new URL('../db/verify_journal.py', import.meta.url));
    expect(printedByPython(verifier, taken)).toMatch(/whole/);
    // Nobody restores without signing in where there is a company.
    expect(await fresh.reply('rescue.open', {})).toMatchObject({ ok: false, error: { reason: 'companyExists' } });
    office.close();
    fresh.close();
  });
});

describe('in the office', () => {
  let office: Office;
  let place: string;
  let name: string;
  let first: number;
  let second: number;
  beforeEach(async () => {
    office = await officeWithCompany();
    place = folder();
    name = await backUp(office, place);
    first = await idOf(office, '沈砚秋');
    second = await idOf(office, '宁远');
    return () => office.close();
  });
  const open = () => office.call('restore.open', { place, name });
  const carryOut = (more: object = {}) =>
    office.reply('restore.carryOut', { firstId: first, secondId: second, signatures, ...more });

  test('is said what would be lost, by kind and one by one; it is lost, and kept beside', async () => {
    await office.call('client.register', { kind: 'enterprise', name: '后来的客户' });
    await open();
    const opened = await office.call('restore.opened', {});
    const bagSeq = opened?.said?.seq ?? 0;
    expect(opened?.sharedSeq).toBe(bagSeq);
    // What was done to the records comes first: so many sign-ins and checks would hide it.
    const [kind, ...others] = opened?.lost.kinds ?? [];
    expect(kind).toEqual({ action: 'client.register', count: 1, ofRecords: true });
    expect(others.map(({ action }) => action)).toContain('restore.open');
    expect(others.filter(({ ofRecords }) => ofRecords)).toEqual([]);
    const head = office.app.journal.head();
    expect(opened?.lost.total).toBe(head.seq - bagSeq);
    const lost = await office.call('restore.lost', { limit: 1, offset: 0 });
    expect(lost.total).toBe(head.seq - bagSeq);
    const all = await office.call('restore.lost', {});
    expect(all.events.map(({ action }) => action)).toContain('client.register');
    await signIn(office, EXECUTIVE);
    const now = office.app.journal.head();
    expect((await office.call('audit.list', { afterSeq: bagSeq })).total).toBe(now.seq - bagSeq);
    const reply = await carryOut();
    expect(reply).toMatchObject({ ok: true });
    const { aside } = (reply as { data: { aside: string } }).data;
    expect(office.ledger.db.prepare("SELECT count(*) FROM client WHERE name = '后来的客户'").pluck().get()).toBe(0);
    const old = join(office.dataDir, aside, 'ledger.sqlite');
    const asked = ["SELECT count(*) FROM client WHERE name = '后来的客户'", 'PRAGMA integrity_check'];
    expect(asked.map((sql) => execFileSync('sqlite3', [old, sql], { encoding: 'utf8' }).trim())).toEqual(['1', 'ok']);
    // The journal of the restored ledger holds the head of the one that it replaced.
    const event = office.ledger.db.prepare('SELECT action, input, actor_id FROM event ORDER BY seq DESC LIMIT 1').get();
    expect(event).toMatchObject({ action: 'restore.carryOut', actor_id: first });
    const row = office.ledger.db.prepare('SELECT * FROM restore').get() as Record<string, unknown>;
    expect(row).toMatchObject({ old_seq: now.seq, old_head: now.hash, lost_events: now.seq - bagSeq, aside });
    expect(await office.call('people.me', {})).toBeNull();
  });

  test('two people sign, and each of them may', async () => {
    await open();
    const refused = async (more: object) => {
      const reply = await carryOut(more);
      return reply.ok ? 'restored' : reply.error;
    };
    expect(await refused({ secondId: first })).toMatchObject({ reason: 'restoreNeedsTwo' });
    expect(await refused({ signatures: { first: PASSWORD, second: 'wrong' } })).toMatchObject({
      reason: 'wrongSecret',
      details: { field: 'signatures.second' },
    });
    const employee = (await office.call('people.staff', {})).find((its) => its.positions.includes('projectManager'));
    expect(await refused({ firstId: employee?.id })).toMatchObject({ reason: 'signerMayNotRestore' });
    expect(await refused({ firstId: second, secondId: first })).toMatchObject({ reason: 'signerMayNotRestore' });
    expect(readdirSync(office.dataDir).filter((its) => its.startsWith('before-restore'))).toEqual([]);
    await office.call('restore.close', {});
    expect(await refused({})).toMatchObject({ reason: 'noBagOpened' });
    expect(readdirSync(office.dataDir)).not.toContain('restore');
  });

  test('an older backup than one that is known is an act of its own', async () => {
    await office.call('client.register', { kind: 'enterprise', name: '后来的客户' });
    const newer = await backUp(office, place);
    expect(newer).not.toBe(name);
    await open();
    expect(await office.call('restore.opened', {})).toMatchObject({ newer: { place } });
    expect(await carryOut()).toMatchObject({ ok: false, error: { reason: 'bagOlderThanKnown', details: { place } } });
    expect(await carryOut({ older: true })).toMatchObject({ ok: true });
    const last = office.ledger.db.prepare('SELECT action FROM event ORDER BY seq DESC LIMIT 1').pluck().get();
    expect(last).toBe('restore.carryOutOlder');
    expect(office.ledger.db.prepare('SELECT although_newer FROM restore').pluck().get()).toBe(1);
  });

  test('a backup that is altered after it was looked through is not taken; put right again, it is', async () => {
    await open();
    const bag = join(place, name);
    const [scan = ''] = filesIn(join(bag, 'data/blobs')).map((line) => line.split(' ')[0] ?? '');
    const manifest = 'manifest-sha256.txt';
    const list = readFileSync(join(bag, manifest), 'utf8');
    const scans = filesIn(join(office.dataDir, 'blobs'));
    const altered = [
      [`data/blobs/${scan}`, pngOf('another')],
      [manifest, list.replace(/^.*data\/blobs.*\n/m, '')],
    ] as const;
    for (const [file, bytes] of altered) {
      const whole = readFileSync(join(bag, file));
      writeFileSync(join(bag, file), bytes);
      expect(await carryOut()).toMatchObject({ ok: false, error: { reason: 'bagFileAltered', details: { file } } });
      expect(readdirSync(office.dataDir).filter((its) => its.startsWith('before-restore'))).toEqual([]);
      writeFileSync(join(bag, file), whole);
    }
    expect(await carryOut()).toMatchObject({ ok: true });
    expect(filesIn(join(office.dataDir, 'blobs'))).toEqual(scans);
  });

  test('another company’s backup is refused where there is a ledger', async () => {
    const other = openOffice();
    await foundCompany(other);
    await other.call('people.allow', { position: 'systemAdmin', permission: 'backup.make', allowed: true });
    const theirs = await backUp(other, place);
    other.close();
    await office.call('restore.open', { place, name: theirs });
    expect(await office.call('restore.opened', {})).toMatchObject({ fault: { reason: 'bagOfOtherCompany' } });
    expect(await carryOut({ older: true })).toMatchObject({ ok: false, error: { reason: 'bagOfOtherCompany' } });
  });
});

/** What a hostile or a careless hand does to a bag, its manifests made to fit again afterwards. */
const sql = (text: string) => (bag: string) => {
  execFileSync('sqlite3', [join(bag, 'data/ledger.sqlite'), text]);
  resealBag(bag);
  return undefined;
};
const HOSTILE: Readonly<Record<string, [reason: string, harm: (bag: string) => string | undefined]>> = {
  'a trigger more': [
    'bagSchemaAltered',
    sql("CREATE TRIGGER thief AFTER INSERT ON event BEGIN UPDATE staff SET name = 'x'; END"),
  ],
  'a view more': ['bagSchemaAltered', sql('CREATE VIEW thief AS SELECT * FROM credential')],
  'a guard less': ['bagSchemaAltered', sql('DROP TRIGGER event_no_update')],
  'another program’s number': ['bagNotOurs', sql('PRAGMA application_id = 7')],
  'a newer version': ['bagNewer', sql('PRAGMA user_version = 9990')],
  'a version that there never was': ['bagSchemaAltered', sql('PRAGMA user_version = 147')],
  'a row changed past the journal': [
    'bagJournalBroken',
    (bag) => {
      const trigger = "SELECT sql FROM sqlite_schema WHERE name = 'journal_staff_update'";
      const file = join(bag, 'data/ledger.sqlite');
      const [made] = [execFileSync('sqlite3', [file, trigger], { encoding: 'utf8' })];
      sql(`DROP TRIGGER journal_staff_update; UPDATE staff SET name = '假' WHERE id = 1; ${made}`)(bag);
    },
  ],
  'its last event cut off': [
    'bagHeadDiffers',
    (bag) => {
      const file = join(bag, 'data/ledger.sqlite');
      const trigger = "SELECT sql FROM sqlite_schema WHERE name = 'event_no_delete'";
      const made = execFileSync('sqlite3', [file, trigger], { encoding: 'utf8' });
      const cut = 'DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)';
      sql(`DROP TRIGGER event_no_delete; ${cut}; ${made}`)(bag);
    },
  ],
  'a page of its ledger overwritten': [
    'bagLedgerDamaged',
    (bag) => {
      const file = join(bag, 'data/ledger.sqlite');
      const bytes = readFileSync(file);
      writeFileSync(file, bytes.fill(0xff, bytes.length - 4096 * 40, bytes.length - 4096 * 20));
      resealBag(bag);
    },
  ],
  'its ledger’s first page overwritten': [
    'bagLedgerDamaged',
    (bag) => {
      const file = join(bag, 'data/ledger.sqlite');
      writeFileSync(file, readFileSync(file).fill(0xff, 100, 4096));
      resealBag(bag);
    },
  ],
  'no ledger, but words': [
    'bagLedgerDamaged',
    (bag) => {
      writeFileSync(join(bag, 'data/ledger.sqlite'), '这不是数据库'.repeat(1000));
      resealBag(bag);
    },
  ],
  'a link in it': [
    'bagPathOutside',
    (bag) => {
      rmSync(join(bag, 'data/export/staff.csv'));
      symlinkSync('/etc/passwd', join(bag, 'data/export/staff.csv'));
    },
  ],
  'a name that says it is unfinished': [
    'bagUnfinished',
    (bag) => {
      renameSync(bag, `${bag}.partial`);
      return `${bag}.partial`;
    },
  ],
};

describe('a backup is refused, and nothing is touched, that has', () => {
  let office: Office;
  beforeAll(async () => {
    office = await officeWithCompany();
  });
  afterAll(() => office.close());

  test.each(Object.entries(HOSTILE))('%s', async (_, [reason, harm]) => {
    const place = folder();
    const bag = join(place, await backUp(office, place));
    const harmed = harm(bag) ?? bag;
    office.chosenFiles = [harmed];
    const before = dump(office);
    await office.call('restore.open', {});
    expect(await office.call('restore.opened', {})).toMatchObject({ fault: { reason } });
    expect(await office.reply('restore.carryOut', { firstId: 1, secondId: 2, signatures })).toMatchObject({
      ok: false,
      error: { reason },
    });
    expect(dump(office)).toEqual(before);
  });

  test('and one that is only sealed anew is not refused: the seal alone is no reason', async () => {
    const place = folder();
    const bag = join(place, await backUp(office, place));
    resealBag(bag);
    office.chosenFiles = [bag];
    await office.call('restore.open', {});
    expect((await office.call('restore.opened', {}))?.fault).toBeUndefined();
  });
});

/** A thief with all the time in the world: a row edited in the bag, and every hash of its journal and every sum made anew. */
function forge(bag: string, table: string, column: string, value: string | number): void {
  const copy = copyLedgerOf(join(bag, 'data'));
  const its = typeof value === 'number' ? value : `'${value}'`;
  copy.withoutTriggers(() => {
    copy.sql(`PRAGMA ignore_check_constraints = ON;
      UPDATE ${table} SET ${column} = ${its} WHERE id = 1;
      UPDATE change SET after = json_set(after, '$.${column}', ${its}) WHERE table_name = '${table}' AND row_id = 1;`);
    rechain(copy);
  });
  const [head] = copy.rows<{ hash: string }>('SELECT hash FROM event ORDER BY seq DESC LIMIT 1');
  cpSync(join(copy.dir, 'ledger.sqlite'), join(bag, 'data/ledger.sqlite'));
  throwCopiesAway();
  const info = join(bag, 'bag-info.txt');
  writeFileSync(info, readFileSync(info, 'utf8').replace(/^Anjuan-Head: .*$/m, `Anjuan-Head: ${head?.hash}`));
  resealBag(bag);
}

test('a forged backup that is whole in itself is said to be another book than the present ledger', async () => {
  const office = await officeWithCompany();
  const place = folder();
  const bag = join(place, await backUp(office, place));
  forge(bag, 'client', 'name', '没有这家');
  office.chosenFiles = [bag];
  await office.call('restore.open', {});
  const { fault, sharedSeq = 0, said } = (await office.call('restore.opened', {})) ?? {};
  expect(fault).toBeUndefined();
  const edited = office.ledger.db
    .prepare("SELECT min(event_seq) FROM change WHERE table_name = 'client'")
    .pluck()
    .get();
  expect(sharedSeq).toBe(Number(edited) - 1);
  expect(said?.seq).toBeGreaterThan(sharedSeq);
  office.close();
});

test.each([
  ['that no ledger could hold', 'client', 'kind', 'ghost'],
  ['that belongs to nothing there', 'project', 'client_id', 999],
])('a forged backup with a row %s is refused before anything is set aside', async (_, table, column, value) => {
  const office = await officeWithCompany();
  const place = folder();
  const bag = join(place, await backUp(office, place));
  forge(bag, table, column, value);
  office.chosenFiles = [bag];
  await office.call('restore.open', {});
  expect(await office.call('restore.opened', {})).toMatchObject({ fault: { reason: 'bagLedgerDamaged' } });
  office.close();
});

describe('a rehearsal', () => {
  test('counts and checks a backup, changes nothing, and is written down; a bad backup’s as well', async () => {
    const office = await officeWithCompany();
    const place = folder();
    const name = await backUp(office, place);
    const { id = 0 } = await office.call('restore.rehearse', { place, name });
    expect(await office.call('restore.rehearsals', {})).toMatchObject({
      total: 1,
      rows: [{ id, name, place, passed: true, rehearsedBy: '沈砚秋' }],
    });
    const form = await office.call('print.form', { form: 'rehearsal', id });
    expect(form).toMatchObject({
      form: 'rehearsal',
      rehearsal: { name, passed: true, checks: { journal: 'passed' }, counts: { titles: expect.any(Number) } },
    });
    expect(readdirSync(office.dataDir)).not.toContain('restore');
    rmSync(join(place, name, 'data/export/staff.csv'));
    await office.call('restore.rehearse', { place, name });
    expect((await office.call('restore.rehearsals', {})).rows[0]).toMatchObject({ passed: false });
    // Nobody counted what is in a bad one, and that is nothing wrong for an older SQLite than the program's.
    office.ledger.db.pragma('wal_checkpoint(TRUNCATE)');
    const copy = copyLedgerOf(office.dataDir);
    expect(copy.rows('SELECT 1 FROM rehearsal WHERE counts IS NULL')).not.toEqual([]);
    expect(copy.integrity()).toBe('ok');
    office.close();
  });
});
