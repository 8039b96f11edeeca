import type { Database } from 'better-sqlite3';
import type { BagCheck, BagCounts, CheckState, RehearsalView, RestoreRow } from '../../../shared/api/restore.contract';
import type { SignedRestore } from './restore.rules';

interface StoredRehearsal {
  id: number;
  rehearsedAt: string;
  rehearsedBy: string;
  place: string;
  name: string;
  passed: 0 | 1;
  company: string | null;
  madeAt: string | null;
  madeBy: string | null;
  seq: number | null;
  head: string | null;
  schema: number | null;
  bytes: number | null;
  files: number | null;
  counts: string | null;
  missingScans: number;
  checks: string;
  fault: string | null;
}
export type NewRehearsal = Omit<StoredRehearsal, 'id' | 'rehearsedBy'> & { rehearsedBy: number };
export type RestoreRepo = ReturnType<typeof createRestoreRepo>;

/** The list shows the newest; `total` says how many there are. */
const MOST_REHEARSALS = 20;

const REHEARSAL = `SELECT r.id, r.rehearsed_at AS rehearsedAt, s.name AS rehearsedBy, r.place, r.name, r.passed, r.company,
  r.made_at AS madeAt, r.made_by AS madeBy, r.seq, r.head, r.schema, r.bytes, r.files, r.counts, r.missing_scans AS missingScans,
  r.checks, r.fault FROM rehearsal r JOIN staff s ON s.id = r.rehearsed_by`;

/** The only writer of restore and rehearsal; of the journal it reads what a restore would lose. */
export function createRestoreRepo(db: Database) {
  const addRestore = db.prepare<SignedRestore & { contentHash: string }>(
    `INSERT INTO restore (restored_at, place, name, seq, head, old_seq, old_head, lost_events, although_newer, aside, first_name,
                          second_name, content_hash)
     VALUES (@restoredAt, @place, @name, @seq, @head, @oldSeq, @oldHead, @lostEvents, @althoughNewer, @aside, @firstName,
             @secondName, @contentHash)`,
  );
  const restores = db.prepare<[], RestoreRow>(
    `SELECT id, restored_at AS restoredAt, name, seq, lost_events AS lost, first_name AS first, second_name AS second, aside
     FROM restore ORDER BY id DESC`,
  );
  const signed = db.prepare<[], SignedRestore & { id: number; contentHash: string }>(
    `SELECT id, restored_at AS restoredAt, place, name, seq, head, old_seq AS oldSeq, old_head AS oldHead,
       lost_events AS lostEvents, although_newer AS althoughNewer, aside, first_name AS firstName, second_name AS secondName,
       content_hash AS contentHash FROM restore ORDER BY id`,
  );
  const signedIn = db
    .prepare<[number], number>("SELECT max(event_seq) FROM change WHERE table_name = 'restore' AND row_id = ?")
    .pluck();
  const addRehearsal = db.prepare<NewRehearsal>(
    `INSERT INTO rehearsal (rehearsed_at, rehearsed_by, place, name, passed, company, made_at, made_by, seq, head, schema, bytes,
                            files, counts, missing_scans, checks, fault)
     VALUES (@rehearsedAt, @rehearsedBy, @place, @name, @passed, @company, @madeAt, @madeBy, @seq, @head, @schema, @bytes, @files,
             @counts, @missingScans, @checks, @fault)`,
  );
  const newest = db.prepare<[number], StoredRehearsal>(`${REHEARSAL} ORDER BY r.id DESC LIMIT ?`);
  const byId = db.prepare<[number], StoredRehearsal>(`${REHEARSAL} WHERE r.id = ?`);
  const count = db.prepare<[], number>('SELECT count(*) FROM rehearsal').pluck();
  return {
    ...createJournalReader(db),
    restores: () => restores.all(),
    signed: () => signed.all(),
    signedIn: (id: number) => signedIn.get(id) ?? 0,
    addRestore: (its: SignedRestore, contentHash: string) => addRestore.run({ ...its, contentHash }),
    addRehearsal: (its: NewRehearsal) => Number(addRehearsal.run(its).lastInsertRowid),
    rehearsals: () => ({ rows: newest.all(MOST_REHEARSALS).map(viewOf), total: count.get() ?? 0 }),
    rehearsal: (id: number): RehearsalView | undefined => {
      const found = byId.get(id);
      return found && viewOf(found);
    },
  };
}

/** The journal of a ledger, as far as a restore must know it. */
function createJournalReader(db: Database) {
  const hashAt = db.prepare<[number], string>('SELECT hash FROM event WHERE seq = ?').pluck();
  const kinds = db.prepare<[number], { action: string; count: number }>(
    'SELECT action, count(*) AS count FROM event WHERE seq > ? GROUP BY action ORDER BY count DESC, action',
  );
  const newer = db.prepare<[number], { seq: number; place: string }>(
    'SELECT seq, place FROM backup WHERE seq > ? ORDER BY seq DESC LIMIT 1',
  );
  const isStaff = db.prepare<[number, string], 1>('SELECT 1 FROM staff WHERE id = ? AND name = ?').pluck();
  return {
    hashAt: (seq: number) => hashAt.get(seq),
    kindsAfter: (seq: number) => kinds.all(seq),
    /** The newest backup that it remembers, if that goes further. */
    backedUpAfter: (seq: number) => newer.get(seq),
    isStaff: (id: number, name: string) => isStaff.get(id, name) === 1,
  };
}

function viewOf({ passed, counts, checks, ...row }: StoredRehearsal): RehearsalView {
  const given = Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
  return {
    ...(given as unknown as Omit<RehearsalView, 'passed' | 'counts' | 'checks'>),
    passed: passed === 1,
    checks: JSON.parse(checks) as Record<BagCheck, CheckState>,
    ...(counts !== null && { counts: JSON.parse(counts) as BagCounts }),
  };
}
