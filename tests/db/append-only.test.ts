import type { Database } from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { journalledTables } from '../../electron/db/journal-triggers';
import { contextAt } from '../../electron/ipc/context';
import { destroy, ENDED, engageDeciders, handOut, shelve } from '../api/disposing';
import { pngOf, send } from '../api/files';
import { guessedPlan, layLedger, oldRows } from '../api/imports';
import { engageColleagues, handOverAll } from '../api/leaving';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PASSWORD,
  type People,
  PIN,
  PLACE,
  registerProject,
  signIn,
} from '../api/office';
import { bringTitles, CUSTODIAN, engageKeepers, MANAGER, registerSafe } from '../api/title-office';
import { borrowAndLose } from './borrowed';
import { closeAndCount } from './closed-and-counted';
import { copyLedgerOf, throwCopiesAway } from './ledger-copy';
import { liveTables } from './replay';

let office: Office;
let db: Database;

/** A ledger with at least one row in every table, so that there is something to attack. */
async function keepFullLedger(): Promise<Office> {
  const its = openOffice();
  const people = await foundCompany(its);
  await its.call('people.engage', {
    name: '方知予',
    departmentId: 1,
    login: 'fangzhiyu',
    positions: ['deputyManager'],
    inChargeOf: [1],
    password: PASSWORD,
  });
  await its.reply('people.signIn', { login: LOGINS.a, password: 'not this one' });
  await signIn(its, LOGINS.a);
  const { projectId } = await registerProject(its, people);
  const dossierId = await compileSample(its, projectId);
  await send(its, { kind: 'dossier', id: dossierId }, 'scan.png', pngOf('scan'));
  await its.call('extension.ask', { dossierId, newDueOn: '2026-03-10', reason: '印章在外地' });
  const toArchive = await bringToArchive(its, dossierId);
  await signIn(its, LOGINS.archivist);
  const lines = [{ title: '仓库存货盘点表', fault: 'unsigned' as const }];
  const asked = { dossierId, responsibleId: people.b, dueOn: '2026-03-04', lines, signature: PIN };
  const { id } = await its.call('supplement.issue', asked);
  const [line] = (await its.call('supplement.show', { id })).lines;
  const lineId = line?.id ?? 0;
  await its.call('supplement.handIn', { id, lines: [{ lineId, pages: 1 }], signature: PIN });
  await its.call('supplement.confirm', { id, lines: [{ lineId, pagesFound: 1 }], signature: PIN });
  await acceptAtArchive(its, toArchive);
  await its.call('note.write', { dossierId, kind: 'damaged', text: '第 12 页缺角' });
  layLedger(its, oldRows(1, 1));
  await its.call('import.read', {});
  await its.call('import.write', { plan: await guessedPlan(its) });
  await signIn(its, LOGINS.admin);
  const all = await engageDeciders(its, people);
  await destroy(its, all, await shelve(its, all, 2, ENDED));
  const away = await shelve(its, all, 3, ENDED);
  const transfer = await handOut(its, all, away);
  await its.call('disposal.takeBack', { id: transfer, dossierId: away, reason: '退回', place: PLACE });
  const view = await its.call('ledgerView.keep', { name: '今年的', question: { filter: { year: 2026 } } });
  await its.call('ledgerView.openWith', view);
  await signIn(its, LOGINS.admin);
  await handOverAll(its, people, await engageColleagues(its));
  await keepTitles(its, people);
  await signIn(its, LOGINS.archivist);
  its.chosenFiles = [its.dataDir];
  its.sticks = [its.dataDir];
  await complainOnce(its, people.b);
  await restoreOnce(its);
  await its.call('backup.make', { onOwnDisk: true });
  await signIn(its, LOGINS.admin);
  const [procedure] = await its.call('complaint.managed', {});
  await its.call('complaint.copy', { id: procedure?.id ?? 0, title: '分公司投诉' });
  await encryptBackups(its);
  return its;
}

const HEAD = 'luzhiwei';
/** Somebody complains of a colleague; the general manager, who has the next step, asks for more time; a head of department ends it with an explanation. */
async function complainOnce(its: Office, accused: number): Promise<void> {
  const procedure = (await its.call('complaint.procedures', {})).find(({ title }) => title === '分级投诉');
  const about = { kind: 'inquiry', channel: 'phone' as const, complainant: '周女士', facts: '等了两个小时' };
  const { id } = await its.call('complaint.register', {
    ...{ procedureId: procedure?.id ?? 0, ...about, accused: [accused], said: { ownArea: true } },
  });
  await its.call('complaintFile.note', { id, direction: 'in', channel: 'phone', withWhom: '周女士', said: '催问进度' });
  await signIn(its, MANAGER);
  await its.call('caseExtension.ask', {
    complaintId: id,
    limit: 'inquiry',
    newDueOn: '2026-12-31',
    reason: '资料未到',
  });
  await signIn(its, HEAD);
  const step = (code: string, said: object) =>
    its.call('complaint.take', { id, step: code, said: { ...said }, signature: PIN });
  await step('assess', { justified: false, major: false, urgent: false });
  await step('explain', { explanation: '经核实，当日及时接待。' });
  await step('close', { summary: '不属实' });
  await signIn(its, MANAGER);
  await its.call('penalty.commend', { staffId: accused, title: '通报表扬', amountFen: 30_000, facts: '主动加班' });
  await signIn(its, LOGINS.archivist);
}

async function encryptBackups(its: Office): Promise<void> {
  const form = await its.call('print.keyForm', { form: 'backup-key', ...(await its.call('backup.makeKey', {})) });
  if (form.form !== 'backup-key') throw new Error('another form');
  await its.call('backup.encrypt', { key: form.key.privateKey, signature: PASSWORD });
}

/** A backup is tried, and then takes the place of the ledger. */
async function restoreOnce(its: Office): Promise<void> {
  const made = await its.call('backup.make', { onOwnDisk: true });
  const bag = { place: made.made?.place ?? '', name: made.made?.name ?? '' };
  await its.call('restore.open', bag);
  const opened = await its.call('restore.opened', {});
  const firstId = opened?.first[0]?.staffId ?? 0;
  const secondId = opened?.second.find(({ staffId }) => staffId !== firstId)?.staffId ?? 0;
  await its.call('restore.carryOut', { firstId, secondId, signatures: { first: PASSWORD, second: PASSWORD } });
  await signIn(its, LOGINS.archivist);
  await its.call('restore.rehearse', bag);
}

/** Titles in a safe, one of them asked for at the registry; the safe's day and month closed and counted. */
async function keepTitles(its: Office, people: People): Promise<void> {
  const keepers = await engageKeepers(its, people);
  const safe = await registerSafe(its, keepers);
  await signIn(its, LOGINS.archivist);
  const { projectId } = await registerProject(its, people, 20);
  const [titleId = 0, freed = 0] = await bringTitles(its, keepers, projectId, safe.compartments[0] ?? 0);
  await signIn(its, MANAGER);
  await its.call('title.endSecurity', { titleId: freed, projectId, reason: '置换抵押物', signature: PIN });
  await signIn(its, CUSTODIAN);
  await its.call('title.lookUp', { titleId, lookedOn: '2026-03-02', result: 'valid', source: '登记中心' });
  await closeAndCount(its, keepers, safe.id);
  await borrowAndLose(its, people.a);
}

office = await keepFullLedger();
db = office.ledger.db;
const BUSINESS = journalledTables(db);
const EVERY = [...BUSINESS, 'event', 'change'];
afterAll(() => {
  office.close();
  throwCopiesAway();
});

const keyOf = (table: string) => (table === 'event' ? 'seq' : 'id');
const columnsOf = (table: string) => db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
const columnList = (table: string) =>
  columnsOf(table)
    .map((name) => `"${name}"`)
    .join(', ');
const someRow = (table: string) => `(SELECT min(${keyOf(table)}) FROM "${table}")`;

/** Every way to write that SQL has, for any table. */
const ATTACKS: Readonly<Record<string, (table: string) => string>> = {
  UPDATE: (t) => `UPDATE "${t}" SET ${keyOf(t)} = ${keyOf(t)} WHERE ${keyOf(t)} = ${someRow(t)}`,
  'UPDATE OR IGNORE': (t) => `UPDATE OR IGNORE "${t}" SET ${keyOf(t)} = ${keyOf(t)}`,
  'UPDATE of the key': (t) => `UPDATE "${t}" SET ${keyOf(t)} = ${keyOf(t)} + 100000 WHERE ${keyOf(t)} = ${someRow(t)}`,
  DELETE: (t) => `DELETE FROM "${t}" WHERE ${keyOf(t)} = ${someRow(t)}`,
  'DELETE of all': (t) => `DELETE FROM "${t}"`,
  REPLACE: (t) => `REPLACE INTO "${t}" (${columnList(t)}) SELECT ${columnList(t)} FROM "${t}" LIMIT 1`,
  UPSERT: (t) =>
    `INSERT INTO "${t}" (${columnList(t)}) SELECT ${columnList(t)} FROM "${t}" WHERE true LIMIT 1
     ON CONFLICT (${keyOf(t)}) DO UPDATE SET ${keyOf(t)} = excluded.${keyOf(t)}`,
  'INSERT of a copy': (t) =>
    `INSERT INTO "${t}" (${columnList(t)}) SELECT ${columnsOf(t)
      .map((name) => (name === keyOf(t) ? `(SELECT max(${name}) + 1 FROM "${t}")` : `"${name}"`))
      .join(', ')} FROM "${t}" ORDER BY ${keyOf(t)} DESC LIMIT 1`,
  'INSERT over a gap': (t) =>
    `INSERT INTO "${t}" (${columnList(t)}) SELECT ${columnsOf(t)
      .map((name) => (name === keyOf(t) ? `(SELECT max(${name}) + 7 FROM "${t}")` : `"${name}"`))
      .join(', ')} FROM "${t}" ORDER BY ${keyOf(t)} DESC LIMIT 1`,
};

const standing = () => JSON.stringify([...liveTables(db)].map(([name, rows]) => [name, [...rows]]));
const journalled = () =>
  JSON.stringify([db.prepare('SELECT * FROM event').all(), db.prepare('SELECT * FROM change').all()]);

/** Runs SQL as the program could; answers the refusal, or `undefined` when it went through. */
function refusalOf(sql: string, on = db): string | undefined {
  try {
    on.exec(sql);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  } finally {
    if (on.inTransaction) on.exec('ROLLBACK');
  }
}

test('there is a row to attack in every table of the schema', () => {
  const tables = db
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
    .pluck()
    .all();
  const own = (name: unknown) => !String(name).startsWith('sqlite_') && name !== 'search_behind';
  expect(tables.filter(own).sort()).toEqual([...EVERY].sort());
  for (const table of EVERY) expect(db.prepare(`SELECT count(*) FROM "${table}"`).pluck().get(), table).not.toBe(0);
});

test('all of it is whole to the sqlite3 command line, which may be older than the program’s', () => {
  db.pragma('wal_checkpoint(TRUNCATE)');
  expect(copyLedgerOf(office.dataDir).integrity()).toBe('ok');
});

test('every business table has its three journal triggers', () => {
  const triggers = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all();
  for (const table of BUSINESS)
    for (const act of ['insert', 'update', 'delete']) expect(triggers).toContain(`journal_${table}_${act}`);
});

describe('a write without an event is refused on the program’s own connection', () => {
  const before = standing();
  const events = journalled();
  test.each(EVERY)('%s', (table) => {
    for (const [name, attack] of Object.entries(ATTACKS)) {
      const refusal = refusalOf(attack(table));
      expect(refusal, `${name} of ${table}`).toBeDefined();
      // Also when somebody opens a transaction by hand and writes on.
      expect(refusalOf(`BEGIN IMMEDIATE; ${attack(table)}; COMMIT`), `${name} of ${table}`).toBeDefined();
    }
    expect(standing()).toBe(before);
    expect(journalled()).toBe(events);
  });

  test('it is the journal that refuses a plain change of an unfrozen row', () => {
    for (const table of BUSINESS.filter((name) => !FROZEN.includes(name)))
      expect(refusalOf(ATTACKS.UPDATE?.(table) ?? ''), table).toBe('FOREIGN KEY constraint failed');
  });
});

/** What nobody may change even inside a commit, once it is there. */
const FROZEN = [
  ...['borrowing', 'borrowing_line', 'borrowing_return', 'borrowing_return_line', 'borrowing_settlement'],
  ...[
    'borrowing_renewal',
    'borrowing_recall',
    'borrowing_recall_line',
    'borrowing_recall_receipt',
    'borrowing_signature',
  ],
  ...['handover', 'handover_item', 'signature', 'extension'],
  ...[
    ...['complaint_procedure', 'complaint_procedure_use', 'complaint_accused', 'complaint_step'],
    ...['complaint_contact', 'complaint_paper'],
  ],
  ...['supplement_list', 'supplement_line', 'supplement_delivery', 'dossier_note'],
  ...['disposal', 'disposal_line', 'disposal_signature', 'take_back'],
  ...['staff_handover', 'staff_handover_round', 'staff_handover_line', 'staff_handover_signature', 'leaving_exception'],
  ...[
    'safe_custody',
    'safe_opening',
    'safe_opening_slip',
    'safe_signature',
    'safe_closing',
    'safe_closing_line',
    'title_month',
  ],
  ...[
    'title_handover',
    'title_handover_line',
    'title_handover_signature',
    'title_slip',
    'title_slip_signature',
    'title_movement',
  ],
  ...[
    'title_lookup',
    'title_security_signature',
    'stocktake',
    'stocktake_entry',
    'stocktake_line',
    'stocktake_signature',
    'restore',
    'rehearsal',
  ],
];
const NEVER_DELETED = [
  'safe',
  'compartment',
  'title',
  'title_security',
  'attachment',
  'import_batch',
  'checklist',
  'checklist_entry',
  'dossier',
  'staff',
  'backup',
  'backup_key',
  'medium',
  'complaint',
  'complaint_extension',
  'penalty',
  ...FROZEN,
];

describe('inside a commit', () => {
  const ctx = contextAt({ now: () => new Date('2026-03-02T09:00:00Z') }, 1);
  const undone = new Error('take it back');
  /** Tries SQL inside a commit and takes it back; answers the refusal, or how many changes were written down. */
  const within = (sql: string): string | number => {
    let wrote: number | undefined;
    try {
      office.app.journal.commit(ctx, 'test.try', {}, () => {
        const known = Number(db.prepare('SELECT max(id) FROM change').pluck().get());
        db.exec(sql);
        wrote = Number(db.prepare('SELECT max(id) FROM change').pluck().get()) - known;
        throw undone;
      });
    } catch (error) {
      if (error !== undone) return (error as Error).message;
    }
    return wrote ?? 0;
  };

  test.each(BUSINESS)('%s: what may change is written down, what is signed stays', (table) => {
    const update = within(ATTACKS.UPDATE?.(table) ?? '');
    if (FROZEN.includes(table)) expect(update).toMatch(/never|closed|signature|true as of/);
    else expect(update).toBe(1);
    if (NEVER_DELETED.includes(table)) expect(within(ATTACKS.DELETE?.(table) ?? '')).toMatch(/never|signature|stays/);
  });

  test.each(['event', 'change'])('%s is closed to everything but the next row', (table) => {
    for (const [name, attack] of Object.entries(ATTACKS))
      expect(within(attack(table)), `${name} of ${table}`).toMatch(/journal: /);
  });

  test('a change cannot be written for another event, an event not with another link', () => {
    const change = (seq: string) =>
      `INSERT INTO change (event_seq, table_name, row_id, after) VALUES (${seq}, 'staff', 1, '{}')`;
    expect(within(change('(SELECT max(seq) FROM event)'))).toMatch(/journal: change out of order/);
    expect(within(change('(SELECT max(seq) + 2 FROM event)'))).toMatch(/journal: change out of order/);
    const event = `INSERT INTO event SELECT seq + 1, at, actor_id, session, action, input, reason, prev, hash FROM event ORDER BY seq DESC LIMIT 1`;
    expect(within(event)).toMatch(/journal: event out of order/);
  });

  test('a commit that fails leaves no event, no change and no gap (A5)', () => {
    const events = journalled();
    const { seq } = office.app.journal.head();
    expect(within("UPDATE company SET name = 'x'")).toBe(1);
    expect(within('UPDATE company SET idle_minutes = 99')).toMatch(/CHECK/);
    expect(journalled()).toBe(events);
    office.app.journal.commit(ctx, 'test.next', {}, () => db.exec("UPDATE company SET name = '鸿远'"));
    expect(office.app.journal.head().seq).toBe(seq + 1);
    expect(db.prepare('SELECT count(*) = max(id) FROM change').pluck().get()).toBe(1);
  });
});

describe('without its guards the same attacks go through', () => {
  test('a dropped trigger, foreign keys off, or REPLACE without recursive triggers', () => {
    const undo = (act: () => string | undefined) => {
      db.exec('SAVEPOINT control');
      try {
        return act();
      } finally {
        db.exec('ROLLBACK TO control; RELEASE control');
      }
    };
    const run = (sql: string) => {
      try {
        return void db.exec(sql);
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect(undo(() => run(`DROP TRIGGER event_no_update; ${ATTACKS.UPDATE?.('event')}`))).toBeUndefined();
    db.pragma('recursive_triggers = OFF');
    expect(undo(() => run(ATTACKS.REPLACE?.('signature') ?? ''))).toBeUndefined();
    db.pragma('recursive_triggers = ON');
    expect(undo(() => run(ATTACKS.REPLACE?.('signature') ?? ''))).toMatch(/signature/);
    db.pragma('foreign_keys = OFF');
    db.exec("BEGIN; UPDATE company SET name = '影子'");
    expect(run('COMMIT')).toBeUndefined();
    db.pragma('foreign_keys = ON');
  });
});
