import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { ExportFormat } from '../../shared/api/export.contract';
import type { LedgerRow } from '../../shared/api/ledger.contract';
import { guessedPlan } from './imports';
import { foundCompany, LOGINS, type Office, openOffice, signIn } from './office';

const DOSSIERS = 2_000;
const WORDS = ['audit', 'export'];
const wordsOf = (language: string): Record<string, string> =>
  Object.assign(
    {},
    ...WORDS.map((file) =>
      JSON.parse(readFileSync(new URL(`../../renderer/i18n/${language}/${file}.json`, import.meta.url), 'utf8')),
    ),
  );

const openWithPeople = async (): Promise<Office> => {
  const office = openOffice();
  await foundCompany(office);
  await signIn(office, LOGINS.archivist);
  return office;
};

let from: Office;
let to: Office;
beforeAll(async () => {
  from = await openWithPeople();
  fill(from);
});
afterAll(() => from.close());
beforeEach(async () => {
  to = await openWithPeople();
});
afterEach(() => to.close());

/** Titles and remarks that spreadsheets and separators like to spoil. */
const ODD = [
  '𠮷庆㐂',
  '=1+1',
  '\'引号"',
  '甲,乙;丙\t丁',
  '+86 755',
  '_x0041_',
  '００７',
  ' 中 间 ',
  '-',
  '@x',
  '2020-1-1',
];
const STATES = ['received', 'received', 'received', 'collecting', 'transferred', 'destroyed'] as const;

/** Dossiers of every kind that a ledger on paper can have, straight into the tables as one event. */
function fill(office: Office): void {
  const { db } = office.ledger;
  const at = { at: '2026-03-02T01:00:00.000Z', today: '2026-03-02', windowId: 1, actor: undefined };
  const run = (sql: string, ...values: (string | number | null)[]) =>
    Number(db.prepare(sql).run(...values).lastInsertRowid);
  const one = (i: number) => {
    const odd = ODD[i % ODD.length]?.trim().replace(/\t/g, ' ') ?? '';
    const state = STATES[i % STATES.length] ?? 'received';
    const settled = state !== 'collecting';
    const isProject = i % 5 !== 4;
    const day = (n: number) => new Date(Date.UTC(2010, 0, 1 + ((i * 7 + n) % 5_000))).toISOString().slice(0, 10);
    const client = run("INSERT INTO client (kind, name, owner_id) VALUES ('enterprise', ?, 2)", `${odd}商贸${i}`);
    const ended = i % 3 === 0 ? day(400) : null;
    const project = isProject
      ? run(
          `INSERT INTO project (client_id, name, business_type, contract_no, amount_fen, a_manager_id, b_manager_id, ended_on)
           VALUES (?, ?, ?, ?, 100, 2, 3, ?)`,
          ...[client, odd, i % 2 === 0 ? 'loan' : 'guarantee', `合${i} ${odd}`, ended],
        )
      : null;
    const classId = isProject ? (i % 2 === 0 ? 1 : 2) : 4 + (i % 7);
    const retention = 1 + (i % 3);
    const years = [null, 30, 10][i % 3] ?? null;
    // Full-width digits of a number are the same number: they come back as ordinary ones.
    const no = settled ? `旧${odd.replace('００７', '')}第${i}号` : null;
    const place =
      i % 4 === 0
        ? null
        : run('INSERT INTO place (room, cabinet, shelf, box) VALUES (?, ?, ?, ?)', '一室', `${i}柜`, '2', `${odd}盒`);
    const until =
      ended && years ? `${Number(ended.slice(0, 4)) + years}${ended.slice(4).replace('-02-29', '-02-28')}` : null;
    const id = run(
      `INSERT INTO dossier (project_id, client_id, keeper_id, class_id, title, year, retention_id, secrecy, state, holder, revision,
         volume_count, item_count, page_count, opened_on, due_on, archive_no, received_on, ended_on, keep_until, place_id, remarks,
         origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, '2020-01-01', ?, ?, ?, ?, ?, ?, ?, 'imported')`,
      ...[
        project,
        isProject ? null : client,
        isProject ? null : 3,
        classId,
        `${odd}卷${i}`,
        2010 + (i % 15),
        retention,
      ],
      ...[['ordinary', 'confidential', 'secret'][i % 3] ?? 'ordinary', state],
      { received: 'archive', transferred: 'outside', destroyed: 'nobody', collecting: isProject ? 'a' : 'b' }[state],
      ...[
        1 + (i % 3),
        i % 60,
        i % 400,
        settled ? null : day(5_000),
        no,
        settled ? day(30) : null,
        ended,
        until,
        place,
        odd,
      ],
    );
    if (no)
      run(
        "INSERT INTO archive_number (class_id, year, seq, text, dossier_id, origin) VALUES (?, 0, NULL, ?, ?, 'imported')",
        classId,
        no,
        id,
      );
  };
  office.app.journal.commit(at, 'test.fill', {}, () => {
    for (let i = 0; i < DOSSIERS; i += 1) one(i);
  });
}

/** Every row of the ledger in the order in which it was opened, without the numbers of our own making. */
async function ledgerOf(office: Office): Promise<Omit<LedgerRow, 'id' | 'classId' | 'retentionId'>[]> {
  const rows: LedgerRow[] = [];
  for (let offset = 0; offset < DOSSIERS; offset += 200)
    rows.push(...(await office.call('ledger.list', { sort: 'opened', descending: false, offset, limit: 200 })).rows);
  return rows.map(({ id: _, classId: __, retentionId: ___, ...row }) => row);
}

async function carry(format: ExportFormat, language: string): Promise<void> {
  from.savePath = join(from.dataDir, 'ledger.out');
  const list = { name: 'ledger', sort: 'opened', descending: false } as const;
  await from.call('export.save', { list, format, words: wordsOf(language) });
  // The name says nothing: what a file is it says itself.
  const path = join(to.dataDir, 'brought');
  renameSync(from.savePath, path);
  to.chosenFiles = [path];
  await to.call('import.read', {});
  const plan = await guessedPlan(to);
  const found = await to.call('import.check', { plan });
  expect(found.shown.slice(0, 5)).toEqual([]);
  expect(await to.call('import.write', { plan })).toMatchObject({ dossiers: DOSSIERS });
}

const differing = <R>(one: readonly R[], other: readonly R[]) =>
  one.filter((row, i) => JSON.stringify(row) !== JSON.stringify(other[i]));

test.each([
  ['xlsx', 'zh-CN'],
  ['csv', 'en'],
] as const)(
  'a ledger that is exported as %s in %s and imported into an empty company has the same rows',
  async (format, language) => {
    await carry(format, language);
    const [before, after] = [await ledgerOf(from), await ledgerOf(to)];
    expect(after).toEqual(before);
    expect(after).toHaveLength(DOSSIERS);
    // One cell that is altered is seen.
    const ctx = { at: '2026-03-02T01:00:01.000Z', today: '2026-03-02', windowId: 1, actor: undefined };
    const alter = 'UPDATE dossier SET page_count = page_count + 1 WHERE id = 1234';
    to.app.journal.commit(ctx, 'test.alter', {}, () => to.ledger.db.exec(alter));
    expect(differing(await ledgerOf(to), before)).toHaveLength(1);
  },
);
