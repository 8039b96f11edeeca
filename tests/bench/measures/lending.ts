import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { hash, verify } from '@node-rs/argon2';
import { approvedSlip, BORROWER, lending, officeThatLends, wholeReturn } from '../../api/borrowing-office';
import { CHEAP, openOffice, PIN, signIn } from '../../api/office';
import { journalByHand, openBare } from './bare';
import { median, timed } from './timing';

/** Milliseconds by the clock, p50, and of processor time in all threads, mean: on a computer that others use too both say something. */
export interface LendingFigures {
  lend: number;
  lendBare: number;
  /** Of it, the proving of two secrets. */
  secrets: number;
  processor: { lend: number; lendBare: number; secrets: number };
  rounds: number;
}

/**
 * One lend of a paper, with slip, ledger, signatures and journal, beside a bare transaction that writes the same rows on the same
 * disk. The two secrets are hashed as cheaply as in the tests; what proving them takes is told apart.
 */
export async function measureLending({
  dataDir,
  rounds,
}: {
  dataDir: string;
  rounds: number;
}): Promise<LendingFigures> {
  const office = openOffice('2026-03-02T09:00:00+08:00', undefined, dataDir);
  try {
    const its = await officeThatLends(office);
    const item = { kind: 'item' as const, id: its.items[0]?.id ?? 0 };
    office.ledger.db.pragma('wal_checkpoint(TRUNCATE)');
    const file = join(dataDir, 'bare.sqlite');
    copyFileSync(join(dataDir, 'ledger.sqlite'), file);
    const bare = openBare(file);
    const journal = journalByHand(bare, office);
    const addSlip = bare.prepare(
      `INSERT INTO borrowing (id, state, borrower_id, made_by, department, purpose, way, due_on, no, submitted_on, decided_on, decided_by)
       VALUES (?, 'approved', ?, ?, '业务一部', '核对', 'takeAway', '2026-03-12', ?, '2026-03-02', '2026-03-02', ?)`,
    );
    const addLine = bare.prepare(
      `INSERT INTO borrowing_line (id, borrowing_id, ordinal, kind, dossier_id, item_id, number, name, secrecy, quantity, state)
       VALUES (?, ?, 1, 'item', ?, ?, '', '', 'ordinary', 1, 'asked')`,
    );
    const lendSlip = bare.prepare("UPDATE borrowing SET state = 'lent', lent_on = ?, lent_by = ? WHERE id = ?");
    const lendLine = bare.prepare("UPDATE borrowing_line SET state = 'lent', copies = 0 WHERE id = ?");
    const backLine = bare.prepare(
      "UPDATE borrowing_line SET state = 'returned', returned_on = ?, found = 1 WHERE id = ?",
    );
    const setOut = bare.prepare('UPDATE dossier SET state = ? WHERE id = ?');
    const sign = bare.prepare(
      `INSERT INTO borrowing_signature (borrowing_id, staff_id, name, role, at, content_hash) VALUES (?, ?, '', ?, '2026-03-02', ?)`,
    );
    const byHand = bare.transaction((written: ReturnType<typeof journal.read>, id: number, i: number) => {
      lendSlip.run('2026-03-02', its.people.archivist, id);
      lendLine.run(id);
      sign.run(id, its.people.archivist, 'lender', HASH);
      sign.run(id, its.people.a, 'borrower', HASH);
      setOut.run('partlyLent', its.dossierId);
      journal.write(written, i);
    });
    const taken = { lend: [] as number[], lendBare: [] as number[], secrets: [] as number[] };
    const processor = { lend: 0, lendBare: 0, secrets: 0 };
    const take = async (what: keyof typeof taken, work: () => unknown) => {
      const before = process.cpuUsage();
      taken[what].push(await timed(work));
      const { user, system } = process.cpuUsage(before);
      processor[what] += (user + system) / 1_000 / rounds;
    };
    const pinHash = await hash(PIN, CHEAP);
    for (let i = 0; i < rounds; i += 1) {
      await signIn(office, BORROWER);
      const id = await approvedSlip(office, [item]);
      const input = lending(its.people, id);
      await take('lend', () => office.call('borrowing.lend', input));
      await take('secrets', async () => (await verify(pinHash, PIN)) && (await verify(pinHash, PIN)));
      const written = journal.read();
      addSlip.run(id, its.people.a, its.people.a, String(id), its.people.deputy);
      addLine.run(id, id, its.dossierId, item.id);
      await take('lendBare', () => byHand.immediate(written, id, i));
      backLine.run('2026-03-02', id);
      await office.call('borrowing.giveBack', await wholeReturn(office, its.people, id));
    }
    bare.close();
    const { lend, lendBare, secrets } = taken;
    return { lend: median(lend), lendBare: median(lendBare), secrets: median(secrets), processor, rounds };
  } finally {
    office.close();
  }
}
const HASH = '0'.repeat(64);
