import { castCompany, complain, signInAs } from '../../api/complaints';
import { type Office, openOffice } from '../../api/office';

/** Milliseconds until the answer, and the longest that nobody else was answered meanwhile: by the clock and of processor time. */
export interface ComplaintFigure {
  what: string;
  took: number;
  held: number;
  heldProcessor: number;
}

const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const ASKED: readonly (readonly [what: string, name: string, input: object])[] = [
  ['statistics, for the first time', 'complaintBook.statistics', YEAR],
  ['statistics, again', 'complaintBook.statistics', YEAR],
  ['list behind a number', 'complaintBook.counted', { ...YEAR, which: 'closed' }],
  ['closed cases', 'complaint.list', { which: 'closed' }],
  ['all cases', 'complaint.list', { which: 'all' }],
  ['closed cases with a word', 'complaint.list', { which: 'closed', text: 'N199' }],
  ['open cases', 'complaint.list', {}],
];

/** Statistics and lists of many closed complaints, of nine steps each. */
export async function measureComplaints({
  dataDir,
  cases,
}: {
  dataDir: string;
  cases: number;
}): Promise<ComplaintFigure[]> {
  const office = openOffice('2026-03-02T09:00:00+08:00', undefined, dataDir);
  try {
    await castCompany(office);
    await layCases(office, await complain(office, '服务投诉', { kind: 'other' }), cases);
    await signInAs(office, 'manager');
    const figures: ComplaintFigure[] = [];
    for (const [what, name, input] of ASKED)
      figures.push({ what, ...(await watched(() => office.reply(name, input))) });
    return figures;
  } finally {
    office.close();
  }
}

/** The same case many times, written past the program: its triggers ask for an act each. */
async function layCases({ ledger: { db } }: Office, id: number, cases: number): Promise<void> {
  const triggers =
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN ('complaint', 'complaint_step')";
  for (const { name } of db.prepare<[], { name: string }>(triggers).all()) db.exec(`DROP TRIGGER ${name}`);
  db.pragma('foreign_keys = OFF');
  db.prepare(
    `WITH RECURSIVE n (i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO complaint (id, no, procedure_id, kind, channel, complainant, facts, registered_at, registered_on, registered_by,
       round_at, round_on, closed_on, dossier_id)
     SELECT i, 'N' || i, procedure_id, kind, channel, complainant, facts, registered_at, registered_on, registered_by,
       round_at, round_on, '2026-03-02', i FROM n, complaint WHERE complaint.id = ?`,
  ).run(cases, id);
  const add = db.prepare(
    `INSERT INTO complaint_step (complaint_id, round, step, taken_at, taken_on, taken_by, taker, said)
     SELECT id, 1, ?, registered_at, registered_on, registered_by, '', ? FROM complaint WHERE closed_on IS NOT NULL`,
  );
  for (const [step, said] of Object.entries(SAID)) add.run(step, JSON.stringify(said));
}
const SAID = {
  register: {},
  assess: { justified: true, major: false, urgent: false },
  begin: {},
  investigate: { findings: '属实', cause: '拖延' },
  propose: {},
  approve: { granted: true },
  carryOut: {},
  answer: {},
  feedback: { satisfied: true },
  close: {},
};

async function watched(act: () => Promise<unknown>): Promise<Omit<ComplaintFigure, 'what'>> {
  const longest = { held: 0, heldProcessor: 0 };
  const spent = () => process.cpuUsage().user / 1000;
  let isOver = false;
  let [last, lastSpent] = [performance.now(), spent()];
  const look = () => {
    const [now, nowSpent] = [performance.now(), spent()];
    longest.held = Math.max(longest.held, now - last);
    longest.heldProcessor = Math.max(longest.heldProcessor, nowSpent - lastSpent);
    [last, lastSpent] = [now, nowSpent];
    if (!isOver) setImmediate(look);
  };
  setImmediate(look);
  const began = performance.now();
  await act();
  const took = performance.now() - began;
  isOver = true;
  await new Promise((resolve) => setImmediate(resolve));
  return { took: Math.round(took), held: Math.round(longest.held), heldProcessor: Math.round(longest.heldProcessor) };
}
