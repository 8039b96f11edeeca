import { afterEach, beforeEach, expect, test } from 'vitest';
import { foundCompany, LOGINS, type Office, openOffice, type People, registerProject, signIn } from './office';

/** What is more than a page holds is not lost: it is paged, or said in numbers. */
let office: Office;
let people: People;

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.a);
});
afterEach(() => office.close());

/** SQL inside a commit of its own, as the program could run it. */
const within = (sql: string) =>
  office.app.journal.commit(
    { at: '2026-03-02T02:00:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined },
    'test',
    {},
    () => office.ledger.db.exec(sql),
  );
const NUMBERS = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {most})';
/** The row of a table with the id 1 so many times more, some columns written anew. */
function multiply(table: string, most: number, changed: Readonly<Record<string, string>>): void {
  const columns = office.ledger.db.pragma(`table_info(${table})`) as { name: string }[];
  const names = columns.map(({ name }) => name).filter((name) => name !== 'id');
  const values = names.map((name) => changed[name] ?? name);
  within(`${NUMBERS.replace('{most}', String(most))}
    INSERT INTO ${table} (${names.join(', ')}) SELECT ${values.join(', ')} FROM ${table}, n WHERE ${table}.id = 1`);
}

test('of more projects than a page shows the oldest is still found, chosen and counted', async () => {
  const { clientId, projectId } = await registerProject(office, people);
  multiply('project', 640, {
    contract_no: "contract_no || '-' || i",
    a_manager_id: String(people.b),
    b_manager_id: String(people.a),
  });
  const page = (offset: number) => office.call('project.list', { clientId, offset, limit: 200 });
  expect(await office.call('project.count', { clientId })).toBe(641);
  expect((await page(600)).map(({ id }) => id).at(-1)).toBe(projectId);
  const [found] = await office.call('project.list', { clientId, text: '号-640' });
  expect(found?.contractNo).toBe('鸿借〔2026〕001号-640');
  // What A may open a dossier for is not pushed out by the newer projects of others.
  expect((await office.call('project.list', { openable: true })).map(({ id }) => id)).toEqual([projectId]);
  expect(await office.call('project.count', { openable: true })).toBe(1);
});

test('the desk names all that is one’s own, and of the others the most urgent with how many there are', async () => {
  await office.call('dossier.open', { classId: 6, title: '财务管理制度', year: 2026 });
  multiply('dossier', 1_200, {});
  expect((await office.call('desk.show', {})).mine).toHaveLength(1_201);
  await signIn(office, LOGINS.archivist);
  const desk = await office.call('desk.show', {});
  expect([desk.others.length, desk.othersTotal, desk.othersLate]).toEqual([200, 1_201, 0]);
});

test('what others owe stands by its day, what has no limit last, each in its own words, however many there are', async () => {
  await office.call('dossier.open', { classId: 6, title: '制度', year: 2026 });
  multiply('dossier', 400, {
    title: 'title || i',
    due_on: "iif(i % 7 = 0, NULL, date('2026-02-20', '+' || (i * 37 % 90) || ' days'))",
    keeper_id: `iif(i % 5 = 0, ${people.b}, keeper_id)`,
  });
  await signIn(office, LOGINS.archivist);
  const { others, othersTotal, othersLate } = await office.call('desk.show', {});
  const owed = office.ledger.db
    .prepare<[], { dossierId: number; title: string; staff: string; dueOn: string | null }>(
      `SELECT d.id AS dossierId, d.title, s.name AS staff, d.due_on AS dueOn FROM dossier d JOIN staff s ON s.id = d.keeper_id
       ORDER BY coalesce(d.due_on, '9'), d.id`,
    )
    .all();
  const late = owed.filter(({ dueOn }) => dueOn !== null && dueOn < '2026-03-02');
  expect([othersTotal, othersLate]).toEqual([401, late.length]);
  expect(
    others.map(({ dossierId, title, staff, dueOn }) => ({ dossierId, title, staff, dueOn: dueOn ?? null })),
  ).toEqual(owed.slice(0, 200));
  // Whoever has to do it sees the same of it.
  await signIn(office, LOGINS.b);
  const { mine } = await office.call('desk.show', {});
  const ofB = owed.filter(({ dossierId }) => mine.some((its) => its.dossierId === dossierId));
  expect(mine.map(({ title, dueOn }) => [title, dueOn ?? null])).toEqual(ofB.map(({ title, dueOn }) => [title, dueOn]));
  expect(mine).toHaveLength(80);
});

test('handovers and lists are counted whole, whatever the list shows', async () => {
  await office.call('dossier.open', { classId: 6, title: '财务管理制度', year: 2026 });
  await office.call('dossier.compile', { id: 1, revision: 0, items: [{ part: 'approval', title: '正文', pages: 2 }] });
  await office.call('handover.give', { dossierId: 1, kind: 'bToArchive', revision: 1, signature: '260302' });
  within("UPDATE handover SET state = 'withdrawn', closed_on = '2026-03-02', reason = 'x' WHERE id = 1");
  multiply('handover', 1_100, { no: "no || '-' || i" });
  expect(await office.call('handover.list', {})).toHaveLength(1_000);
  expect(await office.call('handover.count', {})).toBe(1_101);
  expect(await office.call('handover.count', { openOnly: true })).toBe(0);
  expect(await office.call('disposal.count', {})).toBe(0);
});

test('a search among the places says when there are more boxes than it names', async () => {
  await signIn(office, LOGINS.archivist);
  const shelf = { room: '一室', cabinet: '03柜', shelf: '1层' };
  await office.call('place.addBoxes', { ...shelf, box: '01盒', count: 20 });
  expect(await office.call('place.find', { text: '03柜' })).toMatchObject({ more: false });
  await office.call('place.addBoxes', { ...shelf, box: '21盒', count: 1 });
  const found = await office.call('place.find', { text: '03柜' });
  expect([found.boxes.length, found.more]).toEqual([20, true]);
});
