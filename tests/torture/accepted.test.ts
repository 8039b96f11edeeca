import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foundCompany, LOGINS, type Office, openOffice, PASSWORD, type People, PIN, PLACE } from '../api/office';
import { replayDifferences } from '../db/replay';
import { verdictOf } from '../db/verdict';

const DOSSIERS = 500;
const WINDOWS = { a: 1, b: 2, archivist: 3 } as const;
type Who = keyof typeof WINDOWS;

const TITLES = ['借款申请书', '借款合同', '保证合同', '放款凭证', '借据', '抵押协议', '营业执照', '公司章程'] as const;
const PARTS = ['approval', 'contracts', 'contracts', 'investigation', 'clientPapers', 'annex'] as const;

interface Plan {
  type: 'loan' | 'guarantee';
  items: { part: (typeof PARTS)[number]; title: string; pages: number }[];
  /** How often B and the archivist send the papers back before they accept. */
  backFromB: number;
  backFromArchive: number;
  /** Whose signature is typed wrong at the first try of the acceptance. */
  wrong: 'a' | 'b' | 'archivist' | undefined;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  type: fc.constantFrom('loan', 'loan', 'guarantee'),
  items: fc.array(
    fc.record({
      part: fc.constantFrom(...PARTS),
      title: fc.constantFrom(...TITLES),
      pages: fc.integer({ min: 1, max: 30 }),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  backFromB: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1),
  backFromArchive: fc.constantFrom(0, 0, 0, 0, 0, 0, 0, 1),
  wrong: fc.constantFrom('a', 'b', 'archivist', ...Array<undefined>(17).fill(undefined)),
});

/** One dossier on its way; `next` does its next step and answers the number once it is received. */
interface Underway {
  plan: Plan;
  id: number;
  next(): Promise<string | undefined>;
}

type Ask = (who: Who, name: string, input: object) => Promise<never>;

function openWindows(office: Office): Ask {
  return async (who, name, input) => {
    const reply = await office.reply(name, input, WINDOWS[who]);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.data as never;
  };
}

async function begin(ask: Ask, office: Office, people: People, n: number, its: Plan): Promise<Underway> {
  const { id: clientId } = await ask('a', 'client.register', { kind: 'enterprise', name: `客户${n}号有限公司` });
  const { id: projectId } = await ask('a', 'project.register', {
    clientId,
    name: `项目${n}`,
    businessType: its.type,
    contractNo: `合〔2026〕${n}号`,
    amountFen: n,
    aManagerId: people.a,
    bManagerId: people.b,
    disbursedOn: '2026-03-02',
  });
  const { id } = await ask('a', 'dossier.open', { projectId, title: `第${n}份案卷`, year: 2026 });
  await ask('a', 'dossier.compile', { id, revision: 0, items: its.items });
  return { plan: its, id, next: stepsOf(ask, office, id, its) };
}

function stepsOf(ask: Ask, office: Office, dossierId: number, its: Plan): Underway['next'] {
  let { backFromB, backFromArchive } = its;
  let open: number | undefined;
  let holder: 'a' | 'b' = 'a';
  const tick = async (who: Who, id: number, off: number) => {
    const { items } = (await ask(who, 'handover.show', { id })) as { items: { id: number; pages: number }[] };
    const found = items.map((item, i) => ({ itemId: item.id, pagesFound: item.pages + (i === 0 ? off : 0) }));
    await ask(who, 'handover.check', { id, found });
  };
  const back = async (who: Who, id: number) => {
    await tick(who, id, 1);
    await ask(who, 'handover.sendBack', { id, reason: '页数不符', signature: PIN });
    open = undefined;
  };
  const accept = async (id: number) => {
    await tick('archivist', id, 0);
    const signatures = { a: PIN, b: PIN, archivist: PIN };
    if (its.wrong) {
      const failed = { id, place: PLACE, signatures: { ...signatures, [its.wrong]: '999999' } };
      expect(await office.reply('handover.acceptAtArchive', failed, WINDOWS.archivist)).toMatchObject({ ok: false });
    }
    const { archiveNo } = (await ask('archivist', 'handover.acceptAtArchive', { id, place: PLACE, signatures })) as {
      archiveNo: string;
    };
    return archiveNo;
  };
  return async () => {
    if (open === undefined) {
      const kind = holder === 'a' ? 'aToB' : 'bToArchive';
      const { id } = (await ask(holder, 'handover.give', { dossierId, kind, revision: 1, signature: PIN })) as {
        id: number;
      };
      open = id;
    } else if (holder === 'b') {
      if (backFromArchive-- <= 0) return accept(open);
      await back('archivist', open);
    } else if (backFromB-- > 0) await back('b', open);
    else {
      await tick('b', open, 0);
      await ask('b', 'handover.acceptAtB', { id: open, signature: PIN });
      [open, holder] = [undefined, 'b'];
    }
    return undefined;
  };
}

/** What a number must be: the running number of its business type, in the order of acceptance. */
const numberOf = (type: Plan['type'], seq: number) =>
  `鸿${type === 'loan' ? '借' : '保'}字第${String(seq).padStart(3, '0')}号`;

function judge(office: Office, received: readonly { its: Underway; archiveNo: string }[]): void {
  const { db } = office.ledger;
  const counters = { loan: 0, guarantee: 0 };
  for (const { its, archiveNo } of received) {
    const { type, items } = its.plan;
    expect(archiveNo).toBe(numberOf(type, ++counters[type]));
    const row = db.prepare('SELECT archive_no, item_count, page_count, state FROM dossier WHERE id = ?').get(its.id);
    const counted = items.filter((item) => item.part !== 'annex');
    const pages = counted.reduce((sum, item) => sum + item.pages, 0);
    expect(row).toEqual({ archive_no: archiveNo, item_count: counted.length, page_count: pages, state: 'received' });
    const codes = db.prepare(
      'SELECT contract_code FROM dossier_item WHERE dossier_id = ? AND contract_code IS NOT NULL ORDER BY ordinal',
    );
    const contracts = items.filter((item) => item.part === 'contracts' && /合同|协议/.test(item.title));
    expect(codes.pluck().all(its.id)).toEqual(contracts.map((_, i) => `${archiveNo}-合${i + 1}`));
  }
  const given = db
    .prepare(
      'SELECT n.seq FROM archive_number n JOIN record_class k ON k.id = n.class_id WHERE k.code = ? ORDER BY n.id',
    )
    .pluck();
  for (const type of ['loan', 'guarantee'] as const)
    expect(given.all(type)).toEqual(Array.from({ length: counters[type] }, (_, i) => i + 1));
  expect(
    db.prepare("SELECT count(*) FROM handover WHERE kind = 'bToArchive' AND state = 'accepted'").pluck().get(),
  ).toBe(DOSSIERS);
  expect(replayDifferences(db)).toEqual([]);
  expect(verdictOf(db)).toMatchObject({ whole: true });
}

async function findEach(ask: Ask, received: readonly { its: Underway; archiveNo: string }[]): Promise<void> {
  for (const { its, archiveNo } of received) {
    const groups = (await ask('archivist', 'search.find', { text: archiveNo })) as {
      kind: string;
      hits: { id: number }[];
    }[];
    expect(
      groups.find(({ kind }) => kind === 'dossier')?.hits.map(({ id }) => id),
      archiveNo,
    ).toContain(its.id);
  }
}

test(`${DOSSIERS} dossiers handed over in any order: no number is missing or given twice, nothing is lost`, async () => {
  const seed = Number(process.env.ANJUAN_SEED ?? Math.floor(Math.random() * 2 ** 31));
  const plans = fc.sample(plan, { numRuns: DOSSIERS, seed });
  const [order = []] = fc.sample(fc.array(fc.nat(), { minLength: 20_000, maxLength: 20_000, size: 'max' }), {
    numRuns: 1,
    seed,
  });
  const office = openOffice();
  const people = await foundCompany(office);
  const ask = openWindows(office);
  for (const who of ['a', 'b', 'archivist'] as const)
    await ask(who, 'people.signIn', { login: LOGINS[who], password: PASSWORD });
  const underway: Underway[] = [];
  for (const [i, its] of plans.entries()) underway.push(await begin(ask, office, people, i + 1, its));
  const received: { its: Underway; archiveNo: string }[] = [];
  for (let turn = 0; underway.length > 0; turn += 1) {
    // Twenty are on the desk at once; the order of the next step is random, so that acceptances come in a row, too.
    const at = (order[turn % order.length] ?? 0) % Math.min(20, underway.length);
    const its = underway[at];
    const archiveNo = await its?.next();
    if (!its || !archiveNo) continue;
    received.push({ its, archiveNo });
    underway.splice(at, 1);
  }
  judge(office, received);
  await findEach(ask, received);
  const { seq } = office.app.journal.head();
  const back = plans.filter((its) => its.backFromB + its.backFromArchive > 0).length;
  const failed = plans.filter((its) => its.wrong).length;
  console.log(
    `${received.length} received, ${back} sent back on the way, ${failed} with a wrong signature first; ${seq} events; seed ${seed}`,
  );
  // Negative control: two numbers exchanged and one left out are seen.
  const [first, second] = received.filter((one) => one.its.plan.type === 'loan');
  const exchanged = received.map((one) => (one === first ? second : one === second ? first : one) ?? one);
  expect(() => judge(office, exchanged)).toThrow();
  expect(() => judge(office, received.slice(1))).toThrow();
  office.close();
}, 120_000);
