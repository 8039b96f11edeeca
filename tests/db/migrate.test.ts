import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { createJournal } from '../../electron/db/journal';
import { MIGRATIONS, migrate } from '../../electron/db/migrate';
import { APPLICATION_ID, openLedger, schemaFingerprint } from '../../electron/db/open';
import { walkRows } from '../../electron/features/audit/differing-rows';
import { clockFrom, contextAt } from '../../electron/ipc/context';
import { foundCompany, openOffice } from '../api/office';

const folders: string[] = [];
const folder = () => {
  const dir = mkdtempSync(join(tmpdir(), 'anjuan-migrate-'));
  folders.push(dir);
  return dir;
};
afterEach(() => {
  for (const dir of folders.splice(0)) rmSync(dir, { recursive: true, force: true });
});

function connect(file: string): Database {
  const binding = Number(process.versions.napi) < 10 ? process.env.ANJUAN_SQLITE_BINDING : undefined;
  return new SqliteDatabase(file, binding ? { nativeBinding: binding } : {});
}
const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0;
const noCopy = () => undefined;
const versionOf = (db: Database) => db.pragma('user_version', { simple: true });
const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

describe('migrations that were shipped', () => {
  const at = new URL('../../electron/db/migrations/', import.meta.url);
  // Written with: cd electron/db/migrations && sha256sum *.sql > ../../../tests/db/migrations.sha256 — for a new file only.
  const pins = readFileSync(new URL('migrations.sha256', import.meta.url), 'utf8')
    .trim()
    .split('\n');

  test('never change afterwards', () => {
    const found = readdirSync(at)
      .sort()
      .map((name) => `${sha256(readFileSync(new URL(name, at)))}  ${name}`);
    expect(found).toEqual(pins);
    const digits = sha256('a byte more').split('');
    expect(found).not.toEqual([`${digits.join('')}  0010_journal.sql`, ...pins.slice(1)]);
  });

  test('are numbered forward, and every file is on the list', () => {
    const numbers = readdirSync(at)
      .sort()
      .map((name) => Number(name.slice(0, 4)));
    expect(MIGRATIONS.map((its) => its.version)).toEqual(numbers);
    expect(numbers.every((n, i) => n > (numbers[i - 1] ?? 0))).toBe(true);
  });

  test('make the schema that tests/db/schema.sql shows (vitest -u writes it anew)', async () => {
    const db = connect(':memory:');
    migrate(db, noCopy);
    const rows = db
      .prepare(
        "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'search~_%~_%' ESCAPE '~' AND name NOT LIKE 'journal~_%' ESCAPE '~' ORDER BY tbl_name, type <> 'table', type, name",
      )
      .pluck()
      .all() as string[];
    const text = `-- The whole schema as the migrations make it, version ${SCHEMA_VERSION}. Written by\n-- tests/db/migrate.test.ts. Left out: the three triggers of each table that write the journal (electron/db/journal.ts).\n\n`;
    await expect(`${text}${rows.map((sql) => `${sql};`).join('\n\n')}\n`).toMatchFileSnapshot('schema.sql');
    // A start that finds this need not make the schema anew to compare.
    await expect(`${schemaFingerprint(db)}\n`).toMatchFileSnapshot('../../electron/db/schema.sha256');
    db.close();
  });
});

describe('a migration that fails', () => {
  const ready = () => {
    const db = connect(':memory:');
    db.pragma('foreign_keys = ON');
    migrate(db, noCopy);
    return db;
  };
  const step = (sql: string, version = SCHEMA_VERSION + 10) => ({ version, sql });

  test.each([
    [
      'in its last line',
      'CREATE TABLE x (id INTEGER PRIMARY KEY); ALTER TABLE staff ADD COLUMN y TEXT; INSERT INTO nowhere VALUES (1)',
    ],
    [
      'by orphaning rows',
      `CREATE TABLE x (id INTEGER PRIMARY KEY, staff_id INTEGER REFERENCES staff (id)); INSERT INTO x VALUES (1, 99)`,
    ],
    ['by changing rows with the schema', "INSERT INTO department (name) VALUES ('影子部')"],
    [
      'by filling a table that has no triggers yet',
      'CREATE TABLE x (id INTEGER PRIMARY KEY); INSERT INTO x VALUES (1)',
    ],
    ['in its rows', 'CREATE TABLE x (id INTEGER PRIMARY KEY);\n-- rows\nINSERT INTO x VALUES (1), (1)'],
  ])('%s leaves the old schema, whole', (_, sql) => {
    const db = ready();
    const before = schemaFingerprint(db);
    expect(() => migrate(db, noCopy, [...MIGRATIONS, step(sql)])).toThrow();
    expect([schemaFingerprint(db), versionOf(db), db.inTransaction]).toEqual([before, SCHEMA_VERSION, false]);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.prepare('SELECT count(*) FROM department').pluck().get()).toBe(0);
    db.close();
  });

  test('keeps the ones before it', () => {
    const db = ready();
    const good = step('CREATE TABLE x (id INTEGER PRIMARY KEY)');
    const bad = step('CREATE TABLE y (id INTEGER PRIMARY KEY); nonsense', SCHEMA_VERSION + 20);
    expect(() => migrate(db, noCopy, [...MIGRATIONS, good, bad])).toThrow();
    expect(versionOf(db)).toBe(SCHEMA_VERSION + 10);
    const names = db
      .prepare("SELECT name FROM sqlite_schema WHERE name GLOB 'journal_[xy]_*' OR name IN ('x', 'y')")
      .pluck()
      .all();
    expect(names).toEqual(['x', 'journal_x_insert', 'journal_x_update', 'journal_x_delete']);
    migrate(db, noCopy, [...MIGRATIONS, good, step('CREATE TABLE y (id INTEGER PRIMARY KEY)', SCHEMA_VERSION + 20)]);
    expect(versionOf(db)).toBe(SCHEMA_VERSION + 20);
    db.close();
  });

  test('does not begin when the copy before it cannot be made', () => {
    const db = ready();
    const before = schemaFingerprint(db);
    const noSpace = () => {
      throw new Error('no space');
    };
    expect(() => migrate(db, noSpace, [...MIGRATIONS, step('CREATE TABLE x (id INTEGER PRIMARY KEY)')])).toThrow(
      'no space',
    );
    expect(schemaFingerprint(db)).toBe(before);
    db.close();
  });
});

describe('a migration that changes rows', () => {
  const ROWS = 'CREATE TABLE x (id INTEGER PRIMARY KEY, y TEXT);\n-- rows\nINSERT INTO x (y) SELECT name FROM company';
  const more = [...MIGRATIONS, { version: SCHEMA_VERSION + 10, sql: ROWS }];
  const at = '2027-05-04T01:00:00.000Z';
  const clock = { now: () => new Date(at) };

  test('is an event of the program itself, chained to the ones before, and the journal stays whole', async () => {
    const office = openOffice();
    await foundCompany(office);
    const { db } = office.ledger;
    const { seq, hash } = office.app.journal.head();
    migrate(db, noCopy, more, clock);
    expect(db.prepare('SELECT * FROM event ORDER BY seq DESC LIMIT 1').get()).toMatchObject({
      ...{ seq: seq + 1, at, actor_id: null, session: null, action: 'ledger.migrate', prev: hash },
      input: `{"version":${SCHEMA_VERSION + 10}}`,
    });
    expect(await office.call('audit.verify', {})).toMatchObject({ whole: true, seq: seq + 1 });
    office.close();
  });

  test('is none where there is no row to change', () => {
    const db = connect(':memory:');
    migrate(db, noCopy, more, clock);
    expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBe(0);
    db.close();
  });
});

describe('a ledger from before the calendar', () => {
  test('knows the years whose days it has, and its archivist may change them', async () => {
    const db = connect(':memory:');
    migrate(
      db,
      noCopy,
      MIGRATIONS.filter(({ version }) => version < 60),
    );
    const { commit } = createJournal(db, () => undefined, noCopy);
    commit(contextAt(clockFrom('2026-03-02T09:00:00+08:00'), 1), 'company.found', {}, () =>
      db.exec(`INSERT INTO company (id, name, short_name, ledger_id, demonstration) VALUES (1, '鸿远', '鸿', '${'0'.repeat(32)}', 0);
               INSERT INTO holiday (day, kind, name) VALUES ('2025-10-01', 'holiday', '国庆节'), ('2026-01-01', 'holiday', '元旦')`),
    );
    migrate(db, noCopy);
    expect(db.prepare('SELECT year, source FROM calendar_year').raw().all()).toEqual([
      [2025, 'shipped'],
      [2026, 'shipped'],
    ]);
    const granted = "SELECT position FROM permission WHERE permission = 'calendar.manage' ORDER BY position";
    expect(db.prepare(granted).pluck().all()).toEqual(['archivist', 'systemAdmin']);
    expect(db.prepare('SELECT count(*) FROM event').pluck().get()).toBeGreaterThan(1);
    db.close();
  });
});

test('a ledger from before corrections were apart: whoever could correct still may, and executives may, too', () => {
  const db = connect(':memory:');
  migrate(
    db,
    noCopy,
    MIGRATIONS.filter(({ version }) => version < 115),
  );
  const { commit } = createJournal(db, () => undefined, noCopy);
  commit(contextAt(clockFrom('2026-03-02T09:00:00+08:00'), 1), 'company.found', {}, () =>
    db.exec(`INSERT INTO company (id, name, short_name, ledger_id, demonstration) VALUES (1, '鸿远', '鸿', '${'0'.repeat(32)}', 0);
             INSERT INTO permission (position, permission) VALUES ('employee', 'client.register'), ('archivist', 'project.register')`),
  );
  migrate(db, noCopy);
  const holders = (permission: string) =>
    db.prepare('SELECT position FROM permission WHERE permission = ? ORDER BY position').pluck().all(permission);
  expect(holders('client.correct')).toEqual([
    'chairman',
    'departmentHead',
    'deputyManager',
    'employee',
    'generalManager',
  ]);
  expect(holders('project.correct')).toEqual(['archivist', 'chairman', 'deputyManager', 'generalManager']);
  db.close();
});

describe('a ledger from before the versions of checklists', () => {
  test('has each list as its first version, dossiers keep theirs, and the tables stand as the journal left them', () => {
    const db = connect(':memory:');
    migrate(
      db,
      noCopy,
      MIGRATIONS.filter(({ version }) => version < 65),
    );
    const { commit } = createJournal(db, () => undefined, noCopy);
    commit(contextAt(clockFrom('2026-03-02T09:00:00+08:00'), 1), 'test.before', {}, () =>
      db.exec(`INSERT INTO checklist (id, name, business_type) VALUES (1, '贷款', 'loan'), (2, '担保', 'guarantee');
               INSERT INTO checklist_entry (checklist_id, part, ordinal, title, required) VALUES (2, 'approval', 1, '申请书', 1);
               INSERT INTO dossier (id, checklist_id, title, business_type, year, retention, secrecy, state, holder, revision,
                                    item_count, page_count, opened_on)
               VALUES (7, 2, '卷', 'guarantee', 2026, 'y30', 'ordinary', 'collecting', 'a', 0, 0, 0, '2026-03-02')`),
    );
    migrate(
      db,
      noCopy,
      MIGRATIONS.filter(({ version }) => version <= 65),
    );
    expect(db.prepare('SELECT id, first_id, version, name, record_class, made_on FROM checklist').raw().all()).toEqual([
      [1, 1, 1, '贷款', 'loan', '2026-03-02'],
      [2, 2, 1, '担保', 'guarantee', '2026-03-02'],
    ]);
    const entry = db.prepare('SELECT e.title FROM dossier d JOIN checklist_entry e ON e.checklist_id = d.checklist_id');
    expect(entry.pluck().all()).toEqual(['申请书']);
    const walk = walkRows(db);
    let step = walk.next();
    while (!step.done) step = walk.next();
    expect(step.value).toBeUndefined();
    expect(() => db.exec("UPDATE checklist SET name = 'x'")).toThrow(/never changes/);
    db.close();
  });
});

describe('a ledger from before there were classes, terms and places', () => {
  test('keeps its numbers, its places and its retention, and the tables stand as the journal left them', () => {
    const db = connect(':memory:');
    migrate(
      db,
      noCopy,
      MIGRATIONS.filter(({ version }) => version < 70),
    );
    const { commit } = createJournal(db, () => undefined, noCopy);
    commit(contextAt(clockFrom('2026-03-02T09:00:00+08:00'), 1), 'test.before', {}, () => db.exec(OLD_OFFICE));
    migrate(db, noCopy);
    const all = (sql: string) => db.prepare(sql).raw().all();
    expect(
      all(`SELECT d.id, k.code, d.archive_no, r.name, d.ended_on, d.keep_until, l.cabinet || l.box, n.seq, n.text
           FROM dossier d JOIN record_class k ON k.id = d.class_id JOIN retention r ON r.id = d.retention_id
           LEFT JOIN place l ON l.id = d.place_id LEFT JOIN archive_number n ON n.dossier_id = d.id ORDER BY d.id`),
    ).toEqual([
      [7, 'guarantee', '鸿保字第001号', '10年', '2026-02-28', '2036-02-28', '02柜07盒', 1, '鸿保字第001号'],
      [8, 'guarantee', '鸿保字第002号', '永久', null, null, '02柜08盒', 2, '鸿保字第002号'],
      [9, 'loan', null, '30年', null, null, null, null, null],
    ]);
    expect(all("SELECT pattern FROM record_class WHERE code = 'loan'")).toEqual([['{short}贷字第{seq:4}号']]);
    expect(all('SELECT count(*) FROM record_class')).toEqual([[10]]);
    const walk = walkRows(db);
    let step = walk.next();
    while (!step.done) step = walk.next();
    expect(step.value).toBeUndefined();
    for (const sql of [
      'DELETE FROM dossier WHERE id = 7',
      'DELETE FROM archive_number',
      "UPDATE archive_number SET text = 'x'",
    ])
      expect(() => db.exec(sql), sql).toThrow(/stays in the ledger|never/);
    db.close();
  });
});

describe('a ledger from before titles had scans', () => {
  test('keeps every attachment under its number with its file, and the table stands as the journal left it', () => {
    const db = connect(':memory:');
    const before = MIGRATIONS.filter(({ version }) => version < 125);
    migrate(db, noCopy, before);
    const { commit } = createJournal(db, () => undefined, noCopy);
    const files = ['a', 'b', 'c'].map((text) => sha256(text));
    commit(contextAt(clockFrom('2026-03-02T09:00:00+08:00'), 1), 'test.before', {}, () =>
      db.exec(`INSERT INTO company (id, name, short_name, ledger_id, demonstration) VALUES (1, '鸿远', '鸿', '${'b'.repeat(32)}', 0);
               INSERT INTO permission (position, permission) VALUES ('titleCustodian', 'title.keep'), ('archivist', 'title.keep');
               INSERT INTO department (id, name) VALUES (1, '业务部');
               INSERT INTO staff (id, name, department_id, employment) VALUES (1, '顾行简', 1, 'active');
               INSERT INTO retention (id, name, years) VALUES (1, '30年', 30);
               INSERT INTO record_class (id, name, word, pattern, yearly, retention_id) VALUES (1, '合同', '合', '{seq}', 0, 1);
               INSERT INTO dossier (id, class_id, title, year, retention_id, secrecy, state, holder, revision, volume_count, item_count,
                                    page_count, opened_on, origin)
               VALUES (7, 1, '卷', 2026, 1, 'ordinary', 'collecting', 'a', 0, 1, 0, 0, '2026-03-02', 'opened');
               INSERT INTO attachment (id, dossier_id, subject_kind, subject_id, name, kind, sha256, bytes, rotation, added_at, added_by)
               VALUES (3, 7, 'dossier', 7, 'a.png', 'png', '${files[0]}', 1, 90, '2026-03-02T01:00:00.000Z', 1),
                      (5, 7, 'dossierItem', 4, 'b.pdf', 'pdf', '${files[1]}', 1, 0, '2026-03-02T01:00:00.000Z', 1),
                      (9, 7, 'dossier', 7, 'c.jpg', 'jpeg', '${files[2]}', 1, 0, '2026-03-02T01:00:00.000Z', 1);
               UPDATE attachment SET removed_at = '2026-03-02T02:00:00.000Z', removed_by = 1, remove_reason = '重复' WHERE id = 9`),
    );
    const all = (sql: string) => db.prepare(sql).raw().all();
    const rows = all('SELECT * FROM attachment ORDER BY id');
    migrate(db, noCopy);
    expect(all('SELECT * FROM attachment ORDER BY id')).toEqual(rows);
    expect(all('SELECT id, sha256, rotation, remove_reason FROM attachment ORDER BY id')).toEqual([
      [3, files[0], 90, null],
      [5, files[1], 0, null],
      [9, files[2], 0, '重复'],
    ]);
    const walk = walkRows(db);
    let step = walk.next();
    while (!step.done) step = walk.next();
    expect(step.value).toBeUndefined();
    expect(all("SELECT position, permission FROM permission WHERE permission LIKE 'attachment.%' ORDER BY 2")).toEqual([
      ['titleCustodian', 'attachment.add'],
      // Whoever closes a complaint keeps its dossier: of a later migration.
      ['qualityManager', 'attachment.add'],
      ['customerRelationsManager', 'attachment.add'],
      ['hrManager', 'attachment.add'],
      // Evidence of complaints: the same.
      ...['chairman', 'generalManager', 'deputyManager', 'departmentHead', 'employee'].map((its) => [
        its,
        'attachment.add',
      ]),
      ['titleCustodian', 'attachment.remove'],
    ]);
    for (const sql of [
      'DELETE FROM attachment',
      "UPDATE attachment SET name = 'x'",
      'UPDATE attachment SET rotation = 90 WHERE id = 9',
    ])
      expect(() => db.exec(sql), sql).toThrow(/stays what it is/);
    db.close();
  });
});

const OLD_OFFICE = `
  INSERT INTO company (id, name, short_name, ledger_id, demonstration) VALUES (1, '鸿远', '鸿', '${'a'.repeat(32)}', 0);
  INSERT INTO number_pattern (business_type, pattern) VALUES ('guarantee', '{short}{type}字第{seq:3}号'),
    ('loan', '{short}贷字第{seq:4}号'), ('other', '{short}{type}字第{seq:3}号');
  INSERT INTO department (id, name) VALUES (1, '业务部');
  INSERT INTO staff (id, name, department_id, employment) VALUES (1, '顾行简', 1, 'active'), (2, '罗书意', 1, 'active');
  INSERT INTO client (id, kind, name, owner_id) VALUES (1, 'enterprise', '青禾', 1);
  INSERT INTO project (id, client_id, name, business_type, contract_no, amount_fen, a_manager_id, b_manager_id, ended_on)
  VALUES (1, 1, '甲', 'guarantee', '1', 1, 1, 2, '2026-02-28'), (2, 1, '乙', 'guarantee', '2', 1, 1, 2, NULL),
         (3, 1, '丙', 'loan', '3', 1, 1, 2, NULL);
  INSERT INTO dossier (id, project_id, title, business_type, year, retention, secrecy, state, holder, revision, item_count, page_count,
                       opened_on, archive_no, received_on, room, cabinet, shelf, box)
  VALUES (7, 1, '卷', 'guarantee', 2026, 'y10', 'ordinary', 'received', 'archive', 0, 0, 0, '2026-03-02', '鸿保字第001号', '2026-03-02',
          '一室', '02柜', '1层', '07盒'),
         (8, 2, '卷', 'guarantee', 2026, 'permanent', 'secret', 'lent', 'archive', 0, 0, 0, '2026-03-02', '鸿保字第002号', '2026-03-02',
          '一室', '02柜', '1层', '08盒'),
         (9, 3, '卷', 'loan', 2026, 'y30', 'ordinary', 'collecting', 'a', 0, 0, 0, '2026-03-02', NULL, NULL, NULL, NULL, NULL, NULL);
  INSERT INTO archive_number (business_type, seq, text, dossier_id)
  VALUES ('guarantee', 1, '鸿保字第001号', 7), ('guarantee', 2, '鸿保字第002号', 8);`;

/** A data folder whose ledger.sqlite is made by `make`. */
function folderWith(make: (file: string) => void): string {
  const dir = folder();
  make(join(dir, 'ledger.sqlite'));
  return dir;
}
const bytesIn = (dir: string) => sha256(readFileSync(join(dir, 'ledger.sqlite')));
const databaseWith = (sql: string) => (file: string) => {
  const db = connect(file);
  db.exec(sql);
  db.close();
};

describe('opening', () => {
  test('an older ledger: a checked copy is made first, then it is brought up to date', () => {
    const dir = folderWith((file) => {
      const db = connect(file);
      db.pragma(`application_id = ${APPLICATION_ID}`);
      migrate(db, noCopy, MIGRATIONS.slice(0, -1));
      db.close();
    });
    const old = MIGRATIONS.at(-2)?.version;
    openLedger(dir).close();
    const copy = connect(join(dir, `ledger.sqlite.before-v${old}`));
    expect([versionOf(copy), copy.pragma('integrity_check', { simple: true })]).toEqual([old, 'ok']);
    copy.close();
    const db = connect(join(dir, 'ledger.sqlite'));
    expect(versionOf(db)).toBe(SCHEMA_VERSION);
    db.close();
  });

  test.each<[what: string, reason: string, make: (file: string) => void]>([
    ['a text', 'notOurFile', (file) => writeFileSync(file, '档案台账\n'.repeat(100))],
    ['another program’s database', 'notOurFile', databaseWith('CREATE TABLE x (y); INSERT INTO x VALUES (1)')],
    [
      'a database marked by another program',
      'notOurFile',
      databaseWith('PRAGMA application_id = 7; CREATE TABLE x (y)'),
    ],
    [
      'a ledger of a newer version',
      'databaseIsNewer',
      (file) => {
        const dir = folder();
        openLedger(dir).close();
        databaseWith('PRAGMA user_version = 9990')(join(dir, 'ledger.sqlite'));
        writeFileSync(file, readFileSync(join(dir, 'ledger.sqlite')));
      },
    ],
    [
      'a database whose pages are rubbish',
      'databaseDamaged',
      (file) => {
        const dir = folder();
        openLedger(dir).close();
        const bytes = readFileSync(join(dir, 'ledger.sqlite'));
        writeFileSync(file, bytes.fill(0x5a, 100));
      },
    ],
  ])('%s is refused and left as it was', (_, reason, make) => {
    const dir = folderWith(make);
    const before = bytesIn(dir);
    expect(() => openLedger(dir)).toThrow(new RegExp(`storage: ${reason} `));
    expect(bytesIn(dir)).toBe(before);
    expect(existsSync(join(dir, 'ledger.sqlite-wal'))).toBe(false);
  });

  test('an empty file, as a crash at the very first start leaves it, becomes a ledger', () => {
    const dir = folderWith((file) => writeFileSync(file, ''));
    openLedger(dir).close();
    const db = connect(join(dir, 'ledger.sqlite'));
    expect([versionOf(db), db.pragma('application_id', { simple: true })]).toEqual([SCHEMA_VERSION, APPLICATION_ID]);
    db.close();
  });
});
