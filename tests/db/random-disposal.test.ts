import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  CHAIRMAN,
  type DisposalPeople,
  decided,
  destroy,
  ENDED,
  engageDeciders,
  MANAGER,
  RECEIVER,
  SECOND_ARCHIVIST,
  shelve,
} from '../api/disposing';
import { foundCompany, LOGINS, type Office, openOffice, PASSWORD, PIN, PLACE } from '../api/office';
import { replayDifferences } from './replay';
import { verdictOf } from './verdict';

const RUNS = Number(process.env.ANJUAN_RUNS ?? 8);
const DOSSIERS = 4;
const SEATS = { archivist: LOGINS.archivist, second: SECOND_ARCHIVIST, manager: MANAGER, chairman: CHAIRMAN } as const;
type Seat = keyof typeof SEATS;
const windowOf = (seat: Seat) => 20 + Object.keys(SEATS).indexOf(seat);

interface World {
  office: Office;
  people: DisposalPeople;
  dossiers: number[];
}

/** One thing that somebody does or tries; what it needs to know it looks up when its turn comes. */
interface Step {
  name: string;
  seat: Seat;
  input(world: World): unknown;
}

type Row = Record<string, string | number | null>;
const rows = ({ office }: World, sql: string) => office.ledger.db.prepare(sql).all() as Row[];

const n = fc.nat(7);
const secret = fc.oneof({ weight: 12, arbitrary: fc.constant(PIN) }, fc.constant('wrong'));
const mostly = (usual: number) => fc.oneof({ weight: 6, arbitrary: fc.constant(usual) }, n);
const chosen = fc.subarray([0, 1, 2, 3], { minLength: 1 });
const preparer = fc.constantFrom<Seat>('archivist', 'archivist', 'archivist', 'second', 'manager');
const decider = fc.constantFrom<Seat>('manager', 'manager', 'chairman', 'archivist');
/** The n-th of the lists there are; now and then one that is not there. */
const listOf = (world: World, n: number, where = 'true') => {
  const ids = rows(world, `SELECT id FROM disposal WHERE ${where} ORDER BY id DESC`);
  return Number(ids[n % Math.max(1, ids.length)]?.id ?? 99);
};
const witness = ({ people }: World, n: number) =>
  [people.a, people.b, people.admin, people.second, people.manager, people.archivist, people.a, people.b][n] ?? 0;

const step = <T>(
  name: string,
  weight: number,
  seat: fc.Arbitrary<Seat>,
  values: fc.Arbitrary<T>,
  input: (world: World, values: T) => unknown,
) => ({
  weight,
  arbitrary: fc
    .record({ seat, values })
    .map(({ seat: who, values: its }): Step => ({ name, seat: who, input: (world) => input(world, its) })),
});

const decisions = fc.array(fc.constantFrom('destroy', 'destroy', 'destroy', 'keep', 'keepForEver'), {
  minLength: DOSSIERS,
  maxLength: DOSSIERS,
});
const steps: fc.Arbitrary<Step> = fc.oneof(
  step('disposal.appraise', 5, preparer, fc.record({ chosen, decisions, secret }), (world, its) => ({
    reason: '到期',
    lines: its.chosen.map((i) => {
      const id = world.dossiers[i] ?? 0;
      const keepUntil = String(rows(world, `SELECT keep_until FROM dossier WHERE id = ${id}`)[0]?.keep_until ?? '');
      const decision = its.decisions[i] as 'destroy';
      return decided(id, { keepUntil, decision, ...(String(decision) === 'keep' && { years: 9 }) });
    }),
    signature: its.secret,
  })),
  step('disposal.approve', 9, decider, fc.record({ n, secret }), (world, its) => ({
    ...{ id: listOf(world, its.n, "state = 'submitted'"), signature: its.secret },
  })),
  step('disposal.refuse', 1, decider, fc.record({ n, secret }), (world, its) => ({
    ...{ id: listOf(world, its.n), reason: '不批', signature: its.secret },
  })),
  step('disposal.withdraw', 1, preparer, n, (world, its) => ({ id: listOf(world, its), reason: '撤回' })),
  step(
    'disposal.listForDestruction',
    6,
    preparer,
    fc.record({ n, first: mostly(0), second: mostly(1), secret }),
    (world, its) => ({
      ...{ appraisalId: listOf(world, its.n, "kind = 'appraisal'"), reason: '依据', signature: its.secret },
      ...{ firstWitnessId: witness(world, its.first), secondWitnessId: witness(world, its.second) },
    }),
  ),
  step('disposal.listForTransfer', 2, preparer, fc.record({ chosen, first: n, secret }), (world, its) => ({
    ...{ dossierIds: its.chosen.map((i) => world.dossiers[i] ?? 0), reason: '移交', ...RECEIVER },
    ...{ supervisorId: witness(world, its.first), signature: its.secret },
  })),
  step('disposal.nameWitnesses', 2, preparer, fc.record({ n, first: n, second: n }), (world, its) => ({
    ...{ id: listOf(world, its.n), firstWitnessId: witness(world, its.first) },
    ...{ secondWitnessId: witness(world, its.second) },
  })),
  step(
    'disposal.destroy',
    8,
    preparer,
    fc.record({ n, typed: fc.nat(9), first: secret, second: secret }),
    (world, its) => {
      const id = listOf(world, its.n, "kind = 'destruction'");
      const no = String(rows(world, `SELECT no FROM disposal WHERE id = ${id}`)[0]?.no ?? '');
      return { id, no: its.typed === 0 ? '销〔2026〕999号' : no, signatures: { first: its.first, second: its.second } };
    },
  ),
  step('disposal.handOut', 3, preparer, fc.record({ n, first: secret, second: secret }), (world, its) => ({
    id: listOf(world, its.n, "kind = 'transfer'"),
    signatures: { archivist: its.first, supervisor: its.second },
  })),
  step('disposal.takeBack', 3, preparer, fc.record({ n, i: fc.nat(DOSSIERS - 1) }), (world, its) => ({
    ...{
      id: listOf(world, its.n, "kind = 'transfer'"),
      dossierId: world.dossiers[its.i],
      reason: '退回',
      place: PLACE,
    },
  })),
);

/** Events that come beside the act itself. */
const BESIDES = new Set(['secret.wrong', 'secret.confirmed', 'permission.refused', 'secret.waitAnew']);

async function perform(world: World, its: Step, tally: Map<string, number>): Promise<void> {
  const { office } = world;
  const before = office.app.journal.head().seq;
  const reply = await office.reply(its.name, its.input(world), windowOf(its.seat));
  const events = rows(world, `SELECT action FROM event WHERE seq > ${before}`).filter(
    ({ action }) => !BESIDES.has(String(action)),
  );
  expect(events, `${its.name} ${JSON.stringify(reply)}`).toHaveLength(reply.ok ? 1 : 0);
  if (!reply.ok) expect(reply.error.code, JSON.stringify(reply.error)).not.toMatch(/internal|storage/);
  if (reply.ok) tally.set(its.name, (tally.get(its.name) ?? 0) + 1);
}

/** What must hold after every step, whoever did what. */
async function judge(world: World, destroyed: Map<number, string>): Promise<void> {
  for (const [id, row] of destroyed)
    expect(JSON.stringify(rows(world, `SELECT * FROM dossier WHERE id = ${id}`))).toBe(row);
  for (const row of rows(world, "SELECT * FROM dossier WHERE state = 'destroyed'")) {
    destroyed.set(Number(row.id), JSON.stringify([row]));
    const lists = rows(
      world,
      `SELECT v.* FROM disposal v JOIN disposal_line l ON l.disposal_id = v.id
       WHERE l.dossier_id = ${row.id} AND v.kind = 'destruction' AND v.state = 'done'`,
    );
    expect(lists).toHaveLength(1);
    const signed = rows(world, `SELECT role, staff_id FROM disposal_signature WHERE disposal_id = ${lists[0]?.id}`);
    expect(signed.map(({ role }) => role).sort()).toEqual(['approver', 'firstWitness', 'maker', 'secondWitness']);
    expect(new Set(signed.map((one) => one.staff_id)).size).toBe(4);
    expect([row.holder, row.place_id, row.archive_no === null]).toEqual(['nobody', null, false]);
  }
  // Nobody's dossier stands on two open lists.
  const open = "v.state = 'submitted' OR (v.state = 'approved' AND v.kind <> 'appraisal')";
  const twice = `SELECT l.dossier_id FROM disposal_line l JOIN disposal v ON v.id = l.disposal_id WHERE ${open}
                 GROUP BY l.dossier_id HAVING count(*) > 1`;
  expect(rows(world, twice)).toEqual([]);
  const reply = await world.office.reply('ledger.summary', {}, windowOf('archivist'));
  const here = rows(world, "SELECT id FROM dossier WHERE state IN ('received', 'partlyLent', 'lent')").length;
  expect(reply).toMatchObject({ ok: true, data: { received: here } });
}

async function openWorld(): Promise<World> {
  const office = openOffice();
  const people = await engageDeciders(office, await foundCompany(office));
  const dossiers: number[] = [];
  for (let i = 1; i <= DOSSIERS; i += 1) dossiers.push(await shelve(office, people, i, ENDED));
  for (const [seat, login] of Object.entries(SEATS))
    await office.reply('people.signIn', { login, password: PASSWORD }, windowOf(seat as Seat));
  return { office, people, dossiers };
}

describe('whatever appraisers, approvers and witnesses do', () => {
  test('what is destroyed has its list, its approver and two witnesses, and never changes again', async () => {
    const tally = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(fc.array(steps, { minLength: 30, maxLength: 60, size: 'max' }), async (its) => {
        const world = await openWorld();
        const destroyed = new Map<number, string>();
        // One is gone from the beginning, so that every walk has something that must not change.
        await destroy(world.office, world.people, world.dossiers[0] ?? 0);
        try {
          for (const one of its) {
            await perform(world, one, tally);
            await judge(world, destroyed);
          }
          expect(destroyed.size).toBeGreaterThan(0);
          expect(replayDifferences(world.office.ledger.db)).toEqual([]);
          expect(verdictOf(world.office.ledger.db)).toMatchObject({ whole: true });
        } finally {
          world.office.close();
        }
      }),
      { numRuns: RUNS },
    );
    console.log(`${RUNS} walks: ${[...tally].map(([name, count]) => `${name} ${count}`).join(', ')}`);
    // Walks in which nobody does anything would prove nothing.
    expect(tally.get('disposal.appraise')).toBeGreaterThan(0);
    expect(tally.get('disposal.approve')).toBeGreaterThan(0);
  }, 120_000);

  test('a destroyed dossier that were changed past the program would be seen', async () => {
    const world = await openWorld();
    const { db } = world.office.ledger;
    const [id = 0] = world.dossiers;
    const row = JSON.stringify(rows(world, `SELECT * FROM dossier WHERE id = ${id}`));
    db.exec('DROP TRIGGER dossier_destroyed_by_list; PRAGMA foreign_keys = OFF');
    db.exec(`UPDATE dossier SET state = 'destroyed', holder = 'nobody', place_id = NULL WHERE id = ${id}`);
    await expect(judge(world, new Map())).rejects.toThrow();
    await expect(judge(world, new Map([[id, row]]))).rejects.toThrow();
    world.office.close();
  });
});
