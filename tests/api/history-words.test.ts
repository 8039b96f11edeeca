import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalledTables } from '../../electron/db/journal-triggers';
import { audit, type ColumnChange } from '../../shared/api/audit.contract';
import { appraise, decided, ENDED, engageDeciders, handOut, shelve } from './disposing';
import { engageColleagues, handOverAll } from './leaving';
import {
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  type People,
  PLACE,
  registerProject,
  signIn,
} from './office';

let office: Office;
let people: People;
beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
});
afterEach(() => office.close());

/** Each column of the schema that holds the number of another record, as `table.column`, with that record's table. */
const references = () =>
  new Map(
    journalledTables(office.ledger.db).flatMap((table) =>
      office.ledger.db
        .prepare<[string], { column: string; target: string }>(
          'SELECT "from" AS column, "table" AS target FROM pragma_foreign_key_list(?)',
        )
        .all(table)
        .map(({ column, target }): [string, string] => [`${table}.${column}`, target]),
    ),
  );

/** Every change of the whole log, as whoever may read it reads it. */
async function everyChange(): Promise<ColumnChange[]> {
  await signIn(office, LOGINS.admin);
  const { events } = await office.call('audit.list', { limit: 200 });
  return events.flatMap(({ changes }) => changes);
}
const of = (changes: readonly ColumnChange[], column: string) =>
  changes.filter((its) => its.column === column).map(({ before, after }) => [before, after]);

describe('a history', () => {
  test('says by name which box, term, class and person a record was given, and never by number', async () => {
    const deciders = await engageDeciders(office, people);
    const [first, second] = [await shelve(office, deciders, 1, ENDED), await shelve(office, deciders, 2)];
    await signIn(office, LOGINS.archivist);
    await office.call('ledger.place', { id: first, ...PLACE, box: '08盒' });
    await office.call('dossier.describe', {
      id: second,
      retentionId: 1,
      secrecy: 'ordinary',
      remarks: '',
      reason: '重定',
    });
    await appraise(office, [decided(first)]);
    await handOut(office, deciders, first);
    await signIn(office, LOGINS.admin);
    await handOverAll(office, people, await engageColleagues(office));

    const changes = await everyChange();
    const refers = references();
    const numbers = changes.filter(
      ({ table, column, before, after }) =>
        refers.has(`${table}.${column}`) && (typeof before === 'number' || typeof after === 'number'),
    );
    expect(numbers).toEqual([]);
    expect(of(changes, 'place_id')).toContainEqual(['一室 03柜 2层 07盒', '一室 03柜 2层 08盒']);
    expect(of(changes, 'retention_id')[0]?.[1]).toBe('永久');
    expect(of(changes, 'decided_by').flat()).toContain('温如言');
    expect(of(changes, 'a_manager_id').flat()).toContain('顾行简');
  });

  test('still says how a box was called that has been taken away since', async () => {
    const id = await shelve(office, await engageDeciders(office, people), 1, ENDED);
    await signIn(office, LOGINS.archivist);
    await office.call('ledger.place', { id, ...PLACE, box: '08盒' });
    const boxes = office.ledger.db.prepare("SELECT id FROM place WHERE box = '07盒'").all() as { id: number }[];
    await office.call('place.removeBox', { id: boxes[0]?.id ?? 0 });
    expect(of(await everyChange(), 'place_id')).toContainEqual(['一室 03柜 2层 07盒', '一室 03柜 2层 08盒']);
  });

  test('says of a change in the list of papers whose list it is', async () => {
    await signIn(office, LOGINS.a);
    await compileSample(office, (await registerProject(office, people)).projectId);
    await signIn(office, LOGINS.admin);
    const [last] = (await office.call('audit.list', {})).events.filter(({ action }) => action === 'dossier.compile');
    expect(last?.about).toBe('流动资金贷款 180 万元');
  });

  test('is read again when anything changes that it says by name', () => {
    const targets = [...new Set(references().values())];
    expect(targets.filter((table) => !audit.list.reads.includes(table))).toEqual([]);
    expect(targets.filter((table) => !audit.history.reads.includes(table))).toEqual([]);
  });
});
