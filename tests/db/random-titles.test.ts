import type { Database } from 'better-sqlite3';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { engageColleagues } from '../api/leaving';
import { LENT_WITHOUT_APPROVAL } from '../api/lend-titles';
import { foundCompany, LOGINS, type Office, openOffice, registerProject, signIn } from '../api/office';
import { type Act, everybodySignsIn, titleAct, WINDOWS } from './random-office';
import { keepTitles } from './random-title-acts';
import { replayDifferences } from './replay';
import { hardlyReached, noteReached, nothingReached, STORIES_ALONE, withStories } from './title-stories';
import { verdictOf } from './verdict';

/** ANJUAN_TITLE_RUNS=10000 is the long run before a release. */
const RUNS = Number(process.env.ANJUAN_TITLE_RUNS ?? 12);
const ACTS_PER_RUN = 90;
const SECONDS_A_STEP = 900;
/** Every kind of movement is come to in one history out of so many at least. */
const SHARE = 12;

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
  const projects = [1, 2, 3].map((n) => () => registerProject(office, people, n));
  const ids: number[] = [];
  for (const register of projects) ids.push((await register()).projectId);
  await signIn(office, LOGINS.archivist);
  await keepTitles(office, people, ids[0] ?? 0);
}

/** What was asked of a day, and up to which movement, to be asked again. */
interface Asked {
  day: string;
  lastId: number;
  contents: string;
}
const lastMovement = (db: Database) =>
  Number(db.prepare('SELECT coalesce(max(id), 0) FROM title_movement').pluck().get());

async function contentsOn(office: Office, day: string): Promise<string> {
  await signIn(office, LOGINS.archivist);
  const { compartments } = await office.call('safe.contents', { safeId: 1, on: day });
  // A compartment that is made later is empty on earlier days.
  const filled = compartments.filter(({ titles }) => titles.length > 0);
  return JSON.stringify(filled.map(({ id, titles }) => [id, titles.map((its) => [its.titleId, its.quantity]).sort()]));
}

async function play(acts: readonly Act[], judge: (office: Office, asked: Asked[]) => Promise<void>): Promise<void> {
  const office = openOffice();
  const asked: Asked[] = [];
  try {
    await keepOffice(office);
    let now = Date.parse('2026-03-02T09:00:00+08:00');
    for (const [i, its] of acts.entries()) {
      now += Math.max(0, its.clock) * SECONDS_A_STEP;
      office.at(new Date(now).toISOString());
      await everybodySignsIn(office);
      const reply = await office.reply(its.name, await its.input(office), WINDOWS[its.who]);
      if (!reply.ok) expect(reply.error.code, JSON.stringify(reply.error)).not.toMatch(/internal|storage/);
      if (i % 15 > 0) continue;
      const day = new Date(now + 8 * 3_600_000).toISOString().slice(0, 10);
      asked.push({ day, lastId: lastMovement(office.ledger.db), contents: await contentsOn(office, day) });
    }
    await judge(office, asked);
  } finally {
    office.close();
  }
}

/** How many pieces each title has in each place, by a plain sum in SQL; nothing else than the movements is asked. */
const SUMS = `SELECT title_id AS titleId, place, compartment_id AS compartmentId, sum(n) AS n FROM (
    SELECT title_id, to_place AS place, to_compartment_id AS compartment_id, quantity AS n FROM title_movement
    UNION ALL SELECT title_id, from_place, from_compartment_id, -quantity FROM title_movement)
  WHERE place <> 'outside' GROUP BY 1, 2, 3`;

/** Slips that lack something: two signatures of two people, a basis, the opening, and key and combination between them. */
const WRONG_SLIPS = `
  WITH written AS (SELECT row_id AS slip_id, event_seq AS seq FROM change WHERE table_name = 'title_slip' AND before IS NULL),
    held AS (SELECT c.*, (SELECT event_seq FROM change WHERE table_name = 'safe_custody' AND row_id = c.id AND before IS NULL) AS since,
               (SELECT max(event_seq) FROM change WHERE table_name = 'safe_custody' AND row_id = c.id AND before IS NOT NULL) AS until
             FROM safe_custody c),
    touched AS (SELECT DISTINCT m.slip_id, k.safe_id FROM title_movement m JOIN compartment k
                ON k.id IN (m.from_compartment_id, m.to_compartment_id))
  SELECT s.no FROM title_slip s JOIN written w ON w.slip_id = s.id
  WHERE s.basis = '' OR s.operator_id = s.second_id
    OR (SELECT count(DISTINCT staff_id) FROM title_slip_signature WHERE slip_id = s.id) <> 2
    OR EXISTS (SELECT 1 FROM touched t, (SELECT 'key' AS kind UNION SELECT 'combination') n WHERE t.slip_id = s.id AND NOT EXISTS (
         SELECT 1 FROM held h WHERE h.safe_id = t.safe_id AND h.kind = n.kind AND h.holder_id IN (s.operator_id, s.second_id)
         AND h.since < w.seq AND (h.until IS NULL OR h.until >= w.seq)))
    OR EXISTS (SELECT 1 FROM touched t WHERE t.slip_id = s.id AND NOT EXISTS (
         SELECT 1 FROM safe_opening_slip x JOIN safe_opening o ON o.id = x.opening_id WHERE x.slip_id = s.id AND o.safe_id = t.safe_id))`;
const UNLIKE_REVERSALS = `SELECT s.no FROM title_slip s WHERE s.reverses_id IS NOT NULL AND (
  SELECT count(*) FROM title_movement a WHERE a.slip_id = s.reverses_id AND NOT EXISTS (
    SELECT 1 FROM title_movement b WHERE b.slip_id = s.id AND b.title_id = a.title_id AND b.quantity = a.quantity
      AND b.from_place = a.to_place AND b.to_place = a.from_place AND b.from_compartment_id IS a.to_compartment_id)) > 0`;
const NUMBER_GAPS = `SELECT kind FROM title_slip GROUP BY kind, substr(moved_on, 1, 4)
  HAVING count(*) <> max(CAST(substr(no, instr(no, '〕') + 1, 3) AS INTEGER))`;

async function judgeTitles(office: Office, asked: readonly Asked[]): Promise<void> {
  const { db } = office.ledger;
  const sums = db.prepare<[], { titleId: number; place: string; compartmentId: number | null; n: number }>(SUMS).all();
  const sizes = db.prepare<[], { id: number; quantity: number }>('SELECT id, quantity FROM title').all();
  expect(sums.filter(({ n }) => n < 0)).toEqual([]);
  for (const { id, quantity } of sizes) {
    const pieces = sums.filter(({ titleId }) => titleId === id).reduce((sum, { n }) => sum + n, 0);
    expect([0, quantity], `title ${id}`).toContain(pieces);
  }
  await signIn(office, LOGINS.archivist);
  const { rows } = await office.call('title.list', {});
  const told = rows.flatMap((row) =>
    row.standings.map((its) => `${row.id} ${its.place} ${its.compartmentId ?? ''} ${its.quantity}`),
  );
  const there = sums
    .filter(({ n }) => n > 0)
    .map((its) => `${its.titleId} ${its.place} ${its.compartmentId ?? ''} ${its.n}`);
  expect(told.sort()).toEqual(there.sort());
  for (const sql of [WRONG_SLIPS, UNLIKE_REVERSALS, NUMBER_GAPS, LENT_WITHOUT_APPROVAL])
    expect(db.prepare(sql).pluck().all()).toEqual([]);
  const backdated = db.prepare('SELECT 1 FROM title_movement WHERE id > ? AND moved_on <= ? LIMIT 1');
  for (const { day, lastId, contents } of asked) {
    if (backdated.get(lastId, day) === undefined) expect(await contentsOn(office, day), day).toBe(contents);
    for (const { id: safeId } of await office.call('safe.list', {})) {
      const { closing } = await office.call('safe.balance', { safeId, day });
      expect(closing).toBe((await office.call('safe.contents', { safeId, on: day })).pieces);
    }
  }
  expect(replayDifferences(db)).toEqual([]);
  expect(verdictOf(db)).toMatchObject({ whole: true });
}

test('whatever many people do with titles, no piece is in two places and every way out has its basis and two signers', async () => {
  const reached = nothingReached();
  let [slips, histories] = [0, 0];
  const chance = fc.array(titleAct, { minLength: ACTS_PER_RUN / 2, maxLength: ACTS_PER_RUN, size: 'max' });
  await fc.assert(
    fc.asyncProperty(withStories(chance), (acts) =>
      play(acts, async (office, asked) => {
        await judgeTitles(office, asked);
        histories += 1;
        noteReached(office, reached);
        slips += Number(office.ledger.db.prepare('SELECT count(*) FROM title_slip').pluck().get());
      }),
    ),
    // The first history is no chance: it comes to every kind of movement.
    { numRuns: RUNS, examples: [[[...STORIES_ALONE]]] },
  );
  console.log(`${histories} histories of titles: ${slips} slips, ${JSON.stringify(reached)}`);
  expect(hardlyReached(reached, histories, SHARE), JSON.stringify(reached)).toEqual([]);
}, 120_000);

test('a kind of movement that no history comes to would be noticed', async () => {
  const reached = nothingReached();
  const withoutCount = STORIES_ALONE.filter(({ name }) => name !== 'stocktake.close');
  await play(withoutCount, async (office) => noteReached(office, reached));
  expect(hardlyReached(reached, 1, SHARE)).toEqual(['missing', 'found']);
});

test('a movement that the sums do not hear of, and a slip without its second signature, would be noticed', async () => {
  const office = openOffice();
  await keepOffice(office);
  await judgeTitles(office, []);
  const { db } = office.ledger;
  db.exec('DROP TRIGGER title_slip_signature_no_delete; DROP TRIGGER journal_title_slip_signature_delete');
  db.exec("DELETE FROM title_slip_signature WHERE role = 'second'");
  await expect(judgeTitles(office, [])).rejects.toThrow();
  office.close();
  const other = openOffice();
  await keepOffice(other);
  other.ledger.db.exec('DROP TRIGGER title_movement_no_delete; DROP TRIGGER journal_title_movement_delete');
  await other.call('title.list', {});
  other.ledger.db.exec('DELETE FROM title_movement WHERE id = (SELECT max(id) FROM title_movement)');
  await expect(judgeTitles(other, [])).rejects.toThrow();
  other.close();
});
