import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { indexWords } from '../../../electron/search/tokenise';
import { LOGINS, type Office, openOffice, PASSWORD } from '../../api/office';
import { SEED_NOW } from '../seed/seed';
import { journalByHand, openBare } from './bare';
import { median, timed } from './timing';

const ROUNDS = 200;

/** Milliseconds, p50. */
export interface DurableFigures {
  compile: number;
  compileBare: number;
  check: number;
  checkBare: number;
}

/** The program's durable commands, each beside a bare transaction that writes the same rows on the same disk. */
export async function measureDurable({ dataDir }: { dataDir: string }): Promise<DurableFigures> {
  const bareFile = join(dataDir, 'bare.sqlite');
  copyFileSync(join(dataDir, 'ledger.sqlite'), bareFile);
  const office = openOffice(SEED_NOW, undefined, dataDir);
  const bare = openBare(bareFile);
  try {
    return {
      ...(await measureCompile(office, bare)),
      ...(await measureCheck(office, bare)),
    };
  } finally {
    bare.close();
    office.close();
  }
}

async function sequence(rounds: number, work: (i: number) => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < rounds; i += 1) times.push(await work(i));
  return times;
}

async function measureCompile(office: Office, bare: Database) {
  const { db } = office.ledger;
  const { id, login } = db
    .prepare<[], { id: number; login: string }>(
      `SELECT d.id, s.login FROM dossier d JOIN project p ON p.id = d.project_id JOIN staff s ON s.id = p.a_manager_id
       WHERE d.state = 'collecting' ORDER BY d.id LIMIT 1`,
    )
    .get() as { id: number; login: string };
  await office.call('people.signIn', { login, password: PASSWORD });
  const view = await office.call('dossier.show', { id });
  const items = view.items.map(({ contractCode: _, ...item }) => item);
  const journal = journalByHand(bare, office);
  const retitle = bare.prepare('UPDATE dossier_item SET title = ? WHERE id = ?');
  const count = bare.prepare('UPDATE dossier SET revision = revision + 1, item_count = ?, page_count = ? WHERE id = ?');
  const forget = bare.prepare('DELETE FROM search_dossier_item WHERE rowid = ?');
  const index = bare.prepare('INSERT INTO search_dossier_item (rowid, words) VALUES (?, CAST(? AS TEXT))');
  const byHand = bare.transaction(
    (written: ReturnType<typeof journal.read>, title: string, words: Buffer, i: number) => {
      const itemId = items[0]?.id ?? 0;
      retitle.run(title, itemId);
      count.run(39, 100 + i, id);
      journal.write(written, i);
      forget.run(itemId);
      index.run(itemId, words);
    },
  );
  let { revision } = view;
  const compileBare: number[] = [];
  const compile = await sequence(ROUNDS, async (i) => {
    const title = `${view.items[0]?.title ?? ''} 第${i}稿`;
    const changed = items.map((item, n) => (n === 0 ? { ...item, title } : item));
    const ms = await timed(async () => {
      ({ revision } = await office.call('dossier.compile', { id, revision, items: changed }));
    });
    const words = indexWords([title, items[0]?.documentNo ?? '', items[0]?.responsible ?? ''], false);
    const written = journal.read();
    compileBare.push(await timed(() => byHand.immediate(written, title, words, i)));
    return ms;
  });
  return { compile: median(compile), compileBare: median(compileBare) };
}

async function measureCheck(office: Office, bare: Database) {
  const { db } = office.ledger;
  const { id } = db
    .prepare<[], { id: number }>(
      "SELECT id FROM handover WHERE state = 'given' AND kind = 'bToArchive' ORDER BY id LIMIT 1",
    )
    .get() as { id: number };
  await office.call('people.signIn', { login: LOGINS.archivist, password: PASSWORD });
  const { items } = await office.call('handover.show', { id });
  const journal = journalByHand(bare, office);
  const find = bare.prepare('UPDATE handover_item SET pages_found = ? WHERE id = ? AND handover_id = ?');
  const byHand = bare.transaction((written: ReturnType<typeof journal.read>, itemId: number, i: number) => {
    find.run(i, itemId, id);
    journal.write(written, ROUNDS + i);
  });
  const checkBare: number[] = [];
  const check = await sequence(ROUNDS, async (i) => {
    const itemId = items[i % items.length]?.id ?? 0;
    const ms = await timed(() => office.call('handover.check', { id, found: [{ itemId, pagesFound: i }] }));
    const written = journal.read();
    checkBare.push(await timed(() => byHand.immediate(written, itemId, i)));
    return ms;
  });
  return { check: median(check), checkBare: median(checkBare) };
}
