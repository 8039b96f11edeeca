import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { faultsInWords } from '../../renderer/print/NumberRegister';
import type { FormData } from '../../shared/api/print.contract';
import { readByPython } from '../unit/spreadsheet/strangers';
import { guessedPlan, layLedger, oldRows } from './imports';
import {
  acceptAtArchive,
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

let office: Office;
let people: People;
const LOANS = { classId: 1, year: 0 };

/** An old ledger whose numbers have a hole, one number in two writings, and one that no pattern makes. */
beforeAll(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.archivist);
  const numbers = ['鸿借字第001号', '鸿借字第004号', '鸿借字第４号', '旧档甲'];
  layLedger(
    office,
    oldRows(1, numbers.length).map((row, i) => [numbers[i] ?? '', ...row.slice(1)]),
  );
  await office.call('import.read', {});
  await office.call('import.write', { plan: await guessedPlan(office) });
});
afterAll(() => office.close());

describe('a register of numbers with holes and doubles', () => {
  const GAP = { kind: 'gap', from: 2, to: 3, first: '鸿借字第002号', last: '鸿借字第003号' };
  const SAME = { kind: 'sameAs', text: '鸿借字第4号', dossierId: 3, other: '鸿借字第004号', otherDossierId: 2 };
  const UNLIKE = { kind: 'unlike', text: '旧档甲', dossierId: 4 };

  test('names each of them on its page, and counts them beside the series', async () => {
    expect(await office.call('number.faults', LOANS)).toMatchObject([GAP, UNLIKE, SAME]);
    expect(await office.call('number.series', {})).toMatchObject([
      { first: '鸿借字第001号', last: '鸿借字第004号', given: 0, imported: 4, missing: 2, doubtful: 2 },
    ]);
  });

  test('says them on paper, where it is signed for', async () => {
    const asked = { ...LOANS, voidOnly: false };
    const form = (await office.call('print.form', { form: 'number-register', asked })) as Extract<
      FormData,
      { form: 'number-register' }
    >;
    expect(faultsInWords(form.faults)).toEqual([
      '缺 鸿借字第002号 至 鸿借字第003号',
      '旧档甲 不合编号格式',
      '鸿借字第4号 与 鸿借字第004号 疑为同一号',
    ]);
    expect(faultsInWords(Array.from({ length: 21 }, () => form.faults[2] ?? UNLIKE_FAULT)).at(-1)).toBe(
      '共 21 处待核对',
    );
  });

  test('shows in its file which numbers have no place in the series', async () => {
    office.savePath = join(office.dataDir, 'numbers.xlsx');
    const words = JSON.parse(
      readFileSync(new URL('../../renderer/i18n/zh-CN/export.json', import.meta.url), 'utf8'),
    ) as Record<string, string>;
    await office.call('export.save', { list: { name: 'numbers', ...LOANS }, format: 'xlsx', words });
    expect(readByPython(office.savePath).rows.map(([seq, text]) => [seq ?? '', text])).toEqual([
      ['序号', '档号'],
      [1, '鸿借字第001号'],
      [4, '鸿借字第004号'],
      ['', '旧档甲'],
      ['', '鸿借字第4号'],
    ]);
  });

  test('counts on from the highest number; the hole stays a hole', async () => {
    await signIn(office, LOGINS.a);
    const { projectId } = await registerProject(office, people);
    const dossierId = await compileSample(office, projectId);
    expect(await acceptAtArchive(office, await bringToArchive(office, dossierId))).toBe('鸿借字第005号');
    expect(await office.call('number.faults', LOANS)).toMatchObject([GAP, UNLIKE, SAME]);
  });
});
const UNLIKE_FAULT = { kind: 'unlike', id: 1, text: '旧档甲' } as const;

describe('over New Year', () => {
  const next = async (classId: number) =>
    (await office.call('recordClass.overview', {})).classes.find(({ id }) => id === classId)?.nextNumber;
  const spoil = async (classId: number) => {
    const text = (await next(classId)) ?? '';
    return office.call('number.void', { classId, text, reason: '封面写坏', signature: PIN });
  };

  test('a class that is numbered by the year begins again at 1, one that runs on goes on', async () => {
    const research = (await office.call('recordClass.list', {})).find(({ code }) => code === 'research')?.id ?? 0;
    office.at('2026-12-31T23:30:00+08:00');
    await signIn(office, LOGINS.archivist);
    expect(await spoil(research)).toEqual({ text: '鸿研字〔2026〕第001号' });
    expect(await spoil(research)).toEqual({ text: '鸿研字〔2026〕第002号' });
    expect(await spoil(1)).toEqual({ text: '鸿借字第006号' });
    office.at('2027-01-01T00:30:00+08:00');
    await signIn(office, LOGINS.archivist);
    expect([await next(research), await next(1)]).toEqual(['鸿研字〔2027〕第001号', '鸿借字第007号']);
    expect(await spoil(research)).toEqual({ text: '鸿研字〔2027〕第001号' });
    expect(await spoil(1)).toEqual({ text: '鸿借字第007号' });
    const series = await office.call('number.series', {});
    expect(
      series.map(({ year, classId, first, last, missing }) => [
        classId === 1 ? 'loan' : 'research',
        year,
        first,
        last,
        missing,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['loan', 0, '鸿借字第001号', '鸿借字第007号', 2],
        ['research', 2026, '鸿研字〔2026〕第001号', '鸿研字〔2026〕第002号', 0],
        ['research', 2027, '鸿研字〔2027〕第001号', '鸿研字〔2027〕第001号', 0],
      ]),
    );
  });

  test('a dossier that is received in the new year gets its number of that year, whatever year it is of', async () => {
    const research = (await office.call('recordClass.list', {})).find(({ code }) => code === 'research')?.id ?? 0;
    await signIn(office, LOGINS.a);
    const { id } = await office.call('dossier.open', { classId: research, title: '行业调研', year: 2026 });
    const items = [{ part: 'investigation' as const, title: '调研报告', pages: 12 }];
    const { revision } = await office.call('dossier.compile', { id, revision: 0, items });
    const given = await office.call('handover.give', { dossierId: id, kind: 'bToArchive', revision, signature: PIN });
    expect(await acceptAtArchive(office, given.id)).toBe('鸿研字〔2027〕第002号');
  });
});
