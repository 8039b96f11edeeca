import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { borrowing } from '../../shared/api/borrowing.contract';
import { borrowingBook } from '../../shared/api/borrowing-book.contract';
import type { Thing } from '../../shared/api/borrowing-slip.contract';
import { EXECUTIVES, POSITIONS, type Position } from '../../shared/api/people.contract';
import {
  asked,
  BORROWER,
  type BorrowingPeople,
  DEPUTY,
  EMPLOYEE,
  lending,
  officeThatLends,
  wholeReturn,
} from './borrowing-office';
import { LOGINS, type Office, openOffice, PASSWORD, PIN, signIn } from './office';

/** Section 6: every position × every request, for the own slip and for another's. Made from the contract. */
const COMMANDS = Object.entries({ ...borrowing, ...borrowingBook })
  .filter(([, { kind }]) => kind === 'command')
  .map(([name]) => name);

/** A deputy manager decides for the departments in his or her charge only; to everybody else a charge gives nothing. */
const PEOPLE = [
  ...POSITIONS.map((position) => ({ position, charge: 'own' as const })),
  { position: 'deputyManager' as const, charge: 'other' as const },
];
type Who = (typeof PEOPLE)[number];

let office: Office;
let its: Awaited<ReturnType<typeof officeThatLends>>;
let people: BorrowingPeople;
/** Each sits at a window of his or her own; whoever is tried at the last. */
const [ADMIN, ARCHIVIST, BORROWS, DECIDES, QUEUES, TRIED] = [11, 12, 13, 14, 15, 16];

const at = async <T>(windowId: number, name: string, input: unknown): Promise<T> => {
  const reply = await office.reply(name, input, windowId);
  if (!reply.ok) throw new Error(`${name}: ${reply.error.reason}`);
  return reply.data as T;
};
const tried = (name: string, input: unknown) => office.outcome(name, input, TRIED);
const paper = (n: number): Thing => ({ kind: 'item', id: its.items[n]?.id ?? 0 });
/** Out all the time, with somebody who is not asked. */
const OUT = 30;

beforeAll(async () => {
  office = openOffice();
  its = await officeThatLends(office);
  people = its.people;
  const seats = [
    [ADMIN, LOGINS.admin],
    [ARCHIVIST, LOGINS.archivist],
    [BORROWS, BORROWER],
    [DECIDES, DEPUTY],
    [QUEUES, EMPLOYEE],
  ] as const;
  for (const [windowId, login] of seats) await at(windowId, 'people.signIn', { login, password: PASSWORD });
  await lent(BORROWS, paper(OUT));
});
afterAll(() => office.close());

const submitted = async (by: number, thing: Thing, more = {}): Promise<number> =>
  (await at<{ id: number }>(by, 'borrowing.submit', asked([thing], more))).id;
async function approved(by: number, thing: Thing): Promise<number> {
  const id = await submitted(by, thing);
  await at(DECIDES, 'borrowing.approve', { id, signature: PIN });
  return id;
}
async function lent(by: number, thing: Thing): Promise<number> {
  const id = await approved(by, thing);
  await at(ARCHIVIST, 'borrowing.lend', lending(people, id));
  return id;
}
const lineOf = async (id: number) => {
  const { lines } = await at<{ lines: { id: number; quantity: number }[] }>(ARCHIVIST, 'borrowing.show', { id });
  return lines[0] ?? { id: 0, quantity: 0 };
};
/** Nothing of it has come back yet, and more time is asked for. */
async function late(by: number, thing: Thing) {
  const id = await lent(by, thing);
  const line = await lineOf(id);
  const missing = { missing: '全部', responsibleId: people.a, dueOn: '2026-03-20' };
  const back = { id, confirmerId: people.second, lines: [{ lineId: line.id, found: 0, ...missing }] };
  await at(ARCHIVIST, 'borrowing.giveBack', { ...back, signatures: { archivist: PIN, confirmer: PIN } });
  const more = { id, newDueOn: '2026-05-01', reason: '没看完' };
  const { id: renewalId } = await at<{ id: number }>(by, 'borrowing.renew', more);
  return { id, renewalId, lineId: line.id };
}
const returnOf = async (id: number) => {
  const line = await lineOf(id);
  const lines = [{ lineId: line.id, found: line.quantity }];
  return { id, lines, confirmerId: people.second, signatures: { archivist: PIN, confirmer: PIN } };
};

/** What there is of one borrower, in every state; each thing on one slip. */
async function slipsOf(by: number, first: number) {
  return {
    draft: (await at<{ id: number }>(by, 'borrowing.draft', asked([paper(first)]))).id,
    asked: [await submitted(by, paper(first)), await submitted(by, paper(first)), await submitted(by, paper(first))],
    approved: await approved(by, paper(first + 1)),
    lent: await lent(by, paper(first + 2)),
    out: await lent(by, paper(first + 3)),
    late: await late(by, paper(first + 4)),
    queued: (await at<{ id: number }>(by === BORROWS ? QUEUES : by, 'borrowing.queue', paper(OUT))).id,
  };
}
type Slips = Awaited<ReturnType<typeof slipsOf>>;

const isKeeper = ({ position }: Who) => position === 'archivist';
const leads = ({ position }: Who) => EXECUTIVES.includes(position);
const keeps = (done: string) => (who: Who) => (isKeeper(who) ? done : 'notAllowed');
const ownOrKept = (who: Who) => (isKeeper(who) ? 'done' : 'notOwnBorrowing');
const done = () => 'done';
const ofOthers = (who: Who) => {
  if (!leads(who)) return 'notAllowed';
  return who.position === 'deputyManager' && who.charge === 'other' ? 'notApproverOfBorrowing' : 'done';
};
const ofOneself = (who: Who) => (leads(who) ? 'ownBorrowing' : 'notAllowed');
const renewed = (id: number) => ({ id, newDueOn: '2026-05-01', reason: '没看完' });
const opinion = { opinion: '不宜外借' };
const signed = { signature: PIN };

interface Request {
  input(slips: Slips, isOwn: boolean): unknown;
  own(who: Who): string;
  other(who: Who): string;
}
const borrowerOf = (isOwn: boolean) => (isOwn ? {} : { borrowerId: people.employee });
const writesFor = (who: Who) => (isKeeper(who) ? 'done' : 'onlyArchivistWritesForOthers');
const decided = { own: ofOneself, other: ofOthers };

/** One row a command, in the order in which they are tried: what each is asked with, and what section 6 says. */
const REQUESTS: Readonly<Record<string, Request>> = {
  approve: { input: ({ asked: [id] }) => ({ id, ...signed }), ...decided },
  reject: { input: ({ asked: [, id] }) => ({ id, ...opinion, ...signed }), ...decided },
  cancel: { input: ({ asked: [, , id] }) => ({ id, reason: '不借了' }), own: done, other: ownOrKept },
  draft: { input: (_, isOwn) => asked([paper(0)], borrowerOf(isOwn)), own: done, other: writesFor },
  submit: { input: (_, isOwn) => asked([paper(0)], borrowerOf(isOwn)), own: done, other: writesFor },
  lend: { input: ({ approved: id }) => lending(people, id), own: keeps('lendsToOneself'), other: keeps('done') },
  renew: { input: ({ lent: id }) => renewed(id), own: done, other: ownOrKept },
  giveBack: { input: ({ out: id }) => returnOf(id), own: keeps('receivesFromOneself'), other: keeps('done') },
  decideRenewal: {
    input: ({ late: { renewalId } }) => ({ renewalId, granted: true, ...signed }),
    ...decided,
  },
  settle: { input: ({ late: { lineId } }) => ({ lineId, reason: '查无下落', ...signed }), ...decided },
  leaveQueue: { input: ({ queued: id }) => ({ id }), own: done, other: ownOrKept },
  // What is out is waited for by anybody, what is there by nobody.
  queue: { input: (_, isOwn) => paper(isOwn ? OUT : OUT + 1), own: done, other: () => 'thingIsHere' },
  recall: {
    input: (_, isOwn) => ({ borrowerIds: [isOwn ? tested : people.a] }),
    own: keeps('nothingToRecall'),
    other: keeps('nothingToRecall'),
  },
  noteReceipt: {
    input: () => ({ id: 999, signedOn: '2026-03-02' }),
    own: keeps('noSuchRecall'),
    other: keeps('noSuchRecall'),
  },
  setTerm: { input: () => ({ days: 7, position: 'employee' }), own: keeps('done'), other: keeps('done') },
  dropTerm: { input: () => ({ id: 999 }), own: keeps('noSuchTerm'), other: keeps('noSuchTerm') },
};
let tested = 0;

/** Comes to the office as an archivist, who borrows like everybody else; then gets the position that is tried. */
async function arrive({ position, charge }: Who): Promise<(then: Position) => Promise<void>> {
  const who = { name: `${position} ${charge}`, departmentId: 1, login: `m-${position}-${charge}` };
  const inChargeOf = [charge === 'own' ? 1 : its.elsewhere];
  const first = { ...who, positions: ['archivist'], inChargeOf, password: PASSWORD, pin: PIN };
  tested = (await at<{ id: number }>(ADMIN, 'people.engage', first)).id;
  await at(TRIED, 'people.signIn', { login: who.login, password: PASSWORD });
  return async (then) => {
    const change = { id: tested, ...who, employment: 'active', positions: [then], inChargeOf };
    await at(ADMIN, 'people.change', change);
  };
}

test('every command of borrowing has its row', () => {
  expect(Object.keys(REQUESTS).sort()).toEqual([...COMMANDS].sort());
});

describe.each(PEOPLE)('$position, in charge of the $charge department', (who) => {
  test('is let do what section 6 says, with the own slip and with another’s, and told why not', async () => {
    const become = await arrive(who);
    const all = { own: await slipsOf(TRIED, 0), other: await slipsOf(BORROWS, 10) };
    const written = await submitted(TRIED, paper(1), { borrowerId: people.a });
    await become(who.position);

    const wrong: string[] = [];
    const note = (what: string, found: string, expected: string) => {
      if (found !== expected) wrong.push(`${what}: ${found} instead of ${expected}`);
    };
    // Nor does anybody decide on what he or she has written for somebody else.
    for (const name of ['approve', 'reject'])
      note(
        `${name}, written`,
        await tried(`borrowing.${name}`, { id: written, ...opinion, ...signed }),
        ofOneself(who),
      );
    for (const [name, request] of Object.entries(REQUESTS))
      for (const whose of ['own', 'other'] as const) {
        const feature = name in borrowing ? 'borrowing' : 'borrowingBook';
        const input = await request.input(all[whose], whose === 'own');
        note(`${name}, ${whose}`, await tried(`${feature}.${name}`, input), request[whose](who));
      }
    expect(wrong).toEqual([]);

    // An executive needs nobody, neither for a slip nor for more time.
    const { rows } = await at<{ rows: { state: string }[] }>(TRIED, 'borrowing.list', { which: 'mine' });
    expect(rows[0]?.state).toBe(leads(who) ? 'approved' : 'submitted');
    const { renewals } = await at<{ renewals: { state: string; direct: boolean }[] }>(ARCHIVIST, 'borrowing.show', {
      id: all.own.lent,
    });
    expect(renewals[0]).toMatchObject(leads(who) ? { state: 'granted', direct: true } : { state: 'waiting' });

    await bringBack(all.other.queued);
  });
});

/** All but the one that stays out; and nobody of the others waits any more. */
async function bringBack(queued: number) {
  await office.reply('borrowing.leaveQueue', { id: queued }, QUEUES);
  const { rows } = await at<{ rows: { id: number }[] }>(ARCHIVIST, 'borrowing.list', { which: 'out' });
  await signIn(office, LOGINS.archivist);
  for (const { id } of rows.slice(0, -1))
    await office.call('borrowing.giveBack', await wholeReturn(office, people, id));
}
