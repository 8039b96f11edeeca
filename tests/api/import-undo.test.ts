import { setImmediate } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { liveTables } from '../db/replay';
import { searchTables } from '../db/search-tables';
import { engageDeciders, RECEIVER } from './disposing';
import { pngOf, send } from './files';
import { caughtUp, guessedPlan, layLedger, oldRows, type Plan } from './imports';
import { foundCompany, LOGINS, type Office, openOffice, type People, PIN, signIn } from './office';
import { SAMPLE_TITLES } from './title-office';

/** An import can be undone while nothing was built on it: whatever builds on it names the record that stands in the way. */
let office: Office;
let people: People;

/** What an import brought in, by number. */
interface Brought {
  importId: number;
  dossierId: number;
  projectId: number;
  clientId: number;
}

beforeAll(async () => {
  office = openOffice();
  people = await foundCompany(office);
  people = await engageDeciders(office, people);
});
afterAll(() => office.close());

let n = 0;
/** One dossier on the shelf with its project and its client, none of which was there before. */
async function bringIn(): Promise<Brought> {
  n += 1;
  await signIn(office, LOGINS.archivist);
  const no = `旧借${n}号`;
  layLedger(office, [
    [no, `旧贷${n}`, `客户${n}商行`, `旧合${n}`, '顾行简', '罗书意', '2019-03-09', '旧库 1柜 2层 3盒', '借款'],
  ]);
  await office.call('import.read', {});
  const { id: importId } = await office.call('import.write', { plan: await guessedPlan(office) });
  const { rows } = await office.call('ledger.list', { filter: { archiveNo: no } });
  const [project] = (await office.call('project.list', {})).filter(({ contractNo }) => contractNo === `旧合${n}`);
  return {
    importId,
    dossierId: rows[0]?.id ?? 0,
    projectId: project?.id ?? 0,
    clientId: project?.clientId ?? 0,
  };
}

const WAYS: Readonly<Record<string, (its: Brought) => Promise<unknown>>> = {
  'a note on the note sheet': ({ dossierId }) =>
    office.call('note.write', { dossierId, kind: 'damaged', text: '缺第三页' }),
  'a scan': ({ dossierId }) => send(office, { kind: 'dossier', id: dossierId }, 'scan.png', pngOf(`scan ${dossierId}`)),
  'a request to borrow it': ({ dossierId }) =>
    office.call('borrowing.submit', { things: [{ kind: 'dossier', id: dossierId }], purpose: '检查', way: 'readHere' }),
  'a list that hands it to outside': ({ dossierId }) =>
    office.call('disposal.listForTransfer', {
      ...{ dossierIds: [dossierId], reason: '集团统一保管', ...RECEIVER, supervisorId: people.a, signature: PIN },
    }),
  'titles handed over for its project': async ({ projectId }) => {
    await signIn(office, LOGINS.a);
    const lines = SAMPLE_TITLES.map((its) => ({ ...its, certificateNo: `${its.certificateNo} ${projectId}` }));
    return office.call('titleHandover.give', { projectId, obtainedOn: '2026-03-02', lines, signature: PIN });
  },
  'a correction of its client': async ({ clientId }) => {
    await signIn(office, LOGINS.a);
    return office.call('client.correct', { id: clientId, kind: 'enterprise', name: `更名商行${clientId}` });
  },
  'another number': async ({ dossierId }) => {
    const { classes } = await office.call('recordClass.overview', {});
    const its = classes.find(({ code }) => code === 'guarantee');
    const { id: classId = 0, nextNumber: archiveNo = '' } = its ?? {};
    return office.call('number.replace', { dossierId, classId, archiveNo, reason: '应归担保类', signature: PIN });
  },
  'another place': ({ dossierId }) =>
    office.call('ledger.place', { id: dossierId, room: '一室', cabinet: '1柜', shelf: '1层', box: '1盒' }),
};

const undo = async (id: number) => {
  await signIn(office, LOGINS.archivist);
  return office.reply('import.undo', { id, reason: '拿错了文件', signature: PIN });
};

test.each(Object.entries(WAYS))('%s keeps the import from being undone, and is named', async (_, build) => {
  const its = await bringIn();
  const before = office.app.journal.head().seq;
  await build(its);
  expect(office.app.journal.head().seq).toBeGreaterThan(before);
  const refused = await undo(its.importId);
  expect(refused).toMatchObject({ error: { code: 'conflict', reason: 'importBuiltUpon' } });
  const name = refused.ok ? '' : refused.error.details.name;
  expect(String(name)).toMatch(new RegExp(`旧借${n}号|旧合${n}|客户${n}商行|更名商行`));
  expect((await office.call('ledger.list', { filter: { title: `旧贷${n}` } })).total).toBe(1);
});

test('without any of it the import is undone', async () => {
  const { importId } = await bringIn();
  expect(await undo(importId)).toMatchObject({ ok: true, data: { dossiers: 1 } });
  expect((await office.call('ledger.list', { filter: { title: `旧贷${n}` } })).total).toBe(0);
});

describe('table by table', () => {
  let alone: Office;
  let founded: ReturnType<typeof dump>;
  beforeEach(async () => {
    alone = openOffice();
    await foundCompany(alone);
    founded = dump();
    await signIn(alone, LOGINS.archivist);
    // Something of each kind is there before, and some of it is what the file names, too.
    await bringRows(oldRows(1, 3));
  });
  afterEach(() => alone.close());

  const bringRows = async (rows: readonly (readonly string[])[], people: Plan['people'] = []) => {
    layLedger(alone, rows);
    await alone.call('import.read', {});
    return alone.call('import.write', { plan: { ...(await guessedPlan(alone)), people } });
  };
  /** The second file: a client, a box and a manager whom nobody knew, beside those of the first. */
  const bringMany = (count: number) => {
    const rows = oldRows(100, count).map((its, i) =>
      i % 3 > 0 ? its : its.with(2, `松江商行${i}`).with(4, '离职的人').with(7, `旧库 2柜 1层 ${i}盒`),
    );
    return bringRows(rows, [{ name: '离职的人', is: 'left' }]);
  };
  const dump = () => [...liveTables(alone.ledger.db)].map(([table, its]) => [table, Object.fromEntries(its)] as const);
  const differing = (one: ReturnType<typeof dump>, other: ReturnType<typeof dump>) =>
    one.filter(([table, its], i) => JSON.stringify([table, its]) !== JSON.stringify(other[i])).map(([table]) => table);
  const undoAlone = (id: number) => alone.reply('import.undo', { id, reason: '拿错了文件', signature: PIN });

  test('what came with an import is gone, but for the people whom it named and the line that says so', async () => {
    const [before, searched] = [dump(), searchTables(alone.ledger.db)];
    const { id } = await bringMany(30);
    const between = dump();
    const written = ['archive_number', 'client', 'dossier', 'import_batch', 'place', 'project', 'staff'];
    expect(differing(before, between).sort()).toEqual(written);
    expect(await undoAlone(id)).toMatchObject({ ok: true });
    const after = dump();
    expect(differing(before, after).sort()).toEqual(['import_batch', 'staff']);
    const added = (table: string) => {
      const [was, is] = [before, after].map((its) => Object.entries(its.find(([name]) => name === table)?.[1] ?? {}));
      expect(is?.slice(0, was?.length)).toEqual(was);
      return is?.slice(was?.length).map(([, row]) => JSON.parse(row) as Record<string, unknown>);
    };
    expect(added('staff')).toMatchObject([{ name: '离职的人', employment: 'left', login: null }]);
    expect(added('import_batch')).toMatchObject([{ id, dossiers: 30, people: 1, undo_reason: '拿错了文件' }]);
    expect(searchTables(alone.ledger.db)).toMatchObject({
      search_dossier: { records: searched.search_dossier?.records },
    });
    // With the first import gone, too, how its columns were understood is the only thing left of the files.
    expect(await undoAlone(id - 1)).toMatchObject({ ok: true });
    expect(differing(founded, dump()).sort()).toEqual(['import_batch', 'import_mapping', 'staff']);
  });

  test('an undo that is given up half way has undone nothing, and can be done again', async () => {
    const before = dump();
    const { id } = await bringMany(1_500);
    await caughtUp(alone);
    const [between, searched] = [dump(), searchTables(alone.ledger.db)];
    const undoing = undoAlone(id);
    const rowsAreGoing = async () => {
      const progress = await alone.call('import.progress', {});
      return progress?.doing === 'undoing' && progress.share > 0;
    };
    while (!(await rowsAreGoing())) await setImmediate();
    await alone.call('import.cancel', {});
    expect(await undoing).toMatchObject({ error: { reason: 'jobCancelled' } });
    expect(dump()).toEqual(between);
    expect(searchTables(alone.ledger.db)).toEqual(searched);
    expect(await undoAlone(id)).toMatchObject({ data: { dossiers: 1_500 } });
    expect(differing(before, dump()).sort()).toEqual(['import_batch', 'staff']);
  });
});
