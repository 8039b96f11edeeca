import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { journalledTables } from '../../electron/db/journal-triggers';
import { columnChanges } from '../../electron/features/audit/audit.rules';
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
import { act, bringTitles, engageKeepers, registerSafe, SAMPLE_TITLES } from './title-office';

const textsOf = (language: string): Record<string, string> =>
  JSON.parse(readFileSync(new URL(`../../renderer/i18n/${language}/audit.json`, import.meta.url), 'utf8'));

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

  test('of titles says certificate numbers, slips, lists and compartments', async () => {
    const keepers = await engageKeepers(office, people);
    const safe = await registerSafe(office, keepers);
    await signIn(office, LOGINS.archivist);
    const { projectId } = await registerProject(office, people);
    const [titleId = 0] = await bringTitles(office, keepers, projectId, safe.compartments[0] ?? 0);
    const errand = { pieces: [{ titleId }], party: '登记中心', dueOn: '2026-03-06' };
    const { id: slipId, no } = await office.call('titleMove.sendToRegistry', { ...act(keepers), ...errand });

    const [certificateNo] = SAMPLE_TITLES.map((its) => its.certificateNo);
    const life = await office.call('audit.history', { table: 'title', id: titleId });
    expect(life.map(({ action, about }) => [action, about])).toEqual([
      ['title.registrationOut', no],
      ['titleHandover.accept', '权交〔2026〕001号'],
      ['titleHandover.check', certificateNo],
      ['titleHandover.give', '权交〔2026〕001号'],
    ]);
    const movement = { table: 'title_movement', column: '', rowName: certificateNo };
    expect(life[0]?.changes).toContainEqual(expect.objectContaining(movement));
    expect(await office.call('audit.history', { table: 'title_slip', id: slipId })).toMatchObject([{ about: no }]);
    const ofSafe = await office.call('audit.history', { table: 'safe', id: safe.id });
    expect(ofSafe.map(({ action }) => action)).toEqual([
      'title.registrationOut',
      'titleHandover.accept',
      'safe.register',
    ]);
    expect(ofSafe.at(-1)?.about).toBe('一号柜');
  });

  test('has a word in both languages for every column of titles and safes that can change', () => {
    const { db } = office.ledger;
    const named = (table: string, column: string) => (words: Record<string, string>) =>
      [`column--${table}.${column}`, `column--${column}`].some((key) => words[key]);
    const all = ['zh-CN', 'en'].map((language) => textsOf(language));
    const nameless = journalledTables(db)
      .filter((table) => /^(title|safe|compartment|stocktake)/.test(table))
      .flatMap((table) => {
        const columns = db.prepare('SELECT name FROM pragma_table_info(?)').pluck().all(table) as string[];
        const [before, after] = ['old', 'new'].map((its) =>
          JSON.stringify(Object.fromEntries(columns.map((c) => [c, its]))),
        );
        const change = { id: 1, tableName: table, rowId: 1, before: before ?? null, after: after ?? null };
        return columnChanges(change, () => undefined).filter(({ column }) => !all.every(named(table, column)));
      });
    expect(nameless.map(({ table, column }) => `${table}.${column}`)).toEqual([]);
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
