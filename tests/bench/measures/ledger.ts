import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { InputOf } from '../../../shared/api/contract';
import { LEDGER_SORTS, type ledger } from '../../../shared/api/ledger.contract';
import { LOGINS, type Office, openOffice, signIn } from '../../api/office';
import { SEED_NOW } from '../seed/seed';
import { median, p95, timed } from './timing';

const ROUNDS = 5;
/** From the sign-in page to the Enter key. */
const TYPING_MS = 5_000;
const READING_MS = 15_000;
const BETWEEN_CHANGES_MS = 100;

type Asked = InputOf<typeof ledger.list>;
interface Page {
  name: string;
  asked: Asked;
}

/** Milliseconds. */
export interface ListFigures {
  dossiers: number;
  pages: number;
  /** Of the page right after a change of a dossier. */
  firstP95: number;
  /** Of the page when nobody has asked its question before. */
  newP95: number;
  p95: number;
  /** The very first page after the start: everything is read. */
  opening: number;
  /** Longest time nobody else is answered until then. */
  openingBlock: number;
  slowest: { name: string; ms: number }[];
  slowestFirst: { name: string; ms: number }[];
  /** Other pages that read across the ledger. */
  others: Record<string, number>;
  /** Pages whose sums were not those of the rows. */
  wrong: string[];
}

/** Asks for every kind of ledger page through dispatch: first and deep, each filter, each sort both ways, and both together. */
export async function measureList({ dataDir }: { dataDir: string }): Promise<ListFigures> {
  const office = openOffice(SEED_NOW, undefined, dataDir);
  try {
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    // As long as a name and a password take to be typed.
    office.app.readAhead();
    await setTimeout(TYPING_MS);
    await signIn(office, LOGINS.archivist);
    let total = 0;
    const opening = await timed(async () => {
      ({ total } = await office.call('ledger.list', {}));
    });
    delay.disable();
    // As somebody who reads the first page: meanwhile the program reads ahead.
    await setTimeout(READING_MS);
    const pages = pagesOf(total);
    const times: number[][] = pages.map(() => []);
    for (let i = 0; i < ROUNDS; i += 1)
      for (const [p, { asked }] of pages.entries())
        times[p]?.push(await timed(() => office.call('ledger.list', asked)));
    const ms = times.map(([, ...again]) => median(again));
    await signIn(office, LOGINS.archivist);
    const first = await firstTimes(office, pages, total);
    const byTime = (its: readonly number[]) =>
      pages
        .map(({ name }, p) => ({ name, ms: its[p] ?? Number.NaN }))
        .sort((a, b) => b.ms - a.ms)
        .slice(0, 15);
    await signIn(office, LOGINS.archivist);
    const wrong = [];
    for (const page of pages) if (!(await isRight(office, page.asked))) wrong.push(page.name);
    return {
      dossiers: total,
      pages: pages.length,
      firstP95: p95(first),
      newP95: p95(times.map(([first]) => first ?? Number.NaN)),
      p95: p95(ms),
      opening,
      openingBlock: delay.max / 1e6,
      slowest: byTime(ms),
      slowestFirst: byTime(first),
      others: await others(office, total),
      wrong,
    };
  } finally {
    office.close();
  }
}

/** Changes one dossier, as work does. */
function touch(office: Office, id: number): void {
  const ctx = { at: new Date(SEED_NOW).toISOString(), today: SEED_NOW.slice(0, 10), windowId: 1, actor: undefined };
  const change = office.ledger.db.prepare('UPDATE dossier SET page_count = page_count + 1 WHERE id = ?');
  office.app.journal.commit(ctx, 'bench.event', {}, () => change.run(id));
}

/** Milliseconds of a call, each time after a change; the change itself does not count. */
async function afterChange(office: Office, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let i = 1; i <= 10; i += 1) {
    touch(office, i);
    times.push(await timed(work));
  }
  return median(times);
}

/** Right after a change of a dossier, the next of which comes a moment later: what was worked out before is out of date. */
async function firstTimes(office: Office, pages: readonly Page[], dossiers: number): Promise<number[]> {
  const times: number[] = [];
  for (const [i, { asked }] of pages.entries()) {
    touch(office, 1 + ((i * 7_919) % dossiers));
    times.push(await timed(() => office.call('ledger.list', asked)));
    await setTimeout(BETWEEN_CHANGES_MS);
  }
  return times;
}

const FILTERS: Readonly<Record<string, Asked['filter']>> = {
  all: {},
  'year 2020': { year: 2020 },
  received: { state: 'received' },
  collecting: { state: 'collecting' },
  guarantee: { classId: 2 },
  late: { lateOnly: true },
  'manager 7': { managerId: 7 },
  'text 公司': { text: '公司' },
  'text 深圳': { text: '深圳' },
  'text 00012': { text: '00012' },
  'text 没有这个': { text: '没有这个' },
  'year and state': { year: 2020, state: 'received' },
  'text and manager': { text: '建材', managerId: 9 },
  'retention and secrecy': { retentionId: 2, secrecy: 'secret' },
  'kept until': { keptTo: '2026-12-31' },
  'received between': { receivedFrom: '2019-03-01', receivedTo: '2019-06-30' },
  'pages between': { pagesFrom: 100, pagesTo: 300 },
  'due for appraisal': { group: 'dueForAppraisal' },
  room: { room: '1室' },
  remarks: { remarks: '缺' },
  client: { clientId: 12 },
};

/** One order of numbers, one of words of the dossier's own, one of words of another table, and none. */
const ORDERS_OF_FILTERS = ['opened', 'pages', 'title', 'client'] as const;

/** Everything in every order, at its head, in its middle and at its end; each filter in some orders. */
function pagesOf(total: number): Page[] {
  return Object.entries(FILTERS).flatMap(([name, filter]) =>
    (name === 'all' ? LEDGER_SORTS : ORDERS_OF_FILTERS).flatMap((sort) =>
      [true, false].flatMap((descending) =>
        (name === 'all' ? [0, Math.floor(total / 2), Math.max(0, total - 100)] : [0]).map((offset) => ({
          name: `${name} by ${sort} ${descending ? 'down' : 'up'} from ${offset}`,
          asked: { filter, sort, descending, offset, limit: 100 },
        })),
      ),
    ),
  );
}

/** Longer lists are not paged through to the end to see whether they are right. */
const PAGED_THROUGH = 30_000;

/** The page's `total` and `pages` are those of all the rows that paging through brings. */
async function isRight(office: Office, asked: Asked): Promise<boolean> {
  const { rows, total, pages } = await office.call('ledger.list', asked);
  if (asked.sort !== 'opened' || asked.offset !== 0 || total > PAGED_THROUGH)
    return rows.length === Math.max(0, Math.min(100, total - (asked.offset ?? 0)));
  let [found, sum] = [0, 0];
  for (let offset = 0; offset < total; offset += 200) {
    const page = await office.call('ledger.list', { ...asked, offset, limit: 200 });
    found += page.rows.length;
    sum += page.rows.reduce((pagesSoFar, row) => pagesSoFar + row.pages, 0);
  }
  return found === total && sum === pages;
}

async function others(office: Office, total: number): Promise<Record<string, number>> {
  const of = async (work: (i: number) => unknown) => {
    const times: number[] = [];
    for (let i = 0; i < 20; i += 1) times.push(await timed(() => work(i)));
    return median(times);
  };
  const somewhere = (i: number) => 1 + Math.floor((i * (total - 1)) / 20);
  const read = {
    'dossier.show': await of((i) => office.call('dossier.show', { id: somewhere(i) })),
    'desk.show': await of(() => office.call('desk.show', {})),
    'ledger.summary': await of(() => office.call('ledger.summary', {})),
    'ledger.summary after a change': await afterChange(office, () => office.call('ledger.summary', {})),
    'handover.list': await of(() => office.call('handover.list', {})),
    'handover.list, late only': await of(() => office.call('handover.list', { lateOnly: true })),
    'client.list': await of((i) => office.call('client.list', { offset: i * 100 })),
    'client.list, text': await of(() => office.call('client.list', { text: '建材' })),
    'project.list': await of(() => office.call('project.list', {})),
    'audit.history': await of((i) => office.call('audit.history', { table: 'dossier', id: somewhere(i) })),
  };
  await signIn(office, LOGINS.admin);
  return {
    ...read,
    'audit.list': await of(() => office.call('audit.list', {})),
    'audit.list, deep': await of(() => office.call('audit.list', { offset: 9_000 })),
    'audit.list, person': await of(() => office.call('audit.list', { actorId: 4, offset: 5_000 })),
    'audit.list, table': await of(() => office.call('audit.list', { table: 'dossier' })),
    'audit.list, day': await of(() => office.call('audit.list', { from: '2026-11-23', to: '2026-11-23' })),
    'people.staff': await of(() => office.call('people.staff', {})),
  };
}
