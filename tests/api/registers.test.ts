import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ExportedList } from '../../shared/api/export.contract';
import { readByPython } from '../unit/spreadsheet/strangers';
import { decided, ENDED, engageDeciders, MANAGER, shelve } from './disposing';
import {
  acceptAtArchive,
  bringToArchive,
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

const folder = mkdtempSync(join(tmpdir(), 'anjuan-registers-'));
const texts = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../renderer/i18n/zh-CN/${file}.json`, import.meta.url), 'utf8')) as Record<
    string,
    string
  >;
const words = { ...texts('audit'), ...texts('export') };
const NUMBERS = { classId: 1, year: 0 };
const CABINET = { room: '一室', cabinet: '03柜' };
let office: Office;
let files = 0;

/** Two numbers of loans, the second void; a dossier in one box, an empty box beside it and one in another room. */
beforeAll(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  const all = await engageDeciders(office, people);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  await acceptAtArchive(office, await bringToArchive(office, await compileSample(office, projectId)));
  const spoilt = { classId: 1, text: '鸿借字第002号', reason: '封面写坏', signature: PIN };
  await office.call('number.void', spoilt);
  await office.call('place.addBoxes', { ...CABINET, shelf: '2层', box: '10盒' });
  await office.call('place.addBoxes', { ...CABINET, shelf: '2层', box: '9盒' });
  await office.call('place.addBoxes', { room: '二室', cabinet: '01柜', shelf: '1层', box: '01盒' });
  await shelve(office, all, 3, ENDED);
  await signIn(office, LOGINS.archivist);
});
afterAll(() => {
  office.close();
  rmSync(folder, { recursive: true, force: true });
});

async function exported(list: ExportedList, format: 'xlsx' | 'csv') {
  office.savePath = join(folder, `${++files}.${format}`);
  const { rows } = await office.call('export.save', { list, format, words });
  return { ...readByPython(office.savePath, ...(format === 'csv' ? ['utf-8-sig'] : [])), said: rows };
}

describe.each(['xlsx', 'csv'] as const)('the register of numbers as %s', (format) => {
  test('has each number of the series with who declared it void, when and why', async () => {
    const { rows, said } = await exported({ name: 'numbers', ...NUMBERS }, format);
    expect(rows[0]?.slice(0, 7)).toEqual(['序号', '档号', '题名', '来源', '作废日期', '作废人', '作废原因']);
    expect(rows.slice(1).map((row) => row[1])).toEqual(['鸿借字第001号', '鸿借字第002号', '鸿借字第003号']);
    expect(rows[2]?.slice(5, 7)).toEqual(['沈砚秋', '封面写坏']);
    expect(said).toBe(3);
    expect((await exported({ name: 'numbers', ...NUMBERS, voidOnly: true }, format)).said).toBe(1);
  });
});

describe.each(['xlsx', 'csv'] as const)('the list of places as %s', (format) => {
  test('has the cabinet that is looked at, box by box in the order of their numbers, empty boxes among them', async () => {
    const { rows } = await exported({ name: 'places', ...CABINET }, format);
    expect(rows[0]?.slice(0, 6)).toEqual(['库室', '柜', '层', '盒', '档号', '题名']);
    expect(rows.slice(1).map((row) => [row[3], row[4] ?? ''])).toEqual([
      ['07盒', '鸿借字第001号'],
      ['07盒', '鸿借字第003号'],
      ['9盒', ''],
      ['10盒', ''],
    ]);
  });

  test('has every room when it is asked for, and what has no place apart', async () => {
    const { rows } = await exported({ name: 'places' }, format);
    expect(new Set(rows.slice(1).map((row) => row[0]))).toEqual(new Set(['一室', '二室']));
    expect((await exported({ name: 'places', homeless: true }, format)).said).toBe(0);
  });
});

describe('on paper', () => {
  const form = (subject: object) =>
    office.call('print.form', subject as never) as Promise<unknown> as Promise<{ rows: unknown[] }>;

  test('the register of numbers is as it is narrowed on its page', async () => {
    expect(await form({ form: 'number-register', asked: NUMBERS })).toMatchObject({
      className: '借款',
      frame: { barcode: expect.stringMatching(/^AJ-L-/) },
      rows: [{ text: '鸿借字第001号' }, { text: '鸿借字第002号', voidReason: '封面写坏' }, { text: '鸿借字第003号' }],
    });
    expect((await form({ form: 'number-register', asked: { ...NUMBERS, voidOnly: true } })).rows).toHaveLength(1);
  });

  test('the list of places is the cabinet that is looked at, or all of them', async () => {
    expect((await form({ form: 'place-list', asked: CABINET })).rows).toHaveLength(4);
    expect((await form({ form: 'place-list', asked: {} })).rows).toHaveLength(5);
  });

  test('what is due is listed, and what was appraised in its own list', async () => {
    const rows = (group: string) => form({ form: 'due-list', asked: { group } });
    expect(await rows('due')).toMatchObject({ rows: [{ title: '旧贷款 3', keepUntil: '2022-12-31' }] });
    expect((await rows('toDestroy')).rows).toEqual([]);
    const due = (await office.call('disposal.due', {})).rows[0]?.id ?? 0;
    const input = { reason: '到期', lines: [decided(due)], signature: PIN };
    const { id } = await office.call('disposal.appraise', input);
    await signIn(office, MANAGER);
    await office.call('disposal.approve', { id, signature: PIN });
    expect((await rows('due')).rows).toEqual([]);
    expect(await rows('toDestroy')).toMatchObject({ rows: [{ title: '旧贷款 3' }] });
  });

  test('whoever may not read the ledger takes none of them along', async () => {
    await signIn(office, LOGINS.admin);
    const who = { name: '何经理', login: 'hekehu', departmentId: 1, positions: ['customerRelationsManager' as const] };
    await office.call('people.engage', { ...who, password: PASSWORD });
    const permission = 'print.form' as const;
    await office.call('people.allow', { position: 'customerRelationsManager', permission, allowed: true });
    await office.call('people.signIn', { login: 'hekehu', password: PASSWORD });
    for (const subject of [
      { form: 'number-register', asked: NUMBERS },
      { form: 'place-list', asked: {} },
      { form: 'due-list', asked: {} },
    ])
      expect(await office.reply('print.form', subject)).toMatchObject({ error: { code: 'notAllowed' } });
    for (const list of [{ name: 'numbers', ...NUMBERS }, { name: 'places' }])
      expect(await office.reply('export.save', { list, format: 'csv' })).toMatchObject({
        error: { code: 'notAllowed' },
      });
  });
});
