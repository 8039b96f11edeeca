// The program without its windows, in a process that may be killed at any moment: node bundle.mjs <JSON>. It says what it does on
// its output, with calls that have ended before it goes on.
import { writeSync } from 'node:fs';
import type { Reply } from '../../shared/api/errors';
import { openOffice, signIn } from '../api/office';
import { workUntilKilled } from '../e2e/driver';
import { type Act, LATER, perform } from './acts';
import { type Order, orderCalls } from './calls';
import { type Exchange, exchange } from './exchange';
import { type Refuse, refuseEachCall } from './faulty-disk';

export interface Work {
  do: 'work';
  dataDir: string;
  now: string;
  /** Another setting of SQLite's than the program's own, for what must fail. */
  synchronous?: 'NORMAL';
  job: object;
}

export interface DoAct {
  do: 'act';
  dataDir: string;
  act: Act;
  /** What happens to its calls of the system from when it is ready. */
  order?: Order;
}

/** What it says while it does one act: that all is ready for it, what was answered, and that the ledger is closed. */
export type ActSaid = { ready: true } | { reply: Reply } | { closed: true };

const say = (what: object) => writeSync(1, `${JSON.stringify(what)}\n`);

/** The office hands over, lends and counts until the process or its disk is gone. */
async function work({ dataDir, now, synchronous, job }: Work): Promise<void> {
  const office = openOffice(now, undefined, dataDir);
  if (synchronous) office.ledger.db.pragma(`synchronous = ${synchronous}`);
  const bridge = { invoke: (name: string, input: unknown) => office.reply(name, input) };
  Object.assign(globalThis, {
    window: {
      bridge,
      said: (stage: string, fact: object) => say({ stage, ns: Number(process.hrtime.bigint()), fact }),
    },
  });
  await workUntilKilled(job as never);
}

async function act({ dataDir, act: its, order }: DoAct): Promise<void> {
  const office = openOffice(LATER, undefined, dataDir);
  await signIn(office, its.login);
  if (order) orderCalls(order);
  say({ ready: true } satisfies ActSaid);
  say({ reply: await perform(office, its) } satisfies ActSaid);
  office.close();
  say({ closed: true } satisfies ActSaid);
}

const job = JSON.parse(process.argv[2] ?? '{}') as Work | DoAct | Refuse | Exchange;
if (job.do === 'work') await work(job);
else if (job.do === 'act') await act(job);
else if (job.do === 'refuse') await refuseEachCall(job, say);
else await exchange(job, say);
