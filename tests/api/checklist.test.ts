import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { completenessOf, missingTitles } from '../../electron/features/dossier/dossier.rules';
import { PARTS } from '../../shared/api/dossier.contract';
import { foundCompany, LOGINS, type Office, openOffice, type People, registerProject, signIn } from './office';

let office: Office;
let people: People;
const LOAN = '贷款项目档案清单';
const paper = (title: string, required = true) => ({ part: 'approval' as const, title, required });

beforeEach(async () => {
  office = openOffice();
  people = await foundCompany(office);
  await signIn(office, LOGINS.archivist);
});
afterEach(() => office.close());

const named = async (name: string) => {
  const found = (await office.call('checklist.list', {})).find((its) => its.name === name);
  if (!found) throw new Error(name);
  return found;
};
const openDossier = async (checklistId: number, n = 1) => {
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people, n);
  const { id } = await office.call('dossier.open', { projectId, title: '贷款', year: 2026, checklistId });
  await signIn(office, LOGINS.archivist);
  return id;
};

describe('a new company', () => {
  test('has lists for loans, guarantees, enterprise and property clients, and complaints', async () => {
    const lists = await office.call('checklist.list', {});
    expect(lists.map(({ name, recordClass, version }) => [name, recordClass, version])).toEqual([
      [LOAN, 'loan', 1],
      ['担保项目档案清单', 'guarantee', 1],
      ['企业客户档案清单', 'clientFile', 1],
      ['物业客户档案清单', 'clientFile', 1],
      ['投诉案卷清单', 'complaintCase', 1],
    ]);
    expect(await office.call('checklist.shipped', {})).toHaveLength(5);
  });

  // SPEC.md section 12, row 8.
  test('has the twelve kinds of papers of a property client', async () => {
    const { entries } = await office.call('checklist.show', { id: (await named('物业客户档案清单')).id });
    expect(entries.map(({ title }) => title)).toEqual([
      ...['房屋单元资料', '缴费记录和押金资料', '装修工程资料', '入住资料', '补充资料', '客户联系资料'],
      ...['紧急联系人资料', '往来函件', '违规和欠费记录', '维修记录', '投诉记录', '单元工程资料'],
    ]);
  });
});

describe('a changed list', () => {
  test('is a new version; a dossier keeps the one it was made from, and the old one can be read', async () => {
    const old = await named(LOAN);
    const dossierId = await openDossier(old.id);
    const { missing } = await office.call('dossier.show', { id: dossierId });
    const made = await office.call('checklist.revise', { id: old.id, name: LOAN, entries: [paper('一张纸')] });
    expect(made.version).toBe(2);
    expect(await office.call('dossier.show', { id: dossierId })).toMatchObject({
      checklist: { id: old.id, name: LOAN, version: 1 },
      missing,
    });
    const second = await openDossier(made.id, 2);
    expect(await office.call('dossier.show', { id: second })).toMatchObject({
      checklist: { version: 2 },
      missing: ['一张纸'],
    });
    const before = await office.call('checklist.show', { id: old.id });
    expect([before.entries.length, before.dossiers]).toEqual([old.entries, 1]);
    expect(before.versions.map((its) => [its.version, its.madeBy, its.dossiers])).toEqual([
      [2, '沈砚秋', 1],
      [1, undefined, 1],
    ]);
    expect(await named(LOAN)).toMatchObject({ id: made.id, version: 2, entries: 1, required: 1 });
  });

  test('is refused when somebody was quicker, when nothing is different, and when a title stands there twice', async () => {
    const { id } = await named(LOAN);
    const { entries } = await office.call('checklist.show', { id });
    const reason = async (input: object) => {
      const reply = await office.reply('checklist.revise', { id, name: LOAN, entries, ...input });
      return reply.ok ? undefined : reply.error.reason;
    };
    expect(await reason({})).toBe('checklistUnchanged');
    expect(await reason({ entries: [...entries, paper('借款申请书 ')] })).toBe('checklistTitleTwice');
    expect(await reason({ name: '投诉案卷清单' })).toBe('checklistExists');
    expect(await reason({ entries: [...entries].reverse() })).toBeUndefined();
    expect(await reason({ entries: [paper('迟了')] })).toBe('checklistRevisedMeanwhile');
  });

  test('never changes a version, by SQL neither', async () => {
    const { id } = await named(LOAN);
    const { id: made } = await office.call('checklist.make', {
      name: '新清单',
      recordClass: 'other',
      entries: [paper('甲')],
    });
    await office.call('checklist.revise', { id: made, name: '新清单', entries: [paper('乙')] });
    await openDossier(id);
    const { db } = office.ledger;
    for (const sql of [
      "UPDATE checklist SET name = 'x'",
      'DELETE FROM checklist_entry',
      "UPDATE checklist_entry SET title = 'x' WHERE required = 0",
      `INSERT INTO checklist_entry (checklist_id, part, ordinal, title, required) VALUES (${id}, 'annex', 9, 'x', 0)`,
      `INSERT INTO checklist_entry (checklist_id, part, ordinal, title, required) VALUES (${made}, 'annex', 9, 'x', 0)`,
    ])
      expect(() => db.exec(sql), sql).toThrow(/never changes/);
  });

  test('belongs to those who may edit lists', async () => {
    const { id } = await named(LOAN);
    await signIn(office, LOGINS.a);
    expect(await office.reply('checklist.revise', { id, name: LOAN, entries: [paper('甲')] })).toMatchObject({
      error: { code: 'notAllowed' },
    });
  });
});

describe('a dossier', () => {
  test('says how many of its papers are complete, missing and unsigned, and which are missing', async () => {
    const { id: checklistId } = await office.call('checklist.make', {
      ...{
        name: '四件',
        recordClass: 'loan',
        entries: ['甲', '乙', '丙', '丁'].map((its) => paper(its, its !== '丁')),
      },
    });
    const id = await openDossier(checklistId);
    await signIn(office, LOGINS.a);
    const shown = () => office.call('dossier.show', { id });
    // It is filled with all four, also with the one that need not be there: a line without pages waits for its paper.
    expect(await shown()).toMatchObject({
      completeness: { complete: 0, missing: 4, unsigned: 0 },
      missing: ['甲', '乙', '丙', '丁'],
    });
    const write = async (items: { title: string; pages: number; signatureComplete?: boolean; part?: 'annex' }[]) => {
      const { revision } = await shown();
      const list = items.map((its) => ({ part: 'approval' as const, ...its }));
      await office.call('dossier.compile', { id, revision, items: list });
    };
    // A paper of the annex counts nowhere, one that the checklist does not know counts as any other.
    await write([
      { title: '甲', pages: 2 },
      { title: '乙', pages: 1, signatureComplete: false },
      { title: '另一件', pages: 1 },
      { title: '丙', pages: 0 },
      { title: '客户联', pages: 4, part: 'annex', signatureComplete: false },
    ]);
    expect(await shown()).toMatchObject({
      completeness: { complete: 2, missing: 1, unsigned: 1 },
      missing: ['丙'],
    });
    await write(['甲', '乙', '丙'].map((its) => ({ title: its, pages: 1 })));
    expect(await shown()).toMatchObject({ completeness: { complete: 3, missing: 0, unsigned: 0 }, missing: [] });
  });
});

const title = fc.constantFrom('甲', '乙', '丙', '丁', '戊');
const item = fc.record({
  part: fc.constantFrom(...PARTS),
  title,
  pages: fc.nat(2),
  signatureComplete: fc.boolean(),
});

test('completeness counts every paper of the volume once, and nothing is missing only when nothing is named as missing', () => {
  fc.assert(
    fc.property(fc.uniqueArray(title), fc.array(item), (required, items) => {
      const missing = missingTitles(required, items);
      const { complete, unsigned, missing: count } = completenessOf(items, missing);
      expect(complete + unsigned).toBe(items.filter(({ part, pages }) => part !== 'annex' && pages > 0).length);
      expect(count).toBe(missing.length);
      // One more paper with its pages never makes a dossier less complete.
      const more = [...items, { part: 'contracts' as const, title: '甲', pages: 1, signatureComplete: true }];
      expect(completenessOf(more, missingTitles(required, more)).missing).toBeLessThanOrEqual(count);
    }),
  );
});
