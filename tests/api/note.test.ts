import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  acceptAtArchive,
  bringToArchive,
  compileSample,
  foundCompany,
  LOGINS,
  type Office,
  openOffice,
  PLACE,
  registerProject,
  signIn,
} from './office';

let office: Office;
let dossierId: number;

beforeAll(async () => {
  office = openOffice();
  const people = await foundCompany(office);
  await signIn(office, LOGINS.a);
  const { projectId } = await registerProject(office, people);
  dossierId = await compileSample(office, projectId);
});
afterAll(() => office.close());

const write = (text: string) => office.call('note.write', { dossierId, kind: 'damaged', text });

describe('the notes of a dossier', () => {
  test('stay as they were written; a wrong one is struck with the reason, and both are read', async () => {
    await write('第 12 页缺角');
    const { id } = await write('写错了的一条');
    await signIn(office, LOGINS.archivist);
    office.at('2026-03-03T09:00:00+08:00');
    await signIn(office, LOGINS.archivist);
    await office.call('note.strike', { id, reason: '不是这一卷' });
    const notes = await office.call('note.list', { dossierId });
    expect(notes).toMatchObject([
      { kind: 'damaged', text: '第 12 页缺角', notedOn: '2026-03-02', by: '顾行简' },
      { text: '写错了的一条', struck: { on: '2026-03-03', by: '沈砚秋', reason: '不是这一卷' } },
    ]);
    expect(notes[0]).not.toHaveProperty('struck');
    const again = await office.reply('note.strike', { id, reason: '再划一次' });
    expect(again).toMatchObject({ ok: false, error: { reason: 'noteAlreadyStruck' } });
    const striking = await office.reply('note.strike', { id: id + 1, reason: '划去划去' });
    expect(striking).toMatchObject({ ok: false, error: { reason: 'noSuchNote' } });
  });

  test('are refused of a volume that is not there, and without words', async () => {
    const volume = await office.reply('note.write', { dossierId, kind: 'other', text: '第二册', volume: 2 });
    expect(volume).toMatchObject({ ok: false, error: { reason: 'noSuchVolume', details: { volume: 2, volumes: 1 } } });
    expect(await office.reply('note.write', { dossierId, kind: 'other', text: ' ' })).toMatchObject({ ok: false });
    expect(await office.reply('note.write', { dossierId: 99, kind: 'other', text: 'x' })).toMatchObject({
      error: { reason: 'noSuchDossier' },
    });
  });

  test('stand on the note sheet with who compiled and who checked, as the handovers were signed', async () => {
    const before = await office.call('print.form', { form: 'note-sheet', id: dossierId });
    expect(before).toMatchObject({ filing: { keeper: '顾行简' } });
    expect(before).not.toHaveProperty('filing.checker');
    await acceptAtArchive(office, await bringToArchive(office, dossierId));
    const after = await office.call('print.form', { form: 'note-sheet', id: dossierId });
    const days = { keptOn: '2026-03-03', checkedOn: '2026-03-03' };
    expect(after).toMatchObject({ filing: { keeper: '顾行简', checker: '沈砚秋', ...days } });
  });
});

describe('labels', () => {
  test('of the shelf name its number, items and box; of a box the numbers in it', async () => {
    const labels = await office.call('print.form', { form: 'spine-label', asked: { filter: { state: 'received' } } });
    expect(labels).toMatchObject({
      labels: [
        { dossierId, archiveNo: '鸿借字第001号', volume: 1, volumes: 1, from: 1, to: 38, items: 38, place: PLACE },
      ],
    });
    const boxes = await office.call('print.form', { form: 'box-labels', id: dossierId });
    const runs = [{ first: '鸿借字第001号', last: '鸿借字第001号', dossiers: 1 }];
    expect(boxes).toMatchObject({ boxes: [{ barcode: 'AJ-B-000001', place: PLACE, dossiers: 1, runs }] });
  });
});
