import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cellWords } from '../../renderer/print/OfficeList';
import type { ExportedList } from '../../shared/api/export.contract';
import type { FormData } from '../../shared/api/print.contract';
import { reachesUnknownYear } from '../../shared/calendar/working-days';
import {
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  registerProject,
  signIn,
} from './office';

const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（周五）至11日（周四）放假调休，共7天。1月30日（周六）、2月20日（周六）上班。`;

let office: Office;
let dossierId: number;

beforeEach(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  // Disbursed on Wednesday 2026-12-30: Thursday, Friday and Monday are the three working days while 2027 is unknown.
  const { projectId } = await registerProject(office, people, 1, '2026-12-30');
  dossierId = await compileSample(office, projectId);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => office.close());

const dossier = () => office.call('dossier.show', { id: dossierId });
const count = (table: string) => office.ledger.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

/** Whether pages and papers say of that day that it is a guess: they ask what the window asks, and what paper carries. */
const isGuess = async (day: string) => {
  const { frame } = await office.call('print.form', { form: 'volume-list', id: dossierId });
  const known = await office.call('calendar.years', {});
  expect(known.knownUntilYear).toBe(frame.knownUntilYear);
  return reachesUnknownYear(day, frame);
};

type Plain = Extract<FormData, { form: 'office-list' }>;
const STEPS = { name: 'steps', which: 'all', from: '1900-01-01', to: '2200-12-31' } as const;
/** The lines of a list as its file has them, each split into its cells. */
const inFile = async (list: ExportedList, language: string) => {
  const file = new URL(`../../renderer/i18n/${language}/export.json`, import.meta.url);
  office.savePath = join(office.dataDir, 'list.csv');
  await office.call('export.save', { list, format: 'csv', words: JSON.parse(readFileSync(file, 'utf8')) });
  return readFileSync(office.savePath, 'utf8').split('\r\n').filter(Boolean);
};
const onPaper = async () => {
  const { list, frame } = (await office.call('print.form', { form: 'office-list', asked: STEPS })) as Plain;
  return list.rows.flatMap((row) => row.map((cell, i) => cellWords(list.columns[i]?.kind ?? 'text', cell, frame)));
};

describe('a deadline in a year whose days off are not known', () => {
  test('says in words that it is a guess in each file and on each printed list, until the year is known', async () => {
    const lists: ExportedList[] = [{ name: 'ledger' }, STEPS];
    for (const list of lists) {
      const [headings, line] = await inFile(list, 'zh-CN');
      expect(headings).toContain('"期限","期限说明"');
      expect(line).toContain('"2027-01-04","推算：该年放假安排未录入"');
      expect((await inFile(list, 'en'))[1]).toContain(
        '"2027-01-04","a guess: the days off of that year are not known"',
      );
    }
    expect(await onPaper()).toContain('2027-01-04 推算');
    await office.call('calendar.takeNotice', { text: NOTICE });
    for (const list of lists) expect((await inFile(list, 'zh-CN'))[1]).toContain('"2027-01-05",,');
    expect(await onPaper()).toContain('2027-01-05');
  });

  test('is worked out without them, and is known to windows and papers as a guess', async () => {
    expect(await dossier()).toMatchObject({ aToBDueOn: '2027-01-04' });
    const { others } = await office.call('desk.show', {});
    expect(others).toMatchObject([{ dossierId, dueOn: '2027-01-04' }]);
    expect(await isGuess('2027-01-04')).toBe(true);
    expect(await isGuess('2026-12-31')).toBe(false);
  });

  test('follows the notice in the same event, and is no guess any more', async () => {
    const seq = office.app.journal.head().seq;
    expect(await office.call('calendar.takeNotice', { text: NOTICE })).toEqual({ year: 2027, days: 12, recomputed: 1 });
    expect(office.app.journal.head().seq).toBe(seq + 1);
    expect(await dossier()).toMatchObject({ aToBDueOn: '2027-01-05' });
    expect((await office.call('desk.show', {})).others).toMatchObject([{ dueOn: '2027-01-05' }]);
    expect(await isGuess('2027-01-05')).toBe(false);
    const history = await office.call('audit.history', { table: 'dossier', id: dossierId, limit: 1 });
    expect(history).toMatchObject([{ action: 'calendar.takeNotice', actor: '沈砚秋' }]);
    expect(await office.call('calendar.years', {})).toMatchObject({ knownUntilYear: 2027 });
  });

  test('with B counts from the day A handed over', async () => {
    office.at('2026-12-31T09:00:00+08:00');
    await bringToArchive(office, dossierId);
    await signIn(office, LOGINS.archivist);
    expect(await dossier()).toMatchObject({ bToArchiveDueOn: '2027-01-04' });
    expect((await office.call('desk.show', {})).mine).toMatchObject([{ dueOn: '2027-01-04' }]);
    await office.call('calendar.takeNotice', { text: NOTICE });
    expect((await office.call('desk.show', {})).mine).toMatchObject([{ dueOn: '2027-01-05' }]);
  });
});

describe('one day', () => {
  test('is added, changed and made ordinary again; deadlines follow each time', async () => {
    const name = '公司放假';
    expect(await office.call('calendar.mark', { day: '2026-12-31', kind: 'holiday', name })).toEqual({ recomputed: 1 });
    expect(await dossier()).toMatchObject({ aToBDueOn: '2027-01-05' });
    await office.call('calendar.mark', { day: '2026-12-31', kind: 'workday', name: '补班' });
    expect((await office.call('calendar.show', { year: 2026 })).days).toContainEqual({
      day: '2026-12-31',
      kind: 'workday',
      name: '补班',
    });
    expect(await dossier()).toMatchObject({ aToBDueOn: '2027-01-04' });
    await office.call('calendar.clear', { day: '2026-12-31' });
    expect(await office.reply('calendar.clear', { day: '2026-12-31' })).toMatchObject({
      error: { code: 'notFound', reason: 'noSuchHoliday' },
    });
  });

  test('in an unknown year does not make the year known; a person says so', async () => {
    await office.call('calendar.mark', { day: '2027-01-01', kind: 'holiday', name: '元旦' });
    expect(await dossier()).toMatchObject({ aToBDueOn: '2027-01-05' });
    expect(await isGuess('2027-01-05')).toBe(true);
    await office.call('calendar.declareYear', { year: 2027, known: true });
    expect(await isGuess('2027-01-05')).toBe(false);
    expect(await office.call('calendar.show', { year: 2027 })).toMatchObject({ source: 'hand' });
    await office.call('calendar.declareYear', { year: 2027, known: false });
    expect(await isGuess('2027-01-05')).toBe(true);
  });
});

describe('a notice', () => {
  test('takes the place of what stood there for the year, and says how much it would remove', async () => {
    await office.call('calendar.mark', { day: '2027-01-04', kind: 'holiday', name: '误记' });
    expect(await office.call('calendar.readNotice', { text: NOTICE })).toMatchObject({ year: 2027, removed: 1 });
    await office.call('calendar.takeNotice', { text: NOTICE });
    const { days, source } = await office.call('calendar.show', { year: 2027 });
    expect([days.length, days.some(({ name }) => name === '误记'), source]).toEqual([12, false, 'notice']);
    // The same once more changes nothing.
    const changes = count('change');
    await office.call('calendar.takeNotice', { text: NOTICE });
    expect(count('change')).toBe(changes);
  });

  test.each([
    [`${NOTICE}\n三、清明节：4月5日（周日）放假。`, 'noticeUnread'],
    ['一、元旦：1月1日放假。', 'noticeWithoutYear'],
    ['国务院办公厅关于2027年部分节假日安排的通知', 'noticeEmpty'],
  ])('that cannot be read as a whole is not taken at all (%#)', async (text, reason) => {
    const before = [count('event'), count('change')];
    expect(await office.reply('calendar.takeNotice', { text })).toMatchObject({ error: { code: 'invalid', reason } });
    expect([count('event'), count('change')]).toEqual(before);
  });
});

test('whatever is marked and cleared, the deadline is that of the calendar as it stands, and the journal whole', async () => {
  const day = fc.integer({ min: 0, max: 9 }).map((n) => (n < 2 ? `2026-12-${30 + n}` : `2027-01-0${n - 1}`));
  const act = fc.record({ day, kind: fc.constantFrom('holiday', 'workday', undefined) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (acts) => {
      for (const { day: its, kind } of acts)
        if (kind) await office.call('calendar.mark', { day: its, kind, name: '某日' });
        else await office.reply('calendar.clear', { day: its });
      const stored = office.ledger.db.prepare('SELECT due_on FROM dossier WHERE id = ?').pluck().get(dossierId);
      expect(stored).toBe((await dossier()).aToBDueOn);
    }),
    { numRuns: 20 },
  );
  await signIn(office, LOGINS.admin);
  expect(await office.call('audit.verify', {})).toMatchObject({ whole: true });
});
