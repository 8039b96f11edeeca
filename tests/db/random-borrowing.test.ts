import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approvedSlip, lending, officeThatLends, wholeReturn } from '../api/borrowing-office';
import { shelve } from '../api/disposing';
import { engageColleagues } from '../api/leaving';
import { LENT_WITHOUT_APPROVAL } from '../api/lend-titles';
import { foundCompany, LOGINS, type Office, openOffice, registerProject, signIn } from '../api/office';
import { type Act, borrowingAct, everybodySignsIn, WINDOWS } from './random-office';
import { keepTitles } from './random-title-acts';
import { replayDifferences } from './replay';
import { verdictOf } from './verdict';

/** ANJUAN_BORROWING_RUNS=2000 is the long run before a release. */
const RUNS = Number(process.env.ANJUAN_BORROWING_RUNS ?? 14);
const ACTS_PER_RUN = 70;
const SECONDS_A_STEP = 1_200;

async function keepOffice(office: Office): Promise<void> {
  const people = await foundCompany(office);
  const admin = {
    id: people.admin,
    name: '苏景行',
    departmentId: 1,
    login: LOGINS.admin,
    employment: 'active' as const,
  };
  await office.call('people.change', { ...admin, positions: ['systemAdmin', 'generalManager'] });
  await engageColleagues(office);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  for (const n of [1, 2, 3]) await shelve(office, people, n);
  await signIn(office, LOGINS.archivist);
  await keepTitles(office, people, projectId);
}

async function play(acts: readonly Act[], judge: (db: Database) => void): Promise<void> {
  const office = openOffice();
  try {
    await keepOffice(office);
    let now = Date.parse('2026-03-02T09:00:00+08:00');
    for (const its of acts) {
      now += Math.max(0, its.clock) * SECONDS_A_STEP;
      office.at(new Date(now).toISOString());
      await everybodySignsIn(office);
      const reply = await office.reply(its.name, await its.input(office), WINDOWS[its.who]);
      if (!reply.ok)
        expect(reply.error.code, `${its.name} ${JSON.stringify(reply.error)}`).not.toMatch(/internal|storage/);
    }
    judge(office.ledger.db);
  } finally {
    office.close();
  }
}

const OUT = "n.state IN ('lent', 'incomplete')";
/** What must never be, each as the rows that break it. */
const WRONG: Readonly<Record<string, string>> = {
  'a thing is with two people': `SELECT kind, coalesce(item_id, title_id, dossier_id) AS thing FROM borrowing_line n WHERE ${OUT}
    GROUP BY 1, 2 HAVING count(*) > 1`,
  'a paper is out with its dossier and by itself': `SELECT n.id FROM borrowing_line n JOIN borrowing_line m
    ON m.dossier_id = n.dossier_id AND m.kind = 'dossier' AND m.state IN ('lent', 'incomplete') WHERE n.kind = 'item' AND ${OUT}`,
  'what was lent is neither back nor out': `SELECT n.id FROM borrowing_line n JOIN borrowing b ON b.id = n.borrowing_id
    WHERE b.lent_on IS NOT NULL AND n.state NOT IN ('notLent', 'lent', 'incomplete', 'returned', 'settled')`,
  'more came back than went': `SELECT n.id FROM borrowing_line n WHERE n.found <>
    (SELECT coalesce(sum(r.found), 0) FROM borrowing_return_line r WHERE r.line_id = n.id) OR n.found > n.quantity`,
  'a lending without approval or executive': `SELECT b.id FROM borrowing b WHERE b.lent_on IS NOT NULL AND b.direct = 0 AND NOT EXISTS (
    SELECT 1 FROM borrowing_signature s WHERE s.borrowing_id = b.id AND s.role = 'approver' AND s.staff_id <> b.borrower_id)`,
  'a title lent without approval or executive': LENT_WITHOUT_APPROVAL,
  'a lending that borrower and archivist have not signed': `SELECT b.id FROM borrowing b WHERE b.lent_on IS NOT NULL AND 2 <>
    (SELECT count(DISTINCT s.staff_id) FROM borrowing_signature s WHERE s.borrowing_id = b.id AND s.role IN ('lender', 'borrower'))`,
  'a return that two people have not signed': `SELECT r.id FROM borrowing_return r WHERE 2 <> (SELECT count(DISTINCT s.staff_id)
    FROM borrowing_signature s WHERE s.return_id = r.id)`,
  'a slip that is closed while something is out': `SELECT b.id FROM borrowing b WHERE (b.state IN ('lent', 'partlyReturned')) <>
    EXISTS (SELECT 1 FROM borrowing_line n WHERE n.borrowing_id = b.id AND ${OUT})`,
  'a ledger that says otherwise': `SELECT d.id, d.state FROM dossier d WHERE d.archive_no IS NOT NULL AND d.state <> CASE
    WHEN EXISTS (SELECT 1 FROM borrowing_line n WHERE n.dossier_id = d.id AND n.kind = 'dossier' AND ${OUT} AND n.found = 0) THEN 'lent'
    WHEN EXISTS (SELECT 1 FROM borrowing_line n WHERE n.dossier_id = d.id AND ${OUT}) THEN 'partlyLent' ELSE 'received' END`,
  'a title that is out on a slip and lies in the safe': `SELECT n.id FROM borrowing_line n WHERE n.kind = 'title' AND ${OUT}
    AND n.quantity - n.found <> (SELECT coalesce(sum(CASE WHEN m.to_place = 'lent' THEN m.quantity ELSE -m.quantity END), 0)
      FROM title_movement m WHERE m.title_id = n.title_id AND (m.to_place = 'lent' OR m.from_place = 'lent'))`,
  'a number that is missing': `SELECT * FROM (SELECT count(*) AS slips, coalesce(max(CAST(substr(no, instr(no, '〕') + 1, 3) AS INTEGER)), 0)
    AS last FROM borrowing WHERE no IS NOT NULL) WHERE slips <> last`,
};
const wrongIn = (db: Database) =>
  Object.entries(WRONG).flatMap(([name, sql]) =>
    db
      .prepare(sql)
      .all()
      .map((row) => `${name}: ${JSON.stringify(row)}`),
  );

const seen = { lent: 0, returned: 0, incomplete: 0, refused: 0 };
const countOf = (db: Database, sql: string) => Number(db.prepare(sql).pluck().get());

test('whatever people borrow: a thing is with one person, what went is back or out, and every lending has its approval', async () => {
  const judge = (db: Database) => {
    expect(wrongIn(db)).toEqual([]);
    expect(replayDifferences(db)).toEqual([]);
    expect(verdictOf(db)).toMatchObject({ whole: true });
    seen.lent += countOf(db, 'SELECT count(*) FROM borrowing WHERE lent_on IS NOT NULL');
    seen.returned += countOf(db, 'SELECT count(*) FROM borrowing_return');
    seen.incomplete += countOf(db, "SELECT count(*) FROM borrowing_return_line WHERE missing <> ''");
  };
  await fc.assert(
    fc.asyncProperty(fc.array(borrowingAct, { minLength: 40, maxLength: ACTS_PER_RUN, size: 'max' }), (acts) =>
      play(acts, judge),
    ),
    { numRuns: RUNS },
  );
  console.log(`${RUNS} runs: ${JSON.stringify(seen)}`);
  // A play in which nothing happens would prove nothing.
  expect(Math.min(seen.lent, seen.returned, seen.incomplete)).toBeGreaterThan(0);
}, 120_000);

/** Each judge is shown what it must find, in an office that has lent a paper and a title, of which the paper came back in part. */
let office: Office;
beforeAll(async () => {
  office = openOffice();
  const { people, items, titles } = await officeThatLends(office);
  const things = [
    { kind: 'item' as const, id: items[0]?.id ?? 0 },
    { kind: 'item' as const, id: items[1]?.id ?? 0 },
    { kind: 'title' as const, id: titles[0] ?? 0 },
  ];
  const id = await approvedSlip(office, things);
  await office.call('borrowing.lend', lending(people, id));
  const back = await wholeReturn(office, people, id);
  await office.call('borrowing.giveBack', { ...back, lines: back.lines.slice(0, 1) });
});
afterAll(() => office.close());

/** Once more on the same slip, as another kind of thing. */
const copied = (where: string, changed: Readonly<Record<string, string>> = {}) => {
  const { db } = office.ledger;
  const columns = db.prepare("SELECT name FROM pragma_table_info('borrowing_line')").pluck().all() as string[];
  const own: Readonly<Record<string, string>> = {
    ...{ id: '(SELECT max(id) + 1 FROM borrowing_line)', ordinal: 'ordinal + 100' },
    ...changed,
  };
  const values = columns.map((name) => own[name] ?? name);
  return `INSERT INTO borrowing_line (${columns.join(', ')}) SELECT ${values.join(', ')} FROM borrowing_line WHERE ${where} LIMIT 1`;
};
const A_PAPER_OUT = "kind = 'item' AND state = 'lent'";
const SABOTAGE: Readonly<Record<keyof typeof WRONG, () => string>> = {
  'a thing is with two people': () => copied(A_PAPER_OUT),
  'a paper is out with its dossier and by itself': () => copied(A_PAPER_OUT, { kind: "'dossier'", item_id: 'NULL' }),
  'what was lent is neither back nor out': () => `UPDATE borrowing_line SET state = 'asked' WHERE ${A_PAPER_OUT}`,
  'more came back than went': () => "UPDATE borrowing_line SET found = quantity + 1 WHERE state = 'returned'",
  'a lending without approval or executive': () => "DELETE FROM borrowing_signature WHERE role = 'approver'",
  'a title lent without approval or executive': () => "DELETE FROM borrowing_signature WHERE role = 'approver'",
  'a lending that borrower and archivist have not signed': () =>
    "DELETE FROM borrowing_signature WHERE role = 'lender'",
  'a return that two people have not signed': () => "DELETE FROM borrowing_signature WHERE role = 'confirmer'",
  'a slip that is closed while something is out': () =>
    "UPDATE borrowing SET state = 'closed' WHERE lent_on IS NOT NULL",
  'a ledger that says otherwise': () => "UPDATE dossier SET state = 'lent' WHERE archive_no IS NOT NULL",
  'a title that is out on a slip and lies in the safe': () =>
    "UPDATE borrowing_line SET quantity = quantity + 1 WHERE kind = 'title'",
  'a number that is missing': () => "UPDATE borrowing SET no = replace(no, '001', '002')",
};

test.each(Object.keys(WRONG))('the judges would see %s', (name) => {
  const { db } = office.ledger;
  expect(wrongIn(db)).toEqual([]);
  const guards = db
    .prepare<[], { type: string; name: string }>(
      "SELECT type, name FROM sqlite_schema WHERE tbl_name IN ('borrowing', 'borrowing_line', 'borrowing_signature', 'dossier') AND type <> 'table' AND sql IS NOT NULL",
    )
    .all();
  db.pragma('ignore_check_constraints = ON');
  db.exec('SAVEPOINT control');
  try {
    for (const { type, name: guard } of guards) db.exec(`DROP ${type} "${guard}"`);
    db.exec(SABOTAGE[name]?.() ?? '');
    expect(wrongIn(db).filter((its) => its.startsWith(`${name}:`))).not.toEqual([]);
  } finally {
    db.exec('ROLLBACK TO control; RELEASE control');
    db.pragma('ignore_check_constraints = OFF');
  }
});
