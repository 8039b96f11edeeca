import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cellWords, conditionsOf } from '../../renderer/print/OfficeList';
import { type PlainList, plainList } from '../../shared/api/export.contract';
import { EXTENSION_CHOICES } from '../../shared/api/extension.contract';
import { STEP_CHOICES } from '../../shared/api/handover.contract';
import type { FormData } from '../../shared/api/print.contract';
import { SUPPLEMENT_CHOICES } from '../../shared/api/supplement.contract';
import { TITLE_HANDOVER_CHOICES } from '../../shared/api/title-handover.contract';
import { appraise, decided, ENDED, engageDeciders, MANAGER, shelve } from './disposing';
import { engageColleagues, handOverAll } from './leaving';
import {
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
import { bringTitles, engageKeepers, registerSafe } from './title-office';

let office: Office;
let people: People;

/** An office with something on each of the lists, whose administrator may read and print them all. */
beforeAll(async () => {
  office = openOffice();
  people = await foundCompany(office);
  const deciders = await engageDeciders(office, people);
  const old = await shelve(office, deciders, 1, ENDED);
  const lent = await shelve(office, deciders, 2, ENDED);
  await signIn(office, LOGINS.archivist);
  await appraise(office, [decided(old)]);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  const dossierId = await compileSample(office, projectId);
  await office.call('extension.ask', { dossierId, newDueOn: '2026-03-10', reason: 'value--state.granted' });
  await bringToArchive(office, dossierId);
  await signIn(office, LOGINS.archivist);
  const lines = [{ title: '仓库存货盘点表', fault: 'unsigned' as const }];
  const asked = { dossierId, responsibleId: people.b, dueOn: '2026-03-04', lines, signature: PIN };
  await office.call('supplement.issue', asked);
  await signIn(office, LOGINS.admin);
  const positions = ['systemAdmin', 'archivist', 'generalManager'] as const;
  const me = { id: people.admin, name: '苏景行', departmentId: 1, login: LOGINS.admin, employment: 'active' as const };
  await office.call('people.change', { ...me, positions: [...positions] });
  await handOverAll(office, people, await engageColleagues(office));
  const keepers = await engageKeepers(office, people);
  const [compartment = 0] = (await registerSafe(office, keepers)).compartments;
  const [titleId = 0] = await bringTitles(office, keepers, projectId, compartment);
  const things = [{ kind: 'title' as const, id: titleId }];
  await office.call('borrowing.submit', { things, purpose: '抽查', way: 'readHere' });
  await lendAndRecall(lent);
  await signIn(office, LOGINS.admin);
});
afterAll(() => office.close());

/** The general manager reads a dossier in the archive, and is asked for it by note. */
async function lendAndRecall(dossierId: number): Promise<void> {
  await signIn(office, MANAGER);
  const things = [{ kind: 'dossier' as const, id: dossierId }];
  const { id } = await office.call('borrowing.submit', { things, purpose: '检查', way: 'readHere' });
  await signIn(office, LOGINS.archivist);
  await office.call('borrowing.lend', { id, signatures: { archivist: PIN, borrower: PIN } });
  const { borrowerId } = await office.call('borrowing.show', { id });
  await office.call('borrowingBook.recall', { borrowerIds: [borrowerId] });
}

const printed = async (asked: PlainList) =>
  (await office.call('print.form', { form: 'office-list', asked })) as Extract<FormData, { form: 'office-list' }>;
const onPaper = ({ list }: Awaited<ReturnType<typeof printed>>) =>
  list.rows.map((row) => row.map((cell, i) => cellWords(list.columns[i]?.kind ?? 'text', cell)));

const LISTS: readonly PlainList[] = [
  { name: 'steps', which: 'all', from: '1900-01-01', to: '2200-12-31' },
  { name: 'extensions', which: 'all' },
  { name: 'supplements', which: 'all' },
  { name: 'titleHandovers', which: 'all' },
  { name: 'staff' },
  { name: 'disposals', openOnly: false },
  { name: 'slips', from: '1900-01-01', to: '2200-12-31' },
  { name: 'staffHandovers', openOnly: false },
  { name: 'audit' },
  { name: 'borrowings', which: 'all', text: '' },
  plainList.parse({ name: 'lent' }),
  plainList.parse({ name: 'recalls' }),
];

describe('a list without a form of its own', () => {
  test.each(LISTS.map((list) => [list.name, list] as const))(
    '%s: has on paper the lines of its file',
    async (_, list) => {
      const form = await printed(list);
      office.savePath = join(office.dataDir, 'list.csv');
      await office.call('export.save', { list, format: 'csv' });
      // The journal has gone on by the event of the file itself.
      const inFile = readFileSync(office.savePath, 'utf8').match(/\r\n"/g)?.length ?? 0;
      expect(form.list.rows.length).toBeGreaterThan(0);
      if (list.name !== 'audit') expect(form.list.rows).toHaveLength(inFile);
      const words = [...form.list.columns.map(({ heading }) => cellWords('text', heading)), ...onPaper(form).flat()];
      expect(words.filter((its) => /\b\w+--\w/.test(its) && its !== 'value--state.granted')).toEqual([]);
    },
  );

  test('are all of them', () => {
    expect(LISTS.map(({ name }) => name)).toEqual(plainList.options.map((its) => its.shape.name.value));
  });

  test('says in words what it was narrowed by, and has only those lines', async () => {
    const asked = { name: 'supplements', which: 'open', responsibleId: people.b } as const;
    const { names, list } = await printed(asked);
    expect(conditionsOf(asked, names)).toEqual(['待补', '责任人：罗书意']);
    expect(list.rows).toHaveLength(1);
    expect((await printed({ ...asked, responsibleId: people.a })).list.rows).toHaveLength(0);
    const log = { name: 'audit', table: 'dossier', from: '2026-03-02', to: '2026-03-03' } as const;
    expect(conditionsOf(log, {})).toEqual(['案卷', '2026-03-02 起', '2026-03-03 止']);
    for (const which of EXTENSION_CHOICES) expect(conditionsOf({ name: 'extensions', which }, {})[0]).toBeTruthy();
    for (const which of SUPPLEMENT_CHOICES) expect(conditionsOf({ name: 'supplements', which }, {})[0]).toBeTruthy();
    for (const which of TITLE_HANDOVER_CHOICES)
      expect(conditionsOf({ name: 'titleHandovers', which }, {})[0]).toBeTruthy();
    for (const which of STEP_CHOICES) {
      const steps = { name: 'steps', which, from: '1900-01-01', to: '2200-12-31' } as const;
      expect(conditionsOf(steps, {})).toHaveLength(1);
    }
  });

  test('prints what somebody wrote as it was written, though it looks like the name of a word', async () => {
    expect(onPaper(await printed({ name: 'extensions', which: 'all' })).flat()).toContain('value--state.granted');
  });

  test('is refused to whoever may not read it', async () => {
    await signIn(office, LOGINS.b);
    for (const asked of [{ name: 'staff' }, { name: 'audit' }])
      expect(await office.reply('print.form', { form: 'office-list', asked })).toMatchObject({
        error: { code: 'notAllowed' },
      });
    await signIn(office, LOGINS.admin);
  });
});
